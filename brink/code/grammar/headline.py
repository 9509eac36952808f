"""Lines without a full stop, as headlines and items of lists have them."""

from __future__ import annotations

from typing import Final

from brink.code.parsed import Token

_LONGEST: Final = 25
"""Words of a headline; a longer line without a stop is a paragraph that lost its end."""


def in_headline(verb: Token) -> bool:
    """Whether the verb is of the last sentence of a passage, with a subject, and no stop ends it."""
    doc = verb.doc
    last = len(doc) - 1
    while last and doc[last].is_space:
        last -= 1
    if doc[last].is_punct or doc[last].text == "…" or verb.sent.end <= last or len(verb.sent) > _LONGEST:
        return False
    subjects = (child for child in verb.children if child.dep_ == "nsubj")
    return any(child.pos_ in {"NOUN", "PROPN", "NUM"} for child in subjects)
