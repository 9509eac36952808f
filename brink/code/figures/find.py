"""The numbers of a passage with what they count and what became of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from brink.code.figures.alone import Place, Telling, as_rate, as_timed, at_level, in_crowd, with_people
from brink.code.figures.counted import counted_noun, measured, phrase_of, unit_of
from brink.code.figures.counting import counts, is_model, is_said_before, is_subscription, may_suffer
from brink.code.figures.elided import counts_as_before
from brink.code.figures.fates import Role
from brink.code.figures.number import Number
from brink.code.figures.numbers import find_numbers
from brink.code.figures.parts import Placed, related
from brink.code.figures.roles import role_of
from brink.code.figures.single import is_one_more, is_one_of_several, is_single
from brink.code.figures.vocabulary import known
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.rows import Figure
from brink.dates import DateInterval
from brink.dates.expressions import DateExpression
from brink.dates.finding import words_of
from brink.dates.words import Words

DIGIT = re.compile(r"\d")
PLACED = frozenset({"in", "at", "near", "from", "outside"})
REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself"})
WHEN_REACH = 150
"""Characters within which a date of the same sentence dates a figure."""


def find_figures(passage: Passage, *, anchor: DateInterval | None) -> list[Figure]:
    """The figures of a passage in order, at document offsets.

    Never a figure: ages, dates, times, labels ("Resolution 2254"), names of weapons,
    telephone and street numbers, scores of games, prices of subscriptions.

    Parameters
    ----------
    anchor
        When the story was written, for `when`.
    """
    text = passage.doc.legible.even
    if not DIGIT.search(text) and not any(_may_count(token) for token in passage.doc):
        return []
    reading = _Reading(passage, words_of(text), passage.dates(anchor), *_places(passage))
    placed = sorted([*reading.numbers(), *reading.single_people()], key=lambda one: (one.first, -one.last))
    return related(passage.doc, list(_apart(placed)))


def _may_count(token: Token) -> bool:
    return token.like_num or token.lower_ in known("openers") or is_one_of_several(token, token.head)


def _places(passage: Passage) -> tuple[list[int], list[int]]:
    """Where each token starts, and which sentence it is in."""
    starts, sentences, sentence = [], [], 0
    for token in passage.doc:
        sentence += bool(token.is_sent_start) and token.i > 0
        starts.append(token.idx)
        sentences.append(sentence)
    return starts, sentences


def _apart(placed: Iterable[Placed]) -> Iterator[Placed]:
    end = 0
    for one in placed:
        if one.first >= end:
            yield one
            end = one.last


@dataclass(frozen=True, slots=True)
class _Reading:
    """A passage with its words, dates, token starts and sentences."""

    passage: Passage
    words: Words
    dates: Sequence[DateExpression]
    starts: list[int]
    sentences: list[int]

    def numbers(self) -> Iterator[Placed]:
        words = self.words
        dated = [(one.start, one.end) for one in self.dates if one.kind != "duration" or one.interval]
        taken = {at for at, start in enumerate(words.starts) if _inside(start, dated)} if dated else set()
        before: Placed | None = None
        for number in find_numbers(words, taken):
            first = bisect_right(self.starts, words.starts[number.first]) - 1
            core = bisect_right(self.starts, words.starts[number.core]) - 1
            last = bisect_right(self.starts, words.ends[number.last - 1] - 1)
            placed = self._understood(number, first, last, before) if before is not None else None
            placed = placed or self._alone(number, first, core, last, in_crowd, as_timed)
            placed = placed or self._counted(number, first, core, last)
            placed = placed or self._alone(number, first, core, last, at_level, with_people, as_rate)
            if placed is None and before is not None:
                placed = self._elided(number, first, last, before)
            if placed is not None:
                before = placed
                yield self._dated(placed)

    def _counted(self, number: Number, first: int, core: int, last: int) -> Placed | None:
        """The figure, or None when the number counts nothing."""
        doc = self.passage.doc
        if number.unit and number.unit != "share":
            if number.unit != "percent" and is_subscription(doc[last - 1]):
                return None
            return self._placed(number, (first, last, last), measured(doc, last), number.unit, None)
        noun = counted_noun(doc, core, last)
        after = noun is not None and noun.i >= last
        of = phrase_of(noun, last) if noun is not None and after else ""
        end = noun.i + 1 if noun is not None and after else last
        if number.unit == "share":
            return self._placed(number, (first, last, end), of, "share", None)
        role = role_of(doc, first, last, noun)
        if role and noun is not None and not may_suffer(noun, role):
            role = None
        if noun is not None and (noun.lemma_ in ("have", "be") or is_model(doc, first, last, noun)):
            noun = None
        if role is None and (noun is None or not counts(noun, number, doc[core])):
            return None
        if role is None and noun is not None and is_said_before(doc, first, number, noun):
            return None
        if noun is not None and noun.pos_ == "PRON" and noun.lower_ not in ("them", "whom"):
            return None
        strong = doc[last : last + 2].text.lower() in ("-strong", "–strong")
        unit = "people" if role or noun is None or strong else unit_of(noun)
        return self._placed(number, (first, last, end), of or "people", unit, role)

    def _understood(self, number: Number, first: int, last: int, before: Placed) -> Placed | None:
        """A number in a list that counts what the one before it did: "12 in Gao, SEVEN in Kidal"."""
        doc = self.passage.doc
        if (
            number.unit
            or self.sentences[first] != before.sentence
            or not before.last < first < before.last + 12
        ):
            return None
        listed = doc[first - 1].lower_ in (",", "and", ";") and last < len(doc) and doc[last].lower_ in PLACED
        if not listed or before.figure.unit in ("percent", "share") or before.figure.role == "abducted":
            return None
        if not any(token.lower_ in PLACED for token in doc[before.last : first]):
            return None
        told = before.figure
        made = self._placed(number, (first, last, last), told.of, told.unit, told.role)
        return replace(made, figure=replace(made.figure, joins=told.start))

    def _elided(self, number: Number, first: int, last: int, before: Placed) -> Placed | None:
        """A number that counts what the one before it did: "seized nine villages and lost SIX"."""
        token, told = self.passage.doc[last - 1], before.figure
        if number.unit or self.sentences[first] != before.sentence or not counts_as_before(token, before):
            return None
        return self._placed(number, (first, last, last), told.of, told.unit, None)

    def _alone(self, number: Number, first: int, core: int, last: int, *tellings: Telling) -> Placed | None:
        """What the first of the tellings that fits says a number without a noun of its own is of."""
        if number.unit:
            return None
        place = Place(self.passage.doc, first, core, last)
        found = (telling(place) for telling in tellings)
        told = next(filter(None, found), None)
        return self._placed(number, (first, last, told.end), told.of, told.unit, None) if told else None

    def _placed(
        self, number: Number, tokens: tuple[int, int, int], of: str, unit: str, role: Role | None
    ) -> Placed:
        start, stop = self.words.starts[number.first], self.words.ends[number.last - 1]
        figure = Figure(
            start=self.passage.start + start,
            end=self.passage.start + stop,
            text=(self.passage.written or self.words.text)[start:stop],
            value=float(number.value),
            low=float(number.low),
            high=None if number.high is None else float(number.high),
            unit=unit,
            of=of,
            qualifier=number.qualifier,
            role=role,
        )
        return Placed(figure, *tokens, self.sentences[tokens[0]])

    def _dated(self, placed: Placed) -> Placed:
        """The figure with the nearest date of its sentence."""
        start = placed.figure.start - self.passage.start
        at = bisect_right(self.dates, start, key=lambda one: one.start)
        near = [
            (abs(one.start - start), one.interval)
            for one in self.dates[max(0, at - 3) : at + 3]
            if one.interval
            and abs(one.start - start) <= WHEN_REACH
            and self._sentence(one.start) == placed.sentence
        ]
        when = min(near, key=lambda pair: pair[0])[1] if near else None
        return replace(placed, figure=replace(placed.figure, when=when)) if when else placed

    def _sentence(self, character: int) -> int:
        return self.sentences[bisect_right(self.starts, character) - 1]

    def single_people(self) -> Iterator[Placed]:
        """One person whose fate is told: a soldier was killed; killed himself and two others."""
        doc = self.passage.doc
        for token in doc:
            if token.lower_ == "another" and is_one_more(token):
                noun = token
            elif token.lower_ in ("a", "an", "another"):
                noun = token.head
                if not is_single(token, noun):
                    continue
            elif is_one_of_several(token, token.head):
                noun = token.head
            elif token.lower_ in REFLEXIVES and token.dep_ == "obj" and token.head.lemma_ == "kill":
                noun = token
            else:
                continue
            role = role_of(doc, token.i, noun.i + 1, noun)
            if role is not None:
                yield self._dated(self._person(token, noun, role))

    def _person(self, first: Token, noun: Token, role: Role) -> Placed:
        span = first.doc[first.i : noun.i + 1]
        figure = Figure(
            start=self.passage.start + span.start_char,
            end=self.passage.start + span.end_char,
            text=self.passage.words(span),
            value=1.0,
            low=1.0,
            high=1.0,
            unit="people",
            of=phrase_of(noun, min(first.i + 1, noun.i)),
            role=role,
        )
        return Placed(figure, first.i, noun.i + 1, noun.i + 1, self.sentences[first.i])


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (place, 1 << 62)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]
