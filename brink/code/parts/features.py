"""What the vote on parts looks at: a phrase, its governors, the acts near it, what the coder made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from brink.code.grammar import is_passive, preposition
from brink.code.parsed import Doc, Token, asked_once
from brink.code.parts.kinds import kinds_of
from brink.code.parts.phrases import Phrase
from brink.code.parts.told import Near, Told
from brink.code.passage import Passage

_WINDOW = 3
_STILL: Final = frozenset({"det", "case", "punct", "aux", "aux:pass", "mark", "cc", "cop"})


def features(phrase: Phrase, told: Told) -> list[str]:
    """Features of a phrase as strings, each once."""
    passage = told.passages[phrase.passage]
    doc = passage.doc
    head, words = doc[phrase.head], doc.words(phrase.first, phrase.last)
    kind, named = _kind(phrase, words, head), _named(words)
    around = told.around(passage, head)
    found = ["base"]
    found += _words(phrase, doc, words, kind, named)
    found += _place(head, kind, named)
    found += _acts(phrase, around.acts, kind, named)
    found += around.beside
    found += _coded(phrase, passage, head, told)
    found += _story(passage, head, told, kind, named)
    return list(dict.fromkeys(found))


def _kind(phrase: Phrase, words: Sequence[Token], head: Token) -> str:
    last = words[-1] if phrase.shape in {"name", "surname"} else head
    return "+".join(kinds_of(last.lower_)) or ("name" if last.text[:1].isupper() else last.lower_[-3:])


def _named(tokens: Sequence[Token]) -> str:
    words = [text for token in tokens if len(text := token.text) > 2 and text.isalpha()]
    capital = sum(text[0].isupper() for text in words)
    if words and all(text.isupper() for text in words):
        return "acronym"
    return "all" if words and capital == len(words) else "some" if capital else "none"


def _words(phrase: Phrase, doc: Doc, tokens: Sequence[Token], kind: str, named: str) -> list[str]:
    """The phrase's own words and those beside it."""
    size, shape, head = len(tokens), phrase.shape, doc[phrase.head]
    words = [token.lower_ for token in tokens]
    found = [
        f"head {head.lemma_.lower()}",
        f"word {head.lower_}",
        f"tail {head.lower_[-4:]}",
        f"first {words[0]}",
        f"end {words[-1]}",
        f"size {min(size, 6)} {shape}",
        f"shape {shape} {named}",
        f"kind {kind}",
        f"kind-shape {kind} {shape} {min(size, 4)}",
        f"tag {head.tag_}",
    ]
    if size <= 4:
        found.append(f"all {' '.join(words)}")
    found += [f"in {word}" for word in words[:-1]]
    found += [f"in-kind {one}" for one in dict.fromkeys(k for w in words[:-1] for k in kinds_of(w))]
    found.append(f"first-tag {tokens[0].tag_} {tokens[0].dep_}")
    return found + _beside(phrase, doc, kind)


def _beside(phrase: Phrase, doc: Doc, kind: str) -> list[str]:
    first, last = phrase.first, phrase.last
    before = doc[first - 1].lower_ if first else "<"
    after = doc[last].lower_ if last < len(doc) else ">"
    found = [
        f"before {before}",
        f"after {after}",
        f"edges {_cut(doc, first - 1)} {_cut(doc, last)} {phrase.shape}",
        f"before-kind {before} {kind}",
    ]
    found += [f"after a {one}" for one in kinds_of(before)]
    for step in range(2, _WINDOW + 1):
        if first >= step:
            found.append(f"left {doc[first - step].lower_}")
        if last + step - 1 < len(doc):
            found.append(f"right {doc[last + step - 1].lower_}")
    return found


def _cut(doc: Doc, at: int) -> str:
    """The sort of a word just outside the phrase."""
    if not 0 <= at < len(doc):
        return "edge"
    token = doc[at]
    return f"{token.pos_}{'^' if token.text[:1].isupper() else ''}"


def _place(head: Token, kind: str, named: str) -> list[str]:
    """What governs the phrase, twice up, prepositions joined to the relation."""
    before, relation, lemma, after = _governed(head)
    return [
        *before,
        f"kind-under {kind} {relation} {lemma}",
        f"named-under {named} {relation} {lemma}",
        f"kind-relation {kind} {relation}",
        *after,
    ]


@asked_once
def _governed(head: Token) -> tuple[list[str], str, str, list[str]]:
    """The relation of a word and the lemma above it, between the features that hang on the word alone."""
    step, before = head, []
    while step.dep_ in {"conj", "appos", "flat", "compound"} and step.head != step:
        before.append(f"by way of {step.dep_}")
        step = step.head
    above, relation = step.head, _relation(step)
    lemma = above.lemma_.lower()
    before += [f"relation {relation}", f"under {relation} {lemma}", f"above {lemma}"]
    after = [f"twice {relation} {above.dep_.split(':')[0]} {above.head.lemma_.lower()}"]
    for child in above.children:
        if child.dep_ in {"neg", "advmod", "aux"} or child.dep_.startswith("nsubj"):
            after.append(f"sister {child.dep_} {child.lemma_.lower()}")
    after += [f"below {c.dep_} {c.lemma_.lower()}" for c in head.children if c.dep_ not in _STILL]
    return before, relation, lemma, after


def _relation(token: Token) -> str:
    if token.dep_ in {"nsubj:pass", "obl:agent"} or (token.dep_ == "nsubj" and is_passive(token.head)):
        return "passive" if token.dep_.startswith("nsubj") else "agent"
    return f"{token.dep_.split(':')[0]}:{preposition(token) or ''}"


def _acts(phrase: Phrase, near: Sequence[Near], kind: str, named: str) -> Iterator[str]:
    """The acts told in the sentence: the nearest on each side, and how many."""
    yield f"acts {min(len(near), 3)}"
    before = next((act for act in reversed(near) if act.at < phrase.first), None)
    after = next((act for act in near if act.at >= phrase.last), None)
    for side, act in (("before", before), ("after", after)):
        if act is None:
            yield f"no act {side} {kind}"
            continue
        far = min(abs(act.at - phrase.head) // 4, 3)
        yield f"act {side} {act.lemma}"
        yield f"act {side} {act.says} {far}"
        yield f"act {side} {act.says} {kind}"
        yield f"act {side} {act.lemma} {kind}"
        yield f"act {side} {act.says} {named}"


def _coded(phrase: Phrase, passage: Passage, head: Token, told: Told) -> Iterator[str]:
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
    at = passage.start + head.idx
    for event in told.events:
        if event.quote.start <= at < event.quote.end:
            yield f"quoted {event.type}"
            yield f"quoted {event.type} {event.status} {event.mode}"
            if not names.isdisjoint(event.actors):
                yield f"doer {event.type}"
            if not names.isdisjoint(event.recipients):
                yield f"sufferer {event.type}"
        if names and event.type == "ASSAULT":
            if not names.isdisjoint(event.actors):
                yield "doer in story"
            if not names.isdisjoint(event.recipients):
                yield "sufferer in story"


def _story(passage: Passage, head: Token, told: Told, kind: str, named: str) -> list[str]:
    times, level = min(told.counts[head.lower_], 5), told.level
    return [
        f"passage {min(passage.index, 3)} {named}",
        f"opening {passage.index == 0 and head.sent.start == 0} {named}",
        f"times {times} {named}",
        f"times {times} {kind}",
        f"relevance {level}",
        f"relevance {level} {named}",
        f"relevance {level} {kind}",
        f"assaults {told.assaults}",
    ]
