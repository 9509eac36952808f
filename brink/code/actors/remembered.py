"""A mention as it is remembered: where it stood, and what it did there."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from brink.code.actors.backward import in_main_clause
from brink.code.actors.fitting import is_police
from brink.code.actors.owning import stands_beside
from brink.code.actors.page import Page, Reading
from brink.code.actors.seen import Seen
from brink.code.mention import Mention, Mentions
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
MEDIATING = frozenset({"mediation", "mediate", "mediator", "broker", "facilitate"})
_AIMING: Final = _LISTS["aiming"]


def seen_at(page: Page, mention: Mention, sentence: int, mentions: Mentions, reading: Reading) -> Seen | None:
    """The mention with where it stands, or None for a pronoun of nobody.

    `mentions` are those of the story so far.
    """
    if mention.how == "pronoun" and not mention.names:
        return None
    words, case = page.words, page.words.case(mention.head)
    located = case in reading.cues.place_prepositions or (
        case == "from" and mention.kind == "state" and words.deps[mention.head] in {"obl", "nmod"}
    )
    head = _explained(page, mention.head, mentions)
    governor, main = words.heads[head], in_main_clause(words, head)
    # "Fired missiles AT Israel": it is hit, and not only where something is.
    located = located and not (case == "at" and words.lemmas[governor] in _AIMING)
    said = words.deps[mention.head] == "nsubj" and words.lemmas[governor] in reading.cues.speech_verbs
    return Seen(
        mention,
        sentence,
        words.deps[head],
        case,
        located,
        (page.passage.index, governor),
        main=main,
        joined=words.deps[mention.head] in {"conj", "appos"} and stands_beside(words, mention.first),
        armed=_is_armed(mention, reading),
        speaks=main and said,
        mediates=_mediates(page, head),
        polices=_polices(mention, reading),
    )


def _polices(mention: Mention, reading: Reading) -> bool:
    """Whether it is a force that no one calls the army, by its name or by what its country has it for."""
    organs = reading.gazetteer.organs
    names = {organs.get((mention.country or "", role)) for role in ("police", "intelligence")}
    entry = reading.entry_of(mention)
    longer = replace(mention, names=entry.aliases) if entry is not None else mention
    return is_police(mention) or is_police(longer) or bool(names.intersection(mention.names))


def _mediates(page: Page, head: int) -> bool:
    """Whether it is told of as who mediates, by itself or joined to one that does."""
    words = page.words
    first = words.heads[head] if words.deps[head] == "conj" else head
    return words.lemmas[words.heads[first]] in MEDIATING


def _explained(page: Page, head: int, mentions: Mentions) -> int:
    """The noun that a name stands beside, where nobody else names it: "its affiliate, ISIL-K, …"."""
    words, above = page.words, page.words.heads[head]
    if words.deps[head] != "appos" or above >= head or words.texts[head - 1] == "(":
        return head
    other = mentions.actor_at(page.passage.index, above)
    named = other is not None and other.names and other.how not in {"role", "office"}
    return head if named else above


def _is_armed(mention: Mention, reading: Reading) -> bool:
    """Whether the actor is an armed group, be it one that rules a country on the story's date."""
    if mention.kind not in {"group", "government"}:
        return False
    entry = reading.entry_of(mention)
    return entry is not None and entry.kind == "group"
