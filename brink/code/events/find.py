"""Events of a story, passage by passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from brink.code.events.again import continued, done_again, goes_on, placed_again, refers, refers_to_many
from brink.code.events.content import implied_threat, settle
from brink.code.events.demand import demands, refusals
from brink.code.events.draft import Draft
from brink.code.events.fill import draft
from brink.code.events.imputed import imputed
from brink.code.events.join import join
from brink.code.events.lexicon import load_lexicon
from brink.code.events.mishap import without_mishaps
from brink.code.events.moment import head_of_span
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.retold import refers_back, retells
from brink.code.events.row import Evidence, write_row
from brink.code.events.stretch import stretches
from brink.code.events.summing import told_as_many
from brink.code.events.terse import take_tolls
from brink.code.events.trigger import Trigger, find_triggers
from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage, Setting
from brink.code.rows import Event, Figure
from brink.code.stance import Attributions, find_attributions
from brink.dates.expressions import DateExpression, find_dates


def find_events(
    passages: Sequence[Passage],
    setting: Setting,
    mentions: Mentions,
    figures: Sequence[Sequence[Figure]],
    *,
    attributions: Attributions | None = None,
) -> list[Event]:
    """The events of a story in the order of its text.

    `figures` holds the figures of each passage, in the order of `passages`; `attributions`
    are found here when the caller has not found them for the story already.
    """
    attributions = attributions or Attributions(find_attributions(passages, mentions))
    found: dict[str, Event] = {}
    for passage, counted in zip(passages, figures, strict=True):
        told = found.values()
        for event in events_in(passage, setting, mentions, counted, attributions=attributions, told=told):
            if not (refers_back(event) and any(retells(event, earlier) for earlier in found.values())):
                found.setdefault(event.id, event)
    return list(found.values())


def events_in(
    passage: Passage,
    setting: Setting,
    mentions: Mentions,
    figures: Sequence[Figure],
    *,
    attributions: Attributions,
    told: Collection[Event] = (),
) -> Iterator[Event]:
    """The events of one passage; `told` are those of the story so far, which "the attack" goes back to."""
    evidence = Evidence(
        passage=passage,
        setting=setting,
        mentions=mentions,
        attributions=attributions,
        cast=Cast(passage.index, mentions, load_lexicon(), attributions),
        dates=_dates(passage, setting),
        stretches=stretches(passage, setting),
        figures=_placed(passage, figures),
    )
    drafts = _with_spoken(without_mishaps(_drafted(evidence), evidence.cast.lexicon, told), evidence)
    told_here: list[tuple[Event, int]] = []
    """The events of the passage so far, with where their sentences start."""
    for made in settle(drafts, evidence.cast):
        event = write_row(made, evidence)
        if event is not None:
            event = _told_further(event, made, told, told_here)
            told_here.append((event, made.trigger.token.sent.start))
            yield event
            yield from _told_beside(made, drafts, evidence)


def _drafted(evidence: Evidence) -> list[Draft]:
    """What the triggers of a passage tell, with the tolls that stand beside them."""
    passage, lexicon = evidence.passage, evidence.cast.lexicon
    found = find_triggers(passage.doc, lexicon)
    triggers = join([one for one in found if not _is_in_name(one, passage, evidence.mentions)], lexicon)
    take_tolls(triggers, evidence.figures)
    return [made for trigger in triggers for made in _drafts(trigger, evidence)]


def _with_spoken(drafts: Sequence[Draft], evidence: Evidence) -> list[Draft]:
    """The drafts with demands and refusals, which take the place of the acts that are refused."""
    doc, cast = evidence.passage.doc, evidence.cast
    spoken = [*demands(doc, cast), *refusals(doc, cast)]
    refused = {made.trigger.token.i: made for made in spoken if made.type == "REJECT"}
    for made in drafts:
        if (refusal := refused.get(made.trigger.token.i)) is not None:
            # "Would not arm Chad" and "would not talk to the rebels" refuse those whom the act would concern.
            own = refusal.names | {name for party in refusal.recipients for name in party.names}
            refusal.recipients += [party for party in made.recipients if not own.intersection(party.names)]
    return [made for made in drafts if made.trigger.token.i not in refused] + spoken


def _told_further(
    event: Event, made: Draft, told: Collection[Event], told_here: Sequence[tuple[Event, int]]
) -> Event:
    """The event with what the story told of it before, where its words go back to that."""
    if refers(made) or refers_to_many(made):
        sentence = made.trigger.token.sent.start
        event = done_again(event, made, [*told, *(one for one, at in told_here if at != sentence)])
    if refers(made):
        event = placed_again(event, told)
    elif goes_on(made):
        event = continued(event, [*told, *(one for one, _ in told_here)])
    return told_as_many(event, made)


def _told_beside(made: Draft, drafts: list[Draft], evidence: Evidence) -> Iterator[Event]:
    """The threat and the accusation that the words of an act also are."""
    threat = _announced(made, evidence.cast) if not _is_warned(made, drafts) else None
    for said in (threat, imputed(made, evidence.cast, drafts)):
        event = write_row(said, evidence) if said is not None else None
        if event is not None:
            yield event


def _drafts(trigger: Trigger, evidence: Evidence) -> list[Draft]:
    """The event that a trigger tells; where it tells none, what it was said to have done tells its own."""
    made = draft(trigger, evidence.cast, evidence.figures)
    if made is not None:
        return [made]
    return [one for effect in trigger.effects for one in _drafts(effect, evidence)]


def _is_in_name(trigger: Trigger, passage: Passage, mentions: Mentions) -> bool:
    """ "AMNESTY International" and "CONGRESS asked": a word of a body's name tells nothing."""
    mention = mentions.actor_at(passage.index, trigger.token.i) if trigger.nominal else None
    if mention is None or mention.how not in _NAMED or not trigger.token.text[0].isupper():
        return False
    longer = mention.last - mention.first > 1
    return longer or not any(child.dep_ == "det" for child in trigger.token.children)


_NAMED: Final = frozenset({"name", "alias", "unknown"})


def _dates(passage: Passage, setting: Setting) -> list[tuple[DateExpression, Token]]:
    found: list[tuple[DateExpression, Token]] = []
    for expression in [*passage.dates(setting.date), *_recent(passage, setting)]:
        if expression.kind not in ("date", "time") or expression.interval is None:
            continue
        head = head_of_span(passage.doc, expression.start, expression.end)
        if head is not None:
            found.append((expression, head))
    return found


def _recent(passage: Passage, setting: Setting) -> list[DateExpression]:
    """Dates of acts called "recent", which means what "recently" does."""
    found: list[DateExpression] = []
    for token in passage.doc:
        if token.lower_ == "recent" and token.dep_ == "amod":
            for read in find_dates("recently", anchor=setting.date):
                found.append(replace(read, start=token.idx, end=token.end, text=token.text))
    return found


def _placed(passage: Passage, figures: Sequence[Figure]) -> list[tuple[Figure, Token]]:
    found: list[tuple[Figure, Token]] = []
    for figure in figures:
        head = head_of_span(passage.doc, figure.start - passage.start, figure.end - passage.start)
        if head is not None:
            found.append((figure, head))
    return found


def _is_warned(made: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the verb that announces the act tells a threat already ("WARNED Chad that it would strike")."""
    announced = implied_threat(made)
    return announced is not None and any(
        other.type == "THREATEN" and other.trigger.token == announced[0] for other in drafts
    )


def _announced(made: Draft, cast: Cast) -> Draft | None:
    """The threat in "said it would strike": the act announced by its doer is two events."""
    announced = implied_threat(made)
    if announced is None:
        return None
    speakers = cast.at(announced[1], part="actor")
    if not _same_side(speakers, made):
        return None
    threat = Draft(
        made.trigger, made.expression, speakers, list(made.recipients), type="THREATEN", status="happened"
    )
    threat.because.append(f"THREATEN: an act of force announced by its doer with “{announced[0].text}”")
    return threat


def _same_side(speakers: list[Party], made: Draft) -> bool:
    """Whether the speaker is the doer, or serves the same state."""
    names = {name for party in speakers for name in party.names}
    countries = {party.country for party in speakers if party.country is not None}
    return bool(names & made.names) or any(party.country in countries for party in made.actors)
