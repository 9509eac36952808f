"""The levers a player holds: which they are, what each costs and kills, and which exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brink.case.definition import Definition
from brink.case.parts.numbers import Range
from brink.case.parts.options import Lever
from brink.errors import BadPlay, nearest
from brink.play.model.levers import OPPOSITES, lever_for
from brink.play.options.bill import cost_of

Choice = Mapping[str, float]
"""Levers of the case and how far each is pulled, 0 to 1, for one month."""


def actor_called(definition: Definition, name: str) -> str:
    """The actor that a name means, capital letters aside; the name itself where nobody is so called."""
    wanted = name.strip().casefold()
    for entry in definition.actor_entries():
        if wanted in {one.casefold() for one in (entry.name, *entry.aliases)}:
            return entry.name
    return name


def levers_of(definition: Definition, player: str) -> dict[str, Lever]:
    """Levers that an actor, or a part of it, holds and that mean something to the model.

    Raises
    ------
    BadPlay
        When the actor holds none, with those who do.
    """
    holders = {entry.name: entry.part_of for entry in definition.actor_entries()}

    def under(name: str | None) -> bool:
        seen: set[str] = set()
        while name is not None and name not in seen:
            if name == player:
                return True
            seen.add(name)
            name = holders.get(name)
        return False

    found = {
        lever.id: lever
        for lever in definition.levers
        if under(lever.who) and lever_for(definition, lever.id) is not None
    }
    if not found:
        who = list(dict.fromkeys(lever.who for lever in definition.levers))
        raise BadPlay(
            f"{player!r} holds no lever of this case{nearest(player, who) or ';'} holders: {', '.join(who)}"
        )
    return found


def check_levels(player: str, levers: Mapping[str, Lever], choice: Choice) -> None:
    """That a choice names levers of the player, at levels from 0 to 1, none against another.

    Raises
    ------
    BadPlay
        With what is wrong and what is allowed.
    """
    for name, level in choice.items():
        if name not in levers:
            raise BadPlay(
                f"{player} holds no lever {name!r}{nearest(name, levers) or ';'} levers: {', '.join(levers)}"
            )
        if not 0 <= level <= 1:
            raise BadPlay(f"{name} at {level:g}; a level is from 0 to 1")
    for one, other in OPPOSITES:
        pulled = [
            {n: v for n, v in choice.items() if levers[n].acts_on == on and v > 0} for on in (one, other)
        ]
        if all(pulled) and max(pulled[0].values()) + max(pulled[1].values()) > 1:
            raise BadPlay(
                f"{', '.join(pulled[0])} and {', '.join(pulled[1])} undo each other: their levels in one "
                "month may add up to 1 at most"
            )


def levers_said(definition: Definition, levers: Mapping[str, Lever]) -> Iterator[str]:
    """A line a lever: what it is, who pulls it, how strong it is taken to be, what it costs and kills."""
    for lever in levers.values():
        parts = [f"{lever.name} ({lever.who})"]
        if lever.strength.share < 1.0:
            parts.append(f"taken for {lever.strength.share:g} of the full effect")
        parts.append(_cost_said(cost_of(definition, lever)))
        if (toll := _toll_of(definition, lever)) is not None:
            parts.append(f"civilians: {_range_said(toll)}")
        yield f"  {lever.id}: {'; '.join([*parts, lever.limits])}"


def _cost_said(cost: Range | None) -> str:
    return "no price known" if cost is None else f"costs {_range_said(cost)}"


def _toll_of(definition: Definition, lever: Lever) -> Range | None:
    rungs = (rung for ladder in definition.ladders for rung in ladder.rungs if rung.id == lever.rung)
    return next((rung.civilian_toll for rung in rungs), None)


def _range_said(given: Range) -> str:
    money = given.unit.startswith("USD ")
    span = f"{given.low:g} to {given.high:g}" if given.low != given.high else f"{given.low:g}"
    return f"USD {span} {given.unit.removeprefix('USD ')}" if money else f"{span} {given.unit}"
