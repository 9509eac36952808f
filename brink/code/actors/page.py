"""The state of reading one story: its pages, and what is drafted on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from brink.code.actors.cues import Cues
from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.people import People
from brink.code.actors.roles import RoleLexicon, RoleNoun
from brink.code.actors.runs import Run
from brink.code.actors.story import Context, Hit
from brink.code.actors.words import Words
from brink.code.mention import ActorKind
from brink.code.passage import Passage


@dataclass(slots=True, kw_only=True)
class Draft:
    """A mention before references back are followed."""

    first: int
    last: int
    head: int
    names: tuple[str, ...]
    kind: ActorKind
    how: str
    because: str
    country: str | None = None
    serves: str | None = None
    plural: bool = False
    role: RoleNoun | None = None
    """The noun of a role that no modifier has named yet."""
    owner: int | None = None
    """Token of the pronoun that qualifies the role ("its leadership")."""


@dataclass(slots=True, kw_only=True)
class Page:
    """One passage while it is read."""

    passage: Passage
    words: Words
    hits: list[Hit]
    runs: list[Run] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    entries: dict[int, tuple[Hit, ActorEntry]] = field(default_factory=dict)
    """Known names that stand for an actor, by the token after their last."""
    at: dict[int, Draft] = field(default_factory=dict)
    """The draft that covers a token."""

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        for i in range(draft.first, draft.last):
            self.at[i] = draft

    def drop(self, draft: Draft) -> None:
        self.drafts = [d for d in self.drafts if d is not draft]
        self.at = {i: d for i, d in self.at.items() if d is not draft}

    def is_free(self, first: int, last: int) -> bool:
        """Whether nothing is drafted on tokens `[first, last)`."""
        return not any(i in self.at for i in range(first, last))

    def text(self, first: int, last: int) -> str:
        return str(self.passage.doc[first:last].text)


@dataclass(slots=True, kw_only=True)
class Reading:
    """What every rule may look up."""

    gazetteer: Gazetteer
    cues: Cues
    roles: RoleLexicon
    context: Context
    people: People
    learnt: Mapping[str, ActorEntry]
    """Actors that the story itself introduces, by name."""
    on: date | None

    def entry(self, name: str) -> ActorEntry | None:
        """The known or introduced actor with this canonical name."""
        return self.learnt.get(name) or self.gazetteer.entry(name)

    def side(self, name: str) -> str:
        """Whom "we" means in the mouth of somebody who serves this actor: a ministry speaks for its state."""
        entry = self.entry(name)
        if entry is None or entry.kind != "government" or entry.country is None:
            return name
        ruler = self.gazetteer.ruler(entry.country, self.on)
        return ruler.name if ruler is not None else name
