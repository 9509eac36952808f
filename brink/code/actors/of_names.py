"""Names that go on behind "of", "for" or "on": "Brigade OF the Dawn", "Council ON Foreign Relations"."""

from __future__ import annotations

from brink.code.actors.cues import Cues
from brink.code.actors.two_part import is_plain, is_styled
from brink.code.actors.words import Words


def takes_of(words: Words, first: int, last: int, cues: Cues) -> bool:
    """Whether "of" or "for" behind a name goes on with it: "Brigade OF the Dawn", "Bureau OF Industry"."""
    if words.folded[last - 1] in cues.group_words or is_for(words, last, cues) or is_styled(words, first):
        return True
    body = words.folded[last - 1] in cues.body_words and words.folded[last - 1] not in _OF_STATE
    return (
        body and words.lowered[last : last + 1] == ["of"] and last + 1 < words.n and is_plain(words, last + 1)
    )


def is_for(words: Words, at: int, cues: Cues) -> bool:
    """Whether a body before token `at` says what it is for: "Institute FOR Peace Studies"."""
    word = words.folded[at - 1]
    if words.lowered[at : at + 1] == ["on"]:
        return word in _ON
    return word in cues.body_words and word not in _OF_STATE and words.lowered[at : at + 1] == ["for"]


_ON = frozenset({"committee", "commission", "council", "conference", "panel"})
"""Bodies that have a matter: "Council ON Foreign Relations"."""
_OF_STATE = frozenset({"ministry", "department", "court", "parliament", "cabinet", "embassy", "police"})
"""Bodies that a state has, which stand for it."""


def end_of_matter(words: Words, at: int, known: set[int], cues: Cues) -> int:
    """The token after "of the Dawn" in "Brigade of the Dawn"; 0 where nothing of the kind stands at `at`."""
    named = at + 2 if words.lowered[at + 1 : at + 2] == ["the"] else at + 1
    ties = (["of"], ["for"], ["on"]) if is_for(words, at, cues) else (["of"], ["for"])
    if words.lowered[at : at + 1] not in ties or named >= words.n or named in known:
        return 0
    plain = words.is_capital(named) and words.pos[named] in {"PROPN", "NOUN", "ADJ"}
    titled = cues.titles.end(words.folded, named) > named
    return named + 1 if plain and not titled and words.folded[named] not in cues.no_names else 0
