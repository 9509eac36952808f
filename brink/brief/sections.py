"""Sections of the brief that look ahead, in the order an analyst reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brink.case.progress import Progress, Silent

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.view import View


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading, the word that leads to it, and what its template prints.

    `template` is the stem of two files in `templates/`, `.html.j2` and `.md.j2`; they see
    the brief's contents as `c` and this section's `data` as `s.data`.
    """

    id: str
    heading: str
    nav: str
    template: str
    data: Any
    cites: tuple[str, ...] = ()
    """Ids of rows that the annex must quote."""


Made = Callable[["View", "Ledger"], Section | None]


def makers() -> tuple[Made, ...]:
    """Each makes its section from a view, or nothing when the case does not ask for it."""
    from brink.brief.forecasts import forecasts_section
    from brink.brief.ladder import ladder_section
    from brink.brief.options_section import options_section
    from brink.brief.outlook import outlook_section
    from brink.brief.tripwires import tripwires_section
    from brink.brief.weighing import weighing_section

    return (
        outlook_section,
        tripwires_section,
        ladder_section,
        weighing_section,
        options_section,
        forecasts_section,
    )


def sections(view: View, ledger: Ledger, *, progress: Progress | None = None) -> tuple[Section, ...]:
    """The sections that this case has something to say in; `progress` is told of each one done."""
    progress = progress or Silent()
    made = []
    progress.begin("looking ahead: forecasts, tripwires, hypotheses, options", len(makers()))
    try:
        for make in makers():
            made.append(make(view, ledger))
            progress.advance()
    finally:
        progress.end()
    return tuple(section for section in made if section is not None)
