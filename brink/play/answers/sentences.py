"""What the answers say, in sentences that never leave the simulation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brink.play.answers.answers import Answers
from brink.play.answers.discovery import said as box_said
from brink.play.answers.limits_broken import broken_said
from brink.play.answers.measures import column
from brink.play.answers.worths_said import worths_said


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def number(value: float, unit: str = "") -> str:
    """A value with as many digits as a reader can use: two or three.

    >>> number(-1234.5), number(0.0423), number(12.34, "months")
    ('-1,230', '0.042', '12 months')
    """
    size = abs(value)
    if size >= 1000:
        text = f"{round(value, -1 if size < 10_000 else -2):,.0f}"
    else:
        text = f"{value:.0f}" if size >= 10 else f"{value:.1f}" if size >= 1 else f"{value:.2g}"
    return (
        f"{text} {unit}".strip().replace("-0", "0")
        if float(text.replace(",", "")) == 0
        else f"{text} {unit}".strip()
    )


def signed(value: float) -> str:
    """A change, with its sign.

    >>> signed(149.2), signed(-8.04), signed(0.0)
    ('+149', '-8.0', '0')
    """
    text = number(value)
    return text if value <= 0 or text == "0" else f"+{text}"


def shortly(answers: Answers, option: str) -> str:
    """An option's name, with those that the model cannot tell from it."""
    others = [answers.name(other) for other in answers.alike[option]]
    return answers.name(option) + (f" (in the model the same as: {joined(others)})" if others else "")


def leading(answers: Answers) -> str:
    """Which option does best on average, by how much, and how surely."""
    best, measure = answers.best, column(answers.measure.outcome)
    if best == answers.baseline:
        return f"In the simulation no option within the money does better than holding by {measure.words}."
    found = answers.difference(best)
    way = "more" if measure.better == "more" else "fewer" if measure.unit == "people" else "less"
    share = found.more if measure.better == "more" else found.less
    return (
        f"In the simulation, of the options within the money, “{shortly(answers, best)}” does best by "
        f"{measure.words}: {number(found.mean)} {measure.unit} against holding on average (90 % interval "
        f"of the mean {number(found.low)} to {number(found.high)}; median of the parameter points "
        f"{number(found.points_median)}), and {way} than holding in {share:.0%} of the futures."
    )


def disagreement(answers: Answers) -> str:
    """Which options other readings of robustness put first."""
    by = {
        "the mean": answers.best,
        "the largest regret": _least(answers, lambda o: answers.regrets[o].worst),
        "regret at nine points in ten": _least(answers, lambda o: answers.regrets[o].ninetieth),
        "the worst tenth of the points": _least(answers, answers.worst_tenth),
        "the worst structure and motive": _least(answers, lambda o: answers.worst_variant(o)[1]),
    }
    if answers.kept:
        by["limits kept"] = _least(answers, lambda o: -answers.kept[o].share)
    winners: dict[str, list[str]] = {}
    for reading, option in by.items():
        winners.setdefault(option, []).append(reading)
    if len(winners) == 1:
        return f"“{answers.name(answers.best)}” is first by every reading: {joined(list(by))}."
    parts = [f"“{answers.name(option)}” by {joined(readings)}" for option, readings in winners.items()]
    return f"Readings of robustness disagree on what is best: {'; '.join(parts)}."


def _least(answers: Answers, of: object) -> str:
    return min(answers.open_options, key=of)  # type: ignore[call-overload,no-any-return]


def trade_off(answers: Answers) -> str:
    """Options that no other beats on lives, money and war together."""
    sure = [answers.name(o) for o, share in answers.on_front.items() if share >= 0.9]
    maybe = [answers.name(o) for o, share in answers.on_front.items() if 0.1 <= share < 0.9]
    parts = []
    if sure:
        parts.append(f"{joined([f'“{name}”' for name in sure])} surely")
    if maybe:
        parts.append(f"{joined([f'“{name}”' for name in maybe])} perhaps")
    return (
        "Beaten by no other on lives, money and months of fighting between the states together: "
        f"{'; '.join(parts) if parts else 'none clearly'}."
    )


def outside_the_money(answers: Answers) -> Iterator[str]:
    """Options that the target cannot, or perhaps cannot, pay for."""
    for option in answers.options:
        found = answers.means[option]
        if found.verdict != "within the money":
            yield f"“{answers.name(option)}” is {found.verdict}: {found.because}."


def failing(answers: Answers, option: str) -> str:
    """When one option does worse than holding."""
    found = answers.failures[option]
    return (
        f"“{shortly(answers, option)}” does worse than holding at {found.share:.0%} of the parameter points; "
        f"{box_said(found)}."
    )


def flips(answers: Answers) -> Iterator[str]:
    """Where the best option changes as a motive is believed more."""
    steady: dict[str, list[str]] = {}
    for found in answers.by_motive.rankings:
        name = answers.motive_words[found.hypothesis]
        if not found.flips:
            steady.setdefault(found.stretches[0].option, []).append(f"“{name}”")
            continue
        parts = []
        for stretch in found.stretches:
            doubt = "" if answers.by_motive.is_clear(found.hypothesis, stretch) else " (not clearly)"
            parts.append(
                f"“{answers.name(stretch.option)}” from {stretch.start:.0%} to {stretch.end:.0%}{doubt}"
            )
        yield f"As “{name}” is believed from 0 to 100 %, the best is {', then '.join(parts)}."
    for option, names in steady.items():
        are = "is" if len(names) == 1 else "are"
        yield f"However much {joined(names)} {are} believed, “{answers.name(option)}” stays best."


def enough(answers: Answers) -> str:
    """How many futures were played, and whether they suffice for the leading option."""
    what = answers.setting
    repeats = what.futures // what.points
    told = (
        f"Every option is played in the same {what.futures:,} futures: {what.points:,} parameter points, "
        f"{repeats} {'repeat' if repeats == 1 else 'repeats'} of chance each"
    )
    needed = answers.futures_needed(answers.best)
    if needed is None:
        return f"{told}."
    verdict = "enough" if needed <= what.futures else "too few"
    return (
        f"{told}. To tell the sign of what “{answers.name(answers.best)}” changes it takes about "
        f"{number(needed)}, so they are {verdict}."
    )


def gave_way(answers: Answers) -> str | None:
    """Which numbers of the case rest on data from after the as-of date, and what stands in for them."""
    gone = answers.setting.gave_way
    if not gone:
        return None
    by: dict[str, list[str]] = {}
    for one in gone:
        by.setdefault(one.to, []).append(one.id)
    parts = [f"to {to}: {', '.join(dict.fromkeys(ids))}" for to, ids in by.items()]
    return (
        f"As of {answers.setting.definition.as_of}, {len(gone)} numbers of the case rest on later data "
        f"and give way {'; '.join(parts)}. Its judgements (weights, strengths of levers, prices, the options "
        "themselves) stand as they were written later."
    )


def overview(answers: Answers) -> Iterator[str]:
    """The lines under the table of options."""
    if (late := gave_way(answers)) is not None:
        yield late
    yield enough(answers)
    yield leading(answers)
    yield disagreement(answers)
    yield from broken_said(answers)
    yield trade_off(answers)
    yield from outside_the_money(answers)
    yield from worths_said(answers, most=3)
