"""What the frame of an expression asks of its parties before there is a row."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.lexicon import Words
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.grammar import agents, is_passive, noun_complements, obliques, patients, subjects
from brink.code.grammar.labels import BEFORE_NAMES
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_OFFERING: Final = _LISTS["ready"]
_TAKEABLE: Final = frozenset({"point", "town", "district", "province"})


def meets(made: Draft, cast: Cast, *, weapon: bool, counted: bool) -> bool:
    """Whether what the frame asks for is there: parties, their kind, a weapon, a count of dead."""
    needs = made.frame.needs
    both = {name for party in (*made.actors, *made.recipients) for name in party.names}
    if "actor" in needs and not made.actors:
        return False
    if "recipient" in needs and not made.recipients:
        return False
    if "party" in needs and not both:
        made.incomplete = made.frame.type == "COOPERATE" and not made.trigger.nominal
        if not made.incomplete:
            return False
    if "both" in needs and not (made.actors and made.recipients):
        made.incomplete = made.frame.type == "CONSULT" and bool(both)
        if not (made.incomplete or _is_offered(made)):
            return False
    if "unsaid" in needs and _is_said(made):
        return False
    if "weapon" in needs and not weapon:
        return False
    if "town" in needs and not _is_town(made, cast):
        return False
    if "people" in needs and not any(party.kind in {"person", "people", "role"} for party in made.recipients):
        return False
    if not _is_done_by(made, cast, needs):
        return False
    if "direct" in needs and not any(party.direct for party in made.recipients):
        return False
    if "abroad" in needs and not (made.recipients or _goes_abroad(made, cast)):
        return False
    if "passive" in needs and not (is_passive(made.trigger.token) and _is_said_done(made)):
        return False
    if "state" in needs and not any(party.kind == "state" for party in made.recipients):
        return False
    if "troops" in needs and not all(_is_regular(party, cast) for party in made.actors):
        return False
    if "struck" in needs and not _is_struck(made, cast):
        return False
    if "missile" in needs and not _comes_down(made, cast):
        return False
    if "fallen" in needs and not _is_fallen(made, cast):
        return False
    if "codename" in needs and not _has_codename(made.trigger.token.doc[made.trigger.first]):
        return False
    if "done" in needs and not (made.actors or _is_said_done(made)):
        return False
    if (
        made.type == "AID"
        and made.recipients
        and all(_is_own(party, made, cast) for party in made.recipients)
    ):
        return False
    if "peers" in needs and not any(party.kind in _PEERS for party in made.recipients):
        return False
    if "hostile" in needs and not any(cast.is_armed(p) for p in (*made.actors, *made.recipients)):
        return False
    if "violence" not in needs:
        return True
    armed = any(cast.is_armed(party) for party in made.actors)
    armed = armed or (bool(made.actors) and any(cast.is_armed(party) for party in made.recipients))
    return bool(armed or weapon or made.frame.mode or made.trigger.effects or _person_suffers(made, counted))


def _is_regular(party: Party, cast: Cast) -> bool:
    """Troops or police, by name or by a word of theirs ("RIOT POLICE were deployed")."""
    return party.kind == "force" or party.token.lemma_.lower() in cast.lexicon.means.regular


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


_PEERS: Final = frozenset({"person", "office", "state", "government"})
_BY: Final = frozenset({"official", "civil", "workers", "forces", "fighters", "custody", "verbal", "arms"})


def _is_done_by(made: Draft, cast: Cast, needs: Words) -> bool:
    """Whether those who do it are such as do it: no refugees on a state visit, no minister on strike."""
    if needs.isdisjoint(_BY):
        return True
    official = any(_is_official(party) for party in made.actors)
    if "official" in needs and not official:
        return False
    if "forces" in needs and official:
        return False
    if not needs.isdisjoint({"verbal", "arms"}) and ("verbal" in needs) != _is_verbal(made, cast):
        return False
    if "civil" in needs and all(party.kind in {"people", "force"} for party in made.actors):
        return False
    named = {str(party.token.lemma_).lower() for party in made.actors}
    named |= {form for party in made.actors for form in _forms(party.token)}
    named |= {str(party.token.lower_) for party in made.actors}
    if "fighters" in needs and named.isdisjoint(cast.lexicon.means.armed - _NO_UNIT):
        return False
    if "custody" in needs and not _is_arrest(made, cast):
        return False
    return "workers" not in needs or not named.isdisjoint(cast.lexicon.means.workers)


_NO_UNIT: Final = _LISTS["no_unit"]


def _is_arrest(made: Draft, cast: Cast) -> bool:
    """Whether forces of a state capture somebody who does not serve in one: an arrest."""
    regular = cast.lexicon.means.regular
    by_state = any(p.kind == "force" or str(p.token.lemma_).lower() in regular for p in made.actors)
    served = any(p.kind == "force" or str(p.token.lemma_).lower() in regular for p in made.recipients)
    return by_state and not served


def _is_verbal(made: Draft, cast: Cast) -> bool:
    """Whether a clash is one of words: of officials or bodies without arms, or of states over a matter."""
    parties = (*made.actors, *made.recipients)
    armed = cast.lexicon.means.armed
    if any(p.kind in {"force", "group", "people"} or str(p.token.lemma_).lower() in armed for p in parties):
        return False
    if any(p.kind == "body" or _is_official(p) for p in parties):
        return True
    matter = obliques(made.trigger.token, "over")
    return bool(matter) and not any(token.lemma_ in {"border", "territory", "land"} for token in matter)


def _goes_abroad(made: Draft, cast: Cast) -> bool:
    """Whether the journey is to a place in a country that those who make it do not come from."""
    home = {party.country for party in made.actors}
    goals = (*obliques(made.trigger.token, "for", "to", "in"), *patients(made.trigger.token))
    ends = [cast.mentions.place_at(cast.passage, goal.i) for goal in goals]
    return any(end is not None and end.place.country not in (*home, None) for end in ends)


_TITLES: Final = _LISTS["titles"]


def _is_official(party: Party) -> bool:
    """An office, a person by name, or a delegation or officials of a government."""
    if party.kind in {"person", "office", "role"}:
        return True
    titled = any(str(c.lemma_).lower() in _TITLES for c in party.token.children if c.dep_ in BEFORE_NAMES)
    return titled or (party.kind == "government" and party.how in {"office", "role"})


def _is_town(made: Draft, cast: Cast) -> bool:
    """Whether what is taken is a town, a district or a spot, not a country or a thing."""
    named = [cast.mentions.actor_at(cast.passage, token.i) for token in patients(made.trigger.token)]
    if any(seat is not None and seat.how == "metonym" for seat in named):
        return any(cast.is_armed(party) for party in made.actors)
    taken = [cast.mentions.place_at(cast.passage, token.i) for token in patients(made.trigger.token)]
    return any(place is not None and place.place.precision in _TAKEABLE for place in taken)


def _is_offered(made: Draft) -> bool:
    """Help that is offered needs no recipient in its clause ("remains ready to assist")."""
    verb = made.trigger.token
    ready = verb.dep_ in {"xcomp", "acl", "advcl"} and verb.head.lemma_.lower() in _OFFERING
    return made.frame.type == "AID" and bool(made.actors) and ready


_CRITICISED: Final = frozenset({"person", "office", "role", "body", "government", "state", "media"})


def _is_struck(made: Draft, cast: Cast) -> bool:
    """Whether what came under fire is shot at: a thing, a place or a force that nobody criticises."""
    verb = made.trigger.token
    if obliques(verb, "for", "over"):
        return False
    if any(party.kind == "group" or _is_regular(party, cast) for party in made.actors):
        return True
    if made.recipients:
        return all(party.kind not in _CRITICISED or not party.direct for party in made.recipients)
    things = cast.lexicon.means.things
    under = agents(verb)
    known = any(not things.isdisjoint((token.lemma_.lower(), token.lower_)) for token in under)
    return known or any(cast.mentions.place_at(cast.passage, token.i) is not None for token in under)


_FIRED: Final = _LISTS["fired"]
_AT_SEA: Final = frozenset({"sea", "ocean", "water", "waters", "strait", "bay", "gulf"})


def _comes_down(made: Draft, cast: Cast) -> bool:
    """Whether shells and the like come down on land, and not in the sea as in a test."""
    verb = made.trigger.token
    fired = [token for token in agents(verb) if not _FIRED.isdisjoint(_forms(token))]
    fallen = obliques(verb)
    return bool(fired) and not any(
        token.lemma_.lower() in _AT_SEA or _is_water(token, cast) for token in fallen
    )


def _forms(token: Token) -> tuple[str, str]:
    """The lemma, and what it is of a plural that opens a sentence and was taken for a name."""
    return token.lemma_.lower(), token.lower_.removesuffix("s")


def _is_water(token: Token, cast: Cast) -> bool:
    place = cast.mentions.place_at(cast.passage, token.i)
    return place is not None and not _AT_SEA.isdisjoint(place.place.name.casefold().split())


def _is_fallen(made: Draft, cast: Cast) -> bool:
    """Whether it is a town, or a spot of one, that fell ("the town of Bunagana fell to M23")."""
    for subject in subjects(made.trigger.token):
        for token in (subject, *noun_complements(subject).get("of", ())):
            place = cast.mentions.place_at(cast.passage, token.i)
            if place is not None and place.place.precision in _TAKEABLE:
                return True
    return False


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


def _person_suffers(made: Draft, counted: bool) -> bool:
    return counted or bool(made.frame.effect and made.recipients)
