"""A saved e-mail: its words, who sent it and when, and the files attached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from brink.dates import DateInterval
from brink.errors import UnreadableSource
from brink.read.bounds import BOUNDS, Bounds
from brink.read.decode import decode
from brink.read.html import page_of_html
from brink.read.page import Page
from brink.read.stated_date import stated_date

_PARTS = 500


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail's page, when it has words, and its attachments as (file name, bytes)."""

    page: Page | None
    attachments: tuple[tuple[str, bytes], ...]


def read_mail(data: bytes, *, bounds: Bounds = BOUNDS) -> Mail:
    """The mail's plain part, else its HTML part as text, with what is attached.

    Raises
    ------
    UnreadableSource
        When it has no headers, or neither words nor attachments.
    """
    # The older policy never raises on broken headers; the newer one does.
    message = message_from_bytes(data, policy=policy.compat32)
    if not message.keys():
        raise UnreadableSource("is not a mail: it has no headers")
    if len(message.keys()) > bounds.mail_head_lines:
        raise UnreadableSource(f"has more than {bounds.mail_head_lines:,} header lines")
    parts = list(_leaves(message))
    attached = tuple((_file_name(part), _bytes(part)) for part in parts if _file_name(part))
    page = _page(message, [part for part in parts if not _file_name(part)], bounds)
    if page is None and not attached:
        raise UnreadableSource("is a mail without words")
    return Mail(page, attached)


def _leaves(message: Message) -> Iterator[Message]:
    """Parts that hold data, in order, without recursion."""
    pending: list[Message] = [message]
    seen = 0
    while pending and seen < _PARTS:
        part = pending.pop(0)
        seen += 1
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            pending[:0] = [item for item in inner if isinstance(item, Message)]
        else:
            yield part


def _page(message: Message, parts: list[Message], bounds: Bounds) -> Page | None:
    for kind in ("text/plain", "text/html"):
        texts = [_text(part) for part in parts if part.get_content_type() == kind]
        if any(text.strip() for text, _ in texts):
            return _with_head(message, kind, [text for text, _ in texts], texts[0][1], bounds)
    return None


def _with_head(message: Message, kind: str, texts: list[str], notes: tuple[str, ...], bounds: Bounds) -> Page:
    date, sent = _date(message)
    if kind == "text/html":
        pages = [page_of_html(text, bounds=bounds, size=len(text)) for text in texts if text.strip()]
        texts, notes = [page.text for page in pages], (*notes, "text taken from the HTML part")
    if sent and date is None:
        notes = (*notes, f"date header not understood: {sent[:60]!r}")
    name, address = parseaddr(_header(message, "From") or "")
    return Page(
        text="\n\n".join(text.strip("\n") for text in texts), title=_header(message, "Subject"),
        outlet=name or address or None, date=date, date_because="header of the mail: Date" if date else None,
        notes=notes,
    )  # fmt: skip


def _date(message: Message) -> tuple[DateInterval | None, str | None]:
    sent = _header(message, "Date")
    return stated_date(sent), sent


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    try:
        return str(make_header(decode_header(value)))
    except (ValueError, LookupError, UnicodeError):
        return str(value)


def _file_name(part: Message) -> str:
    return part.get_filename() or ""


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    return (
        payload if isinstance(payload, bytes) else str(part.get_payload()).encode("utf-8", errors="replace")
    )


def _text(part: Message) -> tuple[str, tuple[str, ...]]:
    charset = part.get_content_charset()
    decoded = decode(_bytes(part), declared=charset)
    return decoded.text, decoded.notes
