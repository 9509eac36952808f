"""Of whom one tells on after who says so: "the army took it, A SPOKESMAN SAID, adding that IT …"."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from brink.code.actors.words import Words
from brink.code.grammar.labels import SUBJECT

_DEEPER: Final = frozenset({"nmod", "conj", "appos", "obj", "obl", "compound"})


def subject_told(words: Words, pronoun: int, speech_verbs: Set[str]) -> int | None:
    """The subject of what is told before the speech, for "it" after "adding that" and for an owner.

    "The US struck Mosul, Centcom said, widening ITS campaign" speaks of the campaign of the US.
    """
    if words.deps[pronoun] == "nmod:poss":
        return _of_widened(words, pronoun, speech_verbs)
    clause = words.heads[pronoun]
    adding = words.heads[clause]
    speech = words.heads[adding]
    if words.deps[pronoun] not in SUBJECT or words.deps[clause] != "ccomp" or not clause > adding > speech:
        return None
    if words.deps[adding] != "advcl" or not words.lowered[adding].endswith("ing"):
        return None
    if words.lemmas[speech] not in speech_verbs or words.lemmas[adding] not in speech_verbs:
        return None
    told = next((c for c in words.children[speech] if words.deps[c] == "ccomp" and c < speech), None)
    return _subject(words, told) if told is not None else None


def _of_widened(words: Words, pronoun: int, speech_verbs: Set[str]) -> int | None:
    verb = words.above(words.heads[pronoun], _DEEPER)
    told = words.heads[verb]
    speech = words.heads[told]
    if words.deps[verb] != "advcl" or not words.lowered[verb].endswith("ing"):
        return None
    if words.deps[told] != "ccomp" or words.lemmas[speech] not in speech_verbs or not told < speech < verb:
        return None
    return _subject(words, told)


def _subject(words: Words, verb: int) -> int | None:
    return next((c for c in words.children[verb] if words.deps[c] in SUBJECT and c < verb), None)
