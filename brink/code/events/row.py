"""The finished row of an event, with its quote, status, date, place and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from brink.code.events.charged import accuser
from brink.code.events.circumstances import amount_of, counts_of, date_of, label_place, place_of
from brink.code.events.confidence import REVIEW_BELOW, UNREAL_GAP, Found, confidence, unreal_gap
from brink.code.events.draft import Draft, has_target
from brink.code.events.general import is_general, is_untaken
from brink.code.events.parties import Cast, Party
from brink.code.events.quote import quoted
from brink.code.events.stretch import Stretches, stretch_of
from brink.code.events.summary import MANY, is_history, is_statistic
from brink.code.events.trigger import Trigger
from brink.code.events.validate import keep_linked
from brink.code.grammar import descendants, preposition
from brink.code.mention import Mentions, PlaceMention
from brink.code.parsed import Token
from brink.code.passage import Passage, Setting
from brink.code.rows import Count, Event, Figure, Status, row_id
from brink.code.stance import Attributions, Standing, standing
from brink.code.stance.answered import is_answered
from brink.dates import DateInterval
from brink.dates.expressions import DateExpression

_ANSWERING = frozenset(
    {
        "responsibility",
        "blame",
        "revenge",
        "retaliation",
        "credit",
        "praise",
        "reprisal",
        "support",
        "apology",
    }
)
_TRIED = frozenset({"attempt", "attempts", "plot", "plots"})
_SURVIVED = frozenset({"survive", "escape", "foil", "thwart", "prevent", "plan", "plot"})
_COLLECTIVE = frozenset(
    {"police", "crew", "family", "staff", "patrol", "team", "group", "personnel", "couple", "army", "public"}
)
_SPOKEN = frozenset({"SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})
_WORDS = _SPOKEN | {"CONSULT", "AGREE"}
"""What is done in words kills nobody; the dead they speak of are those of another act."""
_PREPARING = frozenset({"plan", "prepare", "plot", "offer"})
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
    place = place_of(trigger, passage.index, evidence.mentions, parties)
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
        return None
    if "anchor" in made.frame.needs and not (
        parties or place or dated or counts or has_target(made, evidence.cast)
    ):
        return None
    if place is None and made.type not in _SPOKEN:
        place = label_place(trigger, passage.index, evidence.mentions)
    judged = standing(passage, made.head, evidence.mentions, attributions=evidence.attributions)
    quote = quoted(trigger, parties)
    keep_linked(made, quote)
    status = _status(made, judged)
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
        _count_the_dead(made, counts, status)
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
    inside = [stretch_of(read, evidence.stretches) for read in here]
    return max((one for one in inside if one is not None), key=lambda one: one.end - one.start, default=None)


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


def _status(made: Draft, judged: Standing) -> Status:
    carrier = made.trigger.carrier
    if _is_denied(made.head):
        return "denied"
    if carrier is not None and carrier.lemma_ in _PREPARING and judged.status in {"happened", "ongoing"}:
        return "planned"
    if judged.status == "possible" and _is_attempted(made.head):
        return "happened"
    if judged.status == "happened" and _is_to_begin(made.trigger):
        return "planned"
    if made.status == "happened" or (made.status is not None and judged.status != "denied"):
        return made.status
    return "possible" if judged.status == "happened" and _is_purpose(made.trigger) else judged.status


def _is_attempted(verb: Token) -> bool:
    """Whoever "tried to STORM a post" has attacked it, whether or not he got in."""
    above = verb.head
    tried = verb.dep_ == "xcomp" and above.lemma_ in {"try", "attempt"} and above.tag_ in {"VBD", "VBN"}
    unsaid = any(child.lower_ in {"not", "n't", "never"} for child in above.children)
    return tried and verb.lemma_ in {"storm", "overrun", "breach", "ram", "raid", "infiltrate"} and not unsaid


def _is_to_begin(trigger: Trigger) -> bool:
    """An offensive announced "TO BEGIN with the month of Ramadan" has not been made yet."""
    noun = trigger.token
    near = [*noun.children, *(noun.head.children if noun.dep_ == "obj" else ())]
    later = (child for child in near if child.i > noun.i and child.tag_ == "VB")
    ahead = [child for child in later if child.lemma_ in {"begin", "start", "commence"}]
    return trigger.nominal and any(part.lower_ == "to" for child in ahead for part in child.children)


def _is_denied(verb: Token) -> bool:
    """ "Denied having shelled the town", wherever the parser hung the verb."""
    if verb.head.lemma_ == "deny" and verb.dep_ in {"xcomp", "ccomp", "advcl"}:
        return not is_answered(verb)
    first = next((child for child in verb.children if child.dep_ == "aux" and child.i < verb.i), verb)
    return bool(first.tag_ == "VBG" and first.i and first.nbor(-1).lemma_ == "deny")


def _is_purpose(trigger: Trigger) -> bool:
    """Acts that something is for ("a base FOR RAIDS in Chad") are not told as having happened."""
    noun = trigger.token
    thing = noun.head
    purpose = trigger.nominal and noun.dep_ == "nmod" and preposition(noun) == "for"
    return purpose and thing.pos_ == "NOUN" and thing.lemma_ not in _ANSWERING


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


def _count_the_dead(made: Draft, counts: dict[str, Count], status: Status) -> None:
    """One named or single person killed counts as one dead without a number."""
    if status not in {"happened", "ongoing"}:
        return
    effects = [made.frame.effect, *(e.expressions[0].frame.effect for e in made.trigger.effects)]
    effect = next((effect for effect in effects if effect is not None), None)
    if _is_attempt(made.trigger):
        return
    if effect is None or counts.get(effect) is not None or len(made.recipients) != 1:
        return
    if _is_survived(made.trigger):
        return
    victim = made.recipients[0]
    single = victim.kind in {"person", "office"} or not victim.named or _is_leader(victim.token)
    if victim.how != "thing" and victim.direct and single and _is_one(victim.token):
        counts[effect] = Count(1, 1)
        made.because.append(f"{effect} 1: “{victim.token.text}” is one person")


def _is_survived(trigger: Trigger) -> bool:
    """ "Survived an assassination ATTEMPT", "escapes assassination BID": nobody died of it."""
    doc = trigger.token.doc
    near = {str(doc[i].lower_) for i in range(trigger.first, min(trigger.last + 1, len(doc)))}
    above = str(trigger.token.head.lemma_)
    return trigger.nominal and (above in _SURVIVING or not near.isdisjoint(_ATTEMPTS))


_SURVIVING = frozenset({"survive", "escape", "dodge", "foil", "thwart", "evade", "avoid"})
_ATTEMPTS = frozenset({"attempt", "attempts", "bid", "plot", "try"})


def _is_leader(token: Token) -> bool:
    """ "Al-Qaida's CHIEF" is one person, though the row names the group."""
    beside = [word for word in descendants(token) if word.dep_ in {"compound", "nmod:desc"}]
    return any(word.tag_ in {"NN", "NNP"} and word.lemma_.lower() in _LEADERS for word in (token, *beside))


_LEADERS = frozenset(
    {"chief", "leader", "commander", "founder", "spokesman", "spokesperson", "general", "emir"}
)


def _is_attempt(trigger: Trigger) -> bool:
    """ "Survived an assassination ATTEMPT", which need not have cost a life."""
    tried = any(token.lower_ in _TRIED for token in trigger.token.doc[trigger.first : trigger.last])
    return tried or (trigger.carrier is not None and trigger.carrier.lemma_ in _SURVIVED)


def _is_one(token: Token) -> bool:
    if token.lemma_.lower() in _COLLECTIVE:
        return False
    return token.tag_ in {"NN", "NNP"} and not any(child.dep_ == "conj" for child in token.children)


def _because(
    made: Draft, place: PlaceMention | None, dated: tuple[DateExpression, Token] | None, judged: Standing
) -> tuple[str, ...]:
    reasons = [_told_by(made)] if not any(r.startswith(made.type) for r in made.because) else []
    reasons.extend(party.because for party in (*made.actors, *made.recipients))
    if not made.actors:
        reasons.append("actors left open: the clause names no doer")
    if place is not None:
        reasons.append(f"place {place.place.name} from “{place.surface}”")
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
