"""The tables of the brief's options: one line each, and their order under each set of weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers


@dataclass(frozen=True, slots=True)
class Line:
    """One option of the table."""

    option: str
    mean: str
    interval: str
    points: str
    better: str
    regret: str
    front: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How often each limit is broken: sentences, the limits, and a line an option."""

    says: tuple[str, ...]
    labels: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    """For each option its name, how often it breaks any limit, and each."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The order of the open options under each set of weights."""

    beliefs: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    """For each option its name and, under each belief, its rank with the mean difference."""


def lines(answers: Answers) -> tuple[Line, ...]:
    """A line an option, from best to worst, those outside the money last."""
    rest = [option for option in answers.options if option not in answers.ranking]
    return tuple(_line(answers, option) for option in (*answers.ranking, *rest))


def _line(answers: Answers, option: str) -> Line:
    from brink.play.answers.sentences import number

    found = answers.difference(option)
    verdict = answers.means[option].verdict
    held = option == answers.baseline
    better = found.more if answers.measure.more_is_better else found.less
    share = answers.on_front.get(option)
    return Line(
        option=answers.name(option) + ("" if verdict == "within the money" else f" ({verdict})"),
        mean="0" if held else number(found.mean),
        interval="" if held else f"{number(found.low)} to {number(found.high)}",
        points="" if held else f"{number(found.points_low)} to {number(found.points_high)}",
        better="" if held else f"{better:.0%}",
        regret=number(answers.regrets[option].ninetieth),
        front="" if share is None else "yes" if share >= 0.9 else "perhaps" if share >= 0.1 else "",
    )


def limits_table(answers: Answers) -> Limits | None:
    """Shares of futures that break each limit; nothing where the case sets none."""
    from brink.play.answers.limits_broken import broken_said, limits_broken

    found = limits_broken(answers)
    if not found:
        return None
    return Limits(
        tuple(broken_said(answers)),
        tuple(found[0].each),
        tuple(
            (answers.name(one.option), f"{one.any:.0%}", *(f"{share:.0%}" for share in one.each.values()))
            for one in found
        ),
    )


def order_by_weights(answers: Answers) -> Sides | None:
    """Ranks under each set of weights; nothing where there is one set."""
    from brink.play.answers.sentences import number
    from brink.play.answers.sides import SOURCE_SAID, sides

    if len(answers.beliefs) < 2:
        return None
    cells: dict[str, list[str]] = {option: [] for option in answers.ranking}
    for side in sides(answers):
        if side.option == answers.baseline:
            said = f"{side.rank}. (holding)"
        else:
            said = f"{side.rank}. ({number(side.difference)} ± {number(1.645 * side.error)})"
        cells[side.option].append(said)
    return Sides(
        tuple(SOURCE_SAID.get(belief, belief) for belief in answers.beliefs),
        tuple((answers.name(option), *row) for option, row in cells.items()),
    )
