"""An option of the case as pulls on the model's levers, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brink.case.definition import Definition
from brink.case.parts.base import Window
from brink.case.parts.options import Lever, Move, Option
from brink.dates.months import Month, month_label, month_of
from brink.errors import BadPlay, nearest
from brink.play.engine.moves import Pull, When
from brink.play.model.levers import lever_for

BASELINE = "hold"
_DAYS_A_MONTH = 30.4375
_MONTHS = {"day": 1 / _DAYS_A_MONTH, "week": 7 / _DAYS_A_MONTH, "month": 1.0, "year": 12.0}


@dataclass(frozen=True, slots=True)
class Plan:
    """An option ready to play, with what a reader has to know about it."""

    option: Option
    pulls: tuple[Pull, ...]
    notes: tuple[str, ...]


def months_in(length: Window) -> int:
    """A length of time in whole months, rounded up, at least one."""
    months = length.count * _MONTHS[length.unit]
    return max(1, int(-(-round(months, 6) // 1)))


def baseline_of(definition: Definition) -> Option:
    """The option that holds still: the first without moves, or one made for the purpose."""
    for option in definition.options:
        if not option.moves:
            return option
    who = definition.model.roles.target if definition.model else "nobody"
    made = {"id": BASELINE, "name": "Hold: go on as before", "who": who}
    return Option.model_validate({**made, "assumption": "baseline; the actors' own rules decide"})


def chosen(definition: Definition, wanted: Sequence[str]) -> list[Option]:
    """The baseline and the options wanted, in the order of the case; `all` stands for every one.

    Raises
    ------
    BadPlay
        For an id that is no option of the case, with those there are.
    """
    baseline = baseline_of(definition)
    known = {option.id: option for option in (baseline, *definition.options)}
    for name in wanted:
        if name != "all" and name not in known:
            raise BadPlay(
                f"{name!r} is not an option of {definition.title}{nearest(name, known) or ';'} "
                f"options: {', '.join(known)}"
            )
    keep = set(known) if "all" in wanted else {baseline.id, *wanted}
    return [option for name, option in known.items() if name in keep]


def plan(definition: Definition, option: Option, *, start: Month, months: int) -> Plan:
    """The pulls of an option, counted in months from `start`, the first month that is played.

    Raises
    ------
    BadPlay
        When a move starts or ends before the first month that is played.
    """
    pulls, notes = [], []
    for move in option.moves:
        pull = _pull(definition, option, move, start)
        if pull is None:
            notes.append(f"{move.lever} means nothing to the model and is left out")
            continue
        if pull.first >= months:
            notes.append(f"{move.lever} starts after the {months} months that are played")
            continue
        pulls.append(pull)
    return Plan(option, tuple(pulls), tuple(notes))


def _pull(definition: Definition, option: Option, move: Move, start: Month) -> Pull | None:
    first = 0 if move.start is None else month_of(move.start) - start
    if first < 0:
        raise BadPlay(
            f"option {option.id!r} pulls {move.lever!r} from {move.start:%Y-%m}, but the first month that "
            f"is played is {month_label(start)}; play as of an earlier date or start the option later"
        )
    end = None if move.until is None else month_of(move.until) - start
    if end is not None and end <= 0:
        raise BadPlay(
            f"option {option.id!r} drops {move.lever!r} in {move.until:%Y-%m}, before {month_label(start)}, "
            "the first month that is played"
        )
    lever = lever_for(definition, move.lever)
    if lever is None:
        return None
    return Pull(
        lever=lever,
        level=move.level * _lever(definition, move.lever).strength.share,
        first=first,
        end=end,
        lasts=None if move.lasts is None else months_in(move.lasts),
        when=tuple(When(c.state.replace(" ", "_"), c.comparison, c.value) for c in move.when),
    )


def _lever(definition: Definition, lever_id: str) -> Lever:
    return next(lever for lever in definition.levers if lever.id == lever_id)
