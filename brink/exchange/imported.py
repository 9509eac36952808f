"""What an imported table yields: monthly counts, and incidents that rest on a row instead of a quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from brink.code.rows import Count, EventType, Mode, Place
from brink.dates import DateInterval

if TYPE_CHECKING:
    import polars as pl

Dataset = Literal["ucdp", "acled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowIncident:
    """One row of somebody's table as an incident: its evidence is the row, named by file and id."""

    id: str
    """Dataset and row id, such as `ucdp-414521`."""
    dataset: Dataset
    file: str
    file_digest: str
    """SHA-256 of the file."""
    row_id: str
    """The row's own id in the dataset."""
    type: EventType
    mode: Mode | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: DateInterval
    place: Place | None
    killed: Count
    best: int
    """The dataset's best estimate of deaths."""
    notes: str | None
    """The dataset's own words or sources, when the row has them."""
    because: tuple[str, ...]
    """How the row's codes were read."""

    def row(self) -> dict[str, Any]:
        """The incident as one plain object, with the keys of listings."""
        place = self.place
        return {
            "id": self.id,
            "dataset": self.dataset,
            "file": self.file,
            "file_digest": self.file_digest,
            "row_id": self.row_id,
            "type": self.type,
            "mode": self.mode,
            "actors": list(self.actors),
            "recipients": list(self.recipients),
            "date": self.date.iso(),
            "place": {
                "name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon,
                "precision": place.precision,
            } if place else None,
            "killed": {"min": self.killed.min, "max": self.killed.max},
            "best": self.best,
            "notes": self.notes,
            "because": list(self.because),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One file as Brink takes it.

    `monthly` has one row a series and month that holds events: `dataset`, `series`, `by`
    (`dyad`, `country` or `country and type`), `label`, `month` (its first day), `events`,
    `deaths` (best estimates), `deaths_low`, `deaths_high`, `file`, `file_digest`. Series of
    different `by` count the same events again and must not be added.
    """

    dataset: Dataset
    file: str
    file_digest: str
    rows: int
    monthly: pl.DataFrame
    notes: tuple[str, ...]
    """What was left out or read with care, and why."""
    make_incidents: Callable[[], Iterator[RowIncident]]

    def incidents(self) -> Iterator[RowIncident]:
        """The file's rows as incidents, in the file's order; none for tables of monthly counts."""
        return self.make_incidents()
