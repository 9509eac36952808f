"""Where a case's play starts, as its history settles it: each value with what it is read off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brink.case.parts.numbers import RestsOn
from brink.dates.months import Month, month_interval
from brink.play.model.binding import model_of
from brink.play.model.history import FIT_MONTHS, History
from brink.play.model.rests_on import Followed, Grounds
from brink.play.model.starting import starting_state

if TYPE_CHECKING:
    from brink.case.view import View

LAST_MONTH, HALF_A_YEAR, ALL = 1, 6, FIT_MONTHS
COUNTED = {
    "start_attacks": ("lethal events between target and group", ("attacks",), "events"),
    "start_deaths": ("deaths between target and group", ("attacks",), "deaths"),
    "start_interstate_deaths": ("deaths between target and host", ("interstate",), "deaths"),
    "start_rival_attacks": ("lethal events of the rivals", ("first_rival", "second_rival"), "events"),
}
"""Read off the last month of a series: meaning, which of `fits_to`, field."""
ACTED = {
    "start_leadership": ("leadership of the group, 1 is whole", "leader", HALF_A_YEAR),
    "start_own_rung": ("rung of the target's ladder in the last month", "rung", LAST_MONTH),
    "start_host_rung": ("rung of the host's ladder in the last month", "host-rung", LAST_MONTH),
    "start_truce": ("whether a truce holds, 1 is yes", "truce", HALF_A_YEAR),
    "start_border": ("how far crossings are closed, 1 is wholly", "closure", LAST_MONTH),
    "start_civilian_harm": ("civilians killed by the target who are still remembered", "rung", ALL),
    "start_strike_shock": ("how near the last strike is, 1 is this month", "rung", HALF_A_YEAR),
}
"""Read off the table of dated acts: meaning, kind of act, months looked back."""


@dataclass(frozen=True, slots=True)
class Start:
    """One value of the starting state, and what it is read off; nothing where no such act is in the table."""

    id: str
    meaning: str
    value: float
    rests_on: tuple[Followed, ...]


def starts(view: View, history: History | None, grounds: Grounds) -> Iterator[Start]:
    """The starting state that history settles alike at every point; nothing for a case without history."""
    if history is None:
        return
    value = starting_state(history)
    fits = model_of(view.definition).fits_to
    assert fits is not None
    named = fits.model_dump(exclude_none=True)
    for name, (meaning, keys, field) in COUNTED.items():
        asked = [
            _asked(history.end, LAST_MONTH, series=named[key], field=field) for key in keys if key in named
        ]
        yield Start(name, meaning, value[name], grounds.follow(asked))
    for name, (meaning, kind, back) in ACTED.items():
        # Fire across the border is on the ladder and no strike, so that it counts for nothing of one.
        counts = kind != "rung" or value[name] > 0
        asked = [_asked(history.end, back, acts=(kind,))] if counts else []
        yield Start(name, meaning, value[name], grounds.follow(asked))


def _asked(
    end: Month, back: int, *, series: str | None = None, field: str | None = None, acts: tuple[str, ...] = ()
) -> RestsOn:
    first, last = (f"{month_interval(month).start:%Y-%m}" for month in (end - back, end - 1))
    return RestsOn.model_validate(
        {"tells": "as counted", "series": series, "field": field, "acts": acts, "from": first, "to": last}
    )


def start_in_words(start: Start) -> str:
    """A value with what it is read off."""
    read = "; ".join(f"{one.said} ({one.source})" for one in start.rests_on) or "no such act is in the table"
    return f"{start.meaning}: {start.value:.3g}: {read}"
