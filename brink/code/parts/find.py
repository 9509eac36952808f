"""Who did it, to whom and what, with what: phrases of a story, tied to its acts of violence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from brink.code.mention import Mentions
from brink.code.parts.features import features
from brink.code.parts.phrases import Phrase, phrases_of
from brink.code.parts.same import Said, clusters
from brink.code.parts.suffered import sufferers
from brink.code.parts.told import Told
from brink.code.parts.vote import ROLES, load_vote
from brink.code.passage import Passage
from brink.code.rows import Event, Part, PartRole


@dataclass(frozen=True, slots=True)
class Cast:
    """A phrase with its role."""

    phrase: Phrase
    role: PartRole
    chance: float
    start: int
    end: int
    text: str
    """The words of the document."""
    said: Said


def with_parts(passages: Sequence[Passage], mentions: Mentions, events: Sequence[Event]) -> list[Event]:
    """The events, those of violence with their parts; a part goes to the event told nearest to it."""
    acts = [event for event in events if is_violent(event)]
    if not acts:
        return list(events)
    found = find_casts(passages, mentions, events)
    found += _unnamed(passages, mentions, acts, found)
    given: dict[str, list[Part]] = {}
    for group in clustered(found):
        called = name_of(group)
        for cast in group:
            event = min(acts, key=lambda event: distance(event, cast))
            part = Part(
                role=cast.role,
                start=cast.start,
                end=cast.end,
                text=cast.text,
                called=called,
                chance=round(cast.chance, 3),
            )
            given.setdefault(event.id, []).append(part)
    return [
        replace(event, parts=tuple(sorted(given.get(event.id, ()), key=lambda part: part.start)))
        for event in events
    ]


def _unnamed(
    passages: Sequence[Passage], mentions: Mentions, acts: Sequence[Event], found: Sequence[Cast]
) -> list[Cast]:
    """Victims that only a description tells of, where the vote took no phrase that meets theirs."""
    covered = {(c.phrase.passage, token) for c in found for token in range(c.phrase.first, c.phrase.last)}
    made = []
    for phrase, sure in sufferers(passages, acts):
        places = {(phrase.passage, token) for token in range(phrase.first, phrase.last)}
        if not places & covered:
            covered |= places
            made.append(cast_of(phrase, "victim", sure, passages, mentions))
    return made


def is_violent(event: Event) -> bool:
    """Whether an event is of the kind that has parts."""
    return event.type == "ASSAULT" and event.status != "denied"


def find_casts(passages: Sequence[Passage], mentions: Mentions, events: Sequence[Event]) -> list[Cast]:
    """Phrases of a story with a role in an act of violence, in the order of the text, none inside another."""
    vote = load_vote()
    told = Told.of(passages, mentions, events, relevance=vote.relevance(passages))
    phrases = [phrase for p in passages for phrase in phrases_of(p.index, p.doc, mentions)]
    chances = vote.chances([features(phrase, told) for phrase in phrases])
    likely = np.flatnonzero(chances[:, 1:].max(axis=1, initial=0) >= vote.least.min())
    casts = [cast_of(phrases[i], "victim", 0.0, passages, mentions) for i in likely]
    return chosen(casts, chances[likely], [float(least) for least in vote.least])


def chosen(casts: Sequence[Cast], chances: NDArray[np.floating], least: Sequence[float]) -> list[Cast]:
    """The casts whose likeliest role is likely enough, the surest first, none that meets a surer one.

    `chances` has a row a cast, for no role and for each role; `least` is by role.
    """
    if not len(casts):
        return []
    best = chances[:, 1:].argmax(axis=1)
    sure = chances[np.arange(len(casts)), 1 + best]
    taken: list[Cast] = []
    covered: set[tuple[int, int]] = set()
    for i in np.argsort(-sure, kind="stable"):
        phrase = casts[i].phrase
        places = {(phrase.passage, token) for token in range(phrase.first, phrase.last)}
        if sure[i] >= least[best[i]] and not places & covered:
            covered |= places
            role = ROLES[best[i]]
            said = replace(casts[i].said, role=role)
            taken.append(replace(casts[i], role=role, chance=float(sure[i]), said=said))
    return sorted(taken, key=lambda cast: cast.start)


def cast_of(
    phrase: Phrase, role: PartRole, chance: float, passages: Sequence[Passage], mentions: Mentions
) -> Cast:
    """A phrase with a role, at its place in the document."""
    passage = passages[phrase.passage]
    span = passage.doc[phrase.first : phrase.last]
    mention = mentions.actor_at(passage.index, phrase.head)
    whole = mention is not None and mention.first >= phrase.first and mention.last <= phrase.last
    names = mention.names if mention is not None and whole else ()
    said = Said(str(span.text), passage.doc[phrase.head].lemma_.lower(), role, names)
    start = passage.start + span.start_char
    return Cast(phrase, role, chance, start, start + len(span.text), passage.words(span), said)


def clustered(casts: Sequence[Cast]) -> list[list[Cast]]:
    """The casts that mean the same, together."""
    return [[casts[i] for i in group] for group in clusters([cast.said for cast in casts])]


def name_of(group: Sequence[Cast]) -> str:
    """What a cluster is called: its fullest name, else the phrase that is surest of its role."""
    names = [cast.said.text for cast in group if cast.said.is_name]
    return max(names, key=len) if names else max(group, key=lambda cast: cast.chance).said.text


def distance(event: Event, cast: Cast) -> tuple[int, int]:
    """Characters between a quote and a phrase; of quotes that hold it, the shortest is nearest."""
    quote = event.quote
    apart = max(quote.start - cast.end, cast.start - quote.end, 0)
    return apart, quote.end - quote.start
