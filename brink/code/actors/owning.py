"""Whose the people are that somebody harms or leads: "two of ITS men", "Omar Said, THE GROUP's leader"."""

from __future__ import annotations

from typing import Final

from brink.code.actors.page import Page
from brink.code.actors.words import Words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_HARMING: Final = _LISTS["harming"]
_DEEPER: Final = frozenset({"nmod", "conj", "appos", "nummod", "amod", "compound"})
_SUFFERS: Final = frozenset({"obj", "nsubj:pass"})
_NAMED: Final = frozenset({"appos", "flat", "nmod:desc"})
_MOST_STEPS: Final = 4


def harming_verb(words: Words, pronoun: int) -> int | None:
    """The verb that harms what a possessive owns; who does it harms others and is not the owner."""
    if words.deps[pronoun] != "nmod:poss":
        return None
    step = words.above(words.heads[pronoun], _DEEPER)
    verb = words.heads[step]
    harms = words.deps[step] in _SUFFERS and words.lemmas[verb] in _HARMING
    return verb if harms else None


def subject_over(words: Words, pronoun: int) -> int | None:
    """The subject before a possessive of the verb whose object, or part of it, the possessive is in."""
    step = words.above(words.heads[pronoun], _DEEPER)
    verb = words.heads[step]
    if words.deps[step] not in {"obj", "obl"} or words.pos[verb] != "VERB":
        return None
    return next((c for c in words.children[verb] if words.deps[c] == "nsubj" and c < pronoun), None)


def doer_over(words: Words, noun: int) -> int | None:
    """The verb, with a subject of its own, on which a noun hangs that is no subject: its doer is another."""
    if words.deps[noun] in {"nsubj", "nsubj:pass", "ROOT", "root"}:
        return None
    step = words.heads[noun]
    for _ in range(_MOST_STEPS):
        if any(words.deps[c] in {"nsubj", "nsubj:pass"} and c != noun for c in words.children[step]):
            return step
        if words.heads[step] == step or words.deps[step] in {"ccomp", "advcl", "acl:relcl", "parataxis"}:
            return None
        step = words.heads[step]
    return None


def led_person(page: Page, owner: int) -> str | None:
    """The actor that a person serves whom the owned noun explains: "Omar Said, THE GROUP's leader, said"."""
    words = page.words
    if words.deps[owner] != "nmod:poss":
        return None
    role = words.heads[owner]
    beside = [c for c in words.children[role] if words.deps[c] in _NAMED]
    if words.deps[role] in _NAMED:
        beside.append(words.heads[role])
    for token in beside:
        draft = page.at.get(token)
        if draft is not None and draft.kind == "person" and draft.serves:
            return draft.serves
    return None


def stands_beside(words: Words, first: int) -> bool:
    """Whether "and" joins what begins at a token to what is before it, however the parser hangs it."""
    before = first - 1
    while before > 0 and words.pos[before] in {"DET", "ADJ"}:
        before -= 1
    return before > 0 and words.lowered[before] in {"and", "&"}
