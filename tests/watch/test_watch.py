"""Tripwires on rows and on series: when they fire, on what, with what past, and what clears them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from brink.case.folder import open_case
from brink.case.parts.base import Window
from brink.case.view import View
from brink.errors import NotInCase
from brink.watch import watch
from brink.watch.cards import card
from brink.watch.rows import state_row
from brink.watch.track import Episode, Step, episodes
from tests.conftest import brink, rows
from tests.promises.test_as_of import POISON

Made = Callable[[Sequence[float]], View]
CALM = [5.0, 6, 5, 4, 6, 5, 7, 5, 4, 6, 5, 6]


@pytest.fixture(scope="module")
def view(a_watched_case: Path) -> View:
    return View(open_case(a_watched_case))


def step(month: int, value: float) -> Step:
    day = date(2022, month, 27)
    return Step(day, value, value, True, value >= 10, value >= 10, value < 5, 0)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 10, 7, 11, 4, 1], [Episode(1, 4)]),
        ([10, 4, 12, 12, 12], [Episode(0, 1), Episode(3, None)]),
        ([10, 6, 9], [Episode(0, None)]),
        ([1, 9], []),
    ],
)
def test_it_fires_once_an_episode_is_off_at_half_and_silent_for_two_months(
    values: list[float], expected: list[Episode]
):
    steps = [step(i + 1, value) for i, value in enumerate(values)]
    assert episodes(steps, Window(count=2, unit="month")) == expected


def test_an_attack_told_by_two_independent_reports_raises_an_alarm(view: View):
    state = watch(view).state("mass-casualty")
    assert state.replay is not None
    assert [firing.on for firing in state.replay.firings] == [date(2024, 3, 21)]
    assert state.level == "clear", "three months later it is over"
    assert watch(View(view.case, date(2024, 4, 15))).state("mass-casualty").level == "alarm"


def test_one_report_alone_warns(view: View):
    assert watch(View(view.case, date(2024, 3, 21))).state("mass-casualty").level == "warning"


def test_what_rests_on_rows_in_doubt_only_watches(view: View):
    burning = watch(view).state("burning")
    assert burning.level == "watch"
    assert "no day in the text; first reported 2024-03-21" in burning.rows[0].doubts


def test_short_reporting_is_not_judged(view: View):
    past = watch(view).state("mass-casualty").replay
    assert past is not None
    assert past.cannot_judge == "cannot be judged: 17 months of reporting"


def test_the_ladder_is_climbed_by_the_rows_its_rungs_are_like(view: View):
    [climb] = watch(view).climbs
    assert [(use.rung.id, use.row.day) for use in climb.reached] == [
        ("burns", date(2024, 3, 21)),
        ("storms", date(2024, 3, 21)),
    ]
    assert climb.highest is not None
    assert climb.highest.place == 2
    assert watch(view).state("climbing").level in ("warning", "alarm")


def test_a_rejected_row_clears_its_tripwire_and_the_card_says_how(a_watched_case: Path, tmp_path: Path):
    root = tmp_path / "mali"
    shutil.copytree(a_watched_case, root)
    view = View(open_case(root), date(2024, 4, 15))
    state = watch(view).state("mass-casualty")
    assert f"reject {state.rows[-1].events[0]}" in card(view, state)
    for event in state.rows[0].events:
        assert brink("judge", str(root), "reject", event, "--because", "a film").returncode == 0
    assert watch(View(open_case(root), date(2024, 4, 15))).state("mass-casualty").level == "clear"


def test_a_surge_fires_and_alarms_only_with_a_new_regime(a_series: Made):
    state = watch(a_series([*CALM * 3, 6, 70, 90])).state("surge")
    assert state.level == "alarm"
    assert state.replay is not None
    assert [firing.on for firing in state.replay.firings] == [date(2022, 11, 30)]
    assert state.replay.firings[0].came == "open"


def test_one_bad_month_warns(a_series: Made):
    assert (
        watch(a_series([5.0, 25, 2, 14, 3, 30, 8, 1, 12, 4, 20, 6, 9, 28])).state("surge").level == "warning"
    )


def test_a_series_that_ended_is_blind(a_series: Made):
    view = a_series(CALM * 2)
    state = watch(View(view.case, date(2023, 6, 30))).state("surge")
    assert state.why == ("blind: fights events ends with 2022-12",)


def test_a_past_counts_what_came_after_each_firing(a_series: Made):
    rise, bad_month = [*CALM, 20, 24, 26], [*CALM, 25, 5, 4]
    past = watch(a_series([*rise, *CALM, *bad_month, *CALM])).state("surge").replay
    assert past is not None
    assert [firing.came for firing in past.firings] == ["right", "false"]
    assert (past.precision.hits, past.precision.of) == (1, 2)


def test_no_later_month_moves_an_earlier_reading(a_series: Made):
    view = a_series([*CALM * 3, 30, 70, 90])
    early = View(view.case, date(2022, 10, 31))
    shown = state_row(early, watch(early).state("surge"))
    table = view.case.series / "fights.csv" if view.case.series else Path()
    table.write_text(table.read_text().replace("11,70", "11,7000").replace("12,90", "12,0"))
    assert state_row(early, watch(early).state("surge")) == shown


def test_no_later_report_moves_an_earlier_reading(a_watched_case: Path, tmp_path: Path):
    root = tmp_path / "mali"
    shutil.copytree(a_watched_case, root)
    before = rows("watch", str(root))
    (root / "articles" / "later.txt").write_text(POISON, encoding="utf-8")
    assert brink("code", str(root)).returncode == 0
    assert rows("watch", str(root)) == before


def test_levels_of_the_past_are_those_that_were_shown_then(a_series: Made):
    view = a_series([*CALM * 3, 30, 70, 90])
    now = watch(view).state("surge")
    for month in (9, 10, 11):
        day = date(2022, month, 30 if month in (9, 11) else 31)
        then = watch(View(view.case, day)).state("surge")
        assert then.now is not None
        at = [s.day for s in now.track.steps].index(then.now.day)
        assert (now.track.steps[at].value, now.levels.levels[at]) == (then.now.value, then.level)


def test_an_unknown_id_is_named_with_what_there_is(view: View):
    with pytest.raises(NotInCase, match="did you mean burning"):
        watch(view).state("burnin")


def test_the_command_prints_json_and_exits_as_loud_as_the_loudest_tripwire(a_watched_case: Path):
    ran = brink("watch", str(a_watched_case), "--as-of", "2024-04-15", "--exit-code", "--json")
    printed = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 30
    assert [row["level"] for row in printed] == ["alarm", "watch", "alarm"]
    assert all(quote["quote"] for row in printed for one in row["evidence"] for quote in one["quotes"])


def test_the_command_says_what_changed_since(a_watched_case: Path):
    ran = brink("watch", str(a_watched_case), "--since", "2024-04-15", "--json")
    assert [(r["id"], r["was"], r["level"]) for r in map(json.loads, ran.stdout.splitlines())] == [
        ("mass-casualty", "alarm", "clear")
    ]


def test_a_page_for_each_is_written_with_its_chart(a_watched_case: Path, tmp_path: Path):
    ran = brink("watch", str(a_watched_case), "--cards", str(tmp_path / "cards"))
    assert ran.returncode == 0, ran.stderr
    assert sorted(path.name for path in (tmp_path / "cards").glob("*.md")) == [
        "burning.md", "climbing.md", "mass-casualty.md",
    ]  # fmt: skip
    assert (tmp_path / "cards" / "burning.svg").read_text().startswith("<svg")


def test_two_runs_are_the_same(view: View):
    first, second = ([state_row(view, state) for state in watch(view).states] for _ in range(2))
    assert first == second


def test_a_forecast_may_warn_but_never_alarm(a_series: Made):
    view = a_series([*CALM * 3, 40, 70, 90])
    text = (view.case.series or Path()).parent / "case.yaml"
    asked = text.read_text().replace("reads: change\n    baseline: 12 months\n    floor: 10\n    threshold: 100",
                                     "reads: exceedance\n    exceeds: 30\n    threshold: 0.25")  # fmt: skip
    text.write_text(asked)
    state = watch(View(open_case(text.parent))).state("surge")
    assert state.now is not None
    assert state.now.value > 0.25
    assert state.level == "warning"
    assert "forecast:" in state.why[0]
