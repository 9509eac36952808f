"""A word of a parsed text as a plain object, with what rules ask of it many times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from brink.code.parsed import Doc, Span

Answer = TypeVar("Answer")


class Token:
    """A word or mark: its forms, its part of speech and its place in the parse."""

    __slots__ = (
        "answers", "children", "dep_", "doc", "end", "head", "i", "idx", "is_punct", "is_sent_start",
        "lemma_", "like_num", "lower_", "pos_", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: Doc
    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    idx: int
    """Where it starts in the text, and where it ends: what it hides there counts too."""
    end: int
    whitespace_: str
    is_sent_start: bool
    is_punct: bool
    like_num: bool
    head: Token
    children: tuple[Token, ...]
    """The words that hang on this one, in the order of the text."""
    answers: dict[object, Any]
    """What has been asked of this word, by the question; see `asked_once`."""

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def sent(self) -> Span:
        return self.doc.sentence_at(self.i)

    @property
    def lefts(self) -> tuple[Token, ...]:
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> tuple[Token, ...]:
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def left_edge(self) -> Token:
        """The first word of all that hangs below this one, itself included."""
        return self.doc[int(self._source.left_edge.i)]

    @property
    def right_edge(self) -> Token:
        return self.doc[int(self._source.right_edge.i)]

    @property
    def subtree(self) -> tuple[Token, ...]:
        """This word and all below it, in the order of the text."""
        return tuple(self.doc[int(token.i)] for token in self._source.subtree)

    def nbor(self, steps: int = 1) -> Token:
        """The word so many places further on.

        Raises
        ------
        IndexError
            When the text has no such place.
        """
        if self.i + steps < 0:
            raise IndexError(f"no word {-steps} before word {self.i}")
        return self.doc[self.i + steps]

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other word stands anywhere below this one."""
        step = other
        while step.head is not step:
            step = step.head
            if step is self:
                return True
        return False

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_space(self) -> bool:
        return bool(self._source.is_space)

    @property
    def is_quote(self) -> bool:
        return bool(self._source.is_quote)

    @property
    def is_title(self) -> bool:
        return bool(self._source.is_title)

    @property
    def morph(self) -> str:
        return str(self._source.morph)

    @property
    def _source(self) -> Any:
        return self.doc.source[self.i]


def asked_once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question about one word, whose answer is kept with the word: its parse does not change."""

    @wraps(question)
    def answer(token: Token) -> Answer:
        answers = token.answers
        if question not in answers:
            answers[question] = question(token)
        known: Answer = answers[question]
        return known

    return answer
