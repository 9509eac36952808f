"""How a noun that names an act stands by itself: its determiner and modifiers."""

from __future__ import annotations

from typing import Final

from brink.code.grammar.labels import DEFINITE
from brink.code.parsed import Token
from brink.code.rows import Certainty, Status
from brink.code.stance.lexicon import certainty_words, modality
from brink.code.stance.tense import Reading

_STATUS: Final[dict[str, Status]] = {"planned": "planned", "possible": "possible", "ongoing": "ongoing"}


def read_noun(noun: Token) -> Reading:
    """Status of an act named by a noun, by its determiners and modifiers."""
    words, sure = modality(), certainty_words()
    status: Status = "happened"
    why: list[str] = []
    cues: list[int] = []
    certainty: Certainty | None = None
    for child in noun.children:
        if child.dep_ not in {"amod", "compound", "det", "advmod", "cc:preconj", "nmod:desc"}:
            continue
        lower = child.lower_
        effect = words.modifier.get(lower)
        negative = child.dep_ in {"det", "cc:preconj"} and lower in words.negative_determiners
        if lower in sure.adjective and child.dep_ != "det":
            certainty = sure.adjective[lower]
            cues.append(child.i)
        if negative or effect in {"denied", "planned", "possible", "ongoing"}:
            status = "denied" if negative or effect == "denied" else _STATUS.get(effect or "", "happened")
            cues.append(child.i)
            why.append(f"“{lower}” makes it {status}")
    return Reading(
        status=status,
        finite=False,
        certainty=certainty,
        negated=status == "denied",
        plain=not why,
        because=tuple(why),
        cues=tuple(dict.fromkeys(cues)),
    )


def is_definite(noun: Token) -> bool:
    """Whether the noun speaks of something known: "the raid", "their raid", "Friday's raid"."""
    return any(
        (child.dep_ == "det" and child.lower_ in DEFINITE) or child.dep_ == "nmod:poss"
        for child in noun.children
    )
