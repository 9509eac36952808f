"""Role nouns become drafts, named by what modifies them ("Pakistani troops", "leader of the TTP")."""

from __future__ import annotations

from typing import Final

from brink.code.actors.described import broken_away, led_by, members_before, unit_after
from brink.code.actors.drafted import bare, join, named
from brink.code.actors.entry import ActorEntry
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.qualifiers import (
    loyal_to,
    modifier_before,
    modifiers_after,
    owner_of,
    shared_modifier,
    sharing_before,
)
from brink.code.actors.role_phrases import may_stand_bare, phrase_start
from brink.code.actors.roles import RoleNoun
from brink.code.actors.ruling import state_headed, state_of_head, state_of_seat
from brink.code.actors.runs import Run, is_numbered
from brink.code.actors.story import Hit
from brink.code.actors.two_part import with_second_matter
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")

# What only a noun can be in its clause, whatever its tag ("the military said").
_NOUN_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "conj"})
_HEADS_OF_OFFICE: Final = _LISTS["heads_of_office"]

_GROUPS: Final = _LISTS["groups"]


def read_roles(page: Page, reading: Reading) -> None:
    """Draft every role noun of a page that is no part of a name."""
    words, i = page.words, 0
    while i < words.n:
        noun = reading.roles.at(words.folded, i) if words.pos[i] not in {"VERB", "AUX", "ADV"} else None
        if noun is None:
            i += 1
            continue
        last = with_second_matter(words, i, noun, page.entry_at)
        if not page.is_free(i, i + 1):
            # "The Chadian army chief": the army is part of a name, its chief is yet to be read.
            i += 1
            continue
        run = page.run_at.get(i)
        if run is not None and run.first == i and last < run.last and words.lowered[last] in {"of", "for"}:
            # "Brigade of the Dawn" is a name and no brigade of anybody's.
            i = run.last
            continue
        if run is not None and is_numbered(words, run):
            i = run.last
            continue
        if page.is_free(i, last) and _is_title_of(page, i, last):
            i = last
            continue
        if page.is_free(i, last) and _is_nominal(page, i, last):
            _read_role(page, i, last, noun, reading)
        i = last


def _is_title_of(page: Page, first: int, last: int) -> bool:
    """Whether it is the rank of the person named next, which his name then begins with: "MARSHAL Munir"."""
    draft, words = page.at.get(last), page.words
    if draft is None or draft.kind != "person" or draft.first != last or not words.texts[first][0].isupper():
        return False
    if words.deps[last] != "flat" or not first <= words.heads[last] < last:
        return False
    page.drop(draft)
    draft.first, draft.head = first, words.head_of(first, draft.last)
    page.add(draft)
    return True


def _is_nominal(page: Page, first: int, last: int) -> bool:
    """Whether the noun heads its phrase: "police said", not "police station" or "army-run"."""
    words, head = page.words, last - 1
    if first <= words.heads[head] < head:
        # "The attorney GENERAL" is headed by its first word.
        head = words.heads[head]
    if words.pos[head] not in {"NOUN", "PROPN", "ADJ"}:
        return False
    if words.pos[head] == "ADJ" and words.deps[head] not in _NOUN_ROLES:
        return False
    if last < words.n and words.texts[last] == "-":
        return False
    modifies = words.deps[head] in {"compound", "amod", "nmod:desc"} and words.heads[head] > head
    # A verb in between shows that the parser joined a subject to its object.
    return not modifies or "VERB" in words.pos[head + 1 : words.heads[head]]


def _read_role(page: Page, first: int, last: int, noun: RoleNoun, reading: Reading) -> None:
    before = modifier_before(page, first) if not _is_apart(page, last - 1, reading) else None
    if before is not None:
        _read_modified(page, *before, last=last, noun=noun, reading=reading)
        return
    if (headed := state_of_head(page, first, noun, reading)) is not None:
        page.drop(page.at[headed[0]]) if headed[0] in page.at else None
        page.add(named(page, headed[0], last, noun, headed[1], reading))
        return
    start = phrase_start(page, first, reading)
    if owners := _owners_of(page, last, noun, reading):
        draft = _of_entry(page, start, last, noun, owners[0], reading)
        for entry in owners[1:] if noun.is_plural and draft.names else ():
            join(draft, named(page, start, last, noun, entry, reading))
        page.add(draft)
        return
    if (unit := unit_after(page, last, noun, reading)) is not None:
        page.add(_of_unit(page, start, last, noun, unit))
        return
    if led := led_by(page, start, reading):
        page.add(_led(page, start, last, noun, led))
        return
    pronoun = owner_of(page, last - 1, reading)
    if pronoun is None and not may_stand_bare(page, start, noun, reading):
        return
    page.add(alone := bare(page, start, last, noun, pronoun))
    if (members := members_before(page, start, noun)) is not None:
        page.add(Draft(first=members, last=members + 1, head=members, names=(), kind=alone.kind, how="role",
                       because=alone.because, same_as=alone))  # fmt: skip


def _read_modified(
    page: Page, hit: Hit, owner: ActorEntry, *, last: int, noun: RoleNoun, reading: Reading
) -> None:
    """Draft a role with the name of its owner before it: "SYRIAN AND TURKISH officials"."""
    _absorb(page, hit, last)
    draft = named(page, hit.first, last, noun, owner, reading, adjective=_is_adjective(page, hit))
    if noun.is_plural and draft.names:
        for other, entry in sharing_before(page, hit):
            _absorb(page, other, hit.first)
            join(draft, named(page, other.first, last, noun, entry, reading, adjective=True))
    definite = hit.first > 0 and page.words.lowered[hit.first - 1] == "the"
    if draft.names and definite and noun.singular in _HEADS_OF_OFFICE and not noun.is_plural:
        draft.office = draft.names[0]
    if definite and not noun.is_plural and owner.kind == "state" and noun.words[-1] in _GROUPS:
        draft.group_of = owner.country
    page.add(draft)


def _owners_of(page: Page, last: int, noun: RoleNoun, reading: Reading) -> list[ActorEntry]:
    """Whose a role is by what stands behind it: "officials OF CHAD", "the ministry IN KYIV"."""
    if _is_apart(page, last - 1, reading):
        return []
    if owners := modifiers_after(page, last, noun):
        return owners
    if (seated := state_of_seat(page, last, noun, reading)) is not None:
        return [seated]
    if (headed := state_headed(page, last, noun, reading)) is not None:
        return [headed]
    if noun.is_plural and (owners := loyal_to(page, last, reading)):
        return owners
    shared = shared_modifier(page, last - 1, reading)
    return [shared] if shared is not None else []


def _of_entry(
    page: Page, first: int, last: int, noun: RoleNoun, entry: ActorEntry, reading: Reading
) -> Draft:
    draft = named(page, first, last, noun, entry, reading)
    is_apart = noun.classes[0].name == "apart" and entry.kind == "group"
    return broken_away(draft, noun, entry, reading) if is_apart else draft


def _of_unit(page: Page, first: int, last: int, noun: RoleNoun, unit: Run) -> Draft:
    """Fighters of a unit or group that only the text names: they are it."""
    draft = bare(page, first, last, noun, None)
    draft.names, draft.role = (page.text(unit.first, unit.last),), None
    draft.kind = "force" if is_numbered(page.words, unit) else "group"
    draft.because = f"{noun.singular} of {draft.names[0]}, a name kept as written"
    return draft


def _led(page: Page, first: int, last: int, noun: RoleNoun, led: str) -> Draft:
    draft = bare(page, first, last, noun, None)
    draft.label, draft.role = led + page.text(first, last), None
    draft.because = f"{noun.singular}, told by who leads or backs them"
    return draft


def _is_apart(page: Page, head: int, reading: Reading) -> bool:
    """Whether an attribute sets them off from whoever they are of: "a RIVAL army of Mali"."""
    words = page.words
    return any(
        words.deps[c] in {"amod", "compound"}
        and c < head
        and c not in page.entry_at
        and words.folded[c] in reading.cues.apart_words
        for c in words.children[head]
    )


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
