"""Coded events against annotations of two real pages, where the annotations are at hand.

Neither the pages nor the annotations are part of Brink. They were seen while rules were written, so
these figures say that nothing broke, not how well new text is coded.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from brink.case.listing import Row

SHARED = Path(os.environ.get("BRINK_SHARED", Path(__file__).resolve().parents[4] / "shared"))
GOLD, PAGES = SHARED / "gold", SHARED / "articles"


def missing() -> str | None:
    """Why the gate cannot be measured here, if it cannot."""
    return None if GOLD.is_dir() and PAGES.is_dir() else f"no annotated pages at {SHARED}"


def corpus() -> list[Path]:
    return sorted([*GOLD.glob("events-*.jsonl"), *PAGES.glob("*.txt")])


@cache
def figures() -> Mapping[str, float]:
    """Detection and who-did-what F1 on each annotated page."""
    scorer, found = _scorer(), {}
    alias = {}
    for name, others in json.loads((GOLD / "aliases.json").read_text(encoding="utf-8")).items():
        alias.update({other.casefold(): name.casefold() for other in [name, *others]})
    for page in ("001", "003"):
        gold = scorer.rows(GOLD / f"events-{page}.jsonl")
        scored, _, _ = scorer.score(gold, predicted(page), alias)
        for figure in ("detection_f1", "who_did_what_f1"):
            found[f"{page} {figure}"] = float(scored[figure])
    return found


def predicted(page: str) -> list[Row]:
    """Events coded on a page, of those of its stories that are annotated."""
    from brink.code.actors.gazetteer import Gazetteer
    from brink.code.coder import Coder
    from brink.code.passage import Setting
    from brink.code.pipeline import load_pipeline
    from brink.read.document import Document
    from brink.read.files import read_source
    from brink.read.layout import split

    coder = Coder(Gazetteer.load(), load_pipeline())
    path = next(PAGES.glob(f"{page}*.txt"))
    rows = []
    for document in read_source(path.name, path):
        if not isinstance(document, Document):
            continue
        stories = split(document).stories
        for story in stories[1:] if page == "001" else stories:
            setting = Setting(document.id, story.id, story.date, story.title, story.outlet)
            body = [(block.start, block.end) for block in story.body]
            rows.extend(_row(event) for event in coder.code(setting, document.text, body).events)
    return rows


def _row(event: Any) -> Row:
    """An event with the keys the scorer reads."""
    return {
        "document": event.quote.document,
        "start": event.quote.start,
        "end": event.quote.end,
        "quote": event.quote.text,
        "type": event.type,
        "mode": event.mode,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "date": event.date.iso() if event.date else None,
        "status": event.status,
        "killed": {"min": event.killed.min, "max": event.killed.max} if event.killed else None,
    }


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_scorer", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer at {GOLD / 'score.py'}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
