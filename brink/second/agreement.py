"""How far two coders agree, type by type. Agreement is not accuracy: both may be wrong alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brink.case.view import View
from brink.code.rows import Event
from brink.second.compare import DECIDING, Pair, Part
from brink.second.kept import coded_stories

ALL = "any"
Unit = tuple[str, int]
"""A paragraph: the story it is in, and its number there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The rows of one type, or of `any`."""

    type: str
    rules: int
    second: int
    both: int
    """Rows that both have, of this type in both; for `any`, of whatever types."""
    kappa: float | None
    """Cohen's kappa over paragraphs: whether each coder has a row of the type there. None when
    nothing is left to agree on by chance."""

    @property
    def of_rules(self) -> float | None:
        """Share of the rules' rows that the second coder has too."""
        return self.both / self.rules if self.rules else None

    @property
    def of_second(self) -> float | None:
        """Share of the second coder's rows that the rules have too."""
        return self.both / self.second if self.second else None


def cohen_kappa(both: int, first: int, second: int, neither: int) -> float | None:
    """Agreement of two yes-or-no coders beyond what their shares of yes make likely by chance.

    `both`, `first` alone, `second` alone and `neither` count the units. None when chance alone
    would make them agree everywhere.

    References
    ----------
    Cohen (1960), "A coefficient of agreement for nominal scales", equation 1:
    kappa = (p_o - p_c) / (1 - p_c).
    """
    whole = both + first + second + neither
    if whole == 0:
        return None
    observed = (both + neither) / whole
    yes = (both + first) / whole, (both + second) / whole
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return None if chance == 1 else (observed - chance) / (1 - chance)


def agreement(view: View, model: str, pairs: Sequence[Pair]) -> list[Agreement]:
    """One row a type that either coder uses, in alphabetical order, and one for all."""
    stories = coded_stories(view.case.store, model)
    units = {story: [b.start for b in view.story[story].body] for story in stories & view.story.keys()}
    rules = [pair.rules for pair in pairs if pair.rules]
    second = [pair.second for pair in pairs if pair.second]
    types: list[str] = sorted({event.type for event in (*rules, *second)})
    return [
        Agreement(
            type=kind,
            rules=sum(_is(event, kind) for event in rules),
            second=sum(_is(event, kind) for event in second),
            both=sum(_is(p.rules, kind) and _is(p.second, kind) for p in pairs),
            kappa=_kappa(units, _told(rules, kind, units), _told(second, kind, units)),
        )
        for kind in ([*types, ALL] if types else [])
    ]


def _is(event: Event | None, kind: str) -> bool:
    return event is not None and kind in (ALL, event.type)


def _told(events: Iterable[Event], kind: str, units: Mapping[str, Sequence[int]]) -> frozenset[Unit]:
    """The paragraphs in which an event of the type is quoted."""
    told = [event for event in events if _is(event, kind)]
    return frozenset((e.story, bisect_right(units[e.story], e.quote.start)) for e in told)


def _kappa(
    units: Mapping[str, Sequence[int]], first: frozenset[Unit], second: frozenset[Unit]
) -> float | None:
    both, whole = len(first & second), sum(len(starts) for starts in units.values())
    return cohen_kappa(both, len(first) - both, len(second) - both, whole - len(first | second))


def alike(pairs: Sequence[Pair]) -> dict[Part, tuple[int, int]]:
    """Of the rows that both coders have, how many are alike in each deciding part."""
    shared = [pair for pair in pairs if pair.rules and pair.second]
    return {part: (sum(part not in pair.differs for pair in shared), len(shared)) for part in DECIDING}
