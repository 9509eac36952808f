"""Actors around a word of a passage: before it, after it, and under its grammar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from brink.code.grammar import conjuncts, preposition
from brink.code.grammar.labels import DASHES, GENITIVE, HYPHENS
from brink.code.mention import Mention, Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.ties.phrases import phrases

_SKIPPED: Final = frozenset({"DET", "ADJ", "NUM", "ADV", "PRON"})
_JOINTS: Final = frozenset({"and", ",", "or", "&"})
_PLACING: Final = frozenset({"in", "from", "across", "inside", "near", "around"})
_INNER: Final = frozenset({"compound", "flat", "appos", "nmod:desc", "amod"})


def one_word_names(mentions: Mentions) -> dict[str, Mention]:
    """Names of one capitalised word that the story uses, each with its first mention."""
    found: dict[str, Mention] = {}
    for mention in mentions.actors:
        if (
            mention.names
            and mention.how in {"name", "alias", "acronym", "metonym"}
            and mention.surface.isalpha()
        ):
            found.setdefault(mention.surface, mention)
    return found


class Around:
    """Looks up the actors of one passage from its tokens."""

    def __init__(self, passage: Passage, mentions: Mentions, known: Mapping[str, Mention]) -> None:
        """`known` holds the story's named mentions of one word, by that word."""
        self.passage = passage
        self._named: dict[int, Mention] = {}
        # Inside "Pakistan's archrival" the name counts, not the role that holds it.
        named = [mention for mention in mentions.in_passage(passage.index) if mention.names]
        for mention in sorted(named, key=lambda m: (m.first - m.last, m.first)):
            for token in range(mention.first, mention.last):
                self._named[token] = mention
        for mention in named:
            if mention.of is not None:
                self._qualifier(mention, mention.of)
        for mention in mentions.in_passage(passage.index):
            if not mention.names:
                self._look_inside(mention, known)

        self._opposed = self._behind_prefixes()

    def _behind_prefixes(self) -> dict[int, Mention]:
        """Names that only say whom somebody is for or against ("anti-Pakistan"); they are no party."""
        doc, found = self.passage.doc, dict[int, Mention]()
        for hyphen in range(1, len(doc) - 1):
            name = self._named.get(hyphen + 1)
            prefix = doc[hyphen - 1].lower_
            joined = doc[hyphen].text in HYPHENS and prefix in phrases().prefixes
            if name is None or not joined or hyphen + 1 not in {name.first, name.last - 1}:
                continue
            for place in range(name.first, name.last):
                self._named.pop(place, None)
            found.update(dict.fromkeys(range(hyphen - 1, name.last), name))
        return found

    def behind_prefix(self, token: int) -> Mention | None:
        """The name behind the prefix at `token`: "Pakistan" at the first word of "anti-Pakistan"."""
        return self._opposed.get(token)

    def _look_inside(self, role: Mention, known: Mapping[str, Mention]) -> None:
        if role.of is not None:
            self._qualifier(role, role.of)
        for token in self.passage.doc[role.first : role.last]:
            name = known.get(token.text)
            if name is not None and token.i not in self._named:
                self._named[token.i] = replace(
                    name, passage=role.passage, first=token.i, last=token.i + 1, head=token.i
                )

    def _qualifier(self, role: Mention, name: str) -> None:
        """Let the name inside "India's old rival" stand for India."""
        doc, last = self.passage.doc, role.first
        while last < role.last - 1 and doc[last].text not in GENITIVE:
            # The article of "al-Qaida" is a small word within a name.
            if doc[last].text.islower() and doc[last + 1].text not in HYPHENS:
                break
            last += 1
        owner = replace(
            role, names=(name,), kind="unknown", how="name", first=role.first, last=last, head=last - 1
        )
        self._named.update(dict.fromkeys(range(role.first, last), owner))

    def is_placed(self, mention: Mention) -> bool:
        """Whether the name only says where somebody is: "groups in Mali are allied with"."""
        before = self.passage.doc[max(0, mention.first - 2) : mention.first]
        return any(token.lower_ in _PLACING and token.pos_ == "ADP" for token in before)

    def topic(self, token: Token) -> Mention | None:
        """The name that an entry of a roster opens with: "ELN – rebels; enemy of Bogotá"."""
        start = int(token.sent.start)
        while start < token.i and self.passage.doc[start].pos_ in {"PUNCT", "DET", "SYM"}:
            start += 1
        named = self.at(start)
        if named is None or named.first != start or named.last >= token.i:
            return None
        return named if self.passage.doc[named.last].text in DASHES else None

    def coordinated_before(self, mention: Mention) -> list[Mention]:
        """The actor with those joined to it from the left by "and"."""
        found, doc = [mention], self.passage.doc
        while found[0].first > 1 and doc[found[0].first - 1].lower_ in _JOINTS and len(found) < 6:
            place = found[0].first - 1
            while place > 0 and doc[place].lower_ in _JOINTS:
                place -= 1
            before = self.at(place)
            if before is None or before.last != place + 1:
                break
            found.insert(0, before)
        joined = any(doc[m.first - 1].lower_ in {"and", "&", "or"} for m in found[1:])
        return found if joined else [mention]

    def at(self, token: int) -> Mention | None:
        """The named actor that covers the token."""
        return self._named.get(token)

    def of(self, head: Token) -> list[Mention]:
        """Actors a noun phrase stands for, its coordinated members included."""
        found = [self._one(member) for member in conjuncts(head)]
        return [mention for mention in found if mention is not None]

    def of_all(self, heads: Iterable[Token]) -> list[Mention]:
        """Actors that these heads stand for, each once."""
        found: list[Mention] = []
        for head in heads:
            mention = self._one(head)
            if mention is not None and mention not in found:
                found.append(mention)
        return found

    def _one(self, head: Token) -> Mention | None:
        here = self.at(head.i)
        if here is not None:
            named = self.at(head.head.i) if head.dep_ == "appos" and here.how == "role" else None
            # "The TTP, the largest group in Afghanistan": what it is called is it.
            return named if named is not None and named.how in {"name", "alias", "acronym"} else here
        inner = [child for child in head.children if child.dep_ in _INNER and abs(child.i - head.i) <= 6]
        for child in sorted(inner, key=lambda c: (c.dep_ != "appos", -c.i)):
            mention = self.at(child.i)
            if mention is not None and (child.dep_ != "amod" or head.lemma_ in phrases().people_of):
                return mention
        if head.lemma_ in phrases().people_of:
            for child in head.children:
                if child.dep_ == "nmod:poss" and self.at(child.i) is not None:
                    return self.at(child.i)
                if child.dep_ == "nmod" and preposition(child) in {"of", "from"}:
                    return self.at(child.i)
        return None

    def before(self, token: int, *, skip: Iterable[str] = ()) -> Mention | None:
        """The actor that ends right before the token, adjectives and the given words skipped."""
        doc, allowed, place, passed = self.passage.doc, frozenset(skip), token - 1, False
        for _ in range(5):
            if place < 0:
                return None
            mention = self.at(place)
            if mention is not None:
                # In "his uncle left" it is not he who leaves.
                return None if passed and mention.how == "pronoun" else mention
            word = doc[place]
            passed = passed or word.pos_ == "NOUN"
            if word.lower_ not in allowed and word.pos_ not in {"ADJ", "ADV", "NUM"} and word.tag_ != "NN":
                return None
            place -= 1
        return None

    def after(self, token: int, *, skip: Iterable[str] = ()) -> Mention | None:
        """The actor that starts soon after the token, determiners and adjectives skipped."""
        doc, allowed, place = self.passage.doc, frozenset(skip), token + 1
        while place < min(len(doc), token + 6 + self._prefixed_from(token)):
            mention = self.at(place)
            if mention is not None:
                return mention
            word = doc[place]
            people = word.lemma_ in phrases().people_of or (word.lower_ == "of" and place > token + 1)
            skipped = word.pos_ in _SKIPPED or word.lower_ in allowed or place in self._opposed
            if not skipped and not people:
                return None
            place += 1
        return None

    def _prefixed_from(self, token: int) -> int:
        """Tokens of an "anti-Pakistan" close behind the token, which do not count as distance."""
        return sum(place in self._opposed for place in range(token + 1, token + 6))

    def coordinated_after(self, mention: Mention) -> list[Mention]:
        """The actor with those joined to it by commas and "and"."""
        found, place = [mention], mention.last
        doc, closed = self.passage.doc, 1
        while place < len(doc) and doc[place].lower_ in _JOINTS and len(found) < 20:
            following = self.after(place, skip={"and", "or"})
            if following is None or following.first - place > 4 or following.how in {"role", "office"}:
                break
            found.append(following)
            # "the ELN, Garcia" is no list; one is closed by its "and".
            if any(token.lower_ in {"and", "or", "&"} for token in doc[place : following.first]):
                closed = len(found)
            place = following.last
        return found[:closed]
