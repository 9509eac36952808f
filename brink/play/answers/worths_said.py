"""What knowing something before choosing is worth: everything, each number, each hypothesis and structure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers
    from brink.play.answers.information import Worth

CLEAR = 3.0
"""Standard errors beyond which a worth is printed; some ninety questions are tried at once."""


def worths_said(answers: Answers, *, most: int = 5) -> Iterator[str]:
    """What evidence would be worth, from the most to the least, where it can be told from noise.

    What the hypotheses and the structures are worth is told in any case.
    """
    from brink.play.answers.answers import VARIANTS
    from brink.play.answers.sentences import number

    unit = answers.measure.unit
    yield (
        f"Knowing everything but chance before choosing would be worth {number(answers.worth_of_all)} {unit} "
        f"on average over {answers.setting.months} months."
    )
    clear = [worth for worth in answers.worths if is_clear(worth)][:most]
    for worth in clear:
        yield worth_said(answers, worth)
    if not clear and answers.worths and answers.worths[0].value <= 0:
        yield "No single question would change which option comes first, so its answer is worth nothing here."
        return
    if not clear and answers.worths:
        yield (
            "No single question is worth more than the noise of this ensemble; play more futures to tell. "
            f"The largest so far: {worth_said(answers, answers.worths[0])}"
        )
    rest = [one for one in answers.worths if one.about in VARIANTS and not is_clear(one)]
    yield from _little(answers, rest)


def is_clear(worth: Worth) -> bool:
    """Whether a worth can be told from nothing."""
    return worth.value > CLEAR * worth.error


def _little(answers: Answers, worths: list[Worth]) -> Iterator[str]:
    """Hypotheses and structures whose answer would change nothing, or nothing that can be told."""
    from brink.play.answers.sentences import joined, number, shortly

    steady = [worth for worth in worths if worth.value <= 0]
    if steady:
        names = joined([f"“{answers.readings(one.about).meaning}”" for one in steady])
        each = "it" if len(steady) == 1 else "either"
        yield (
            f"Knowing {names} would change no choice: “{shortly(answers, answers.best)}” comes first "
            f"whatever {each} is."
        )
    for one in (worth for worth in worths if worth.value > 0):
        yield (
            f"Knowing “{answers.readings(one.about).meaning}” is worth {number(one.value)} ± "
            f"{number(one.error)} {answers.measure.unit}, which cannot be told from nothing."
        )


def worth_said(answers: Answers, worth: Worth) -> str:
    """What knowing one thing is worth, and which option each answer calls for."""
    from brink.play.answers.sentences import joined, number

    reading = answers.readings(worth.about)
    calls = [f"“{answers.name(option)}” where it is {said}" for said, option in _calls(answers, worth)]
    return (
        f"Knowing “{reading.meaning}” is worth {number(worth.value)} ± {number(worth.error)} "
        f"{answers.measure.unit}: best would be {joined(calls)}."
    )


def _calls(answers: Answers, worth: Worth) -> Iterator[tuple[str, str]]:
    """Each answer in words, with the option that it calls for."""
    kinds = answers.readings(worth.about).kinds or {}
    for answer, option in worth.best.items():
        known = kinds.get(float(answer)) if kinds else None
        yield known or answer, option


def _best(answers: Answers, worth: Worth) -> str:
    if len(options := set(worth.best.values())) == 1:
        return options.pop()
    return "; ".join(f"{option} where {said}" for said, option in _calls(answers, worth))


def worth_row(answers: Answers, worth: Worth) -> dict[str, Any]:
    """Plain values, for programs."""
    return {
        "unknown": worth.about,
        "meaning": answers.readings(worth.about).meaning,
        "worth": worth.value,
        "error": worth.error,
        "unit": answers.measure.unit,
        "clear": is_clear(worth),
        "best": _best(answers, worth),
    }
