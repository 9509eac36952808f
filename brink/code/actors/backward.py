"""Words that refer back, as drafts: pronouns, "the group", "both sides"."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.references import PERSON, PLURAL, THING
from brink.code.actors.words import Words
from brink.code.grammar.labels import DEFINITE, RELATIVES, SPEAKER, SUBJECT_OR_TOPIC
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_PRONOUNS = PERSON | PLURAL | THING
_CLAUSE_ROLES = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "nmod", "nmod:poss", "conj", "obl:agent"}
)

_RANKED = frozenset(
    {"first", "second", "third", "latest", "last", "worst", "deadliest", "biggest", "bloodiest"}
)
_NOUN_LINKS = frozenset({"conj", "appos", "nmod:poss", "nmod"})
_EXPECTING = frozenset({"expect", "believe", "think", "fear", "hope", "doubt", "see", "estimate"})
# Steps taken up a list of joined nouns or verbs.
_LONGEST_LIST = 8


def add_pronouns(page: Page) -> None:
    """Draft pronouns that stand in a clause, and those of a speaker inside quotation marks."""
    words = page.words
    for i in range(words.n):
        word = words.lowered[i]
        if words.pos[i] != "PRON" or i in page.at or words.deps[i] not in _CLAUSE_ROLES:
            continue
        if word in _PRONOUNS or (word in SPEAKER and words.quoted[i]):
            page.add(
                Draft(
                    first=i,
                    last=i + 1,
                    head=i,
                    names=(),
                    kind="unknown",
                    how="pronoun",
                    because="",
                    plural=word in PLURAL,
                )
            )


def add_descriptions(page: Page, reading: Reading) -> None:
    """Draft "the group", "the country" and "both sides" where no role noun has done so."""
    words = page.words
    for i in range(1, words.n):
        if i in page.at or words.pos[i] != "NOUN" or words.deps[i] in {"compound", "amod"}:
            continue
        if is_pair(page, i, reading) or _is_described(page, i, reading):
            plural = words.lemmas[i] != words.lowered[i]
            page.add(
                Draft(
                    first=i,
                    last=i + 1,
                    head=i,
                    names=(),
                    kind="role",
                    how="description",
                    because="",
                    plural=plural,
                )
            )


def named_next(page: Page, i: int) -> Draft | None:
    """The body or group whose name follows what it is: "the CHARITY Save the Children"."""
    beside = page.at.get(i + 1)
    fits = beside is not None and beside.first == i + 1 and beside.kind in {"body", "group"} and beside.names
    return beside if fits else None


_LEANINGS: Final = _LISTS["leanings"]


def is_pair(page: Page, i: int, reading: Reading) -> bool:
    """Whether the noun means two actors: "both sides", "the two countries"."""
    words = page.words
    if words.lowered[i] not in reading.cues.pair_nouns:
        return False
    first = min((c for c in words.children[i] if words.deps[c] in {"amod", "nummod", "det"}), default=i)
    before = words.lowered[min(first, max(0, i - 2)) : i]
    return "both" in before or "two" in before or before[-1:] == ["warring"]


def _is_described(page: Page, i: int, reading: Reading) -> bool:
    words = page.words
    known = any(words.lowered[i] in nouns for nouns in reading.cues.described.values())
    leaning = words.lowered[i - 1] in _LEANINGS and words.lowered[i] in reading.cues.described["group"]
    before = i - 2 if leaning else _before_backer(page, i, reading) - 1
    if not known or before < 0 or words.lowered[before] not in DEFINITE:
        return False
    if i + 1 < words.n and words.texts[i + 1] == ",":
        # "The committee, WHICH REJECTS VIOLENCE": a clause set off says nothing of which one is meant.
        return not any(words.deps[c] in {"nmod", "acl"} and c > i for c in words.children[i])
    return not any(words.deps[c] in {"nmod", "acl:relcl", "acl"} and c > i for c in words.children[i])


def _before_backer(page: Page, i: int, reading: Reading) -> int:
    """Where a noun phrase begins behind its article, past who backs it: "the IRAN-BACKED group"."""
    words = page.words
    joined = i > 3 and words.texts[i - 2] == "-" and words.lowered[i - 1] in reading.cues.backing_words
    found = page.entries.get(i - 2) if joined else None
    return found[0].first if found is not None else i


def refers(page: Page, draft: Draft, reading: Reading) -> bool:
    """Whether a bare role noun can refer back to a named actor: "the army", "the Senate"."""
    words = page.words
    text = " ".join(words.lowered[draft.first : draft.last])
    definite = draft.first > 0 and words.lowered[draft.first - 1] in DEFINITE
    named = words.texts[draft.last - 1][0].isupper() and not words.opens_sentence(draft.first)
    return definite and (named or any(text in nouns for nouns in reading.cues.described.values()))


def is_empty_it(page: Page, i: int) -> bool:
    """Whether "it" stands for a clause and for nobody ("it is clear that")."""
    words, head = page.words, page.words.heads[i]
    if words.lowered[i] != "it":
        return False
    clause = any(words.deps[c] in {"ccomp", "csubj", "advcl", "xcomp", "expl"} for c in words.children[head])
    copular = any(words.deps[c] == "cop" for c in words.children[head])
    if copular and any(words.lowered[c] in _RANKED for c in words.children[head]):
        # "It was the first attack in years" speaks of what happened.
        return True
    impersonal = words.lemmas[head] in {"appear", "seem", "rain", "happen", "take", "remain"} and clause
    return impersonal or (words.pos[head] in {"ADJ", "NOUN"} and clause)


def owns_members(page: Page, i: int) -> bool:
    """Whether the thing owned is people of a group: "its fighters"."""
    draft = page.at.get(page.words.heads[i])
    return (
        draft is not None and draft.role is not None and draft.role.classes[0].name in {"member", "fighters"}
    )


def follows_others(page: Page, i: int, reading: Reading) -> bool:
    """Whether people of no party spoke last: "ANALYSTS expect an attack. It is unlikely, THEY say"."""
    words, says = page.words, reading.cues.speech_verbs
    if words.deps[i] not in SUBJECT_OR_TOPIC or words.lemmas[words.heads[i]] not in says:
        return False
    for j in range(i - 1, -1, -1):
        if words.sentence[j] < words.sentence[i] - 1 or words.texts[j] in {"”", "“"}:
            return False
        speaks = words.lemmas[words.heads[j]] in says | _EXPECTING
        if words.deps[j] == "nsubj" and speaks and words.heads[j] < i:
            return j not in page.at and words.pos[j] == "NOUN" and words.lowered[j].endswith("s")
    return False


def told_by_others(page: Page, i: int, reading: Reading) -> bool:
    """Whether people who are no party say it of themselves: "the army and local GROUPS said THEY fled"."""
    words, clause = page.words, page.words.heads[i]
    verb = words.heads[clause]
    if words.deps[clause] != "ccomp" or words.lemmas[verb] not in reading.cues.speech_verbs:
        return False
    said = [c for c in words.children[verb] if words.deps[c] == "nsubj" and c < i]
    return any(c not in page.at and words.pos[c] == "NOUN" and words.lowered[c].endswith("s") for c in said)


def in_main_clause(words: Words, i: int) -> bool:
    """Whether a noun hangs on its sentence's main verb, by itself or joined to one that does."""
    step = i
    for _ in range(_LONGEST_LIST):
        if words.deps[step] not in _NOUN_LINKS or words.pos[step] in {"VERB", "AUX"}:
            break
        step = words.heads[step]
    head = words.heads[step]
    return bool(head == words.heads[head] or step == head)


def subjects_above(words: Words, verb: int) -> list[int]:
    """Subjects of a verb, or of the nearest verb above that shares its doer with it."""
    step = verb
    for _ in range(_LONGEST_LIST):
        found = [c for c in words.children[step] if words.deps[c] in {"nsubj", "nsubj:pass", "nmod:poss"}]
        if found or words.deps[step] not in {"conj", "advcl", "xcomp", "acl", "acl:relcl", "obl", "nmod"}:
            return _without_relative(words, step, found)
        if words.deps[step] in {"acl", "acl:relcl"}:
            return [words.heads[step]]
        step = words.heads[step]
    return []


def _without_relative(words: Words, verb: int, found: list[int]) -> list[int]:
    """The noun a relative clause describes, in place of its "who" or "which"."""
    relative = words.deps[verb] == "acl:relcl" and all(words.lowered[i] in RELATIVES for i in found)
    return [words.heads[verb]] if relative else found


def speakers(page: Page, reading: Reading) -> dict[int, list[Draft]]:
    """Drafts that are said to speak, outside quotations, by sentence."""
    words, found = page.words, defaultdict[int, list[Draft]](list)
    for draft in page.drafts:
        head = draft.head
        speaks = words.deps[head] == "nsubj" and words.lemmas[words.heads[head]] in reading.cues.speech_verbs
        if speaks and not words.quoted[head] and (draft.names or draft.how == "pronoun"):
            found[words.sentence[head]].append(draft)
    return found
