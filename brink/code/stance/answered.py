"""A clause that another one answers, though a parser hangs it below the answer."""

from __future__ import annotations

from typing import Final

from brink.code.parsed import Token

_ANSWERS: Final = frozenset({"deny", "reject", "refute", "dispute", "dismiss", "confirm"})
_MEANT: Final = frozenset(
    {"it", "this", "that", "them", "charge", "claim", "accusation", "allegation", "report", "statement"}
)


def is_answered(clause: Token) -> bool:
    """Whether a clause stands before a verb whose object points back at it: "A blamed B; B denied IT".

    What is denied is what the clause tells of, not that it was told.
    """
    verb = clause.head
    return (
        clause.dep_ == "ccomp"
        and clause.i < verb.i
        and verb.lemma_ in _ANSWERS
        and any(
            child.dep_ == "obj" and child.i > clause.i and child.lemma_.lower() in _MEANT
            for child in verb.children
        )
    )
