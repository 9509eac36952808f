"""Names of actors in a definition: who is named twice, by whom nobody is known, and who is part of whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from brink.case.parts.actors import NameInTime
from brink.case.problems import DefinitionProblem, Found
from brink.case.reference_checks import counts, unknown
from brink.case.yaml_text import KeyPath
from brink.errors import nearest

if TYPE_CHECKING:
    from brink.case.definition import Definition


def names_twice(definition: Definition) -> Found:
    """Actors whose name another actor has already."""
    first: dict[str, int] = {}
    for place, actor in enumerate(definition.actors):
        before = first.setdefault(actor.name.casefold(), place)
        if before != place:
            message = f"{actor.name!r} is already the name of actors[{before}]; merge them or rename one"
            yield DefinitionProblem(("actors", place, "name"), message)


def names_shared(definition: Definition) -> Found:
    """A name of two actors at one time, unless `shared_names` says so."""
    declared = {shared.name.casefold(): set(shared.actors) for shared in definition.shared_names}
    holders: dict[str, list[tuple[str, NameInTime]]] = defaultdict(list)
    for place, actor in enumerate(definition.actors):
        for name in actor.names():
            key = name.name.casefold()
            for other, held in holders[key]:
                if other == actor.name or not _same_time(name, held):
                    continue
                if {actor.name, other} <= declared.get(key, set()):
                    continue
                message = (
                    f"{name.name!r} names both {other} and {actor.name}; give it to one, "
                    "or declare it under shared_names with both actors and why"
                )
                yield DefinitionProblem(("actors", place), message)
            holders[key].append((actor.name, name))


def _same_time(a: NameInTime, b: NameInTime) -> bool:
    a_before_b = a.until is not None and b.start is not None and a.until <= b.start
    b_before_a = b.until is not None and a.start is not None and b.until <= a.start
    return not (a_before_b or b_before_a)


def actors_unknown(definition: Definition) -> Found:
    """Names in any section that no actor of the case has."""
    known = [actor.name for actor in definition.actors]
    aliases = {name.name.casefold(): actor.name for actor in definition.actors for name in actor.names()}
    for path, name in _actors_named(definition):
        if name not in known:
            meant = aliases.get(name.casefold())
            hint = f"; did you mean {meant}?" if meant else nearest(name, known)
            yield DefinitionProblem(path, f"{name!r} is not the name of an actor of this case{hint}")


def _actors_named(definition: Definition) -> Iterator[tuple[KeyPath, str]]:
    """Every place where a section names an actor."""
    for place, actor in enumerate(definition.actors):
        if actor.part_of is not None:
            yield ("actors", place, "part_of"), actor.part_of
    for section, keys in (
        ("shared_names", ("actors",)),
        ("ties", ("a", "b")),
        ("ladders", ("by", "against")),
        ("levers", ("who", "against")),
        ("options", ("who",)),
        ("forecasts", ("about",)),
        ("series", ("actors",)),
    ):
        for place, part in enumerate(getattr(definition, section)):
            for key in keys:
                yield from _named_at((section, place, key), getattr(part, key))
    if definition.model is not None:
        for key in ("target", "group", "host", "partner", "rivals"):
            yield from _named_at(("model", "roles", key), getattr(definition.model.roles, key))
    for path, count in counts(definition):
        yield from _named_at((*path, "actors"), count.actors)
        yield from _named_at((*path, "recipients"), count.recipients)


def _named_at(path: KeyPath, named: str | tuple[str, ...] | None) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(named, str):
        yield path, named
    else:
        for place, name in enumerate(named or ()):
            yield (*path, place), name


def lanes_unknown(definition: Definition) -> Found:
    """Lanes of actors that the case does not list."""
    for place, actor in enumerate(definition.actors):
        if actor.lane is not None:
            yield from unknown(("actors", place, "lane"), actor.lane, list(definition.lanes), "a lane")


def parts_in_circles(definition: Definition) -> Found:
    """Actors that are part of themselves."""
    whole = {actor.name: actor.part_of for actor in definition.actors}
    for place, actor in enumerate(definition.actors):
        above, seen = actor.part_of, {actor.name}
        while above is not None and above not in seen:
            seen.add(above)
            above = whole.get(above)
        if above == actor.name:
            message = f"{actor.name!r} is part of itself by way of {actor.part_of!r}; cut the circle"
            yield DefinitionProblem(("actors", place, "part_of"), message)
