"""Whom the words of a report stand for, measured on reports written for this gate."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.mention import Mention
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.dates import DateInterval
from tests.gates.written import Written

PARTS = ("development", "heldout")
FILES = Written(Path(__file__).parent, PARTS)
rows, corpus = FILES.rows, FILES.corpus
NOBODY = "-"


def figures() -> dict[str, float]:
    """Share of listed words that print the right label, and of printed labels that the report should print."""
    return FILES.figures(shares)


def shares(part: str) -> dict[str, float]:
    right = listed = fitting = printed = 0
    for row in rows(part):
        doc, mentions = read(row["text"], on=row.get("on", "2023-06-01"))
        want = [str(line).rsplit(": ", 1) for line in row["mentions"]]
        at = {token: label_of(m) for m in mentions for token in range(m.first, m.last)}
        right += sum(at.get(place(doc, word), NOBODY) == label for word, label in want)
        listed += len(want)
        labels = {label for _, label in want}
        shown = [label_of(m) for m in mentions if label_of(m) != NOBODY]
        fitting, printed = fitting + sum(label in labels for label in shown), printed + len(shown)
    return {"right": right / listed, "precision": fitting / printed}


def read(text: str, *, on: str) -> tuple[Doc, list[Mention]]:
    """The report's parse and its mentions, with the shipped actors only."""
    doc = load_pipeline()(text)
    setting = Setting("page.txt", "page.txt#1", DateInterval.parse(on))
    found = find_actors([Passage("page.txt", "page.txt#1", 0, 0, doc)], setting, Gazetteer.load())
    return doc, found.actors


def label_of(mention: Mention) -> str:
    return " + ".join(mention.label) or NOBODY


def place(doc: Doc, spec: str) -> int:
    """The token that `word` or `word#2` points at."""
    word, _, nth = spec.partition("#")
    places = [token.i for token in doc if token.text == word]
    return places[int(nth or 1) - 1]
