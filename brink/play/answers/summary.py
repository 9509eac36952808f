"""One line an option, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from brink.play.answers.answers import Answers
from brink.play.answers.differences import Difference
from brink.play.answers.sentences import number

SHOWN = {
    "attacks": "attacks",
    "host_civilian_deaths": "host civ.",
    "fighting_months": "war mo.",
    "truce_months": "truce mo.",
    "host_support": "support",
    "money": "USD m",
    "tripwires": "trips",
}
"""Measures with a column of their own, as medians of the difference over points, and its heading."""


def summary(answers: Answers) -> list[dict[str, Any]]:
    """Options from best to worst by mean loss, those outside the money last."""
    rest = [o for o in answers.options if o not in answers.ranking]
    return [_row(answers, option) for option in (*answers.ranking, *rest)]


def headings(answers: Answers) -> tuple[str, ...]:
    """Columns of the table, in order."""
    leading = answers.measure.outcome
    shown = [head for measure, head in SHOWN.items() if measure != leading]
    return ("id", f"{leading}: mean", "median, 5–95 %", "better", *shown, "regret")


def key() -> str:
    """What the columns mean, in one line."""
    return (
        "mean: with its 90 % interval; median, 5–95 %: over parameter points; better: share of futures; "
        "host civ.: the host's civilians killed by the target; war mo.: months with fighting between the "
        "states; support: the host's backing at the end; trips: of three tripwires; regret: at nine "
        "points in ten. attacks, host civ., support and USD m are medians over points, mo. and trips means."
    )


def _row(answers: Answers, option: str) -> dict[str, Any]:
    leading = answers.measure.outcome
    found = answers.difference(option)
    better = found.more if answers.measure.more_is_better else found.less
    half = found.high - found.mean
    row: dict[str, Any] = {"id": option}
    held = option == answers.baseline
    row[f"{leading}: mean"] = "0" if held else f"{_signed(found.mean)} ± {number(half)}"
    row["median, 5–95 %"] = "" if held else _over_points(found)
    row["better"] = "" if held else f"{better:.0%}"
    for measure, head in SHOWN.items():
        row[head] = "" if held else _signed(_middle(answers, option, measure))
    row["regret"] = number(answers.regrets[option].ninetieth)
    return row


def _over_points(found: Difference) -> str:
    """Median and 5 to 95 % over the parameter points, beside a mean that few of them may rule."""
    ends = f"{_signed(found.points_low)} to {_signed(found.points_high)}"
    return f"{_signed(found.points_median)}, {ends}"


def _middle(answers: Answers, option: str, measure: str) -> float:
    """The median over points; of shares and of small counts the mean, whose median is mostly zero."""
    found = answers.difference(option, measure)
    return found.mean if measure in ("tripwires", "truce_months", "fighting_months") else found.points_median


def _signed(value: float) -> str:
    text = number(value) if abs(value) >= 1 else f"{value:.2f}".replace("-0.00", "0").replace("0.00", "0")
    return text if text.startswith("-") or text == "0" else f"+{text}"


def notes(answers: Answers) -> Iterator[str]:
    """What has to be known of single options: not to be told apart by the model, or left out in part."""
    told: set[str] = set()
    for option in answers.options:
        others = answers.alike[option]
        if others and option not in told:
            told |= {option, *others}
            yield f"{', '.join((option, *others))} pull the same levers: the model cannot tell them apart."
        for note in answers.setting.plan(option).notes:
            yield f"{option}: {note}."
