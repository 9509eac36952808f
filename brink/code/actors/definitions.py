"""Names a story gives itself: acronyms in brackets and "also known as"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from brink.code.actors.cues import Cues
from brink.code.actors.entry import ActorEntry
from brink.code.actors.names import Name
from brink.code.actors.spelling import pieces
from brink.code.actors.story import Hit
from brink.code.actors.words import Words
from brink.code.mention import ActorKind

_LONGEST_RUN = 10
# Percent of likeness above which two long names are spellings of one.
_SAME_NAME = 80
_STATES = frozenset({"demonym", "people", "capital", "seat", "other"})


def find_definitions(words: Words, hits: Sequence[Hit], cues: Cues) -> Iterator[tuple[Name, str]]:
    """Names that this passage defines, each with the reason."""
    ending = {h.last: h for h in hits}
    starting = {h.first: h for h in hits}
    for i in range(1, words.n - 1):
        if words.texts[i] == "(":
            yield from _bracketed(words, i, ending, starting, cues)
        elif (end := cues.known_as.end(words.folded, i)) > i:
            yield from _other_names(words, i, end, ending, starting, cues)


def _bracketed(
    words: Words, at: int, ending: dict[int, Hit], starting: dict[int, Hit], cues: Cues
) -> Iterator[tuple[Name, str]]:
    close = next((k for k in range(at + 1, min(at + 14, words.n)) if words.texts[k] == ")"), None)
    if close is None:
        return
    inside = "".join(words.texts[at + 1 : close])
    if _is_acronym(inside):
        first = _run_before(words, at, inside, cues)
        yield from _bound(words, first, at, inside, ending.get(at), starting.get(at + 1), cues)
    elif _is_acronym(words.texts[at - 1]) and words.is_capital(at + 1):
        yield from _bound(
            words,
            at + 1,
            close,
            words.texts[at - 1],
            _spanning(starting, at + 1, close),
            ending.get(at),
            cues,
        )


def _spanning(starting: dict[int, Hit], first: int, last: int) -> Hit | None:
    hit = starting.get(first)
    return hit if hit is not None and hit.last == last else None


def _bound(
    words: Words, first: int | None, last: int, acronym: str, long: Hit | None, short: Hit | None, cues: Cues
) -> Iterator[tuple[Name, str]]:
    """Bind the acronym to the long name beside it, or the long name to a known acronym."""
    exact = first is not None and _initials(words, first, last, cues) == acronym.upper().replace("-", "")
    is_whole = long is not None and (first is None or long.first <= first or not exact)
    if (
        long is not None
        and is_whole
        and not all(n.sort in _STATES for n in long.names)
        and len(long.entries) == 1
        and long.entries[0].kind not in {"state", "person"}
        and (exact or long.entries[0].kind != "media")
        and not (short is not None and any(e.kind == "media" for e in short.entries))
    ):
        yield Name(pieces(acronym), long.entries[0], "acronym"), f"'{acronym}' introduced in brackets"
        return
    if first is None or not (exact or words.folded[last - 1] in cues.group_words | cues.body_words):
        return
    text = name_text(words, first, last)
    known = _same_long_name(text, short)
    entry = known or ActorEntry(
        name=text, kind=kind_by_words(words.folded[first:last], cues), acronyms=(acronym,)
    )
    yield (
        Name(pieces(text), entry, "name" if known is None else "alias"),
        f"introduced with the acronym '{acronym}'",
    )
    yield Name(pieces(acronym), entry, "acronym"), f"'{acronym}' introduced in brackets"


def _same_long_name(text: str, short: Hit | None) -> ActorEntry | None:
    """The known owner of the acronym, if its full name is much like the one in the text."""
    entries = short.entries if short is not None else ()
    for entry in entries:
        if any(
            ratio(text.casefold(), name.casefold()) >= _SAME_NAME for name in (entry.name, *entry.aliases)
        ):
            return entry
    return None


def name_text(words: Words, first: int, last: int) -> str:
    """The words of a name as the text writes them."""
    return "".join(words.texts[k] + words.spaces[k] for k in range(first, last)).strip()


def _is_acronym(text: str) -> bool:
    letters = text.replace("-", "").replace(".", "").replace("/", "")
    return (
        2 <= len(letters) <= 10
        and letters.isalnum()
        and sum(c.isupper() for c in letters) * 2 > len(letters)
        and letters[0].isupper()
    )


def _run_before(words: Words, end: int, acronym: str, cues: Cues) -> int | None:
    """Where the capitalised run that the acronym abbreviates begins."""
    wanted = acronym.upper().replace("-", "").replace(".", "")
    longest = None
    for first in range(end - 1, max(-1, end - 1 - _LONGEST_RUN), -1):
        if not (words.is_capital(first) or words.lowered[first] in cues.inner_words):
            break
        if words.is_capital(first) and words.folded[first] != "the":
            longest = first
            if _initials(words, first, end, cues) == wanted:
                return first
    return longest if longest is not None and end - longest > 1 else None


def _initials(words: Words, first: int, last: int, cues: Cues) -> str:
    return "".join(
        words.texts[k][0]
        for k in range(first, last)
        if words.texts[k][0].isalnum() and words.lowered[k] not in cues.inner_words
    ).upper()


def _other_names(
    words: Words, at: int, end: int, ending: dict[int, Hit], starting: dict[int, Hit], cues: Cues
) -> Iterator[tuple[Name, str]]:
    left = _before_marks(words, at)
    left_hit = ending.get(left)
    entry = (
        left_hit.entries[0]
        if left_hit is not None and len(left_hit.entries) == 1
        else _new_entry(words, left, cues)
    )
    if entry is None or entry.kind == "state":
        return
    if left_hit is None:
        yield Name(pieces(entry.name), entry, "name"), "explained by its other name"
    for first, last in _listed_names(words, end, starting):
        text = " ".join(words.texts[first:last]).replace(" - ", "-")
        sort = "acronym" if _is_acronym(text) else "alias"
        yield Name(pieces(text), entry, sort), f"'also known as' {entry.name}"  # type: ignore[arg-type]


def _before_marks(words: Words, at: int) -> int:
    """Where the name before "also known as" ends, past commas, dashes and a bracketed acronym."""
    left = at
    while left > 0 and words.texts[left - 1] in {",", "—", "–", "-", "--", "(", ")", "“", '"'}:
        left -= 1
        if words.texts[left] == ")" and "(" in words.texts[max(0, left - 6) : left]:
            left -= words.texts[max(0, left - 6) : left][::-1].index("(") + 1
    return left


def _new_entry(words: Words, end: int, cues: Cues) -> ActorEntry | None:
    first = _run_before(words, end, "", cues)
    if first is None:
        return None
    text = name_text(words, first, end)
    return ActorEntry(name=text, kind=kind_by_words(words.folded[first:end], cues))


def _listed_names(words: Words, start: int, starting: dict[int, Hit]) -> Iterator[tuple[int, int]]:
    """Spans of the names after "also known as": `X`, `the Y`, `or Z`."""
    i = start
    while i < words.n:
        while i < words.n and (words.lowered[i] in {"the", "or", "and"} or words.texts[i] in {"“", '"', "”"}):
            i += 1
        first = i
        if i in starting and starting[i].names[0].sort not in _STATES:
            i = starting[i].last
        else:
            while i < words.n and (words.is_capital(i) or (i > first and words.texts[i] == "-")):
                i += 1
        if i == first:
            return
        yield first, i
        if (
            i >= words.n
            or words.lowered[i] not in {"or", "and", ","}
            or (words.texts[i] == "," and words.lowered[i + 1 : i + 2] != ["or"])
        ):
            return


def kind_by_words(name: Sequence[str], cues: Cues) -> ActorKind:
    """The kind of actor that the first and the head word of a folded name suggest."""
    link = next((at for at, word in enumerate(name) if at and word in {"of", "for"}), len(name))
    first, last = name[0], name[link - 1]
    if last in cues.media_words:
        return "media"
    if last in cues.group_words or first in cues.group_first:
        return "group"
    return "body" if last in cues.body_words else "unknown"
