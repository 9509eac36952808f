"""Documents made from text, and what the layout tests ask of them."""

from __future__ import annotations

from brink.read.document import Document, Format
from brink.read.layout import Layout, split


def document(text: str, *, title: str | None = None, format: Format = "txt") -> Document:
    return Document(id=f"page.{format}", text=text, digest="0" * 64, format=format, title=title)


def layout(text: str, *, title: str | None = None, format: Format = "txt") -> Layout:
    return split(document(text, title=title, format=format))


def kinds(text: str) -> list[tuple[str, str]]:
    """Each block's role and words."""
    return [(block.kind, text[block.start : block.end]) for block in layout(text).blocks]


def kind_of(words: str, text: str) -> str:
    """The role of the block that holds the words."""
    return next(kind for kind, block in kinds(text) if words in block)


def bodies(text: str, *, format: Format = "txt") -> list[list[str]]:
    """The body paragraphs of each story."""
    stories = layout(text, format=format).stories
    return [[text[block.start : block.end] for block in story.body] for story in stories]
