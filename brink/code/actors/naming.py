"""Roles named by who owns them, who leads them, or the one state of the story that has such a body."""

from __future__ import annotations

from brink.code.actors.mentioned import as_mention
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.roles import meaning
from brink.code.mention import Mention


def owned(page: Page, draft: Draft, owner: Mention | None, reading: Reading) -> Mention:
    """A role qualified by a pronoun: "its leadership" is that of whoever "its" is."""
    if owner is None or draft.role is None:
        return as_mention(page, draft)
    names = owner.names if owner.kind != "person" else (owner.serves or "",)
    entries = [reading.entry(name) for name in names]
    known = [entry for entry in entries if entry is not None]
    if not known or len(known) < len(names) or (len(known) > 1 and not draft.plural):
        return as_mention(page, draft)
    meant = [meaning(draft.role, entry, reading.gazetteer, reading.on) for entry in known]
    if owner.kind == "person" and draft.role.plural == "men" and known[0].kind == "group":
        # "Mordisco's MEN" are the group he leads.
        because = f"men of a leader of {known[0].name}"
        return as_mention(page, draft, names=(known[0].name,), kind="group", because=because)
    if owner.kind == "person" and draft.role.singular == "party":
        # A prime minister's party is no party of every colour, and no prime minister.
        ours = known[0] if known[0].kind in {"body", "group"} else None
        return led(page, draft, ours.name, reading) if ours is not None else as_mention(page, draft)
    beside = draft.role.classes[0].name == "beside"
    found = tuple(one.name for one in meant if one.name) if not beside else ()
    return as_mention(
        page,
        draft,
        names=found if len(found) == len(meant) else (),
        kind=meant[0].kind,
        because=f"'{page.words.texts[draft.owner or 0]}' is {' and '.join(names)}; {meant[0].because}",
        country=meant[0].country,
    )


def led(page: Page, draft: Draft, name: str, reading: Reading) -> Mention:
    """What the person beside it leads, by the list of people or the text before."""
    entry = reading.entry(name)
    return as_mention(
        page,
        draft,
        names=(name,),
        kind=entry.kind if entry else "unknown",
        country=entry.country if entry else None,
        because=f"{name} is what the person beside it serves",
    )


def congress(page: Page, draft: Draft, reading: Reading) -> Mention | None:
    """ "Congress" of the one state the story speaks of that has one by that name."""
    noun = draft.role
    if noun is None or noun.classes[0].name != "congress":
        return None
    if page.text(draft.first, draft.last) != "Congress":
        return None
    there = [iso for iso in reading.context.countries if iso in reading.cues.congress_states]
    state = reading.gazetteer.states.get(there[0]) if len(there) == 1 else None
    if state is None:
        return None
    meant = meaning(noun, state, reading.gazetteer, reading.on)
    because = f"{state.name} is the only state named that has a Congress"
    names = (meant.name,) if meant.name else ()
    return as_mention(page, draft, names=names, kind=meant.kind, because=because, country=meant.country)
