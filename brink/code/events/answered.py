"""What another word of the sentence makes of an act: beaten back, ordered to one's own, denied, alleged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.grammar import indirect_objects, judging_verbs, objects
from brink.code.parsed import Token

_REPELLING: Final = frozenset({"repel", "repulse", "thwart"})
_BACK: Final = frozenset({"beat", "fight", "fend", "ward", "drive", "push", "throw"})
_ORDERING: Final = frozenset({"order", "instruct", "tell", "direct", "command"})
_CHARGES: Final = frozenset({"charge", "accusation", "allegation", "claim", "assertion"})
_DENYING: Final = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "rebut"})
_ATTACKS: Final = frozenset({"attack", "assault", "offensive", "raid", "incursion", "ambush", "advance"})


def is_beaten_back(inner: Draft, outer: Draft | None) -> bool:
    """ "Repelled AN ATTACK by rebels", which the verb tells already."""
    if outer is None or outer.type != "ASSAULT" or not inner.trigger.nominal or inner.type != "ASSAULT":
        return False
    verb, noun = outer.trigger.token, inner.trigger.token
    back = verb.lemma_ in _BACK and any(child.lower_ in {"back", "off"} for child in verb.children)
    object_ = noun.head == verb and noun.dep_ in {"obj", "nsubj:pass"}
    return object_ and noun.lemma_.lower() in _ATTACKS and (back or verb.lemma_ in _REPELLING)


def is_own_order(outer: Draft, inner: Draft, cast: Cast) -> bool:
    """ "Ordered ITS FIGHTERS to resume attacks": what a force tells itself to do it means to do."""
    if outer.type != "REQUEST" or outer.trigger.lemma not in _ORDERING:
        return False
    if inner.type not in {"ASSAULT", "MOBILIZE", "RETREAT", "COERCE"}:
        return False
    verb = outer.trigger.token
    told = objects(verb) or indirect_objects(verb) or [party.token for party in outer.recipients]
    means = cast.lexicon.means
    return bool(told) and all(
        any(child.dep_ == "nmod:poss" for child in token.children)
        and token.lemma_.lower() in means.armed | means.regular
        for token in told
    )


def is_of_accused(verb: Token) -> bool:
    """ "Blamed criminals SUPPORTED by Belgrade": a part of the accusation."""
    noun = verb.head
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN" and noun.dep_ in {"obj", "nsubj:pass"}
    return reduced and judging_verbs().get(noun.head.lemma_) == "charged"


def denied_charge(verb: Token) -> Token | None:
    """The word that calls what was told a charge which somebody denies: "…, A CHARGE that Kigali denied"."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.lemma_.lower() not in _CHARGES or token.dep_ not in {"appos", "parataxis", "obj", "obl"}:
            continue
        article = next((child for child in token.children if child.lower_ in {"a", "an"}), None)
        if article is None or article.nbor(-1).text not in {",", "–", "—"}:
            continue
        if any(c.dep_ == "acl:relcl" and c.lemma_ in _DENYING for c in token.children):
            return token
    return None


_FORCE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_STATELY: Final = frozenset({"state", "government", "force"})


def serves_doers(outer: Draft, inner: Draft) -> bool:
    """ "THE MINISTER warned that CHAD would strike": who warns serves those who would do it."""
    if inner.type not in _FORCE:
        return False
    served = {party.country for party in outer.actors if party.country is not None}
    return any(party.country in served and party.kind in _STATELY for party in inner.actors)


def met_before(made: Draft, at: Mapping[int, Draft]) -> list[Party]:
    """The other side of talks that a promise is joined to: "met THE REBELS and agreed to free ten men"."""
    verb = made.trigger.token
    talks = at.get(verb.head.i) if verb.dep_ == "conj" and not made.trigger.nominal else None
    if talks is None or talks.type != "CONSULT" or not made.names <= talks.names:
        return []
    return [party for party in talks.recipients if party.named and not made.names.issuperset(party.names)]
