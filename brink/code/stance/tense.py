"""Status of a predicate by its tense, auxiliaries and modals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.grammar.headline import in_headline
from brink.code.grammar.labels import FINITE_TAGS
from brink.code.parsed import Token
from brink.code.rows import Certainty, Status
from brink.code.stance.lexicon import modality

_OFTEN: Final = frozenset({"daily", "weekly", "monthly", "annually", "yearly", "often", "usually"})


_PERIODS: Final = frozenset({"day", "week", "month", "year"})


_EACH: Final = frozenset({"a", "an", "every", "each", "per"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a predicate or noun says of its own reality, before anything that governs it."""

    status: Status
    finite: bool
    past: bool = False
    negated: bool = False
    modal: str | None = None
    certainty: Certainty | None = None
    hearsay: str | None = None
    conditional: bool = False
    """A condition hangs on it ("will strike if …")."""
    plain: bool = True
    """Nothing but tense speaks; no modal, negation, progressive or modifier."""
    because: tuple[str, ...] = ()
    cues: tuple[int, ...] = ()


@dataclass(slots=True)
class Parts:
    """Children of a predicate, sorted by what they do."""

    auxiliaries: list[Token]
    negation: Token | None = None
    subject: Token | None = None
    to: Token | None = None
    condition: bool = False
    adverb: Token | None = None
    ahead: bool = False


def by_tense(verb: Token, parts: Parts) -> Reading:
    auxiliaries = parts.auxiliaries
    if not auxiliaries:
        return _bare(verb, parts)
    first = auxiliaries[0]
    lower = first.lower_
    effect = modality().auxiliaries.get(lower) if first.tag_ == "MD" or first.lemma_ == "will" else None
    if effect in {"planned", "possible"}:
        return _modal(first, auxiliaries, planned=effect == "planned")
    past = first.tag_ in {"VBD", "VBN"}
    if parts.to is not None and first.lemma_ == "be" and verb.tag_ == "VB":
        return Reading(
            status="planned",
            finite=True,
            past=past,
            plain=False,
            cues=(first.i,),
            because=(f"“{first.text} to” announces it",),
        )
    if first.lemma_ == "have":
        going_on = verb.tag_ == "VBG" or (auxiliaries[-1].dep_ == "cop" and not past)
        return Reading(status="ongoing" if going_on else "happened", finite=first.tag_ != "VBG", past=True)
    if verb.tag_ == "VBG" and first.lemma_ == "be":
        if parts.ahead:
            return Reading(
                status="planned", finite=True, past=past, because=("a time ahead is given",), plain=False
            )
        return Reading(status="ongoing", finite=True, past=past)
    finite = first.tag_ in FINITE_TAGS
    present = first.tag_ in {"VBZ", "VBP"}
    return Reading(status="ongoing" if present else "happened", finite=finite, past=past)


def _modal(first: Token, auxiliaries: list[Token], *, planned: bool) -> Reading:
    lemma = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would"}.get(first.lower_, first.lower_)
    perfect = any(token.lower_ in {"have", "'ve", "’ve"} for token in auxiliaries[1:])
    if lemma == "must" and perfect:
        return Reading(
            status="happened",
            finite=True,
            modal=lemma,
            certainty="probable",
            plain=False,
            cues=(first.i,),
            because=("“must have” infers it",),
        )
    status: Status = "planned" if planned else "possible"
    unsure: Certainty | None = "possible" if lemma in {"may", "might", "could"} else None
    return Reading(
        status=status,
        finite=True,
        modal=lemma,
        certainty=unsure,
        plain=False,
        cues=(first.i,),
        because=(f"“{first.text}” makes it {status}",),
    )


def _bare(verb: Token, parts: Parts) -> Reading:
    tag = verb.tag_
    if tag == "VBD":
        return Reading(status="happened", finite=True, past=True)
    if tag in {"VBZ", "VBP"}:
        told = verb.lemma_ in modality().spoken or is_told_once(verb)
        return Reading(status="happened" if told else "ongoing", finite=True)
    if tag == "VB" and parts.to is None and parts.subject is None and verb.dep_ == "ROOT":
        return Reading(status="possible", finite=True, because=("it is an order or appeal",), plain=False)
    if tag == "VB" and parts.to is None and parts.subject is not None and verb.dep_ == "ROOT":
        return Reading(status="happened" if is_told_once(verb) else "ongoing", finite=True)
    return Reading(status="happened", finite=False)


def is_told_once(verb: Token) -> bool:
    """A headline's present: "gunmen KILL nine soldiers"; not "mines kill 40 people a year"."""
    lemma = str(verb.lemma_)
    if lemma in modality().lasting or (lemma not in modality().once and not in_headline(verb)):
        return False
    counted = in_headline(verb) or any(
        child.dep_ == "obj" and (child.tag_ == "CD" or any(part.dep_ == "nummod" for part in child.children))
        for child in verb.children
    )
    often = any(
        token.lower_ in _OFTEN or (token.lemma_ in _PERIODS and token.nbor(-1).lower_ in _EACH)
        for token in verb.subtree
        if token.i
    )
    return counted and not often
