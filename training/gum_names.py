"""Names of persons, organisations and places cut out of GUM's entities, as Universal NER would mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora import FORM, HEAD, MISC, RELATION, UPOS, XPOS, Row, Sentence

SORTS = {"person": "person", "place": "place", "organization": "organisation"}
TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "sir", "president", "senator", "prime", "minister", "king", "queen", "st"}
    | {"saint", "pope", "general", "professor", "prof", "secretary", "congressman", "chief"}
)
"""Words before a person's name that are no part of it."""
NO_NAMES = frozenset(
    {"president", "team", "chairman", "director", "emperor", "father", "king", "queen", "pope", "bishop"}
    | {"general", "captain", "manager", "poet"}
)
"""Words that alone are no name, though GUM's tags are those of one."""
LINKS, BEFORE = frozenset({"of", "-", "and", "&", "for", "the"}), frozenset({"-", "'s", "of", "&"})
_PART = re.compile(r"\([^()]+\)|\([^()]+|[^()]+\)")


def gum_names(held: Iterator[Sentence]) -> Iterator[tuple[Sentence, list[str]]]:
    for sentence in held:
        yield sentence, labels(sentence.rows)


def labels(rows: tuple[Row, ...]) -> list[str]:
    """A label a word; of names within one another the longest."""
    made = ["O"] * len(rows)
    names = [
        name for begin, end, sort in _entities(rows) if (name := _name(rows, begin, end, sort)) is not None
    ]
    for first, last, sort in sorted(names, key=lambda name: name[0] - name[1]):
        if sort not in SORTS or any(label != "O" for label in made[first:last]):
            continue
        made[first:last] = [f"B-{SORTS[sort]}"] + [f"I-{SORTS[sort]}"] * (last - first - 1)
    return made


def _entities(rows: tuple[Row, ...]) -> Iterator[tuple[int, int, str]]:
    """Rows `[begin, end)` of every entity, and its sort."""
    opened: list[tuple[int, str]] = []
    for at, row in enumerate(rows):
        marks = re.search(r"Entity=([^|]*)", row[MISC])
        for part in _PART.findall(marks.group(1)) if marks else ():
            if part[0] == "(":
                opened.append((at, part.strip("()")))
            if part[-1] == ")":
                number = part.strip("()").split("-")[0]
                found = [one for one in opened if one[1].split("-")[0] == number]
                if found:
                    opened.remove(found[-1])
                    yield found[-1][0], at + 1, found[-1][1].split("-")[1]


def _name(rows: tuple[Row, ...], begin: int, end: int, sort: str) -> tuple[int, int, str] | None:
    """The proper words around the head of an entity, less a person's title; none without such a head."""
    heads = [at for at in range(begin, end) if not begin <= int(rows[at][HEAD]) - 1 < end]
    if not heads or rows[heads[0]][UPOS] != "PROPN":
        return None
    first, last = heads[0], heads[0] + 1
    while first > begin and (
        _proper(rows[first - 1])
        or (rows[first - 1][FORM] in BEFORE and first - 1 > begin and _proper(rows[first - 2]))
    ):
        first -= 1
    while last < end and (_proper(rows[last]) or _links(rows, last, end, sort)):
        last += 1
    if sort == "person":
        while first < heads[0] and rows[first][FORM].lower().rstrip(".") in TITLES:
            first += 1
        alone = last - first == 1 and rows[first][FORM].lower() in NO_NAMES
        if rows[heads[0]][XPOS] == "NNPS" or alone:
            return None
    return first, last, sort


def _links(rows: tuple[Row, ...], at: int, end: int, sort: str) -> bool:
    """Whether the word leads on to more of the name: "Church OF Scientology"."""
    form = rows[at][FORM]
    if at + 1 >= end or (form != "-" and (form not in LINKS or sort != "organization")):
        return False
    over = form != "-" and rows[at + 1][FORM] == "the" and at + 2 < end and _proper(rows[at + 2])
    return _proper(rows[at + 1]) or over


def _proper(row: Row) -> bool:
    within = row[FORM][0].isupper() and row[RELATION] in {"compound", "flat", "amod", "nmod"}
    return row[UPOS] == "PROPN" or within
