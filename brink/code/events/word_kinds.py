"""Words by what they tell of an act: weapons, fighters, and what makes it none, such as sport and storms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, cast

from brink.code.rows import Mode

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Means:
    """Instruments with their mode, and verbs that only carry an event noun."""

    instruments: Mapping[str, tuple[tuple[tuple[str, ...], Mode], ...]]
    """By last word: the words before it, and the mode; longest first."""
    light: Words
    happen: Words
    passive_light: Words
    claim: Words
    effects: Words
    armed: Words
    regular: Words
    irregular: Words
    people: Words
    workers: Words
    things: Words
    forceful: Words
    goods: Words
    matters: Words
    unshot: Words
    stoppages: Words
    downing: Words
    private: Words
    present: Words


@dataclass(frozen=True, slots=True)
class Senses:
    """Company in which a word tells no event."""

    abstract: Words
    natural: Words
    mishaps: Words
    storms: Words
    sport: Words
    before: Mapping[str, Words]
    after: Mapping[str, Mapping[str, Words]]
    under: Mapping[str, Words]
    objects: Mapping[str, Words]
    beside: Mapping[str, Words]


def read_means(raw: dict[str, Any]) -> Means:
    """The lists of `means.yaml`."""
    instruments: dict[str, list[tuple[tuple[str, ...], Mode]]] = {}
    for mode, names in raw["instruments"].items():
        for name in names:
            *before, last = str(name).replace("-", " ").split()
            instruments.setdefault(last, []).append((tuple(before), cast(Mode, mode)))
    longest = {
        last: tuple(sorted(some, key=lambda item: -len(item[0]))) for last, some in instruments.items()
    }
    return Means(longest, *(as_set(raw[field.name]) for field in fields(Means)[1:]))


def read_senses(raw: dict[str, Any]) -> Senses:
    """The lists of `senses.yaml`."""
    return Senses(
        abstract=as_set(raw["abstract"]),
        natural=as_set(raw["natural"]),
        mishaps=as_set(raw["mishaps"]),
        storms=as_set(raw["storms"]),
        sport=as_set(raw["sport"]),
        before={str(word): as_set(some) for word, some in raw["before"].items()},
        after={
            str(word): {str(tie): as_set(some) for tie, some in ties.items()}
            for word, ties in raw["after"].items()
        },
        under={str(word): as_set(some) for word, some in raw["under"].items()},
        objects={str(word): as_set(some) for word, some in raw["objects"].items()},
        beside={str(word): as_set(some) for word, some in raw["beside"].items()},
    )


def as_set(raw: list[Any]) -> Words:
    """The words of a list, whatever YAML took them for."""
    return frozenset(str(word) for word in raw)
