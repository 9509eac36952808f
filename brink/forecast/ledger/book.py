"""The ledger as it could be read on a day: questions, answers that stand, outcomes that were known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from brink.errors import NotInCase, nearest
from brink.forecast.ledger.entries import Entry, load_entries
from brink.forecast.ledger.question import (
    Answer,
    Outcome,
    Question,
    read_answer,
    read_outcome,
    read_question,
)

if TYPE_CHECKING:
    from brink.case.view import View


@dataclass(frozen=True, slots=True)
class Page:
    """One question with what was said of it, by day, and how it came out."""

    question: Question
    entered: str
    """When the question was written into the ledger."""
    answers: tuple[Answer, ...]
    outcome: Outcome | None
    changes: int
    """How often the question itself was entered again."""

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(answer.author for answer in self.answers))

    def by(self, author: str) -> tuple[Answer, ...]:
        """An author's answers by day."""
        return tuple(answer for answer in self.answers if answer.author == author)

    def latest(self) -> tuple[Answer, ...]:
        """The last answer of every author."""
        return tuple(self.by(author)[-1] for author in self.authors)

    @property
    def settled(self) -> bool:
        return self.outcome is not None and self.outcome.state != "open"


@dataclass(frozen=True, slots=True)
class Book:
    """All questions put by `as_of`; `known_to` is the day up to which outcomes are told."""

    as_of: date
    known_to: date
    pages: tuple[Page, ...]

    def page(self, question: str) -> Page:
        """The page of a question.

        Raises
        ------
        NotInCase
            When no such question was put by the as-of date.
        """
        for page in self.pages:
            if page.question.id == question:
                return page
        known = [page.question.id for page in self.pages]
        have = f" (questions: {', '.join(known)})" if known else "; the ledger holds none"
        raise NotInCase(f"no question {question!r} as of {self.as_of}{nearest(question, known)}{have}")


def book(view: View) -> Book:
    """The ledger of a case as of the view's date; outcomes and later answers only as far as it reveals."""
    return book_of(load_entries(view.case.store), as_of=view.as_of, known_to=view.reveal or view.as_of)


def book_of(entries: Iterable[Entry], *, as_of: date, known_to: date) -> Book:
    """The ledger that entries make: questions put by `as_of`, answers and outcomes dated to `known_to`."""
    listed = list(entries)
    gone = {int(entry.content["entry"]) for entry in listed if entry.kind == "withdrawal"}
    gone |= {
        int(entry.content["corrects"])
        for entry in listed
        if entry.kind == "answer" and entry.content["corrects"] is not None and entry.number not in gone
    }
    of: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed:
        if entry.number not in gone:
            of[entry.question].append(entry)
    pages = (_page(entries, known_to) for entries in of.values())
    return Book(as_of, known_to, tuple(page for page in pages if page and page.question.asked <= as_of))


def _page(entries: Sequence[Entry], known_to: date) -> Page | None:
    asked = [entry for entry in entries if entry.kind == "question"]
    if not asked:
        return None
    answers = [read_answer(e.number, e.at, e.content) for e in entries if e.kind == "answer"]
    outcomes = [read_outcome(e.number, e.at, e.content) for e in entries if e.kind == "outcome"]
    known = [outcome for outcome in outcomes if outcome.known <= known_to]
    return Page(
        read_question(asked[-1].question, asked[-1].content),
        asked[0].at,
        tuple(sorted((a for a in answers if a.made <= known_to), key=lambda a: (a.made, a.entry))),
        known[-1] if known else None,
        len(asked) - 1,
    )
