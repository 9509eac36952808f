"""One future told month by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from brink.case.parts.model import Roles
from brink.dates.months import month_label, month_words
from brink.play.answers.measures import column
from brink.play.answers.readings import motive_words, structure_words
from brink.play.answers.sentences import number
from brink.play.engine.replay import Replay
from brink.play.model.levers import AS_GIVEN, TARGET_RUNGS
from brink.play.setting import Setting

LEVER_SAID = {
    "lever_truce": "talks are offered",
    "lever_border": "crossings are ordered closed",
    "lever_trade": "crossings are ordered closed to goods",
    "lever_transit": "trade and transit are made easier",
    "lever_pressure": "families and assets of leaders of {host} are pressed",
    "lever_sanctions": "{partner} puts pressure on {host}",
    "lever_standing": "ties with {host} are downgraded",
    "lever_creed": "clerics condemn the backing by {host}",
    "lever_money": "{partner} sends money",
    "lever_cooperation": "{partner} helps with intelligence or equipment",
    "lever_reward": "{host} are offered rewards",
    "lever_rivals": "{host} are helped against rivals",
    "lever_arrests": "more arrests are made at home",
    "lever_host_standing": "care is taken to spare civilians",
    AS_GIVEN: "{target} does only what is chosen for it, its own rules rest",
}
"""Levers in words, with places for the actors of the case."""


def month_rows(what: Setting, seen: Replay) -> Iterator[dict[str, Any]]:
    """Every state, lever and draw of each month, for programs."""
    model = seen.model
    draws = [draw.name for draw in model.draws]
    for month in range(seen.states.shape[1]):
        yield {
            "month": month_label(what.bound.start_month + month),
            "states": _named(model.state_names, seen.states[:, month]),
            "levers": _named(model.levers, seen.levers[:, month]),
            "draws": _named(tuple(draws), seen.draws[:, month]),
        }


def _named(names: tuple[str, ...], values: np.ndarray) -> dict[str, float | None]:
    return {
        name: None if np.isnan(value) else float(value) for name, value in zip(names, values, strict=True)
    }


def story(what: Setting, option: str, seen: Replay) -> Iterator[str]:
    """The future in sentences: what it assumes, each month, and what it came to."""
    yield heading(what, option, seen)
    for month in range(seen.states.shape[1]):
        yield f"{month_words(what.bound.start_month + month)}: {told(what, seen, month)}"
        if np.isnan(seen.states[:, month]).any():
            yield from _broken(what, seen)
            return
    yield ending(what, seen)


def _broken(what: Setting, seen: Replay) -> Iterator[str]:
    """Which mechanism broke the future, and the numbers of the point that it read."""
    if seen.broken is None:
        return
    broke = next(one for one in seen.model.mechanisms if one.id == seen.broken.mechanism)
    yield (
        f"The future breaks here: mechanism {broke.id!r} ({broke.sentence}) gave a value out of the range of "
        "its state, or none."
    )
    read = [name for name in broke.reads if name in what.bound.names]
    values = ", ".join(f"{name} {what.bound.values(name)[seen.point]:.4g}" for name in read)
    yield f"Numbers of its point that it read: {values}."


def heading(what: Setting, option: str, seen: Replay) -> str:
    """Which future it is and what it assumes about motive and structure."""
    point = seen.point
    return (
        f"In the simulation, future {seen.future} (seed {what.seed}, parameter point {point}) under "
        f"“{what.plan(option).option.name}”. {assumed(what, point)}"
    )


def assumed(what: Setting, point: int) -> str:
    """What a future takes for true of motive and structure."""
    motive = f"H{what.bound.motive[point]:d}"
    structure = f"S{what.bound.structure[point]:d}"
    return (
        f"It assumes that the host's motive is {motive_words(what.definition)[motive]}, and that attacks are "
        f"driven by {structure_words(what.definition)[structure]}."
    )


def told(what: Setting, seen: Replay, month: int) -> str:
    """What happens in one month."""
    if np.isnan(seen.states[:, month]).any():
        return "a value leaves its range"
    parts = [*_levers(what, seen, month), *_violence(what, seen, month), *_turns(what, seen, month)]
    return f"{'; '.join(parts)}."


def _at(seen: Replay, name: str, month: int) -> float:
    return float(seen.state(name)[month])


def _before(seen: Replay, name: str, month: int, first: float) -> float:
    return float(seen.state(name)[month - 1]) if month else first


def _levers(what: Setting, seen: Replay, month: int) -> Iterator[str]:
    """Levers that begin to be pulled, or are let go."""
    for at, lever in enumerate(seen.model.levers):
        now, before = seen.levers[at, month], seen.levers[at, month - 1] if month else 0.0
        words = _lever_said(what, lever)
        if now > 0 and before == 0:
            yield words if now == 1 else f"{words} ({now:.2g} of the full effect)"
        elif now == 0 and before > 0:
            yield f"no more: {words}"


def _lever_said(what: Setting, lever: str) -> str:
    roles = _roles(what)
    if lever.startswith("lever_rung_"):
        rung = TARGET_RUNGS[int(lever.rpartition("_")[2])]
        return f"{roles.target} uses “{_rung_name(what, rung)}”"
    partner = roles.partner or "the partner"
    said = LEVER_SAID.get(lever, lever)
    return said.format(target=roles.target, host=roles.host, partner=partner)


def _rung_name(what: Setting, rung: str) -> str:
    """What the case calls a rung of the target's ladder."""
    named = {
        one.id: one.name
        for ladder in what.definition.ladders
        if ladder.by == _roles(what).target
        for one in ladder.rungs
    }
    return named.get(rung, rung.replace("-", " "))


def _violence(what: Setting, seen: Replay, month: int) -> Iterator[str]:
    roles = _roles(what)
    attacks, deaths = _at(seen, "attacks", month), _at(seen, "deaths", month)
    largest = _at(seen, "largest_attack", month)
    said = f"{attacks:.0f} attacks by {roles.group} with {deaths:.0f} dead on all sides"
    yield said + (f", {largest:.0f} of them in one" if largest >= 10 else "")
    if (harm := _at(seen, "host_civilian_deaths", month)) >= 1:
        yield f"{roles.target}'s action kills {harm:.0f} civilian{'s' if harm > 1 else ''} across the border"
    if _at(seen, "replied", month) > 0:
        yield f"{roles.host} answer in kind"
    if _at(seen, "interstate_fighting", month) > 0:
        dead = _at(seen, "interstate_deaths", month)
        yield f"the two states fight, {dead:.0f} dead" if dead >= 1 else "the two states clash, none dead"


def _roles(what: Setting) -> Roles:
    assert what.definition.model is not None
    return what.definition.model.roles


def _turns(what: Setting, seen: Replay, month: int) -> Iterator[str]:
    """What changes from the month before."""
    roles = _roles(what)
    point = seen.point
    truce, held = (
        _at(seen, "truce", month),
        _before(seen, "truce", month, what.bound.values("start_truce")[point]),
    )
    if truce > held:
        yield "a truce begins"
    elif truce < held:
        yield "the truce ends"
    leadership = _at(seen, "leadership", month)
    if leadership < _before(seen, "leadership", month, 1.0) - 0.3:
        yield f"a leader of {roles.group} dies"
    rung = int(_at(seen, "own_rung", month))
    stood = int(_before(seen, "own_rung", month, what.bound.values("start_own_rung")[point]))
    rests = seen.levers[seen.model.levers.index(AS_GIVEN), month] > 0
    if rung != stood and not rests:
        way = "climbs" if rung > stood else "comes down"
        yield f"by its own rule {roles.target} {way} to “{_rung_name(what, TARGET_RUNGS[rung])}”"
    support = _at(seen, "host_support", month)
    for tenth in (0.25, 0.5, 0.75):
        if (
            before := _before(seen, "host_support", month, support)
        ) >= tenth > support or before < tenth <= support:
            way = "rises above" if support >= tenth else "falls below"
            yield f"the backing of {roles.host} {way} {tenth:g}"
    if (money := _at(seen, "money", month)) < 0 <= _before(seen, "money", month, money):
        yield f"{roles.target}'s reserves run out"


def ending(what: Setting, seen: Replay) -> str:
    """What the future came to."""
    values = what.counted.values(seen.outcomes[None, :], what.months)[0]
    by = dict(zip(what.counted.names, values, strict=True))
    shown = ("killed", "attacks", "host_civilian_deaths", "interstate_deaths", "truce_months")
    parts = [f"{column(name).words}: {number(float(by[name]))}" for name in shown]
    return f"In all, {'; '.join(parts)}; {column('money').words}: USD {number(float(by['money']))} million."
