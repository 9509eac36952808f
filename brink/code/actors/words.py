"""A passage's tokens as plain lists, which rules read many times."""

from __future__ import annotations

from collections.abc import Callable, Set

from brink.code.actors.spelling import fold
from brink.code.grammar.labels import GENITIVE
from brink.code.parsed import Doc

_OPEN = frozenset("“«„")
_CLOSE = frozenset("”»")


class Words:
    """Texts, tags and arcs of one parsed passage, by token index."""

    __slots__ = (
        "children", "deps", "folded", "heads", "index", "lemmas", "lowered", "n", "pos", "quoted", "sentence",
        "shouted", "spaces", "texts", "titled",
    )  # fmt: skip

    def __init__(self, index: int, doc: Doc) -> None:
        self.index = index
        tokens = list(doc)
        self.n = len(tokens)
        self.texts = [t.text for t in tokens]
        self.spaces = [t.whitespace_ for t in tokens]
        self.folded = [fold(t) for t in self.texts]
        self.lowered = [t.lower() for t in self.texts]
        self.pos = [t.pos_ for t in tokens]
        self.deps = [t.dep_ for t in tokens]
        self.heads = [t.head.i for t in tokens]
        self.lemmas = [t.lemma_.lower() for t in tokens]
        self.sentence = _sentences(doc)
        self.children: list[list[int]] = [[] for _ in tokens]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self.shouted = _share_of_words(self.texts, str.isupper) > 0.7
        ends = bool(self.texts) and self.texts[-1] in {".", "!", "”", '"'}
        self.titled = not ends and _share_of_words(self.texts, lambda t: t[0].isupper()) > 0.6
        self.quoted = _quoted(self.texts)

    def text(self, first: int, last: int) -> str:
        """The tokens as they are written."""
        written = (self.texts[i] + (self.spaces[i] if i + 1 < last else "") for i in range(first, last))
        return "".join(written)

    def head_of(self, first: int, last: int) -> int:
        """The token of a span whose head lies outside it."""
        for i in range(first, last):
            if (not first <= self.heads[i] < last or self.heads[i] == i) and self.deps[i] != "punct":
                return i
        return last - 1

    def case(self, i: int) -> str | None:
        """The preposition of a noun ("with", "because of" gives "because"), if it has one."""
        for child in self.children[i]:
            if self.deps[child] == "case" and child < i and self.lowered[child] not in {"'s", "’s"}:
                return str(self.lowered[child])
        return None

    def above(self, i: int, relations: Set[str], *, most: int = 4) -> int:
        """The first token from this one up that does not hang by one of the relations, in so many steps."""
        for _ in range(most):
            if self.deps[i] not in relations:
                break
            i = self.heads[i]
        return i

    def is_capital(self, i: int) -> bool:
        """Whether the token is a word with a capital first letter."""
        return (self.texts[i][0].isupper() and self.texts[i][-1].isalpha()) or self.is_initial(i)

    def is_initial(self, i: int) -> bool:
        """Whether the token is the first letter of a name, with its full stop."""
        text = self.texts[i]
        return len(text) == 2 and text[1] == "." and text[0].isupper()

    def opens_sentence(self, i: int) -> bool:
        """Whether the token is the first word of a sentence or quotation."""
        return (
            i == 0
            or self.sentence[i] != self.sentence[i - 1]
            or self.texts[i - 1] in {'"', "“", "‘", ":", "—", "("}
        )

    def inner_capitals(self) -> list[str]:
        """Words with a capital that do not open a sentence; none in a headline."""
        if self.titled or self.shouted:
            return []
        return [t for i, t in enumerate(self.texts) if t[0].isupper() and not self.opens_sentence(i)]

    def is_possessor(self, last: int) -> bool:
        """Whether a genitive ending follows the span that ends before `last`."""
        return last < self.n and self.lowered[last] in GENITIVE and self.pos[last] == "PART"


def _sentences(doc: Doc) -> list[int]:
    number, numbers = -1, []
    for token in doc:
        number += int(bool(token.is_sent_start) or token.i == 0)
        numbers.append(number)
    return numbers


def _share_of_words(texts: list[str], test: Callable[[str], bool]) -> float:
    words = [t for t in texts if len(t) > 2 and t[0].isalpha()]
    return sum(1 for w in words if test(w)) / len(words) if len(words) > 3 else 0.0


def _quoted(texts: list[str]) -> list[bool]:
    inside, flags = False, []
    for text in texts:
        if text in _OPEN or (text == '"' and not inside):
            inside = True
        elif text in _CLOSE or text == '"':
            inside = False
        flags.append(inside)
    return flags
