"""Bytes become text, and the page says which encoding was used."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from brink.errors import UnreadableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_BINARY = (
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_SAMPLE_BYTES = 200_000
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What Western press text writes above ASCII in windows-1252: quotes, dashes, dots, euro, space,
# currency and degree signs, and the accented letters of Western names.
_WESTERN_LETTERS = (
    "€…ŠŒŽ‘’“”•–—™šœžŸ\xa0¡£§©«\xad®°·º»½¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ"
)
_WESTERN = frozenset(_WESTERN_LETTERS.encode("cp1252"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read as, and how sure that is."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of a file: by its mark, as UTF-8, as declared, or as the likeliest legacy encoding.

    Raises
    ------
    UnreadableSource
        When the bytes are no text.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked
    _refuse_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)
    return Decoded(text, "utf-8", ("decoded as UTF-8",))


def _by_mark(data: bytes) -> Decoded | None:
    for mark, marked, label in _MARKS:
        if data.startswith(mark):
            return _read_as(data, marked, f"decoded as {label}, by its byte order mark")
    codec = _unmarked_utf16(data[:_SAMPLE_BYTES])
    return _read_as(data, codec, f"decoded as {codec.upper()}, by its zero bytes") if codec else None


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark shows in ASCII's zero bytes: nearly all at odd, or all at even places."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * (len(sample) / 2) or min(even, odd) > 0.02 * (len(sample) / 2):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise UnreadableSource(f"is {kind}, not text")
    sample = data[:_SAMPLE_BYTES]
    if len(_CONTROL.findall(sample)) > max(8, 0.1 * len(sample)):
        raise UnreadableSource("is no text: more than one byte in ten is a control code")


def _legacy(data: bytes, declared: str | None) -> Decoded:
    if declared and (named := _known_codec(declared)) and named not in ("utf-8", "ascii"):
        return _read_as(data, named, f"decoded as {named}, as the file declares")
    if _mostly_utf8(data):
        return _read_as(data, "utf-8", "decoded as UTF-8")
    if _looks_western(data):
        return _read_as(data, "cp1252", "decoded as windows-1252 (its bytes fit Western punctuation)")
    guess = from_bytes(_sample(data)).best()
    if guess is None:
        return _read_as(data, "cp1252", "decoded as windows-1252 (no encoding fits well)")
    return _read_as(data, guess.encoding, f"decoded as {guess.encoding} (the likeliest by its letters)")


def _known_codec(name: str) -> str | None:
    """The codec of a declared name; codecs that are no character sets (such as `rot13`) do not count."""
    try:
        info = codecs.lookup(name.strip())
        "a".encode(info.name)
        # Pages declare Latin-1 and mean windows-1252, as every browser knows.
        return {"iso8859-1": "cp1252"}.get(info.name, info.name) if _is_text(info) else None
    except (LookupError, ValueError, UnicodeError):
        return None


def _is_text(info: codecs.CodecInfo) -> bool:
    return bool(getattr(info, "_is_text_encoding", True)) and info.name not in (
        "idna",
        "punycode",
        "undefined",
    )


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes, as when a page was cut or two were glued."""
    text = data[:_SAMPLE_BYTES].decode("utf-8", errors="replace")
    broken, high = text.count("\ufffd"), sum(char > "\x7f" for char in text)
    return high > 0 and broken <= 0.1 * high


def _looks_western(data: bytes) -> bool:
    """Few high bytes, all of them common in Western press text: detectors err on so few."""
    high = _HIGH.findall(data)
    return len(high) <= 0.15 * len(data) and all(byte[0] in _WESTERN for byte in set(high))


def _sample(data: bytes) -> bytes:
    """The start of the data, cut at a line end or space so that no character is cut in two."""
    if len(data) <= _SAMPLE_BYTES:
        return data
    cut = max(data.rfind(b"\n", 0, _SAMPLE_BYTES), data.rfind(b" ", 0, _SAMPLE_BYTES))
    return data[: cut if cut > 0 else _SAMPLE_BYTES]


def _read_as(data: bytes, codec: str, note: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), codec, (note,))
    except UnicodeDecodeError:
        text = data.decode(codec, errors="replace")
    marks = text.count("\ufffd")
    return Decoded(text, codec, (note, f"{marks} bytes had no meaning in it and became U+FFFD"))
