"""What looking for single tells is worth, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from brink.play.answers.answers import Answers
from brink.play.answers.measures import column
from brink.play.answers.sentences import joined, number
from brink.play.answers.sides import SOURCE_SAID
from brink.play.answers.signs import Sign
from brink.play.answers.worths_said import CLEAR


def signs_said(answers: Answers, *, most: int = 4) -> Iterator[str]:
    """What no tell would change under any weights; then for each belief the tells worth a look, or noise."""
    held = [sign for sign in answers.signs if sign.belief in answers.on_motives]
    idle = [
        measure
        for measure in dict.fromkeys(sign.measure for sign in held)
        if not any(sign.turns for sign in held if sign.measure == measure)
    ]
    if idle:
        yield _idle_said(answers, held, idle)
    for belief in answers.on_motives:
        left = [sign for sign in held if sign.belief == belief and sign.measure not in idle]
        own = [sign for sign in left if sign.measure == answers.measure.outcome]
        if own:
            yield from _leading(answers, belief, own, most)
        yield from _others(belief, answers, [sign for sign in left if sign not in own])


def _idle_said(answers: Answers, held: list[Sign], idle: list[str]) -> str:
    tells = len({(sign.hypothesis, sign.sees) for sign in held})
    by = ", or by ".join(column(measure).words for measure in idle)
    sets = "any of these sets of weights" if len(answers.on_motives) > 1 else "these weights"
    named = joined([SOURCE_SAID.get(belief, belief) for belief in answers.on_motives])
    return (
        f"None of the {tells} tells of the hypotheses would change, seen or not, which option comes first by "
        f"{by}, with {sets} ({named}); so looking for one is worth nothing here."
    )


def _leading(answers: Answers, belief: str, own: list[Sign], most: int) -> Iterator[str]:
    with_weights = f"With the weights {SOURCE_SAID.get(belief, belief)}"
    words = column(answers.measure.outcome).words
    turning = [sign for sign in own if sign.turns]
    if not turning:
        yield (
            f"{with_weights}, none of the {len(own)} tells of the hypotheses would change which option comes "
            f"first by {words}, seen or not, so looking for one is worth nothing here."
        )
        return
    clear = [sign for sign in turning if sign.worth > CLEAR * sign.error][:most]
    if clear:
        yield f"{with_weights}, these tells are worth most by {words}:"
        for sign in clear:
            yield sign_said(answers, sign)
        return
    yield (
        f"{with_weights}, {len(turning)} of {len(own)} tells of the hypotheses would change which option "
        f"comes first by {words}, but what a look at any is worth cannot be told from the noise of this "
        f"ensemble. The largest: {sign_said(answers, turning[0])}"
    )


def _others(belief: str, answers: Answers, held: list[Sign]) -> Iterator[str]:
    """By each other measure: the tell worth most, or that there is none, or none beyond the noise."""
    quiet, noisy = [], []
    with_weights = f"with the weights {SOURCE_SAID.get(belief, belief)}"
    for measure in dict.fromkeys(sign.measure for sign in held):
        turning = [sign for sign in held if sign.measure == measure and sign.turns]
        words = column(measure).words
        if not turning:
            quiet.append(words)
        elif turning[0].worth <= CLEAR * turning[0].error:
            noisy.append(words)
        else:
            yield f"By {words}, {with_weights}, the tell worth most: {sign_said(answers, turning[0])}"
    if quiet:
        yield f"By {joined(quiet)}, {with_weights}, no tell would change which option comes first."
    if noisy:
        yield f"By {joined(noisy)}, {with_weights}, what any tell is worth cannot be told from noise."


def sign_said(answers: Answers, sign: Sign) -> str:
    """One tell: its chance, its worth and what either sight calls for."""
    span = f" within {sign.within}" if sign.within else ""
    known = f"; {sign.so_far} such rows so far" if sign.so_far else ""
    doubt = "" if sign.worth > CLEAR * sign.error else ", no more than noise"
    guessed = ", by chances assumed by default" if sign.assumed else ""
    return (
        f"look whether: {sign.sees} (speaks {sign.speaks} “{sign.hypothesis.replace('-', ' ')}”; seen"
        f"{span} with {sign.chance:.0%}{guessed}{known}): worth {number(sign.worth)} ± {number(sign.error)} "
        f"{sign.unit} of regret{doubt}; if seen “{answers.name(sign.if_seen[0])}” comes first, if not "
        f"“{answers.name(sign.if_not[0])}”."
    )
