"""Monthly counts of many units side by side: the world that a forecast learns from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month, month_label
from brink.errors import BadForecast, NotInCase, nearest

if TYPE_CHECKING:
    import polars as pl

Floats = NDArray[np.float64]
UnitKind = Literal["country", "dyad"]
Measure = Literal["deaths", "events"]
Violence = Literal["sb", "ns", "os"]
"""UCDP's three kinds: state-based, non-state and one-sided."""

FIRST_MONTH: Month = 109
END_MONTH: Month = 553
"""The shipped panels cover months [109, 553): January 1989 to December 2025."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A country (VIEWS id) or a dyad (UCDP id)."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Counts of shape (n_units, n_months), every month of every unit known; equal only to itself.

    `first` is the month of `counts[:, 0]`.
    """

    kind: UnitKind
    measure: Measure
    violence: Violence
    units: tuple[Unit, ...]
    first: Month
    counts: Floats

    @property
    def end(self) -> Month:
        """The month after the last."""
        return self.first + int(self.counts.shape[1])

    def until(self, month: Month) -> Panel:
        """The panel as known at the end of `month`, that month included.

        Raises
        ------
        BadForecast
            When the panel has no data up to then.
        """
        if not self.first < month + 1 <= self.end:
            raise BadForecast(
                f"no data up to {month_label(month)}: the {self.kind} panel covers "
                f"{month_label(self.first)} to {month_label(self.end - 1)}"
            )
        return replace(self, counts=self.counts[:, : month + 1 - self.first])

    def row_of(self, unit_id: int) -> int:
        """Where a unit's counts are.

        Raises
        ------
        NotInCase
            When the panel has no such unit.
        """
        for row, unit in enumerate(self.units):
            if unit.id == unit_id:
                return row
        raise NotInCase(f"no {self.kind} {unit_id} in the {self.violence} panel")


@cache
def world(kind: UnitKind, *, measure: Measure = "deaths", violence: Violence = "sb") -> Panel:
    """The shipped panel of all countries, or of all dyads of one kind of violence.

    Raises
    ------
    NotInCase
        When there is no panel of that name.
    """
    if kind not in get_args(UnitKind):
        raise NotInCase(f"no panel {kind!r}{nearest(kind, get_args(UnitKind))} (panels: country, dyad)")
    names = _table(kind)
    if kind == "dyad":
        names = names.filter(names["type"] == violence)
    column = f"{violence}_{measure}" if kind == "country" else measure
    ids = names[f"{kind}_id"].to_list()
    place = {unit: row for row, unit in enumerate(ids)}
    counts = np.zeros((len(ids), END_MONTH - FIRST_MONTH))
    for unit, month, count in _table(f"{kind}_month").select(f"{kind}_id", "month_id", column).iter_rows():
        if unit in place:
            counts[place[unit], month - FIRST_MONTH] = count
    counts.setflags(write=False)
    units = tuple(Unit(*pair) for pair in zip(ids, names["name"].to_list(), strict=True))
    return Panel(kind, measure, violence, units, FIRST_MONTH, counts)


def dyad_violence(dyad_id: int) -> Violence | None:
    """The kind of violence of a UCDP dyad, or None when the panel has no such dyad."""
    names = _table("dyad")
    found = names.filter(names["dyad_id"] == dyad_id)["type"].to_list()
    return found[0] if found else None


def country_id(where: Mapping[str, str | int]) -> int | None:
    """The VIEWS id of a country given by `country_id` or by its Gleditsch and Ward number as `gwno`."""
    names = _table("country")
    for key, column in (("country_id", "country_id"), ("gwno", "gwcode")):
        if key in where:
            found = names.filter(names[column] == int(where[key]))["country_id"].to_list()
            return int(found[0]) if found else None
    return None


@cache
def _table(name: str) -> pl.DataFrame:
    import polars as pl

    with resources.files("brink.forecast").joinpath("panels", f"{name}.parquet").open("rb") as file:
        return pl.read_parquet(file)
