"""A story as the vote on parts sees it: the acts of each sentence, its nouns, what was coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from brink.code.events.lexicon import load_lexicon
from brink.code.mention import Mentions
from brink.code.parsed import Span, Token
from brink.code.passage import Passage
from brink.code.rows import Event

_HARMS: Final = frozenset({"ASSAULT", "COERCE", "THREATEN", "PROTEST", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Near:
    """A word that tells of an act, with what the event lexicon says of it."""

    at: int
    lemma: str
    says: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence has for every phrase in it: its acts of harm, and a feature a verb or noun."""

    acts: tuple[Near, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a story has for every phrase in it."""

    passages: Sequence[Passage]
    mentions: Mentions
    events: Sequence[Event]
    level: int
    """How much the story reads like a report of violence, as rounded log-odds within three."""
    assaults: int
    """How many events of violence it has, four for more."""
    sentences: dict[tuple[int, int], Surroundings]
    """By passage and first token of the sentence."""
    counts: Counter[str]
    """How often each noun stands in the story."""

    @classmethod
    def of(
        cls, passages: Sequence[Passage], mentions: Mentions, events: Sequence[Event], *, relevance: float
    ) -> Told:
        """`relevance` is the log-odds that the story reports violence."""
        counts = Counter(token.lower_ for p in passages for token in p.doc if token.pos_ in {"NOUN", "PROPN"})
        return cls(
            passages=passages,
            mentions=mentions,
            events=events,
            level=max(-3, min(3, round(relevance))),
            assaults=min(sum(event.type == "ASSAULT" for event in events), 4),
            sentences={(p.index, one.start): surroundings(one) for p in passages for one in p.doc.sents},
            counts=counts,
        )

    def around(self, passage: Passage, head: Token) -> Surroundings:
        """The sentence that holds the head of a phrase."""
        return self.sentences[passage.index, head.sent.start]


def surroundings(sentence: Span) -> Surroundings:
    lemmas = dict.fromkeys(token.lemma_.lower() for token in sentence if token.pos_ in {"VERB", "NOUN"})
    return Surroundings(tuple(acts_of(sentence)), tuple(f"beside {lemma}" for lemma in lemmas))


def acts_of(sentence: Span) -> list[Near]:
    """Verbs and nouns of acts of harm, in the order of the text."""
    lexicon = load_lexicon()
    found = []
    for token in sentence:
        part = token.pos_
        if part not in _TELLING:
            continue
        lemma = token.lemma_.lower()
        known = lexicon.verbs.get(lemma) if part in {"VERB", "AUX", "ADJ"} else None
        known = known or (lexicon.nouns.get(lemma) if part in {"NOUN", "PROPN", "VERB"} else None)
        fitting = (e.frame for e in known or () if e.frame.type == "ASSAULT" or not e.conditions)
        frame = next((frame for frame in fitting if frame.type in _HARMS), None)
        if frame is not None:
            found.append(Near(token.i, lemma, f"{frame.type} {frame.effect or frame.mode or ''}"))
    return found


_TELLING: Final = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})
