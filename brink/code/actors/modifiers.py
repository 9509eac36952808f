"""Role nouns become drafts, named by what modifies them ("Pakistani troops", "leader of the TTP")."""

from __future__ import annotations

from brink.code.actors.entry import ActorEntry
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.references import PLURAL, SPEAKER, THING
from brink.code.actors.roles import Meaning, RoleNoun, meaning
from brink.code.actors.story import Hit
from brink.code.actors.surfaces import classifies

_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_REACH = 5
# What only a noun can be in its clause, whatever its tag ("the military said").
_NOUN_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "conj"})
_HEADS_OF_OFFICE = frozenset(
    {"president", "leader", "chancellor", "king", "emir", "ruler", "strongman", "dictator", "premier"}
)
# Nouns that take a modifier only right beside it: in "Nigeria's Kaduna state" the state is Kaduna.
_ADJACENT = frozenset({"state", "states", "department", "mission", "union", "party"})
_OF = {
    "of": None,
    "from": None,
    "for": None,
    "in": frozenset({"government", "office", "police", "court", "fighters", "army", "parliament"}),
}
_OWNERS = THING | PLURAL | SPEAKER | {"his", "her"}
_HYPHENS = frozenset({"-", "–", "‐"})
_SIDES = frozenset({"anti", "pro", "counter", "non", "ex", "un"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})


def read_roles(page: Page, reading: Reading) -> None:
    """Draft every role noun of a page that is no part of a name."""
    words, i = page.words, 0
    while i < words.n:
        noun = reading.roles.at(words.folded, i) if words.pos[i] not in {"VERB", "AUX", "ADV"} else None
        if noun is None:
            i += 1
            continue
        last = i + len(noun.words)
        if page.is_free(i, last) and _is_nominal(page, last - 1):
            _read_role(page, i, last, noun, reading)
        i = last


def _is_nominal(page: Page, head: int) -> bool:
    """Whether the noun heads its phrase: "police said", not "police station" or "army-run"."""
    words = page.words
    if words.pos[head] not in {"NOUN", "PROPN", "ADJ"}:
        return False
    if words.pos[head] == "ADJ" and words.deps[head] not in _NOUN_ROLES:
        return False
    if head + 1 < words.n and words.texts[head + 1] == "-":
        return False
    modifies = words.deps[head] in {"compound", "amod", "nmod:desc"} and words.heads[head] > head
    # A verb in between shows that the parser joined a subject to its object.
    return not modifies or "VERB" in words.pos[head + 1 : words.heads[head]]


def _read_role(page: Page, first: int, last: int, noun: RoleNoun, reading: Reading) -> None:
    before = _modifier_before(page, first)
    if before is not None:
        hit, owner = before
        _absorb(page, hit, last)
        draft = _named(hit.first, last, noun, owner, reading, adjective=_is_adjective(page, hit))
        definite = hit.first > 0 and page.words.lowered[hit.first - 1] == "the"
        if draft.names and definite and noun.singular in _HEADS_OF_OFFICE and not noun.is_plural:
            draft.office = draft.names[0]
        page.add(draft)
        return
    entry = _modifier_after(page, last, noun) or _shared_modifier(page, last - 1, reading)
    start = _phrase_start(page, first, reading)
    if entry is not None:
        page.add(_named(start, last, noun, entry, reading))
        return
    pronoun = _owner(page, last - 1, reading)
    if pronoun is None and not _may_stand_bare(page, start, noun, reading):
        return
    page.add(_bare(start, last, noun, pronoun))


def _modifier_before(page: Page, first: int) -> tuple[Hit, ActorEntry] | None:
    """The known name that qualifies the noun from the left, past adjectives: "Afghan opposition leaders"."""
    words, end = page.words, first
    for _ in range(_REACH):
        if end in page.entries:
            hit, entry = page.entries[end]
            near = end == first or page.words.lowered[first] not in _ADJACENT
            fits = near and entry.kind != "person" and _qualifies(page, hit, end, first)
            return (hit, entry) if fits else None
        before = end - 1
        if before < 0 or words.sentence[before] != words.sentence[first]:
            return None
        if words.lowered[before] in _GENITIVE or words.pos[before] in _BETWEEN or words.texts[before] == "-":
            if words.texts[before] == "-" and not _joins_noun(page, before):
                return None
            end = before
            continue
        return None
    return None


def _joins_noun(page: Page, hyphen: int) -> bool:
    """Whether a hyphen belongs to a compound like "anti-terrorism" and not to "US-backed"."""
    words = page.words
    return hyphen + 1 < words.n and words.pos[hyphen + 1] in {"NOUN", "ADJ"} and hyphen not in page.entries


def _qualifies(page: Page, hit: Hit, end: int, first: int) -> bool:
    """Whether the name beside the noun modifies it and is no neighbour of another phrase."""
    words = page.words
    if (end < words.n and words.texts[end] == "-") or is_opposed(page, hit.first):
        return False
    draft = page.at.get(hit.first)
    if (
        draft is not None
        and draft.how == "metonym"
        and draft.kind == "government"
        and words.lowered[end : end + 1] not in (["'s"], ["’s"])
    ):
        return True
    head = words.head_of(hit.first, hit.last)
    return (
        words.heads[head] >= first
        or any(words.heads[head] == k for k in range(end, first))
        or hit.last == first
    )


def is_opposed(page: Page, first: int) -> bool:
    """Whether a prefix before the name sets somebody for or against it: "anti-Pakistan", "pro-Iranian"."""
    before = page.words.texts[max(0, first - 2) : first]
    return len(before) == 2 and before[1] in _HYPHENS and before[0].lower() in _SIDES


def _absorb(page: Page, hit: Hit, last: int) -> None:
    for i in range(hit.first, last):
        draft = page.at.get(i)
        if draft is not None:
            page.drop(draft)


def _is_adjective(page: Page, hit: Hit) -> bool:
    word = page.words.texts[hit.last - 1]
    return (
        all(n.sort in {"demonym", "people"} for n in hit.names)
        and word.isalpha()
        and not word.isupper()
        and word != "American"
    )


def _named(
    first: int,
    last: int,
    noun: RoleNoun,
    entry: ActorEntry,
    reading: Reading,
    *,
    adjective: bool = False,
) -> Draft:
    meant = meaning(noun, entry, reading.gazetteer, reading.on)
    role = noun.classes[0]
    if role.name == "beside" and not adjective:
        meant = Meaning(
            name=None, kind="role", country=None, because=f"{noun.singular} of {entry.name}, who is not named"
        )
    return Draft(
        first=first,
        last=last,
        head=last - 1,
        names=(meant.name,) if meant.name else (),
        kind=reading.kind(entry) if meant.name == entry.name and entry.kind != "state" else meant.kind,
        how=role.how,
        because=meant.because,
        country=meant.country,
        plural=noun.is_plural,
        of=None if meant.name else entry.name,
    )


def _modifier_after(page: Page, last: int, noun: RoleNoun) -> ActorEntry | None:
    """The known name in a phrase behind the noun: "government of Sudan", "officials in Juba"."""
    words = page.words
    for child in words.children[last - 1]:
        case = words.case(child)
        if child < last or words.deps[child] not in {"nmod", "obl"} or case not in _OF:
            continue
        classes = _OF[case]
        if classes is not None and not any(c.name in classes for c in noun.classes):
            continue
        entry = page.entry_at.get(child)
        if entry is not None and entry.kind != "person":
            return entry
    return None


def _shared_modifier(page: Page, head: int, reading: Reading) -> ActorEntry | None:
    """The modifier of the noun this one is coordinated with: "Pakistan's military, police and civilians"."""
    words = page.words
    if words.deps[head] != "conj" or any(
        words.deps[c] in {"det", "nmod:poss", "amod", "nummod"} for c in words.children[head]
    ):
        return None
    partner = words.heads[head]
    draft = page.at.get(partner)
    if draft is None or draft.last - 1 != partner:
        return None
    if draft.how == "alias" and draft.kind == "force" and draft.country is not None:
        return reading.gazetteer.states.get(draft.country)
    if draft.how not in {"role", "office"}:
        return None
    for end in range(draft.first + 1, draft.last + 1):
        if end in page.entries:
            return page.entries[end][1]
    return None


def _phrase_start(page: Page, first: int, reading: Reading) -> int:
    """Where the words that say which sort of people begin: "Rohingya refugees", "hospital staff"."""
    words, start = page.words, first
    while (
        start > 0
        and start - 1 not in page.at
        and words.deps[start - 1] in {"amod", "compound"}
        and words.heads[start - 1] >= first
    ):
        joined = start > 1 and words.texts[start - 2] == "-"
        is_noun = words.pos[start - 1] != "ADJ"
        role = is_noun and reading.roles.last_word(words.folded[start - 1]) is not None
        if joined or role or not classifies(page, start - 1, reading.cues):
            break
        start -= 1
    return start


def _owner(page: Page, head: int, reading: Reading) -> int | None:
    """The pronoun, description or role that owns the noun: "its fighters", "the army's commander"."""
    words = page.words
    for child in words.children[head]:
        owning = page.at.get(child)
        by_role = owning is not None and (owning.role is not None or owning.kind == "person")
        described = owning is None and any(words.lowered[child] in n for n in reading.cues.described.values())
        if words.deps[child] == "nmod:poss" and (words.lowered[child] in _OWNERS or by_role or described):
            return child
    return None


def _may_stand_bare(page: Page, start: int, noun: RoleNoun, reading: Reading) -> bool:
    """Whether the noun means somebody without a modifier, or refers back with "the" or "both"."""
    words = page.words
    text = " ".join(noun.words)
    determined = start > 0 and words.lowered[start - 1] in {
        "the",
        "this",
        "that",
        "these",
        "those",
        "both",
        "two",
    }
    if text in reading.cues.only_modified:
        described = (
            any(text in nouns for nouns in reading.cues.described.values()) or text in reading.cues.pair_nouns
        )
        return determined and described
    return True


def _bare(start: int, last: int, noun: RoleNoun, pronoun: int | None) -> Draft:
    return Draft(
        first=start,
        last=last,
        head=last - 1,
        names=(),
        kind="role" if noun.classes[0].kind in {"government", "force"} else noun.classes[0].kind,
        how=noun.classes[0].how,
        because=f"{noun.singular} with nobody named",
        plural=noun.is_plural,
        role=noun,
        owner=pronoun,
    )
