"""Why an event is coded as it is, and why somebody should look at it."""

from __future__ import annotations

from brink.code.events.confidence import REVIEW_BELOW, UNREAL_GAP
from brink.code.events.draft import Draft
from brink.code.mention import PlaceMention
from brink.code.parsed import Token
from brink.code.stance import Standing
from brink.dates.expressions import DateExpression


def reasons_of(
    made: Draft, place: PlaceMention | None, dated: tuple[DateExpression, Token] | None, judged: Standing
) -> tuple[str, ...]:
    """What a row rests on, a sentence each: its word, its parties, its place and date, its standing."""
    reasons = [_told_by(made)] if not any(r.startswith(made.type) for r in made.because) else []
    reasons.extend(party.because for party in (*made.actors, *made.recipients))
    if not made.actors:
        reasons.append("actors left open: the clause names no doer")
    if place is not None:
        _, _, others = place.because.partition("; also in ")
        also = f"; the text names {others} with it" if others else ""
        reasons.append(f"place {place.place.name} from “{place.surface}”{also}")
    if dated is not None:
        reasons.append(f"date from “{dated[0].text}”: {dated[0].because}")
    reasons.extend(made.because)
    reasons.extend(judged.because)
    return tuple(dict.fromkeys(reasons))


def _told_by(made: Draft) -> str:
    trigger = made.trigger
    doc = trigger.token.doc
    words = doc[trigger.first : trigger.last].text
    kind = "a noun" if trigger.nominal else "a verb"
    company = trigger.carried or trigger.carrier
    beside = f" with “{company.text}”" if company is not None else ""
    return f"{made.type}: “{words}”{beside} is {kind} of this type (“{made.expression.written}”)"


def doubts_of(made: Draft, sure: float, *, gap: float) -> str | None:
    """Why a row should be looked at; None where nothing speaks for it.

    `sure` is the confidence, from 0 to 1, and `gap` how far the words are from telling of something real.
    """
    if made.trigger.within == "claimed":
        return "; ".join(["claim of responsibility", *made.doubts])
    if made.doubts:
        return "; ".join(made.doubts)
    if sure < REVIEW_BELOW:
        return "the evidence is thin"
    if made.unnamed and not made.actors:
        return "a doer is mentioned whom the story does not let us name"
    if gap >= UNREAL_GAP:
        return "the wording leaves open whether it is so"
    return None
