"""Every quote of the brief, highlighted in its paragraph, each with an anchor of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brink.brief.incident_words import when_said
from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.code.rows import Claim, Event, Tie


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a paragraph under the same set of quotes; `starts` are anchors that begin here."""

    text: str
    quoted: bool
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a story cut at the edges of its quotes."""

    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A story with those of its paragraphs that are quoted."""

    story: str
    heading: str
    source: str
    when: str
    copy_of: str | None
    paragraphs: tuple[Paragraph, ...]


def annex(view: View, rows: Iterable[Event | Claim | Tie]) -> list[Cited]:
    """Stories with a quoted paragraph, in order of date."""
    by_story: dict[str, list[Event | Claim | Tie]] = defaultdict(list)
    for row in rows:
        by_story[row.story].append(row)
    return [_cited(view, story.id, by_story[story.id]) for story in view.stories if by_story[story.id]]


def _cited(view: View, story_id: str, rows: Sequence[Event | Claim | Tie]) -> Cited:
    story = view.story[story_id]
    text = view.documents[story.document].text
    paragraphs = []
    for block in story.blocks:
        inside = [row for row in rows if block.start <= row.quote.start < block.end]
        if inside:
            paragraphs.append(cut(text[block.start : block.end], block.start, inside))
    family = view.families[story_id]
    return Cited(
        story_id,
        story.title or text[story.start : story.end][:70],
        outlet_of(view, story),
        when_said(story.date) if story.date else "undated",
        family.copy_of(story_id),
        tuple(paragraphs),
    )


def cut(text: str, offset: int, rows: Sequence[Event | Claim | Tie]) -> Paragraph:
    """A paragraph cut where quotes begin and end, so that overlapping quotes can each be marked."""
    spans = [(row.quote.start - offset, row.quote.end - offset, row.id) for row in rows]
    edges = sorted({0, len(text), *(s for s, _, _ in spans), *(min(e, len(text)) for _, e, _ in spans)})
    stretches = []
    for left, right in pairwise(edges):
        quoted = any(s <= left < e for s, e, _ in spans)
        starts = tuple(row for s, _, row in spans if s == left)
        stretches.append(Stretch(text[left:right], quoted, starts))
    return Paragraph(tuple(stretches))
