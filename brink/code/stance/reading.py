"""How a word stands by itself: its auxiliaries, tense, negation, adverbs and modifiers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.grammar.headline import in_headline
from brink.code.parsed import Token
from brink.code.rows import Certainty, Status
from brink.code.stance.lexicon import certainty_words, modality

_AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop"})
_SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl"})
_OFTEN: Final = frozenset({"daily", "weekly", "monthly", "annually", "yearly", "often", "usually"})
_PERIODS: Final = frozenset({"day", "week", "month", "year"})
_EACH: Final = frozenset({"a", "an", "every", "each", "per"})
_AHEAD: Final = frozenset({"next", "tomorrow", "coming", "upcoming", "soon", "shortly"})


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
class _Parts:
    """Children of a predicate, sorted by what they do."""

    auxiliaries: list[Token]
    negation: Token | None = None
    subject: Token | None = None
    to: Token | None = None
    condition: bool = False
    adverb: Token | None = None
    ahead: bool = False


def read_predicate(verb: Token) -> Reading:
    """Status of a verb (or of a noun or adjective with a copula) by its own words."""
    parts = _parts(verb)
    if not parts.auxiliaries and verb.dep_ == "conj" and parts.subject is None and verb.tag_ != "VBZ":
        shared = _parts(verb.head)
        if shared.auxiliaries and _same_form(verb, verb.head):
            parts.auxiliaries, parts.to = shared.auxiliaries, parts.to or shared.to
            joined = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.children)
            parts.negation = parts.negation or (shared.negation if joined or verb.tag_ == "VB" else None)
            parts.condition = parts.condition or shared.condition
            parts.adverb = parts.adverb or shared.adverb
    return _judge(verb, parts)


def _same_form(verb: Token, partner: Token) -> bool:
    if verb.tag_ == partner.tag_:
        return verb.tag_ in {"VB", "VBN", "VBG"}
    # The tagger mixes up past tense and participle, which look alike.
    return {verb.tag_, partner.tag_} == {"VBN", "VBD"} and partner.tag_ == "VBN"


def _parts(verb: Token) -> _Parts:
    words = modality()
    parts = _Parts([])
    for child in verb.children:
        relation, lower = child.dep_, child.lower_
        if relation in _AUXILIARY:
            parts.auxiliaries.append(child)
        elif relation in _SUBJECT:
            parts.subject = parts.subject or child
            if _negative_noun(child):
                parts.negation = child
        elif lower in words.negators:
            if child.i + 1 >= len(child.doc) or child.nbor().lower_ not in words.not_denying:
                parts.negation = child
        elif relation == "mark" and lower == "to":
            parts.to = child
        elif relation == "advmod":
            _note_adverb(child, parts)
        elif relation == "obj" and _negative_noun(child):
            parts.negation = child
        elif relation == "advcl":
            parts.condition = parts.condition or _conditional(child)
        elif relation.startswith("obl") and (
            lower in _AHEAD or any(c.lower_ in _AHEAD for c in child.children)
        ):
            parts.ahead = True
    return parts


def _note_adverb(child: Token, parts: _Parts) -> None:
    if child.lower_ in {"longer", "more"} and any(c.lower_ in {"no", "any"} for c in child.children):
        parts.negation = child
    elif child.lower_ in _AHEAD:
        parts.ahead = True
    elif child.lower_ in certainty_words().adverb and (parts.adverb is None):
        parts.adverb = child


def _negative_noun(noun: Token) -> bool:
    words = modality()
    if noun.lower_ in words.negative_pronouns:
        return True
    return any(
        child.dep_ in {"det", "cc:preconj"} and child.lower_ in words.negative_determiners
        for child in noun.children
    )


def _conditional(clause: Token) -> bool:
    if clause.left_edge.lower_ in {"should", "had", "were"} and clause.left_edge.dep_ != "nsubj":
        return True
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "provided"} for child in clause.children
    )


def inverted_condition(verb: Token) -> bool:
    """Whether word order alone makes a condition: "Had they stayed", "Should talks fail"."""
    if verb.dep_ not in {"advcl", "ccomp"}:
        return False
    parts = _parts(verb)
    if not parts.auxiliaries or parts.subject is None:
        return False
    first = parts.auxiliaries[0]
    return first.i < parts.subject.i and first.lower_ in {"had", "should", "were"}


def _judge(verb: Token, parts: _Parts) -> Reading:
    tense = _tense(verb, parts)
    status, why, cues = tense.status, list(tense.because), list(tense.cues)
    certainty, hearsay = tense.certainty, None
    if parts.adverb is not None:
        word = parts.adverb.lower_
        certainty = certainty_words().adverb[word]
        hearsay = certainty_words().hearsay.get(word)
        cues.append(parts.adverb.i)
        why.append(f"“{word}” makes it {certainty}")
        if (status == "planned" and certainty != "certain") or word in certainty_words().opens:
            status = "possible"
    if parts.condition and status == "planned":
        status = "possible"
        why.append("a condition hangs on it")
    negated = parts.negation is not None
    if parts.negation is not None:
        cues.append(parts.negation.i)
        why.append(f"“{parts.negation.text}” negates “{verb.text}”")
        status = (
            "possible" if tense.modal in {"may", "might", "should", "must", "need", "ought"} else "denied"
        )
    return Reading(
        status=status,
        finite=tense.finite,
        past=tense.past,
        negated=negated,
        modal=tense.modal,
        certainty=certainty,
        hearsay=hearsay,
        conditional=parts.condition,
        plain=tense.plain and not why,
        because=tuple(why),
        cues=tuple(cues),
    )


def _tense(verb: Token, parts: _Parts) -> Reading:
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
    finite = first.tag_ in {"VBD", "VBZ", "VBP"}
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


def _bare(verb: Token, parts: _Parts) -> Reading:
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


def untensed(reading: Reading) -> Reading:
    """The reading without its present tense, which does not make what it governs go on."""
    return Reading(status="happened", finite=False) if reading.status == "ongoing" else reading
