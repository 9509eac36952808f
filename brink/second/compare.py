"""Two coders' rows of the same stories, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from brink.case.view import View
from brink.code.rows import Event, Quote
from brink.errors import NotInCase, nearest
from brink.second.kept import coded_stories, models, second_events

Verdict = Literal["agreed", "differ", "only rules", "only second"]
Part = Literal["type", "status", "doer", "target", "figure", "mode", "date", "place", "source"]
DECIDING: Final[tuple[Part, ...]] = ("type", "status", "doer", "target", "figure")
"""Parts in which rows must be alike to be agreed; the others are named where they differ."""
_OVERLAP = 0.5
"""Share of the shorter quote that two rows of one happening have in common."""
_SAME_WORDS = 0.8
"""Share of the longer quote from which on two rows are about the same words, whatever they make of them."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the rules and the row of the second coder that tells of the same, or one of them alone."""

    rules: Event | None
    second: Event | None
    differs: tuple[Part, ...] = ()

    @property
    def verdict(self) -> Verdict:
        if self.second is None:
            return "only rules"
        if self.rules is None:
            return "only second"
        return "differ" if any(part in DECIDING for part in self.differs) else "agreed"

    @property
    def one(self) -> Event:
        """The rules' row, or else the other."""
        event = self.rules or self.second
        if event is None:
            raise ValueError("a pair holds a row")
        return event


def chosen_model(view: View, model: str | None) -> str:
    """The model asked for, or the one that coded last.

    Raises
    ------
    NotInCase
        When no second coder, or not this one, has coded the case.
    """
    known = models(view.case.store)
    if not known:
        raise NotInCase("no second coder has coded this case; `brink code CASE --coder llm` asks one")
    if model is not None and model not in known:
        raise NotInCase(
            f"model {model!r} has coded nothing here{nearest(model, known)} (models: {', '.join(known)})"
        )
    return model or known[0]


def compare(view: View, model: str) -> list[Pair]:
    """Both coders' rows of the stories that both coded, in the order of their text."""
    both = coded_stories(view.case.store, model) & view.story.keys()
    accepted = {event.id for event in view.decisions.accepted}
    rules = _by_story(event for event in view.events if event.id not in accepted)
    second = _by_story(view.decisions.event(event) for event in second_events(view.case.store, model))
    found = [
        pair
        for story in view.stories
        if story.id in both
        for pair in pairs(rules.get(story.id, ()), second.get(story.id, ()))
    ]
    order = {story.id: i for i, story in enumerate(view.stories)}
    return sorted(found, key=lambda pair: (order[pair.one.story], pair.one.quote.start, pair.one.id))


def _by_story(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.story].append(event)
    return found


def pairs(rules: Sequence[Event], second: Sequence[Event]) -> list[Pair]:
    """The rows of one story, each at most once: the most alike are paired first."""
    scored = [(likeness(a, b), a, b) for a in rules for b in second]
    ranked = sorted(
        ((score, a, b) for score, a, b in scored if score is not None),
        key=lambda item: (-item[0], item[1].id, item[2].id),
    )
    taken: set[str] = set()
    found = []
    for _, a, b in ranked:
        if a.id not in taken and b.id not in taken:
            taken |= {a.id, b.id}
            found.append(Pair(a, b, differences(a, b)))
    found += [Pair(a, None) for a in rules if a.id not in taken]
    return found + [Pair(None, b) for b in second if b.id not in taken]


def likeness(a: Event, b: Event) -> float | None:
    """How surely two rows tell of the same; None when their words or parts lie too far apart."""
    common = _common(a.quote, b.quote)
    lengths = sorted((a.quote.end - a.quote.start, b.quote.end - b.quote.start))
    if common < _OVERLAP * lengths[0]:
        return None
    doer, target = _alike(a.actors, b.actors), _alike(a.recipients, b.recipients)
    figure = (a.killed or a.injured or a.abducted or a.amount) is not None and _same_figures(a, b)
    same_words = common >= _SAME_WORDS * lengths[1]
    if not (a.type == b.type or (doer and target) or figure or same_words):
        return None
    parts = 4.0 * (a.type == b.type) + 2.0 * doer + 2.0 * target + 2.0 * figure + (a.status == b.status)
    return parts + common / lengths[1]


def differences(a: Event, b: Event) -> tuple[Part, ...]:
    """The parts in which two rows differ."""
    same: dict[Part, bool] = {
        "type": a.type == b.type,
        "status": a.status == b.status,
        "doer": _folded(a.actors) == _folded(b.actors),
        "target": _folded(a.recipients) == _folded(b.recipients),
        "figure": _same_figures(a, b),
        "mode": a.mode == b.mode or a.type != b.type,
        "date": a.date == b.date,
        "place": (a.place and a.place.name) == (b.place and b.place.name),
        "source": _folded([a.source or ""]) == _folded([b.source or ""]),
    }
    return tuple(part for part, alike in same.items() if not alike)


def _same_figures(a: Event, b: Event) -> bool:
    return (a.killed, a.injured, a.abducted, a.amount) == (b.killed, b.injured, b.abducted, b.amount)


def _common(a: Quote, b: Quote) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sides share a name."""
    return bool(_folded(a) & _folded(b))


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in names)
