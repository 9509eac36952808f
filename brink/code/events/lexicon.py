"""The words of events and their frames, loaded once from the YAML files in `lexicon/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, cast

from brink.code.events.word_kinds import Means, Senses, Words, as_set, read_means, read_senses
from brink.code.rows import EventType, Mode, Status
from brink.shipped import shipped_yaml

Effect = Literal["killed", "injured", "abducted"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of telling one type of event: where its parties stand, and what must be found."""

    type: EventType
    mode: Mode | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    sides: bool
    needs: Words
    effect: Effect | None
    status: Status | None
    """What the words say of the act themselves ("promised Kyiv tanks" is planned)."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A verb or noun with the company it asks for, and the frame it then has.

    Of a verb: `beside` are particles and adverbs, `objects` the object nouns of which one must
    stand there, `prepositions` the prepositions or clause marks of which one must, `tail` words
    of which each needs one after that preposition. Of a noun: `beside` are the words before it, or after it
    when `follows`.
    """

    written: str
    beside: tuple[str, ...]
    objects: Words
    prepositions: Words
    tail: tuple[Words, ...]
    follows: bool
    frame: Frame

    @property
    def conditions(self) -> int:
        """How much company it asks for; the most demanding expression that fits is taken."""
        return len(self.beside) + 2 * bool(self.objects) + bool(self.prepositions) + len(self.tail)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the event rules know of words; expressions are keyed by verb lemma or noun."""

    verbs: Mapping[str, tuple[Expression, ...]]
    nouns: Mapping[str, tuple[Expression, ...]]
    means: Means
    senses: Senses


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The event lexicon, read from the package once a process."""
    return Lexicon(
        verbs=_keyed(_verbs()),
        nouns=_keyed(_nouns()),
        means=read_means(_read("means")),
        senses=read_senses(_read("senses")),
    )


def _read(name: str) -> Any:
    return shipped_yaml("brink.code.events", f"lexicon/{name}.yaml")


def _keyed(pairs: Iterator[tuple[str, Expression]]) -> dict[str, tuple[Expression, ...]]:
    """Expressions by head word, the most demanding first and else in the order of the file."""
    found: dict[str, list[Expression]] = {}
    for key, expression in pairs:
        found.setdefault(key, []).append(expression)
    return {key: tuple(sorted(some, key=lambda item: -item.conditions)) for key, some in found.items()}


def _verbs() -> Iterator[tuple[str, Expression]]:
    classes = {f"@{name}": as_set(some) for name, some in _read("means").items() if name in _CLASSES}
    for group in _read("verbs"):
        frame = _frame(group, actor=("agent",), recipient=("patient",))
        for written in group["words"]:
            yield _verb(str(written), frame, classes)


_CLASSES = ("goods", "arms", "helpers")


def _verb(written: str, frame: Frame, classes: Mapping[str, Words]) -> tuple[str, Expression]:
    head, *rest = _parts(written)
    beside: list[str] = []
    tail: list[Words] = []
    objects: Words = frozenset()
    prepositions: Words = frozenset()
    for part in rest:
        if part.startswith("="):
            objects = frozenset().union(
                *(classes.get(word, frozenset({word})) for word in part[1:].split("|"))
            )
        elif part.startswith("~"):
            prepositions = frozenset(part[1:].split("|"))
        elif prepositions:
            tail.append(frozenset(part.split("|")))
        else:
            beside.append(part)
    return head, Expression(written, tuple(beside), objects, prepositions, tuple(tail), True, frame)


def _parts(written: str) -> Iterator[str]:
    """The words of an expression, "test-fire" as two and "=cease-fire|truce" as one."""
    for part in written.split():
        yield from (part,) if part[0] in "=~" or "|" in part else part.split("-")


def _nouns() -> Iterator[tuple[str, Expression]]:
    for group in _read("nouns"):
        frame = _frame(group, actor=("poss", "by"), recipient=("of",))
        for written in group["words"]:
            words = str(written).replace("-", " ").split()
            objects = frozenset(words.pop()[1:].split("|")) if words[-1].startswith("=") else frozenset()
            follows = (len(words) > 2 and words[1] in {"of", "on", "in", "with", "to", "from"}) or words[
                -1
            ] in _PREPOSITIONS
            head = words[0] if follows else words[-1]
            beside = tuple(words[1:] if follows else words[:-1])
            yield head, Expression(str(written), beside, objects, frozenset(), (), follows, frame)


_PREPOSITIONS = frozenset({"for", "to", "of", "on", "against"})


def _frame(group: dict[str, Any], *, actor: tuple[str, ...], recipient: tuple[str, ...]) -> Frame:
    return Frame(
        type=cast(EventType, group["type"]),
        mode=cast("Mode | None", group.get("mode")),
        actor=tuple(str(place) for place in group.get("actor", actor)),
        recipient=(*(str(place) for place in group.get("recipient", recipient)), "anti"),
        sides=bool(group.get("sides", False)),
        needs=frozenset(group.get("needs", ())),
        effect=cast("Effect | None", group.get("effect")),
        status=cast("Status | None", group.get("status")),
    )
