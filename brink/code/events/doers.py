"""Whether those who do it are such as do it: no refugees on a state visit, no minister on strike."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.word_kinds import Words
from brink.code.grammar import obliques
from brink.code.grammar.labels import BEFORE_NAMES
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")

_BY: Final = frozenset({"official", "civil", "workers", "forces", "fighters", "custody", "verbal", "arms"})


def is_done_by(made: Draft, cast: Cast, needs: Words) -> bool:
    """Whether those who do it are such as do it: no refugees on a state visit, no minister on strike."""
    if needs.isdisjoint(_BY):
        return True
    official = any(_is_official(party) for party in made.actors)
    if "official" in needs and not official:
        return False
    if "forces" in needs and official:
        return False
    if not needs.isdisjoint({"verbal", "arms"}) and ("verbal" in needs) != _is_verbal(made, cast):
        return False
    if "civil" in needs and all(party.kind in {"people", "force"} for party in made.actors):
        return False
    named = {str(party.token.lemma_).lower() for party in made.actors}
    named |= {form for party in made.actors for form in forms(party.token)}
    named |= {str(party.token.lower_) for party in made.actors}
    if "fighters" in needs and named.isdisjoint(cast.lexicon.means.armed - _NO_UNIT):
        return False
    if "custody" in needs and not _is_arrest(made, cast):
        return False
    return "workers" not in needs or not named.isdisjoint(cast.lexicon.means.workers)


_NO_UNIT: Final = _LISTS["no_unit"]


def _is_arrest(made: Draft, cast: Cast) -> bool:
    """Whether forces of a state capture somebody who does not serve in one: an arrest."""
    regular = cast.lexicon.means.regular
    by_state = any(
        p.kind in {"force", "state"} or str(p.token.lemma_).lower() in regular for p in made.actors
    )
    served = any(p.kind == "force" or str(p.token.lemma_).lower() in regular for p in made.recipients)
    return by_state and not served


def _is_verbal(made: Draft, cast: Cast) -> bool:
    """Whether a clash is one of words: of officials or bodies without arms, or of states over a matter."""
    parties = (*made.actors, *made.recipients)
    armed = cast.lexicon.means.armed
    if any(p.kind in {"force", "group", "people"} or str(p.token.lemma_).lower() in armed for p in parties):
        return False
    if any(p.kind == "body" or _is_official(p) for p in parties):
        return True
    matter = obliques(made.trigger.token, "over")
    return bool(matter) and not any(token.lemma_ in {"border", "territory", "land"} for token in matter)


_TITLES: Final = _LISTS["titles"]


def _is_official(party: Party) -> bool:
    """An office, a person by name, or a delegation or officials of a government."""
    if party.kind in {"person", "office", "role"}:
        return True
    titled = any(str(c.lemma_).lower() in _TITLES for c in party.token.children if c.dep_ in BEFORE_NAMES)
    return titled or (party.kind == "government" and party.how in {"office", "role"})


def is_regular(party: Party, cast: Cast) -> bool:
    """Troops or police, by name or by a word of theirs ("RIOT POLICE were deployed")."""
    return party.kind == "force" or party.token.lemma_.lower() in cast.lexicon.means.regular


def forms(token: Token) -> tuple[str, str]:
    """The lemma, and what it is of a plural that opens a sentence and was taken for a name."""
    return token.lemma_.lower(), token.lower_.removesuffix("s")
