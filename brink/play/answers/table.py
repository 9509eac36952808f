"""The long table: option, outcome, statistic, unit, value, low, high."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from brink.play.answers.answers import Answers
from brink.play.answers.measures import Column, columns

STATISTICS = {
    "mean": "mean over all futures; the interval is of the mean, at so many points",
    "difference": "mean difference from the baseline in the same future; the interval is of that mean",
    "difference by point": "median over points of the mean difference, with its 5 to 95 %: what is not known",
    "difference by future": "median over futures of the difference, with its 5 to 95 %: chance too",
    "share less": "share of futures with less of it than under the baseline",
    "share more": "share of futures with more of it than under the baseline",
    "chance share": "share of the variance of the difference that is chance and not ignorance",
    "largest regret": "most that the option loses, at any point, against the best option there",
    "regret 90 %": "what it loses at nine points in ten at most",
    "mean regret": "what it loses on average",
    "worst tenth": "mean over the worst tenth of the points",
    "worst variant": "mean under the structure and motive where it does worst",
    "within limit": "share of futures that keep within this limit",
    "within all limits": "share of futures that keep within all limits of the case",
    "surely within all limits": "share of points at which nine futures in ten keep within all limits",
    "undominated": "share of redrawn ensembles in which no option beats it on lives, money and war together",
    "worse than baseline": "share of points at which it does worse than the baseline over chance",
    "bill": "what the case says it costs the target over the months played: low to high",
    "partner's bill": "what the case says it costs the partner over the months played: low to high",
    "below the floor": "share of futures in which reserves fall below their floor",
}
"""Every statistic of the table and what it means."""


@dataclass(frozen=True, slots=True)
class Row:
    """One number of the table; `low` and `high` are None where it has no interval."""

    option: str
    outcome: str
    statistic: str
    unit: str
    value: float
    low: float | None = None
    high: float | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def long_table(answers: Answers) -> list[Row]:
    """Every option and outcome with all statistics, options in the order of the case."""
    return [row for option in answers.options for row in _rows(answers, option)]


def _rows(answers: Answers, option: str) -> Iterator[Row]:
    for column in columns():
        yield from _differences(answers, option, column)
    yield from _robustness(answers, option)
    yield from _limits(answers, option)
    yield from _money(answers, option)


def _differences(answers: Answers, option: str, column: Column) -> Iterator[Row]:
    found = answers.difference(option, column.id)
    level = answers.level(option, column.id)

    def row(
        statistic: str, unit: str, value: float, low: float | None = None, high: float | None = None
    ) -> Row:
        return Row(option, column.id, statistic, unit, value, low, high)

    yield row("mean", column.unit, level.mean, level.low, level.high)
    yield row("difference", column.unit, found.mean, found.low, found.high)
    yield row("difference by point", column.unit, found.points_median, found.points_low, found.points_high)
    yield row(
        "difference by future", column.unit, found.futures_median, found.futures_low, found.futures_high
    )
    yield row("share less", "share of futures", found.less)
    yield row("share more", "share of futures", found.more)
    yield row("chance share", "share of variance", found.chance_share)


def _robustness(answers: Answers, option: str) -> Iterator[Row]:
    outcome, unit = answers.measure.outcome, answers.measure.unit
    regret = answers.regrets[option]
    # Losses of measures of which more is better are negative; the table shows the measure itself.
    sign = -1.0 if answers.measure.more_is_better else 1.0
    yield Row(option, outcome, "largest regret", unit, regret.worst)
    yield Row(option, outcome, "regret 90 %", unit, regret.ninetieth)
    yield Row(option, outcome, "mean regret", unit, regret.mean)
    yield Row(option, outcome, "worst tenth", unit, sign * answers.worst_tenth(option))
    yield Row(option, outcome, "worst variant", unit, sign * answers.worst_variant(option)[1])
    if option != answers.baseline:
        yield Row(option, outcome, "worse than baseline", "share of points", answers.failures[option].share)
    if option in answers.on_front:
        yield Row(option, "trade-off", "undominated", "share of redraws", answers.on_front[option])


def _limits(answers: Answers, option: str) -> Iterator[Row]:
    if not answers.kept:
        return
    found = answers.kept[option]
    yield Row(option, "limits", "within all limits", "share of futures", found.share)
    yield Row(option, "limits", "surely within all limits", "share of points", found.surely)
    for label, share in found.each.items():
        yield Row(option, label, "within limit", "share of futures", share)


def _money(answers: Answers, option: str) -> Iterator[Row]:
    bill = answers.bills[option]
    for statistic, low, high in (
        ("bill", bill.target_low, bill.target_high),
        ("partner's bill", bill.partner_low, bill.partner_high),
    ):
        yield Row(option, "money", statistic, "USD million", (low + high) / 2, low, high)
    yield Row(option, "money", "below the floor", "share of futures", answers.means[option].below_floor)
