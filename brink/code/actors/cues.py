"""The word lists that decide how a name is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from brink.code.actors.shipped import read_yaml
from brink.code.actors.spelling import fold, pieces


@dataclass(frozen=True, slots=True)
class Phrases:
    """Short phrases found at a token, longest first."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, phrases: Sequence[str]) -> Phrases:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(fold(w) for w in pieces(phrase))
            found.setdefault(words[0], []).append(words)
        return cls({first: tuple(sorted(many, key=len, reverse=True)) for first, many in found.items()})

    def end(self, folded: Sequence[str], i: int) -> int:
        """End of the longest phrase that starts at token `i`, or `i` when there is none."""
        for words in self.by_first.get(folded[i], ()):
            last = i + len(words)
            if last <= len(folded) and tuple(folded[i:last]) == words:
                return last
        return i


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words by what they tell of a name beside them; see `reading.yaml`."""

    political_verbs: frozenset[str]
    city_verbs: frozenset[str]
    state_verbs: frozenset[str]
    dealing_verbs: frozenset[str]
    people_verbs: frozenset[str]
    harm_nouns: frozenset[str]
    speech_verbs: frozenset[str]
    relation_nouns: frozenset[str]
    political_nouns: frozenset[str]
    city_nouns: frozenset[str]
    place_prepositions: frozenset[str]
    actor_prepositions: frozenset[str]
    group_words: frozenset[str]
    body_words: frozenset[str]
    media_words: frozenset[str]
    thing_words: frozenset[str]
    name_links: frozenset[str]
    no_names: frozenset[str]
    pair_nouns: frozenset[str]
    only_modified: frozenset[str]
    group_first: frozenset[str]
    supported_only: frozenset[str]
    plain_acronyms: frozenset[str]
    given_names: frozenset[str]
    described: dict[str, frozenset[str]]
    """By kind of actor, the nouns that refer back to one."""
    giving_verbs: frozenset[str]
    addressing_verbs: frozenset[str]
    pressing_verbs: frozenset[str]
    complaining_verbs: frozenset[str]
    siding_words: frozenset[str]
    backing_words: frozenset[str]
    governing_nouns: frozenset[str]
    congress_states: frozenset[str]
    verbs_on_people: frozenset[str]
    inner_words: frozenset[str]
    shouted_words: frozenset[str]
    sorting_words: frozenset[str]
    time_words: frozenset[str]
    taking_verbs: frozenset[str]
    apart_words: frozenset[str]
    family_first: frozenset[str]
    titles: Phrases
    known_as: Phrases


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The shipped word lists."""
    lists = read_yaml("reading.yaml")
    described = {kind: frozenset(words) for kind, words in lists.pop("descriptions").items()}
    titles, known_as = Phrases.of(lists.pop("titles")), Phrases.of(lists.pop("known_as"))
    sets = {name: frozenset(str(word) for word in words) for name, words in lists.items()}
    return Cues(**sets, described=described, titles=titles, known_as=known_as)
