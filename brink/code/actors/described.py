"""Groups told of by whom they left or by who leads them: "FARC dissidents", "Hamas-led gunmen"."""

from __future__ import annotations

from typing import Final

from brink.code.actors.definitions import kind_by_words
from brink.code.actors.entry import ActorEntry
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.roles import RoleNoun
from brink.code.actors.runs import Run, is_numbered
from brink.code.actors.styled import is_told_group
from brink.code.actors.towns import is_town
from brink.code.names.find import Sorts

_MEMBERS: Final = frozenset({"member", "element", "members", "elements"})
_FORCES: Final = frozenset({"army", "branch", "police", "intelligence", "fighters"})
_BELONGING: Final = frozenset({"army", "fighters", "member", "command"})
_OF: Final = frozenset({"of", "from"})


def broken_away(draft: Draft, noun: RoleNoun, owner: ActorEntry, reading: Reading) -> Draft:
    """Those who left a group, by its name and the noun: its own actor where the gazetteer has it.

    "Dissidents of the former FARC" are FARC dissidents, and "a breakaway faction of the ELN" is no ELN.
    """
    text = f"{owner.name} {noun.plural if noun.is_plural else noun.singular}"
    known = reading.gazetteer.entry(f"{owner.name} {noun.plural}")
    if known is None:
        draft.label = text
        return draft
    draft.names, draft.kind, draft.country, draft.of = (known.name,), known.kind, known.country, None
    return draft


def led_by(page: Page, first: int, reading: Reading) -> str:
    """The words before a role that say who leads or backs it, with their space: "Hamas-led "."""
    words, at = page.words, first - 1
    if at < 0 or words.sentence[at] != words.sentence[first]:
        return ""
    _, hyphen, how = words.texts[at].rpartition("-")
    if hyphen and how in reading.cues.backing_words and at in page.entry_at:
        return words.text(at, first - 1) + f"{words.texts[at]} "
    if words.lowered[at] not in reading.cues.backing_words or at < 2 or words.texts[at - 1] != "-":
        return ""
    found = page.entries.get(at - 1)
    return f"{page.text(found[0].first, at + 1)} " if found is not None else ""


def members_before(page: Page, first: int, noun: RoleNoun) -> int | None:
    """Where "members of the" begins, before a force that no name tells: "members of the security forces"."""
    words, at = page.words, first - 1
    if noun.classes[0].name not in _FORCES:
        return None
    if at > 0 and words.lowered[at] in {"the", "a", "an", "their", "its"}:
        at -= 1
    if at < 1 or words.lowered[at] != "of" or words.folded[at - 1] not in _MEMBERS:
        return None
    return at - 1 if page.is_free(at - 1, at) or page.at[at - 1].head == at - 1 else None


def _may_be_group(page: Page, run: Run, reading: Reading) -> bool:
    """Whether fighters can be of it: a name that is no town, person or thing, as far as its words tell."""
    words = page.words
    if run.titled or words.folded[run.last - 1] in reading.cues.thing_words:
        return False
    if is_town(page.text(run.first, run.last)) or words.lowered[run.last : run.last + 1] in (["'s"], ["’s"]):
        return False
    sort = Sorts(page.passage.doc).ending(run.last)
    several = run.last - run.first > 1 and sort not in {"person", "place"}
    return several or is_told_group(words, run) or sort == "organisation"


def unit_after(page: Page, last: int, noun: RoleNoun, reading: Reading) -> Run | None:
    """The group or unit, unknown to any list, that fighters are of: "rebels of the Dawn Front"."""
    words = page.words
    if not any(role.name in _BELONGING for role in noun.classes):
        return None
    for child in words.children[last - 1]:
        run = page.run_at.get(child)
        if child < last or words.case(child) not in _OF or run is None:
            continue
        if not page.is_free(run.first, run.last):
            continue
        named = words.folded[run.first : run.last]
        if len(named) > 1 and (kind_by_words(named, reading.cues) == "group" or is_numbered(words, run)):
            return run
        if words.case(child) == "of" and _may_be_group(page, run, reading):
            return run
    return None
