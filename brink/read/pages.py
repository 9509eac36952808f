"""Pages of printed lines become running text: heads and feet off, hyphens and line ends closed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–— ]{0,3}(\d{1,4})(?:[-–— ]{0,3}|(?: of |/)\d{1,4})", re.IGNORECASE)
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_CLOSED = (".", "!", "?", ":", ";", "”", '"', "’", ")", "]")
_ITEM = re.compile(r"(?:[•▪●–—*-]|\(?\d{1,3}[.)])\s")
_FEWEST_PAGES = 3
_EDGE_LINES = 2
_ENDED = (".", "!", "?")
# Characters in a head, and in one that ends as a sentence does ("Vol. 3." but not a line of text).
_MOST_HEAD, _MOST_SENTENCE = 120, 30


def without_running_heads(pages: Sequence[str]) -> tuple[list[list[str]], tuple[str, ...]]:
    """The lines of each page without heads and feet, and a note of what was taken off.

    A line is taken off only at the very top or foot of a page, only when it stands there
    (numbers apart) on at least three pages and on half of all.
    """
    # Justified lines come with several spaces between words.
    lines = [[" ".join(line.split()) for line in page.split("\n") if line.strip()] for page in pages]
    filled = [page for page in lines if page]
    shapes = Counter(shape for page in filled for shape in {_shape(line) for line in _edges(page)})
    needed = max(_FEWEST_PAGES, len(filled) / 2)
    repeated = {shape for shape, count in shapes.items() if count >= needed}
    kept = [_trim(page, repeated) for page in lines]
    shown = sorted(shape.replace("#", "N") for shape in repeated)
    return kept, (f"taken off as running heads and feet: {'; '.join(shown)}",) if shown else ()


def flow(pages: Sequence[Sequence[str]]) -> str:
    """Paragraphs of running text, one a line.

    A hyphen at a line's end is dropped unless the word stands hyphenated elsewhere or goes on
    with a capital. A paragraph ends with a closed sentence on a short line.
    """
    lines = [line for page in pages for line in page]
    full = _full_width(lines)
    compounds = {word.casefold() for line in lines for word in _COMPOUND.findall(line)}
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if before and _goes_on(before, line, full):
            paragraphs[-1] = _join(paragraphs[-1], line, compounds)
        else:
            paragraphs.append(line)
        before = line
    return "\n".join(paragraphs)


def _edges(page: Sequence[str]) -> list[str]:
    """Lines near the edges that could be heads: short, and no sentence of the text."""
    edges = (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])
    return [line for line in edges if len(line) <= (_MOST_SENTENCE if line.endswith(_ENDED) else _MOST_HEAD)]


def _shape(line: str) -> str:
    return "#" if _PAGE_NUMBER.fullmatch(line) else _DIGITS.sub("#", line)


def _trim(page: Sequence[str], repeated: set[str]) -> list[str]:
    first, last = 0, len(page)
    while first < min(_EDGE_LINES, last) and _shape(page[first]) in repeated:
        first += 1
    while last > max(first, len(page) - _EDGE_LINES) and _shape(page[last - 1]) in repeated:
        last -= 1
    # A page of nothing but repeated lines is a form or a table, not heads.
    return list(page[first:last] or page)


def _full_width(lines: Sequence[str]) -> int:
    """Characters in a line that runs to the margin: the length nine lines in ten stay under."""
    lengths = sorted(len(line) for line in lines)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _goes_on(before: str, line: str, full: int) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if _HYPHENATED.search(before) or line[0].islower():
        return True
    if _ITEM.match(line) or len(before) < 0.6 * full:
        return False
    return not before.endswith(_CLOSED) or len(before) >= 0.85 * full


def _join(text: str, line: str, compounds: set[str]) -> str:
    cut = _HYPHENATED.search(text[-60:])
    word = _FIRST_WORD.match(line)
    if cut is None or word is None:
        return f"{text} {line}"
    if line[0].isupper() or f"{cut[1]}-{word[0]}".casefold() in compounds:
        return text + line
    return text[:-1] + line
