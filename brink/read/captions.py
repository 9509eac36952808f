"""Captions, photo credits, bylines and date lines, by how newsrooms write them."""

from __future__ import annotations

import re
from functools import cache

from brink.read.furniture import any_of, fold_phrase, settings
from brink.read.lines import Piece
from brink.read.shapes import is_spoken

DAY_SHOWN = (
    "a scene in the present tense with its day",
    "place and day before a scene, as photo agencies caption",
)
"""Reasons for which a piece is a caption that tells the day of its picture."""

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_DAY}\s+{MONTHS}\.?,?(?:\s+\d{{4}})?|{MONTHS}\.?\s+{_DAY}(?:,?\s+\d{{4}})?|{MONTHS}\.?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_TIME = (
    r"(?:(?:at\s+)?\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?\s?m\.?)?(?:\s*\(?[a-z]{2,4}\)?)?"
    r"|\d{1,2}\s*[ap]\.?m\.?(?:\s*[a-z]{2,4})?)"
)
_READ = r"(?:\d+\s+min(?:ute)?s?\s+read)"
_DATE_LINE = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|issued|date|created|as)"
    r"(?:\s+(?:on|of|the))?[:\s]+)?"
    r"(?-i:(?:[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)?,\s+(?:[A-Z][a-z]+,\s+)?)?)"
    rf"(?:{_DAYS}[,.]?\s+)?{_DATE}(?:[\s,|–—•-]+(?:{_TIME}|{_READ}|(?:last )?updated.{{0,40}}))*"
    r"(?:\s*\|[\w ]{3,25})?\W*",
    re.IGNORECASE,
)
_DATED_END = re.compile(
    rf"(?:{_DAY}\s+{MONTHS}\.?,?\s+\d{{4}}|{MONTHS}\.?\s+\d{{1,2}},?\s+\d{{4}})"
    r"(?:,?\s+in\s[\w ,]{3,40})?\s*[.)\]]*$",
    re.IGNORECASE,
)
DATE_CHARS = 120
"""How far from the end of a caption its day may start, in characters."""
_DIGIT = re.compile(r"\d")
TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?][”\"’]?\s+[A-Z]")
_CAPS_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_DATED_SCENE = re.compile(
    rf"{_CAPS_PLACE}(?:, [A-ZÀ-Þ][A-ZÀ-Þa-z. ]{{2,25}})? - {MONTHS} \d{{1,2}}\s*:\s", re.IGNORECASE
)
_AGENCY_END = re.compile(r"[(\[]([^()\[\]]{3,70})[)\]]\W*$")
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this |reporting|from )")
_NOT_IN_NAMES = frozenset(
    {"the", "of", "in", "and", "for", "to", "on", "at", "with", "from", "after", "as",
     "by", "war", "peace", "army", "how", "why", "what", "who", "is", "are", "not", "new"}
)  # fmt: skip
_INITIAL_END = re.compile(r"\b[A-Z]\.$")
_NEWSROOM = re.compile(
    r"(?:\b[Dd]esk|\b[Nn]ewsroom|\b[Bb]ureau|\b[Ss]taff|\b[Rr]eporters?|\b[Cc]orrespondents?|\b[Aa]gencies)$"
)
_NAME_RUN = r"(?:[A-ZÀ-Þ][\w.’'-]*|de|del|la|al|el|bin|ibn|van|von|der|ould)"
_PERSON = re.compile(rf"[A-ZÀ-Þ][\w.’'-]+(?:\s+{_NAME_RUN}){{1,3}}$")
_BRACKETED = re.compile(
    r"\([A-ZÀ-Þ][\w’'-]+(?:[ ,]{1,2}[A-ZÀ-Þ][\w’'-]+){0,4}\)\s*(?:--|[–—-])\s+(?=[\"“\w])"
)
_WIRE = re.compile(
    rf"(?P<place>{_CAPS_PLACE}|[A-ZÀ-Þ][\w'’-]+(?:[ /-][A-ZÀ-Þ][\w'’-]+){{0,3}})"
    rf"(?P<land>,\s+[A-ZÀ-Þ][A-Za-zÀ-ÿ. ]{{2,40}}?)?(?P<date>,?\s+{_DATE})?"
    r"(?P<agency>\s*\([A-Z][\w .&/-]{1,30}\))?\s*(?P<dash>--|[–—:-])\s+(?=[\"“'‘\w])",
    re.IGNORECASE,
)


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(any_of(settings()["agencies"]).replace(r"(?!\w)", r"(?![a-z])"))


@cache
def _openings(key: str) -> tuple[str, ...]:
    return tuple(p.replace("’", "'").lower() for p in settings()[key])


@cache
def _scene() -> re.Pattern[str]:
    return re.compile(any_of(settings()["scene_verbs"]))


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(any_of(settings()["byline_roles"]))


@cache
def _biography() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.'-]+,?\s+){{1,5}}?(?:[^,.]{{1,60}},\s+)?{any_of(settings()['biography'])}")


@cache
def _habit() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[^.,;:!?]{{4,40}}?)\s{any_of(settings()['biography_habits'])}")


def label_date(piece: Piece) -> None:
    """Give a piece its role if it is a date and nothing else."""
    if piece.words > 16 or not _DIGIT.search(piece.text):
        return
    if _DATE_LINE.fullmatch(piece.text.strip("*_#> ")):
        piece.be("dateline", "a date alone")


def label_margin(piece: Piece) -> None:
    """Give a piece its role if it is a credit, byline or caption by its own words."""
    if piece.words > 110:
        return
    if because := _credit(piece):
        piece.be("credit", because)
    elif because := _byline(piece):
        piece.be("byline", because)
    elif because := _caption(piece):
        piece.be("caption", because)


def _credit(piece: Piece) -> str | None:
    plain = piece.plain
    if piece.words <= 45 and plain.startswith(_openings("credit_openings")) and "said" not in plain:
        return "opens as a credit does"
    if piece.words <= 45 and _CONTRIBUTED.search(plain):
        return "names who contributed"
    bare = plain.strip("()[] ")
    small = sum(word.islower() for word in piece.text.split())
    if piece.words > 10 or small > 2 or not (hit := _agency().search(bare)):
        return None
    marked = any(mark in bare for mark in ("/", "|", " via "))
    alone = bare == hit[0] or plain[:1] in "([" or bare.startswith("photo")
    closed = plain.endswith(".") and piece.words > 8
    return f"names a photo agency: {hit[0]!r}" if (marked or alone) and not closed else None


def _byline(piece: Piece) -> str | None:
    plain = piece.plain
    if piece.words <= 25 and plain.startswith(_openings("biography_openings")):
        return "tells who the writer is"
    closed = piece.ends_sentence and not plain.endswith(":") and not _INITIAL_END.search(piece.text)
    if piece.words > 16 or closed:
        return None
    openings = _openings("byline_openings")
    opening = next(o for o in openings if plain.startswith(o)) if plain.startswith(openings) else None
    rest = piece.text.strip("*_# ")[len(opening) if opening else 0 :].strip()
    if is_newsroom(rest if opening else piece.text) and (opening or "," in plain):
        return "names a newsroom"
    if opening and (rest[:1].isupper() or plain.startswith(("from our", "by staff"))):
        return f"opens as a byline does: {opening.strip()!r}"
    if "|" in plain and any(is_people(part) for part in piece.text.split("|")):
        return "names people beside a bar"
    if piece.words <= 9 and ("," in plain or "|" in plain) and is_person(before_comma(piece.text)):
        role = _roles().search(plain)
        return f"a name with a newsroom role: {role[0]!r}" if role else None
    return None


def _caption(piece: Piece) -> str | None:
    plain = piece.plain
    if plain.startswith(_openings("caption_openings")) and piece.words <= 80:
        return "opens as a caption does"
    if plain.startswith("![") and piece.words <= 60:
        return "an image with its text"
    if _DATED_SCENE.match(piece.text):
        return DAY_SHOWN[1]
    credit = _AGENCY_END.search(piece.text)
    if credit and ("/" in credit[1] or _agency().search(credit[1].lower())) and piece.words <= 90:
        return f"ends with a photo credit: {credit[1]!r}"
    if piece.words <= 60 and re.search(r"(?:photo \| |\| photo:?|photo:|credit:|image:)", plain):
        return "carries a photo credit"
    return scene_caption(piece)


def scene_caption(piece: Piece, *, fewest: int = 10) -> str | None:
    """A single sentence in the present tense that ends with the day it shows."""
    if not fewest <= piece.words <= 75:
        return None
    if not _DATED_END.search(piece.text, max(0, len(piece.text) - DATE_CHARS)):
        return None
    if ";" in piece.text or TWO_SENTENCES.search(piece.text) or is_spoken(piece.text):
        return None
    if re.search(r"\b(?:said|says|told|was|were|has|have|according)\b", " ".join(piece.plain.split()[:18])):
        return None
    scene = _scene().search(" ".join(piece.plain.split()[:22]))
    return f"{DAY_SHOWN[0]}: {scene[0]!r}" if scene else None


def is_newsroom(text: str) -> bool:
    """Whether the text names a desk or staff as the writer, such as `Sahel Desk, with agencies`."""
    head = before_comma(text)
    return 1 < len(head.split()) <= 5 and bool(_NEWSROOM.search(head))


def is_people(text: str) -> bool:
    """Whether the text names two people or more and nothing else."""
    names = re.split(r"\s*(?:,|;|\band\b|&)\s*", text.strip("*_ "))
    return len(names) >= 2 and all(is_person(name) for name in names)


def is_biography(piece: Piece) -> bool:
    """Whether the piece tells who the writer is."""
    words = piece.text.strip("*_ ")
    if piece.words > 70 or not words[:1].isupper():
        return False
    habit = _habit().match(words) if piece.words <= 20 else None
    return bool(_biography().match(piece.plain)) or (habit is not None and is_person(habit["name"]))


def before_comma(text: str) -> str:
    """What stands before the first comma or bar."""
    return re.split(r"[,|]", text, maxsplit=1)[0].strip()


def is_person(text: str) -> bool:
    """Whether the text is a person's name and nothing else."""
    words = {fold_phrase(word) for word in text.split()}
    return bool(_PERSON.match(text.strip("*_ "))) and not words & _NOT_IN_NAMES


def wire_dateline(text: str) -> int | None:
    """Where the body starts after a wire dateline such as `GOMA, Congo (AP) — `; `None` without one."""
    if bracketed := _BRACKETED.match(text):
        return bracketed.end()
    match = _WIRE.match(text)
    if match is None:
        return None
    shouted = match["place"].isupper() and len(match["place"]) >= 3
    dated = bool(match["agency"]) or (
        bool(match["date"]) and match["place"].lower() not in ("on", "in", "since")
    )
    if match["dash"] == ":" and not (shouted and dated):
        return None
    if not shouted and not match["agency"]:
        return None
    return match.end() if shouted or dated else None
