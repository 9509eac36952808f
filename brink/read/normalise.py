"""Text as Brink keeps it: one kind of line end, no control characters, offsets that hold."""

from __future__ import annotations

import re

# A browser or terminal obeys these; kept, they could hide or reorder words of a quote.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]")
# Half of a surrogate pair is no character: it cannot be written as UTF-8 and would stop the store.
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def normalise(text: str) -> str:
    """The text without byte order mark, with LF line ends and no control characters.

    Only the mark and CR before LF are dropped; every other replacement puts one character
    in the place of one, so offsets are those of the decoded file.
    """
    text = text.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub(" ", text)
    return _SURROGATES.sub("\ufffd", text)


def one_line(value: object, *, most: int = 500) -> str | None:
    """A title, outlet or address as one clean line, or None when nothing is left."""
    if not isinstance(value, str):
        return None
    return _SPACES.sub(" ", normalise(value[: 4 * most])).strip()[:most] or None
