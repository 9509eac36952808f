"""Every story of a case as a reference with the quotes taken from it (biblatex)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.code.rows import Claim, Event, Tie
from brink.read.story import Story

HEAD = "% Stories of “{title}” as of {as_of}. Brink opens no page: urldate is the as-of date of the case.\n"
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_ESCAPES = str.maketrans(_SPECIAL)
_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")

Quoting = Event | Claim | Tie


def write(view: View, out: Path) -> list[Path]:
    """`sources.bib`: an `@online` entry a story; `annotation` lists the rows that rest on it."""
    rows: dict[str, list[Quoting]] = defaultdict(list)
    for listed in (view.events, view.claims, view.ties):
        for row in listed:
            rows[row.story].append(row)
    entries = [_entry(view, story, rows[story.id]) for story in view.stories]
    head = HEAD.format(title=" ".join(view.title.split()), as_of=view.as_of)
    path = out / "sources.bib"
    path.write_text("\n".join([head, *entries]), encoding="utf-8", errors="backslashreplace")
    return [path]


def key_of(story: Story) -> str:
    """A key that the same story gets on every run, readable and unlike any other."""
    plain = unicodedata.normalize("NFKD", story.title or story.id).encode("ascii", "ignore").decode().lower()
    words = _NOT_IN_KEYS.sub("-", plain).strip("-")[:40].strip("-")
    return f"{words or 'story'}-{hashlib.sha256(story.id.encode()).hexdigest()[:8]}"


def _entry(view: View, story: Story, rows: Sequence[Quoting]) -> str:
    document = view.documents[story.document]
    fields = {
        "title": story.title or document.title or story.id,
        "organization": outlet_of(view, story),
        "date": _date(story),
        "url": document.url,
        "urldate": view.as_of.isoformat() if document.url else None,
        "note": _note(view, story),
        "annotation": "\n\n".join(_quoted(row) for row in rows) or None,
    }
    return _formatted(key_of(story), fields)


def _date(story: Story) -> str | None:
    if story.date is None:
        return None
    return story.date.start.isoformat() if story.date.days == 1 else story.date.iso()


def _note(view: View, story: Story) -> str:
    copied = view.families[story.id].copy_of(story.id)
    where = f"story {story.id}, characters {story.start}-{story.end}"
    return f"{where}; copy of {copied}" if copied else where


def _quoted(row: Quoting) -> str:
    return f"{row.id} [{row.quote.start}:{row.quote.end}] “{row.quote.text}”"


def _formatted(key: str, fields: Mapping[str, str | None]) -> str:
    lines = [f"  {name} = {{{_value(name, text)}}}," for name, text in fields.items() if text]
    return "\n".join([f"@online{{{key},", *lines, "}", ""])


def _value(name: str, text: str) -> str:
    # An address is verbatim to biblatex; only what would end the field must go.
    if name == "url":
        return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    return text.translate(_ESCAPES)
