"""A story while its pieces are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from brink.read.lines import Piece
from brink.read.story import StoryKind

OWN = ("title", "heading", "byline", "dateline", "caption", "credit", "body", "pull-quote")


@dataclass(slots=True)
class Draft:
    """A story while its pieces are gathered."""

    kind: StoryKind
    title: str | None = None
    outlet: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    first: bool = False
    """Whether the page's own title, date and address speak of this story."""

    @property
    def body(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind == "body"]

    @property
    def has_body(self) -> bool:
        return any(piece.kind == "body" for piece in reversed(self.pieces))
