"""A story: one report inside a document, with everything around it labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brink.dates import DateInterval

BlockKind = Literal[
    "body",
    "title",
    "heading",
    "byline",
    "dateline",
    "caption",
    "credit",
    "teaser",
    "related",
    "newsletter",
    "banner",
    "pull-quote",
    "boilerplate",
]
StoryKind = Literal["story", "blurb", "roundup-item"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a document's text with one role; blocks never overlap and leave only white space out."""

    start: int
    end: int
    kind: BlockKind
    because: str
    """Why it got this role, in words an analyst can check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One report, from its first to its last body character, `[start, end)` in its document.

    `id` is `document#k` with k counting stories of the document from 1. `blocks` are the
    blocks that belong to the story in order (its title, headings, captions and body);
    only those of kind `body` are coded.
    """

    id: str
    document: str
    start: int
    end: int
    kind: StoryKind
    title: str | None
    outlet: str | None
    date: DateInterval | None
    date_because: str
    blocks: tuple[Block, ...]

    @property
    def body(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind == "body")


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Evidence that two stories are one report; depends on these two stories alone.

    Where the relation is `contains`, `a` is the longer story; else `a` is first by id.
    """

    a: str
    b: str
    relation: Literal["exact", "near", "contains", "re-spun"]
    score: float
    """Between 0 and 1: the share of the shorter story found in the other, or for a re-spun
    copy the share of its aligned sentences."""
    because: str
