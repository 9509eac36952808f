"""Evidence of one origin is not independent: what it adds is discounted, and a copy adds nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brink.weigh.items import Item

ALIKE = 85.0
"""Percent of shared words (rapidfuzz token sort ratio) from which two quotes of copies are one."""

Key = tuple[str, str]
"""What is shared and which: a `report` by family, a `speaker`, an `incident`, or what makes them `kin`."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of its weight one piece of evidence keeps.

    `weights` are the powers its ratios are raised to, one for each hypothesis: 1 for the strongest
    of its origin, the discount for others, 0 for a copy of one that counts already (`copy_of`).
    """

    weights: tuple[float, ...]
    origins: tuple[Key, ...]
    """What it shares with other pieces; empty for one that stands alone."""
    copy_of: str | None = None


def origins(items: Iterable[Item], kin: Mapping[str, str]) -> dict[Key, tuple[str, ...]]:
    """Origins that two or more pieces share, each with their ids.

    Pieces share an origin when they come from one family of copies, one named speaker or one
    incident, or when the analyst calls them kin.
    """
    holders: dict[Key, list[str]] = defaultdict(list)
    for item in items:
        keys = [*item.origins, *([("kin", kin[item.id])] if item.id in kin else [])]
        for key in keys:
            holders[key].append(item.id)
    return {key: tuple(sorted(names)) for key, names in sorted(holders.items()) if len(names) > 1}


def shares(
    items: Sequence[Item], logs: Mapping[str, Sequence[float]], kin: Mapping[str, str], *, discount: float
) -> dict[str, Share]:
    """The share of each piece by id; the order of `items` does not matter.

    `logs` are the logarithms of a piece's ratios, one for each hypothesis. On a hypothesis a piece
    counts whole unless a stronger one that speaks the same way shares an origin with it; then
    its ratio is raised to the power `discount`. Of m equally strong ones each is raised to
    (1 + (m - 1) discount) / m, so that together they count as one whole and m - 1 discounted.
    """
    originals = _copies(items, {name: max(row) - min(row) for name, row in logs.items()})
    shared = origins(items, kin)
    out: dict[str, Share] = {}
    for item in items:
        keys = tuple(key for key, names in shared.items() if item.id in names)
        others = {name for key in keys for name in shared[key]} - {item.id} - set(originals)
        own = logs[item.id]
        if item.id in originals:
            weights = (0.0,) * len(own)
        else:
            weights = tuple(
                _weight(x, [logs[name][place] for name in others], discount) for place, x in enumerate(own)
            )
        out[item.id] = Share(weights, keys, originals.get(item.id))
    return out


def _weight(own: float, others: Iterable[float], discount: float) -> float:
    """The power for one log ratio beside those of the same hypothesis that share its origin."""
    strengths = [round(abs(x), 9) for x in others if (x > 0) == (own > 0) and (x < 0) == (own < 0)]
    strength = round(abs(own), 9)
    if any(other > strength for other in strengths):
        return discount
    equals = 1 + strengths.count(strength)
    return (1 + (equals - 1) * discount) / equals


def _copies(items: Sequence[Item], spreads: Mapping[str, float]) -> dict[str, str]:
    """Pieces that another story of the same family tells too, each with the piece that counts."""
    ranked = sorted(items, key=lambda item: (-round(spreads[item.id], 9), item.id))
    originals: dict[str, str] = {}
    for place, item in enumerate(ranked):
        for ahead in ranked[:place]:
            if ahead.id not in originals and _same(item, ahead):
                originals[item.id] = ahead.id
                break
    return originals


def _same(a: Item, b: Item) -> bool:
    """Whether two pieces are one, told in two stories of a family."""
    from rapidfuzz import fuzz

    if a.kind != b.kind or a.family is None or a.family != b.family or a.story == b.story:
        return False
    if a.kind == "event" and a.incident == b.incident:
        return True
    return fuzz.token_sort_ratio(a.quote.text.casefold(), b.quote.text.casefold()) >= ALIKE
