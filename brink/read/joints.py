"""Places where one line holds the end of a story and the title of the next, or text and a widget."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from brink.read.captions import MONTHS, wire_dateline
from brink.read.furniture import furniture, settings
from brink.read.lines import Piece, look
from brink.read.roundup import is_roundup_title, items_in_a_row
from brink.read.shapes import TITLE_CHARS, is_listed, is_title_like

_STOP = re.compile(
    r"[.!?…](?:(?<=[^\W\d_A-Z]{2}.)[”\"’'»)\]]{0,2}(?=[“\"‘«(]?[A-ZÀ-Þ]|\d{1,3} [a-z])"
    r"|(?<=[\d%]\.)(?=[A-ZÀ-Þ][a-z]))"
)
_CAMEL = re.compile(r"(?:(?<=[a-zà-ÿ]{3})|(?<=\d)|(?<=\w[?!])|(?<=\w[”\")]))(?=[“\"]?[A-ZÀ-Þ][A-Za-zà-ÿ’' ])")
_RUN_IN = re.compile(r"[^\W_A-Z][“\"]?[A-ZÀ-Þ]|[?!”\")][“\"]?[A-ZÀ-Þ]")
"""What every place that `_CAMEL` finds looks like, found faster."""
_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{MONTHS}\.? \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {MONTHS}\.? (?:19|20)\d\d)"
)
_GLUED_DATE = re.compile(
    rf"(?<=[^\s\d(“\"‘-])(?i:{_DATE})(?:,? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?)?(?=[“\"‘]?[A-ZÀ-Þ])"
)
_RUN_ON = re.compile(r"\d(?: ?[aApP]\.?[mM]\.?)?[“\"‘]?[A-ZÀ-Þ]")
_GLUED_WRITER = re.compile(r"(?<=[a-zà-ÿ\d?!”’\")])[Bb]y (?=[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,5})")
_BOLD_HEAD = re.compile(r"(?<!\S)\*\*[^*\n]{2,80}?(?:[:.?!]\*\*|\*\*[:.]?)(?= \S)")
LONG_CHARS = 90
"""Shortest line looked into for a joint, in characters."""

TOP_PIECES = 6
"""How many pieces from the top the page's title may be."""
_CAMEL_START = re.compile(r"(?:Mc|Mac|Fitz|De|Le|La|Di|O’|O')[A-Z]")
_CAMEL_WORD = re.compile(r"\b[^\W_]{1,30}[^\W_A-Z][A-ZÀ-Þ][^\W_]{1,30}\b")
_COUNTED = re.compile(r"\d{1,3}[B-HJ-Z]s?")
"""A measure or a kind, as in `4K`, `5G`."""
_WORD_END = re.compile(r"[\w’'-]+$")


def cut(pieces: list[Piece], text: str, *, title: str | None = None) -> list[Piece]:
    """The pieces, parted where lines are run together.

    Parameters
    ----------
    title
        The page's title as the file tells it; a round-up's paragraphs may hold several items.
    """
    short = [piece.text for piece in pieces[:TOP_PIECES] if piece.words <= 16]
    if any(is_roundup_title(words) for words in (title, *short)):
        rows = [(piece, items_in_a_row(text, piece.start, piece.end)) for piece in pieces]
        pieces = [part for piece, places in rows for part in _parts(piece, places, text)]
    parted: list[Piece] = []
    pieces = [part for piece in pieces for part in _parts(piece, _first_cuts(piece, text), text)]
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        places = sorted(set(_joints(piece, after, text)))
        parted.extend(_parts(piece, places, text))
    return parted


def _first_cuts(piece: Piece, text: str) -> list[int]:
    if piece.end - piece.start < LONG_CHARS:
        return []
    return _bold_heads(piece, text) or _about_glued_date(piece, text)


def _bold_heads(piece: Piece, text: str) -> list[int]:
    """Where the items of a paragraph start that are told apart only by their bold heads."""
    if not text.startswith("**", piece.start):
        return []
    heads = [hit.start() for hit in _BOLD_HEAD.finditer(text, piece.start, piece.end)]
    return heads[1:] if len(heads) >= 3 and heads[0] == piece.start else []


def _about_glued_date(piece: Piece, text: str) -> list[int]:
    """The two ends of a date that stands between a title and its text without a space."""
    stop = min(piece.end, piece.start + TITLE_CHARS + 80)
    hit = _GLUED_DATE.search(text, piece.start, stop) if _RUN_ON.search(text, piece.start, stop) else None
    if hit is None or not is_title_like(text[piece.start : hit.start()].strip(), fewest=3):
        return []
    writer = _GLUED_WRITER.search(text, piece.start, hit.start())
    return [*([writer.start()] if writer else []), hit.start(), hit.end()]


def _parts(piece: Piece, places: list[int], text: str) -> list[Piece]:
    if not places:
        return [piece]
    edges = [piece.start, *places, piece.end]
    parts = []
    for first, (a, b) in enumerate(pairwise(edges)):
        while b > a and text[b - 1].isspace():
            b -= 1
        while a < b and text[a].isspace():
            a += 1
        if a < b:
            gap = piece.gap if first == 0 else 0
            parts.append(Piece(start=a, end=b, text=look(text, a, b), gap=gap, glued=first > 0))
    return parts


def _joints(piece: Piece, after: Piece | None, text: str) -> list[int]:
    places = _title_before_body(piece.start, piece.end, text)
    for hit in _STOP.finditer(text, piece.start, piece.end):
        if places and hit.end() <= places[-1]:
            continue
        if _is_shortened(text, piece.start, hit.start()):
            continue
        rest = text[hit.end() : min(piece.end, hit.end() + TITLE_CHARS + 1)]
        if hit.end() + TITLE_CHARS >= piece.end and _closes_line(rest.strip(), after):
            return [*places, hit.end()]
        if inner := _title_before_body(hit.end(), piece.end, text):
            places += [hit.end(), *inner]
    return places + _glued_widget(piece, text)


def _closes_line(rest: str, after: Piece | None) -> bool:
    """Whether the rest of a line is a title of what follows it, or a widget."""
    if not rest:
        return False
    if furniture(Piece(start=0, end=len(rest), text=rest)):
        return True
    follows = after is not None and (after.words >= 9 or furniture(after) is None)
    return follows and is_title_like(rest) and rest.count('"') % 2 == 0 and _ends_open(rest)


def _ends_open(rest: str) -> bool:
    return rest[-1] not in '!”"' or len(rest.split()) <= 20


def _title_before_body(start: int, end: int, text: str) -> list[int]:
    """Where a body starts that is glued to its title, as in `…airport roadFighters of …`."""
    window = text[start : min(end, start + TITLE_CHARS + 60)]
    if end - start < LONG_CHARS:
        return []
    for hit in _CAMEL.finditer(window) if _RUN_IN.search(window) else ():
        title, body = window[: hit.start()], text[start + hit.start() : min(end, start + hit.start() + 400)]
        if len(title) > TITLE_CHARS:
            break
        if _is_camel_name(window, hit.start(), text) or not is_title_like(title, fewest=3):
            continue
        if title[-1] in "’”\"')" and title.rstrip("’”\"')")[-1:] in ".,":
            continue
        if len(body.split()) >= 9 and re.search(r"[.!?][”\"’]?(?:\s|$)", body):
            return [start + hit.start()]
    return []


def _is_camel_name(window: str, place: int, text: str) -> bool:
    """Whether two words run together are one name: by its beginning, a list, or the page's other uses."""
    left, right = _WORD_END.search(window[:place]), re.match(r"[\w’'-]+", window[place:])
    word = (left[0] if left else "") + (right[0] if right else "")
    if word.lower() in _camel_names() or _CAMEL_START.match(word) or _COUNTED.fullmatch(word):
        return True
    return word.removesuffix("’s").removesuffix("'s") in _names_used_again(text)


@lru_cache(maxsize=1)
def _names_used_again(text: str) -> frozenset[str]:
    """Words with a capital inside that a page prints after different words."""
    before: dict[str, set[str]] = {}
    for hit in _CAMEL_WORD.finditer(text):
        before.setdefault(hit[0], set()).add(text[max(0, hit.start() - 8) : hit.start()])
    return frozenset(word for word, places in before.items() if len(places) > 1)


@cache
def _camel_names() -> frozenset[str]:
    return frozenset(settings()["camel_names"])


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(settings()["honorifics"])


@cache
def _glued_endings() -> tuple[str, ...]:
    return tuple(settings()["glued_endings"])


def _is_shortened(text: str, start: int, stop: int) -> bool:
    word = _WORD_END.search(text[max(start, stop - 30) : stop])
    return word is not None and word[0].lower() in _short_forms()


def _glued_widget(piece: Piece, text: str) -> list[int]:
    """Where a widget's word is glued to the end of the line, as in `FileAdvertisement`."""
    if not text.endswith(_glued_endings(), piece.start, piece.end):
        return []
    for word in _glued_endings():
        place = piece.end - len(word)
        if place > piece.start and text.endswith(word, piece.start, piece.end):
            before = text[place - 1]
            return [place] if before.islower() or before in '.!?”")’' else []
    return []


def cut_datelines(pieces: list[Piece], text: str) -> list[Piece]:
    """The pieces, with wire datelines parted from the body they open."""
    parted: list[Piece] = []
    for piece in pieces:
        after = wire_dateline(piece.text) if piece.kind == "body" and not is_listed(piece.text) else None
        if after is None:
            parted.append(piece)
            continue
        place = place_of(text, piece.start, after)
        head, body = _parts(piece, [place], text)
        head.be("dateline", "place and date before a dash, as agencies open")
        body.be("body", piece.because)
        head.tail = body.tail = piece.tail
        body.glued = False
        parted += [head, body]
    return parted


def place_of(text: str, start: int, count: int) -> int:
    """Where in the text the first `count` characters of its single-spaced form end."""
    seen, place, spaced = 0, start, False
    while seen < count and place < len(text):
        if text[place].isspace():
            seen += not spaced
            spaced = True
        else:
            seen, spaced = seen + 1, False
        place += 1
    return place
