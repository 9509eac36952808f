"""The bytes of one file become documents, by what the name says and the bytes confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brink.errors import UnreadableSource
from brink.read.archives import Allowance, Member, gzip_member, zip_members
from brink.read.bounds import BOUNDS, Bounds, megabytes
from brink.read.document import Document, Format, Problem
from brink.read.jsonl import read_rows
from brink.read.page import Page, document
from brink.read.plain import read_markdown, read_plain

FORMATS: dict[str, str] = {
    ".txt": "txt", ".text": "txt", ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "md",
    ".markdown": "md", ".pdf": "pdf", ".eml": "eml", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".zip": "zip", ".gz": "gz",
}  # fmt: skip
_READABLE = ".txt .html .md .pdf .eml .jsonl .zip .gz"
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_MAIL_LINE = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To):",
    re.IGNORECASE | re.MULTILINE,
)
_ROW_START = re.compile(rb'\s*\{\s*"')
_YAML_HEAD = re.compile(rb"---[ \t]*\r?\n[A-Za-z_]+:")


def read_bytes(
    name: str,
    data: bytes,
    *,
    format: str | None = None,
    bounds: Bounds = BOUNDS,
    allowance: Allowance | None = None,
) -> Iterator[Document | Problem]:
    """The documents in a file's bytes; whatever fails is a problem with its reason, and the rest goes on."""
    try:
        if len(data) > bounds.file_bytes:
            raise UnreadableSource(f"is larger than {megabytes(bounds.file_bytes)}, the most a file may hold")
        if not data.strip(b" \t\r\n\x00"):
            raise UnreadableSource("is empty")
        kind = confirmed(format or format_of(name) or sniff(data), data)
        yield from _read_as(kind, name, data, bounds=bounds, allowance=allowance or Allowance.of(bounds))
    except UnreadableSource as error:
        yield Problem(name, str(error))
    except MemoryError:
        yield Problem(name, "needs more memory than there is; split the file")
    except Exception as error:
        # One file must never stop the reading of the rest, whatever a library does with its bytes.
        yield Problem(name, f"could not be read: {type(error).__name__}: {str(error)[:200]}")


def format_of(name: str) -> str | None:
    """The format a name's ending stands for; None without an ending.

    Raises
    ------
    UnreadableSource
        When the ending is of no format that Brink reads.
    """
    last = name.rsplit("/", 1)[-1]
    stem, dot, ending = last.rpartition(".")
    if not dot or not stem or not ending.isalnum() or len(ending) > 8 or not ending.isascii():
        return None
    kind = FORMATS.get(f".{ending.casefold()}")
    if kind is None:
        raise UnreadableSource(f"has an ending that Brink does not read (.{ending}); it reads {_READABLE}")
    return kind


def sniff(data: bytes) -> str:
    """The format that the bytes themselves look like; plain text when nothing speaks for another."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if start.startswith(b"PK\x03\x04"):
        return "zip"
    if start.startswith(b"\x1f\x8b"):
        return "gz"
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if _HTML_START.match(start):
        return "html"
    if _ROW_START.match(start):
        return "jsonl"
    if _YAML_HEAD.match(start):
        return "md"
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return "eml" if len(_MAIL_LINE.findall(head)) >= 2 else "txt"


def confirmed(format: str, data: bytes) -> str:
    """The format to read as: a PDF saved under a text name is still read as PDF."""
    return "pdf" if format in ("txt", "html", "md") and data.startswith(b"%PDF-") else format


def _read_as(
    format: str, name: str, data: bytes, *, bounds: Bounds, allowance: Allowance
) -> Iterator[Document | Problem]:
    match format:
        case "zip" | "gz":
            yield from _read_archive(format, name, data, bounds=bounds, allowance=allowance)
        case "jsonl":
            yield from read_rows(name, data)
        case "eml":
            yield from _read_mail(name, data, bounds=bounds, allowance=allowance)
        case _:
            page, kind = _read_page(format, data, bounds)
            yield document(name, page, data, format=kind)


def _read_page(format: str, data: bytes, bounds: Bounds) -> tuple[Page, Format]:
    # Imported here because the libraries behind web pages and PDFs are slow to start.
    match format:
        case "html":
            from brink.read.html import read_html

            return read_html(data, bounds=bounds), "html"
        case "pdf":
            from brink.read.pdf import read_pdf

            return read_pdf(data, bounds=bounds), "pdf"
        case "md":
            return read_markdown(data), "md"
        case _:
            return read_plain(data), "txt"


def _read_archive(
    format: str, name: str, data: bytes, *, bounds: Bounds, allowance: Allowance
) -> Iterator[Document | Problem]:
    if allowance.depth <= 0:
        raise UnreadableSource(
            f"lies more than {bounds.archive_depth} archives deep; unpack the outer ones first"
        )
    members = zip_members(name, data, allowance=allowance, bounds=bounds) if format == "zip" else iter(
        [gzip_member(name, data, allowance=allowance, bounds=bounds)]
    )  # fmt: skip
    for member in members:
        if isinstance(member, Problem):
            yield member
        else:
            yield from _read_inner(name, member, bounds=bounds, allowance=allowance)


def _read_inner(
    name: str, member: Member, *, bounds: Bounds, allowance: Allowance
) -> Iterator[Document | Problem]:
    allowance.depth -= 1
    yield from read_bytes(f"{name}/{member.name}", member.data, bounds=bounds, allowance=allowance)
    allowance.depth += 1


def _read_mail(
    name: str, data: bytes, *, bounds: Bounds, allowance: Allowance
) -> Iterator[Document | Problem]:
    from brink.read.mail import read_mail

    mail = read_mail(data, bounds=bounds)
    if mail.page is not None:
        yield document(name, mail.page, data, format="eml")
    if mail.attachments and allowance.depth <= 0:
        yield Problem(name, f"its {len(mail.attachments)} attachments lie too deep and were not read")
        return
    for member in _attachments(mail.attachments):
        yield from _read_inner(name, member, bounds=bounds, allowance=allowance)


def _attachments(attached: tuple[tuple[str, bytes], ...]) -> Iterator[Member]:
    """Attachments under names that hold no path and occur once."""
    seen: set[str] = set()
    for given, data in attached:
        name = re.sub(r"[/\\\x00-\x1f]", "_", given).lstrip(".")[:200] or "attachment"
        while name in seen:
            name = f"again-{name}"
        seen.add(name)
        yield Member(name, data)
