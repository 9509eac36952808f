"""How far a coding can be trusted, from what it rests on.

The factors were judged, not fitted; each is the rough share of codings that stay right when
the evidence is of that kind. On the short, clean sentences of the tests about 97 of 100 rows at
0.9 or above had parties and status right, and about 83 of 100 below; expect less of long prose.
"""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.parties import Party
from brink.code.rows import Certainty

_WORD: Final = {"phrase": 0.95, "verb": 0.85, "noun": 0.8}
_PARTY: Final = {
    "named": 1.0,
    "described": 0.95,
    "pronoun": 0.9,
    "inside": 0.9,
    "unnamed": 0.75,
    "nobody": 0.9,
}
_CERTAINTY: Final[dict[Certainty, float]] = {
    "certain": 1.0,
    "probable": 0.97,
    "possible": 0.92,
    "doubtful": 0.85,
}
_DOUBT: Final = 0.75
REVIEW_BELOW: Final = 0.5


def confidence(made: Draft, certainty: Certainty) -> float:
    """Chance that type, actors, recipients and status are all right, between 0 and 1."""
    phrase = made.expression.conditions > 0 or made.trigger.carrier is not None
    value = _WORD["phrase" if phrase else "noun" if made.trigger.nominal else "verb"]
    value *= _side(made.actors, unnamed=made.unnamed)
    value *= _side(made.recipients, unnamed=False)
    value *= _CERTAINTY[certainty]
    value *= _DOUBT ** len(made.doubts)
    return round(value, 2)


def _side(parties: list[Party], *, unnamed: bool) -> float:
    if not parties:
        return _PARTY["unnamed" if unnamed else "nobody"]
    return min(_PARTY[_kind(party)] for party in parties)


def _kind(party: Party) -> str:
    if not party.direct:
        return "inside"
    if party.how == "pronoun":
        return "pronoun"
    return "named" if party.named else "described"
