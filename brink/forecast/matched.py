"""Which part of the shipped world a series of a case belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brink.forecast.panel import Measure, Panel, UnitKind, Violence, country_id, dyad_violence, world

KIND_WORDS: Mapping[Violence, str] = {"sb": "state-based", "ns": "non-state", "os": "one-sided"}


@dataclass(frozen=True, slots=True)
class Matched:
    """The world panel whose analogues serve a series, and its unit there, if it is one of them."""

    panel: Panel
    unit: int | None

    @property
    def words(self) -> str:
        """`deaths of 459 state-based dyads`."""
        plural = {"country": "countries", "dyad": "dyads"}[self.panel.kind]
        return f"{self.panel.measure} of {len(self.panel.units)} {KIND_WORDS[self.panel.violence]} {plural}"


def matched(where: Mapping[str, str | int], field: str) -> Matched:
    """The panel for a series picked by `where` (`dyad_id`, `gwno` or `country_id`) with counts in `field`.

    A series that is neither a dyad nor a country is taken for a state-based dyad: its own history
    speaks for itself, and dyads are the smaller of the two worlds.
    """
    measure: Measure = "deaths" if any(word in field for word in ("death", "kill")) else "events"
    if "dyad_id" in where:
        unit = int(where["dyad_id"])
        violence = dyad_violence(unit)
        return Matched(world("dyad", measure=measure, violence=violence or "sb"), unit if violence else None)
    kind: UnitKind = "country" if {"gwno", "country_id"} & set(where) else "dyad"
    prefix = field[:2]
    violence = "ns" if prefix == "ns" else "os" if prefix == "os" else "sb"
    panel = world(kind, measure=measure, violence=violence)
    return Matched(panel, country_id(where) if kind == "country" else None)
