"""Numbers whose noun was said before: "the army retook SIX", "more than the 250 it had in May"."""

from __future__ import annotations

from typing import Final

from brink.code.figures.parts import Placed
from brink.code.parsed import Token

_PLACES: Final = frozenset({"obj", "nsubj", "nsubj:pass"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})
_MEASURED: Final = frozenset({"percent", "share", "rate"})


def counts_as_before(number: Token, before: Placed) -> bool:
    """Whether a number by itself counts what the figure before it in its sentence counts.

    What happened to people is not handed on: who was hurt need not be of those who were killed.
    """
    told = before.figure
    if told.role is not None or told.unit in _MEASURED or told.unit.isupper() or number.pos_ != "NUM":
        return False
    after = number.doc[number.i + 1] if number.i + 1 < len(number.doc) else None
    if after is None or after.pos_ in _NOUNS or after.lower_ in {"of", "-", "–", "%"}:
        return False
    if number.dep_ in _PLACES and number.head.pos_ == "VERB":
        return True
    children = {child.dep_.split(":")[0] for child in number.children}
    return {"det", "acl"} <= children
