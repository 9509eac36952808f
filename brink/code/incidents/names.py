"""What is known of names when two events are compared."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names when two events are compared."""

    related: Callable[[str, str], bool]
    """Whether two names may stand for one doer: a force and its state, a faction and its group."""
    known: Callable[[str], bool]
    """Whether a name is an actor's; words such as "gunmen" are nobody's and contradict nobody."""
    side: Callable[[str], str | None] = lambda _: None
    """Of which side an actor's dead are: `forces`, `fighters`, or None where they may be of any."""

    def meet(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether two sides can be one: they share a name, or one of them is not known by name."""
        ours, theirs = [n for n in a if self.known(n)], [n for n in b if self.known(n)]
        return not ours or not theirs or self._share(ours, theirs)

    def agree(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether two sides are shown to be one: the same or a related name stands in both."""
        return self._share(a, b)

    def _share(self, a: Collection[str], b: Collection[str]) -> bool:
        return any(x == y or self.related(x, y) for x in a for y in b)
