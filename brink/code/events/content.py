"""What a governing word makes of the event below it: a threat, an offer, a demand, a denial."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.answered import is_beaten_back, is_own_order, met_before, serves_doers
from brink.code.events.avenged import aim_at_killers, is_avenged
from brink.code.events.charged import charge_over, stands, take_charge
from brink.code.events.draft import Draft
from brink.code.events.governing import by_token, governing
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.same_act import is_left_behind, is_slogan, is_way, told_again
from brink.code.events.untold import is_untold, is_what_it_was
from brink.code.grammar import agents, has_auxiliary, patients, preposition, reporting_verb
from brink.code.grammar.labels import NEGATIONS
from brink.code.parsed import Token
from brink.code.stance.answered import is_answered
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_HOSTILE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_FORCE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_OFFERS: Final = _LISTS["offers"]
_CLAIMS: Final = _LISTS["claims"]
_ON_OCCASION: Final = frozenset({"during", "in", "at", "for"})
_SORRY: Final = frozenset({"apologise", "apologize"})
_VOWS: Final = frozenset({"vow", "pledge", "promise", "swear"})
_DENIALS: Final = frozenset({"deny", "denial"})
_SPEECH: Final = _LISTS["speech"]


def settle(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts that stand as rows, with the status that governing words give them.

    A threat keeps its act as possible; an offer gives way to the act offered; what is
    demanded or refused is told by the demand or the refusal alone, what is alleged is possible.
    """
    at = by_token(drafts)
    _complete(drafts, at)
    dropped = {id(made) for made in drafts if made.incomplete or is_untold(made) or not _is_charge_kept(made)}
    for inner in drafts:
        again = told_again(inner, at) or is_what_it_was(inner, at)
        if again is not None and id(again) not in dropped:
            _merge(again, inner)
            dropped.add(id(inner))
            continue
        outer = governing(inner, at)
        if is_slogan(inner, at) or is_way(inner, at) or is_left_behind(inner):
            dropped.add(id(inner))
        if outer is not None and outer is not inner and not is_answered(inner.head):
            dropped |= {id(given_up) for given_up in _settle_pair(outer, inner, cast)}
    return [draft for draft in drafts if id(draft) not in dropped]


def _settle_pair(outer: Draft, inner: Draft, cast: Cast) -> tuple[Draft, ...]:
    """Give an act what the act that governs it says of it; whichever of the two has no row then, if any."""
    if is_beaten_back(inner, outer):
        _merge(outer, inner)
        return (inner,)
    if is_own_order(outer, inner, cast):
        inner.actors, inner.status = list(outer.actors), "planned"
        inner.because.append(f"“{outer.trigger.token.text}” to its own makes it planned")
        return (outer,)
    if _is_denial(outer):
        return _denied(outer, inner)
    if inner.charge is not None and outer.type in _HOLDING:
        return ()
    if _is_repetition(outer, inner):
        _merge(outer, inner)
        return (inner,)
    if _gives_way(outer, inner):
        if outer.trigger.lemma in _OFFERS and not inner.actors:
            inner.actors = list(outer.actors)
            inner.recipients = inner.recipients or list(outer.recipients)
        return (outer,)
    if outer.type == "THREATEN":
        return _threatened(outer, inner)
    if not _tells_it_all(outer, inner):
        return ()
    if outer.type in {"AGREE", "REJECT"} and not outer.recipients and _is_own(inner, outer):
        # "Refused to talk to the rebels", "agreed to swap prisoners with Chad".
        outer.recipients = [p for p in inner.recipients if _is_other(p, outer)]
    return (inner,)


def _denied(outer: Draft, inner: Draft) -> tuple[Draft, ...]:
    """What is denied has its row, and the denial one only where it rejects a charge in other words."""
    inner.status = "denied"
    if outer.trigger.lemma not in _DENIALS:
        return ()
    inner.actors = inner.actors or list(outer.actors)
    return (outer,)


def _threatened(outer: Draft, inner: Draft) -> tuple[Draft, ...]:
    """What is threatened is possible; what is vowed not to be done is agreed to."""
    if outer.trigger.lemma in _VOWS and _is_negated(inner.head):
        # Who vows not to attack promises; who threatens not to sign threatens.
        outer.type = "AGREE"
        outer.because.append("AGREE: what is vowed is not to be done")
        return (inner,)
    if is_avenged(inner):
        aim_at_killers(outer, inner)
        return ()
    inner.status = "possible"
    outer.recipients = outer.recipients or list(inner.recipients)
    return (outer,) if outer.trigger.lemma == "hint" and inner.type not in _HOSTILE else ()


def _is_negated(verb: Token) -> bool:
    return any(child.lower_ in NEGATIONS for child in verb.children)


def _is_own(inner: Draft, outer: Draft) -> bool:
    """Whether what is refused or agreed to would be the doing of who refuses or agrees."""
    words = (outer.trigger.token, outer.trigger.carrier)
    return (inner.trigger.carrier or inner.trigger.token).head in words and inner.names <= outer.names


def _is_other(party: Party, outer: Draft) -> bool:
    return party.named and party.kind != "people" and not outer.names.intersection(party.names)


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
        elif made.type == "AGREE" and not made.recipients:
            made.recipients = met_before(made, at)
        elif made.type == "COOPERATE" and made.incomplete:
            outer = governing(made, at)
            if outer is not None and outer.type in {"CONSULT", "AGREE"} and outer.actors:
                made.actors, made.recipients = list(outer.actors), list(outer.recipients)
                made.status, made.incomplete = "possible", False
                made.because.append(f"parties of “{outer.trigger.token.text}”, which is about it")


_HOLDING: Final = frozenset({"ACCUSE", "SANCTION", "COERCE", "ASSAULT", "SUPPORT"})
"""Acts that hold somebody to account; the deed it is for is another act."""


def _is_charge_kept(made: Draft) -> bool:
    """Whether an act told as somebody's charge has a row; it takes the status that the charge leaves it."""
    charge = charge_over(made)
    if charge is None:
        return True
    if not stands(made, charge):
        return False
    take_charge(made, charge)
    return True


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
        others = not (outer.names & inner.names or serves_doers(outer, inner))
        return outer.type == "THREATEN" and not outer.recipients and others
    return lemma in _OFFERS and inner.type not in _HOSTILE | {"THREATEN"} and lemma not in {"agree"}


def _tells_it_all(outer: Draft, inner: Draft) -> bool:
    if outer.type in {"REQUEST", "REJECT"}:
        return inner.type != "ACCUSE"
    if outer.type == "PROTEST":
        return inner.type in {"REQUEST", "PROTEST"}
    if outer.type == "ACCUSE":
        return not inner.trigger.nominal
    if outer.type == "AGREE":
        return True
    if outer.trigger.lemma in _SORRY:
        return inner.type != "ASSAULT"
    return (
        outer.type in {"CONSULT", "CONCEDE", "SANCTION", "RETREAT", "COERCE", "COOPERATE"}
        and inner.trigger.nominal
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
