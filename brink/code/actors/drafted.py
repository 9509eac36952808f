"""Drafts of role nouns: named by an actor that qualifies them, or bare."""

from __future__ import annotations

from brink.code.actors.entry import ActorEntry
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.roles import Meaning, RoleNoun, meaning


def join(draft: Draft, other: Draft) -> None:
    """Let the noun stand for both: "TURKISH AND SYRIAN forces", "ministers OF KENYA AND UGANDA"."""
    fresh = tuple(name for name in other.names if name not in draft.names)
    if not fresh:
        return
    before = other.first < draft.first
    draft.names = (*fresh, *draft.names) if before else (*draft.names, *fresh)
    draft.because = f"{other.because}; {draft.because}" if before else f"{draft.because}; {other.because}"
    draft.first = min(draft.first, other.first)


def named(
    page: Page,
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
        head=page.words.head_of(last - len(noun.words), last),
        names=(meant.name,) if meant.name else (),
        kind=reading.kind(entry) if meant.name == entry.name and entry.kind != "state" else meant.kind,
        how=role.how,
        because=meant.because,
        country=meant.country,
        plural=noun.is_plural,
        of=None if meant.name else entry.name,
    )


def bare(page: Page, start: int, last: int, noun: RoleNoun, pronoun: int | None) -> Draft:
    return Draft(
        first=start,
        last=last,
        head=page.words.head_of(last - len(noun.words), last),
        names=(),
        kind="role" if noun.classes[0].kind in {"government", "force"} else noun.classes[0].kind,
        how=noun.classes[0].how,
        because=f"{noun.singular} with nobody named",
        plural=noun.is_plural,
        role=noun,
        owner=pronoun,
    )
