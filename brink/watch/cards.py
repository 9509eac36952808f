"""A page for each indicator: what it is, how it did in the past, what it rests on now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from brink.case.outlets import outlet_of
from brink.case.parts.evidence import Count
from brink.case.parts.watch import Indicator
from brink.case.view import View
from brink.watch.replay import BUDGET_A_YEAR, Firing, Replay
from brink.watch.rows import number, past_in_words
from brink.watch.state import State
from brink.watch.world import OnWorld, on_world

MARKED = "\\`*_[]<>#|"


def write_cards(view: View, states: Iterable[State], folder: Path) -> list[Path]:
    """Write a Markdown page for each state, and its chart beside it, and return the pages' paths."""
    from brink.plots.track import track_figure

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for state in states:
        figure = track_figure(state)
        drawing = f"\n![{_said(figure.title)}]({state.id}.svg)\n\n{_said(figure.reading)}\n" if figure else ""
        if figure:
            (folder / f"{state.id}.svg").write_text(figure.svg(), encoding="utf-8")
        page = folder / f"{state.id}.md"
        page.write_text(card(view, state, drawing=drawing), encoding="utf-8")
        written.append(page)
    return written


def card(view: View, state: State, *, drawing: str = "") -> str:
    """The card of an indicator as Markdown: definition, state, chart, past, evidence."""
    indicator = state.indicator
    parts = [
        f"# {state.id}\n\n{_said(indicator.statement)}\n",
        f"**{state.level}** as of {view.as_of}"
        + (f", since {state.since}" if state.since else "")
        + "".join(f"; {_said(why)}" for why in state.why)
        + ".\n",
        drawing,
        _definition(indicator),
        _past(state.replay, on_world(view, indicator)),
        _firings(state.replay),
        _evidence(view, state),
    ]
    return "\n".join(part for part in parts if part)


def _definition(indicator: Indicator) -> str:
    lines = [
        ("counts", counts_in_words(indicator.counts)),
        ("window", str(indicator.window)),
        ("reads", indicator.reads + (f" against {indicator.baseline}" if indicator.baseline else "")),
        ("speaks at", f"{indicator.direction} {indicator.threshold:g}"
         + (f", and a count of {indicator.floor:g}" if indicator.floor else "")),
        ("off at", f"{indicator.off_at:g} of that, then silent for {indicator.cool_down}"),
        ("would change", indicator.changes),
        ("owner", indicator.owner),
        ("grounds", indicator.grounds),
    ]  # fmt: skip
    if indicator.undone_by is not None:
        lines.insert(1, ("undone by", counts_in_words(indicator.undone_by)))
    lines += [(f"known before, {case.date}", f"{case.what} ({case.source})") for case in indicator.before]
    return "## What it is\n\n" + "\n".join(f"- {key}: {_said(said)}" for key, said in lines) + "\n"


def counts_in_words(count: Count) -> str:
    """What a count counts, key by key, as `case.yaml` has it."""
    given = count.model_dump(exclude_defaults=True, exclude_none=True)
    given = {"measure": count.measure, **given}
    said = []
    for key, value in given.items():
        if isinstance(value, dict):
            value = ", ".join(f"{k} {v}" for k, v in value.items() if v is not None)
        elif isinstance(value, tuple | list):
            value = ", ".join(str(part) for part in value)
        said.append(f"{key} {value}")
    return "; ".join(said)


def _past(past: Replay | None, world: OnWorld | None) -> str:
    if past is None:
        return "## Its past\n\nNone: nothing can be read before the as-of date, so it may not alarm.\n"
    lines = [
        f"Replayed from {past.first} to {past.last}: {past_in_words(past)}.",
        f"- firings a year: {past.per_year:.1f}",
        f"- judged by: {past.judged_by}",
    ]
    if past.precision.of and not past.cannot_judge:
        lines += [
            f"- right: {past.precision}; any month at random: {past.base_rate}",
            f"- outcomes it came before, by at most twelve months: {past.recall}",
            f"- longest run of false firings: {past.longest_false_streak}",
        ]
    if past.at_budget:
        lines.append(
            f"- held to {BUDGET_A_YEAR:g} firing a year (threshold {past.at_budget.threshold:g}, found on "
            f"this same past): right {past.at_budget.precision}, longest run of false firings "
            f"{past.at_budget.longest_false_streak}"
        )
    if past.cannot_judge:
        lines.append(f"- {past.cannot_judge}")
    if world is not None:
        lines.append(f"- {world}")
    lines.append(
        "- months of a series are read as they are known today, not as they were known then; rows are read "
        "from the day of their first report"
    )
    return "## Its past\n\n" + "\n".join([_said(lines[0]), "", *map(_said_line, lines[1:])]) + "\n"


def _firings(past: Replay | None) -> str:
    if past is None or not past.firings:
        return ""
    head = "| fired | off | reading | what came | before | after | on |\n|---|---|--:|---|--:|--:|---|\n"
    return "## Firings\n\n" + head + "".join(_firing(firing) for firing in past.firings) + "\n"


def _firing(firing: Firing) -> str:
    numbers = [number(n) if n is not None else None for n in (firing.value, firing.before, firing.after)]
    value, before, after = ("" if n is None else f"{n:g}" for n in numbers)
    on = ", ".join(firing.rows[:6])
    return (
        f"| {firing.on} | {firing.until or 'lasts'} | {value} | {firing.came} | {before} | {after} "
        f"| {_said(on)} |\n"
    )


def _evidence(view: View, state: State) -> str:
    if state.indicator.counts.series is not None:
        return ""
    if not state.rows:
        return f"## Evidence\n\nNo row in the window. {_left_out(state)}\n"
    lines = []
    for row in state.rows:
        doubt = f" – **in doubt**: {_said('; '.join(row.doubts))}" if row.doubts else ""
        lines.append(f"- {row.day}, `{row.row}`{doubt}")
        lines += [f"  - {_quoted(view, event)}" for event in row.events]
    return "## Evidence\n\n" + "\n".join(lines) + f"\n\n{_left_out(state)}{_clearing(view, state)}\n"


def _quoted(view: View, event: str) -> str:
    row = view.event[event]
    story = view.story[row.story]
    said = (
        f"“{_said(row.quote.text)}” – {_said(outlet_of(view, story))}, {story.date or 'undated'} (`{event}`)"
    )
    return said + (f"; review: {_said(row.review)}" if row.review else "")


def _left_out(state: State) -> str:
    n = state.track.unplaced
    return f"{n} rows that would count fit no month and are left out. " if n else ""


def _clearing(view: View, state: State) -> str:
    events: Sequence[str] = state.rows[-1].events
    return (
        f"A row that is coded wrong stops counting once rejected, event by event, such as "
        f'`brink judge {view.case.name} reject {events[0]} --because "…"`.'
    )


def _said_line(line: str) -> str:
    return "- " + _said(line.removeprefix("- "))


def _said(text: str) -> str:
    """Text that Markdown shows as it is."""
    plain = " ".join(text.split())
    for mark in MARKED:
        plain = plain.replace(mark, "\\" + mark)
    return plain
