"""What surrounds reporting on a page, recognised by the words sites use for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from brink.read.lines import Piece, fold
from brink.read.story import BlockKind
from brink.shipped import shipped_yaml

KINDS: tuple[BlockKind, ...] = ("newsletter", "related", "banner", "boilerplate", "teaser")
_RESIDUE = re.compile(
    r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|<%[^<>]{0,200}%>|\[\[[^\[\]]{0,200}\]\]|%%[\w.]{1,60}%%"
)
_ADDRESS_ONLY = re.compile(r"<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?|\|?\s*\d+\s*\|?", re.IGNORECASE)
_CAMEL = re.compile(r"\b\w*[a-zà-ÿ]{3}[A-ZÀ-Þ][a-zà-ÿ]{2}\w*")
_COUNTED = re.compile(r"\d[\d,]* (?:comments?|shares?|views?|likes?|reads?)|\d+ min(?:ute)?s? read")
_LIST_COUNT = re.compile(r"list of \d+ (?:items|stories|articles)")
_SPONSOR = re.compile(
    r"(?:^|[.!?] )(?:learn (?:more|how)|see how|find out (?:more|how)|discover (?:more|how)"
    r"|you can read the report here)\b[^.!?]{0,160}[.!?]?$"
)
_INVITES = re.compile(
    r"(?:^|[.!?] )(?:join us|register (?:now|here|today)|save the date|(?:buy|get) (?:your )?tickets"
    r"|tune in|rsvp)\b"
)
_RULE = re.compile(r"[\W_]*")
_LINKED = re.compile(r"(?:[-*•]\s+)?!?\[[^\[\]]{0,300}\]\([^()\s]{1,500}\)")
_UPDATED = re.compile(
    r"\((?:adds?|updates?|updated|recasts?|corrects?|corrected|repeats?|refiles?|clarifies|removes?|changes?"
    r"|fixes|rewrites|writes through|releads|edits|new throughout|details throughout"
    r"|with [\w ,]{0,40}comments?)\b[^()]{0,200}\)\W?"
)
_READER = re.compile(r"\b(?:your?|i subscribe)\b")
_SOUND = re.compile(r"\([A-Z][A-Z ,'’-]{6,90}\)")


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one kind of furniture, compiled."""

    kind: BlockKind
    whole: re.Pattern[str]
    opening: re.Pattern[str]
    inside: re.Pattern[str]
    several: re.Pattern[str]


@cache
def settings() -> dict[str, Any]:
    """The phrase lists as `furniture.yaml` gives them."""
    loaded: dict[str, Any] = shipped_yaml("brink.read", "furniture.yaml")
    return loaded


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words; matches nothing for none."""
    joined = _alternatives(phrases)
    return rf"(?<!\w)(?:{joined})(?!\w)" if joined else r"(?!)"


def _alternatives(phrases: Iterable[str]) -> str:
    ordered = sorted({fold_phrase(p) for p in phrases}, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p) for p in ordered)


def fold_phrase(phrase: str) -> str:
    return phrase.replace("’", "'").lower().strip()


@cache
def words_of(kind: BlockKind) -> Words:
    found = settings()[kind]
    ways = {way: any_of(found.get(way, ())) for way in ("opening", "inside", "several")}
    whole = _alternatives(found.get("whole", ()))
    return Words(
        kind,
        re.compile(rf"\W*(?:{whole})(?:\W*\w?\W*|\W*)$" if whole else r"(?!)"),
        re.compile(r"\W*" + ways["opening"]),
        re.compile(ways["inside"]),
        re.compile(ways["several"]),
    )


@cache
def tail_words() -> re.Pattern[str]:
    """Lines after which a page lists other stories."""
    zone = _alternatives(settings()["related"]["zone"])
    return re.compile(rf"\W*(?:{zone})(?:\W*$|(?<=more from)\s.{{1,60}}$|(?<=more on)\s.{{1,60}}$)")


@cache
def heading_words() -> frozenset[str]:
    return frozenset(fold_phrase(p) for p in settings()["headings"])


def label_furniture(piece: Piece) -> None:
    """Give a piece its role if it is furniture by its own words."""
    found = furniture(piece)
    if found is not None:
        piece.be(*found)
        piece.box = True


def furniture(piece: Piece) -> tuple[BlockKind, str] | None:
    """The kind of furniture a piece is, and why; `None` for anything else."""
    if piece.words > settings()["limits"]["several_words"]:
        return None
    return _by_shape(piece) or _by_words(piece)


def _by_shape(piece: Piece) -> tuple[BlockKind, str] | None:
    text = piece.text
    if _RULE.fullmatch(text):
        return "boilerplate", "holds no words"
    if _PAGE_NUMBER.fullmatch(text):
        return "boilerplate", "a page number"
    if len(text) < 300 and _RESIDUE.search(text):
        return "boilerplate", "residue of a page template"
    if len(text) < 300 and _ADDRESS_ONLY.fullmatch(text):
        return "boilerplate", "an address alone"
    if piece.words <= 8 and _COUNTED.match(piece.plain):
        return "boilerplate", "a count of readers' doings"
    if piece.words <= 5 and _LIST_COUNT.fullmatch(piece.plain):
        return "related", "counts the stories listed under it"
    if piece.words <= 30 and _UPDATED.fullmatch(piece.plain):
        return "boilerplate", "an agency's note of what it changed"
    if _is_tag_run(piece):
        return "boilerplate", "tags run together"
    return None


def _is_tag_run(piece: Piece) -> bool:
    if piece.words > 14 or piece.ends_sentence or not _CAMEL.search(piece.text):
        return False
    known = settings()["camel_names"]
    tokens = piece.text.replace("&", " ").split()
    run = [t for t in tokens if _CAMEL.search(t) and t.strip(",.").lower() not in known]
    small = sum(t[0].islower() and t not in ("of", "and", "the", "in") for t in tokens)
    return bool(run) and not small and (len(run) > 1 or len(tokens) <= 5)


def _by_words(piece: Piece) -> tuple[BlockKind, str] | None:
    limits, plain, count = settings()["limits"], piece.plain, piece.words
    for kind in KINDS if count <= 9 else ():
        words = words_of(kind)
        if words.whole.match(plain):
            return kind, f"nothing but words of a {_name(kind)}"
    for kind in KINDS if count <= max(limits["opening_words"], limits["inside_words"]) else ():
        words = words_of(kind)
        if count <= limits["opening_words"] and (hit := words.opening.match(plain)) and _heads(hit[0], piece):
            return kind, f"opens as a {_name(kind)} does: {hit[0].strip()!r}"
        if count <= limits["inside_words"] and (hit := words.inside.search(plain)):
            return kind, f"holds words of a {_name(kind)}: {hit[0]!r}"
    notice = any(word in plain for word in ("priv", "cookie", "terms", "partners"))
    told = count > limits["inside_words"] or not _READER.search(plain)
    if not told and (hit := _core().search(plain)) and (by := _beside().search(plain)):
        return "newsletter", f"words of a newsletter box: {hit[0]!r} with {by[0]!r}"
    phrases = set(words_of("banner").several.findall(plain)) if notice else set()
    if len(phrases) >= 2:
        return "banner", f"a notice: {', '.join(sorted(phrases)[:3])}"
    return None


@cache
def _core() -> re.Pattern[str]:
    return re.compile(any_of(settings()["newsletter"]["core"]))


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(any_of(settings()["newsletter"]["beside"]))


def _heads(phrase: str, piece: Piece) -> bool:
    """Whether an opening phrase stands alone or before a title, not at the start of a sentence."""
    return phrase[-1] in ":|-" or not phrase.strip().startswith("more ") or not piece.plain.endswith(".")


def _name(kind: BlockKind) -> str:
    return {"newsletter": "newsletter box", "related": "list of other stories", "banner": "site banner",
            "teaser": "sponsored message", "boilerplate": "page widget"}[kind]  # fmt: skip


def is_sponsored(piece: Piece) -> bool:
    """Whether the piece ends as advertising does, with a call to learn more."""
    return piece.words < 400 and bool(_SPONSOR.search(piece.plain))


def is_invitation(piece: Piece) -> bool:
    """Whether the piece bids the reader to an event of the publisher."""
    return piece.words < 120 and bool(_INVITES.search(piece.plain))


def is_link(piece: Piece) -> bool:
    """Whether the piece is a Markdown link alone."""
    return bool(_LINKED.fullmatch(piece.text))


def is_sound_note(text: str) -> bool:
    """Whether the text is a transcript's note on a sound, which belongs to the transcript."""
    return bool(_SOUND.fullmatch(text))


def starts_tail(piece: Piece) -> bool:
    """Whether a page lists other stories after this piece."""
    return piece.words <= 9 and bool(tail_words().match(fold(piece.text)))
