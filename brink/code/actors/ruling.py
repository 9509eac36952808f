"""Governments told by who heads them or by where they sit: "the Biden administration"."""

from __future__ import annotations

from typing import Final

from brink.code.actors.entry import ActorEntry
from brink.code.actors.page import Page, Reading
from brink.code.actors.people import Person
from brink.code.actors.roles import RoleNoun
from brink.code.grammar.labels import GENITIVE
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_RULING: Final = frozenset({"administration", "government", "regime", "cabinet", "junta", "presidency"})
_SITTING: Final = _LISTS["sitting"]


def state_of_head(page: Page, first: int, noun: RoleNoun, reading: Reading) -> tuple[int, ActorEntry] | None:
    """Where the head of a government begins who names it, and the state: "the BIDEN administration"."""
    words, last = page.words, first
    if noun.words[-1] not in _RULING or noun.is_plural:
        return None
    if last > 0 and words.lowered[last - 1] in GENITIVE:
        last -= 1
    if last == 0 or words.sentence[last - 1] != words.sentence[first]:
        return None
    if last in page.entries:
        hit, entry = page.entries[last]
        state = reading.gazetteer.states.get(entry.country or "")
        return (hit.first, state) if entry.kind == "person" and state is not None else None
    draft = page.at.get(last - 1)
    if draft is None or draft.kind != "person" or draft.last != last or not draft.names:
        return None
    state = _state_served(reading.people.called(draft.names[0].casefold().split()), reading)
    return (draft.first, state) if state is not None else None


def state_headed(page: Page, last: int, noun: RoleNoun, reading: Reading) -> ActorEntry | None:
    """The state whose government is told by its head behind it: "the government OF PRIME MINISTER RUTO"."""
    words = page.words
    if noun.words[-1] not in _RULING:
        return None
    for child in words.children[last - 1]:
        if child < last or words.case(child) != "of":
            continue
        inside = (child, *(c for c in words.children[child] if words.deps[c] in _NAMING))
        for i in inside:
            head = page.entry_at.get(i)
            if head is not None and head.kind == "person":
                return reading.gazetteer.states.get(head.country or "")
    return None


_NAMING: Final = frozenset({"flat", "appos", "compound", "nmod:desc"})


def _state_served(people: list[Person], reading: Reading) -> ActorEntry | None:
    """The state that the one person so called serves."""
    entry = reading.entry(people[0].serves) if len(people) == 1 and people[0].serves else None
    return reading.gazetteer.states.get(entry.country or "") if entry is not None else None


def state_of_seat(page: Page, last: int, noun: RoleNoun, reading: Reading) -> ActorEntry | None:
    """The state in whose capital the organ sits: "the ministry IN KYIV", "officials in Kabul"."""
    words = page.words
    organ = noun.classes[0].kind == "government" and noun.words[-1] in _SITTING
    first = last - len(noun.words)
    if not organ or any(words.deps[c] == "compound" and c < first for c in words.children[last - 1]):
        return None
    if _is_met(page, last - 1, reading):
        # "Talks with the government IN DOHA" are held there.
        return None
    if last + 1 >= words.n or words.lowered[last] != "in" or words.sentence[last] != words.sentence[last - 1]:
        return None
    for hit in page.hits:
        if hit.first == last + 1 and all(name.sort in {"capital", "seat"} for name in hit.names):
            seats = {entry.country for entry in hit.entries if entry.country}
            return reading.gazetteer.states.get(seats.pop()) if len(seats) == 1 else None
    return None


def _is_met(page: Page, noun: int, reading: Reading) -> bool:
    """Whether somebody has talks or a deal with the organ, whose place then follows."""
    words = page.words
    return words.case(noun) == "with" and words.lemmas[words.heads[noun]] in reading.cues.relation_nouns
