"""A mention already read with where it stood, and what a reference comes to."""

from __future__ import annotations

from dataclasses import dataclass

from brink.code.mention import Mention

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "obl:agent"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention already read, with where it stood."""

    mention: Mention
    sentence: int
    dep: str
    case: str | None
    located: bool
    """True when a preposition makes it the place of something."""
    governor: tuple[int, int] = (-1, -1)
    """Passage and token that it depends on."""
    main: bool = False
    """True when it belongs to the main clause of its sentence."""
    joined: bool = False
    """True when "and" joins it to the one that it depends on."""
    armed: bool = False
    """True when it is an armed group, ruling or not."""
    mediates: bool = False
    """True when it is told of as who mediates or hosts."""
    polices: bool = False
    """True when it is a police force, secret service or the like, which nobody calls the army."""
    speaks: bool = False
    """True when it is the one who says something, in the main clause."""

    @property
    def is_subject(self) -> bool:
        return self.dep in _SUBJECTS and (self.case is None or self.dep == "obl:agent")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The mentions referred to, none when it stays open, and why."""

    mentions: tuple[Mention, ...]
    because: str
