"""The places a story names, each with the reason why it is that place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from brink.code.capitals.english import is_english
from brink.code.mention import Mention, Mentions
from brink.code.passage import Passage
from brink.code.places.atlas import Atlas, Known, load_atlas
from brink.code.places.capital import capitals
from brink.code.places.choice import Choice, around, choose, within
from brink.code.places.context import Context, gather
from brink.code.places.evidence import NONE, STRONG, WEAK, Evidence, look
from brink.code.places.named_after import (
    border_places,
    grounds,
    places_before_their_region,
    unknown_places,
    voted_places,
)
from brink.code.places.nearby import Nearby
from brink.code.places.spans import NameSpan, Words, name_spans
from brink.code.places.together import container, named_elsewhere, strength_in_list
from brink.code.places.told import mention_of
from brink.code.places.vocabulary import Vocabulary, vocabulary

_NAMES = frozenset(("name", "alias", "metonym"))
# A town of this size is known by name alone; a smaller one needs words around it that say so.
_KNOWN_PEOPLE = 200_000
# One that is alone in the world with a long name needs no more than "in" before it.
_UNIQUE_PEOPLE = 10_000
# One smaller than this needs its country in the story besides.
_SMALL_PEOPLE = 50_000
# Letters from which a name of one word tells by itself; from the lower on only if English has no such word.
_LONG, _MIDDLING = 8, 5


@dataclass(slots=True)
class _Story:
    """What reading a story's places keeps in mind."""

    atlas: Atlas
    words: Vocabulary
    context: Context
    home: str | None
    persons: set[str] = field(default_factory=set)
    """Folded names that were somebody's in this story."""
    settled: dict[str, Known] = field(default_factory=dict)
    """Names already found to be a place here: one name means one place in a story."""


def find_places(passages: Sequence[Passage], mentions: Mentions, *, home: str | None = None) -> None:
    """Adds the place mentions of a story to `mentions`; `home` is the country a case is about."""
    atlas, vocabulary_ = load_atlas(), vocabulary()
    lines = [Words.of(passage.doc) for passage in passages]
    spans = [name_spans(words, atlas, vocabulary_) for words in lines]
    looked = [
        [look(words, span, atlas, vocabulary_) for span in found]
        for words, found in zip(lines, spans, strict=True)
    ]
    telling = [
        [
            span
            for span, seen in zip(found, seen_there, strict=True)
            if span.is_country or seen.refused is None
        ]
        for found, seen_there in zip(spans, looked, strict=True)
    ]
    story = _Story(atlas, vocabulary_, gather(lines, telling, mentions, atlas, vocabulary_), home)
    _remember_persons(story, mentions, spans, looked)
    for index, words in enumerate(lines):
        before = len(mentions.places)
        free = _free_of_actors(spans[index], looked[index], mentions, index)
        border_places(words, index, free, mentions)
        grounds(words, index, mentions, atlas)
        _read_passage(story, words, index, free, mentions)
        known = Nearby(mentions.places[before:])
        places_before_their_region(words, index, mentions, known, atlas, vocabulary_)
        unknown_places(words, index, mentions, known, story.context, atlas, vocabulary_, home)
        voted_places(words, index, mentions, known, story.context, atlas, vocabulary_, home)
    for index, words in enumerate(lines):
        capitals(words, index, spans[index], mentions, story.context, atlas, vocabulary_)


def _remember_persons(
    story: _Story, mentions: Mentions, spans: Sequence[Sequence[NameSpan]],
    looked: Sequence[Sequence[Evidence]],
) -> None:  # fmt: skip
    for mention in mentions.actors:
        if mention.kind == "person":
            story.persons.update(mention.surface.casefold().split())
    for found, evidence in zip(spans, looked, strict=True):
        for span, seen in zip(found, evidence, strict=True):
            if seen.refused and "name" in seen.refused and span.key in story.words.doubtful:
                story.persons.add(span.key)


def _free_of_actors(
    spans: Sequence[NameSpan], looked: Sequence[Evidence], mentions: Mentions, passage: int
) -> list[tuple[NameSpan, Evidence]]:
    """Names that no actor covers, or one that is itself named by the place."""
    free = []
    for span, evidence in zip(spans, looked, strict=True):
        actors = [mentions.actor_at(passage, token) for token in range(span.first, span.last)]
        if all(actor is None or _is_of_place(actor, span, evidence) for actor in actors):
            free.append((span, evidence))
    return free


def _is_of_place(actor: Mention, span: NameSpan, evidence: Evidence) -> bool:
    """A state; and the rulers or people of a place where the words say "in" it, or what it is."""
    if actor.kind == "state":
        return True
    whole = (actor.first, actor.last) == (span.first, span.last) and actor.how in _NAMES
    return whole and actor.kind in ("government", "people") and evidence.strength == STRONG


def _read_passage(
    story: _Story, words: Words, passage: int, spans: Sequence[tuple[NameSpan, Evidence]], mentions: Mentions
) -> None:
    accepted: tuple[int, int] | None = None
    narrowed: dict[int, tuple[str, tuple[Known, ...]]] = {}
    for at, (span, seen) in enumerate(spans):
        if mentions.place_at(passage, span.first) is not None:
            continue
        strength = strength_in_list(words, seen, accepted)
        held = container(words, spans, at)
        named = (_text(words, spans[held[0]][0]), held[1]) if held else narrowed.get(at)
        choice = _choice(story, words, passage, span, seen, named)
        small = not choice.known.listed and choice.known.population < _KNOWN_PEOPLE
        if held is None and small and named_elsewhere(words, spans, at):
            continue
        if seen.refused is None and _is_place(
            story, words, passage, span, seen, strength, choice, named is not None
        ):
            meant = _as_town(choice, span) if seen.of_town and seen.type is None else choice
            mentions.add_place(mention_of(words, passage, span, seen, meant))
            if held is not None and held[0] > at:
                # "Atlanta, Georgia": the town tells which Georgia as well.
                narrowed[held[0]] = (_text(words, span), around(spans[held[0]][0].found, choice.known))
            accepted = (seen.last, max(strength, WEAK))
            if choice.sure and seen.type is None:
                story.settled.setdefault(span.key, choice.known)


def _choice(
    story: _Story, words: Words, passage: int, span: NameSpan, seen: Evidence,
    named: tuple[str, tuple[Known, ...]] | None,
) -> Choice:  # fmt: skip
    where = (passage, words.sentence[span.first], span.first)
    if named is None and seen.type is None and span.key in story.settled:
        return Choice(story.settled[span.key], "the same name as before in the story", sure=True)
    return choose(
        named[1] if named else span.found, type=seen.type, context=story.context, where=where,
        home=story.home, atlas=story.atlas, container=named[0] if named else None,
        unit_first=span.key in story.words.unit_first,
    )  # fmt: skip


def _as_town(choice: Choice, span: NameSpan) -> Choice:
    """The town that shares its name with the unit around it, where the words are said of towns."""
    towns = [k for k in within(span.found, [choice.known]) if k.kind == "town"]
    town = max(towns, key=lambda known: known.population, default=None)
    if town is None or choice.known.kind not in ("province", "district"):
        return choice
    because = f"{choice.because}; the words before it are said of a town"
    return Choice(town, because, choice.sure)


def _text(words: Words, span: NameSpan) -> str:
    return str(words.doc[span.first : span.last].text)


def _is_place(
    story: _Story,
    words: Words,
    passage: int,
    span: NameSpan,
    seen: Evidence,
    strength: int,
    choice: Choice,
    contained: bool,
) -> bool:
    """Whether there is good evidence that the name is that place here."""
    known, settled = choice.known, span.key in story.settled
    doubtful = span.key in story.words.doubtful
    in_story = known.country is not None and _is_about(story, known.country, passage, span)
    if contained or (settled and not doubtful):
        return True
    small = not known.listed and known.kind in ("town", "district") and known.population < _KNOWN_PEOPLE
    unique = len({known.country for known in span.found}) == 1 and _is_telling(span.key)
    if strength == STRONG and not doubtful and unique and known.population >= _UNIQUE_PEOPLE:
        return True
    taken = unique and seen.taken and not doubtful and span.key not in story.persons
    if taken and known.population >= _UNIQUE_PEOPLE:
        return True
    if small and story.context.story and not in_story:
        return False
    if seen.type_words:
        return choice.sure or in_story
    if span.key in story.persons and strength < STRONG:
        return False
    if known.kind == "country":
        return True
    if doubtful:
        across = known.listed and known.country is None and seen.strength == STRONG
        return across or (strength == STRONG and (in_story or known.population >= _KNOWN_PEOPLE))
    if known.listed or known.kind == "province":
        return choice.sure and (strength > NONE or _is_proper(words, span) or in_story)
    if known.population >= _KNOWN_PEOPLE:
        return strength > NONE or _is_proper(words, span)
    if strength == STRONG:
        return in_story or (choice.sure and known.population >= _SMALL_PEOPLE)
    return strength == WEAK and in_story and choice.sure and not words.is_possessive(span.last)


def _is_telling(key: str) -> bool:
    """Whether a name is none that much else could have: of two words, long, or no word of English."""
    return " " in key or len(key) >= _LONG or (len(key) >= _MIDDLING and not is_english(key))


def _is_about(story: _Story, country: str, passage: int, span: NameSpan) -> bool:
    """Whether the story names the country elsewhere, or the case lies there."""
    own = story.context.told_by.get((passage, span.first)) == country
    return story.home == country or story.context.story[country] > own


def _is_proper(words: Words, span: NameSpan) -> bool:
    """A capital that the start of a sentence does not explain, or that the tagger reads as a name."""
    return words.sentence[span.first] != span.first or words.doc[span.first].pos_ == "PROPN"
