"""All actors that can be recognised by name: the shipped ones under those of the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from brink import errors
from brink.code.actors.entry import ActorEntry
from brink.code.actors.names import Name, NameTrie, names_of
from brink.code.actors.shipped import Sense, Shipped, load_shipped
from brink.code.actors.spelling import fold, pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Entries by canonical name, and every way of writing them."""

    entries: Mapping[str, ActorEntry]
    """By folded canonical name."""
    trie: NameTrie
    called: Mapping[str, tuple[ActorEntry, ...]]
    """Entries by any folded name, for people who type one."""
    states: Mapping[str, ActorEntry]
    """States by ISO 3166-1 alpha-2."""
    armies: Mapping[str, str]
    organs: Mapping[tuple[str, str], str]
    serving: Mapping[str, str]
    senses: Mapping[str, Sense]
    years: Mapping[str, tuple[int | None, int | None]]
    seats: Mapping[str, tuple[Name, ...]]
    """Capitals and seats by folded place name."""

    @classmethod
    def load(cls, case_actors: Sequence[ActorEntry] = ()) -> Gazetteer:
        """The shipped actors, overridden by the case's wherever both claim a name.

        A case entry that bears a shipped actor's canonical name, or lists it among its own
        names, is that actor: it keeps the shipped spellings and takes the case's name.
        """
        return _shipped_gazetteer() if not case_actors else _build(load_shipped(), case_actors)

    def entry(self, name: str) -> ActorEntry | None:
        """The actor with this canonical name, or the only one this name may stand for."""
        exact = self.entries.get(_key(name))
        if exact is not None:
            return exact
        called = self.called.get(_key(name), ())
        return called[0] if len(called) == 1 else None

    def nearest(self, name: str) -> str:
        """A clause for error messages that names the closest known actors, or nothing."""
        return errors.nearest(name, [entry.name for entry in self.entries.values()])

    def ruler(self, country: str, on: date | None) -> ActorEntry | None:
        """Who governs a country from its capital on a day: the state, or the actor that took it.

        On an unknown day, whoever does so now.
        """
        state = self.states.get(country)
        if state is None:
            return None
        day = on or date.max
        held = [
            name for names in self.seats.values() for name in names if name.entry is state and not name.weak
        ]
        if not held or any(name.holds(day) for name in held):
            return state
        lost = {_key(" ".join(name.words)) for name in held}
        takers = [n.entry for place in sorted(lost) for n in self.seats[place] if n.holds(day) and n.entry]
        return takers[0] if takers else state

    def army(self, country: str) -> str:
        """Canonical name of a state's armed forces."""
        return self.armies.get(country) or f"{self.states[country].name} Army"

    def adjective(self, country: str) -> str:
        """A state's first demonym, as canonical names use it ("Pakistani", "US")."""
        if country == "US":
            return "US"
        demonyms = self.states[country].demonyms
        return demonyms[0] if demonyms else self.states[country].name

    def serves(self, name: str) -> str | None:
        """The actor a well-known person speaks for."""
        return self.serving.get(name)


@lru_cache(maxsize=1)
def _shipped_gazetteer() -> Gazetteer:
    return _build(load_shipped(), ())


@lru_cache(maxsize=20_000)
def _key(name: str) -> str:
    return " ".join(fold(word) for word in pieces(name))


def _build(shipped: Shipped, case_actors: Sequence[ActorEntry]) -> Gazetteer:
    entries, renamed = _overridden(shipped.entries, case_actors)
    names = _all_names(shipped, entries, renamed)
    claimed = _claimed(entries, case_actors)
    names = [n for n in names if (k := _key(" ".join(n.words))) not in claimed or _owns(n, claimed[k])]
    called: dict[str, list[ActorEntry]] = {}
    seats: dict[str, list[Name]] = {}
    for name in names:
        key = _key(" ".join(name.words))
        if name.entry is not None and name.entry not in called.setdefault(key, []):
            called[key].append(name.entry)
        if name.sort in {"capital", "seat"}:
            seats.setdefault(key, []).append(name)
    return Gazetteer(
        entries=entries,
        trie=NameTrie(names),
        called={key: tuple(found) for key, found in called.items()},
        states={e.country: e for e in entries.values() if e.kind == "state" and e.country},
        armies={iso: renamed.get(army, army) for iso, army in shipped.armies.items()},
        organs={key: renamed.get(organ, organ) for key, organ in shipped.organs.items()},
        serving={renamed.get(p, p): renamed.get(a, a) for p, a in shipped.serves.items()},
        senses={_key(name): _renamed_sense(sense, renamed) for name, sense in shipped.senses.items()},
        years={renamed.get(name, name): years for name, years in shipped.years.items()},
        seats={key: tuple(found) for key, found in seats.items()},
    )


def _claimed(
    entries: Mapping[str, ActorEntry], case_actors: Sequence[ActorEntry]
) -> dict[str, list[ActorEntry]]:
    """The case's actors by each name they bear; one that two bear stays open between them."""
    claimed: dict[str, list[ActorEntry]] = {}
    for ours in case_actors:
        entry = entries[_key(ours.name)]
        for name in names_of(entry):
            holders = claimed.setdefault(_key(" ".join(name.words)), [])
            if entry not in holders:
                holders.append(entry)
    return claimed


def _owns(name: Name, holders: Sequence[ActorEntry]) -> bool:
    return any(name.entry == holder for holder in holders)


def _overridden(
    shipped: Iterable[ActorEntry], case_actors: Sequence[ActorEntry]
) -> tuple[dict[str, ActorEntry], dict[str, str]]:
    """Entries by folded name, and the case's name for each shipped actor it renames."""
    entries = {_key(entry.name): entry for entry in shipped}
    by_alias = _sole_owners(entries.values())
    renamed: dict[str, str] = {}
    for ours in case_actors:
        theirs = entries.pop(_key(ours.name), None) or _same_actor(ours, entries, by_alias)
        if theirs is not None:
            entries.pop(_key(theirs.name), None)
            renamed[theirs.name] = ours.name
        entries[_key(ours.name)] = ours if theirs is None else _joined(ours, theirs)
    return entries, renamed


def _sole_owners(entries: Iterable[ActorEntry]) -> dict[str, ActorEntry | None]:
    owners: dict[str, ActorEntry | None] = {}
    for entry in entries:
        for name in (*entry.aliases, *entry.acronyms):
            key = _key(name)
            owners[key] = entry if owners.get(key, entry) is entry else None
    return owners


def _same_actor(
    ours: ActorEntry, entries: Mapping[str, ActorEntry], by_alias: Mapping[str, ActorEntry | None]
) -> ActorEntry | None:
    for name in (*ours.aliases, *ours.acronyms):
        if (entry := entries.get(_key(name))) is not None:
            return entry
    owner = by_alias.get(_key(ours.name))
    return owner if owner is not None and _key(owner.name) in entries else None


def _joined(ours: ActorEntry, theirs: ActorEntry) -> ActorEntry:
    """The case's entry with the shipped spellings it did not list."""

    def both(mine: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        return mine + tuple(name for name in other if name not in mine)

    return replace(
        ours,
        country=ours.country or theirs.country,
        aliases=both(
            ours.aliases, (*theirs.aliases, theirs.name) if theirs.name != ours.name else theirs.aliases
        ),
        acronyms=both(ours.acronyms, theirs.acronyms),
        demonyms=both(ours.demonyms, theirs.demonyms),
        capitals=ours.capitals or theirs.capitals,
        dated=ours.dated or theirs.dated,
        part_of=ours.part_of or theirs.part_of,
    )


def _all_names(shipped: Shipped, entries: Mapping[str, ActorEntry], renamed: Mapping[str, str]) -> list[Name]:
    names = [name for entry in entries.values() for name in names_of(entry)]
    for state, people in shipped.people.items():
        entry = entries[_key(renamed.get(state, state))]
        names += [Name(pieces(word), entry, "people") for word in people]
    for seat in shipped.seats:
        entry = entries[_key(renamed.get(seat.of, seat.of))]
        names.append(Name(pieces(seat.name.name), entry, "seat", seat.name.start, seat.name.end, seat.weak))
    return names + [Name(pieces(longer), None, "other") for longer in shipped.swallowing]


def _renamed_sense(sense: Sense, renamed: Mapping[str, str]) -> Sense:
    usually = sense.usually and renamed.get(sense.usually, sense.usually)
    instead = sense.instead and renamed.get(sense.instead, sense.instead)
    return replace(sense, usually=usually, instead=instead)
