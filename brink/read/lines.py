"""The lines of a page, and the pieces (logical lines) that hard-wrapped lines make up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from brink.read.shapes import is_listed
from brink.read.story import BlockKind

LOOK_CHARS = 1_500
"""How much of a piece the rules look at: nothing that is not plain body text is longer."""

EDGE_SLACK = 2
"""Characters by which the wrapping edge may lie nearer than the breaks it was learnt from."""

_LINE = re.compile(r"[^\n\f\u2028\u2029]+")
_DIGITS = re.compile(r"\d+")
_TERMINAL = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»」』）)\]*_]{0,4}$|[”\"」』]$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_NAME = re.compile(r"(?<=[\w,;:’”\"] )[A-ZÀ-Þ][\w’'-]{2,}")
_NO_SENSE = {
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
}
_WRAP_LIMIT = 140


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without the white space at its edges."""

    start: int
    end: int
    gap: int
    """Blank lines before it."""
    indent: int


@dataclass(kw_only=True, eq=False)
class Piece:
    """A logical line of a page and the role it is given while the page is being split."""

    start: int
    end: int
    text: str
    """Its first `LOOK_CHARS` characters with white space made single."""
    gap: int = 0
    glued: bool = False
    """Whether it was cut from the piece before it, with no line break between."""
    kind: BlockKind | None = None
    because: str = ""
    tail: bool = False
    """Whether it lies among the teasers that follow or surround the stories."""
    echo: bool = False
    """Whether it repeats the short line before it."""
    runs: bool = False
    """Whether the page prints it again and again, this being the first time."""
    opens: bool = False
    """Whether a story starts here."""
    box: bool = False
    """Whether a furniture phrase, not only its place, gave the role."""

    def be(self, kind: BlockKind, because: str) -> None:
        """Take a role for a reason."""
        self.kind, self.because = kind, because

    plain: str = field(init=False)
    """The text without Markdown marks, lower-cased and with plain quotes."""
    words: int = field(init=False)
    ends_sentence: bool = field(init=False)

    def __post_init__(self) -> None:
        long = self.end - self.start > LOOK_CHARS
        self.plain = fold(self.text)
        self.words = len(self.text.split()) + len(_UNSPACED.findall(self.text)) // 2 + long * 1_000
        self.ends_sentence = long or bool(_TERMINAL.search(self.text, max(0, len(self.text) - 8)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words that do not start a sentence, lower-cased."""
        found = {name.casefold().removesuffix("’s").removesuffix("'s") for name in _NAME.findall(self.text)}
        return frozenset(found - _NO_SENSE)


def fold(text: str) -> str:
    """Text for comparing: lower case, plain quotes, no Markdown marks at its edges."""
    plain = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return plain.strip("#*_> \t").lower()


def lines_of(text: str) -> Iterator[Line]:
    """The printed lines that hold anything, in order."""
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            breaks = text.count("\n", last, start) + 2 * text.count("\f", last, start)
            yield Line(start, end, max(0, breaks - 1), start - match.start())
            last = end


def pieces_of(text: str) -> list[Piece]:
    """The logical lines of a text: hard-wrapped lines are joined, others stand alone."""
    lines = list(lines_of(text))
    fill = wrap_fill(text, lines)
    fixed = _running_lines(text, lines)
    pieces: list[Piece] = []
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _joins(text, lines[index - 1], lines[index], fill, fixed):
            continue
        pieces.append(_piece(text, lines[first], lines[index - 1]))
        first = index
    return pieces


def look(text: str, start: int, end: int) -> str:
    """What the rules see of a span: its beginning, with white space made single."""
    return " ".join(text[start : min(end, start + LOOK_CHARS)].split())


def _piece(text: str, first: Line, last: Line) -> Piece:
    return Piece(start=first.start, end=last.end, text=look(text, first.start, last.end), gap=first.gap)


def wrap_fill(text: str, lines: Sequence[Line]) -> int | None:
    """How far, in characters, a line and the next word must reach for the line to have been wrapped there.

    `None` where each line is a paragraph. Learnt from the places where a sentence goes on in lower
    case on the next line, since the right edge is exact in mail and ragged in reports.
    """
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < 4:
        return None
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if width > _WRAP_LIMIT or width < 30:
        return None
    long = [(a, b) for a, b in pairwise(lines) if not b.gap and a.end - a.start >= 0.5 * width]
    broken = sorted(_reach(text, a, b) for a, b in long if _breaks_sentence(text, a, b))
    if len(broken) < 2 or len(broken) < 0.25 * len(long):
        return None
    return max(broken[len(broken) // 10] - EDGE_SLACK, int(0.7 * width))


def _reach(text: str, line: Line, following: Line) -> int:
    word = text[following.start : min(following.end, following.start + 40)].split()[0]
    return line.end - line.start + 1 + len(word)


def _breaks_sentence(text: str, line: Line, following: Line) -> bool:
    if _TERMINAL.search(text, max(line.start, line.end - 5), line.end):
        return False
    head = text[following.start : following.start + 12]
    return head[0].islower() or (head.isupper() and text[line.start : line.end].isupper())


def _joins(text: str, line: Line, following: Line, fill: int | None, fixed: frozenset[int]) -> bool:
    if following.gap or fill is None or line.start in fixed or following.start in fixed:
        return False
    head = text[following.start : min(following.end, following.start + 60)]
    if not any(c.isalpha() for c in head) or following.indent > line.indent + 2:
        return False
    if not any(c.isalpha() for c in text[line.start : min(line.end, line.start + 60)]):
        return False
    open_ended = not _TERMINAL.search(text, max(line.start, line.end - 5), line.end)
    # A number that a sentence breaks before, as in "on May / 3. The", looks like an item's.
    if is_listed(head) and not (open_ended and head[0].isdigit()):
        return False
    if open_ended and head[0].islower():
        return True
    return _reach(text, line, following) >= fill


def _running_lines(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Starts of short lines printed three times or more: heads and feet of pages."""
    short = [
        (line.start, _DIGITS.sub("#", text[line.start : line.end]))
        for line in lines
        if line.end - line.start < 90
    ]
    counts = Counter(words for _, words in short)
    return frozenset(start for start, words in short if counts[words] >= 3)
