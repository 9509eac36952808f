"""The posterior of a case, made once and kept beside it until something it rests on changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brink.case.view import View
from brink.play.fit.attacks import columns_of, fit_attacks, seen_of
from brink.play.fit.checks import Check, check
from brink.play.fit.deaths import death_columns, fit_deaths
from brink.play.fit.importance import Weighted, resampled
from brink.play.fit.priors import before_the_counts
from brink.play.fit.streams import first_rival, interstate, second_rival
from brink.play.fit.weights import HeldOut, held_out
from brink.play.model.binding import STRUCTURES
from brink.play.model.history import History, history_of

Floats = NDArray[np.float64]
DRAWS = 2048
"""Equally likely draws kept of each structure."""
SEED = 516
POINTS = {"S1": 3072, "S2": 2048, "S3": 2048}
FILE = "fit.npz"
SOURCES = ("brink/play/fit", "brink/play/model")
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Posterior:
    """Draws of the model's columns under each structure, and how far to trust them.

    `columns` maps structure to column to draws, shape (2048,); rows belong together.
    """

    columns: Mapping[str, Mapping[str, Floats]]
    held_out: HeldOut
    effective: Mapping[str, float]
    """Effective number of weighted points behind each part."""
    checks: Mapping[str, Check]
    digest: str


def posterior_of(view: View, *, progress: Progress | None = None, remake: bool = False) -> Posterior | None:
    """The posterior of a case as of its date, read from beside it if nothing changed; None without series.

    Raises
    ------
    BadModel, BadDefinition, NotInCase
        When the case cannot be bound, or its series or acts cannot be read.
    """
    history = history_of(view)
    if history is None:
        return None
    digest = _digest(view, history)
    path = view.case.root / FILE if view.case.root else None
    if path is not None and not remake and (kept := _load(path, digest)) is not None:
        return kept
    made = fit(view, history, digest=digest, progress=progress or (lambda _: None))
    if path is not None:
        _save(path, made)
    return made


def kept_posterior(view: View) -> Posterior | None:
    """The posterior that is kept beside the case and still holds, or None; nothing is fitted."""
    history = history_of(view)
    if history is None or view.case.root is None:
        return None
    return _load(view.case.root / FILE, _digest(view, history))


def fit(view: View, history: History, *, digest: str, progress: Progress) -> Posterior:
    """The posterior, made anew: attacks under each structure, deaths, rivals, fighting between the states."""
    definition = view.definition
    weighted: dict[str, Weighted] = {}
    columns: dict[str, dict[str, Floats]] = {}
    for structure in STRUCTURES:
        progress(f"attacks under {structure}")
        found = fit_attacks(definition, history, structure, points=POINTS[structure], seed=SEED)
        weighted[structure] = found.weighted
        columns[structure] = columns_of(found, resampled(found.weighted, DRAWS, seed=SEED))
    progress("deaths per event")
    deaths = fit_deaths(definition, history.attacks, seed=SEED)
    shared = death_columns(deaths, resampled(deaths.weighted, DRAWS, seed=SEED + 1))
    progress("rivals and the two states")
    if history.second_rival is not None:
        shared |= second_rival(definition, history.second_rival, draws=DRAWS, seed=SEED)
    if history.first_rival is not None:
        shared |= first_rival(definition, history.first_rival, draws=DRAWS, seed=SEED)
    shared |= interstate(definition, history, draws=DRAWS, seed=SEED)
    seen = seen_of(history)
    checks = {name: check(one, seen.attacks, seed=SEED) for name, one in weighted.items()}
    checks["deaths"] = check(deaths.weighted, history.attacks.deaths, seed=SEED)
    return Posterior(
        {name: {**shared, **own} for name, own in columns.items()},
        held_out(weighted, seed=SEED),
        {**{name: one.effective for name, one in weighted.items()}, "deaths": deaths.weighted.effective},
        checks,
        digest,
    )


def _digest(view: View, history: History) -> str:
    """A digest of all that a fit rests on: counts, acts, beliefs, and the code that makes it."""
    sha = hashlib.sha256()
    for array in _arrays(history):
        sha.update(np.ascontiguousarray(array).tobytes())
    sha.update(repr((history.first, sorted(map(repr, before_the_counts(view.definition).items())))).encode())
    root = Path(__file__).parents[3]
    for folder in SOURCES:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".py", ".yaml"):
                sha.update(file.read_bytes())
    return sha.hexdigest()


def _arrays(history: History) -> Iterator[Floats]:
    for counts in (history.attacks, history.interstate, history.first_rival, history.second_rival):
        if counts is not None:
            yield counts.events
            yield counts.deaths
    yield from (history.truce, history.shock, history.leaderless, history.after_takeover, history.released)


def _save(path: Path, made: Posterior) -> None:
    arrays = {f"{s}/{name}": values for s, own in made.columns.items() for name, values in own.items()}
    about = {
        "digest": made.digest,
        "effective": dict(made.effective),
        "checks": {name: asdict(one) for name, one in made.checks.items()},
        "structures": made.held_out.structures,
        "weights": dict(made.held_out.weights),
        "stacking": dict(made.held_out.stacking),
    }
    partial = path.with_suffix(".partial.npz")
    np.savez_compressed(partial, about=np.array(json.dumps(about)), scores=made.held_out.scores, **arrays)  # type: ignore[arg-type]
    partial.replace(path)


def _load(path: Path, digest: str) -> Posterior | None:
    """What is kept, or None when there is nothing, it is of other inputs, or it cannot be read."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            about: dict[str, Any] = json.loads(str(kept["about"]))
            if about["digest"] != digest:
                return None
            columns: dict[str, dict[str, Floats]] = {name: {} for name in STRUCTURES}
            for key in kept.files:
                structure, _, name = key.partition("/")
                if name:
                    columns[structure][name] = kept[key]
            scores = kept["scores"]
    except (OSError, ValueError, KeyError, EOFError):
        return None
    checks = {name: Check(**{**one, "pit": tuple(one["pit"])}) for name, one in about["checks"].items()}
    scored = HeldOut(tuple(about["structures"]), scores, about["weights"], about["stacking"])
    return Posterior(columns, scored, about["effective"], checks, digest)
