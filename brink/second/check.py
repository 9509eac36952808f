"""A proposed row becomes an event only when each part of it stands in the story."""

from __future__ import annotations

from itertools import islice
from typing import Final, get_args

from brink.code.mention import Mention
from brink.code.rows import Amount, Event, Mode, Place, Quote, row_id
from brink.code.stance import standing
from brink.dates import DateInterval
from brink.second.evidence import StoryEvidence, Stretch
from brink.second.figures import amount_in, count_in
from brink.second.kept import UNWEIGHED
from brink.second.parties import Resolved, resolve
from brink.second.proposal import Named, Proposal
from brink.second.rejection import Rejection

LONGEST_QUOTE = 600
"""Characters; in a quote of a whole page everything stands somewhere."""
LONGEST_PERIOD = 366
"""Days of a period wider than the words say that may still stand for them."""
OCCURRENCES = 5
_PROTESTS: Final = frozenset({"demo", "riot", "strike", "other"})
_ASSAULTS: Final = frozenset(get_args(Mode)) - {"demo", "riot", "strike"}
_TOLD_AS_FACT: Final = ("happened", "ongoing", "denied")


def check(proposal: Proposal, evidence: StoryEvidence, *, model: str) -> Event:
    """The event of a proposal, made of the story's own words, places and numbers.

    Raises
    ------
    Rejection
        When a part of it does not stand in the story. One bad part rejects the row.
    """
    first: Rejection | None = None
    for quote in _quotes(proposal, evidence):
        try:
            return _event(proposal, quote, evidence, model)
        except Rejection as rejection:
            first = first or rejection
    raise first or Rejection("quote not in story", f"“{proposal.quote[:120]}”")


def _quotes(proposal: Proposal, evidence: StoryEvidence) -> list[Stretch]:
    words = proposal.quote.strip()
    if len(words) > LONGEST_QUOTE:
        raise Rejection("quote too long", f"{len(words)} characters, more than {LONGEST_QUOTE}")
    if len(words.split()) < 2:
        raise Rejection("quote too short", f"“{words}” tells no event")
    return list(islice(evidence.find(words), OCCURRENCES))


def _event(proposal: Proposal, quote: Stretch, evidence: StoryEvidence, model: str) -> Event:
    mode = _mode(proposal)
    actors = [resolve(party, quote, evidence, part="doer") for party in proposal.actors]
    recipients = [resolve(party, quote, evidence, part="target") for party in proposal.recipients]
    source = _source(proposal.source, quote, evidence)
    when = _date(proposal, evidence)
    place, placed = _place(proposal, quote, evidence)
    figures = evidence.figures(quote)
    single = len(recipients) == 1 and _is_one(recipients[0].mention)
    words = _document_words(quote)
    names, targets = _names(actors), _names(recipients)
    return Event(
        id=row_id("second", words, model, proposal.type, proposal.status, *names, ">", *targets),
        story=evidence.story,
        quote=words,
        type=proposal.type,
        mode=mode,
        actors=names,
        recipients=targets,
        date=when,
        place=place,
        status=proposal.status,
        source=source.names[0] if source else None,
        killed=count_in(proposal.killed, figures, role="killed", single=single),
        injured=count_in(proposal.injured, figures, role="injured", single=single),
        abducted=count_in(proposal.abducted, figures, role="abducted", single=single),
        amount=_amount(proposal, quote, evidence),
        confidence=UNWEIGHED,
        because=(
            f"{proposal.type}, {proposal.status}: the second coder, model {model}",
            *[party.because for party in (*actors, *recipients, *([source] if source else []))],
            *placed,
        ),
        review=_review(proposal, quote, evidence),
    )


def _document_words(quote: Stretch) -> Quote:
    passage = quote.passage
    text = passage.written or passage.doc.text
    start = passage.start + quote.start
    return Quote(passage.document, start, passage.start + quote.end, text[quote.start : quote.end])


def _mode(proposal: Proposal) -> Mode | None:
    allowed = {"ASSAULT": _ASSAULTS, "PROTEST": _PROTESTS}.get(proposal.type, frozenset())
    if proposal.mode is not None and proposal.mode not in allowed:
        raise Rejection("mode of another type", f"{proposal.type} has no mode {proposal.mode}")
    return proposal.mode


def _source(source: Named | None, quote: Stretch, evidence: StoryEvidence) -> Resolved | None:
    if source is None:
        return None
    return resolve(source, evidence.whole(quote.passage), evidence, part="source")


def _date(proposal: Proposal, evidence: StoryEvidence) -> DateInterval | None:
    if proposal.date is None:
        return None
    try:
        when = DateInterval.parse(proposal.date)
    except (ValueError, OverflowError) as error:
        raise Rejection("ill-formed date", f"“{proposal.date}”") from error
    if proposal.status in _TOLD_AS_FACT:
        if when.start > evidence.as_of:
            raise Rejection("date after the as-of", f"{when} is after {evidence.as_of}")
        if evidence.written is not None and when.start >= evidence.written.end:
            raise Rejection("date after the story", f"{when} is after {evidence.written}")
    if not any(_says(when, said) for said in evidence.dates):
        raise Rejection("date not in story", f"no words of it say {when}")
    return when


def _says(when: DateInterval, said: DateInterval) -> bool:
    """Whether a date is that of the words, or a wider one about it; never a more exact one."""
    wider = when.start <= said.start and said.end <= when.end and when.days <= LONGEST_PERIOD
    return when == said or wider


def _place(
    proposal: Proposal, quote: Stretch, evidence: StoryEvidence
) -> tuple[Place | None, tuple[str, ...]]:
    """The place as the atlas knows it: coordinates are never the second coder's."""
    if proposal.place is None:
        return None, ()
    found = evidence.places(proposal.place, near=quote.passage)
    if found:
        return found[0].place, (f"place {found[0].place.name} from “{found[0].surface}”",)
    if next(evidence.find(proposal.place, folded=True), None) is None:
        raise Rejection("place not in story", f"“{proposal.place}”")
    return None, (f"place left open: “{proposal.place}” is no place the atlas knows here",)


def _amount(proposal: Proposal, quote: Stretch, evidence: StoryEvidence) -> Amount | None:
    if proposal.amount is None or proposal.amount.value == 0:
        return None
    return amount_in(proposal.amount, evidence.figures(quote))


def _names(parties: list[Resolved]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for party in parties for name in party.names))


def _is_one(mention: Mention | None) -> bool:
    return mention is not None and mention.kind in ("person", "office") and not mention.plural


def _review(proposal: Proposal, quote: Stretch, evidence: StoryEvidence) -> str | None:
    """A word for the analyst where the rules read the quoted words as less real than the row."""
    if proposal.status not in ("happened", "ongoing"):
        return None
    read = standing(quote.passage, quote.root, evidence.mentions_of_story, attributions=evidence.attributions)
    if read.status in ("happened", "ongoing"):
        return None
    return f"the rules read these words as {read.status}"
