"""What the options could change, in the simulation: its limits first, then differences and robustness."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brink import __version__
from brink.brief.record import Record, past_records, record_said
from brink.brief.sections import Section
from brink.errors import BrinkError

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.view import View
    from brink.play.answers.answers import Answers
    from brink.play.answers.attribution import Shares
    from brink.plots import Figure

FUTURES = 8192
"""Futures an option in a brief: enough for signs and orders, few enough to wait for."""
EFFECT_FUTURES = 1024
DRIVER_ROWS = 256
"""Rows of the design for what an effect hangs on."""
CARRIED = 3
"""Options whose effect is split by mechanism: those that change most within the money."""


@dataclass(frozen=True, slots=True)
class Line:
    """One option of the table."""

    option: str
    mean: str
    interval: str
    points: str
    better: str
    limits: str
    regret: str
    front: str
    means: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What carries one option's effect."""

    says: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The order of the open options under each set of weights."""

    beliefs: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    """For each option its name and, under each belief, its rank with the mean difference."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the section prints; `refused` is the reason where nothing could be played."""

    refused: str
    limits: tuple[str, ...]
    figure: Figure | None
    lines: tuple[Line, ...]
    measure: str
    robustness: tuple[str, ...]
    fails: tuple[str, ...]
    evidence: tuple[str, ...]
    sides: Sides | None
    agree: tuple[str, ...]
    carried: tuple[Carried, ...]
    drivers: Figure | None
    records: tuple[Record, ...]


def options_section(view: View, ledger: Ledger) -> Section | None:
    """The options of a case with a model, or nothing for a case that has none of either."""
    del ledger
    if view.definition.model is None or not any(option.moves for option in view.definition.options):
        return None
    try:
        data = _played(view)
    except BrinkError as error:
        records = tuple(past_records(view))
        data = Options(str(error), (), None, (), "", (), (), (), None, (), (), None, records)
    return Section("options", "What the options change in the simulation", "Options", "options", data)


def _played(view: View) -> Options:
    from brink.play.answers import sentences
    from brink.play.answers.answers import Answers
    from brink.play.answers.beliefs import beliefs, tells_so_far
    from brink.play.answers.measures import column
    from brink.play.answers.sides import sides_said
    from brink.play.answers.signs_said import signs_said
    from brink.play.fit.posterior import kept_posterior
    from brink.play.playing import folder_of, play_setting, setting_of
    from brink.plots.options import options_figure

    # A brief must not wait minutes for a fit; one that was made before is used.
    posterior = kept_posterior(view)
    what = setting_of(view, futures=FUTURES, posterior=posterior)
    answers = Answers(
        play_setting(what, folder=folder_of(view)),
        beliefs=beliefs(view, posterior),
        so_far=tells_so_far(view),
    )
    limits_kept = sentences.limits_kept(answers)
    records = tuple(past_records(view))
    return Options(
        refused="",
        limits=(*_limits(view, answers, fitted=posterior is not None), *record_said(records)),
        figure=options_figure(answers),
        lines=tuple(_line(answers, option) for option in _order(answers)),
        measure=column(answers.measure.outcome).words,
        robustness=(
            sentences.leading(answers),
            sentences.disagreement(answers),
            *([limits_kept] if limits_kept else []),
            sentences.trade_off(answers),
            *sentences.outside_the_money(answers),
        ),
        fails=tuple(_fails(answers)),
        evidence=(
            *sentences.worth_knowing(answers, most=4),
            *signs_said(answers),
            *sentences.flips(answers),
        ),
        sides=_sides(answers),
        agree=tuple(sides_said(answers)),
        carried=tuple(_carried(answers, folder_of(view))),
        drivers=_drivers(answers, folder_of(view)),
        records=records,
    )


def _limits(view: View, answers: Answers, *, fitted: bool) -> Iterator[str]:
    """What a reader must know before any number."""
    from brink.play.answers.sentences import enough, gave_way, joined

    model = view.definition.model
    assert model is not None
    marks = Counter(known.mark for known in answers.setting.bound.known.values())
    total = sum(marks.values())
    yield (
        "These are futures of a model, not of the world. Of its "
        f"{total} numbers {marks['assumed']} are assumed, {marks['recalled']} recalled from the literature, "
        f"{marks['seen']} seen in the source named and {marks['fitted']} fitted or counted."
    )
    if (late := gave_way(answers)) is not None:
        yield late
    if fitted:
        yield "What drives attacks and deaths is fitted to the case's series up to the as-of date."
    else:
        yield (
            "It stands on priors alone: the model has not been fitted to the case's series; "
            f"“brink play {view.case.name}” fits it once, after which the brief uses the fit."
        )
    if model.not_modelled:
        yield f"It leaves out {joined(model.not_modelled)}, and whatever nobody thought of."
    yield (
        "How strongly each lever works is judged by hand for this case; the order of options depends on that "
        "as much as on the model."
    )
    yield f"{enough(answers)} Every option is played in the same futures."
    for option, others in answers.alike.items():
        if others and option in answers.open_options:
            alike = joined([f"“{answers.name(o)}”" for o in (option, *others)])
            yield f"{alike} pull the same levers, so the model cannot tell them apart."


def _order(answers: Answers) -> list[str]:
    rest = [o for o in answers.options if o not in answers.ranking]
    return [*answers.ranking, *rest]


def _line(answers: Answers, option: str) -> Line:
    from brink.play.answers.sentences import number

    found = answers.difference(option)
    verdict = answers.means[option].verdict
    held = option == answers.baseline
    better = found.more if answers.measure.more_is_better else found.less
    share = answers.on_front.get(option)
    return Line(
        option=answers.name(option),
        mean="0" if held else number(found.mean),
        interval="" if held else f"{number(found.low)} to {number(found.high)}",
        points="" if held else f"{number(found.points_low)} to {number(found.points_high)}",
        better="" if held else f"{better:.0%}",
        limits=f"{answers.kept[option].share:.0%}" if answers.kept else "",
        regret=number(answers.regrets[option].ninetieth),
        front="" if share is None else "yes" if share >= 0.9 else "perhaps" if share >= 0.1 else "",
        means="" if verdict == "within the money" else verdict,
    )


def _fails(answers: Answers) -> Iterator[str]:
    """When each option backfires; those without an answer in one line."""
    from brink.play.answers.sentences import failing, joined

    silent = []
    for option, found in answers.failures.items():
        if option in answers.open_options and found.found is not None:
            yield failing(answers, option)
        elif option in answers.open_options:
            silent.append(f"“{answers.name(option)}” ({found.share:.0%})")
    if silent:
        yield (
            "No set of parameters tells when these do worse than holding; in brackets the share of parameter "
            f"points at which they do: {joined(silent)}."
        )


def _sides(answers: Answers) -> Sides | None:
    from brink.play.answers.sentences import number
    from brink.play.answers.sides import SOURCE_SAID, sides

    if len(answers.beliefs) < 2:
        return None
    cells: dict[str, list[str]] = {option: [] for option in answers.ranking}
    for side in sides(answers):
        if side.option == answers.baseline:
            said = f"{side.rank}. (holding)"
        else:
            said = f"{side.rank}. ({number(side.difference)} ± {number(1.645 * side.error)})"
        cells[side.option].append(said)
    return Sides(
        tuple(SOURCE_SAID.get(belief, belief) for belief in answers.beliefs),
        tuple((answers.name(option), *row) for option, row in cells.items()),
    )


def _carried(answers: Answers, folder: Path | None) -> Iterator[Carried]:
    from brink.play.answers.attribution import one_off
    from brink.play.answers.explaining import ACCOUNTS, Effect
    from brink.play.answers.sentences import number

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
            yield Carried(
                _says(answers, option, split, effect.futures), tuple(_parts(split, sentences, number))
            )


def _drivers(answers: Answers, folder: Path | None) -> Figure | None:
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
    from brink.play.answers.sentences import number

    return (
        f"“{answers.name(option)}”: {number(split.total)} {answers.measure.unit} in {futures:,} futures. "
        "What of it goes when one mechanism alone is switched off, largest first (what all of them leave to "
        f"combinations is {number(split.remainder)}):"
    )


def _parts(split: Shares, sentences: Mapping[str, str], number: object) -> Iterator[str]:
    assert callable(number)
    largest = sorted(split.shares.items(), key=lambda item: -abs(item[1]))[:4]
    for name, share in largest:
        if abs(share) >= 0.05 * abs(split.total):
            yield f"{number(share)}: {sentences[name]}"
