"""Whose report "the report" is."""

from __future__ import annotations

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.passage import Setting
from brink.code.stance import find_attributions
from tests.code.stance.hand import passages_of


def holders(text: str) -> list[str | None]:
    passages = passages_of(text)
    mentions = find_actors(passages, Setting("d", "d#1", None), Gazetteer.load())
    return [row.holder for row in find_attributions(passages, mentions)]


def test_the_report_is_that_of_the_author_named_before() -> None:
    text = "A United Nations report said the group had grown. The report found that it trains recruits."
    assert holders(text) == ["United Nations", "United Nations"]


def test_a_report_of_nobody_stays_one() -> None:
    assert holders("The report found that it trains recruits.") == ["reports"]
