"""Ties of what a body is made of: "an alliance of A and B", "A and B merged to form C", "Haftar's LNA"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from brink.code.grammar import preposition, subjects
from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.ties.around import Around
from brink.code.ties.named import Pair
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.ties")
_UNIONS: Final = _LISTS["unions"]
_HOLDING: Final = frozenset({"comprise", "include", "unite", "group", "encompass", "combine", "consist"})
_FORMING: Final = frozenset({"form", "create", "become", "establish", "constitute"})
_MERGING: Final = frozenset({"merge", "unite", "join", "combine", "coalesce", "fuse"})
_GENITIVE: Final = frozenset({"'s", "’s"})
_BODIES: Final = frozenset({"group", "body", "unknown", "force"})
_UNITS: Final = _LISTS["units"]
_REACH: Final = 6


def by_union(around: Around, noun: Token) -> Iterator[Pair]:
    """Members of "X, an alliance of A, B and C"; X is the name that the noun explains."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ not in {"of", "between"}:
        return
    first = around.after(noun.i + 1)
    whole = _explained(around, noun)
    if first is None or whole is None or not _may_hold(whole):
        return
    yield from _members(around.coordinated_after(first), whole, noun)


def _explained(around: Around, noun: Token) -> Mention | None:
    """The name that the union explains: before a comma, or as the subject of "is"."""
    if any(child.dep_ == "cop" for child in noun.children):
        found = around.of_all(child for child in noun.children if child.dep_ == "nsubj")
        return found[0] if found else None
    at = noun.i - 1
    while at > 0 and noun.i - at < _REACH and noun.doc[at].text != ",":
        at -= 1
    before = around.at(at - 1) if at > 0 and noun.doc[at].text == "," else None
    return before if before is not None and before.last == at else None


def by_holding(around: Around, verb: Token) -> Iterator[Pair]:
    """Members of "X, which includes A and B" and "X is made up of A and B"."""
    if verb.pos_ != "VERB":
        return
    made_up = verb.lemma_ == "make" and [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == ["up", "of"]
    composed = verb.lemma_ in {"compose", "consist"} and verb.doc[verb.i + 1 : verb.i + 2].text == "of"
    if not (made_up or composed or (verb.lemma_ in _HOLDING and verb.tag_ in {"VBZ", "VBP"})):
        return
    whole = around.of_all(subjects(verb))
    first = around.after(verb.i + (2 if made_up else 1 if composed else 0))
    if len(whole) == 1 and first is not None and _may_hold(whole[0]):
        yield from _members(around.coordinated_after(first), whole[0], verb)


def by_merger(around: Around, verb: Token) -> Iterator[Pair]:
    """Members of "A and B merged to form C" and "one of the groups that merged to form C"."""
    formed = next((w for w in verb.doc[verb.i + 1 : verb.i + 5] if w.lemma_ in _FORMING), None)
    whole = around.after(formed.i) if formed is not None else None
    if whole is None or not _may_hold(whole):
        return
    found = around.of_all(subjects(verb)) or _one_of(around, verb)
    before = around.before(verb.i)
    if not found and before is not None:
        found = around.coordinated_before(before)
    yield from _members(found, whole, verb)


def _one_of(around: Around, verb: Token) -> list[Mention]:
    """ "A is ONE OF THE GROUPS THAT merged"."""
    one = verb.head.head if verb.dep_ == "acl:relcl" else verb.head
    if one.lower_ not in {"one", "among"}:
        return []
    return around.of_all(child for child in one.children if child.dep_ == "nsubj")


def by_part(around: Around, noun: Token) -> Iterator[Pair]:
    """The member in "X, of which A is the largest member"."""
    if not any(child.dep_ == "cop" for child in noun.children):
        return
    which = next((c for c in noun.children if c.lower_ == "which" and preposition(c) == "of"), None)
    if which is None or which.i < 3:
        return
    whole = around.at(which.i - 3) if which.doc[which.i - 2].text == "," else around.at(which.i - 2)
    found = around.of_all(child for child in noun.children if child.dep_ == "nsubj")
    if whole is not None and _may_hold(whole):
        yield from _members(found, whole, noun)


def of_leader(around: Around, genitive: Token) -> Iterator[Pair]:
    """The tie of "Riek MACHAR'S SPLM-IO" and "Machar, WHOSE SPLM-IO" between a person and his group."""
    if genitive.lower_ == "whose" and genitive.i > 1 and genitive.nbor(-1).text == ",":
        person, group = around.at(genitive.i - 2), around.at(genitive.i + 1)
        if person is not None and group is not None and (person.kind, group.kind) == ("person", "group"):
            yield Pair(person, group, "member", genitive)
        return
    if genitive.text not in _GENITIVE or genitive.i == 0:
        return
    person, group = around.at(genitive.i - 1), around.at(genitive.i + 1)
    if person is None or group is None or person.last != genitive.i:
        return
    named = group.first == genitive.i + 1 and group.how in {"name", "alias", "acronym", "unknown"}
    unit = person.kind == "group" and group.surface.split()[-1].lower() in _UNITS
    if named and group.kind == "group" and (person.kind == "person" or unit):
        yield Pair(person, group, "member", genitive)


def _members(parts: list[Mention], whole: Mention, word: Token) -> Iterator[Pair]:
    for part in parts:
        if part is not whole and part.kind in _BODIES and part.names != whole.names:
            yield Pair(part, whole, "member", word, predicated=word.pos_ == "VERB")


def _may_hold(whole: Mention) -> bool:
    return (
        whole.kind in _BODIES
        and len(whole.names) == 1
        and whole.how in {"name", "alias", "acronym", "unknown"}
    )


UNIONS, HOLDING, MERGING = _UNIONS, _HOLDING | {"make", "compose"}, _MERGING
