"""Forecasts kept in the case's store, and what moved since the one before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np

from brink import __version__
from brink.case.folder import Case
from brink.case.store import transaction
from brink.dates.months import month_label
from brink.forecast.series import BANDS, THRESHOLDS, SeriesForecast, month_rows

MODEL = "pool"
COLUMNS = (
    "median", "mean",
    *(f"{side}_{round(100 * band)}" for band in BANDS for side in ("low", "high")),
    *(f"p_{bar}" for bar in THRESHOLDS),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moved:
    """A forecast beside the one before it: means of the months both speak of, and chances of escalation."""

    since: date
    months: tuple[str, str] | None
    mean_before: float | None
    mean_now: float | None
    escalation_before: float | None
    escalation_now: float | None

    @property
    def words(self) -> str:
        """`since 2022-11-30: mean of 2023-01 to 2023-12 31.0 → 36.2, escalation 4 % → 9 %`."""
        said = []
        if self.months is not None:
            said.append(
                f"mean of {self.months[0]} to {self.months[1]} {self.mean_before:.1f} → {self.mean_now:.1f}"
            )
        if self.escalation_before is not None and self.escalation_now is not None:
            said.append(f"escalation {self.escalation_before:.0%} → {self.escalation_now:.0%}")
        return f"since {self.since}: {', '.join(said) or 'no month in common'}"


def keep(case: Case, made: SeriesForecast, as_of: date) -> None:
    """Keep a forecast, unless the same one, from the same counts and version, is kept already."""
    digest = inputs_of(made)
    series = (made.past.id, made.past.field)
    known = case.store.execute(
        "SELECT 1 FROM forecast_run WHERE series = ? AND field = ? AND as_of = ? AND inputs = ?",
        (*series, as_of.isoformat(), digest),
    )
    if known.fetchone():
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    values = (now, as_of.isoformat(), *series, month_label(made.last_known), made.escalation)
    marks = ", ".join("?" * (len(COLUMNS) + 2))
    with transaction(case.store):
        run = case.store.execute(
            "INSERT INTO forecast_run "
            "(at, as_of, series, field, known_to, escalation, model, version, inputs) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, MODEL, __version__, digest),
        ).lastrowid
        case.store.executemany(
            f"INSERT INTO forecast_month (run, month, {', '.join(COLUMNS)}) VALUES ({marks})",
            [(run, row["month"], *(row[column] for column in COLUMNS)) for row in month_rows(made)],
        )


def moved(case: Case, made: SeriesForecast, as_of: date) -> Moved | None:
    """What moved since the last kept forecast of the same series from an earlier date, or None without one.

    A forecast made as of a later date is not looked at: it knew more.
    """
    row = case.store.execute(
        "SELECT id, as_of, escalation FROM forecast_run WHERE series = ? AND field = ? AND as_of < ? "
        "ORDER BY as_of DESC, id DESC LIMIT 1",
        (made.past.id, made.past.field, as_of.isoformat()),
    ).fetchone()
    if row is None:
        return None
    before = dict(
        case.store.execute("SELECT month, mean FROM forecast_month WHERE run = ?", (row["id"],)).fetchall()
    )
    now = {
        month_label(month): float(draws.mean()) for month, draws in zip(made.months, made.paths, strict=True)
    }
    shared = sorted(set(before) & set(now))
    return Moved(
        since=date.fromisoformat(row["as_of"]),
        months=(shared[0], shared[-1]) if shared else None,
        mean_before=float(np.mean([before[month] for month in shared])) if shared else None,
        mean_now=float(np.mean([now[month] for month in shared])) if shared else None,
        escalation_before=row["escalation"],
        escalation_now=made.escalation,
    )


def inputs_of(made: SeriesForecast) -> str:
    """SHA-256 over the counts known, the part of the world used, the months asked for and the version."""
    world = made.world.panel
    said = (
        world.kind,
        world.measure,
        world.violence,
        made.past.first,
        made.last_known,
        made.months,
        __version__,
    )
    return hashlib.sha256(repr(said).encode() + made.past.counts.tobytes()).hexdigest()
