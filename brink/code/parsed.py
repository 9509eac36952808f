"""A parsed text as plain objects, in which everything that rules ask of a word is looked up once.

Rules ask the same few things of each word hundreds of times. spaCy answers from its own memory, makes
a new object for every word it hands out and walks the sentence for the children of each; here a word is
one object, and its texts, tags, head and children are read when the text has been parsed. Names and
meanings are those of spaCy's `Doc`, `Span` and `Token`, so that what its manual says holds here too.
A parsed text is not changed any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Final, TypeVar, overload

from spacy.attrs import DEP, HEAD, IDX, IS_PUNCT, LEMMA, LIKE_NUM, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc as Source

Answer = TypeVar("Answer")
_WORDS: Final = (ORTH, LOWER, LEMMA, POS, TAG, DEP)
_NUMBERS: Final = (HEAD, IDX, SPACY, SENT_START, IS_PUNCT, LIKE_NUM)


class Token:
    """A word or mark: its forms, its part of speech and its place in the parse."""

    __slots__ = (
        "answers", "children", "dep_", "doc", "head", "i", "idx", "is_punct", "is_sent_start", "lemma_",
        "like_num", "lower_", "pos_", "tag_", "text", "whitespace_",
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


class Doc:
    """A parsed text: its words and its sentences."""

    __slots__ = ("_sentence_of", "_tokens", "sents", "source", "text")

    def __init__(self, source: Source) -> None:
        self.source: Final = source
        self.text: Final = str(source.text)
        self._tokens: Final = _tokens(self, source)
        starts = [token.i for token in self._tokens if token.is_sent_start or not token.i]
        ends = [*starts[1:], len(self._tokens)]
        self.sents: Final = tuple(
            Span(self, first, last) for first, last in zip(starts, ends, strict=False) if last
        )
        self._sentence_of: Final = [sentence for sentence in self.sents for _ in range(len(sentence))]

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Span: ...

    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self._tokens))
            return Span(self, first, max(first, last))
        return self._tokens[at]

    def words(self, first: int, last: int) -> list[Token]:
        """The words `[first, last)`."""
        return self._tokens[first:last]

    def sentence_at(self, at: int) -> Span:
        """The sentence that holds the word of this index."""
        return self._sentence_of[at]

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """The words of characters `[start, end)`, or None where they are no whole words."""
        span = self.source.char_span(start, end, alignment_mode=alignment_mode)
        return None if span is None else Span(self, span.start, span.end)


class Span:
    """Words `[start, end)` of a text."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc: Final = doc
        self.start: Final = start
        self.end: Final = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words(self.start, self.end))

    def __contains__(self, token: object) -> bool:
        return isinstance(token, Token) and token.doc is self.doc and self.start <= token.i < self.end

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Span: ...

    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Span(self.doc, self.start + first, self.start + max(first, last))
        return self.doc[range(self.start, self.end)[at]]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.doc is other.doc and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end))

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        if self.end <= self.start:
            return self.start_char
        last = self.doc[self.end - 1]
        return last.idx + len(last)

    @property
    def root(self) -> Token:
        """The word whose head lies outside, or that heads the sentence."""
        return self.doc[int(self.doc.source[self.start : self.end].root.i)]


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


def _tokens(doc: Doc, source: Source) -> list[Token]:
    """The words of a text, with all their arcs."""
    made = [Token() for _ in range(len(source))]
    if not made:
        return made
    ids = source.to_array(list(_WORDS)).tolist()
    numbers = source.to_array(list(_NUMBERS)).astype("int64").tolist()
    strings = source.vocab.strings
    text = {key: str(strings[key]) if key else "" for key in {key for row in ids for key in row}}
    below: list[list[Token]] = [[] for _ in made]
    for i, (token, row, flags) in enumerate(zip(made, ids, numbers, strict=True)):
        up, idx, spaced, opens, mark, number = flags
        token.doc, token.i, token.idx, token.answers = doc, i, idx, {}
        token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_ = [text[k] for k in row]
        token.whitespace_ = " " if spaced else ""
        token.is_sent_start, token.is_punct, token.like_num = opens == 1, mark == 1, number == 1
        token.head = made[i + up]
        if up:
            below[i + up].append(token)
    for token, children in zip(made, below, strict=True):
        token.children = tuple(children)
    return made
