"""How strong the levers of the options are taken to be, who says so, and the rows for and against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers
    from brink.play.model.strengths import LeverStrength


@dataclass(frozen=True, slots=True)
class Strengths:
    """A sentence, and the levers that some option pulls."""

    says: str
    levers: tuple[LeverStrength, ...]

    @property
    def cites(self) -> tuple[str, ...]:
        """Coded rows that speak for a strength or against it."""
        found = (row for lever in self.levers for row in lever.rests_on if row.coded)
        return tuple(row for one in found for row in one.rows)


def strengths(answers: Answers) -> Strengths | None:
    """The levers that some option pulls, in the order of the case; nothing where none is pulled."""
    from brink.play.model.strengths import strengths_in_words

    pulled = {move.lever for option in answers.options for move in answers.setting.plan(option).option.moves}
    found = tuple(one for name, one in answers.strengths.items() if name in pulled)
    return Strengths(strengths_in_words(found), found) if found else None
