"""What "what" stands for where somebody only calls it so: "struck WHAT IT SAID WERE rebel camps"."""

from __future__ import annotations

from typing import Final

from brink.code.parsed import Token

_CALLING: Final = frozenset(
    {
        "say",
        "claim",
        "call",
        "describe",
        "term",
        "believe",
        "allege",
        "consider",
        "deem",
        "label",
        "dub",
        "suspect",
    }
)
_BETWEEN: Final = frozenset(
    {"as", "were", "was", "are", "is", "to", "be", "had", "been", "a", "an", "the", "suspected", "alleged"}
)
_PHRASE: Final = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM", "DET", "SYM"})
_NEAR: Final = 7
"""Words after "what" within which it is called something."""


def meant_by(what: Token) -> Token:
    """The noun that is said to be it; the word itself where nothing is."""
    doc, last = what.doc, what.sent.end
    if what.lower_ != "what":
        return what
    calling = next((t for t in doc[what.i + 1 : min(last, what.i + _NEAR)] if t.lemma_ in _CALLING), None)
    if calling is None:
        return what
    step = calling.i + 1
    while step < last and doc[step].lower_ in _BETWEEN:
        step += 1
    found = what
    while step < last and (doc[step].pos_ in _PHRASE or doc[step].text == "-"):
        if doc[step].pos_ in {"NOUN", "PROPN"} and doc[step].lower_ not in {"'s", "’s"}:
            found = doc[step]
        step += 1
    return found


def is_called(named: Token) -> bool:
    """Whether the noun stands in such a clause: "TTP" in "what it claimed were TTP havens"."""
    step = named
    for _ in range(_NEAR):
        if step.lower_ == "what":
            return True
        step = step.head
    return False
