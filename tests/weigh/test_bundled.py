"""What the bundled case's desk has weighed holds together and says what it says openly."""

from __future__ import annotations

from pathlib import Path

import pytest

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.weigh import motive_weights, weigh
from brink.weigh.weighed import Question
from tests.weigh.conftest import run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = copy_bundled("pakistan-ttp", tmp_path_factory.mktemp("bundled"))
    assert run("code", str(folder)).exit_code == 0
    return View(open_case(Path(folder)))


@pytest.fixture(scope="module")
def question(view: View) -> Question:
    return weigh(view).questions[0]


def test_every_piece_the_desk_weighed_is_found_and_is_one_of_its_own(view: View, question: Question):
    assert weigh(view).dormant == ()
    assert len(question.pieces) == len(view.definition.weighed)


def test_every_piece_is_judged_under_every_answer(question: Question):
    assert question.unjudged == 0


def test_no_piece_speaks_for_all_answers_or_none(question: Question):
    assert all(piece.ratio > 1 for piece in question.pieces)


def test_probabilities_add_up_and_lie_within_their_ranges(question: Question):
    assert sum(answer.posterior for answer in question.answers) == pytest.approx(1)
    assert all(a.least <= a.low <= a.posterior <= a.high <= a.most for a in question.answers)


def test_the_strongest_statements_of_the_answers_wait_for_a_judgement(view: View):
    said = run("weigh", str(view.case.root), "suggest").stdout
    assert "as a card" in said


def test_motives_are_weighed_beside_their_priors(view: View, question: Question):
    weights = motive_weights(view)
    assert list(weights.weighed) == ["H0", "H1", "H2", "H3", "H4"]
    assert set(weights.prior.values()) == {0.2}
    mixture = next(a.posterior for a in question.answers if a.hypothesis.id == "mixture")
    assert weights.weighed["H0"] == pytest.approx(mixture)


def test_earlier_the_desk_had_less_to_go_by(view: View):
    earlier = weigh(View(view.case, view.as_of.replace(month=3, day=1)))
    assert 0 < len(earlier.questions[0].pieces) < len(view.definition.weighed)
    assert earlier.dormant
