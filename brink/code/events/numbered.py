"""People told of by their number alone: "killed nine militants and captured FOUR", "captured TWO OF THEM"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brink.code.events.party import Party
from brink.code.grammar import objects
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

if TYPE_CHECKING:
    from brink.code.events.parties import Cast

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_TAKING: Final = _LISTS["taking"]
_THEM: Final = frozenset({"them", "whom", "these", "those"})


def numbered(cast: Cast, number: Token, part: str) -> list[Party]:
    """The people of the clause before that a number alone is of, else the number "of them" in its words."""
    verb = number.head
    if part != "recipient" or number.tag_ != "CD" or verb.lemma_ not in _TAKING or number.dep_ != "obj":
        return []
    if any(child.dep_ in {"nmod", "appos"} and child.lower_ not in _THEM for child in number.children):
        return []
    before = verb.head if verb.dep_ == "conj" else verb
    for noun in objects(before) if before != verb else ():
        found = cast.described(noun, part) or cast.at([noun], part=part)
        if found:
            return found
    if any(child.lower_ in _THEM for child in number.children):
        words = f"{number.text} of them"
        because = f"{part} in the words of the text, “{words}”"
        return [Party((words,), number, "people", False, because, "description", True)]
    return []
