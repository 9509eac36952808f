"""A paragraph of a story with its parse, and the way back from tokens to the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from brink.code.parsed import Doc, Span, Token
from brink.code.rows import Quote
from brink.code.turns import Turn
from brink.dates import DateInterval
from brink.dates.expressions import DateExpression, find_dates


@dataclass(frozen=True, slots=True)
class Passage:
    """One body block of a story, parsed.

    `doc.text` has a character for each of `document.text[start:start + len(doc.text)]`, and the
    same ones but for wrapped lines, whose breaks are spaces. So a token's place in the document
    is `start + token.idx`.
    """

    document: str
    story: str
    index: int
    """Which body block of the story this is, from 0."""
    start: int
    doc: Doc
    written: str | None = None
    """The words of the document where they are not those of `doc`."""
    turn: Turn | None = None
    """Whose turn to speak it is, in a transcript."""

    def __post_init__(self) -> None:
        if not isinstance(self.doc, Doc):
            # As the pipeline gives it.
            object.__setattr__(self, "doc", Doc(self.doc))

    def dates(self, anchor: DateInterval | None) -> tuple[DateExpression, ...]:
        """What its words say of when, in order; relative dates are resolved against `anchor`."""
        return _dates(self.doc.legible.even, anchor)

    def words(self, span: Span) -> str:
        """The span as the document has it."""
        return str(span.text) if self.written is None else self.written[span.start_char : span.end_char]

    def quote(self, span: Span) -> Quote:
        """The span's exact words, without white space at its edges."""
        words = self.words(span)
        text = words.strip()
        left = len(words) - len(words.lstrip())
        start = self.start + span.start_char + left
        return Quote(self.document, start, start + len(text), text)

    def quote_of(self, tokens: Iterable[Token]) -> Quote:
        """The words from the first to the last of the tokens."""
        places = sorted(token.i for token in tokens)
        return self.quote(self.doc[places[0] : places[-1] + 1])


@lru_cache(maxsize=256)
def _dates(text: str, anchor: DateInterval | None) -> tuple[DateExpression, ...]:
    """Kept until figures and events have both asked, which they do a story at a time."""
    return tuple(find_dates(text, anchor=anchor))


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a story before its sentences are read."""

    document: str
    story: str
    date: DateInterval | None
    """When the story was published; relative dates are resolved against it."""
    title: str | None = None
    outlet: str | None = None
