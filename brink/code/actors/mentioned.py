"""Drafts as mentions: with the words they are printed by, or the names of whom they refer to."""

from __future__ import annotations

from brink.code.actors.page import Draft, Page
from brink.code.actors.seen import Antecedent
from brink.code.actors.surfaces import surface_of
from brink.code.mention import Mention


def referring(page: Page, draft: Draft, found: Antecedent) -> Mention:
    """The draft as a mention of what it refers to; unnamed, with the reason, where that stays open."""
    if not found.mentions:
        return as_mention(page, draft, because=found.because)
    first = found.mentions[0]
    names = tuple(dict.fromkeys(name for m in found.mentions for name in m.names))
    return Mention(
        passage=page.passage.index,
        first=draft.first,
        last=draft.last,
        head=draft.head,
        surface=page.text(draft.first, draft.last) if names else first.surface,
        names=names,
        kind=first.kind,
        how="pronoun" if draft.how == "pronoun" else "description",
        because=found.because,
        country=first.country if len(found.mentions) == 1 else None,
        serves=first.serves,
        plural=draft.plural or len(names) > 1,
    )


def as_mention(page: Page, draft: Draft, **changes: object) -> Mention:
    """The draft as a mention, with some fields replaced."""
    fields: dict[str, object] = {
        "names": draft.names,
        "kind": draft.kind,
        "how": draft.how,
        "because": draft.because,
        "country": draft.country,
        "serves": draft.serves,
        "of": draft.of,
        **changes,
    }
    return Mention(
        passage=page.passage.index,
        first=draft.first,
        last=draft.last,
        head=draft.head,
        surface=_surface(page, draft, named=bool(fields["names"])),
        plural=draft.plural,
        **fields,  # type: ignore[arg-type]
    )


def _surface(page: Page, draft: Draft, *, named: bool) -> str:
    return page.text(draft.first, draft.last) if named else draft.label or surface_of(page, draft)
