"""What the words of a short line say of its being a headline."""

from __future__ import annotations

import re

from brink.read.furniture import fold_phrase, heading_words
from brink.read.lines import Piece

_OUTLET_SUFFIX = re.compile(r"\s+(?:[|–—-]|::)\s+([A-Z][^|–—]{2,40})$")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s|\d+\.\d+\s")
_PAST_VERB = re.compile(r"\b[a-z]{2,}ed\b")
_COMMON_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|may|could|should|says?|said|kills?|killed|seizes?|take|takes|retakes?|vows?|calls?|warns?|urges?|"
    r"rejects?|denies|agrees?|holds?|hits?|strikes?|leaves?|returns?|faces?|wants?|backs?|asks?|gets?|goes|go|moves?|ends?|opens?|closes?|"
    r"begins?|fall|falls|flee|flees|votes?|sends?|loses?|wins?|runs?|makes?|meets?|keeps?|threatens?|demands?|accuses?|deploys?|launches|launch|attacks?|"
    r"arrests?|frees?|releases?|free|clash|clashes|protest|protests|hints?|struggles?|pauses?|extends?|signs?|steps?|becomes?|comes?|puts?|sees?|shows?|"
    r"claims?|fires?|shot|dead|dies|die|burns?|blocks?|clears?|hands?|enters?|cuts?|tells?|gains?|confronts?|rises?|grows?|turns?|tries|seeks?|fears?|plans?)\b"
)


def headline_points(title: Piece) -> list[tuple[float, str]]:
    """Points, with the reason, for and against a short line being a title and not a heading."""
    words = title.words
    if title.text.startswith("# "):
        return [(3, "marked as a page title")]
    if title.text.startswith("##") or _NUMBERED.match(title.text):
        return [(-2, "marked as a section")]
    if fold_phrase(title.plain.rstrip(":?")) in heading_words():
        return [(-4, "a stock heading")]
    verb = has_verb(title)
    if words >= 9:
        return [(2.5 if verb else 1.5, "as long as a headline")]
    if words >= 6 and verb and not title.plain.endswith("?"):
        return [(2 if words >= 7 else 1.5, "worded as a headline")]
    return [(-1 if words >= 4 else -2, "short as a section heading")]


def has_verb(title: Piece) -> bool:
    """Whether a short line holds a verb that headlines are fond of, or a past form."""
    return bool(_COMMON_VERB.search(title.plain) or _PAST_VERB.search(title.plain))


def bare_title(piece: Piece) -> tuple[str, str | None]:
    """The title's words without marks and site suffix, and the outlet the suffix names."""
    text = re.sub(r"^[#>*_\s]+|[*_#\s]+$", "", piece.text)
    suffix = _OUTLET_SUFFIX.search(text)
    if suffix and len(text[: suffix.start()].split()) >= 4 and _is_outlet(suffix[1]):
        return text[: suffix.start()].strip(), suffix[1].strip()
    return text, None


def _is_outlet(words: str) -> bool:
    small = {"of", "the", "and", "in", "for", "on", "&"}
    return len(words.split()) <= 5 and all(word[0].isupper() or word in small for word in words.split())
