"""When an event happened, by the date expressions of its clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from brink.code.events.scope import scope_of
from brink.code.events.trigger import Trigger
from brink.code.grammar import clause, governor, preposition, superior
from brink.code.parsed import Doc, Token
from brink.code.wordlists import word_lists
from brink.dates.expressions import DateExpression

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")


def date_of(
    trigger: Trigger, dates: Sequence[tuple[DateExpression, Token]], *, spoken: bool
) -> tuple[DateExpression, Token] | None:
    """The date expression nearest to the event in its clause; when `spoken`, else in that of the speech."""
    scope = {token.i for token in scope_of(trigger)}
    dates = [pair for pair in dates if not _dates_another(pair[1], trigger)]
    near = _named([pair for pair in dates if pair[1].i in scope and not _counts_times(pair[1])])
    near = near or [pair for pair in dates if _shared(pair[1], trigger) or _tells_when(pair[1], trigger)]
    if not near:
        scope = {token.i for token in same_moment(trigger)}
        near = [pair for pair in dates if pair[1].i in scope]
    if spoken and not near:
        speech = superior(trigger.carrier or trigger.token)
        scope = {token.i for token in clause(speech)} if speech is not None else set()
        near = [pair for pair in dates if pair[1].i in scope]
    if not near:
        return None
    read, token = min(near, key=lambda pair: (abs(pair[1].i - trigger.token.i), pair[1].i))
    return (_own_days(read), token) if _names_it(token, trigger) else (read, token)


def _own_days(read: DateExpression) -> DateExpression:
    """The days of the words alone: "since the OCTOBER 2023 attack", which was of that month."""
    if read.bound is None or read.named is None:
        return read
    return replace(read, interval=read.named, because=read.because.partition("; ")[0])


def _names_it(date: Token, trigger: Trigger) -> bool:
    """Whether the date stands before the noun of the act and is part of its phrase."""
    step = date
    for _ in range(3):
        if step == trigger.token:
            return trigger.nominal and date.i < step.i
        step = step.head
    return False


def _dates_another(date: Token, trigger: Trigger) -> bool:
    """Whether the date is of what the verb is about: "denounced the 2006 KILLING"."""
    noun = date.head
    own = (trigger.token, trigger.carrier, trigger.carried)
    if trigger.nominal or date.dep_ not in _OF_NOUN or noun in own or noun.pos_ != "NOUN" or date.i > noun.i:
        return False
    about = noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_ == "obl" and preposition(noun) in _ABOUT)
    return about and noun.head == trigger.token and noun.lemma_.lower() not in _PARTS_OF_DAY


_OF_NOUN: Final = frozenset({"compound", "nummod", "amod", "nmod:poss", "nmod:unmarked"})
_ABOUT: Final = frozenset({"for", "over", "of", "about", "against", "with"})
_PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night", "day", "week", "month", "year"})


def _named(near: list[tuple[DateExpression, Token]]) -> list[tuple[DateExpression, Token]]:
    """Dates that name a day or month before parts of the day: "overnight ON 5 SEPTEMBER"."""
    named = [pair for pair in near if any(part.isdigit() for part in pair[0].text.split())]
    loose = [pair for pair in near if pair[0].text.lower() in {"overnight", "at dawn", "tonight"}]
    return [pair for pair in near if pair not in loose] if named and loose else near


def _counts_times(date: Token) -> bool:
    """ "For the second TIME this year" counts and dates nothing."""
    return (
        date.dep_ != "ROOT"
        and date.head.lower_ == "time"
        and any(
            child.lower_ in {"first", "second", "third", "fourth", "fifth", "last"}
            for child in date.head.children
        )
    )


def same_moment(trigger: Trigger) -> tuple[Token, ...]:
    """The words of the clause that "when" or "as" ties to the event, from either side."""
    verb = trigger.carrier or trigger.token
    verbs = [verb, *(effect.token for effect in trigger.effects if not effect.nominal)]
    tied = [child for each in verbs for child in each.children if _is_moment(child)]
    # Parsers hang the verb of "shells fired from afar LANDED" on the participle.
    tied.extend(c for head in tuple(tied) for c in head.children if c.dep_ == "advcl" and c.tag_ == "VBD")
    if (_is_moment(verb) and verb.head.lemma_ not in _ELSEWHERE) or (
        verb.dep_ == "obj" and trigger.nominal and verb.head.lemma_ in _SPARKING
    ):
        tied.append(verb.head)
    return tuple(token for head in tied for token in clause(head))


_ELSEWHERE: Final = _LISTS["talking_elsewhere"]
_SPARKING: Final = _LISTS["sparking"]


def _is_moment(verb: Token) -> bool:
    """A clause of the same time as what it hangs on, and no comparison ("as it DID in March")."""
    return (
        verb.dep_ == "advcl"
        and verb.lemma_ != "do"
        and any(
            child.lower_ in {"when", "as", "while"} and child.dep_ in {"mark", "advmod"}
            for child in verb.children
        )
    )


def _shared(date: Token, trigger: Trigger) -> bool:
    """A date before the first of coordinated verbs holds for all of them."""
    verb = trigger.carrier or trigger.token
    for _ in range(6):
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head == verb:
            return False
        if verb.dep_ == "advcl" and verb.tag_ != "VBG":
            return False
        verb = verb.head
        if date.i < verb.i and governor(date) == verb:
            return True
    return False


def _tells_when(date: Token, trigger: Trigger) -> bool:
    """ "In APRIL, when a strike killed 47": what follows "when" happened at the time before it.

    The order of words tells it; parsers hang such clauses on many things.
    """
    doc, event = date.doc, trigger.token
    if trigger.nominal and trigger.carrier is None and not trigger.effects:
        return False
    if not date.i < event.i < date.i + _WHEN or date.sent.start != event.sent.start:
        return False
    opening = [word for word in doc[date.i + 1 : date.i + 3] if word.lower_ == "when"]
    return bool(opening) and not any(word.text in {",", ";"} for word in doc[opening[0].i : event.i])


_WHEN: Final = 20
"""Words between a time and an event of the "when" clause that tells what happened then."""


def head_of_span(doc: Doc, start: int, end: int) -> Token | None:
    """The token of characters `[start, end)` whose head lies outside them."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None
