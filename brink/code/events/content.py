"""What a governing word makes of the event below it: a threat, an offer, a demand, a denial."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from brink.code.events.draft import Draft
from brink.code.grammar import agents, has_auxiliary, patients, preposition, reporting_verb

_HOSTILE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_FORCE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_CONTENT_TIES: Final = frozenset(
    {"for", "to", "of", "on", "against", "from", "about", "with", "into", "at", None}
)
_CONTENT_MARKS: Final = frozenset({"to", "of", "from", "against", "for", "by"})
_OFFERS: Final = frozenset(
    {"offer", "promise", "pledge", "propose", "commit", "vow", "agree", "undertake", "swear"}
)
_CHARGES: Final = frozenset(
    {
        "accuse",
        "suspect",
        "charge",
        "convict",
        "blame",
        "acquit",
        "condemn",
        "criticise",
        "criticize",
        "praise",
        "thank",
    }
)
_CLAIMS: Final = frozenset(
    {
        "claim",
        "report",
        "accusation",
        "allegation",
        "suggestion",
        "charge",
        "rumour",
        "rumor",
        "assertion",
        "involvement",
    }
)
_ON_OCCASION: Final = frozenset({"during", "in", "at", "for"})
_DENIALS: Final = frozenset({"deny", "denial"})
_SPEECH: Final = frozenset(
    {
        "say",
        "announce",
        "declare",
        "reiterate",
        "insist",
        "tell",
        "state",
        "repeat",
        "add",
        "warn",
        "vow",
        "stress",
        "threaten",
        "hint",
        "signal",
    }
)


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that stand as rows, with the status that governing words give them.

    A threat keeps its act as possible; an offer gives way to the act offered; what is
    demanded, refused or alleged is told by the demand, the refusal or the charge alone.
    """
    at = _by_token(drafts)
    _complete(drafts, at)
    dropped = {id(made) for made in drafts if made.incomplete or _is_alleged(made)}
    for inner in drafts:
        outer = _told_again(inner, at)
        if outer is not None and id(outer) not in dropped:
            _merge(outer, inner)
            dropped.add(id(inner))
            continue
        outer = governing(inner, at)
        if _is_slogan(inner, at):
            dropped.add(id(inner))
        if outer is None or outer is inner:
            continue
        if _is_denial(outer):
            inner.status = "denied"
            if outer.trigger.lemma in _DENIALS:
                dropped.add(id(outer))
        elif _is_repetition(outer, inner):
            _merge(outer, inner)
            dropped.add(id(inner))
        elif _gives_way(outer, inner):
            dropped.add(id(outer))
        elif outer.type == "THREATEN":
            inner.status = "possible"
            outer.recipients = outer.recipients or list(inner.recipients)
            if outer.trigger.lemma == "hint" and inner.type not in _HOSTILE:
                dropped.add(id(outer))
        elif _tells_it_all(outer, inner):
            dropped.add(id(inner))
    return [draft for draft in drafts if id(draft) not in dropped]


_WORDS: Final = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})


def _told_again(inner: Draft, at: dict[int, Draft]) -> Draft | None:
    """The act that words joined to it tell again: "SUMMONED the envoy and condemned the firing".

    Also an event noun in apposition to another ("a spring offensive, the worst ONSLAUGHT in years"), and a
    participle that repeats the demand ("asked them to stop, DEMANDING a crackdown").
    """
    token = inner.trigger.token
    outer = at.get(token.head.i) if token.dep_ in {"conj", "appos"} else _asked_above(inner, at)
    if outer is None or outer is inner or outer.type != inner.type or outer.trigger.token.i > token.i:
        return None
    if token.dep_ == "appos":
        return outer if inner.trigger.nominal and outer.trigger.nominal else None
    if inner.type not in _WORDS or inner.recipients or not (outer.recipients and outer.actors):
        return None
    other = any(part.pos_ == "PROPN" for noun in patients(token) for part in noun.subtree)
    return outer if token.dep_ != "conj" or (inner.names <= outer.names and not other) else None


def _asked_above(inner: Draft, at: dict[int, Draft]) -> Draft | None:
    """The demand above a participle that demands."""
    verb = inner.trigger.token
    if inner.type != "REQUEST" or verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return None
    step = verb.head
    for _ in range(3):
        if step.i in at or step.head == step:
            break
        step = step.head
    return at.get(step.i)


def _complete(drafts: Sequence[Draft], at: dict[int, Draft]) -> None:
    """Give talks their parties from the meeting they belong to, and joint acts those of the talks on them."""
    for made in drafts:
        if made.type == "CONSULT" and made.trigger.nominal:
            outer = at.get(made.trigger.token.head.i)
            if (
                outer is not None
                and outer.type == "CONSULT"
                and preposition(made.trigger.token) in _ON_OCCASION
            ):
                _merge(outer, made)
                made.incomplete = True
        elif made.type == "COOPERATE" and made.incomplete:
            outer = governing(made, at)
            if outer is not None and outer.type in {"CONSULT", "AGREE"} and outer.actors:
                made.actors, made.recipients = list(outer.actors), list(outer.recipients)
                made.status, made.incomplete = "possible", False
                made.because.append(f"parties of “{outer.trigger.token.text}”, which is about it")


def _is_slogan(inner: Draft, at: dict[int, Draft]) -> bool:
    """What a protest is for: "marched on Sunday, demanding a ceasefire"."""
    verb = inner.trigger.token
    outer = at.get(verb.head.i) if inner.type == "REQUEST" and verb.tag_ == "VBG" else None
    return outer is not None and outer.type == "PROTEST" and verb.dep_ == "advcl"


def _by_token(drafts: Sequence[Draft]) -> dict[int, Draft]:
    at: dict[int, Draft] = {}
    for made in drafts:
        for token in (made.trigger.token, made.trigger.carrier, made.trigger.carried):
            if token is not None:
                at.setdefault(token.i, made)
    return at


def _is_alleged(made: Draft) -> bool:
    """Whether the act is what somebody is accused of: "men accused of sheltering the attackers"."""
    verb = made.trigger.token
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "case"}}
    above = {
        verb.head.lemma_,
        verb.head.head.lemma_,
        *(c.lemma_ for c in verb.head.children if c.dep_ == "amod"),
    }
    return verb.tag_ == "VBG" and bool(marks & {"of", "for", "with"}) and not above.isdisjoint(_CHARGES)


def _is_denial(outer: Draft) -> bool:
    if outer.type != "REJECT" or outer.trigger.nominal:
        return False
    carried = outer.trigger.carried
    return outer.trigger.lemma in _DENIALS or any(
        noun.lemma_ in _CLAIMS for noun in (*patients(outer.trigger.token), carried) if noun is not None
    )


def _is_repetition(outer: Draft, inner: Draft) -> bool:
    """The same kind of act told twice in one sentence part ("met … to discuss", "retaliate by striking")."""
    if outer.type != inner.type or (outer.type == "ASSAULT" and inner.trigger.nominal):
        return False
    return not inner.actors or not outer.actors or bool(inner.names & outer.names)


def _merge(outer: Draft, inner: Draft) -> None:
    outer.actors = outer.actors or inner.actors
    outer.recipients = outer.recipients or inner.recipients
    outer.mode = outer.mode or inner.mode
    outer.because.append(f"“{inner.trigger.token.text}” tells the same act again")


def _gives_way(outer: Draft, inner: Draft) -> bool:
    lemma = outer.trigger.lemma
    if lemma in {"warn", "hint"}:
        return outer.type == "THREATEN" and not outer.recipients and not (outer.names & inner.names)
    return lemma in _OFFERS and inner.type not in _HOSTILE and lemma not in {"agree"}


def _tells_it_all(outer: Draft, inner: Draft) -> bool:
    if outer.type in {"REQUEST", "REJECT"}:
        return inner.type != "ACCUSE"
    if outer.type == "PROTEST":
        return inner.type in {"REQUEST", "PROTEST"}
    if outer.type == "ACCUSE":
        return not inner.trigger.nominal
    if outer.type == "AGREE":
        return True
    return (
        outer.type in {"CONSULT", "CONCEDE", "SANCTION", "RETREAT", "COERCE", "COOPERATE"}
        and inner.trigger.nominal
    )


def governing(inner: Draft, at: dict[int, Draft]) -> Draft | None:
    """The draft whose content the inner one is: its object, complement or infinitive, at any depth."""
    own = {t.i for t in (inner.trigger.token, inner.trigger.carrier, inner.trigger.carried) if t is not None}
    step = inner.trigger.carrier or inner.trigger.token
    for _ in range(10):
        head = step.head
        if head == step or not _is_content(step):
            return None
        coordinate = step.dep_ == "conj"
        said = step.dep_ == "ccomp"
        step = head
        if step.i in at and step.i not in own:
            return None if coordinate else at[step.i]
        if said:
            return None
    return None


def _is_content(step: Token) -> bool:
    relation = step.dep_
    if relation in {"obj", "xcomp", "ccomp", "csubj", "conj", "nmod:poss"}:
        return True
    if relation in {"obl", "nmod"}:
        return preposition(step) in _CONTENT_TIES
    marks = {child.lower_ for child in step.children if child.dep_ in {"mark", "case"}}
    if relation == "advcl":
        return bool(marks & _CONTENT_MARKS)
    return (relation == "acl" and step.tag_ != "VBN" and "to" in marks) or (
        relation == "acl" and "of" in marks
    )


def implied_threat(made: Draft) -> tuple[Token, tuple[Token, ...]] | None:
    """The speech verb and speaker of "said it would arrest him": an act of force announced by its doer."""
    verb = made.trigger.carrier or made.trigger.token
    speech = reporting_verb(verb)
    if made.type not in _FORCE or speech is None or speech.lemma_ not in _SPEECH:
        return None
    if not (has_auxiliary(verb, "would") or has_auxiliary(verb, "will")):
        return None
    if any(child.lower_ in {"not", "n't", "never"} for child in verb.children) or not agents(verb):
        return None
    speakers = agents(speech)
    return (speech, speakers) if speakers else None
