"""Quotes in the documents they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.code.rows import Quote
    from brink.read.story import Block, Story


def stands(view: View, quote: Quote, story: Story) -> bool:
    """Whether the words of a quote stand at its place, in the body of that story."""
    document = view.documents.get(quote.document)
    inside = any(block.start <= quote.start < quote.end <= block.end for block in story.body)
    return document is not None and inside and document.text[quote.start : quote.end] == quote.text


def paragraph_of(view: View, quote: Quote) -> tuple[str, int]:
    """The block around a quote of the view's rows, and where the quote begins in it."""
    block = _block(view, quote)
    return view.documents[quote.document].text[block.start : block.end], quote.start - block.start


def _block(view: View, quote: Quote) -> Block:
    return next(
        block
        for story in view.stories
        if story.document == quote.document
        for block in story.blocks
        if block.start <= quote.start < block.end
    )
