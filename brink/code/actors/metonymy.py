"""Whether a capital or palace acts, or is only where something happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.actors.cues import Cues
from brink.code.actors.words import Words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_TRAVEL: Final = _LISTS["travel"]
_COMPOUNDS = frozenset({"compound", "amod", "nmod:desc", "nmod:unmarked", "obl:unmarked"})


@dataclass(frozen=True, slots=True)
class Reading:
    """Whether a seat acts here, and why."""

    acts: bool
    because: str


def read_seat(words: Words, first: int, last: int, cues: Cues, *, weak: bool, palace: bool) -> Reading:
    """Whether the seat at tokens `[first, last)` stands for the actor that sits there.

    `weak` seats need a clause that leaves no doubt; a `palace` ("Kremlin") acts unless the
    clause puts something in or at it.
    """
    if last < words.n and words.texts[last] == "-" and last + 1 < words.n:
        return _hyphenated(words, last, cues)
    if first > 1 and words.texts[first - 1] == "-" and words.texts[first - 2][0].isupper():
        return _paired(words, last, cues)
    head = words.head_of(first, last)
    reading = _by_clause(words, head, last, cues)
    if reading is None:
        return Reading(
            palace and not weak,
            "a seat of power with nothing that makes it a place" if palace else "no sign of acting",
        )
    if (
        weak
        and reading.acts
        and "says or decides" not in reading.because
        and "between" not in reading.because
    ):
        return Reading(False, "a town that only rarely stands for an actor")
    return reading


def _hyphenated(words: Words, last: int, cues: Cues) -> Reading:
    after = words.lowered[last + 1]
    if words.texts[last + 1][0].isupper():
        return _paired(words, last + 2, cues)
    if words.pos[last + 1] == "PROPN" or after in cues.backing_words:
        return Reading(True, f"joined to '{after}'")
    return Reading(False, f"joined to '{after}'")


def _paired(words: Words, after: int, cues: Cues) -> Reading:
    """One of two joined capitals: governments in "Moscow-Kyiv tensions", not in "Paris-Dakar rally"."""
    noun = words.lemmas[after] if after < words.n else ""
    return Reading(noun in cues.relation_nouns, f"joined to another capital before '{noun}'")


def _by_clause(words: Words, head: int, last: int, cues: Cues) -> Reading | None:
    dep = words.deps[head]
    if words.is_possessor(last) or dep == "nmod:poss":
        return _as_possessor(words, head, cues)
    if dep in _COMPOUNDS:
        return _as_modifier(words, head, cues)
    if dep in {"nsubj", "nsubj:pass", "nsubj:outer", "csubj"}:
        return _as_subject(words, head, cues)
    if dep == "iobj":
        return Reading(True, f"is whom one '{words.lemmas[words.heads[head]]}'s something")
    if dep == "obj":
        return _as_object(words, head, cues)
    if dep in {
        "obl",
        "nmod",
        "obl:agent",
        "obl:tmod",
        "advcl",
        "acl",
        "root",
        "ROOT",
        "parataxis",
        "dep",
    } and words.case(head):
        return _with_preposition(words, head, words.case(head) or "", cues)
    if dep in {"conj", "appos", "flat"} and words.heads[head] != head:
        return _by_clause(words, words.heads[head], words.n, cues)
    return None


def _as_possessor(words: Words, head: int, cues: Cues) -> Reading:
    owned = words.lemmas[words.heads[head]]
    if owned in cues.city_nouns or words.pos[words.heads[head]] == "PROPN":
        return Reading(False, f"its {owned} is a place")
    return Reading(True, f"owns '{owned}'")


def _as_modifier(words: Words, head: int, cues: Cues) -> Reading:
    above = words.heads[head]
    if words.deps[above] == "compound" and words.pos[above] == "NOUN" and above < words.heads[above]:
        # "WASHINGTON security officials"
        above = words.heads[above]
    noun = words.lemmas[above]
    if noun in cues.governing_nouns:
        return Reading(True, f"modifies '{noun}'")
    return Reading(False, f"modifies '{noun}'")


def _as_subject(words: Words, head: int, cues: Cues) -> Reading:
    verb = words.heads[head]
    lemma = words.lemmas[verb]
    passive = words.deps[head] == "nsubj:pass"
    if words.pos[verb] not in {"VERB", "AUX"}:
        return Reading(
            True, f"said to be '{lemma}'; says or decides nothing itself, but is judged as a government"
        )
    if (
        not passive
        and lemma in _STRIKING
        and any(
            words.heads[i] == verb and words.deps[i] == "obj"
            for i in range(verb + 1, min(words.n, verb + _NEAR))
        )
    ):
        return Reading(True, f"strikes others: subject of '{lemma}'")
    if lemma in cues.city_verbs and (passive or lemma not in cues.political_verbs):
        return Reading(False, f"'{lemma}' happens to a city")
    if passive and lemma not in cues.political_verbs:
        return Reading(False, f"'{lemma}' is done to a city")
    return Reading(True, f"says or decides: subject of '{lemma}'")


_STRIKING: Final = _LISTS["striking"]
_NEAR = 8


_MOVING: Final = frozenset(
    {"prompt", "oblige", "compel", "force", "lead", "push", "allow", "enable", "cause"}
)


def _as_object(words: Words, head: int, cues: Cues) -> Reading:
    verb = words.heads[head]
    lemma = words.lemmas[verb]
    if lemma in cues.political_verbs and lemma not in cues.city_verbs:
        return Reading(True, f"object of '{lemma}'")
    if lemma in _MOVING and any(
        words.deps[c] in {"advcl", "xcomp"} and c > head for c in words.children[verb]
    ):
        return Reading(True, f"is whom one '{lemma}'s to do something")
    return Reading(False, f"'{lemma}' is done to a city")


def _with_preposition(words: Words, head: int, case: str, cues: Cues) -> Reading:
    governor = words.heads[head]
    lemma = words.lemmas[governor]
    if case in {"between", "among"}:
        return Reading(
            lemma not in cues.city_nouns | _TRAVEL or lemma in cues.relation_nouns,
            f"between parties to '{lemma}'",
        )
    if case in cues.place_prepositions and not (case == "over" and lemma in cues.political_nouns):
        return Reading(False, f"'{case}' makes it a place")
    if case in {"from", "to", "of", "on", "for", "about", "by"}:
        return _with_plain_preposition(words, governor, lemma, case, cues)
    if case in cues.actor_prepositions:
        return Reading(lemma not in _TRAVEL, f"'{case}' takes a party")
    return Reading(False, f"'{case}' makes it a place")


def _with_plain_preposition(words: Words, governor: int, lemma: str, case: str, cues: Cues) -> Reading:
    if words.pos[governor] in {"NOUN", "PROPN"}:
        acts = lemma in cues.political_nouns or (
            case != "of" and lemma in cues.relation_nouns and lemma not in cues.city_nouns
        )
        return Reading(acts, f"'{lemma} {case}'")
    if case == "by":
        return Reading(True, f"agent of '{lemma}': says or decides")
    objects = {words.lemmas[c] for c in words.children[governor] if words.deps[c] in {"obj", "nsubj:pass"}}
    if objects & cues.political_nouns:
        return Reading(True, f"'{case}' with {' '.join(sorted(objects & cues.political_nouns))}")
    wanted = {
        "from": cues.giving_verbs,
        "to": cues.addressing_verbs,
        "on": cues.pressing_verbs,
        "of": cues.complaining_verbs,
        "about": cues.complaining_verbs,
        "for": cues.siding_words,
    }
    return Reading(lemma in wanted.get(case, frozenset()), f"'{lemma} {case}'")
