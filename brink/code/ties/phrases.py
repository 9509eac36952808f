"""The words of standing relations, loaded once from `relations.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from brink.code.rows import Relation
from brink.shipped import shipped_words

Sign = Literal["+", "-", "0"]
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A verb with the object and preposition it needs: "pledge allegiance to"."""

    relation: Relation
    parts: tuple[str, ...]
    """Lemmas between the verb and the other side; the last may be a preposition."""
    ongoing_only: bool
    ended: bool
    reverse: bool = False
    """The doer is the second side: "has a haven under"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """All relation words, by how they are used."""

    signs: Mapping[Relation, Sign]
    directed: Mapping[Relation, bool]
    nouns: Mapping[str, Relation]
    nouns_reversed: Mapping[str, Relation]
    posts: Words
    parts: Words
    verbs: Mapping[str, tuple[VerbPhrase, ...]]
    mutual: Mapping[str, tuple[VerbPhrase, ...]]
    bonds: Mapping[str, Relation]
    relation_nouns: Words
    relation_moods: Mapping[str, Relation]
    adjectives: Mapping[str, Relation]
    compounds: Mapping[str, Relation]
    prefixes: Mapping[str, Relation]
    forms: Mapping[str, str]
    ended: Words
    havens: Words
    gifts: Words
    group_sorts: Mapping[str, Relation]
    group_nouns: Words
    people_of: Words


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The shipped relation words."""
    raw = shipped_words("brink.code.ties", "relations.yaml")
    kinds = raw["relations"]
    return Phrases(
        signs={name: kind["sign"] for name, kind in kinds.items()},
        directed={name: kind["directed"] == "true" for name, kind in kinds.items()},
        nouns=_by_word(raw["nouns"]),
        nouns_reversed=_by_word(raw["nouns_reversed"]),
        posts=frozenset(raw["posts"]),
        parts=frozenset(raw["parts"]),
        verbs=_verbs(raw, "verbs", "verbs_when_ongoing", "verbs_ended", "verbs_reversed"),
        mutual=_verbs(raw, "mutual"),
        bonds=_by_word(raw["bonds"]),
        relation_nouns=frozenset(raw["relation_nouns"]),
        relation_moods=_by_word(raw["relation_moods"]),
        adjectives=_by_word(raw["adjectives"]),
        compounds=_by_word(raw["compounds"]),
        prefixes=_by_word(raw["prefixes"]),
        forms=dict(raw["forms"]),
        ended=frozenset(raw["ended"]),
        havens=frozenset(raw["havens"]),
        gifts=frozenset(raw["gifts"]),
        group_sorts=_by_word(raw["group_sorts"]),
        group_nouns=frozenset(raw["group_nouns"]),
        people_of=frozenset(raw["people_of"]),
    )


def _by_word(groups: Mapping[Relation, list[str]]) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for relation, words in groups.items():
        for word in words:
            found.setdefault(word, relation)
    return found


def _verbs(raw: Mapping[str, Any], *sections: str) -> dict[str, tuple[VerbPhrase, ...]]:
    """Verb phrases by their verb, longest first so that "fight against" is tried before "fight"."""
    found: dict[str, list[VerbPhrase]] = {}
    for section in sections:
        for relation, entries in raw[section].items():
            for entry in entries:
                verb, *rest = entry.split()
                phrase = VerbPhrase(
                    relation,
                    tuple(rest),
                    ongoing_only=section == "verbs_when_ongoing",
                    ended=section == "verbs_ended",
                    reverse=section == "verbs_reversed",
                )
                found.setdefault(verb, []).append(phrase)
    return {verb: tuple(sorted(group, key=lambda p: -len(p.parts))) for verb, group in found.items()}
