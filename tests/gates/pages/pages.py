"""Messy pages written by hand, each line under the label it should get.

A page file is YAML with `habit` (what is messy about it), optional `document` (format, title) and
`page`. Every line of `page` is `label number| text`:

- `title`, `heading`, `byline`, … as in `brink.read.story.BlockKind`; the number tells whose it is;
- `body`, `blurb`, `item` are body text of a story, a blurb, a round-up's item with that number;
- `~` is a further printed line of the piece before it, as hard wrapping makes them;
- `+` before a label glues the piece to the one before it; `_` sets one space between them;
- an empty line is an empty line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from brink.read.document import Document

HERE = Path(__file__).parent
TEXT_KINDS = {"body": "story", "blurb": "blurb", "item": "roundup-item"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A piece of a page with the label and the story number it should get."""

    start: int
    end: int
    kind: str
    story: str

    @property
    def is_text(self) -> bool:
        return self.kind in TEXT_KINDS


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page's document and what should be made of it."""

    name: str
    document: Document
    pieces: tuple[Expected, ...]

    def stories(self) -> set[tuple[int, int, str]]:
        """Start, end and kind of every story that should be found."""
        return set(self._spans().values())

    def _spans(self) -> dict[str, tuple[int, int, str]]:
        spans: dict[str, tuple[int, int, str]] = {}
        for piece in self.pieces:
            if piece.is_text:
                start = spans[piece.story][0] if piece.story in spans else piece.start
                spans[piece.story] = (start, piece.end, TEXT_KINDS[piece.kind])
        return spans

    def titles(self) -> dict[tuple[int, int], str | None]:
        """The printed title of each story by its span; `None` where none is printed."""
        text = self.document.text
        spans = {number: (start, end) for number, (start, end, _) in self._spans().items()}
        named: dict[str, str] = {}
        for piece in self.pieces:
            if piece.kind == "title":
                named.setdefault(piece.story, text[piece.start : piece.end])
        return {span: named.get(number) for number, span in spans.items()}


def corpus(part: str | None = None) -> list[Path]:
    """The page files, all or those of one part: `development` or `heldout`."""
    return sorted((HERE / part).glob("*.yaml") if part else HERE.glob("*/*.yaml"))


def load(path: Path) -> LabelledPage:
    """The page in a file."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    text, pieces = parse(source["page"])
    about = {"format": "txt", **source.get("document", {})}
    document = Document(id=f"{path.stem}.{about['format']}", text=text, digest="0" * 64, **about)
    return LabelledPage(path.stem, document, tuple(pieces))


def parse(page: str) -> tuple[str, list[Expected]]:
    """The text of a page in the notation above, and its expected pieces."""
    text = ""
    pieces: list[Expected] = []
    for line in page.split("\n"):
        label, bar, words = line.partition("|")
        if not bar:
            text += "\n"
            continue
        words, label = words.removeprefix(" "), label.strip()
        if label == "~":
            text += "\n" + words
            pieces[-1] = Expected(pieces[-1].start, len(text), pieces[-1].kind, pieces[-1].story)
            continue
        text += {"+": "", "_": " "}.get(label[0], "\n" if text else "")
        kind, _, story = label.lstrip("+_").partition(" ")
        start = len(text) + len(words) - len(words.lstrip())
        text += words
        pieces.append(Expected(start, len(text), kind, story))
    return text, pieces
