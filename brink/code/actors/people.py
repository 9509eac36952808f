"""People as the text presents them: titles, offices and, later in the story, surnames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from brink.code.actors.cues import Cues
from brink.code.actors.roles import RoleLexicon
from brink.code.actors.runs import Run
from brink.code.actors.story import name_words
from brink.code.actors.towns import is_town
from brink.code.actors.words import Words
from brink.code.grammar.labels import SUBJECT
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_HUMAN: Final = _LISTS["humans"]
_LEADING = frozenset({"leader", "president", "premier", "founder", "chief", "commander", "head"})
_ARABIC: Final = _LISTS["arabic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody a story names in full."""

    name: str
    words: tuple[str, ...]
    serves: str | None = None
    country: str | None = None
    because: str = ""


@dataclass(slots=True)
class People:
    """Everybody a story has named so far, by surname."""

    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    surnames_of: dict[str, set[str]] = field(default_factory=dict)
    """Last words of the names that begin with a word: "Kim" of Kim Jong Un is a surname that stands first."""

    def add(self, person: Person) -> Person:
        """The person as first named, when this is the same one under a shorter or longer name."""
        same = self.by_surname.setdefault(person.words[-1], [])
        if len(person.words) > 1:
            self.surnames_of.setdefault(person.words[0], set()).add(person.words[-1])
        for i, known in enumerate(same):
            if known.words[0] == person.words[0] or _initial_of(known.words[0], person.words[0]):
                longer = known if len(known.words) >= len(person.words) else person
                same[i] = Person(
                    name=longer.name,
                    words=longer.words,
                    serves=known.serves or person.serves,
                    country=known.country or person.country,
                    because=known.because or person.because,
                )
                return same[i]
        same.append(person)
        return person

    def called(self, words: Sequence[str]) -> list[Person]:
        """People with this surname, or this full name."""
        plain = [w for w in words if w not in _ARABIC] or list(words)
        found = self.by_surname.get(plain[-1], [])
        return [p for p in found if len(plain) == 1 or p.words[0] == plain[0] or set(plain) <= set(p.words)]

    def of_family(self, family: str) -> list[Person]:
        """People whose name begins with this family name: "Kim" of Kim Jong Un."""
        lasts = sorted(self.surnames_of.get(family, ()))
        return [p for last in lasts for p in self.by_surname[last] if p.words[0] == family]


def _initial_of(a: str, b: str) -> bool:
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def presents_person(words: Words, run: Run, cues: Cues, roles: RoleLexicon) -> str | None:
    """Why the run names a person, or None when it need not."""
    last = words.folded[run.last - 1]
    if (
        last in cues.group_words | cues.body_words | cues.media_words | cues.thing_words
        or words.folded[run.first] in cues.group_first
    ):
        return None
    if run.first > 0 and words.lowered[run.first - 1] in {"the", "a", "an"}:
        return None
    if any(words.texts[i] in {'"', "“", "‘"} for i in range(run.first, run.last)):
        return "a nickname stands inside the name"
    if run.titled and run.last - run.first > 1:
        return f"title '{' '.join(words.texts[run.title : run.first])}'"
    if (noun := role_before(words, run.first, roles)) is not None:
        return f"named after the role '{' '.join(words.texts[noun : run.first])}'"
    if (noun := _set_off(words, run, roles)) is not None:
        return f"explains the role '{' '.join(words.texts[noun : run.first - 1])}'"
    names = [w for w in words.folded[run.first : run.last] if w != "-" and w not in cues.name_links]
    if len(names) < 2 or _is_place(words, run, cues):
        return None
    if words.folded[run.first] in cues.given_names:
        return "begins with a given name"
    if any(w in _ARABIC for w in words.folded[run.first + 1 : run.last]):
        return "built like a personal name"
    head = words.head_of(run.first, run.last)
    if (
        words.deps[head] in SUBJECT
        and words.lemmas[words.heads[head]] in cues.speech_verbs
        and len(names) <= 4
    ):
        return f"subject of '{words.lemmas[words.heads[head]]}'"
    if followed_by_role(words, run.last, roles) is not None:
        return "explained by a role after it"
    return None


def _is_place(words: Words, run: Run, cues: Cues) -> bool:
    """Whether the run is a town that is built like a personal name, or stands where a town does."""
    head = words.head_of(run.first, run.last)
    arabic = any(w in _ARABIC for w in words.folded[run.first + 1 : run.last])
    return (arabic or words.case(head) in cues.place_prepositions) and is_town(
        words.text(run.first, run.last)
    )


def _set_off(words: Words, run: Run, roles: RoleLexicon) -> int | None:
    """The role of one human that a name explains between commas: "the group's leader, Idir Amghar, said"."""
    comma = run.first - 1
    closed = run.last >= words.n or words.texts[run.last] in {",", ".", ")"}
    if comma < 1 or words.texts[comma] != "," or not closed or run.last - run.first < 2:
        return None
    apposed = words.deps[words.head_of(run.first, run.last)] == "appos"
    # A parser may take the name between two commas for the subject itself.
    between = run.last < words.n and words.texts[run.last] == "," and words.pos[run.last - 1] == "PROPN"
    return role_before(words, comma, roles, also=_LEADING) if apposed or between else None


def role_before(
    words: Words, first: int, roles: RoleLexicon, *, also: frozenset[str] = frozenset()
) -> int | None:
    """Where the role noun that ends right before token `first` begins, if it names one human."""
    for begin in range(max(0, first - 4), first):
        noun = roles.at(words.folded, begin)
        if (
            noun is not None
            and begin + len(noun.words) == first
            and not noun.is_plural
            and (noun.classes[0].name in _HUMAN or noun.singular in also)
        ):
            return begin if words.sentence[begin] == words.sentence[first] else None
    return None


def followed_by_role(words: Words, last: int, roles: RoleLexicon) -> int | None:
    """Where a role noun begins that explains a name: "Amina Bello, a nurse from Jos"."""
    if last >= words.n or words.texts[last] not in {",", "("}:
        return None
    for i in range(last + 1, min(last + 8, words.n)):
        if words.pos[i] in {"VERB", "AUX", "PUNCT", "SCONJ"} and words.texts[i] != "-":
            return None
        noun = roles.at(words.folded, i)
        human = noun is not None and (noun.classes[0].name in _HUMAN or noun.singular in _LEADING)
        if noun is not None and human and not noun.is_plural:
            return i
    return None


def person_of(text: str, *, serves: str | None, country: str | None, because: str) -> Person:
    """A person from the words of a name."""
    words = tuple(w for w in name_words(text) if w not in _ARABIC) or name_words(text)
    if len(words) > 1 and words[-1] in {"jr", "sr", "ii", "iii"}:
        words = words[:-1]
    return Person(name=text, words=words, serves=serves, country=country, because=because)
