"""What the frame of an expression asks of its parties before there is a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from brink.code.events.doers import is_done_by, is_regular
from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.struck import comes_down, is_fallen, is_struck, is_town
from brink.code.grammar import is_passive, noun_complements, obliques, patients
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_OFFERING: Final = _LISTS["ready"]


def meets(made: Draft, cast: Cast, *, weapon: bool, counted: bool) -> bool:
    """Whether what the frame asks for is there: parties, their kind, a weapon, a count of dead."""
    needs = made.frame.needs
    if not _has_parties(made) or ("weapon" in needs and not weapon) or not is_done_by(made, cast, needs):
        return False
    if any(not asked(made, cast) for need, asked in _ASKED.items() if need in needs):
        return False
    if (
        made.type == "AID"
        and made.recipients
        and all(_is_own(party, made, cast) for party in made.recipients)
    ):
        return False
    return "violence" not in needs or _is_violent(made, cast, weapon=weapon, counted=counted)


def _has_parties(made: Draft) -> bool:
    """Whether as many sides are there as are asked for; of a meeting or joint action one is a beginning."""
    needs = made.frame.needs
    either = any(party.names for party in (*made.actors, *made.recipients))
    if ("actor" in needs and not made.actors) or ("recipient" in needs and not made.recipients):
        return False
    if "party" in needs and not either:
        made.incomplete = made.frame.type == "COOPERATE" and not made.trigger.nominal
        if not made.incomplete:
            return False
    if "both" in needs and not (made.actors and made.recipients):
        made.incomplete = made.frame.type == "CONSULT" and either
        return made.incomplete or _is_offered(made)
    return True


def _is_violent(made: Draft, cast: Cast, *, weapon: bool, counted: bool) -> bool:
    armed = any(cast.is_armed(party) for party in made.actors)
    armed = armed or (bool(made.actors) and any(cast.is_armed(party) for party in made.recipients))
    suffers = counted or bool(made.frame.effect and made.recipients)
    return bool(armed or weapon or made.frame.mode or made.trigger.effects or suffers)


def _is_own(party: Party, made: Draft, cast: Cast) -> bool:
    """ "Trained 300 of ITS SOLDIERS": what a state gives its own army is no aid."""
    countries = {doer.country for doer in made.actors if doer.country is not None}
    owned = any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in party.token.children)
    soldiers = party.kind == "force" or party.token.lemma_.lower() in cast.lexicon.means.regular
    return soldiers and (owned or party.country in countries)


def _is_said(made: Draft) -> bool:
    """Whether a noun after "responsibility for" tells what was done; a pronoun only points at it."""
    noun = made.trigger.carried
    after = (*obliques(made.trigger.token, "for"), *(noun_complements(noun).get("for", ()) if noun else ()))
    return any(token.pos_ in {"NOUN", "PROPN", "VERB"} or token.tag_ == "WDT" for token in after)


_POLITIES: Final = frozenset({"state", "government"})
"""Those whose protest is a note, and no march."""
_PEERS: Final = frozenset({"person", "office", "state", "government"})


def _goes_abroad(made: Draft, cast: Cast) -> bool:
    """Whether the journey is to a place in a country that those who make it do not come from."""
    home = {party.country for party in made.actors}
    goals = (*obliques(made.trigger.token, "for", "to", "in"), *patients(made.trigger.token))
    ends = [cast.mentions.place_at(cast.passage, goal.i) for goal in goals]
    return any(end is not None and end.place.country not in (*home, None) for end in ends)


def _is_offered(made: Draft) -> bool:
    """Help that is offered needs no recipient in its clause ("remains ready to assist")."""
    verb = made.trigger.token
    ready = verb.dep_ in {"xcomp", "acl", "advcl"} and verb.head.lemma_.lower() in _OFFERING
    return made.frame.type == "AID" and bool(made.actors) and ready


_DUBBED: Final = frozenset({"call", "name", "dub", "codename", "code-name"})


def _has_codename(noun: Token) -> bool:
    """ "Operation BARKHANE", "Operation 1027", "an operation CALLED Barkhane"."""
    if any(child.dep_ == "acl" and child.lemma_ in _DUBBED for child in noun.children):
        return True
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    named = after.tag_ in {"NNP", "NNPS", "CD"} or (after.pos_ in {"NOUN", "ADJ"} and after.text[0].isupper())
    return noun.text[0].isupper() and after != noun and named


def _is_said_done(made: Draft) -> bool:
    """A passive with its auxiliary: "the ship WAS SUNK", but not "the ship sank"."""
    return any(child.dep_ in {"aux:pass", "cop"} for child in made.trigger.token.children)


_ASKED: Final[Mapping[str, Callable[[Draft, Cast], bool]]] = {
    "unsaid": lambda made, _: not _is_said(made),
    "town": is_town,
    "people": lambda made, _: any(party.kind in {"person", "people", "role"} for party in made.recipients),
    "polity": lambda made, _: all(party.kind in _POLITIES for party in made.actors),
    "direct": lambda made, _: any(party.direct for party in made.recipients),
    "abroad": lambda made, cast: bool(made.recipients) or _goes_abroad(made, cast),
    "passive": lambda made, _: is_passive(made.trigger.token) and _is_said_done(made),
    "state": lambda made, _: any(party.kind == "state" for party in made.recipients),
    "troops": lambda made, cast: all(is_regular(party, cast) for party in made.actors),
    "struck": is_struck,
    "missile": comes_down,
    "fallen": is_fallen,
    "codename": lambda made, _: _has_codename(made.trigger.token.doc[made.trigger.first]),
    "done": lambda made, _: bool(made.actors) or _is_said_done(made),
    "peers": lambda made, _: any(party.kind in _PEERS for party in made.recipients),
    "hostile": lambda made, cast: any(cast.is_armed(p) for p in (*made.actors, *made.recipients)),
}
"""What else a frame may need, by its word in the lexicon."""
