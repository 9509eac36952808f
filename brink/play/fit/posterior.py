"""The posterior of a case, made once and kept beside it until something it rests on changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.case.view import View
from brink.play.fit.attacks import attack_space, columns_of, fit_attacks, seen_of, todays
from brink.play.fit.checks import Check, check
from brink.play.fit.deaths import death_columns, death_space, fit_deaths
from brink.play.fit.importance import Weighted, resampled
from brink.play.fit.priors import Belief, before_the_counts
from brink.play.fit.streams import USED, first_rival, interstate, second_rival
from brink.play.fit.weights import HeldOut, held_out
from brink.play.model.history import History, history_of
from brink.play.model.variants import STRUCTURES

Floats = NDArray[np.float64]
DRAWS = 1024
"""Equally likely draws kept of each structure."""
SEED = 516
POINTS = {"S1": 3072, "S2": 2048, "S3": 2048}
FILE = "fit.npz"
SOURCES = (
    *(
        f"fit/{name}.py"
        for name in (
            "attack_filter",
            "attacks",
            "checks",
            "deaths",
            "importance",
            "posterior",
            "priors",
            "streams",
            "weights",
        )
    ),
    *(f"model/{name}.py" for name in ("dated_acts", "derived", "history", "priors", "quantiles")),
    *(f"model/mechanisms/{name}.py" for name in ("attacks", "harm", "leaders", "strikes")),
)
"""Files of `brink.play` whose change may change a fit."""
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Posterior:
    """Draws of the model's columns under each structure, and how far to trust them.

    `columns` maps structure to column to draws, shape (1024,); rows belong together.
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
    digest = digest_of(view, history)
    path = _path(view)
    if path is not None and not remake and (kept := _load(path, digest)) is not None:
        return kept
    made = fit(view, history, digest=digest, progress=progress or (lambda _: None))
    if path is not None:
        _save(path, made)
    return made


def kept_posterior(view: View) -> Posterior | None:
    """The posterior kept beside a case, if it is there and nothing it rests on has changed."""
    history = history_of(view) if view.case.series is not None else None
    path = _path(view)
    if history is None or path is None:
        return None
    return _load(path, digest_of(view, history))


def _path(view: View) -> Path | None:
    """Where a view's posterior is kept: one file for the case's own date, one for each other."""
    if view.case.root is None:
        return None
    own = view.as_of == view.definition.as_of
    return view.case.root / (FILE if own else f"{Path(FILE).stem}-{view.as_of.isoformat()}.npz")


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
        {name: _rounded({**shared, **own}) for name, own in columns.items()},
        held_out(weighted, seed=SEED),
        {**{name: one.effective for name, one in weighted.items()}, "deaths": deaths.weighted.effective},
        checks,
        digest,
    )


def _rounded(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Columns at single precision, so that a kept fit and a new one are the same number for number."""
    return {name: values.astype(np.float32).astype(np.float64) for name, values in columns.items()}


def digest_of(view: View, history: History) -> str:
    """A digest of all that a fit rests on: counts, acts, beliefs, and the code that makes it."""
    sha = hashlib.sha256()
    for array in _arrays(history):
        sha.update(np.ascontiguousarray(array).tobytes())
    sha.update(repr((history.first, DRAWS, SEED, sorted(POINTS.items()))).encode())
    for belief in beliefs_used(view.definition, mean_attacks=float(history.attacks.events.mean())):
        sha.update(repr(belief).encode())
    for name in SOURCES:
        sha.update((files("brink.play") / name).read_bytes())
    return sha.hexdigest()


def beliefs_used(definition: Definition, *, mean_attacks: float) -> Iterator[Belief]:
    """Every belief that the fit starts from, in a fixed order."""
    for structure in STRUCTURES:
        yield from attack_space(definition, structure, mean_attacks=mean_attacks).beliefs
    yield from todays(definition).values()
    yield from death_space(definition).beliefs
    known = before_the_counts(definition)
    yield from (known[name, None] for name in USED)


def _arrays(history: History) -> Iterator[Floats]:
    for counts in (history.attacks, history.interstate, history.first_rival, history.second_rival):
        if counts is not None:
            yield counts.events
            yield counts.deaths
    yield from (history.truce, history.shock, history.leaderless, history.after_takeover, history.released)


def _save(path: Path, made: Posterior) -> None:
    arrays = {
        f"{s}/{name}": values.astype(np.float32)
        for s, own in made.columns.items()
        for name, values in own.items()
    }
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
                    columns[structure][name] = kept[key].astype(np.float64)
            scores = kept["scores"]
    except (OSError, ValueError, KeyError, EOFError):
        return None
    checks = {name: Check(**{**one, "pit": tuple(one["pit"])}) for name, one in about["checks"].items()}
    scored = HeldOut(tuple(about["structures"]), scores, about["weights"], about["stacking"])
    return Posterior(columns, scored, about["effective"], checks, digest)
