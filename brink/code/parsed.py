"""A parsed text as plain objects, in which everything that rules ask of a word is looked up once.

Rules ask the same few things of each word hundreds of times. spaCy answers from its own memory, makes
a new object for every word it hands out and walks the sentence for the children of each; here a word is
one object, and its texts, tags, head and children are read when the text has been parsed. Names and
meanings are those of spaCy's `Doc`, `Span` and `Token`, so that what its manual says holds here too.
A parsed text is not changed any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, overload

from spacy.attrs import DEP, HEAD, IDX, IS_PUNCT, LEMMA, LIKE_NUM, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc as Source

from brink.code.legible import Legible
from brink.code.word import Token, asked_once

__all__ = ["Doc", "Span", "Token", "asked_once"]
_WORDS: Final = (ORTH, LOWER, LEMMA, POS, TAG, DEP)
_NUMBERS: Final = (HEAD, IDX, SPACY, SENT_START, IS_PUNCT, LIKE_NUM)


class Doc:
    """A parsed text: its words and its sentences.

    `written` is the text before it was made `legible` for the parser, if anything was changed; words and
    spans say where they stand in it.
    """

    __slots__ = ("_sentence_of", "_tokens", "legible", "sents", "source", "text")

    def __init__(self, source: Source, written: str | None = None, legible: Legible | None = None) -> None:
        self.source: Final = source
        self.text: Final = written if written is not None else str(source.text)
        self.legible: Final = legible if legible is not None else Legible(self.text, None, self.text)
        self._tokens: Final = _tokens(self, source)
        if self.legible.places is not None:
            for token in self._tokens:
                token.idx, token.end = self.legible.written(token.idx, token.end)
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
        start, end = self.legible.span_of(start, end)
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
        return self.doc[self.end - 1].end

    @property
    def root(self) -> Token:
        """The head of the sentence, or of the words whose heads lie outside the one nearest to it."""
        words = self.doc.words(self.start, self.end)
        outer = [word for word in words if not self.start <= word.head.i < self.end or word.head is word]
        if len(outer) > 1:
            outer = [word for word in outer if word.head is word] or [min(outer, key=_depth)]
        return outer[0] if outer else self.doc[self.start]


def _depth(word: Token) -> int:
    """How many words lead from one to the head of its sentence; a mark on its own is as far as can be."""
    if not word.children and (word.is_punct or word.text.isspace()):
        return len(word.doc)
    steps = 0
    while word.head is not word:
        word, steps = word.head, steps + 1
    return steps


def _tokens(doc: Doc, source: Source) -> list[Token]:
    """The words of a text, with all their arcs."""
    made = [Token() for _ in range(len(source))]
    if not made:
        return made
    ids = source.to_array(list(_WORDS))
    numbers = source.to_array(list(_NUMBERS)).astype("int64").tolist()
    strings = source.vocab.strings
    text = {key: str(strings[key]) if key else "" for key in set(ids.ravel().tolist())}
    written = [[text[key] for key in column] for column in ids.T.tolist()]
    below: list[list[Token] | None] = [None] * len(made)
    for i, (token, flags, *words) in enumerate(zip(made, numbers, *written, strict=True)):
        up, token.idx, spaced, opens, mark, number = flags
        token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_ = words
        token.doc, token.i, token.answers, token.head = doc, i, {}, made[i + up]
        token.end = token.idx + len(token.text)
        token.whitespace_ = " " if spaced else ""
        token.is_sent_start, token.is_punct, token.like_num = opens == 1, mark == 1, number == 1
        if up:
            children = below[i + up]
            if children is None:
                below[i + up] = [token]
            else:
                children.append(token)
    for token, hanging in zip(made, below, strict=True):
        token.children = tuple(hanging) if hanging else ()
    return made
