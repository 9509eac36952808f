"""What joining events into incidents asks of the names of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brink.case.named import gazetteer_of, is_named
from brink.code.incidents import Names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brink.case.definition import Definition
    from brink.case.view import View

_SIDES = {"force": "forces", "group": "fighters"}
"""Of which side the dead of a kind of actor are."""


def names_of(view: View) -> Names:
    """Which actors are known by name, which are parts of others, and of which side their dead are."""
    wholes = _wholes(view.definition)
    return Names(
        related=lambda a, b: _related(a, b, wholes),
        known=lambda name: is_named(view, name),
        side=lambda name: _side(view, name),
    )


def _side(view: View, name: str) -> str | None:
    """Of which side an actor's dead are; None of a state, whose dead may be soldiers or anyone."""
    entry = gazetteer_of(view).entry(name)
    return _SIDES.get(entry.kind) if entry else None


def _wholes(definition: Definition) -> Mapping[str, frozenset[str]]:
    """For every actor of the case, itself and all larger actors it is part of."""
    parents = {entry.name: entry.part_of for entry in definition.actor_entries()}
    wholes = {}
    for name in parents:
        chain, above = {name}, parents[name]
        while above and above not in chain:
            chain.add(above)
            above = parents.get(above)
        wholes[name] = frozenset(chain)
    return wholes


def _related(a: str, b: str, wholes: Mapping[str, frozenset[str]]) -> bool:
    """Whether one name is part of the other, in the case or by its country's name."""
    if b in wholes.get(a, ()) or a in wholes.get(b, ()):
        return True
    return a.startswith(f"{b} ") or b.startswith(f"{a} ")
