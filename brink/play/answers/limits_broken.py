"""Which limit each option breaks, how often, and how much oftener than holding does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers

CLEARLY = 0.05
"""A change in the share of futures from which on an option is named beside holding."""
MOSTLY = 0.5
"""Where every option breaks a limit in more of the futures than this, all limits together part none."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One option: the share of futures that break any limit, and each."""

    option: str
    any: float
    each: dict[str, float]
    more: dict[str, float]
    """How much oftener than under the baseline, as a share of futures."""

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for programs: a key for each limit in the case's words."""
        return {"option": self.option, "any": self.any, **self.each}


def limits_broken(answers: Answers) -> list[Broken]:
    """The baseline, then options from best to worst by the leading measure; empty where no limit is set."""
    if not answers.kept:
        return []
    held = answers.kept[answers.baseline].each
    rest = [option for option in answers.options if option not in answers.ranking]
    ordered = dict.fromkeys((answers.baseline, *answers.ranking, *rest))
    found = []
    for option in ordered:
        kept = answers.kept[option]
        each = {label: 1.0 - share for label, share in kept.each.items()}
        more = {label: held[label] - share for label, share in kept.each.items()}
        found.append(Broken(option, 1.0 - kept.share, each, more))
    return found


def broken_said(answers: Answers) -> Iterator[str]:
    """How often each limit is broken when holding, and by which options clearly more or less often."""
    found = limits_broken(answers)
    if not found:
        return
    held = found[0]
    order = sorted(held.each, key=lambda label: -held.each[label])
    yield f"Holding breaks at least one limit of the case in {held.any:.0%} of the futures." + (
        f" Every option breaks “{order[0]}” in more than {MOSTLY:.0%} of them: read the limits one by one."
        if len(order) > 1 and min(one.each[order[0]] for one in found) > MOSTLY
        else ""
    )
    others = [one for one in found[1:] if one.option in answers.open_options]
    for label in order:
        yield f"“{label}”: broken in {held.each[label]:.0%} when holding{_changed(answers, others, label)}."


def _changed(answers: Answers, others: list[Broken], label: str) -> str:
    """`; more often with “A” (90%), less often with “B” (60%)`."""
    from brink.play.answers.sentences import joined

    parts = []
    for way, sign in (("less", -1.0), ("more", 1.0)):
        named = [one for one in others if sign * one.more[label] >= CLEARLY]
        named.sort(key=lambda one: -sign * one.more[label])
        if named:
            said = joined([f"“{answers.name(one.option)}” ({one.each[label]:.0%})" for one in named])
            parts.append(f"{way} often with {said}")
    if not parts:
        return f"; no option changes that by {CLEARLY:.0%} of the futures"
    return "; " + "; ".join(parts)
