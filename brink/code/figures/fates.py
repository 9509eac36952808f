"""What a word says of the fate of people: verbs that do it to them, states they are in, nouns for it."""

from __future__ import annotations

from functools import cache
from typing import Literal

from brink.code.figures.vocabulary import known, vocabulary
from brink.code.parsed import Token

Role = Literal["killed", "injured", "abducted", "arrested", "displaced"]
OBJECT_OPENERS = frozenset({"DET", "NUM", "PROPN", "PRON", "NOUN", "ADJ"})


@cache
def index(kind: str) -> dict[str, Role]:
    """Role of each word of one kind."""
    roles: dict[str, Role] = {}
    for role, kinds in vocabulary()["roles"].items():
        for word in kinds[kind]:
            roles.setdefault(word, role)
    return roles


def losing_lives(verb: Token) -> Role | None:
    """Those who lost their lives are dead."""
    following = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 4]]
    return "killed" if verb.lemma_.lower() == "lose" and "lives" in following else None


def is_state(token: Token) -> bool:
    """Whether a participle or adjective describes what is before it and has no object of its own."""
    objects = any(child.dep_ == "obj" and child.i > token.i for child in token.children)
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if objects or token.lower_ in ("captive", "hostage", "dead", "homeless"):
        return not objects
    active = following is not None and following.pos_ in OBJECT_OPENERS and following.dep_ != "conj"
    return not (active and token.tag_ == "VBD")


def act(verb: Token) -> Role | None:
    """What a verb does to its object, alone or with words beside it ("shot DEAD", "took HOSTAGE")."""
    lemma = verb.lemma_.lower()
    role = index("acts").get(lemma)
    if role is not None:
        return role
    following = [token.lemma_.lower() for token in verb.doc[verb.i + 1 : verb.i + 4]]
    for phrase, found in _phrasal().get(lemma, ()):
        children = {child.lower_ for child in verb.children}
        if set(phrase) <= children | set(following) or _trailing(verb, phrase):
            return found
    return None


@cache
def _phrasal() -> dict[str, list[tuple[tuple[str, ...], Role]]]:
    found: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for phrase, role in index("acts").items():
        verb, _, rest = phrase.partition(" ")
        if rest:
            found.setdefault(verb, []).append((tuple(rest.split()), role))
    return found


def _trailing(verb: Token, phrase: tuple[str, ...]) -> bool:
    """took 200 girls hostage, shot six villagers dead: the rest of the verb after its object."""
    window = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 10]]
    size = len(phrase)
    return any(tuple(window[i : i + size]) == phrase for i in range(len(window)))


def lives(verb: Token, noun: Token) -> Role | None:
    """claimed nine lives, took the lives of 12."""
    taking = verb.lemma_.lower() in known("taking_lives") and noun.lemma_.lower() in known("lives")
    return "killed" if taking else None
