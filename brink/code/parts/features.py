"""What the vote on parts looks at: a phrase, its governors, the acts near it, what the coder made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from brink.code.events.lexicon import load_lexicon
from brink.code.grammar import is_passive, preposition
from brink.code.mention import Mentions
from brink.code.parsed import Span, Token
from brink.code.parts.kinds import kinds_of
from brink.code.parts.phrases import Phrase
from brink.code.passage import Passage
from brink.code.rows import Event

_WINDOW = 3
_HARMS: Final = frozenset({"ASSAULT", "COERCE", "THREATEN", "PROTEST", "MOBILIZE"})
_STILL: Final = frozenset({"det", "case", "punct", "aux", "aux:pass", "mark", "cc", "cop"})


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
    """A story as the vote sees it."""

    passages: Sequence[Passage]
    mentions: Mentions
    events: Sequence[Event]
    relevance: float
    """How much the story reads like a report of violence, as a log-odds."""
    sentences: dict[tuple[int, int], Surroundings] = field(default_factory=dict)
    """By passage and first token of the sentence."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each noun stands in the story."""

    @classmethod
    def of(
        cls, passages: Sequence[Passage], mentions: Mentions, events: Sequence[Event], *, relevance: float
    ) -> Told:
        counts = Counter(token.lower_ for p in passages for token in p.doc if token.pos_ in {"NOUN", "PROPN"})
        return cls(
            passages=passages,
            mentions=mentions,
            events=events,
            relevance=relevance,
            sentences={(p.index, one.start): surroundings(one) for p in passages for one in p.doc.sents},
            counts=counts,
        )

    def around(self, phrase: Phrase) -> Surroundings:
        """The sentence that holds the head of a phrase."""
        passage = self.passages[phrase.passage]
        return self.sentences[passage.index, passage.doc[phrase.head].sent.start]


def surroundings(sentence: Span) -> Surroundings:
    lemmas = {token.lemma_.lower() for token in sentence if token.pos_ in {"VERB", "NOUN"}}
    return Surroundings(tuple(acts_of(sentence)), tuple(f"beside {lemma}" for lemma in lemmas))


def acts_of(sentence: Span) -> list[Near]:
    """Verbs and nouns of acts of harm, in the order of the text."""
    lexicon = load_lexicon()
    found = []
    for token in sentence:
        lemma = token.lemma_.lower()
        known = lexicon.verbs.get(lemma) if token.pos_ in {"VERB", "AUX", "ADJ"} else None
        known = known or (lexicon.nouns.get(lemma) if token.pos_ in {"NOUN", "PROPN", "VERB"} else None)
        fitting = (e.frame for e in known or () if e.frame.type == "ASSAULT" or not e.conditions)
        frame = next((frame for frame in fitting if frame.type in _HARMS), None)
        if frame is not None:
            found.append(Near(token.i, lemma, f"{frame.type} {frame.effect or frame.mode or ''}"))
    return found


def features(phrase: Phrase, told: Told) -> list[str]:
    """Features of a phrase as strings, each once."""
    passage = told.passages[phrase.passage]
    head = passage.doc[phrase.head]
    kind = _kind(phrase, passage)
    named = _named(phrase, passage)
    found = [
        "base",
        *_words(phrase, passage, kind),
        *_place(head, kind, named),
        *_acts(phrase, told.around(phrase).acts, kind, named),
        *told.around(phrase).beside,
        *_coded(phrase, passage, told),
        *_story(phrase, passage, told, kind, named),
    ]
    return list(dict.fromkeys(found))


def _kind(phrase: Phrase, passage: Passage) -> str:
    last = passage.doc[phrase.last - 1] if phrase.shape in {"name", "surname"} else passage.doc[phrase.head]
    return "+".join(kinds_of(last.lower_)) or ("name" if last.text[:1].isupper() else last.lower_[-3:])


def _named(phrase: Phrase, passage: Passage) -> str:
    words = [t for t in passage.doc[phrase.first : phrase.last] if t.is_alpha and len(t) > 2]
    capital = sum(t.text[0].isupper() for t in words)
    if words and all(t.text.isupper() for t in words):
        return "acronym"
    return "all" if words and capital == len(words) else "some" if capital else "none"


def _words(phrase: Phrase, passage: Passage, kind: str) -> Iterator[str]:
    doc, size = passage.doc, phrase.last - phrase.first
    span = doc[phrase.first : phrase.last]
    words = [token.lower_ for token in span]
    head = doc[phrase.head]
    yield f"head {head.lemma_.lower()}"
    yield f"word {head.lower_}"
    yield f"tail {head.lower_[-4:]}"
    yield f"first {words[0]}"
    yield f"end {words[-1]}"
    yield f"size {min(size, 6)} {phrase.shape}"
    yield f"shape {phrase.shape} {_named(phrase, passage)}"
    yield f"kind {kind}"
    yield f"kind-shape {kind} {phrase.shape} {min(size, 4)}"
    yield f"tag {head.tag_}"
    if size <= 4:
        yield f"all {' '.join(words)}"
    for word in words[:-1]:
        yield f"in {word}"
    for word in {k for w in words[:-1] for k in kinds_of(w)}:
        yield f"in-kind {word}"
    yield f"first-tag {span[0].tag_} {span[0].dep_}"
    before = doc[phrase.first - 1].lower_ if phrase.first else "<"
    after = doc[phrase.last].lower_ if phrase.last < len(doc) else ">"
    yield f"before {before}"
    yield f"after {after}"
    yield f"edges {_cut(phrase, passage, -1)} {_cut(phrase, passage, 1)} {phrase.shape}"
    yield f"before-kind {before} {kind}"
    for kind_before in kinds_of(before):
        yield f"after a {kind_before}"
    for step in range(2, _WINDOW + 1):
        if phrase.first >= step:
            yield f"left {doc[phrase.first - step].lower_}"
        if phrase.last + step - 1 < len(doc):
            yield f"right {doc[phrase.last + step - 1].lower_}"


def _cut(phrase: Phrase, passage: Passage, side: int) -> str:
    """The sort of word just outside the phrase."""
    at = phrase.first - 1 if side < 0 else phrase.last
    if not 0 <= at < len(passage.doc):
        return "edge"
    token = passage.doc[at]
    return f"{token.pos_}{'^' if token.text[:1].isupper() else ''}"


def _place(head: Token, kind: str, named: str) -> Iterator[str]:
    """What governs the phrase, twice up, prepositions joined to the relation."""
    step = head
    while step.dep_ in {"conj", "appos", "flat", "compound"} and step.head != step:
        yield f"by way of {step.dep_}"
        step = step.head
    relation = f"{step.dep_.split(':')[0]}:{preposition(step) or ''}"
    if step.dep_ in {"nsubj:pass", "obl:agent"} or (step.dep_ == "nsubj" and is_passive(step.head)):
        relation = "passive" if step.dep_.startswith("nsubj") else "agent"
    above = step.head
    lemma = above.lemma_.lower()
    yield f"relation {relation}"
    yield f"under {relation} {lemma}"
    yield f"above {lemma}"
    yield f"kind-under {kind} {relation} {lemma}"
    yield f"named-under {named} {relation} {lemma}"
    yield f"kind-relation {kind} {relation}"
    higher = above.head
    yield f"twice {relation} {above.dep_.split(':')[0]} {higher.lemma_.lower()}"
    for child in above.children:
        if child.dep_ in {"neg", "advmod", "aux"} or child.dep_.startswith("nsubj"):
            yield f"sister {child.dep_} {child.lemma_.lower()}"
    for child in head.children:
        if child.dep_ not in _STILL:
            yield f"below {child.dep_} {child.lemma_.lower()}"


def _acts(phrase: Phrase, near: Sequence[Near], kind: str, named: str) -> Iterator[str]:
    """The acts told in the sentence: the nearest on each side, and how many."""
    yield f"acts {min(len(near), 3)}"
    before = [act for act in near if act.at < phrase.first]
    after = [act for act in near if act.at >= phrase.last]
    for side, act in (("before", before[-1] if before else None), ("after", after[0] if after else None)):
        if act is None:
            yield f"no act {side} {kind}"
            continue
        far = min(abs(act.at - phrase.head) // 4, 3)
        yield f"act {side} {act.lemma}"
        yield f"act {side} {act.says} {far}"
        yield f"act {side} {act.says} {kind}"
        yield f"act {side} {act.lemma} {kind}"
        yield f"act {side} {act.says} {named}"


def _coded(phrase: Phrase, passage: Passage, told: Told) -> Iterator[str]:
    """What the coder takes the phrase for, and the events whose quotes hold it."""
    mention = told.mentions.actor_at(passage.index, phrase.head)
    names = frozenset(mention.label) if mention is not None else frozenset[str]()
    if mention is not None:
        yield f"actor {mention.kind} {mention.how}"
        yield f"actor {mention.kind}"
        before, after = mention.first - phrase.first, mention.last - phrase.last
        yield f"actor {mention.kind} {phrase.shape} {before} {after}"
        for name in mention.names:
            yield f"who {name}"
    if told.mentions.place_at(passage.index, phrase.head) is not None:
        yield "place"
    at = passage.start + passage.doc[phrase.head].idx
    for event in told.events:
        if event.quote.start <= at < event.quote.end:
            yield f"quoted {event.type}"
            yield f"quoted {event.type} {event.status} {event.mode}"
            if not names.isdisjoint(event.actors):
                yield f"doer {event.type}"
            if not names.isdisjoint(event.recipients):
                yield f"sufferer {event.type}"
        if event.type == "ASSAULT" and not names.isdisjoint(event.actors):
            yield "doer in story"
        if event.type == "ASSAULT" and not names.isdisjoint(event.recipients):
            yield "sufferer in story"


def _story(phrase: Phrase, passage: Passage, told: Told, kind: str, named: str) -> Iterator[str]:
    place = min(passage.index, 3)
    yield f"passage {place} {named}"
    sentence = passage.doc[phrase.head].sent
    yield f"opening {passage.index == 0 and sentence.start == 0} {named}"
    times = min(told.counts[passage.doc[phrase.head].lower_], 5)
    yield f"times {times} {named}"
    yield f"times {times} {kind}"
    level = max(-3, min(3, round(told.relevance)))
    yield f"relevance {level}"
    yield f"relevance {level} {named}"
    yield f"relevance {level} {kind}"
    assaults = sum(event.type == "ASSAULT" for event in told.events)
    yield f"assaults {min(assaults, 4)}"
