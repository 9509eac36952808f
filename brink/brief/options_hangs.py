"""What each option's effect hangs on in the simulation, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers
    from brink.play.answers.hangs import Hangs
    from brink.play.answers.swing import End
    from brink.play.model.rests_on import Followed

ELSEWHERE = {"motive": "hypotheses"}
"""Unknowns that are no numbers of the model, and the section of the brief that holds their weights."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """One option with one unknown that its effect hangs on, and the effect at both ends."""

    option: str
    effect: str
    meaning: str
    anchor: str
    """Where the brief tells on what the unknown rests; empty where it does not."""
    share: str
    sign: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the model that an effect hangs on, and on what it rests."""

    anchor: str
    id: str
    meaning: str
    prior: str
    played: str
    """Its values at the points played, where the fit gives them and not the prior."""
    mark: str
    grounds: str
    rests_on: tuple[Followed, ...]
    """Rows of the case that it rests on."""


@dataclass(frozen=True, slots=True)
class HangsOn:
    """What the effects hang on: the lines, the numbers they name, and a sentence on the rest."""

    says: str
    lines: tuple[Hanging, ...]
    numbers: tuple[Number, ...]

    @property
    def cites(self) -> tuple[str, ...]:
        """Coded rows that the numbers rest on."""
        found = (row for one in self.numbers for row in one.rests_on if row.coded)
        return tuple(row for one in found for row in one.rows)


def hanging(answers: Answers) -> HangsOn | None:
    """What each option's effect hangs on most; nothing where no option is told as better or worse."""
    from brink.play.answers.hangs import hangs_on, is_told

    told = [option for option in answers.ranking if is_told(answers, option)]
    if not told:
        return None
    found = hangs_on(answers)
    return HangsOn(
        _says_hanging(answers, told, found),
        tuple(_hanging(answers, one) for one in found),
        tuple(_numbers(answers, found)),
    )


def _says_hanging(answers: Answers, told: list[str], found: list[Hangs]) -> str:
    from brink.play.answers.sentences import joined

    named = {one.option for one in found}
    turning = {one.option for one in found if one.ends.turns}
    says = (
        f"Of the {len(told)} options told as better or worse than holding, {len(turning)} "
        f"{'turns' if len(turning) == 1 else 'turn'} from better to worse between the ends of one unknown."
    )
    silent = [f"“{answers.name(option)}”" for option in told if option not in named]
    return says + (f" No single unknown stands out for {joined(silent)}." if silent else "")


def _hanging(answers: Answers, one: Hangs) -> Hanging:
    from brink.play.answers.sentences import signed
    from brink.play.answers.swing import known_of

    known = known_of(answers, one.name)
    return Hanging(
        option=answers.name(one.option),
        effect=signed(answers.difference(one.option).mean),
        meaning=answers.readings(one.name).meaning,
        anchor=_anchor(known.id) if known else ELSEWHERE.get(one.name, ""),
        share=f"{one.share:.0%} ± {one.error:.0%}",
        sign=one.ends.sign,
        low=_end(one.ends.low),
        high=_end(one.ends.high),
    )


def _end(end: End) -> str:
    from brink.play.answers.sentences import number, signed

    return f"{signed(end.effect)} ± {number(end.error)} {end.where}"


def _numbers(answers: Answers, found: list[Hangs]) -> Iterator[Number]:
    from brink.play.answers.swing import knowns_of, played_said

    for name in dict.fromkeys(one.name for one in found):
        known = knowns_of(answers, name)
        if not known:
            continue
        first = known[0]
        yield Number(
            anchor=_anchor(first.id),
            id=first.id,
            meaning=first.meaning,
            prior=_by_variant({one.under: one.said() for one in known}) + f" ({first.unit})",
            played=played_said(answers, name),
            mark=_by_variant({one.under: one.mark for one in known}),
            grounds=_by_variant({one.under: one.grounds for one in known}),
            rests_on=tuple(row for one in known for row in answers.rests_on(one)),
        )


def _by_variant(said: Mapping[str | None, str]) -> str:
    """What is said of a number, once where all variants say the same."""
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return "; ".join(f"{under or 'otherwise'}: {text}" for under, text in said.items())


def _anchor(parameter: str) -> str:
    return f"number-{parameter}"
