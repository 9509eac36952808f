"""A hindcast in words and rows: what was foretold as it was knowable then, what came, and the misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

import numpy as np

from brink.dates.months import month_label
from brink.play.fit.record import HEADLINE, WAR, Chance, Hindcast
from brink.play.fit.scored import BAND, Score
from brink.play.model.dated_acts import DatedEvent
from brink.play.model.variants import STRUCTURES

BEYOND = ", beyond the band"
FIGHTING = "fighting, Brier"


def as_rows(found: Hindcast) -> Iterator[dict[str, Any]]:
    """Everything for programs, one object a line: `kind` says what it is, scores come first."""
    about = {"as_of": found.as_of, "first": month_label(found.first), "last": month_label(found.end - 1)}
    for kind, rows in _by_kind(found):
        for row in rows:
            yield {"kind": kind, **about, **row}


def _by_kind(found: Hindcast) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    yield "score", map(score_row, found.scores)
    yield "fighting", map(_chance_row, found.chances)
    yield (
        "large clash",
        (
            {"variant": c.variant, "model": c.model, "deaths_in_a_month": WAR}
            | {"probability": round(c.large, 3), "came": found.large_clash_came}
            for c in found.chances
            if c.large is not None
        ),
    )
    yield "total", map(asdict, found.totals)
    yield "miss", misses(found)
    yield "given", map(_act_row, found.given)
    yield "weights", [{"judged": dict(found.judged), "held_out": dict(found.held_out)}]


def _chance_row(chance: Chance) -> dict[str, Any]:
    return {
        "variant": chance.variant,
        "model": chance.model,
        "brier": round(chance.brier, 4),
        "monthly": [round(float(p), 3) for p in chance.monthly],
    }


def _act_row(act: DatedEvent) -> dict[str, Any]:
    days = {"start": act.start.isoformat(), "end": act.end.isoformat()}
    return {**days, "act": act.kind, "rung": act.rung, "what": act.what, "source": act.source}


def comparison(found: Hindcast) -> list[dict[str, Any]]:
    """A line a forecast, a column a series: CRPS, with the share of months inside the 90 % band.

    The model by the weights that can stand for it and the forecasts that know no model; each
    structure by itself is left to the full table.
    """
    told = {"own rules": "", "as it came": ", told of acts", "none": ""}
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for score in found.scores:
        if score.model not in STRUCTURES:
            row = rows.setdefault(
                (score.variant, score.model), {"forecast": f"{score.model}{told[score.variant]}"}
            )
            row[score.series] = f"{score.crps:.1f} ({score.covered:.0%})"
    for chance in found.chances:
        if (chance.variant, chance.model) in rows:
            rows[chance.variant, chance.model][FIGHTING] = f"{chance.brier:.3f}"
    return list(rows.values())


def score_row(score: Score) -> dict[str, Any]:
    """One line of the table of scores."""
    return {
        "series": score.series,
        "variant": score.variant,
        "model": score.model,
        "crps": round(score.crps, 2),
        "log_crps": round(score.log_crps, 3),
        "covered_90": round(score.covered, 3),
        "pit": [round(x, 3) for x in score.pit],
    }


def misses(found: Hindcast) -> Iterator[dict[str, Any]]:
    """Months outside the 90 % band of the headline forecast, by series."""
    for score in found.scores:
        if (score.variant, score.model) == HEADLINE:
            for month in score.misses:
                yield {
                    "series": score.series,
                    "month": month_label(found.first + int(month)),
                    "observed": float(score.observed[month]),
                    "low": float(score.low[month]),
                    "high": float(score.high[month]),
                }


def in_words(found: Hindcast) -> Iterator[str]:
    """Sentences that an analyst who is to be blamed would want first."""
    chance = next(
        (c for c in found.chances if (c.variant, c.model) == HEADLINE and c.large is not None), None
    )
    if chance is not None and chance.large is not None:
        came = "it came" if found.large_clash_came else "it did not come"
        yield (
            f"As knowable on {found.as_of}, in the simulation: a month with {WAR:g} or more deaths between "
            f"the two states by {month_label(found.end - 1)}: {chance.large:.0%}; {came}."
        )
    for total in found.totals:
        if (total.variant, total.model) == HEADLINE:
            yield (
                f"{total.series.capitalize()} in all: {total.low:,.0f} to {total.high:,.0f} with 90 %, "
                f"median {total.mid:,.0f}; {total.observed:,.0f} came{BEYOND if total.beyond else ''}."
            )
    yield from _verdicts(found)


def beyond(found: Hindcast) -> list[str]:
    """The sums over all months that lay outside their band, which a reader must know first."""
    return [
        f"{found.called[total.series]}, {total.low:,.0f} to {total.high:,.0f} foretold with 90 %, "
        f"{total.observed:,.0f} came"
        for total in found.totals
        if (total.variant, total.model) == HEADLINE and total.beyond
    ]


def _verdicts(found: Hindcast) -> Iterator[str]:
    for score in found.scores:
        if (score.variant, score.model) != HEADLINE:
            continue
        others = [s for s in found.scores if s.series == score.series and s.variant == "none"]
        best = min(others, key=lambda s: s.crps)
        side = _beside(score.crps, best.crps, digits=1)
        above = float(np.mean(score.observed > score.mid))
        yield (
            f"{score.series.capitalize()}: CRPS {score.crps:.1f}, {side} the best of the others "
            f"({best.model}, {best.crps:.1f}); {score.covered:.0%} of months inside the {BAND:.0%} band, "
            f"{above:.0%} above the median."
        )
    headline = next((c for c in found.chances if (c.variant, c.model) == HEADLINE), None)
    others_of_fighting = [c for c in found.chances if c.variant == "none"]
    if headline is not None and others_of_fighting:
        best_chance = min(others_of_fighting, key=lambda c: c.brier)
        side = _beside(headline.brier, best_chance.brier, digits=3)
        yield (
            f"Fighting between the states, month by month: Brier {headline.brier:.3f}, {side} "
            f"{best_chance.model} ({best_chance.brier:.3f})."
        )


def _beside(ours: float, theirs: float, *, digits: int) -> str:
    """How a score, of which less is better, stands beside another, as far as the digits shown tell."""
    gap = round(ours, digits) - round(theirs, digits)
    return "level with" if gap == 0 else "better than" if gap < 0 else "worse than"
