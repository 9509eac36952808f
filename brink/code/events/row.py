"""The finished row of an event, with its quote, status, date, place and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from brink.code.events.alone import count_the_dead, count_the_named
from brink.code.events.charged import accuser
from brink.code.events.circumstances import amount_of, counts_of, inside
from brink.code.events.confidence import Found, confidence, unreal_gap
from brink.code.events.draft import Draft, has_target
from brink.code.events.general import is_general, is_untaken
from brink.code.events.moment import date_of
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.quote import quoted
from brink.code.events.reasons import doubts_of, reasons_of
from brink.code.events.status import status_of
from brink.code.events.stretch import Stretches, stretch_of
from brink.code.events.summary import MANY, is_campaign, is_history, is_statistic
from brink.code.events.validate import keep_linked
from brink.code.events.where import label_place, place_of
from brink.code.mention import Mentions, PlaceMention
from brink.code.parsed import Token
from brink.code.passage import Passage, Setting
from brink.code.rows import Count, Event, Figure, Quote, Status, row_id
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


@dataclass(slots=True, kw_only=True)
class _Told:
    """What the text tells of an event beside who did what to whom."""

    parties: list[Token]
    place: PlaceMention | None
    dated: tuple[DateExpression, Token] | None
    counts: dict[str, Count]
    lasts: DateInterval | None


def write_row(made: Draft, evidence: Evidence) -> Event | None:
    """The row of a draft, or None when the words tell no single event."""
    told = _told(made, evidence)
    if not _is_single(made, told, evidence):
        return None
    if told.place is None and made.type not in _SPOKEN:
        told.place = label_place(made.trigger, evidence.passage.index, evidence.mentions)
    judged = standing(evidence.passage, made.head, evidence.mentions, attributions=evidence.attributions)
    quote = quoted(made.trigger, told.parties)
    keep_linked(made, quote)
    status = _status(made, told, judged, evidence)
    if status is None:
        return None
    _settle_counts(made, told, status, evidence)
    return _row(made, told, status, judged, evidence, evidence.passage.quote_of(quote))


def _told(made: Draft, evidence: Evidence) -> _Told:
    trigger = made.trigger
    parties = [party.token for party in (*made.actors, *made.recipients) if party.how != "speaker"]
    present = evidence.cast.lexicon.means.present
    place = place_of(trigger, evidence.passage.index, evidence.mentions, parties, present)
    if place is not None and made.type in _SPOKEN and place.place.precision in ("country", "region"):
        # A country in a sentence of words is what they are about, not where they fell.
        place = None
    dated = date_of(trigger, evidence.dates, spoken=_is_spoken(made))
    return _Told(
        parties=parties,
        place=place,
        dated=dated,
        counts=counts_of(trigger, evidence.figures),
        lasts=stretch_of(dated[0], evidence.stretches) if dated is not None else None,
    )


def _is_single(made: Draft, told: _Told, evidence: Evidence) -> bool:
    """Whether the words tell one event, or a campaign, and no habit, statistic or bare word of violence."""
    trigger, tied = made.trigger, bool(told.place or told.dated or told.counts)
    if is_general(made, tied=tied) is not None:
        return False
    period = told.lasts or _period(trigger.token, evidence)
    if is_statistic(made, told.counts, period, told.place, evidence.statistics):
        evidence.statistics.append(trigger.token)
        if not is_campaign(made):
            return False
        made.doubts.append(MANY)
    anchored = bool(told.parties) or tied or has_target(made, evidence.cast)
    return "anchor" not in made.frame.needs or anchored


def _status(made: Draft, told: _Told, judged: Standing, evidence: Evidence) -> Status | None:
    """The status of the event; None where it was ruled out or nobody did it."""
    status = status_of(made, judged)
    if is_untaken(made, status) or (made.trigger.within == "claimed" and status == "denied"):
        return None
    when = told.dated[0].interval if told.dated is not None else None
    if status == "happened" and made.trigger.nominal and _is_ahead(when, evidence.setting):
        return "possible"
    return status


def _settle_counts(made: Draft, told: _Told, status: Status, evidence: Evidence) -> None:
    """Leave the counts that are of this event's dead, and add those that its words name without a number."""
    if made.type in _WORDS:
        told.counts = {}
    if is_history(made, told.counts, told.lasts):
        made.doubts.append(MANY)
        told.counts = {}
        return
    here = inside(made.trigger, evidence.figures)
    count_the_named(made, told.counts, here)
    count_the_dead(made, told.counts, status, here)


def _row(
    made: Draft, told: _Told, status: Status, judged: Standing, evidence: Evidence, words: Quote
) -> Event:
    when = _when(made, told.dated, evidence.setting, status)
    amount = amount_of(made.trigger, evidence.figures) if made.type in _WITH_MONEY else None
    gap = unreal_gap(made, judged, status)
    found = Found(status, when is not None, told.place is not None, bool(told.counts), gap)
    sure = confidence(made, judged, found)
    return Event(
        id=row_id("event", words, made.type, str(made.trigger.token.i), *_names(made.actors)),
        story=evidence.passage.story,
        quote=words,
        type=made.type,
        mode=made.mode,
        actors=_names(made.actors),
        recipients=_names(made.recipients),
        date=when,
        place=told.place.place if told.place is not None else None,
        status=status,
        source=_source(made, judged, evidence),
        killed=told.counts.get("killed"),
        injured=told.counts.get("injured"),
        abducted=told.counts.get("abducted"),
        amount=amount[0] if amount is not None else None,
        confidence=sure,
        because=reasons_of(made, told.place, told.dated if when is not None else None, judged),
        review=doubts_of(made, sure, gap=gap),
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
