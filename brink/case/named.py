"""Which names of a case are actors known by name, and which are only words such as "gunmen"."""

from __future__ import annotations

from functools import lru_cache
from weakref import WeakKeyDictionary

from brink.case.view import View
from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer

NOT_NAMED = ("role", "unknown", "people", "media")


@lru_cache(maxsize=4)
def _gazetteer(entries: tuple[ActorEntry, ...]) -> Gazetteer:
    return Gazetteer.load(entries)


_of_views: WeakKeyDictionary[View, Gazetteer] = WeakKeyDictionary()


def gazetteer_of(view: View) -> Gazetteer:
    """The gazetteer with the case's own actors, loaded once a case."""
    if view not in _of_views:
        _of_views[view] = _gazetteer(tuple(view.definition.actor_entries()))
    return _of_views[view]


def is_named(view: View, name: str) -> bool:
    """Whether a name is a known state, government, force, body, group or person."""
    entry = gazetteer_of(view).entry(name)
    return entry is not None and entry.kind not in NOT_NAMED
