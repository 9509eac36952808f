"""A web page becomes its main text, with the title, date and outlet it states."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from brink.dates import DateInterval
from brink.errors import UnreadableSource
from brink.read.bounds import BOUNDS, Bounds
from brink.read.decode import decode
from brink.read.page import Page
from brink.read.rendering import render
from brink.read.stated_date import stated_date

# Its warnings tell of pages it could not read, which Brink reports itself.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_CHARSET = re.compile(rb"""<meta[^<>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object")
_DATE_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate",
    "publish-date", "publish_date", "publication_date", "dc.date.issued", "dc.date", "dcterms.date",
    "sailthru.date", "article.published", "date",
)  # fmt: skip
_LD_BYTES = 500_000
# The latest date is fixed so that the same page gives the same date on any day it is read.
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_html(data: bytes, *, bounds: Bounds = BOUNDS) -> Page:
    """The main text and metadata of a web page.

    Raises
    ------
    UnreadableSource
        When nothing on the page is visible text.
    """
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=declared[1].decode("ascii") if declared else None)
    return page_of_html(decoded.text, notes=decoded.notes, bounds=bounds, size=len(data))


def page_of_html(html: str, *, notes: tuple[str, ...] = (), size: int = 0, bounds: Bounds = BOUNDS) -> Page:
    """The page of decoded HTML; without main text found, all visible text."""
    tree = _parse(html) if size <= bounds.page_bytes else None
    if tree is None or sum(1 for _ in tree.iter()) > bounds.page_elements:
        return _plain(html, tree, (*notes, "page too large or too deep to search for its main text"))
    date, because = _published(tree)
    found = trafilatura.extract_metadata(tree, date_config=_DATE_SEARCH, extensive=False)
    if date is None and found is not None and (date := stated_date(found.date)):
        because = "date found on the page by trafilatura, in no metadata of its own"
    plain = _plain(html, tree, (*notes, "no main text found"))
    _drop_hidden(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=True)
    whole = bool(text and text.strip())
    return Page(
        text=str(text) if whole else plain.text, title=getattr(found, "title", None) or plain.title,
        outlet=getattr(found, "sitename", None), url=getattr(found, "url", None),
        date=date, date_because=because, notes=notes if whole else plain.notes,
    )  # fmt: skip


def _plain(html: str, tree: HtmlElement | None, notes: tuple[str, ...]) -> Page:
    """All visible text of the page, with what its own metadata states."""
    text = render(html)
    if not text.strip():
        raise UnreadableSource("is a web page without visible text; save it again after it has loaded")
    date, because = (None, None) if tree is None else _published(tree)
    title = None if tree is None else str(tree.findtext(".//title") or "")
    return Page(
        text=text, title=title, date=date, date_because=because, notes=(*notes, "all visible text kept")
    )  # fmt: skip


def _parse(html: str) -> HtmlElement | None:
    """The page's tree; None when the parser cannot hold the whole of it."""
    # lxml refuses a string that declares an encoding, and stops at NUL; bytes in UTF-8 avoid both.
    raw = html.replace("\x00", " ").encode("utf-8", errors="replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        tree = document_fromstring(raw, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    # Below a certain depth the parser leaves elements out, text and all, and only its log tells.
    return None if any("depth" in entry.message for entry in parser.error_log) else tree


def _published(tree: HtmlElement) -> tuple[DateInterval | None, str | None]:
    """The date the page's own metadata states, and which entry stated it."""
    stated = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().casefold(): meta.get(
            "content"
        )
        for meta in reversed(tree.findall(".//meta"))
    }
    for tag in _DATE_TAGS:
        if date := stated_date(stated.get(tag)):
            return date, f"metadata of the page: {tag}"
    for value in _linked_data_dates(tree):
        if date := stated_date(value):
            return date, "metadata of the page: JSON-LD datePublished"
    return None, None


def _linked_data_dates(tree: HtmlElement) -> Iterator[object]:
    for script in tree.findall(".//script"):
        if (script.get("type") or "").strip().casefold() != "application/ld+json":
            continue
        try:
            pending = [json.loads((script.text or "")[:_LD_BYTES])]
        except (ValueError, RecursionError):
            continue
        while pending:
            item = pending.pop(0)
            if isinstance(item, dict):
                yield item.get("datePublished")
                pending.extend(value for key, value in item.items() if key in ("@graph", "mainEntity"))
            elif isinstance(item, list):
                pending.extend(item[:100])


def _drop_hidden(tree: HtmlElement) -> None:
    """Takes out of the tree what a reader of the page cannot see."""
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and _is_hidden(element) and element.getparent() is not None:
            element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in _NEVER_TEXT or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN_STYLE.search((element.get("style") or "")[:2000]))
