"""Acts that somebody is accused of, punished for or judged by: "accused the army OF SHELLING the market"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal, cast

from brink.code.grammar.phrase import FAR
from brink.code.parsed import Token, asked_once
from brink.shipped import shipped_words

Judging = Literal["charged", "punished", "judged", "cleared"]

_TIES: Final = frozenset({"of", "for", "with", "over"})
_ADJOINED: Final = frozenset({"advcl", "acl", "obl", "xcomp"})
_GROUNDS: Final = frozenset({"suspicion", "charge", "accusation", "allegation", "count"})
_OBJECTS: Final = frozenset({"obj", "nsubj:pass", "iobj"})


@lru_cache(maxsize=1)
def judging_verbs() -> Mapping[str, Judging]:
    """Each verb of holding somebody to account, with what it makes of the deed."""
    groups = shipped_words("brink.code.grammar", "judging.yaml")
    return {verb: cast(Judging, kind) for kind, verbs in groups.items() for verb in verbs}


@asked_once
def judged_by(deed: Token) -> Token | None:
    """The verb whose object is held to account for the deed, a participle after "of", "for" or "with".

    Also of a participle that tells the outcome of such a deed ("of shelling Sittwe, KILLING nine").
    """
    if deed.dep_ not in _ADJOINED or not (_is_gerund(deed) or _has_done(deed)):
        return None
    verb = _above(deed)
    if verb is None:
        return None
    if _is_tied(deed):
        return verb
    bare = not any(child.dep_ in {"mark", "case"} and child.i < deed.i for child in deed.children)
    return verb if bare and any(_is_tied(other) for other in _deeds_before(verb, deed)) else None


def _above(deed: Token) -> Token | None:
    """The judging verb that the deed hangs on, itself or by its object."""
    verb = deed.head
    if verb.lemma_ in _GROUNDS and deed.dep_ == "acl" and verb.dep_ in {"obl", "nmod"}:
        # "Arrested on SUSPICION of planting a bomb".
        verb = verb.head.head if verb.dep_ == "nmod" and verb.head.dep_ in _OBJECTS else verb.head
    elif verb.dep_ in _OBJECTS and deed.dep_ == "acl":
        verb = verb.head
    known = verb.pos_ in {"VERB", "ADJ", "AUX"} and verb.lemma_ in judging_verbs() and verb.i < deed.i
    return verb if known else None


def _is_gerund(deed: Token) -> bool:
    """Also one that the tagger took for a noun, though it stands as a clause."""
    return deed.tag_ == "VBG" or (deed.lower_.endswith("ing") and deed.dep_ in {"advcl", "acl"})


def _has_done(deed: Token) -> bool:
    """ "Of HAVING shot two": a participle with its auxiliary."""
    return any(
        child.dep_.startswith("aux") and child.lower_ in {"having", "being"} for child in deed.children
    )


def _is_tied(deed: Token) -> bool:
    ties = (child for child in deed.children if child.dep_ in {"mark", "case"} and child.i < deed.i)
    return any(child.lower_ in _TIES or (child.lower_ == "in" and _implies(deed)) for child in ties)


def _implies(deed: Token) -> bool:
    return deed.head.lemma_ == "implicate" or deed.head.head.lemma_ == "implicate"


def _deeds_before(verb: Token, deed: Token) -> list[Token]:
    """Participles on the same verb or its object, before a comma and this one."""
    if deed.i == 0 or deed.nbor(-1).text != ",":
        return []
    hung = [
        *verb.children,
        *(below for child in verb.children if child.dep_ in _OBJECTS for below in child.children),
    ]
    return [other for other in hung if _is_gerund(other) and verb.i < other.i < deed.i][:FAR]


def told_with(outcome: Token) -> Token | None:
    """The deed whose outcome a bare participle tells: SHELLING in "of shelling Sittwe, killing nine"."""
    verb = judged_by(outcome)
    if verb is None or _is_tied(outcome):
        return None
    return next((other for other in reversed(_deeds_before(verb, outcome)) if _is_tied(other)), None)
