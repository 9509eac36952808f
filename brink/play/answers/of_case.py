"""The answers of an ensemble with what its case adds: beliefs, tells seen, rows behind numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brink.play.answers.answers import Answers
from brink.play.answers.beliefs import beliefs, tells_so_far
from brink.play.answers.measures import LEADING
from brink.play.model.rests_on import Grounds

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.play.fit.posterior import Posterior
    from brink.play.playing import Played


def answers_of(view: View, played: Played, measure: str = LEADING, *, posterior: Posterior | None) -> Answers:
    """What an ensemble answers about the options of a case, as of the view's date."""
    return Answers(
        played,
        measure,
        beliefs=beliefs(view, posterior),
        so_far=tells_so_far(view),
        grounds=Grounds(view),
    )
