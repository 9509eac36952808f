"""Whose "the country" is, and which state somebody stands for."""

from __future__ import annotations

from dataclasses import replace

from brink.code.actors.backward import subjects_above
from brink.code.actors.page import Page, Reading
from brink.code.actors.seen import Antecedent
from brink.code.mention import Mention, Mentions

# Steps from "the country" up to the verb that tells whose it is.
_CLAUSES_UP = 6


def whose_country(page: Page, i: int, mentions: Mentions, reading: Reading) -> Antecedent | None:
    """Whose "the country" is when a verb around it tells: who took it, or who speaks of it."""
    words, cues = page.words, reading.cues
    step = i
    for _ in range(_CLAUSES_UP):
        if words.heads[step] == step:
            return None
        step = words.heads[step]
        taking = words.lemmas[step] in cues.taking_verbs
        if not taking and words.lemmas[step] not in cues.speech_verbs:
            continue
        for doer in subjects_above(words, step):
            mention = mentions.actor_at(page.passage.index, doer)
            state = state_of(mention, reading) if mention is not None else None
            home = reading.gazetteer.states.get(mention.country or "") if mention else None
            local = mention is not None and mention.kind == "group" and home is not None
            if mention is not None and home is not None and (state is not None or local):
                why = "takes or rules it" if taking else "speaks of it"
                named = replace(mention, names=(home.name,), kind="state")
                return Antecedent((named,), f"{mention.surface}, who {why}, is of {home.name}")
        if not taking:
            return None
    return None


def state_of(mention: Mention, reading: Reading) -> str | None:
    """Name of the state, or of who rules it, that a mention stands for."""
    if len(mention.names) != 1 or mention.country is None:
        return None
    if mention.kind not in {"state", "government", "force", "person"}:
        return None
    state = reading.gazetteer.states.get(mention.country)
    ruler = reading.gazetteer.ruler(mention.country, reading.on)
    rules = ruler is not None and ruler.name == mention.names[0]
    return mention.names[0] if rules or mention.kind == "state" else state.name if state else None
