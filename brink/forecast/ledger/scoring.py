"""What answers earned: scores averaged over the days they stood, and skill against who had no opinion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from brink.forecast.ledger.book import Book, Page
from brink.forecast.ledger.question import Answer, Outcome, Reference
from brink.forecast.scores import (
    BrierParts,
    ReliabilityBin,
    baseline_score,
    brier,
    brier_parts,
    crps_quantiles,
    log_crps_quantiles,
    log_score,
    reliability,
    skill,
)

ENOUGH_FOR_CALIBRATION = 30
Said = Answer | Reference
Rule = Callable[[Said, Outcome], float | None]


@dataclass(frozen=True, slots=True)
class Score:
    """What an author earned on one question, and what the references would have on the same days.

    Scores are means over the days on which an answer stood; for all but `baseline` lower is
    better. `brier`, `log` (nats) and `baseline` (-900..100) are for yes or no, `crps` (in the
    unit asked for) and `log_crps` for numbers; the others are None.
    """

    question: str
    author: str
    state: str
    answers: int
    stood: float
    """Share of the open time over which the author had an answer."""
    entered_late: bool
    """Whether an answer was written into the ledger only after the question had closed."""
    brier: float | None
    log: float | None
    baseline: float | None
    crps: float | None
    log_crps: float | None
    by_base_rate: float | None
    """Brier or log-CRPS of the base rate on the same days."""
    by_conflictology: float | None
    skill_on_base_rate: float | None
    skill_on_conflictology: float | None


def scores(book: Book) -> list[Score]:
    """Scores of every author on every question that came out as yes, no or a number."""
    return [
        made
        for page in book.pages
        if page.outcome is not None and page.outcome.scored
        for author in page.authors
        if (made := score(page, author)) is not None
    ]


def score(page: Page, author: str) -> Score | None:
    """What an author earned on a question; None when nothing with a number was said while it was open."""
    outcome = page.outcome
    if outcome is None or not outcome.scored:
        return None
    spans = standing(page, author)
    if not spans:
        return None
    main = _brier if outcome.state != "number" else _log_crps
    own = _mean(main, spans, outcome)
    by_base = _mean(main, spans, outcome, of=lambda answer: answer.base_rate)
    by_conflict = _mean(main, spans, outcome, of=lambda answer: answer.conflictology)
    return Score(
        page.question.id,
        author,
        outcome.state,
        len(page.by(author)),
        sum(days for _, days in spans) / open_days(page),
        any(date.fromisoformat(answer.at[:10]) > page.question.closes for answer, _ in spans),
        _mean(_brier, spans, outcome),
        _mean(_log, spans, outcome),
        _mean(_baseline, spans, outcome),
        _mean(_crps, spans, outcome),
        _mean(_log_crps, spans, outcome),
        by_base,
        by_conflict,
        skill(own, by_base) if own is not None and by_base is not None else None,
        skill(own, by_conflict) if own is not None and by_conflict is not None else None,
    )


def open_days(page: Page) -> int:
    """Days from the first to the last on which the question was open."""
    return max(1, (_last_day(page) - page.question.opens).days + 1)


def _last_day(page: Page) -> date:
    happened = page.outcome.happened if page.outcome else None
    return min(page.question.closes, happened) if happened else page.question.closes


def standing(page: Page, author: str) -> list[tuple[Answer, int]]:
    """Each answer with a number and for how many days of the open time it stood.

    An answer stands from the day it was given, at the earliest from the opening, to the day
    before the next, at the latest to the closing or to the day the question was settled.
    """
    given = [a for a in page.by(author) if a.probability is not None or a.quantiles]
    if not given:
        return []
    begins = [max(answer.made, page.question.opens) for answer in given]
    ends = [*begins[1:], date.fromordinal(_last_day(page).toordinal() + 1)]
    spans = [(answer, (end - begin).days) for answer, begin, end in zip(given, begins, ends, strict=True)]
    return [(answer, days) for answer, days in spans if days > 0]


def _mean(
    rule: Rule,
    spans: Sequence[tuple[Answer, int]],
    outcome: Outcome,
    *,
    of: Callable[[Answer], Said] = lambda answer: answer,
) -> float | None:
    """The rule's score of what stood, weighted by days; None where it does not apply on some day."""
    earned = [(rule(of(answer), outcome), days) for answer, days in spans]
    if any(value is None for value, _ in earned):
        return None
    return sum((value or 0.0) * days for value, days in earned) / sum(days for _, days in earned)


def _brier(said: Said, outcome: Outcome) -> float | None:
    return _binary(lambda p, o: float(brier(p, o)), said, outcome)


def _log(said: Said, outcome: Outcome) -> float | None:
    return _binary(log_score, said, outcome)


def _baseline(said: Said, outcome: Outcome) -> float | None:
    return _binary(baseline_score, said, outcome)


def _binary(rule: Callable[[float, bool], float], said: Said, outcome: Outcome) -> float | None:
    if said.probability is None or outcome.state not in ("yes", "no"):
        return None
    return rule(said.probability, outcome.state == "yes")


def _crps(said: Said, outcome: Outcome) -> float | None:
    return _number(crps_quantiles, said, outcome)


def _log_crps(said: Said, outcome: Outcome) -> float | None:
    return _number(log_crps_quantiles, said, outcome)


def _number(
    rule: Callable[[Mapping[float, float], float], float], said: Said, outcome: Outcome
) -> float | None:
    if not said.quantiles or outcome.value is None or outcome.state != "number":
        return None
    return rule(said.quantiles, outcome.value)


@dataclass(frozen=True, slots=True)
class Record:
    """An author's record over all resolved questions of a kind, `yes or no` or `number`."""

    author: str
    kind: str
    questions: int
    mean: float
    """Mean Brier, or mean log-CRPS."""
    compared: int
    """Questions on which a base rate stood beside the author."""
    skill_on_base_rate: float | None
    """1 - mean score / mean score of the base rate, over those."""


def records(earned: Sequence[Score]) -> list[Record]:
    """Records by author and kind, the longest first."""
    of: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for one in earned:
        of[one.author, "number" if one.state == "number" else "yes or no"].append(one)
    made = [_record(author, kind, own) for (author, kind), own in of.items()]
    return sorted(made, key=lambda record: (-record.questions, record.author, record.kind))


def _record(author: str, kind: str, own: Sequence[Score]) -> Record:
    pairs = [(_main(one), one.by_base_rate) for one in own]
    both = [(mine, base) for mine, base in pairs if base is not None]
    base = sum(base for _, base in both)
    better = skill(sum(mine for mine, _ in both), base) if both else None
    return Record(author, kind, len(own), sum(mine for mine, _ in pairs) / len(own), len(both), better)


def _main(one: Score) -> float:
    value = one.log_crps if one.state == "number" else one.brier
    return value if value is not None else float("nan")


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often what was called so likely happened; `parts` only above thirty resolved answers."""

    resolved: int
    bins: tuple[ReliabilityBin, ...]
    parts: BrierParts | None


def calibration(book: Book) -> Calibration:
    """Reliability over the first number that each author gave to each resolved question."""
    said = [
        (first.probability, page.outcome.state == "yes")
        for page in book.pages
        if page.outcome is not None and page.outcome.state in ("yes", "no")
        for author in page.authors
        if (first := next((a for a in page.by(author) if a.probability is not None), None)) is not None
        and first.probability is not None
    ]
    if not said:
        return Calibration(0, (), None)
    p, o = [one for one, _ in said], [one for _, one in said]
    parts = brier_parts(p, o) if len(said) > ENOUGH_FOR_CALIBRATION else None
    return Calibration(len(said), reliability(p, o) if parts else (), parts)
