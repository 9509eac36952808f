"""Evidence by hypotheses: the bands as numbers, weighted by what shares an origin."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from brink.weigh.items import Item
from brink.weigh.links import Link
from brink.weigh.origins import Key, Share, origins, shares
from brink.weigh.posterior import Array, posterior
from brink.weigh.scales import Range, bands


@dataclass(frozen=True)
class Matrix:
    """The links on one question's answers. Rows are `items`, columns `hypotheses`.

    What was not judged counts as neither for nor against.
    """

    hypotheses: tuple[str, ...]
    prior: Array
    items: tuple[Item, ...]
    links: Mapping[tuple[str, str], Link]
    """By item id and hypothesis id."""
    discount: float

    @classmethod
    def of(cls, hypotheses: Sequence[str], prior: Array, links: Sequence[Link], *, discount: float) -> Matrix:
        """The matrix of the links on these hypotheses, in an order that does not depend on theirs."""
        held = {(link.item.id, link.hypothesis): link for link in links if link.hypothesis in hypotheses}
        items = {link.item.id: link.item for link in held.values()}
        ordered = sorted(items.values(), key=lambda item: (str(item.date or "9999"), item.story, item.id))
        return cls(tuple(hypotheses), prior, tuple(ordered), held, discount)

    def without(self, gone: frozenset[str]) -> Matrix:
        """The matrix as if some pieces of evidence had not been there."""
        links = {key: link for key, link in self.links.items() if key[0] not in gone}
        items = tuple(item for item in self.items if item.id not in gone)
        return Matrix(self.hypotheses, self.prior, items, links, self.discount)

    def at(self, discount: float) -> Matrix:
        """The same evidence with another discount."""
        return Matrix(self.hypotheses, self.prior, self.items, self.links, discount)

    @cached_property
    def low(self) -> Array:
        return self._numbers(lambda band: band.low)

    @cached_property
    def middle(self) -> Array:
        return self._numbers(lambda band: band.middle)

    @cached_property
    def high(self) -> Array:
        return self._numbers(lambda band: band.high)

    @cached_property
    def spreads(self) -> Mapping[str, float]:
        """Decimal log of the greatest ratio between two hypotheses, by item id."""
        wide = self.middle.max(axis=1) - self.middle.min(axis=1) if self.items else []
        return {item.id: float(width) for item, width in zip(self.items, wide, strict=True)}

    @cached_property
    def shares(self) -> Mapping[str, Share]:
        logs = {item.id: row.tolist() for item, row in zip(self.items, self.middle, strict=True)}
        return shares(self.items, logs, self.kin, discount=self.discount)

    @cached_property
    def kin(self) -> Mapping[str, str]:
        """What an analyst says an item has in common with others, by item id."""
        return {item: link.kin for (item, _), link in sorted(self.links.items()) if link.kin}

    @cached_property
    def origins(self) -> Mapping[Key, tuple[str, ...]]:
        """What two or more items share, with their ids."""
        return origins(self.items, self.kin)

    @cached_property
    def weights(self) -> Array:
        """Powers the items' ratios are raised to, shape (n_items, n_hypotheses)."""
        rows = [self.shares[item.id].weights for item in self.items]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(self.hypotheses))

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """A number for each item, the same whatever else is weighed."""
        return tuple(int(item.id[1:], 16) for item in self.items)

    @cached_property
    def evidence(self) -> Array:
        """Sum of weighted log ratios, shape (n_hypotheses,)."""
        return np.asarray((self.weights * self.middle).sum(axis=0), dtype=np.float64)

    @cached_property
    def posterior(self) -> Array:
        return posterior(self.prior, self.evidence)

    def _numbers(self, pick: Callable[[Range], float]) -> Array:
        out = np.zeros((len(self.items), len(self.hypotheses)))
        for row, item in enumerate(self.items):
            for column, hypothesis in enumerate(self.hypotheses):
                link = self.links.get((item.id, hypothesis))
                if link is not None:
                    out[row, column] = math.log10(pick(bands()[link.band]))
        return out
