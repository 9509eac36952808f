"""Who stands at a place around a verb or noun, as far as the text lets us name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from brink.code.events.around import is_opposed
from brink.code.events.belonging import counted, held
from brink.code.events.lexicon import Lexicon
from brink.code.events.wording import is_no, noun_phrase, without_times
from brink.code.grammar import (
    agents,
    conjuncts,
    governor,
    noun_complements,
    passive_agents,
    reporting_verb,
    subjects,
)
from brink.code.mention import ActorKind, Mention, Mentions
from brink.code.parsed import Token
from brink.code.stance import Attributions

_OWNERS: Final = ("poss", "amod", "compound")
_WHOLES: Final = {"actor": ("of", "by"), "recipient": ("of", "from", "by", "with", "between")}
_PORTIONS: Final = frozenset(
    {"member", "group", "people", "dozen", "hundred", "thousand", "number", "couple"}
)
_FIRST_PERSON: Final = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})
_THIRD_PERSON: Final = frozenset({"he", "she", "it", "they"})
_GIVEN_TO_OTHERS: Final = frozenset(
    {"sell", "give", "donate", "supply", "send", "lend", "provide", "ship", "smuggle", "offer", "deliver"}
    | {"fight", "attack", "bomb", "shell", "shoot", "strike", "hit", "invade", "threaten", "accuse", "blame"}
)
"""What a state does to the army of another, not to its own."""
_BEFALLEN: Final = frozenset(
    {"displaced", "wounded", "injured", "needy", "poor", "hungry", "homeless", "sick", "bereaved", "besieged"}
)
"""People by what befell them: "tents for THE DISPLACED"."""
_FLOWN: Final = frozenset(
    {"aircraft", "plane", "jet", "warplane", "drone", "helicopter", "artillery", "missile", "rocket", "tank"}
    | {"shell", "gunboat", "warship", "mortar", "gun", "bomber", "gunship", "vessel", "boat"}
)
"""What those fight with before whose name it stands: "COALITION aircraft", "REBEL rockets"."""
_TITLES: Final = frozenset({"compound", "flat", "nmod:desc"})
_ARMED_KINDS: Final = frozenset({"state", "government", "force", "group"})


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: the names rows print, and the token they were read from."""

    names: tuple[str, ...]
    token: Token
    kind: ActorKind
    named: bool
    """Whether the names are canonical, not the words of the text."""
    because: str
    how: str
    direct: bool
    """Whether the party stands at the place itself, not inside the phrase that does."""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Finds parties in one passage."""

    passage: int
    mentions: Mentions
    lexicon: Lexicon
    attributions: Attributions

    def speaker(self, token: Token, *, part: str) -> list[Party]:
        """Who is said to say the words at a token, by the innermost attribution."""
        for attribution in reversed(self.attributions.covering(self.passage, token.i)):
            if attribution.holder is not None:
                because = f"{part} {attribution.holder}, whose words these are"
                kind, served = self._known(attribution.holder)
                return [Party((attribution.holder,), token, kind, True, because, "speaker", False, served)]
        return []

    def _known(self, name: str) -> tuple[ActorKind, str | None]:
        for mention in self.mentions.actors:
            if name in mention.names:
                return mention.kind, mention.country
        return "unknown", None

    def behind(self, party: Party) -> Party:
        """Whose deeds a press wing tells: the forces it speaks for, in its place."""
        if party.kind != "force":
            return party
        for mention in self.mentions.actors:
            if mention.kind == "force" and mention.serves and party.names[0] in mention.names:
                because = f"{party.because}, which speaks for {mention.serves}"
                return replace(party, names=(mention.serves,), because=because)
        return party

    def _we(self, token: Token, part: str) -> list[Party]:
        """Who "we" and "our" stand for: whom the speaker serves, else the speaker."""
        spoken = self.speaker(token, part=part)
        for party in spoken:
            served = next(
                (m.serves for m in self.mentions.actors if party.names[0] in m.names and m.serves), None
            )
            if served is not None and token.lower_ not in {"i", "my", "me"}:
                because = f"{part} {served}, for which {party.names[0]} says “{token.text}”"
                return [Party((served,), token, "state", True, because, "pronoun", True, party.country)]
        return [replace(party, token=token, direct=True) for party in spoken]

    def _said_of_oneself(self, token: Token, part: str) -> list[Party]:
        """ "He" in "the prosecutor said he would arrest him": the subject of what is said is the speaker."""
        if token.lower_ not in _THIRD_PERSON:
            return []
        clause = governor(token)
        verb = reporting_verb(clause)
        if verb is None or token not in subjects(clause):
            return []
        if token.lower_ == "they" and verb.i > token.i:
            # "They killed 18 soldiers, THE ARMY SAID" is told of others than those who say it.
            return []
        return [replace(party, how="pronoun") for party in self.at(agents(verb), part=part)]

    def at(self, tokens: Iterable[Token], *, part: str) -> list[Party]:
        """The parties that these heads of phrases stand for, each name once."""
        found: list[Party] = []
        seen: set[str] = set()
        for token in tokens:
            for party in self._of(token, part=part):
                fresh = tuple(name for name in party.names if name not in seen)
                if fresh:
                    seen.update(fresh)
                    found.append(party)
        return found

    def _of(self, token: Token, *, part: str) -> list[Party]:
        if part == "recipient" and any(is_no(child) for child in token.children):
            return []
        token = counted(token)
        if token.lower_ == "state" and _is_condition(token):
            return []
        if token.lower_.endswith(("self", "selves")) or (part == "actor" and is_opposed(token)):
            return []
        mention = self.mentions.actor_at(self.passage, token.i)
        if mention is not None and self._is_where(mention, token):
            return []
        if mention is not None and mention.kind != "person" and (named := self._set_after(token, part)):
            return named
        if mention is not None and mention.names and self._is_another(mention, token, part):
            return self._described(token, part)
        if mention is not None and mention.names:
            because = f"{part} {_listed(mention)} from “{mention.surface}”"
            return [self._mentioned(mention, token, because)]
        if token.lower_ in _FIRST_PERSON:
            return self._we(token, part)
        if token.pos_ == "PRON":
            said = self._said_of_oneself(token, part)
            if said or mention is None or not mention.label:
                return said
            return [self._mentioned(mention, token, f"{part} “{mention.surface}”, meant by “{token.text}”")]
        named = self._examples(token, part) or self._named_beside(token, part)
        if named:
            return named
        if mention is not None:
            return [
                self._mentioned(mention, token, f"{part} “{mention.surface}”, whom the story does not name")
            ]
        return self._inside(token, part) or self._described(token, part)

    def _is_another(self, mention: Mention, token: Token, part: str) -> bool:
        """Whether "the junta" in "France condemned the junta" can be no word for France.

        A noun with its article stands for somebody else than the subject of its own clause; nor is the army
        that a state sells rifles to its own.
        """
        if mention.how != "description" or not any(child.dep_ == "det" for child in token.children):
            return False
        for subject in subjects(governor(token)):
            other = self.mentions.actor_at(self.passage, subject.i) if subject != token else None
            if other is None or other.kind != "state":
                continue
            given = part == "recipient" and governor(token).lemma_ in _GIVEN_TO_OTHERS
            if set(other.names) & set(mention.names) or (given and other.country == mention.country):
                return True
        return False

    def _is_where(self, mention: Mention, token: Token) -> bool:
        """The country after a place in "struck Kobani, northern SYRIA", which only says where it is."""
        doc, comma = token.doc, mention.first - 1
        while comma > 0 and doc[comma].pos_ in {"ADJ", "PUNCT"} and doc[comma].text != ",":
            comma -= 1
        if mention.kind != "state" or mention.how != "name" or comma < 1 or doc[comma].text != ",":
            return False
        before = self.mentions.place_at(self.passage, comma - 1)
        inside = before is not None and before.place.precision not in {"country", "region"}
        return inside and before is not None and before.place.country == mention.country

    def _described(self, token: Token, part: str) -> list[Party]:
        """People the text tells of without a name, under its words."""
        named_by_state = token.lower_ in _BEFALLEN and any(child.lower_ == "the" for child in token.children)
        # "The use of FORCE" uses nobody.
        bare = token.lower_ == "force" and not any(
            child.i < token.i and child.dep_ != "case" for child in token.children
        )
        people = not bare and token.pos_ in {"NOUN", "NUM"} and self._is_people(token)
        if not (people or named_by_state):
            return []
        words = noun_phrase(token)
        because = f"{part} in the words of the text, “{words}”"
        return [Party((words,), token, "people", False, because, "description", True)]

    def _is_people(self, token: Token) -> bool:
        """A noun of people, one of its compounds too ("DOCKWORKERS")."""
        lemma = token.lemma_.lower()
        return lemma in self.lexicon.means.people or lemma.endswith(("worker", "workers"))

    def _named_beside(self, token: Token, part: str) -> list[Party]:
        """The names in apposition to a role: "the group's LEADER, Omar Khan, was killed"."""
        beside = [head for child in token.children if child.dep_ == "appos" for head in conjuncts(child)]
        found: list[Party] = []
        for name in beside:
            mention = self.mentions.actor_at(self.passage, name.i)
            if mention is not None and mention.names and mention.kind == "person":
                because = f"{part} {_listed(mention)}, named beside “{token.text}”"
                found.append(self._mentioned(mention, name, because))
        return found

    def _set_after(self, token: Token, part: str) -> list[Party]:
        """Milan in "Milan Radic, a Serb POLITICIAN who admitted the ambush": the name, and not his people."""
        name = token.head if token.dep_ == "appos" and token.head.i < token.i else None
        mention = self.mentions.actor_at(self.passage, name.i) if name is not None else None
        if name is None or mention is None or mention.kind != "person" or len(mention.names) != 1:
            return []
        because = f"{part} {_listed(mention)}, who is the “{token.text}”"
        return [self._mentioned(mention, name, because)]

    def _examples(self, token: Token, part: str) -> list[Party]:
        """The names after "groups like" and "groups such as"."""
        complements = noun_complements(token)
        found: list[Party] = []
        for tie in ("like", "such as", "including"):
            for inner in complements.get(tie, ()):
                mention = self.mentions.actor_at(self.passage, inner.i)
                if mention is not None and mention.names:
                    because = f"{part} {_listed(mention)}, an example of “{token.text}”"
                    found.append(self._mentioned(mention, inner, because, direct=False))
        return found

    def _inside(self, token: Token, part: str) -> list[Party]:
        """The owner, maker or whole inside a phrase whose head names nobody ("Sudan's PLANES")."""
        complements = noun_complements(token)
        lemma = token.lemma_.lower()
        person = lemma in self.lexicon.means.people and not self._is_deed(token)
        owners = [] if person else [inner for tie in _OWNERS for inner in complements.get(tie, ())]
        for inner in owners:
            mention = self.mentions.actor_at(self.passage, inner.i)
            if mention is not None and not (part == "actor" and is_opposed(inner)):
                because = f"{part} {_listed(mention)} from “{inner.text}” before “{token.text}”"
                return [self._mentioned(mention, inner, because, direct=False)]
        wholes = [tie for tie in _WHOLES[part] if not person or lemma in _PORTIONS]
        if token.lower_ in _BEFALLEN:
            # "Delivered to the displaced BY THE RED CRESCENT" says who delivered.
            wholes = []
        for tie, inner in [(each, found) for each in wholes for found in complements.get(each, ())]:
            mention = self.mentions.actor_at(self.passage, inner.i)
            if mention is not None and (mention.names or not person):
                because = f"{part} {_listed(mention)} from “{tie} {mention.surface}” after “{token.text}”"
                return [self._mentioned(mention, inner, because, direct=False)]
        return (
            self._deeper(token, part)
            or self._sides_below(token, part)
            or self._made_by(token, part)
            or ([] if person or part == "actor" else self._people_of(complements))
        )

    def _is_deed(self, noun: Token) -> bool:
        """ "Troop MOVEMENTS" are no movement of people with a cause."""
        before = {str(child.lower_) for child in noun.children if child.i < noun.i}
        expressions = self.lexicon.nouns.get(noun.lemma_.lower(), ())
        return any(set(one.beside) <= before for one in expressions if one.beside and not one.follows)

    def _people_of(self, complements: dict[str, tuple[Token, ...]]) -> list[Party]:
        """People without a name whose thing it is: "froze the assets of EIGHT FIRMS", "a judge's CAR"."""
        owners = [inner for tie in ("poss", "of") for inner in complements.get(tie, ())]
        found = [party for inner in owners for party in self._described(inner, "recipient")]
        return [replace(party, direct=False) for party in found]

    def _sides_below(self, token: Token, part: str) -> list[Party]:
        """Chad and Mali in "welcomed a resumption of ties BETWEEN CHAD AND MALI"."""
        found: list[Party] = []
        for matter in noun_complements(token).get("of", ()) if part == "recipient" else ():
            complements = noun_complements(matter)
            for inner in (*complements.get("between", ()), *complements.get("with", ())):
                mention = self.mentions.actor_at(self.passage, inner.i)
                if mention is not None and mention.names:
                    because = f"{part} {_listed(mention)} from “{matter.text}” of “{token.text}”"
                    found.append(self._mentioned(mention, inner, because, direct=False))
        return found

    def _deeper(self, token: Token, part: str) -> list[Party]:
        """ "Chinese" in "Chinese coast guard vessel", and for recipients "junta" in "junta base"."""
        for child in token.children:
            if child.dep_ not in {"compound", "nmod:poss"}:
                continue
            for inner in child.children:
                mention = self.mentions.actor_at(self.passage, inner.i)
                if mention is not None and inner.dep_ in {"amod", "compound", "nmod:poss"}:
                    because = f"{part} {_listed(mention)} from “{inner.text}” before “{token.text}”"
                    return [self._mentioned(mention, inner, because, direct=False)]
            whose = str(child.lemma_).lower()
            if part == "actor" and whose in self.lexicon.means.armed and token.lemma_.lower() in _FLOWN:
                because = f"actor in the words of the text, “{child.text}”"
                return [Party((child.lower_,), child, "role", False, because, "description", False)]
            matter = token.lemma_.lower() in self.lexicon.means.matters
            matter = matter or token.lemma_.lower() in self.lexicon.means.people
            if part == "recipient" and not matter and child.lemma_.lower() in self.lexicon.means.people:
                because = f"{part} in the words of the text, “{child.text}”"
                return [Party((child.text,), child, "role", False, because, "description", False)]
        return []

    def _made_by(self, token: Token, part: str) -> list[Party]:
        """Who stands in a clause on the noun: "a bomb planted BY THE REBELS", "a bus carrying MINERS"."""
        for child in token.children:
            if child.dep_ not in {"acl", "acl:relcl"}:
                continue
            beside = passive_agents(child) if child.dep_ == "acl" and child.tag_ == "VBN" else ()
            carried = held(child) if part == "recipient" and not beside and child.i > token.i else ()
            # "Trucks carrying food from Algeria" hold nobody.
            inner = self.at(beside, part=part) or [p for p in self.at(carried, part=part) if p.direct]
            if inner:
                return inner
        return []

    def _mentioned(self, mention: Mention, token: Token, because: str, *, direct: bool = True) -> Party:
        return Party(
            mention.names or without_times(mention.label),
            token,
            mention.kind,
            bool(mention.names),
            because,
            mention.how,
            direct,
            mention.country,
        )

    def is_armed(self, party: Party) -> bool:
        """Whether the party is one that uses force: a state, force or group, or people named by arms."""
        if party.kind in _ARMED_KINDS:
            return True
        words = {part.lower() for name in party.names for part in name.split()}
        words |= {str(party.token.lemma_).lower(), str(party.token.lower_)}
        words |= {str(c.lower_) for c in party.token.children if c.dep_ in _TITLES and c.i < party.token.i}
        return not words.isdisjoint(self.lexicon.means.armed)


def _is_condition(state: Token) -> bool:
    """ "A STATE of emergency" is no state."""
    return any(noun.lemma_.lower() in _CONDITIONS for noun in noun_complements(state).get("of", ()))


_CONDITIONS: Final = frozenset(
    {
        "emergency",
        "siege",
        "alert",
        "war",
        "calamity",
        "disaster",
        "exception",
        "affair",
        "mourning",
        "readiness",
    }
)


def _listed(mention: Mention) -> str:
    return " and ".join(mention.label)
