"""The dead of one happening, where a report counts those of two sides apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from brink.code.incidents.names import Names
from brink.code.rows import Count
from brink.shipped import shipped_yaml


@dataclass(frozen=True, slots=True)
class Said:
    """A count that one event gives, and whom it counts."""

    family: str
    event: str
    count: Count
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """What one report says in all: a count it gives, or the sum of those of two sides."""

    count: Count
    said: tuple[Said, ...]
    """The event with the count, or those that add up."""


def in_all(said: Sequence[Said], names: Names) -> Sum:
    """What a report says in all, of the counts that its events give of one happening.

    The highest count, as later sentences give the whole of which earlier ones gave a part; but
    "killed 12 soldiers … eight militants died" are two sides' dead, which add up, unless the report
    also counts all of them together ("20 people"). Those of one side told twice are one count, but
    soldiers and policemen add up unless a count of "security personnel" holds both.
    """
    whole = max(said, key=lambda one: _size(one.count))
    parts = _by_side(said, names)
    together = [one for one in said if len(_sides(one.people, names)) != 1]
    most = max((part.count.min for part in parts), default=0)
    stated = [one for one in together if one.count.min >= most]
    if len(parts) < 2 or stated:
        whole = max(stated, key=lambda one: _size(one.count)) if stated else whole
        return Sum(whole.count, (whole,))
    counts = [part.count for part in parts]
    highs = [count.max for count in counts if count.max is not None]
    top = sum(highs) if len(highs) == len(counts) else None
    return Sum(Count(sum(count.min for count in counts), top), parts)


def _by_side(said: Iterable[Said], names: Names) -> tuple[Said, ...]:
    """The highest count of each side that an event counts alone, of the forces that of each service."""
    found: dict[tuple[str, str | None], Said] = {}
    for one in said:
        sides = _sides(one.people, names)
        if len(sides) == 1:
            (side,) = sides
            key = (side, _service(one.people))
            held = found.get(key)
            found[key] = one if held is None or _size(one.count) > _size(held.count) else held
    return tuple(part for key, part in found.items() if not _is_held(key, part, found))


def _is_held(key: tuple[str, str | None], part: Said, found: Mapping[tuple[str, str | None], Said]) -> bool:
    """Whether a count of both services holds that of one, or, being less, is none of both."""
    side, service = key
    both = found.get((side, None))
    if service is not None:
        return both is not None and _size(both.count) >= _size(part.count)
    own = [one for (of, which), one in found.items() if of == side and which is not None]
    return any(_size(one.count) > _size(part.count) for one in own)


def _service(people: Iterable[str]) -> str | None:
    """Soldiers or police, where all of those counted are of the one."""
    served = {_services().get(word.casefold().split()[-1]) for word in people if word.split()}
    return served.pop() if len(served) == 1 else None


@cache
def _services() -> Mapping[str, str]:
    listed = _listed()
    return {form: name for name in ("soldiers", "police") for word in listed[name] for form in _forms(word)}


def _sides(people: Iterable[str], names: Names) -> frozenset[str]:
    """The sides of those counted; empty where some may be of any."""
    sides = [names.side(name) if names.known(name) else _side_of(name) for name in people]
    return frozenset(side for side in sides if side) if all(sides) else frozenset()


def _side_of(people: str) -> str | None:
    words = people.casefold()
    side = _words()
    return side.get(words) or side.get(words.split()[-1] if words.split() else "")


_OF = {"callings": "civilians", "soldiers": "forces", "police": "forces"}


@cache
def _words() -> Mapping[str, str]:
    """Side by noun, in the singular and the plural."""
    sides = {side: _OF.get(side, side) for side in _listed()}
    return {form: sides[side] for side, words in _listed().items() for word in words for form in _forms(word)}


@cache
def _listed() -> Mapping[str, Sequence[str]]:
    listed: Mapping[str, Sequence[str]] = shipped_yaml("brink.code.incidents", "sides.yaml")
    return listed


def kind_of_people(people: str) -> str | None:
    """What keeps one word for people apart from another: the side, the calling, or None of anyone."""
    words = people.casefold()
    last = words.split()[-1] if words.split() else ""
    calling = _callings().get(words) or _callings().get(last)
    side = _side_of(people)
    return calling or (None if side == "civilians" else side)


@cache
def _callings() -> Mapping[str, str]:
    return {form: word for word in _listed()["callings"] for form in _forms(word)}


def _forms(word: str) -> tuple[str, ...]:
    """ "Policeman" and "policemen", "child" and "children", "militant" and "militants"."""
    for end, many in (("man", "men"), ("child", "children"), ("person", "persons"), ("y", "ies")):
        if word.endswith(end):
            return word, word.removesuffix(end) + many, word + "s"
    return word, word + "s"


def _size(count: Count) -> tuple[int, float]:
    return count.min, float("inf") if count.max is None else count.max
