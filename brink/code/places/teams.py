"""Names of places that stand for a team: "beat VALENCIA 2-1"."""

from __future__ import annotations

from typing import Final

from brink.code.places.spans import HYPHENS, Words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.places", "data/rules.yaml")

_MATCH: Final = _LISTS["verbs_of_a_match"]


def is_team(words: Words, first: int, last: int) -> str | None:
    """Whether the name beats or is beaten where the sentence gives a score ("beat Valencia 2-1")."""
    beside = {*words.small[max(0, first - 1) : first], *words.small[last : last + 1]}
    if beside.isdisjoint(_MATCH):
        return None
    scores = (at for at in range(max(0, first - 9), min(last + 9, len(words))) if _is_score(words, at))
    return "a team, with a score beside it" if any(scores) else None


def _is_score(words: Words, at: int) -> bool:
    if words.texts[at][0].isdigit() and all(side.isdigit() for side in words.texts[at].split("-")):
        return "-" in words.texts[at]
    around = words.texts[at - 1 : at + 2]
    return len(around) == 3 and around[1] in HYPHENS and around[0].isdigit() and around[2].isdigit()
