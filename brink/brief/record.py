"""The past record of the model: frozen two years before the as-of date, played up to it and scored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from brink import __version__
from brink.dates.months import Month, last_whole_month, month_interval, month_label, month_of, month_words
from brink.errors import BrinkError
from brink.plots.figure import Figure
from brink.plots.kept import kept

if TYPE_CHECKING:
    from brink.case.view import View

LEAST = 6
"""Months that must have come before a revealed day says anything."""
FUTURES = 4096


@dataclass(frozen=True, slots=True)
class Record:
    """What the model foretold from a freeze on and what came; `because` says why there is none."""

    heading: str
    because: str
    says: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


def past_records(view: View) -> Iterator[Record]:
    """How the model did up to the as-of date and, where the brief reveals what came later, after it."""
    from brink.play.fit.record import freeze_before

    last = last_whole_month(view.as_of)
    yield _record(view, freeze_before(view.as_of), last, "How the model did before the as-of date")
    if view.reveal is not None:
        until = min(last_whole_month(view.reveal), last + 36)
        if until >= last + LEAST:
            yield _record(view, view.as_of, until, "What came after the as-of date, known only later")


def _record(view: View, freeze: date, until: Month, heading: str) -> Record:
    from brink.case.view import View as Seen

    early = Seen(view.case, freeze)
    try:
        return _kept_or_made(early, until, heading)
    except BrinkError as error:
        return Record(heading, f"The model has no record from {freeze} on: {error}")


def _kept_or_made(early: View, until: Month, heading: str) -> Record:
    from brink.play.fit.posterior import kept_posterior
    from brink.play.playing import folder_of

    # A brief must not wait minutes for a fit; one that was made before is used.
    posterior = kept_posterior(early)
    if posterior is None:
        return Record(
            heading,
            f"The model was not frozen at {early.as_of} and scored yet; “brink hindcast {early.case.name} "
            f"--as-of {early.as_of} --until {month_label(until)}” fits it to what was known then, which "
            "takes a minute or two, and the next brief shows how it did.",
        )
    folder = folder_of(early)
    path = folder / f"record-{_digest(early, posterior.digest, until)}.json" if folder else None
    return Record(heading, "", *kept(path, lambda: _made(early, until)))


def record_said(records: tuple[Record, ...]) -> Iterator[str]:
    """The record in short, since it too must be known before any number; its misses before its scores."""
    for record in records[:1]:
        yield record.because or f"How it did before, drawn at the end of this section: {record.says[0]}"


def _made(early: View, until: Month) -> tuple[tuple[str, ...], tuple[Figure, ...]]:
    from brink.play.fit.hindcast import hindcast
    from brink.play.fit.report import beyond, in_words
    from brink.plots.record import record_figures

    found = hindcast(early, until=until, futures=FUTURES)
    first = (
        f"Frozen at {found.as_of}, fitted to the months before it, and played to {month_words(until)}. "
        "Numbers of the case that rest on later data gave way; its judgements were written with "
        "hindsight of these years, so this record flatters it."
        if month_of(early.definition.as_of) > month_of(early.as_of)
        else f"Frozen at {found.as_of} and played to {month_words(until)}; nothing later touched the fit."
    )
    figures = record_figures(found)
    missed = beyond(found)
    sums = f"Sums beyond the band: {'; '.join(missed)}." if missed else "No sum lay beyond its band."
    short = f"{sums} {figures[-1].title}. {figures[0].title}."
    return (short, first, *in_words(found)), figures


def _digest(early: View, fit: str, until: Month) -> str:
    """A digest of all that the record rests on: fit, model, case and what came."""
    from brink.case.series import monthly_series
    from brink.case.view import View as Seen
    from brink.play.engine.compiled import Kernel
    from brink.play.model import MODEL
    from brink.play.model.binding import model_of

    sha = hashlib.sha256(f"{__version__} {fit} {Kernel.of(MODEL).digest} {until} {FUTURES}".encode())
    sha.update(early.definition.model_dump_json().encode())
    later = Seen(early.case, month_interval(until).last)
    fits_to = model_of(early.definition).fits_to
    for name in (fits_to.model_dump(exclude_none=True) if fits_to else {}).values():
        for field in ("events", "deaths"):
            sha.update(monthly_series(later, name, field).counts.tobytes())
    return sha.hexdigest()[:32]
