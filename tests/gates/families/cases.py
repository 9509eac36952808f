"""Story pairs written by hand, and whether each pair is one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from brink.read.copies import StoryText

HERE = Path(__file__).parent
PARTS = ("development", "heldout")
_ONE_ANSWER = {"contains": "near"}


@dataclass(frozen=True, slots=True)
class Cases:
    """The stories of a part, in order, and its pairs with the relation they should have, or `none`."""

    stories: tuple[StoryText, ...]
    pairs: tuple[tuple[str, str, str], ...]


def corpus() -> list[Path]:
    return [HERE / f"{part}.yaml" for part in PARTS]


def load(part: str) -> Cases:
    written = yaml.safe_load((HERE / f"{part}.yaml").read_text(encoding="utf-8"))
    texts = {name: _text(story, written["stories"]) for name, story in written["stories"].items()}
    stories = tuple(StoryText(name, None, text) for name, text in texts.items())
    return Cases(stories, tuple((a, b, relation) for a, b, relation in written["pairs"]))


def answer(relation: str) -> str:
    """The relation, with `near` for a story that is part of another: both are verbatim copies."""
    return _ONE_ANSWER.get(relation, relation)


def _text(story: Mapping[str, Any], stories: Mapping[str, Mapping[str, Any]]) -> str:
    if "text" in story:
        return str(story["text"]).strip()
    paragraphs = _text(stories[story["from"]], stories).split("\n\n")
    kept = [paragraphs[number - 1] for number in story.get("keep", range(1, len(paragraphs) + 1))]
    text = "\n\n".join([*story.get("before", ()), *kept, *story.get("after", ())])
    for old, new in story.get("swap", ()):
        if old not in text:
            raise ValueError(f"nothing to swap: {old!r} is not in the paragraphs kept")
        text = text.replace(old, new)
    return text
