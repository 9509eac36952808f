"""The one state whose army a story means by "the army" where nothing near says so."""

from __future__ import annotations

from typing import Final

from brink.code.actors.entry import ActorEntry
from brink.code.actors.page import Draft, Page, Reading

_AHEAD: Final = 2
"""How many times as often the story speaks of it as of any other state that fields an army."""
_FEWEST: Final = 5
_OWN: Final = frozenset({"army", "military", "soldier", "troop", "force", "commando", "brass", "general"})
_COUNTED: Final = frozenset({"det", "nummod", "punct", "case", "conj", "cc", "advmod", "nmod", "acl:relcl"})
"""What may stand about a bare word for troops that leaves open whose they are."""


def fielding(state: ActorEntry | None, reading: Reading) -> ActorEntry | None:
    """Whose army it is, if `state` was found for it or none was.

    Where an armed movement rules a country, its men are called fighters, and "the army" is rather that of the
    state the story speaks of most.
    """
    if state is not None and not _is_held(state.country, reading):
        return state
    return leading(reading) or state


def leading(reading: Reading) -> ActorEntry | None:
    """The state with an army that the story speaks of far more than of others, if there is one."""
    counts = reading.context.spoken_of
    fit = [(count, country) for country, count in counts.items() if not _is_held(country, reading)]
    fit.sort(reverse=True)
    second = fit[1][0] if len(fit) > 1 else 0
    if not fit or fit[0][0] < max(_FEWEST, _AHEAD * second):
        return None
    return reading.gazetteer.states.get(fit[0][1])


def is_plain_army(page: Page, draft: Draft) -> bool:
    """Whether the words are plain ones for an army or its soldiers: no "foreign troops", no "tanks"."""
    words, noun = page.words, draft.role
    if noun is None or noun.classes[0].name not in {"army", "command"}:
        return False
    if words.lemmas[draft.last - 1] not in _OWN or draft.last - draft.first != len(noun.words):
        return False
    counted = any(words.deps[c] == "nummod" for c in words.children[draft.head])
    if counted and noun.classes[0].name == "command":
        # "The two generals" are men, not their army.
        return False
    return all(words.deps[c] in _COUNTED or draft.first <= c < draft.last for c in words.children[draft.head])


def beside(page: Page, draft: Draft) -> list[ActorEntry]:
    """The known actors that its sentence names."""
    sentence = page.words.sentence[draft.head]
    return [entry for i, entry in page.entry_at.items() if page.words.sentence[i] == sentence]


def names_other(entry: ActorEntry, state: ActorEntry, reading: Reading) -> bool:
    """Whether it is of another country that may have soldiers of its own there."""
    return entry.country not in (None, state.country) and not _is_held(entry.country, reading)


def _is_held(country: str | None, reading: Reading) -> bool:
    ruler = reading.gazetteer.ruler(country, reading.on) if country else None
    return ruler is not None and ruler.kind == "group"
