"""The date a page prints for a story: a date line, a dateline, or the address of the page."""

from __future__ import annotations

import re
from datetime import date

from brink.dates import DateInterval
from brink.dates.expressions import DateExpression, find_dates
from brink.dates.yearless import day_of

HEAD_CHARACTERS = 600
"""How far above a story's first words its date line may stand."""
DATELINE_CHARACTERS = 140
"""Within which a dateline ("KABUL, Dec. 20 (AP) —") must end."""
LONG_PARAGRAPH_WORDS = 25
"""A paragraph this long between a date line and a story belongs to something else."""
CUES = re.compile(
    r"\b(?:published|posted|updated|date|dated|issued|released|filed|created|modified|by)\b", re.IGNORECASE
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?!\d)"),
    re.compile(r"/((?:19|20)\d{2})/([a-z]{3})/(\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)"),
)
MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3})(?=/|-|$)")
_DIGIT = re.compile(r"\d")
ADDRESS = re.compile(r"https?://[^\s<>\"']{4,400}")


def date_in_address(url: str) -> tuple[DateInterval, str] | None:
    """The day or month that a web address carries, such as `/2022/12/20/` or `/2022/dec/20/`."""
    path = url[:2000].lower()
    for shape in DAY_IN_ADDRESS:
        for match in shape.finditer(path):
            found = _day(match.group(1), match.group(2), match.group(3))
            if found:
                return DateInterval.day(found), f"the page's address carries the date {found.isoformat()}"
    named = MONTH_IN_ADDRESS.search(path)
    month = _month(named.group(2)) if named else None
    if named is None or month is None:
        return None
    days = DateInterval.month(int(named.group(1)), month)
    return days, f"the page's address carries the month {named.group(1)}-{month:02d}"


def _month(written: str) -> int | None:
    number = int(written) if written.isdigit() else MONTHS.index(written) + 1 if written in MONTHS else 0
    return number if 1 <= number <= 12 else None


def _day(year: str, month: str, day: str) -> date | None:
    number = _month(month)
    return day_of(int(year), number, int(day)) if number else None


def date_line(text: str, page: str) -> tuple[DateInterval, str] | None:
    """A line that holds little but a full date, at the story's head or shortly above it."""
    above, opening = _head(text, page)
    for line in reversed(above.split("\n")):
        if len(line.split()) >= LONG_PARAGRAPH_WORDS:
            break
        found = _line_date(line)
        if found:
            return found, f"the line above the story prints “{line.strip()[:80]}”"
    for line in opening.split("\n")[:3]:
        found = _line_date(line)
        if found:
            return found, f"its first lines print “{line.strip()[:80]}”"
    return None


def _head(text: str, page: str) -> tuple[str, str]:
    """What the page prints shortly above the story, and the story's opening."""
    opening = text[:HEAD_CHARACTERS]
    start = page.find(text[:80].split("\n")[0]) if text else -1
    return (page[max(0, start - HEAD_CHARACTERS) : start] if start > 0 else ""), opening


def _line_date(line: str) -> DateInterval | None:
    words = line.split()
    if not 1 <= len(words) <= 16 or not _DIGIT.search(line):
        return None
    days = [one for one in find_dates(line, anchor=None) if one.interval and one.interval.days == 1]
    if len(days) != 1 and not (len(days) == 2 and CUES.search(line)):
        return None
    rest = _without_dates(line, days)
    if not CUES.search(line) and (len(rest) > 4 or line.rstrip().endswith(".")):
        return None
    if len(rest) > 9:
        return None
    return days[0].interval


def _without_dates(line: str, days: list[DateExpression]) -> list[str]:
    for one in reversed(days):
        line = line[: one.start] + line[one.end :]
    return [word for word in line.split() if any(letter.isalpha() for letter in word)]


def dateline(text: str) -> DateExpression | None:
    """The date of a wire dateline at the very start: capitals, a date, then an agency or a dash."""
    opening = text[:DATELINE_CHARACTERS]
    if not _opens_in_capitals(opening):
        return None
    for one in find_dates(opening, anchor=None):
        if one.kind != "date" or (one.named and one.named.days != 1):
            continue
        before, after = opening[: one.start], opening[one.end :].lstrip()
        letters = [letter for letter in before if letter.isalpha()]
        if not _are_capitals(len(letters), sum(letter.isupper() for letter in letters)) or "\n\n" in before:
            return None
        return one if after[:1] in ("(", "—", "–", "-", ":", "[", "/") else None
    return None


def _opens_in_capitals(opening: str) -> bool:
    """Whether some beginning of the text is in capitals enough to be the place of a dateline."""
    letters = capitals = 0
    for letter in opening:
        if letter.isalpha():
            letters, capitals = letters + 1, capitals + letter.isupper()
            if _are_capitals(letters, capitals):
                return True
    return False


def _are_capitals(letters: int, capitals: int) -> bool:
    return letters >= 3 and capitals >= 0.6 * letters


def address_in(text: str) -> str | None:
    """The first web address in a story's opening lines."""
    match = ADDRESS.search(text[:300])
    return match.group() if match else None
