"""The rung of a ladder that each directed pair has reached, by coded rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from brink.case.counted import Counted, counted, is_part
from brink.case.parts.evidence import Count
from brink.case.parts.watch import Ladder, Rung
from brink.case.view import View
from brink.dates.months import Month, month_of


@dataclass(frozen=True, slots=True)
class Reached:
    """One row that shows a rung of a ladder being used."""

    place: int
    """The rung's place from below, 1 for the mildest."""
    rung: Rung
    row: Counted


@dataclass(frozen=True, slots=True)
class Climb:
    """A ladder with every row that shows one of its rungs, by day."""

    ladder: Ladder
    reached: tuple[Reached, ...]
    unread: tuple[Rung, ...]
    """Rungs that say of no row that it would show them."""

    def by_month(self, *, surely: bool = False) -> dict[Month, tuple[Reached, ...]]:
        """For each month with any use, the uses of its highest rung."""
        months: dict[Month, list[Reached]] = {}
        for use in self.reached:
            if use.row.day is not None and not (surely and use.row.doubts):
                months.setdefault(month_of(use.row.day), []).append(use)
        return {
            month: tuple(use for use in uses if use.place == max(u.place for u in uses))
            for month, uses in sorted(months.items())
        }

    @property
    def highest(self) -> Reached | None:
        """The last use of the highest rung that rows not in doubt show."""
        sure = [use for use in self.reached if not use.row.doubts and use.row.day is not None]
        return max(sure, key=lambda use: (use.place, use.row.day or date.min), default=None)

    @property
    def perhaps(self) -> Reached | None:
        """The last use of the highest rung that any row shows, when only rows in doubt show it."""
        top = max(self.reached, key=lambda use: (use.place, use.row.day or date.min), default=None)
        sure = self.highest
        return top if top is not None and (sure is None or top.place > sure.place) else None

    @property
    def last(self) -> Reached | None:
        """The highest rung of the last day on which rows not in doubt show any."""
        sure = [use for use in self.reached if not use.row.doubts and use.row.day is not None]
        return max(sure, key=lambda use: (use.row.day or date.min, use.place), default=None)


def climbs(view: View) -> tuple[Climb, ...]:
    """Every ladder of the case with the rows that show its rungs as of the view's date."""
    return tuple(_climb(view, ladder) for ladder in view.definition.ladders)


def _climb(view: View, ladder: Ladder) -> Climb:
    reached = [
        Reached(place, rung, _unless_named(view, row, ladder))
        for place, rung in enumerate(ladder.rungs, start=1)
        if rung.like is not None
        for row in counted(view, _of_ladder(rung.like, ladder))
    ]
    ordered = sorted(reached, key=lambda use: (use.row.day or date.max, use.place, use.row.row))
    return Climb(ladder, tuple(ordered), tuple(rung for rung in ladder.rungs if rung.like is None))


def _of_ladder(like: Count, ladder: Ladder) -> Count:
    """The rung's count with the ladder's doer and target where it names none.

    Where places or words already tell whom it is done to, no target is asked for.
    """
    actors = like.actors or (ladder.by,)
    narrowed = bool(like.places or like.countries or like.cross_border or like.words)
    recipients = like.recipients or (() if narrowed else (ladder.against,))
    return like.model_copy(update={"actors": actors, "recipients": recipients})


def _unless_named(view: View, row: Counted, ladder: Ladder) -> Counted:
    """The row with a doubt when no report says that it was the ladder's own doer."""
    named = {name for event in row.events for name in view.event[event].actors}
    if any(is_part(view, name, ladder.by) for name in named):
        return row
    return replace(row, doubts=(*row.doubts, f"no report names {ladder.by} as the doer"))


def rung_rows(view: View, count: Count) -> list[Counted]:
    """The uses of the ladder that a count of rungs reads, each worth its rung's place."""
    pair = (count.actors[0], count.recipients[0])
    ladder = next(found for found in view.definition.ladders if (found.by, found.against) == pair)
    return [replace(use.row, value=float(use.place)) for use in _climb(view, ladder).reached]
