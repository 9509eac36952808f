"""Sums that come out the same, bit for bit, in whatever pieces and order they are made.

Rounding makes a sum depend on where its brackets stand. Here they stand where the number of a block puts
them: blocks 2k and 2k+1 are added first, then pairs of pairs, and so on. Whoever holds both halves of a pair
adds them; whoever holds one keeps it. So any split over threads, shards or machines ends in the same tree,
and only about two sums for each doubling of the blocks are ever held.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from brink.errors import PartMismatch

Sums = dict[str, NDArray[np.float64]]
Node = tuple[int, int]
"""Level and index: the blocks from index * 2**level up to (index + 1) * 2**level."""


class SumTree:
    """Named arrays of sums over blocks of futures."""

    def __init__(self, nodes: dict[Node, Sums] | None = None) -> None:
        self.nodes: dict[Node, Sums] = dict(nodes or {})

    def add_block(self, block: int, sums: Sums) -> None:
        """Take in one block's sums; raises PartMismatch if the block is already in."""
        self.add(0, block, sums)

    def add(self, level: int, index: int, sums: Sums) -> None:
        """Take in the sums of 2**level blocks."""
        if any(self._covers(node, level, index) for node in self.nodes):
            raise PartMismatch(f"blocks from {index << level} were counted twice; give each part once")
        while (sibling := (level, index ^ 1)) in self.nodes:
            other = self.nodes.pop(sibling)
            left, right = (other, sums) if index & 1 else (sums, other)
            sums = _added(left, right)
            level, index = level + 1, index >> 1
        self.nodes[level, index] = sums

    def total(self) -> Sums:
        """The sums over all blocks taken in, from the first to the last."""
        ordered = [self.nodes[node] for node in sorted(self.nodes, key=lambda node: node[1] << node[0])]
        total = ordered[0]
        for sums in ordered[1:]:
            total = _added(total, sums)
        return total

    @staticmethod
    def _covers(node: Node, level: int, index: int) -> bool:
        shallow, deep = sorted(((level, index), node))
        return shallow[1] >> (deep[0] - shallow[0]) == deep[1]


def _added(left: Sums, right: Sums) -> Sums:
    return {name: left[name] + right[name] for name in left}


def joined(trees: Iterable[SumTree]) -> SumTree:
    """One tree of the blocks of several."""
    whole = SumTree()
    for tree in trees:
        for (level, index), sums in sorted(tree.nodes.items(), key=lambda one: one[0][1] << one[0][0]):
            whole.add(level, index, sums)
    return whole
