"""Figures and histories of many events, which are not one event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brink.code.events.draft import Draft
from brink.code.grammar import agents, has_auxiliary, noun_complements, preposition
from brink.code.grammar.headline import in_headline
from brink.code.mention import PlaceMention
from brink.code.parsed import Token
from brink.code.rows import SUMS_UP, Count
from brink.code.wordlists import word_lists
from brink.dates import DateInterval

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
MANY: Final = SUMS_UP
_FEW: Final = frozenset({"one", "two", "three", "four", "1", "2", "3", "4", "both", "several"})
_HEAPS: Final = _LISTS["heaps"]
_TOLLS: Final = frozenset({"death", "fatality", "casualty", "killing", "injury", "murder"})
LASTING: Final = _LISTS["lasting"]
_OUTBREAK_DAYS: Final = 7
"""Longest time in which a counted number of attacks is still told as one happening."""
_SEASON_DAYS: Final = 60
"""What "has been" done over a longer time was done again and again."""
_YEAR_DAYS: Final = 180
_TOLL_OF_MANY: Final = 50
"""A toll this high over a year, in no one town, is a statistic."""
_TOLL_OF_HISTORY: Final = 100
_ONE_SPOT: Final = frozenset({"point", "town"})


def is_statistic(
    made: Draft,
    counts: Mapping[str, Count],
    when: DateInterval | None,
    place: PlaceMention | None,
    before: list[Token],
) -> bool:
    """Whether the words count events over a time or an area instead of telling one.

    `before` holds the triggers of the passage already found to be statistics, which "they"
    goes back to.
    """
    if made.type != "ASSAULT":
        return False
    days = _days(when)
    if made.trigger.nominal:
        brief = days is not None and days <= _OUTBREAK_DAYS
        return not brief and (_is_counted(made.trigger.token) or _is_bare_toll(made))
    if before and any(token.lower_ in {"they", "these", "those"} for token in agents(made.trigger.token)):
        return True
    if has_auxiliary(made.head, "have"):
        return False
    toll = _most(counts)
    spot = place is not None and place.place.precision in _ONE_SPOT
    return days is not None and days >= _YEAR_DAYS and toll >= _TOLL_OF_MANY and not spot


def is_campaign(made: Draft) -> bool:
    """ "The TTP carried out 600 ATTACKS", "a wave of raids BY CHAD": counted acts of a side that is named."""
    told = made.trigger.nominal and made.trigger.within is None and not _is_bare_toll(made)
    return told and bool(made.actors) and all(party.named for party in made.actors)


def is_history(made: Draft, counts: Mapping[str, Count], when: DateInterval | None) -> bool:
    """Whether the words sum up what was done again and again ("has killed thousands", "which fights")."""
    days = _days(when)
    if made.type != "ASSAULT" or (days is not None and days <= _OUTBREAK_DAYS):
        return False
    trigger, head = made.trigger, made.head
    if trigger.nominal and trigger.lemma in LASTING:
        return when is None
    perfect = _is_present_perfect(head) or head.tag_ in {"VBP", "VBZ"}
    if trigger.nominal:
        many = _is_present_perfect(head) and _most(counts) >= _TOLL_OF_HISTORY
        return perfect and (_is_bare_plural(trigger.token) or (many and trigger.token.tag_ == "NNS"))
    if _is_present_perfect(head) and days is not None and days >= _SEASON_DAYS:
        return True
    if head.tag_ in {"VBP", "VBZ"} and made.status is None:
        if in_headline(head):
            # "Rebels attack army base" happened once.
            return False
        return not counts and not any(child.dep_.startswith("aux") for child in head.children)
    return perfect and _most(counts) >= _TOLL_OF_HISTORY


def _is_present_perfect(verb: Token) -> bool:
    return any(c.dep_.startswith("aux") and c.lower_ in {"has", "have", "'ve", "’ve"} for c in verb.children)


def _most(counts: Mapping[str, Count]) -> int:
    return max((count.min for count in counts.values()), default=0)


def _days(when: DateInterval | None) -> int | None:
    return None if when is None else (when.end - when.start).days


def _is_counted(noun: Token) -> bool:
    """ "207 attacks", "hundreds of raids"; "two attacks" may be one happening."""
    numbers = [child for child in noun.children if child.dep_ == "nummod"]
    if noun.tag_ in {"NNS", "NNPS"} and any(number.lower_ not in _FEW for number in numbers):
        return True
    return noun.dep_ == "nmod" and preposition(noun) == "of" and str(noun.head.lemma_).lower() in _HEAPS


def _is_bare_toll(made: Draft) -> bool:
    """ "57 deaths", of nobody and by nothing that the words tell."""
    noun = made.trigger.token
    alone = not (made.actors or made.recipients or made.trigger.effects or made.trigger.carrier)
    return alone and made.trigger.lemma in _TOLLS and "of" not in noun_complements(noun)


def _is_bare_plural(noun: Token) -> bool:
    return noun.tag_ == "NNS" and not any(
        child.dep_ in {"det", "nmod:poss", "nummod"} for child in noun.children
    )
