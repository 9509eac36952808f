"""What a whole story tells about its names before any one of them is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from brink.code.actors.cues import load_cues
from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.names import Name, NameTrie
from brink.code.actors.spelling import fold, pieces
from brink.code.actors.whereabouts import countries_of
from brink.code.actors.words import Words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")

# An actor silent for this long is not the one a present-day acronym means.
_YEARS_REMEMBERED = 5
_FIGHTERS: Final = _LISTS["fighters"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `[first, last)` that are written like a known name."""

    first: int
    last: int
    names: tuple[Name, ...]

    @property
    def entries(self) -> tuple[ActorEntry, ...]:
        """The distinct actors the name may mean."""
        found: dict[str, ActorEntry] = {}
        for name in self.names:
            if name.entry is not None:
                found.setdefault(name.entry.name, name.entry)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Choice:
    """The actor a name means here, or none, with the reason."""

    entry: ActorEntry | None
    because: str


def find_hits(words: Words, tries: Sequence[NameTrie]) -> list[Hit]:
    """Known names in a passage, left to right, the longest at each place; earlier tries win ties."""
    hits, i = [], 0
    while i < words.n:
        best: tuple[int, list[Name]] | None = None
        for trie in tries:
            found = trie.longest(words.folded, words.texts, i, shouted=words.shouted)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        if best is None:
            hits += _before_hyphen(words, i, tries)
            i += 1
            continue
        hits.append(Hit(i, best[0], tuple(best[1])))
        i = best[0]
    return hits


def _before_hyphen(words: Words, i: int, tries: Sequence[NameTrie]) -> list[Hit]:
    """A name that a tokenizer left joined to what follows ("U.S.-backed")."""
    name, hyphen, after = words.texts[i].partition("-")
    if not (hyphen and after.islower() and name[:1].isupper()):
        return []
    for trie in tries:
        found = trie.longest([fold(name)], [name], 0, shouted=words.shouted)
        if found is not None:
            return [Hit(i, i + 1, tuple(found[1]))]
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Countries and actors that a story names without doubt, and its words."""

    countries: Counter[str]
    named: Counter[str]
    """Canonical names by number of unshared mentions."""
    spelled: frozenset[str]
    """Actors that the story names by more than one word, or by a demonym and a name."""
    words: frozenset[str]
    on: date | None
    fighting: frozenset[str] = frozenset()
    """Armed groups whose shared name stands before a word for fighters somewhere: "PLA militants"."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs that one sentence names apart from one another: "the Taliban sheltered the TTP"."""

    @property
    def spoken_of(self) -> Counter[str]:
        """How often the story names each country, its actors or a place that only it has."""
        return self.countries + countries_of(self.words)

    @classmethod
    def of(cls, hits: Iterable[tuple[Words, Hit]], words: Iterable[Words], on: date | None) -> Context:
        countries: Counter[str] = Counter()
        named: Counter[str] = Counter()
        spelled: set[str] = set()
        fighting: set[str] = set()
        hits = list(hits)
        for page, hit in hits:
            if len(hit.entries) != 1:
                groups = [entry.name for entry in hit.entries if entry.kind == "group"]
                armed = hit.last < page.n and page.lowered[hit.last] in _FIGHTERS
                fighting.update(groups if armed and len(groups) == 1 else ())
                continue
            entry = hit.entries[0]
            named[entry.name] += 1
            if entry.country:
                countries[entry.country] += 1
            if hit.last - hit.first > 1:
                spelled.add(entry.name)
        texts = frozenset(text for w in words for text in w.texts)
        return cls(
            countries=countries,
            named=named,
            spelled=frozenset(spelled),
            words=texts,
            on=on,
            fighting=frozenset(fighting),
            apart=frozenset(_apart(hits)),
        )

    def choose(self, hit: Hit, gazetteer: Gazetteer) -> Choice:
        """The actor a name means in this story.

        A name shared by several actors goes to the one the story spells out, or whose
        country it speaks of most; failing that to the usual one, and otherwise to nobody.
        """
        day = self.on or date.max
        entries = Hit(hit.first, hit.last, tuple(n for n in hit.names if n.holds(day))).entries
        key = " ".join(fold(w) for w in hit.names[0].words)
        sense = gazetteer.senses.get(key)
        if sense is not None and sense.place_when & self.words:
            return Choice(None, "the story's other words make it a place or a thing")
        if not entries:
            return Choice(None, f"no actor goes by this name on {self.on}")
        if len(entries) == 1 and self._needs_support(key, hit) and not self._supports(entries[0]):
            return Choice(None, f"'{key}' alone, and nothing in the story speaks of {entries[0].name}")
        if len(entries) == 1:
            return self._sole(
                entries[0], sense.instead if sense else None, sense.unless if sense else None, gazetteer
            )
        if sense is not None and sense.when & self.words and not self._speaks_of(sense.unless):
            other = next((entry for entry in entries if entry.name == sense.instead), None)
            if other is not None:
                return Choice(other, f"the story's other words speak of {other.name}")
        return self._shared(entries, sense.usually if sense else None, gazetteer)

    def _speaks_of(self, country: str | None) -> bool:
        """Whether the story names the country, or a place that only it has."""
        return country is not None and bool(self.countries[country] or countries_of(self.words)[country])

    def _needs_support(self, key: str, hit: Hit) -> bool:
        cues = load_cues()
        short = hit.names[0].sort == "acronym" and len(key) <= 2 and key not in cues.plain_acronyms
        return short or key in cues.supported_only

    def _supports(self, entry: ActorEntry) -> bool:
        country = entry.country or ""
        told = entry.name in self.spelled or self.countries[country] > self.named[entry.name]
        return told or (bool(country) and countries_of(self.words)[country] > 0)

    def _sole(
        self, entry: ActorEntry, instead: str | None, unless: str | None, gazetteer: Gazetteer
    ) -> Choice:
        other = gazetteer.entry(instead) if instead else None
        if other is not None and unless is not None and other.name in self.spelled:
            own = self.countries[unless] - self.named[entry.name]
            told_apart = frozenset({entry.name, other.name}) in self.apart
            if own <= 0 and entry.name not in self.spelled and not told_apart:
                return Choice(other, f"the story names {other.name} and never speaks of {unless}")
        return Choice(entry, "")

    def _shared(self, entries: Sequence[ActorEntry], usually: str | None, gazetteer: Gazetteer) -> Choice:
        alive = [e for e in entries if self._active(e, gazetteer)] or list(entries)
        if len(alive) == 1:
            return Choice(alive[0], "the others of this name were no longer active")
        scores = [(self._weight(e), e) for e in alive]
        top = max(score for score, _ in scores)
        best = [e for score, e in scores if score == top]
        names = " or ".join(e.name for e in alive)
        if top > 0 and len(best) == 1:
            return Choice(best[0], f"{names}: the story speaks of {best[0].country or best[0].name}")
        chosen = next((e for e in best if e.name == usually), None)
        if chosen is not None:
            return Choice(chosen, f"{names}: usually {usually}, and nothing in the story says otherwise")
        return Choice(None, f"could be {names}; the story does not say which")

    def _weight(self, entry: ActorEntry) -> int:
        """How much the story speaks of an actor: spelled out, under another name, or of its country."""
        spelled, named = entry.name in self.spelled, self.named[entry.name] > 0
        country = entry.country or ""
        placed = countries_of(self.words)[country] if country else 0
        fights = 75 * (entry.name in self.fighting)
        return 100 * spelled + fights + 50 * named + self.countries[country] + placed

    def _active(self, entry: ActorEntry, gazetteer: Gazetteer) -> bool:
        first, last = gazetteer.years.get(entry.name, (None, None))
        if self.on is None:
            return True
        return not (
            (first is not None and self.on.year < first)
            or (last is not None and last + _YEARS_REMEMBERED < self.on.year)
        )


def _apart(hits: Sequence[tuple[Words, Hit]]) -> Iterator[frozenset[str]]:
    """Pairs of names that stand in one sentence with more between them than explains a name."""
    for (page, hit), (beside, other) in pairwise(hits):
        if page is not beside or len(hit.entries) != 1 or len(other.entries) != 1:
            continue
        near = other.first - hit.last < _EXPLAINING
        if not near and page.sentence[hit.first] == page.sentence[other.first]:
            yield frozenset({hit.entries[0].name, other.entries[0].name})


_EXPLAINING: Final = 4
"""Words within which one name explains another: "the Taliban, formally the TTP"."""


def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name, for comparing two spellings."""
    return tuple(w for w in (fold(p) for p in pieces(text)) if w != "-")
