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
from brink.code.actors.runs import Run, find_runs
from brink.code.actors.story import Context, Hit
from brink.code.actors.words import Words
from brink.code.mention import ActorKind, Mention
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
    of: str | None = None
    """Actor that qualifies a role nobody names ("India's old rival")."""
    group_of: str | None = None
    """Country of a group that "the" and a demonym tell of: "the Venezuelan gang"."""
    short: bool = False
    """Whether the words are the short form of a longer name, if the story has one: "the Front"."""
    owner: int | None = None
    """Token of the pronoun or role that owns this one ("its leadership")."""
    label: str = ""
    """The words to print for somebody without a name, where they are not those of the tokens."""
    same_as: Draft | None = None
    """Whom the words mean that this one leads to: of "members of the security forces" those forces."""
    office: str | None = None
    """Actor whose one head of office this may be ("the Ukrainian president")."""


@dataclass(slots=True, kw_only=True)
class Page:
    """One passage while it is read."""

    passage: Passage
    words: Words
    hits: list[Hit]
    runs: list[Run] = field(default_factory=list)
    run_at: dict[int, Run] = field(default_factory=dict)
    """The run that covers a token."""
    entries: dict[int, tuple[Hit, ActorEntry]] = field(default_factory=dict)
    """Known names that stand for an actor, by the token after their last."""
    entry_at: dict[int, ActorEntry] = field(default_factory=dict)
    """The actor whose name covers a token."""
    at: dict[int, Draft] = field(default_factory=dict)
    """The draft that covers a token."""
    _by_start: dict[int, Draft] = field(default_factory=dict)

    @property
    def drafts(self) -> list[Draft]:
        """Everything drafted, in the order of the text."""
        return [self._by_start[first] for first in sorted(self._by_start)]

    def find_runs(self, cues: Cues) -> None:
        """Find the capitalised runs outside known names."""
        self.runs = find_runs(self.words, self.hits, cues)
        self.run_at = {i: run for run in self.runs for i in range(run.first, run.last)}

    def stands_for(self, hit: Hit, entry: ActorEntry) -> None:
        """Note that a known name stands for an actor."""
        self.entries[hit.last] = (hit, entry)
        self.entry_at |= dict.fromkeys(range(hit.first, hit.last), entry)

    def add(self, draft: Draft) -> None:
        self._by_start[draft.first] = draft
        self.at |= dict.fromkeys(range(draft.first, draft.last), draft)

    def drop(self, draft: Draft) -> None:
        self._by_start.pop(draft.first, None)
        for i in range(draft.first, draft.last):
            self.at.pop(i, None)

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
    capitals: frozenset[str]
    """Words that the story writes with a capital inside a sentence."""
    home: str | None
    """ISO country of the story's dateline."""
    on: date | None

    def entry(self, name: str) -> ActorEntry | None:
        """The known or introduced actor with this canonical name."""
        return self.learnt.get(name) or self.gazetteer.entry(name)

    def entry_of(self, mention: Mention) -> ActorEntry | None:
        """The known or introduced actor that a mention stands for, if it stands for just one."""
        return self.entry(mention.names[0]) if len(mention.names) == 1 else None

    def kind(self, entry: ActorEntry) -> ActorKind:
        """An entry's kind on the story's date: an armed group that rules a country is its government."""
        if entry.kind == "group" and entry.country:
            ruler = self.gazetteer.ruler(entry.country, self.on)
            if ruler is not None and ruler.name == entry.name:
                return "government"
        return entry.kind

    def side(self, name: str) -> str:
        """Whom "we" means in the mouth of somebody who serves this actor: a ministry speaks for its state."""
        entry = self.entry(name)
        if entry is None or entry.kind != "government" or entry.country is None:
            return name
        ruler = self.gazetteer.ruler(entry.country, self.on)
        return ruler.name if ruler is not None else name
