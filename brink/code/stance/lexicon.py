"""The words of stance, loaded once from the YAML files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from brink.code.rows import Certainty
from brink.shipped import shipped_words

Effect = Literal["inherit", "denied", "planned", "possible", "ongoing", "happened"]
"""What a governing word does to the act below it; `happened` takes it for granted and ends the search."""

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """Words that decide whether an act happened, is planned, possible, going on or denied."""

    auxiliaries: Mapping[str, Effect]
    clause: Mapping[str, Effect]
    noun: Mapping[str, Effect]
    predicate: Mapping[str, Effect]
    modifier: Mapping[str, Effect]
    noun_of: Mapping[str, Effect]
    preposition: Mapping[str, Effect]
    marker: Mapping[str, Effect]
    occur: Words
    attempted_with_means: Words
    means_of_attempts: Words
    purpose_carried_out: Words
    silent_when_negated: Words
    outlook: Words
    spoken: Words
    once: Words
    lasting: Words
    negators: Words
    negative_determiners: Words
    negative_pronouns: Words
    not_denying: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyWords:
    """Words that tell how sure a speaker is."""

    adverb: Mapping[str, Certainty]
    opens: Words
    hearsay: Mapping[str, str]
    adjective: Mapping[str, Certainty]
    verb: Mapping[str, Certainty]
    noun: Mapping[str, Certainty]
    modal: Mapping[str, Certainty]
    evidence: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionWords:
    """Words that hand what is said to somebody."""

    verbs: Words
    with_clause_only: Words
    with_object: Words
    stressing: Words
    with_preposition: Mapping[str, Words]
    evidence_verbs: Words
    reports: Words
    texts: Words
    exhibits: Words
    impersonal: Words
    prepositions: Words
    nouns: Words
    nouns_of_nobody: Mapping[str, str]
    anaphors: Words
    people: Words


def _by_word(groups: Mapping[str, list[str]]) -> dict[str, Any]:
    """Each word with the name of its group; the first group that lists a word keeps it."""
    found: dict[str, Any] = {}
    for group, words in groups.items():
        for word in words:
            found.setdefault(word, group)
    return found


def _fields(raw: Mapping[str, Any], mappings: Words, groups: Words) -> dict[str, Any]:
    shaped: dict[str, Any] = {}
    for key, value in raw.items():
        if key in groups:
            shaped[key] = _by_word(value)
        elif key in mappings:
            shaped[key] = {k: frozenset(v) if isinstance(v, list) else v for k, v in value.items()}
        else:
            shaped[key] = frozenset(value)
    return shaped


@lru_cache(maxsize=1)
def modality() -> Modality:
    """The shipped modality words."""
    groups = frozenset(
        {"auxiliaries", "clause", "noun", "predicate", "modifier", "noun_of", "preposition", "marker"}
    )
    return Modality(**_fields(shipped_words("brink.code.stance", "modality.yaml"), frozenset(), groups))


@lru_cache(maxsize=1)
def certainty_words() -> CertaintyWords:
    """The shipped certainty words."""
    groups = frozenset({"adverb", "adjective", "verb", "noun", "modal"})
    raw = shipped_words("brink.code.stance", "certainty.yaml")
    return CertaintyWords(**_fields(raw, frozenset({"hearsay"}), groups))


@lru_cache(maxsize=1)
def attribution_words() -> AttributionWords:
    """The shipped attribution words."""
    raw = shipped_words("brink.code.stance", "attribution.yaml")
    mappings = frozenset({"with_preposition", "nouns_of_nobody"})
    return AttributionWords(**_fields(raw, mappings, frozenset()))
