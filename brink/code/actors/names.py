"""Names as they are searched for in text: the longest that fits wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from brink.code.actors.cues import load_cues
from brink.code.actors.entry import ActorEntry
from brink.code.actors.spelling import fold, pieces

Sort = Literal["name", "alias", "acronym", "demonym", "people", "capital", "seat", "other"]


_APOSTROPHES = frozenset({"'", "’"})


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing an actor's name, and when it means that actor."""

    words: tuple[str, ...]
    entry: ActorEntry | None
    """None for a longer name that swallows an actor's name and stands for nobody."""
    sort: Sort
    start: date | None = None
    end: date | None = None
    weak: bool = False
    """True for a seat that is an actor only where the clause leaves no doubt."""

    def holds(self, on: date | None) -> bool:
        """Whether the name means its actor on that day; always so on an unknown day."""
        if on is None:
            return True
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def fits(self, tokens: Sequence[str], *, shouted: bool) -> bool:
        """Whether the case of the tokens allows this name.

        An acronym needs its exact letters, any other name a capital wherever it has one.
        """
        if self.sort == "acronym" or self._is_short_demonym():
            if shouted and tokens[0] in load_cues().shouted_words:
                return False
            return _bare("".join(tokens)) == _bare("".join(self.words))
        ours = [w for w in self.words if fold(w) not in {"-", ""}]
        theirs = [t for t in tokens if fold(t) not in {"-", ""}]
        return all(t[:1].isupper() or not w[:1].isupper() for w, t in zip(ours, theirs, strict=False))

    def _is_short_demonym(self) -> bool:
        return self.sort == "demonym" and self.words[0].isupper()


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)


class NameTrie:
    """Names by their folded words.

    A hyphen in a name may be written as a space; a stray apostrophe is passed over.
    """

    __slots__ = ("_root",)

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._root = _Node()
        for name in names:
            self.add(name)

    def add(self, name: Name) -> None:
        """Make the name searchable, also with what a tokenizer keeps joined ("MS-13")."""
        words = [fold(word) for word in name.words]
        self._place(name, words)
        if "-" in words and any(raw.isdigit() or raw.endswith(".") for raw in name.words):
            self._place(name, " ".join(words).replace(" - ", "-").split())

    def _place(self, name: Name, words: Sequence[str]) -> None:
        node = self._root
        for word in filter(None, words):
            node = node.after.setdefault(word, _Node())
        if name not in node.names:
            node.names.append(name)

    def longest(
        self, folded: Sequence[str], texts: Sequence[str], at: int, *, shouted: bool = False
    ) -> tuple[int, list[Name]] | None:
        """End of the longest name that starts at token `at`, with all names written so."""
        first = self._root.after.get(folded[at])
        if first is None:
            return None
        best: tuple[int, list[Name]] | None = None
        stack = [(first, at + 1)]
        while stack:
            node, end = stack.pop()
            whole = texts[end - 1] not in _APOSTROPHES
            if node.names and whole and (best is None or end >= best[0]):
                fitting = [n for n in node.names if n.fits(texts[at:end], shouted=shouted)]
                if fitting and best is not None and end == best[0]:
                    fitting = best[1] + fitting
                best = (end, fitting) if fitting else best
            if end < len(folded):
                stack.extend(_steps(node, folded[end], texts[end], end))
        return best


def _bare(acronym: str) -> str:
    return "".join(c for c in acronym if c.isalnum())


def _steps(node: _Node, word: str, text: str, end: int) -> list[tuple[_Node, int]]:
    if text in _APOSTROPHES:
        return [(node, end + 1)]
    found = [(node.after[word], end + 1)] if word in node.after else []
    if word != "-" and (past := node.after.get("-")) is not None and word in past.after:
        found.append((past.after[word], end + 1))
    return found


def names_of(entry: ActorEntry) -> list[Name]:
    """Every way of writing an entry's name that its fields give."""
    found = [Name(pieces(entry.name), entry, _sort_of(entry.name))]
    found += [Name(pieces(a), entry, _sort_of(a, "alias")) for a in entry.aliases]
    found += [Name(pieces(a), entry, "acronym") for a in entry.acronyms]
    found += [Name(pieces(d), entry, "demonym") for d in entry.demonyms]
    found += [Name(pieces(c.name), entry, "capital", c.start, c.end) for c in entry.capitals]
    found += [Name(pieces(d.name), entry, "alias", d.start, d.end) for d in entry.dated]
    return found


def _sort_of(name: str, otherwise: Sort = "name") -> Sort:
    letters = name.replace("-", "").replace(".", "")
    return "acronym" if letters.isupper() and letters.isalnum() and len(letters) <= 8 else otherwise
