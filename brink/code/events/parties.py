"""Who stands at a place around a verb or noun, as far as the text lets us name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from brink.code.events.around_noun import is_opposed
from brink.code.events.belonging import counted
from brink.code.events.inside import BEFALLEN, inside
from brink.code.events.lexicon import Lexicon
from brink.code.events.numbered import numbered
from brink.code.events.oneself import ONE, is_of_others
from brink.code.events.party import Party, listed, mentioned
from brink.code.events.set_beside import examples, named_beside, set_after
from brink.code.events.wording import is_no, noun_phrase
from brink.code.grammar import (
    agents,
    governor,
    noun_complements,
    reporting_verb,
    subjects,
)
from brink.code.grammar.free_relative import meant_by
from brink.code.grammar.labels import BEFORE_NAMES, SPEAKER
from brink.code.mention import ActorKind, Mention, Mentions
from brink.code.parsed import Token
from brink.code.stance import Attributions
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_THIRD_PERSON: Final = frozenset({"he", "she", "it", "they"})
_GIVEN_TO_OTHERS: Final = _LISTS["done_to_other_armies"]
_ARMED_KINDS: Final = frozenset({"state", "government", "force", "group"})


_SUFFERING: Final = frozenset({"obj", "nsubj:pass", "nmod"})


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
        speakers = agents(verb)
        said = self.at(speakers, part=part)
        if is_of_others(token, verb, speakers, said):
            return []
        return [replace(party, how="pronoun") for party in said]

    def at(self, tokens: Iterable[Token], *, part: str) -> list[Party]:
        """The parties that these heads of phrases stand for, each name once."""
        found: list[Party] = []
        seen: set[str] = set()
        for token in tokens:
            for party in numbered(self, token, part) or self._of(token, part=part):
                fresh = tuple(name for name in party.names if name not in seen)
                if fresh:
                    seen.update(fresh)
                    found.append(party)
        return found

    def _of(self, token: Token, *, part: str) -> list[Party]:
        if part == "recipient" and any(is_no(child) for child in token.children):
            return []
        token = counted(meant_by(token))
        if token.lower_ == "state" and _is_condition(token):
            return []
        if token.lower_.endswith(("self", "selves")) or (part == "actor" and is_opposed(token)):
            return []
        mention = self.mentions.actor_at(self.passage, token.i)
        if mention is not None and self._is_where(mention, token):
            return []
        if mention is not None and mention.kind != "person" and (named := set_after(self, token, part)):
            return named
        if mention is not None and mention.names and self._is_another(mention, token, part):
            return self.described(token, part)
        if mention is not None and part == "recipient" and mention.how in {"role", "office"}:
            # What befalls "the TTP's leader, NOOR WALI MEHSUD," befalls him.
            stands = not mention.plural and token.dep_ in _SUFFERING
            if stands and (one := named_beside(self, token, part)):
                return [replace(party, token=token) for party in one]
        if mention is not None and mention.names:
            because = f"{part} {listed(mention)} from “{mention.surface}”"
            return [mentioned(mention, token, because)]
        if token.lower_ in SPEAKER:
            return self._we(token, part)
        if token.pos_ == "PRON":
            said = self._said_of_oneself(token, part)
            many = (
                mention is not None and token.lower_ in ONE and (mention.plural or mention.kind == "people")
            )
            if said or mention is None or not mention.label or many:
                return said
            return [mentioned(mention, token, f"{part} “{mention.surface}”, meant by “{token.text}”")]
        named = examples(self, token, part) or named_beside(self, token, part)
        if named:
            return named
        if mention is not None:
            return [mentioned(mention, token, f"{part} “{mention.surface}”, whom the story does not name")]
        return inside(self, token, part) or self.described(token, part)

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

    def described(self, token: Token, part: str) -> list[Party]:
        """People the text tells of without a name, under its words."""
        named_by_state = token.lower_ in BEFALLEN and any(child.lower_ == "the" for child in token.children)
        # "The use of FORCE" uses nobody.
        bare = token.lower_ == "force" and not any(
            child.i < token.i and child.dep_ != "case" for child in token.children
        )
        common = token.pos_ in {"NOUN", "NUM"} or _is_plain_plural(token)
        people = not bare and common and self._is_people(token)
        if not (people or named_by_state):
            return []
        words = noun_phrase(token)
        because = f"{part} in the words of the text, “{words}”"
        return [Party((words,), token, "people", False, because, "description", True)]

    def _is_people(self, token: Token) -> bool:
        """A noun of people, one of its compounds too ("DOCKWORKERS")."""
        lemma = token.lemma_.lower()
        if _is_plain_plural(token):
            lemma = token.lower_.removesuffix("s")
        return lemma in self.lexicon.means.people or lemma.endswith(("worker", "workers"))

    def is_armed(self, party: Party) -> bool:
        """Whether the party is one that uses force: a state, force or group, or people named by arms."""
        if party.kind in _ARMED_KINDS:
            return True
        words = {part.lower() for name in party.names for part in name.split()}
        words |= {str(party.token.lemma_).lower(), str(party.token.lower_)}
        words |= {
            str(c.lower_) for c in party.token.children if c.dep_ in BEFORE_NAMES and c.i < party.token.i
        }
        words |= {"armed"} & {str(child.lower_) for child in party.token.children}
        return not words.isdisjoint(self.lexicon.means.armed)


def _is_plain_plural(token: Token) -> bool:
    """ "PENSIONERS picketed the ministry", "gave CHRISTIANS a week": a plural that its capital made one."""
    capital = token.tag_ == "NNPS" or token.i == token.sent.start
    return token.pos_ == "PROPN" and capital and token.lower_.endswith("s") and not token.text.isupper()


def _is_condition(state: Token) -> bool:
    """ "A STATE of emergency" is no state."""
    return any(noun.lemma_.lower() in _CONDITIONS for noun in noun_complements(state).get("of", ()))


_CONDITIONS: Final = _LISTS["conditions"]
