"""The finished row of an event, with its quote, status, date, place and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from brink.code.events.alone import count_the_dead, count_the_named
from brink.code.events.charged import accuser
from brink.code.events.circumstances import amount_of, counts_of, inside
from brink.code.events.confidence import REVIEW_BELOW, UNREAL_GAP, Found, confidence, unreal_gap
from brink.code.events.draft import Draft, has_target
from brink.code.events.general import is_general, is_untaken
from brink.code.events.moment import date_of
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.quote import quoted
from brink.code.events.status import status_of
from brink.code.events.stretch import Stretches, stretch_of
from brink.code.events.summary import MANY, is_campaign, is_history, is_statistic
from brink.code.events.validate import keep_linked
from brink.code.events.where import label_place, place_of
from brink.code.mention import Mentions, PlaceMention
from brink.code.parsed import Token
from brink.code.passage import Passage, Setting
from brink.code.rows import Event, Figure, Status, row_id
from brink.code.stance import Attributions, Standing, standing
from brink.dates import DateInterval
from brink.dates.expressions import DateExpression

_SPOKEN = frozenset({"SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})
_WORDS = _SPOKEN | {"CONSULT", "AGREE"}
"""What is done in words kills nobody; the dead they speak of are those of another act."""
_WITH_MONEY = frozenset({"AID", "AGREE", "COOPERATE", "SANCTION"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of the passage that events are read from."""

    passage: Passage
    setting: Setting
    mentions: Mentions
    attributions: Attributions
    cast: Cast
    dates: Sequence[tuple[DateExpression, Token]]
    figures: Sequence[tuple[Figure, Token]]
    stretches: Stretches = field(default_factory=dict)
    """How long each date lasts where the day of writing is not known."""
    statistics: list[Token] = field(default_factory=list)
    """Triggers already found to count many events."""


def write_row(made: Draft, evidence: Evidence) -> Event | None:
    """The row of a draft, or None when the words tell no single event."""
    trigger, passage = made.trigger, evidence.passage
    parties = [party.token for party in (*made.actors, *made.recipients) if party.how != "speaker"]
    present = evidence.cast.lexicon.means.present
    place = place_of(trigger, passage.index, evidence.mentions, parties, present)
    if place is not None and made.type in _SPOKEN and place.place.precision in ("country", "region"):
        # A country in a sentence of words is what they are about, not where they fell.
        place = None
    dated = date_of(trigger, evidence.dates, spoken=_is_spoken(made))
    counts = counts_of(trigger, evidence.figures)
    when = dated[0].interval if dated is not None else None
    if is_general(made, tied=bool(place or dated or counts)) is not None:
        return None
    lasts = stretch_of(dated[0], evidence.stretches) if dated is not None else None
    if is_statistic(made, counts, lasts or _period(trigger.token, evidence), place, evidence.statistics):
        evidence.statistics.append(trigger.token)
        if not is_campaign(made):
            return None
        made.doubts.append(MANY)
    if "anchor" in made.frame.needs and not (
        parties or place or dated or counts or has_target(made, evidence.cast)
    ):
        return None
    if place is None and made.type not in _SPOKEN:
        place = label_place(trigger, passage.index, evidence.mentions)
    judged = standing(passage, made.head, evidence.mentions, attributions=evidence.attributions)
    quote = quoted(trigger, parties)
    keep_linked(made, quote)
    status = status_of(made, judged)
    if is_untaken(made, status) or (trigger.within == "claimed" and status == "denied"):
        return None
    if status == "happened" and trigger.nominal and _is_ahead(when, evidence.setting):
        status = "possible"
    if made.type in _WORDS:
        counts = {}
    if is_history(made, counts, lasts):
        made.doubts.append(MANY)
        counts = {}
    else:
        here = inside(trigger, evidence.figures)
        count_the_named(made, counts, here)
        count_the_dead(made, counts, status, here)
    when = _when(made, dated, evidence.setting, status)
    amount = amount_of(trigger, evidence.figures) if made.type in _WITH_MONEY else None
    gap = unreal_gap(made, judged, status)
    found = Found(status, when is not None, place is not None, bool(counts), gap)
    sure = confidence(made, judged, found)
    words = passage.quote_of(quote)
    return Event(
        id=row_id("event", words, made.type, str(trigger.token.i), *_names(made.actors)),
        story=passage.story,
        quote=words,
        type=made.type,
        mode=made.mode,
        actors=_names(made.actors),
        recipients=_names(made.recipients),
        date=when,
        place=place.place if place is not None else None,
        status=status,
        source=_source(made, judged, evidence),
        killed=counts.get("killed"),
        injured=counts.get("injured"),
        abducted=counts.get("abducted"),
        amount=amount[0] if amount is not None else None,
        confidence=sure,
        because=_because(made, place, dated if when is not None else None, judged),
        review=_review(made, sure, gap=gap),
    )


def _period(event: Token, evidence: Evidence) -> DateInterval | None:
    """The longest time that the sentence of an undated event names."""
    here = [read for read, token in evidence.dates if token.sent.start == event.sent.start]
    lasting = [stretch_of(read, evidence.stretches) for read in here]
    return max((one for one in lasting if one is not None), key=lambda one: one.end - one.start, default=None)


def _is_ahead(when: DateInterval | None, setting: Setting) -> bool:
    """Whether a noun names an act of a time after the story ("a strike next year")."""
    return when is not None and setting.date is not None and when.start >= setting.date.end


def _source(made: Draft, judged: Standing, evidence: Evidence) -> str | None:
    charged = accuser(made, evidence.passage, evidence.mentions, said_by=judged.holder)
    return _claimer(made) or charged or judged.holder


def _claimer(made: Draft) -> str | None:
    """Who claims to have done it, and so is the source of its being their doing."""
    return made.actors[0].names[0] if made.trigger.within == "claimed" and made.actors else None


def _is_spoken(made: Draft) -> bool:
    """Whether the event is done by saying it, so that the date of the speech is its own."""
    return made.type == "THREATEN" or any(party.how == "speaker" for party in made.actors)


def _names(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for party in parties for name in party.names))


def _when(
    made: Draft, dated: tuple[DateExpression, Token] | None, setting: Setting, status: Status
) -> DateInterval | None:
    if dated is None or dated[0].interval is None:
        return None
    interval = dated[0].interval
    if setting.date is not None and status == "happened" and interval.start >= setting.date.end:
        made.doubts.append(f"“{dated[0].text}” would be after the story's date")
        return None
    return interval


def _because(
    made: Draft, place: PlaceMention | None, dated: tuple[DateExpression, Token] | None, judged: Standing
) -> tuple[str, ...]:
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


def _review(made: Draft, sure: float, *, gap: float) -> str | None:
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
