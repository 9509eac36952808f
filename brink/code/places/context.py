"""Which countries a sentence and a story are about, before its ambiguous names are read."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from brink.code.mention import Mentions
from brink.code.places.atlas import Atlas
from brink.code.places.choice import well_known
from brink.code.places.spans import NameSpan, Words
from brink.code.places.vocabulary import Vocabulary


@dataclass(slots=True)
class Context:
    """Countries named or meant, by sentence and in the whole story."""

    sentences: dict[tuple[int, int], dict[str, list[int]]] = field(default_factory=dict)
    """Tokens that name each country, by passage and first token of the sentence."""
    story: Counter[str] = field(default_factory=Counter)
    told_by: dict[tuple[int, int], str] = field(default_factory=dict)
    """The country that a token tells, by passage and token."""

    def add(self, passage: int, sentence: int, token: int, country: str) -> None:
        insort(self.sentences.setdefault((passage, sentence), {}).setdefault(country, []), token)
        self.story[country] += 1
        self.told_by[passage, token] = country

    def nearest(self, passage: int, sentence: int, token: int, among: Sequence[str]) -> str | None:
        """The country named nearest to a token of the sentence, of those given; not by the token itself."""
        named = self.sentences.get((passage, sentence), {})
        near = [(_distance(named[country], token), country) for country in among if country in named]
        distance, country = min(near, default=(math.inf, None))
        return country if distance < math.inf else None

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
                context.add(passage, words.sentence[at], at, next(iter(found)))
                covered.add(at)
        for mention in mentions.in_passage(passage):
            if mention.country and not covered.intersection(range(mention.first, mention.last)):
                context.add(passage, words.sentence[mention.first], mention.first, mention.country)
    return context
