"""The second coder stands beside the rules: asked once, kept apart, counted only when accepted."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brink.case.folder import Case, open_case
from brink.case.view import View
from brink.errors import BrinkError, NotInCase
from brink.second.kept import rejected_rows, second_events
from tests.conftest import brink
from tests.second import server as at
from tests.second.running import code, inside, run, told


def test_right_rows_are_kept_and_invented_ones_counted_by_cause(case: Case):
    with at.serving(at.coding(told)) as server:
        report = code(case, server.url)
    assert (report.coded, report.events, dict(report.rejected)) == (4, 1, {"figure not in quote": 1})
    assert [event.actors for event in second_events(case.store, "m")] == [("Islamic State",)]
    assert [row.detail for row in rejected_rows(case.store, "m")] == ["abducted 50"]


def test_copies_are_asked_about_once_and_a_second_run_asks_nothing(case: Case):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
        assert len(server.asked) == 3
        report = code(case, server.url)
        assert (len(server.asked), report.unchanged, report.coded) == (3, 4, 0)


def test_kept_answers_are_checked_again_without_asking_when_the_case_changes(case: Case):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
        case.store.execute("UPDATE second_coding SET key = 'of another definition'")
        report = code(case, server.url)
    assert (len(server.asked), report.coded, report.events) == (3, 4, 1)


def test_a_story_read_anew_is_checked_against_kept_answers_by_the_next_coding(case: Case, folder: Path):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
        before = second_events(case.store, "m")
        case.store.execute("UPDATE source SET reader = 'of another version'")
        ran = inside("code", str(folder))
    assert "checked kept answers about 4 stories again, nothing was sent" in ran.stderr
    assert (len(server.asked), second_events(case.store, "m")) == (3, before)


def test_another_model_is_asked_anew_and_stands_beside(case: Case):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
        code(case, server.url, model="n")
    assert len(server.asked) == 6
    assert len(second_events(case.store, "m")) == len(second_events(case.store, "n")) == 1


def test_nothing_of_it_is_counted(case: Case, folder: Path):
    listings = ("events", "incidents", "actors", "claims", "ties")
    before = [inside(listing, str(folder), "--json").stdout for listing in listings]
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
    assert second_events(case.store, "m")
    assert [inside(listing, str(folder), "--json").stdout for listing in listings] == before


def test_no_more_questions_are_under_way_than_allowed(case: Case):
    under_way, most = [], []

    def behave(handler: at.Handler, body: dict[str, object]) -> None:
        under_way.append(body)
        most.append(len(under_way))
        time.sleep(0.05)
        under_way.pop()
        at.coding(told)(handler, body)

    with at.serving(behave) as server:
        code(case, server.url)
    assert (len(most), max(most)) == (3, 2)


def test_a_limit_leaves_the_rest_for_the_next_run(case: Case):
    with at.serving(at.coding(told)) as server:
        assert code(case, server.url, limit=1).coded == 1
        assert code(case, server.url).coded == 3


def test_a_failed_story_is_named_and_asked_about_again(case: Case):
    with at.serving(at.says("I would rather not.")) as server:
        report = code(case, server.url)
    assert {why.partition(":")[0] for _, why in report.failed} == {"answered in words"}
    assert second_events(case.store, "m") == []
    with at.serving(at.coding(told)) as server:
        assert code(case, server.url).coded == 4


@pytest.mark.parametrize(("behave", "asked"), [(at.status(401), 2), (at.status(400), 9)])
def test_a_server_that_answers_nothing_is_given_up(case: Case, behave: at.Behaviour, asked: int):
    with at.serving(behave) as server:
        report = code(case, server.url)
    assert report.stopped
    assert len(server.asked) <= asked
    assert second_events(case.store, "m") == []


def test_no_story_later_than_the_as_of_date_is_sent(folder: Path):
    yaml = folder / "case.yaml"
    yaml.write_text(yaml.read_text().replace("2024-06-30", "2024-03-31"))
    with at.serving(at.coding(told)) as server:
        code(open_case(folder), server.url)
    assert len(server.asked) == 2
    assert not any("Menaka" in report for report in server.reports)


def test_only_the_body_of_a_story_is_sent(case: Case):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
    assert not any("newsletter" in report for report in server.reports)


def test_the_command_says_where_text_goes_and_what_came_of_it(folder: Path):
    with at.serving(at.coding(told)) as server:
        ran = run(folder, server.url)
    assert ran.exit_code == 0
    assert ran.stdout == ""
    assert f"in 3 questions about 4 stories to {server.url}/chat/completions (this machine)" in ran.stderr
    assert "1 rows kept beside the rules', 1 rejected" in ran.stderr
    assert "1 rejected: figure not in quote" in ran.stderr


def test_the_rules_always_code_first(a_small_case: Path):
    with at.serving(at.coding(told)) as server:
        assert run(a_small_case, server.url).exit_code == 0
    assert View(open_case(a_small_case)).events
    assert len(server.asked) == 3


def test_the_rules_alone_send_nothing_whatever_the_environment_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    with at.serving(at.coding(told)) as server:
        monkeypatch.setenv("BRINK_LLM_URL", server.url)
        monkeypatch.setenv("BRINK_LLM_MODEL", "m")
        assert inside("code", str(folder)).exit_code == 0
        assert inside("brief", str(folder), "-o", str(folder / "b.md")).exit_code == 0
    assert server.asked == []


def test_without_an_endpoint_nothing_is_done_and_it_says_what_to_set(folder: Path):
    ran = brink("code", str(folder), "--coder", "llm")
    assert ran.returncode == 2
    assert "BRINK_LLM_URL" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_given_up_run_ends_with_an_error_that_says_how_to_go_on(folder: Path):
    with at.serving(at.status(401, "wrong key")) as server:
        ran = run(folder, server.url)
    assert isinstance(ran.exception, BrinkError)
    assert "not allowed: HTTP 401 wrong key" in str(ran.exception)
    assert "the same command goes on from here" in str(ran.exception)


@pytest.mark.slow
def test_an_interrupted_run_leaves_a_whole_case_that_goes_on(folder: Path):
    def stuck(handler: at.Handler, body: dict[str, object]) -> None:
        (at.silent if len(handler.seen.asked) == 3 else at.coding(told))(handler, body)

    with at.serving(stuck) as server:
        words = ["code", str(folder), "--coder", "llm", "--llm-url", server.url, "--llm-model", "m"]
        running = subprocess.Popen([sys.executable, "-m", "brink", *words], stderr=subprocess.PIPE)
        assert running.stderr is not None
        began = time.monotonic()
        while len(server.asked) < 3:
            assert running.poll() is None
            assert time.monotonic() - began < 120
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        said = running.stderr.read().decode()
        assert running.wait(timeout=5) == 130
    assert "the case is whole" in said
    assert "Traceback" not in said
    with at.serving(at.coding(told)) as server:
        assert run(folder, server.url).exit_code == 0
    assert len(server.asked) <= 2


def test_an_accepted_row_counts_with_who_vouches_for_it(case: Case, folder: Path):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
    row = second_events(case.store, "m")[0].id
    ran = inside("judge", str(folder), "accept", row, "--because", "read it", "--who", "ana")
    assert ran.exit_code == 0, ran.stderr
    view = View(case)
    assert view.event[row].because[0] == "second coder, model m, accepted by ana: read it"
    assert row in view.incident_of[row].events


def test_an_accepted_row_may_take_the_place_of_the_rules_row(case: Case, folder: Path):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
    row = second_events(case.store, "m")[0].id
    old = next(event.id for event in View(case).events if event.abducted)
    words = ["judge", str(folder), "accept", row, "--because", "read it", "--instead-of"]
    assert "no event 'e000'" in str(inside(*words, "e000").exception)
    assert row not in View(case).event
    assert inside(*words, old).exit_code == 0
    assert row in View(case).event
    assert old not in View(case).event


def test_an_accepted_row_can_be_taken_back_and_outlives_its_proposal(case: Case, folder: Path):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
    row = second_events(case.store, "m")[0].id
    assert inside("judge", str(folder), "accept", row, "--because", "read it").exit_code == 0
    case.store.execute("DELETE FROM second_event")
    assert row in View(case).event
    assert inside("judge", str(folder), "undo", "1").exit_code == 0
    assert row not in View(case).event


def test_an_accepted_row_goes_with_the_words_it_rests_on(case: Case, folder: Path):
    with at.serving(at.coding(told)) as server:
        code(case, server.url)
    row = second_events(case.store, "m")[0].id
    assert inside("judge", str(folder), "accept", row, "--because", "read it").exit_code == 0
    report = folder / "articles" / "menaka.txt"
    report.write_text(report.read_text().replace("five herders", "six herders"))
    assert inside("code", str(folder)).exit_code == 0
    assert row not in View(case).event


@pytest.mark.parametrize(("row", "says"), [("s000", "no row 's000'"), ("e000", "no row 'e000'")])
def test_only_rows_of_the_second_coder_are_accepted(folder: Path, row: str, says: str):
    ran = inside("judge", str(folder), "accept", row, "--because", "x")
    assert isinstance(ran.exception, NotInCase)
    assert says in str(ran.exception)
