"""Menus, breadcrumbs and footers: short labels in a row."""

from __future__ import annotations

import re
from functools import cache

from brink.read.furniture import settings
from brink.read.lines import Piece

LABEL_WORDS = 3
"""Longest label of a menu, in words."""

_BAR = re.compile(r"\s*(?:\||•|·|»|›|(?<=\s)[/>](?=\s))\s*")
_WORD = re.compile(r"[^\W\d_]+")


def label_menu(piece: Piece) -> None:
    """Give a piece its role if it is a menu or the way to the page."""
    if piece.kind is not None or piece.words > 20 or piece.text[-1] in ".!?":
        return
    if _is_row(piece):
        piece.be("banner", "labels in a row, as a menu or a footer has")
    elif _is_navigation(piece):
        piece.be("banner", "nothing but words of a menu")


def _is_row(piece: Piece) -> bool:
    labels = [label for label in _BAR.split(piece.text.strip("*_ ")) if label]
    if any(len(label.split()) > LABEL_WORDS or any(c.isdigit() for c in label) for label in labels):
        return False
    if len(labels) >= 3:
        return True
    return len(labels) == 2 and labels[0].lower() in ("home", "news", "world")


def _is_navigation(piece: Piece) -> bool:
    words = [word.lower() for word in _WORD.findall(piece.text)]
    return len(words) >= 3 and all(word in _navigation() for word in words)


@cache
def _navigation() -> frozenset[str]:
    phrases = [*settings()["banner"]["whole"], *settings()["banner"]["navigation"]]
    return frozenset(word.lower() for phrase in phrases for word in _WORD.findall(phrase))
