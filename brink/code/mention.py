"""A place in the text where an actor or a place is named or meant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from brink.code.rows import Place

ActorKind = Literal[
    "state",
    "government",
    "force",
    "body",
    "group",
    "person",
    "office",
    "people",
    "role",
    "media",
    "unknown",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Tokens `[first, last)` of passage `passage` that stand for an actor.

    `names` holds one canonical name, or several for "both countries", or none when the
    words clearly mean somebody the story does not let us name; then `surface` is all.
    """

    passage: int
    first: int
    last: int
    head: int
    """Index of the head token, which carries the mention's role in the clause."""
    surface: str
    names: tuple[str, ...]
    kind: ActorKind
    how: Literal["name", "alias", "acronym", "metonym", "role", "office", "description", "pronoun", "unknown"]
    because: str
    country: str | None = None
    """ISO 3166-1 alpha-2 of a state, its organs, forces, offices and people."""
    serves: str | None = None
    """Canonical name of the actor a person speaks and acts for, where the words say so."""
    plural: bool = False
    of: str | None = None
    """Canonical name of the actor that qualifies a role nobody names ("India's old rival")."""

    @property
    def label(self) -> tuple[str, ...]:
        """What rows print: canonical names, else the words of the text; nothing for an open pronoun."""
        return self.names or ((self.surface,) if self.surface else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Tokens that name a place."""

    passage: int
    first: int
    last: int
    head: int
    surface: str
    place: Place
    because: str


@dataclass(slots=True)
class Mentions:
    """All mentions of one story, found by passage and token."""

    actors: list[Mention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    _actor_at: dict[tuple[int, int], Mention] = field(default_factory=dict)
    _place_at: dict[tuple[int, int], PlaceMention] = field(default_factory=dict)
    _actors_in: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))

    def add(self, mention: Mention) -> None:
        self.actors.append(mention)
        self._actors_in[mention.passage].append(mention)
        for token in range(mention.first, mention.last):
            self._actor_at[mention.passage, token] = mention

    def add_place(self, mention: PlaceMention) -> None:
        self.places.append(mention)
        for token in range(mention.first, mention.last):
            self._place_at[mention.passage, token] = mention

    def actor_at(self, passage: int, token: int) -> Mention | None:
        """The actor mention that covers a token, if any."""
        return self._actor_at.get((passage, token))

    def place_at(self, passage: int, token: int) -> PlaceMention | None:
        return self._place_at.get((passage, token))

    def in_passage(self, passage: int) -> list[Mention]:
        return self._actors_in.get(passage, [])
