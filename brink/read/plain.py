"""Plain text and Markdown files."""

from __future__ import annotations

import re

import yaml

from brink.read.decode import decode
from brink.read.page import Page
from brink.read.stated_date import stated_date

_HEAD_CHARACTERS = 65_536
_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARKS = (
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:```|~~~).{0,100}$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]{0,3}){3,80}$", re.MULTILINE), ""),
    (re.compile(r"<!--[^<>]{0,5000}-->|</?[a-zA-Z][^<>\n]{0,1000}>"), ""),
    (re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]{1,1000})(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def read_plain(data: bytes) -> Page:
    """The text of a file exactly as decoded."""
    decoded = decode(data)
    return Page(text=decoded.text, notes=decoded.notes)


def read_markdown(data: bytes) -> Page:
    """The text of a Markdown file without its marks; its YAML head gives title, date, url and outlet."""
    decoded = decode(data)
    head, notes = _HEAD.match(decoded.text[:_HEAD_CHARACTERS]), decoded.notes
    body = decoded.text[head.end() :] if head else decoded.text
    stated, problem = _stated(head[1]) if head else ({}, None)
    notes += (problem,) if problem else ()
    date = stated_date(stated.get("date"))
    if stated.get("date") is not None and date is None:
        notes += (f"date in the YAML head not understood: {str(stated['date'])[:60]!r}",)
    return Page(
        text=_without_marks(body), title=_words(stated.get("title")), outlet=_words(stated.get("outlet")),
        url=_words(stated.get("url")), date=date, notes=notes,
        date_because="YAML head of the file: date" if date else None,
    )  # fmt: skip


def _stated(head: str) -> tuple[dict[str, object], str | None]:
    """The single values of a YAML head, and what was wrong with it if anything."""
    try:
        loaded = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return {}, f"YAML head not understood ({type(error).__name__}); its values are not used"
    if not isinstance(loaded, dict):
        return {}, "YAML head holds no keys; it is not used"
    return {
        str(key): value for key, value in loaded.items() if not isinstance(value, dict | list | set)
    }, None


def _words(value: object) -> str | None:
    return None if value is None else str(value)


def _without_marks(text: str) -> str:
    text = text.replace("\r\n", "\n")
    for pattern, kept in _MARKS:
        text = pattern.sub(kept, text)
    return text.strip("\n") + "\n"
