"""What the options could change, in the simulation: its limits first, then differences and robustness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brink.brief.options_causes import Carried, carried, drivers_drawn
from brink.brief.options_hangs import HangsOn, hanging
from brink.brief.options_strengths import Strengths, strengths
from brink.brief.options_table import Limits, Line, Sides, limits_table, lines, order_by_weights
from brink.brief.record import Record, past_records, record_said
from brink.brief.sections import Section
from brink.errors import BrinkError

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.view import View
    from brink.play.answers.answers import Answers
    from brink.plots import Figure

FUTURES = 8192
"""Futures an option in a brief: enough for signs and orders, few enough to wait for."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the section prints; `refused` is the reason where nothing could be played."""

    refused: str
    limits: tuple[str, ...]
    figure: Figure | None
    lines: tuple[Line, ...]
    measure: str
    robustness: tuple[str, ...]
    broken: Limits | None
    fails: tuple[str, ...]
    hangs: HangsOn | None
    strengths: Strengths | None
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
        data = _refused(str(error), tuple(past_records(view)))
    cites = (
        *(data.hangs.cites if data.hangs else ()),
        *(data.strengths.cites if data.strengths else ()),
    )
    return Section("options", "What the options change in the simulation", "Options", "options", data, cites)


def _refused(because: str, records: tuple[Record, ...]) -> Options:
    return Options(
        refused=because, limits=(), figure=None, lines=(), measure="", robustness=(), broken=None, fails=(),
        hangs=None, strengths=None, evidence=(), sides=None, agree=(), carried=(), drivers=None,
        records=records,
    )  # fmt: skip


def _played(view: View) -> Options:
    from brink.play.answers import sentences
    from brink.play.answers.measures import column
    from brink.play.answers.of_case import answers_of
    from brink.play.answers.sides import sides_said
    from brink.play.answers.signs_said import signs_said
    from brink.play.answers.worths_said import worths_said
    from brink.play.fit.posterior import kept_posterior
    from brink.play.playing import folder_of, play_setting
    from brink.play.setting import setting_of
    from brink.plots.options import options_figure

    # A brief must not wait minutes for a fit; one that was made before is used.
    posterior = kept_posterior(view)
    what = setting_of(view, futures=FUTURES, posterior=posterior)
    answers = answers_of(view, play_setting(what, folder=folder_of(view)), posterior=posterior)
    records = tuple(past_records(view))
    return Options(
        refused="",
        limits=(*_limits(view, answers, fitted=posterior is not None), *record_said(records)),
        figure=options_figure(answers),
        lines=lines(answers),
        measure=column(answers.measure.outcome).words,
        robustness=(
            sentences.leading(answers),
            sentences.disagreement(answers),
            sentences.trade_off(answers),
            *sentences.outside_the_money(answers),
        ),
        broken=limits_table(answers),
        fails=tuple(_fails(answers)),
        hangs=hanging(answers),
        strengths=strengths(answers),
        evidence=(
            *worths_said(answers, most=4),
            *signs_said(answers),
            *sentences.flips(answers),
        ),
        sides=order_by_weights(answers),
        agree=tuple(sides_said(answers)),
        carried=tuple(carried(answers, folder_of(view))),
        drivers=drivers_drawn(answers, folder_of(view)),
        records=records,
    )


def _limits(view: View, answers: Answers, *, fitted: bool) -> Iterator[str]:
    """What a reader must know before any number."""
    from brink.play.answers.sentences import enough, gave_way, joined

    model = view.definition.model
    assert model is not None
    marks = Counter(known.mark for known in answers.setting.bound.known.values())
    total = sum(marks.values())
    followed = sum(bool(answers.rests_on(known)) for known in answers.setting.bound.known.values())
    yield (
        "These are futures of a model, not of the world. Of its "
        f"{total} numbers {marks['assumed']} are assumed, {marks['recalled']} recalled from the literature, "
        f"{marks['seen']} seen in the source named and {marks['fitted']} fitted or counted; rows of this "
        f"case speak for {followed} of them, for their size or for their sign alone."
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
        yield f"It leaves out: {'; '.join(model.not_modelled)}; and whatever nobody thought of."
    yield (
        "How strongly each lever works is judged by hand for this case, as a table below says with its "
        "reasons; the order of options depends on that as much as on the model."
    )
    yield enough(answers)
    for option, others in answers.alike.items():
        if others and option in answers.open_options:
            alike = joined([f"“{answers.name(o)}”" for o in (option, *others)])
            yield f"{alike} pull the same levers, so the model cannot tell them apart."


NEARLY = 0.95
"""Share of the points from which on an option does worse nearly everywhere."""


def _fails(answers: Answers) -> Iterator[str]:
    """When each option backfires; those of which no set of parameters tells, by how often they do."""
    from brink.play.answers.sentences import failing, joined

    silent: dict[str, list[str]] = {}
    for option, found in answers.failures.items():
        if option not in answers.open_options:
            continue
        if found.found is not None:
            yield failing(answers, option)
            continue
        how = "everywhere" if found.share >= NEARLY else "nowhere" if found.share <= 1 - NEARLY else "some"
        silent.setdefault(how, []).append(f"“{answers.name(option)}” ({found.share:.0%})")
    for how, says in (
        ("everywhere", "Worse than holding nearly everywhere, with the share of the parameter points"),
        ("some", "Worse than holding at this share of the points, which no set of parameters singles out"),
        ("nowhere", "Worse than holding nearly nowhere"),
    ):
        if how in silent:
            yield f"{says}: {joined(silent[how])}."
