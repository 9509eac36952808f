"""Which countries a sentence and a story are about, before its ambiguous names are read."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from brink.code.mention import Mentions
from brink.code.places.atlas import Atlas
from brink.code.places.choice import likely, well_known
from brink.code.places.spans import NameSpan, Words
from brink.code.places.vocabulary import Vocabulary

# So many towns of at least so many people, each known in one country alone, tell a story's country.
_AGREEING, _TOWN_PEOPLE = 3, 10_000


@dataclass(slots=True)
class Context:
    """Countries named or meant, by sentence and in the whole story."""

    sentences: dict[tuple[int, int], dict[str, list[int]]] = field(default_factory=dict)
    """Tokens that name each country, by passage and first token of the sentence."""
    story: Counter[str] = field(default_factory=Counter)
    told_by: dict[tuple[int, int], str] = field(default_factory=dict)
    """The country that a token tells, by passage and token."""
    places: dict[tuple[int, int], dict[str, list[int]]] = field(default_factory=dict)
    """Of `sentences` the tokens that name a place, not a people or somebody's country."""

    def add(self, passage: int, sentence: int, token: int, country: str, *, people: bool = False) -> None:
        insort(self.sentences.setdefault((passage, sentence), {}).setdefault(country, []), token)
        self.story[country] += 1
        self.told_by[passage, token] = country
        if not people:
            insort(self.places.setdefault((passage, sentence), {}).setdefault(country, []), token)

    def nearest(self, passage: int, sentence: int, token: int, among: Sequence[str]) -> str | None:
        """The country named nearest to a token of the sentence, of those given; not by the token itself.

        Names of places come before peoples: "Russian troops entered Pokrovsk and Donetsk" is in Ukraine.
        """
        for told in (self.places, self.sentences):
            named = told.get((passage, sentence), {})
            if near := _closest({country: named[country] for country in among if country in named}, token):
                return near
        return None

    def foremost(self, among: Sequence[str], *, without: str | None = None) -> str | None:
        """The country of the story named most often, of those given; the first by code among equals."""
        counts = [
            (-self.story[country], country) for country in among if self.story[country] and country != without
        ]
        return min(counts)[1] if counts else None


def _plain_country(span: NameSpan) -> str | None:
    """The country a name tells by itself: a listed place of one country, or a large city."""
    listed = {known.country for known in span.found if known.listed}
    if listed:
        return next(iter(listed)) if len(listed) == 1 else None
    return well_known(span.found)


def _closest(named: Mapping[str, Sequence[int]], token: int) -> str | None:
    near = [(_distance(tokens, token), country) for country, tokens in named.items()]
    distance, country = min(near, default=(math.inf, None))
    return country if distance < math.inf else None


def _distance(tokens: Sequence[int], token: int) -> float:
    """Words between a token and the nearest other one of an ascending list."""
    at = bisect_left(tokens, token)
    others = (other for other in tokens[max(0, at - 1) : at + 2] if other != token)
    return min((abs(token - other) for other in others), default=math.inf)


def gather(
    lines: Sequence[Words], spans: Sequence[Sequence[NameSpan]], mentions: Mentions, atlas: Atlas,
    vocabulary: Vocabulary,
) -> Context:  # fmt: skip
    """Countries from names that can mean only one, from adjectives and people, and from actors."""
    context = Context()
    for passage, words in enumerate(lines):
        covered: set[int] = set()
        for span in spans[passage]:
            country = _plain_country(span)
            if country is not None and (span.is_country or span.key not in vocabulary.doubtful):
                context.add(passage, words.sentence[span.first], span.first, country)
                covered.update(range(span.first, span.last))
        for at, small in enumerate(words.small):
            if (
                words.capital[at]
                and at not in covered
                and len(found := atlas.demonyms.get(small, frozenset())) == 1
            ):
                context.add(passage, words.sentence[at], at, next(iter(found)), people=True)
                covered.add(at)
        for mention in mentions.in_passage(passage):
            if mention.country and not covered.intersection(range(mention.first, mention.last)):
                first, country = mention.first, mention.country
                context.add(passage, words.sentence[first], first, country, people=True)
    _add_agreed(context, lines, spans, vocabulary)
    _add_likely(context, lines, spans, vocabulary)
    return context


def _add_likely(
    context: Context, lines: Sequence[Words], spans: Sequence[Sequence[NameSpan]], vocabulary: Vocabulary
) -> None:  # fmt: skip
    """Adds the country of a city that is much larger than its namesakes, where no country is told."""
    if context.story:
        return
    for passage, found in enumerate(spans):
        for span in found:
            country = likely(span.found) if span.key not in vocabulary.doubtful else None
            if country is not None:
                sentence = lines[passage].sentence[span.first]
                context.add(passage, sentence, span.first, country, people=True)


def _add_agreed(
    context: Context, lines: Sequence[Words], spans: Sequence[Sequence[NameSpan]], vocabulary: Vocabulary
) -> None:
    """Adds the country in which alone several small towns of the story lie: "Baidoa, Kismayo, Galkayo"."""
    towns: dict[str, dict[str, tuple[int, int]]] = {}
    for passage, found in enumerate(spans):
        for span in found:
            countries = {known.country for known in span.found}
            country = next(iter(countries))
            people = max(known.population for known in span.found)
            told = (passage, span.first) in context.told_by or span.key in vocabulary.doubtful
            if len(countries) == 1 and country and people >= _TOWN_PEOPLE and not told:
                towns.setdefault(country, {}).setdefault(span.key, (passage, span.first))
    for country, named in towns.items():
        for passage, token in named.values() if len(named) >= _AGREEING else ():
            context.add(passage, lines[passage].sentence[token], token, country)
