"""Limits are told one by one: how often each is broken, and by which options more often than by holding."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from brink.play.answers.limits_broken import broken_said, limits_broken
from brink.play.answers.robustness import Kept


def answers(each: dict[str, dict[str, float]], ranking: list[str]) -> SimpleNamespace:
    """Just what limits are told from: shares within each limit, and the order of options."""
    kept = {option: Kept(option, min(shares.values()), shares, 0.0) for option, shares in each.items()}
    return SimpleNamespace(
        kept=kept,
        baseline="hold",
        options=tuple(each),
        ranking=ranking,
        open_options=ranking,
        name=str.upper,
    )


@pytest.fixture
def three() -> SimpleNamespace:
    return answers(
        {
            "hold": {"attacks": 0.2, "civilians": 0.9},
            "strike": {"attacks": 0.1, "civilians": 0.5},
            "talk": {"attacks": 0.3, "civilians": 0.92},
            "war": {"attacks": 0.0, "civilians": 0.0},
        },
        ["talk", "hold", "strike"],
    )


def test_shares_broken_stand_beside_how_much_oftener_than_when_holding(three):
    hold, talk, strike, war = limits_broken(three)
    assert [one.option for one in (hold, talk, strike, war)] == ["hold", "talk", "strike", "war"]
    assert strike.each == {"attacks": pytest.approx(0.9), "civilians": pytest.approx(0.5)}
    assert strike.more == {"attacks": pytest.approx(0.1), "civilians": pytest.approx(0.4)}
    assert talk.as_dict()["any"] == pytest.approx(0.7)


def test_the_limit_broken_most_comes_first_with_who_changes_it(three):
    first, attacks, civilians = broken_said(three)
    assert "at least one limit of the case in 80%" in first and "Every option breaks “attacks”" in first
    assert (
        attacks
        == "“attacks”: broken in 80% when holding; less often with “TALK” (70%); more often with “STRIKE” (90%)."
    )
    assert civilians == "“civilians”: broken in 10% when holding; more often with “STRIKE” (50%)."


def test_a_limit_that_no_option_changes_is_said_to_be_so():
    found = answers({"hold": {"money": 0.6}, "talk": {"money": 0.62}}, ["talk", "hold"])
    assert list(broken_said(found))[1] == (
        "“money”: broken in 40% when holding; no option changes that by 5% of the futures."
    )


def test_without_limits_nothing_is_said():
    empty = SimpleNamespace(kept={})
    assert limits_broken(empty) == [] and list(broken_said(empty)) == []
