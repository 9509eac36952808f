"""Who accuses and who is accused around a noun of accusing: "allegations of torture by Eritrean troops"."""

from __future__ import annotations

from typing import Final

from brink.code.events.trigger import Trigger
from brink.code.grammar import noun_complements
from brink.code.parsed import Token

_ALLEGING: Final = frozenset({"accusation", "allegation", "charge", "suspicion", "indictment", "complaint"})


def apart_from_alleged(
    trigger: Trigger, place: str, part: str, tokens: tuple[Token, ...]
) -> tuple[Token, ...]:
    """The heads at a place of the noun, when what stands after its "of" is done by the accused.

    "By" before that "of" tells who accuses, "by" after it who is accused.
    """
    alleged = noun_complements(trigger.token).get("of", ()) if trigger.lemma in _ALLEGING else ()
    if not trigger.nominal or not alleged:
        return tokens
    by = noun_complements(trigger.token).get("by", ())
    after = tuple(token for token in by if token.i > alleged[0].i)
    if part == "actor":
        return () if place == "of" else tuple(token for token in tokens if token not in after)
    return (*after, *tokens) if place == "of" else tokens
