"""Which event is in which group and why, in a few numbers an event."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

_NONE = -1


class Groups:
    """Groups of events, each event known by its position among all.

    An event takes four numbers of four bytes and a group two, so that those of a million reports fit
    beside the rest. What is united after all are placed is rare and held in full.
    """

    def __init__(self) -> None:
        self._group, self._next = array("i"), array("i")
        self._first, self._last = array("i"), array("i")
        self._tied_to, self._how = array("i"), array("i")
        self._ways: dict[str, int] = {}
        self._into: dict[int, int] = {}
        self._made_of: dict[int, list[int | str]] = {}

    def place(self, group: int | None, tie: tuple[str, int] | None = None) -> int:
        """Put the next event into a group, or into one of its own; return the group.

        `tie` says how it is tied, in words with `{}` for the event it is tied to, and to which.
        """
        how, to = tie if tie is not None else ("", _NONE)
        position = len(self._group)
        if group is None:
            group = len(self._first)
            self._first.append(position)
            self._last.append(position)
        else:
            self._next[self._last[group]] = position
            self._last[group] = position
        self._group.append(group)
        self._next.append(_NONE)
        self._tied_to.append(to)
        self._how.append(self._ways.setdefault(how, len(self._ways)))
        return group

    def of(self, position: int) -> int:
        """The group of an event."""
        group = self._group[position]
        while group in self._into:
            group = self._into[group]
        return group

    def members(self, group: int) -> Iterator[int]:
        """The positions of its events, as they came in."""
        for part in self._made_of.get(group, (group,)):
            if isinstance(part, int):
                yield from self._placed(part)

    def _placed(self, group: int) -> Iterator[int]:
        position = self._first[group]
        while position != _NONE:
            yield position
            position = self._next[position]

    def reasons(self, group: int) -> Iterator[str | tuple[int, str, int]]:
        """Why each further event was joined: in words, or as the event, how, and to which it is tied."""
        ways = list(self._ways)
        for part in self._made_of.get(group, (group,)):
            if isinstance(part, str):
                yield part
                continue
            for position in self._placed(part):
                if (to := self._tied_to[position]) != _NONE:
                    yield position, ways[self._how[position]], to

    def unite(self, a: int, b: int, because: str) -> None:
        """Make the groups of two events one, when all events are placed."""
        keep, gone = sorted((self.of(a), self.of(b)))
        if keep != gone:
            parts = [*self._made_of.pop(keep, [keep]), *self._made_of.pop(gone, [gone]), because]
            self._made_of[keep], self._into[gone] = parts, keep

    def __iter__(self) -> Iterator[int]:
        return (group for group in range(len(self._first)) if group not in self._into)
