"""What carries the options' effects in the simulation: mechanisms, and the unknowns of the best one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brink import __version__

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers
    from brink.play.answers.attribution import Shares
    from brink.plots import Figure

EFFECT_FUTURES = 1024
DRIVER_ROWS = 256
"""Rows of the design for what an effect hangs on."""
CARRIED = 3
"""Options whose effect is split by mechanism: those that change most within the money."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What carries one option's effect."""

    says: str
    parts: tuple[str, ...]


def carried(answers: Answers, folder: Path | None) -> Iterator[Carried]:
    """The effects of the options that change most, split by mechanism."""
    from brink.play.answers.attribution import one_off
    from brink.play.answers.effect import Effect
    from brink.play.answers.explaining import ACCOUNTS

    mechanisms = [one.id for one in answers.setting.counted.model.mechanisms if one.id not in ACCOUNTS]
    sentences = {one.id: one.sentence for one in answers.setting.counted.model.mechanisms}
    moved = [o for o in answers.open_options if answers.difference(o).mean != 0]
    ordered = sorted(moved, key=lambda o: abs(answers.difference(o).points_median), reverse=True)
    chosen = dict.fromkeys([answers.best, *ordered])
    for option in list(chosen)[:CARRIED]:
        effect = Effect(
            answers.setting, option, answers.measure.outcome, futures=EFFECT_FUTURES, folder=folder
        )
        split = one_off(effect, mechanisms)
        if split.total:
            yield Carried(_says(answers, option, split, effect.futures), tuple(_parts(split, sentences)))


def drivers_drawn(answers: Answers, folder: Path | None) -> Figure | None:
    """What the effect of the best option hangs on, kept beside what was played."""
    from brink.play.answers.drivers import drivers
    from brink.plots.drivers import drivers_figure
    from brink.plots.kept import kept

    best = next((option for option in answers.ranking if option != answers.baseline), None)
    if best is None:
        return None
    what = answers.setting
    jobs = [what.job(what.moves(option)).run.key for option in (best, answers.baseline)]
    text = f"{__version__} {jobs} {answers.measure.outcome} {DRIVER_ROWS} {what.definition.model_dump_json()}"
    digest = hashlib.sha256(text.encode()).hexdigest()[:32]

    def made() -> tuple[tuple[str, ...], tuple[Figure, ...]]:
        figure = drivers_figure(answers, best, drivers(answers, best, rows=DRIVER_ROWS))
        return (), (figure,) if figure else ()

    _, figures = kept(folder / f"drivers-{digest}.json" if folder else None, made)
    return figures[0] if figures else None


def _says(answers: Answers, option: str, split: Shares, futures: int) -> str:
    from brink.play.answers.sentences import signed

    return (
        f"“{answers.name(option)}” changes {signed(split.total)} {answers.measure.unit} (mean of {futures:,} "
        "futures). So much of it goes when one mechanism alone is switched off, largest first; such parts "
        f"overlap, and all of them add up to {signed(split.total - split.remainder)}:"
    )


def _parts(split: Shares, sentences: Mapping[str, str]) -> Iterator[str]:
    from brink.play.answers.sentences import signed

    largest = sorted(split.shares.items(), key=lambda item: -abs(item[1]))[:4]
    for name, share in largest:
        if abs(share) >= 0.05 * abs(split.total):
            yield f"{signed(share)}: {sentences[name]}"
