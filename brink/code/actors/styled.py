"""Groups that no list knows and the text itself calls so: "Zurgan, a militia", "known as the Hyenas"."""

from __future__ import annotations

from typing import Final

from brink.code.actors.runs import Run
from brink.code.actors.two_part import styling_before
from brink.code.actors.words import Words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_SORTS: Final = _LISTS["sorts_styled"]
_ARMED: Final = _LISTS["armed"]
_BARE: Final = frozenset({"militia", "gang", "cartel", "insurgency"})
"""Nouns that need no adjective to be armed."""
_REACH: Final = 9


def is_told_group(words: Words, run: Run) -> bool:
    """Whether the words beside a name say that it is an armed group."""
    return _styled(words, run) or _explained(words, run)


def _styled(words: Words, run: Run) -> bool:
    """ "A group calling itself the Sword of Dawn"."""
    return styled_noun(words, run) is not None


def styled_noun(words: Words, run: Run) -> int | None:
    """The noun that says which sort of body calls itself by a name: "group" of the above."""
    styling = styling_before(words, run.first)
    for i in range(styling - 1, max(-1, styling - 1 - _REACH), -1):
        if words.pos[i] in {"VERB", "AUX"} or words.sentence[i] != words.sentence[run.first]:
            return None
        if words.lowered[i] in _SORTS and words.pos[i] == "NOUN":
            return i
    return None


def _explained(words: Words, run: Run) -> bool:
    """ "Zurgan, an armed group based in the hills, said"."""
    at = run.last
    if (
        at + 2 >= words.n
        or words.texts[at] != ","
        or words.lowered[at + 1] not in {"a", "an", "the", "another"}
    ):
        return False
    for i in range(at + 2, min(at + _REACH, words.n)):
        if words.pos[i] in {"VERB", "AUX", "ADP", "SCONJ"} or words.texts[i] in {",", "."}:
            return False
        if words.lowered[i] in _SORTS and words.pos[i] == "NOUN":
            told = any(words.lowered[k] in _ARMED for k in range(at + 2, i))
            return told or words.lowered[i] in _BARE
    return False
