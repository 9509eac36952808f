"""What "he", "the group" and "both sides" refer back to, where a rule can be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from brink.code.actors.cues import Cues
from brink.code.mention import ActorKind, Mention

PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
THING = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
SPEAKER = frozenset({"we", "us", "our", "ourselves", "i", "my", "me"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "obl:agent"})
_SINGLE: frozenset[ActorKind] = frozenset({"state", "government", "force", "body", "group", "media", "unknown"})
_MANY: frozenset[ActorKind] = frozenset({"group", "people", "role", "force", "government", "body", "unknown"})
# How many sentences back a description ("the group") may reach; pronouns reach one.
_DESCRIPTION_REACH = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention already read, with where it stood."""

    mention: Mention
    sentence: int
    dep: str

    @property
    def is_subject(self) -> bool:
        return self.dep in _SUBJECTS


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The mentions referred to, none when it stays open, and why."""

    mentions: tuple[Mention, ...]
    because: str


@dataclass(slots=True)
class Memory:
    """Mentions of the story so far, in reading order."""

    seen: list[Seen] = field(default_factory=list)

    def add(self, mention: Mention, sentence: int, dep: str) -> None:
        self.seen.append(Seen(mention, sentence, dep))

    def pronoun(self, word: str, sentence: int, *, subject: bool) -> Antecedent:
        """Who "he", "it" or "they" is: the last compatible subject in this sentence or the one before."""
        if word in PERSON:
            return self._last(sentence, 1, lambda m: m.kind == "person", subject=subject)
        if word in THING:
            return self._last(sentence, 1, lambda m: m.kind in _SINGLE and not m.plural, subject=subject)
        return self._last(sentence, 1, _is_many, subject=subject)

    def described(self, head: str, sentence: int, cues: Cues) -> Antecedent:
        """Whom "the group" or "the army" means: the last actor of a fitting kind."""
        kinds = {kind for kind, nouns in cues.described.items() if head in nouns}
        fits: Callable[[Mention], bool] = lambda m: bool(m.names) and _fits(m, kinds)  # noqa: E731
        return self._last(sentence, _DESCRIPTION_REACH, fits, subject=False, ambiguous_if_level=True)

    def pair(self, head: str, sentence: int) -> Antecedent:
        """The last two states or other actors, for "both sides" and "the two countries"."""
        states_only = head in {"countries", "nations", "neighbours", "neighbors", "states", "governments", "capitals"}
        kinds = {"state", "government"} if states_only else {"state", "government", "group", "force"}
        found: list[Mention] = []
        for seen in reversed(self.seen):
            if sentence - seen.sentence > _DESCRIPTION_REACH:
                break
            m = seen.mention
            if m.kind in kinds and len(m.names) == 1 and m.names[0] not in {f.names[0] for f in found}:
                found.append(m)
            if len(found) == 2:
                names = " and ".join(sorted(f.names[0] for f in found))
                return Antecedent(tuple(reversed(found)), f"the last two of their kind named before: {names}")
        return Antecedent((), "two actors are meant, but fewer were named before")

    def _last(
        self, sentence: int, reach: int, fits: Callable[[Mention], bool], *, subject: bool, ambiguous_if_level: bool = False
    ) -> Antecedent:
        recent = [s for s in self.seen if sentence - s.sentence <= reach and fits(s.mention)]
        if not recent:
            return Antecedent((), "nobody named shortly before fits")
        latest = max(s.sentence for s in recent)
        level = [s for s in recent if s.sentence == latest]
        subjects = [s for s in level if s.is_subject] or ([s for s in recent if s.is_subject] if subject else [])
        chosen = subjects[-1] if subjects else level[-1]
        rivals = {s.mention.label for s in level}
        if ambiguous_if_level and not subjects and len(rivals) > 1:
            return Antecedent((), f"could be {' or '.join(sorted(r[0] for r in rivals))}")
        why = "last fitting subject" if subjects else "last that fits"
        return Antecedent((chosen.mention,), f"back to '{chosen.mention.surface}', the {why}")


def _is_many(mention: Mention) -> bool:
    return mention.kind in _MANY and (mention.plural or mention.kind in {"group", "people", "force"}) or len(mention.names) > 1


def _fits(mention: Mention, kinds: Iterable[str]) -> bool:
    for kind in kinds:
        if kind == "group" and mention.kind == "group":
            return True
        if kind == "state" and mention.kind in {"state", "government"}:
            return True
        if kind == "force" and mention.kind == "force":
            return True
        if kind == "body" and mention.kind == "body":
            return True
    return False
