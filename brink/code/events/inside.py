"""Whose a thing is whose own name names nobody: "Sudan's PLANES", "a bus carrying MINERS"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brink.code.events.around_noun import is_opposed
from brink.code.events.belonging import held
from brink.code.events.party import Party, listed, mentioned
from brink.code.grammar import noun_complements, passive_agents
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

if TYPE_CHECKING:
    from brink.code.events.parties import Cast

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_OWNERS: Final = ("poss", "amod", "compound")
_WHOLES: Final = {"actor": ("of", "by"), "recipient": ("of", "from", "by", "with", "between")}
_PORTIONS: Final = frozenset(
    {"member", "group", "people", "dozen", "hundred", "thousand", "number", "couple"}
)
_FLOWN: Final = _LISTS["fought_with"]
_HEADING: Final = frozenset({"command", "head", "found", "back", "support", "fund", "ally", "aid"})
"""What is done to a group by those who are not all of it: "a faction COMMANDED by a warlord"."""
_SENT: Final = frozenset({"bomber", "attacker", "gunman", "fighter", "men", "man"})
"""Those with whom a thing is attacked: "a camp WITH SUICIDE BOMBERS"."""
BEFALLEN: Final = _LISTS["befallen"]


def inside(cast: Cast, token: Token, part: str) -> list[Party]:
    """The owner, maker or whole inside a phrase whose head names nobody ("Sudan's PLANES")."""
    complements = noun_complements(token)
    lemma = token.lemma_.lower()
    person = lemma in cast.lexicon.means.people and not _is_deed(cast, token)
    owners = [] if person else [inner for tie in _OWNERS for inner in complements.get(tie, ())]
    for inner in owners:
        mention = cast.mentions.actor_at(cast.passage, inner.i)
        if mention is not None and not (part == "actor" and is_opposed(inner)):
            because = f"{part} {listed(mention)} from “{inner.text}” before “{token.text}”"
            return [mentioned(mention, inner, because, direct=False)]
    wholes = [tie for tie in _WHOLES[part] if not person or lemma in _PORTIONS]
    if token.lower_ in BEFALLEN:
        # "Delivered to the displaced BY THE RED CRESCENT" says who delivered.
        wholes = []
    for tie, inner in [(each, found) for each in wholes for found in complements.get(each, ())]:
        if tie == "with" and inner.lemma_.lower() in _SENT:
            continue
        if tie == "by" and part == "recipient" and lemma in cast.lexicon.means.things:
            # "The raid on the SHIP BY ISRAEL" was not on Israel.
            continue
        mention = cast.mentions.actor_at(cast.passage, inner.i)
        if mention is not None and (mention.names or not person):
            because = f"{part} {listed(mention)} from “{tie} {mention.surface}” after “{token.text}”"
            return [mentioned(mention, inner, because, direct=False)]
    return (
        _deeper(cast, token, part)
        or _sides_below(cast, token, part)
        or _made_by(cast, token, part)
        or ([] if person or part == "actor" else _people_of(cast, complements))
    )


def _is_deed(cast: Cast, noun: Token) -> bool:
    """ "Troop MOVEMENTS" are no movement of people with a cause."""
    before = {str(child.lower_) for child in noun.children if child.i < noun.i}
    expressions = cast.lexicon.nouns.get(noun.lemma_.lower(), ())
    return any(set(one.beside) <= before for one in expressions if one.beside and not one.follows)


def _people_of(cast: Cast, complements: dict[str, tuple[Token, ...]]) -> list[Party]:
    """People without a name whose thing it is: "froze the assets of EIGHT FIRMS", "a judge's CAR"."""
    owners = [inner for tie in ("poss", "of") for inner in complements.get(tie, ())]
    found = [party for inner in owners for party in cast.described(inner, "recipient")]
    return [replace(party, direct=False) for party in found]


def _sides_below(cast: Cast, token: Token, part: str) -> list[Party]:
    """Chad and Mali in "welcomed a resumption of ties BETWEEN CHAD AND MALI"."""
    found: list[Party] = []
    for matter in noun_complements(token).get("of", ()) if part == "recipient" else ():
        complements = noun_complements(matter)
        for inner in (*complements.get("between", ()), *complements.get("with", ())):
            mention = cast.mentions.actor_at(cast.passage, inner.i)
            if mention is not None and mention.names:
                because = f"{part} {listed(mention)} from “{matter.text}” of “{token.text}”"
                found.append(mentioned(mention, inner, because, direct=False))
    return found


def _deeper(cast: Cast, token: Token, part: str) -> list[Party]:
    """ "Chinese" in "Chinese coast guard vessel", and for recipients "junta" in "junta base"."""
    for child in token.children:
        if child.dep_ not in {"compound", "nmod:poss"}:
            continue
        for inner in child.children:
            mention = cast.mentions.actor_at(cast.passage, inner.i)
            if mention is not None and inner.dep_ in {"amod", "compound", "nmod:poss"}:
                because = f"{part} {listed(mention)} from “{inner.text}” before “{token.text}”"
                return [mentioned(mention, inner, because, direct=False)]
        whose = str(child.lemma_).lower()
        if part == "actor" and whose in cast.lexicon.means.armed and token.lemma_.lower() in _FLOWN:
            because = f"actor in the words of the text, “{child.text}”"
            return [Party((child.lower_,), child, "role", False, because, "description", False)]
        matter = token.lemma_.lower() in cast.lexicon.means.matters
        matter = matter or token.lemma_.lower() in cast.lexicon.means.people
        matter = matter or child.lower_ in _CARRIED
        if part == "recipient" and not matter and child.lemma_.lower() in cast.lexicon.means.people:
            because = f"{part} in the words of the text, “{child.text}”"
            return [Party((child.text,), child, "role", False, because, "description", False)]
    return []


_CARRIED: Final = frozenset({"passenger", "commuter", "tourist", "pilgrim"})
"""Before a train or a bus, what kind it is: nobody's "PASSENGER train"."""
_BROKERING: Final = frozenset({"broker", "mediate", "facilitate", "sponsor", "guarantee", "host"})
_BACKING: Final = _LISTS["backing"]


def _made_by(cast: Cast, token: Token, part: str) -> list[Party]:
    """Who stands in a clause on the noun: "a bomb planted BY THE REBELS", "a bus carrying MINERS"."""
    for child in token.children:
        if child.dep_ not in {"acl", "acl:relcl"} or child.lemma_ in _HEADING:
            continue
        if child.lemma_ in _BACKING or child.lemma_ in _BROKERING:
            # Who backs criminals is not the criminals, and who brokers a truce keeps none.
            continue
        beside = passive_agents(child) if child.dep_ == "acl" and child.tag_ == "VBN" else ()
        carried = held(child) if part == "recipient" and not beside and child.i > token.i else ()
        # "Trucks carrying food from Algeria" hold nobody.
        inner = cast.at(beside, part=part) or [p for p in cast.at(carried, part=part) if p.direct]
        if child.lemma_ == "lead" and any(party.kind not in {"state", "government"} for party in inner):
            continue
        if inner:
            return inner
    return []
