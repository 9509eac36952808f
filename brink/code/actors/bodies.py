"""Unknown bodies named after a state: "Sudan Doctors' Union", "Georgian Dream party"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from brink.code.actors.cues import Cues
from brink.code.actors.definitions import kind_by_words, name_text
from brink.code.actors.entry import ActorEntry
from brink.code.actors.names import Name
from brink.code.actors.of_names import is_for
from brink.code.actors.roles import RoleLexicon
from brink.code.actors.spelling import pieces
from brink.code.actors.story import Hit
from brink.code.actors.words import Words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_STATE_SORTS = frozenset({"name", "alias", "acronym", "demonym"})
_INSIDE = frozenset({"of", "for", "and", "'s", "’s", "'", "’", "-", "&"})
_TRAILING: Final = _LISTS["trailing"]
_LONGEST = 9


def find_bodies(words: Words, hits: Sequence[Hit], cues: Cues, roles: RoleLexicon) -> Iterator[Name]:
    """Names that begin with a state's name or demonym and go on to that of a body."""
    for hit in hits:
        entries = hit.entries
        is_state = bool(entries) and all(e.kind == "state" for e in entries)
        if not is_state or not all(n.sort in _STATE_SORTS | {"people"} for n in hit.names):
            continue
        last = _end(words, hit, cues)
        if last is None or _is_role(words, hit.last, last, roles):
            continue
        text = name_text(words, hit.first, last)
        kind = kind_by_words(words.folded[hit.first : last], cues)
        entry = ActorEntry(name=text, kind="body" if kind == "unknown" else kind, country=entries[0].country)
        yield Name(pieces(text), entry, "name")


def _end(words: Words, hit: Hit, cues: Cues) -> int | None:
    """Where the body's name ends, None when what follows the state is no such name."""
    if words.titled or words.shouted or hit.last >= words.n or not words.is_capital(hit.last):
        return None
    last = i = hit.last
    while i < min(words.n, hit.first + _LONGEST):
        if words.is_capital(i) and words.folded[i] not in cues.no_names:
            last = i = i + 1
        elif words.lowered[i] in _INSIDE:
            i += 1
        else:
            break
    if any(is_for(words, at, cues) for at in range(hit.last + 1, last)):
        return last
    marks = cues.group_words | cues.body_words
    if words.folded[last - 1] in marks and last - hit.last > 1:
        return last
    followed = last < words.n and words.folded[last] in _TRAILING and words.pos[last] == "NOUN"
    return last if followed and words.pos[hit.last] == "PROPN" else None


def _is_role(words: Words, first: int, last: int, roles: RoleLexicon) -> bool:
    """Whether what follows the state is only a role noun ("Foreign Ministry")."""
    noun = roles.at(words.folded, first)
    return noun is not None and first + len(noun.words) >= last
