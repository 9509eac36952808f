"""Pinned floors of event coding on sentences written for Brink."""

from __future__ import annotations

import pytest

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.events import find_events
from brink.code.figures import find_figures
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places
from brink.code.rows import Event
from tests.gates.events.scoring import Score, Sentence, score, sentences

FLOORS = {
    "development": {"detection": 0.94, "who": 0.87, "status": 0.95, "killed": 0.95, "place": 0.75},
    "reports": {"detection": 0.93, "who": 0.93, "status": 0.95, "killed": 0.95, "place": 0.7},
    "wider": {"detection": 0.79, "who": 0.65, "status": 0.93, "killed": 0.92, "place": 0.55},
    "unread": {"detection": 0.88, "who": 0.7, "status": 0.93, "killed": 0.95, "place": 0.45},
    "fresh": {"detection": 0.94, "who": 0.83, "status": 0.95, "killed": 0.93, "place": 0.75},
    "sealed": {"detection": 0.84, "who": 0.67, "status": 0.95, "killed": 0.93, "place": 0.9},
    "parties": {"detection": 0.97, "who": 0.96, "status": 0.95, "killed": 0.95, "place": 0.75},
    "kinds": {"detection": 0.94, "who": 0.81, "status": 0.95, "killed": 0.95, "place": 0},
    "disasters": {"detection": 0.9, "who": 0.9, "status": 0.95, "killed": 0.95, "place": 0},
    "acts": {"detection": 0.95, "who": 0.87, "status": 0.96, "killed": 0.95, "place": 0.65},
    "phrases": {"detection": 0.91, "who": 0.83, "status": 0.96, "killed": 0.95, "place": 0},
    "heldout": {"detection": 0.88, "who": 0.74, "status": 0.95, "killed": 0.93, "place": 0.75},
}


def coded(item: Sentence) -> list[Event]:
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(item.text))
    setting = Setting("d", "d#1", item.date)
    mentions = find_actors([passage], setting, Gazetteer.load())
    find_places([passage], mentions)
    return find_events([passage], setting, mentions, [find_figures(passage, anchor=item.date)])


@pytest.fixture(scope="module", params=sorted(FLOORS))
def measured(request: pytest.FixtureRequest) -> tuple[Score, dict[str, float]]:
    return score(sentences(request.param), coded), FLOORS[request.param]


@pytest.mark.gate
def test_events_are_found_and_typed(measured):
    result, floor = measured
    assert result.detection_f1 >= floor["detection"], "\n".join(result.lines)


@pytest.mark.gate
def test_who_did_what_to_whom_is_right(measured):
    result, floor = measured
    assert result.who_did_what_f1 >= floor["who"], "\n".join(result.lines)


@pytest.mark.gate
@pytest.mark.parametrize("part", ["status", "killed", "place"])
def test_parts_of_found_events_are_right(measured, part):
    result, floor = measured
    assert result.share(part) >= floor[part], "\n".join(result.lines)
