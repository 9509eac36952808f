"""Making a case folder, and adding to its reporting."""

from __future__ import annotations

import hashlib
import shutil
import sys
from datetime import date
from pathlib import Path

from brink.case.definition import Definition
from brink.case.folder import Case
from brink.errors import BrinkError, UnreadableSource


def make_case(root: Path, *, articles: Path | None, title: str | None, as_of: date) -> Path:
    """Make `root` with a commented `case.yaml`, `articles/` (copied from `articles`) and `series/`.

    Raises
    ------
    BrinkError
        When something is already there.
    UnreadableSource
        When `articles` does not exist.
    """
    if root.exists() and any(root.iterdir()):
        raise BrinkError(f"{root} is already there and not empty; choose another name or remove it")
    if articles is not None and not articles.exists():
        raise UnreadableSource(f"there is no {articles}; --articles takes a file or a folder of reporting")
    (root / "series").mkdir(parents=True, exist_ok=True)
    if articles is not None and articles.is_dir():
        shutil.copytree(articles, root / "articles")
    else:
        (root / "articles").mkdir()
        if articles is not None:
            shutil.copy2(articles, root / "articles" / articles.name)
    name = title or root.name.replace("-", " ").replace("_", " ").capitalize()
    (root / "case.yaml").write_text(Definition.blank(name, as_of), encoding="utf-8")
    return root


def add_standard_input(case: Case) -> str:
    """Keep standard input as a file of the case, named by its digest and what it looks like."""
    content = sys.stdin.buffer.read()
    name = f"stdin-{hashlib.sha256(content).hexdigest()[:12]}{_ending(content)}"
    (case.articles / name).write_bytes(content)
    return name


def _ending(content: bytes) -> str:
    head = content[:2048].lstrip().lower()
    if head.startswith(b"%pdf-"):
        return ".pdf"
    if head.startswith(b"pk\x03\x04"):
        return ".zip"
    if head.startswith(b"{"):
        return ".jsonl"
    if (head.startswith(b"<") and b"<html" in head) or head.startswith(b"<!doctype html"):
        return ".html"
    if head.startswith((b"from:", b"received:", b"return-path:", b"mime-version:", b"delivered-to:")):
        return ".eml"
    return ".txt"
