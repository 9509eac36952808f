"""What the second coder is asked: the coding rules, then one part of one story."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from brink.case.digests import text_digest
from brink.code.wrapped import unwrapped
from brink.read.story import Story
from brink.second.proposal import answer_schema

MOST_CHARACTERS = 8_000
"""Of one question; longer stories are asked about in parts, at the borders of paragraphs.

About 2,000 tokens: with the rules and the answer it fits the windows that local servers open by default.
"""


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent: the rules, and the report to code by them."""

    system: str
    report: str

    def key(self, model: str) -> str:
        """Digest of all that the answer depends on: model, rules, form of the answer, and text."""
        return text_digest(model, self.system, schema_in_words(), self.report)


@cache
def rules() -> str:
    """The coding rules in plain words."""
    return resources.files("brink.second").joinpath("prompt.md").read_text(encoding="utf-8").strip()


@cache
def prompt_version() -> str:
    """The first letters of the digest of rules and schema: answers to other rules are others."""
    return text_digest(rules(), schema_in_words())[:12]


@cache
def schema_in_words() -> str:
    """The schema for servers that take none: the model is told it."""
    return f"Answer with one JSON object by this JSON Schema and nothing else:\n{json.dumps(answer_schema())}"


def questions(story: Story, text: str) -> list[Question]:
    """The questions of a story, each about whole paragraphs; none when it has no body."""
    parts: list[list[str]] = []
    size = MOST_CHARACTERS
    for block in story.body:
        words = unwrapped(text[block.start : block.end]).strip()
        if not words:
            continue
        if size + len(words) > MOST_CHARACTERS:
            parts.append([])
            size = 0
        parts[-1].append(words)
        size += len(words)
    return [Question(rules(), _report(story, part)) for part in parts]


def _report(story: Story, paragraphs: list[str]) -> str:
    title = f"Title: {story.title}\n" if story.title else ""
    date = f"Published: {story.date.iso()}\n" if story.date else "Published: not known\n"
    body = "\n\n".join(paragraphs)
    return f"{title}{date}<report>\n{body}\n</report>"
