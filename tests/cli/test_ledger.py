"""The ledger as a person keeps it on the command line."""

from __future__ import annotations

import json
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from brink.cli import main
from tests.forecast.ledger.conftest import COUNTS, LATER, YAML, write_series

ASK = (
    "--question", "Will JNIM hold Gao?", "--closes", "2024-12-31", "--rule", "two agencies say so",
    "--source", "agencies", "--because", "garrison",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ran:
    out: str
    err: str
    code: int

    def rows(self) -> list[dict[str, object]]:
        assert self.code == 0, self.err
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def a_folder(tmp_path: Path) -> Path:
    root = tmp_path / "mali"
    (root / "series").mkdir(parents=True)
    (root / "articles").mkdir()
    (root / "case.yaml").write_text(YAML, encoding="utf-8")
    write_series(root, COUNTS | LATER)
    return root


@pytest.fixture
def ledger(
    a_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    """Runs `brink ledger` on the case in this process; gives what it printed and its exit code."""
    kept = signal.getsignal(signal.SIGINT)

    def run(*words: str, case: Path = a_folder) -> Ran:
        monkeypatch.setattr(sys, "argv", ["brink", "ledger", str(case), *words])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Ran(printed.out, printed.err, int(left.value.code or 0))

    yield run
    signal.signal(signal.SIGINT, kept)


def test_a_question_is_asked_answered_anew_resolved_and_scored(ledger: Run):
    ledger("add", "gao", *ASK, "--probability", "0.05", "--author", "Aïssa")
    anew = ("--probability", "0.25", "--made", "2024-10-01", "--because", "convoys cut off")
    ledger("update", "gao", "--author", "Aïssa", *anew)
    ledger("resolve", "gao", "--state", "no", "--because", "agencies", "--known", "2025-01-02")
    earned = ledger("score", "--reveal", "2025-01-02", "--json").rows()
    (own,) = [row for row in earned if row["question"] == "gao"]
    # 1 July to 30 September are 92 days at .05², 1 October to 31 December 92 at .25².
    assert own["brier"] == pytest.approx((0.0025 + 0.0625) / 2)
    assert (own["author"], own["answers"], own["stood"]) == ("Aïssa", 2, 1.0)


def test_a_series_settles_its_question_only_when_the_date_allows_it(ledger: Run):
    assert "is read on 2024-10-15" in ledger("resolve", "attacks-2024", "--until", "2024-10-14").err
    assert "attacks-2024: number, total of desk attacks" in ledger("resolve", "--until", "2024-10-15").err
    assert states(ledger("list", "--json")) == ["open", "open"]
    assert states(ledger("list", "--reveal", "2024-10-15", "--json")) == ["31", "open"]


def test_a_series_that_stops_early_settles_nothing(ledger: Run, a_folder: Path):
    write_series(a_folder, COUNTS | {19: 7})
    told = ledger("resolve", "--until", "2024-12-31").err
    assert "left, desk attacks has no count for 2024-08, 2024-09" in told


def test_what_resolving_reads_reaches_no_forecast(ledger: Run, a_folder: Path):
    honest = ledger("list", "--json").rows()
    (a_folder / "case.db").unlink()
    write_series(a_folder, COUNTS | {month: 1000 * n for month, n in LATER.items()})
    ledger("resolve", "--until", "2025-12-31")
    assert ledger("list", "--json").rows() == honest


def test_an_answer_that_does_not_fit_the_question_is_refused(ledger: Run):
    ran = ledger("update", "attacks-2024", "--probability", "0.5", "--because", "x")
    assert ran.code == 2
    assert "asks a number: give --quantile" in ran.err


def test_brinks_own_forecast_is_one_more_author_and_reads_nothing_later(ledger: Run, a_folder: Path):
    longer = dict.fromkeys(range(1, 31), 3)
    write_series(a_folder, longer | {31: 500, 32: 500, 33: 500})
    text = (a_folder / "case.yaml").read_text(encoding="utf-8")
    text = (
        text.replace("2024-07-01", "2025-07-01")
        .replace("2024-09-30", "2025-09-30")
        .replace("2024-10-15", "2025-10-15")
    )
    text = text.replace("as_of: 2024-06-30", "as_of: 2025-06-30").replace("2024-12-31", "2025-12-31")
    (a_folder / "case.yaml").write_text(text.replace("2025-01-15", "2026-01-15"), encoding="utf-8")
    ledger("forecast")
    (entry,) = [e for e in ledger("export").rows() if e["who"] == "Brink's forecast"]
    content = entry["content"]
    assert isinstance(content, dict)
    assert content["made"] == "2025-06-30"
    # Three a month for two years and a half; five hundred a month came.
    assert content["quantiles"]["0.5"] == pytest.approx(9, abs=3)
    assert "as before" in ledger("forecast").err


def test_an_entry_withdrawn_stays_but_does_not_count(ledger: Run):
    ledger("update", "truce-2024", "--probability", "0.9", "--author", "slip", "--because", "x")
    ledger("withdraw", "6", "--because", "wrong case")
    assert "slip" not in ledger("show", "truce-2024").out
    assert [entry["kind"] for entry in ledger("export").rows()][-2:] == ["answer", "withdrawal"]


def test_verify_prints_the_seal_that_export_ends_with(ledger: Run):
    seal = ledger("verify").out.strip()
    assert ledger("export").rows()[-1]["seal"] == seal
    assert ledger("verify", "--head", seal[:8]).code == 0
    assert ledger("verify", "--head", "ffff").code == 1


def test_a_forecast_found_by_coding_counts_only_once_confirmed(
    ledger: Run, a_coded_case: Path, tmp_path: Path
):
    case = tmp_path / "coded"
    shutil.copytree(a_coded_case, case)
    drafts = ledger("drafts", "--json", case=case).rows()
    draft = next(row for row in drafts if "airstrikes" in str(row["quote"]))
    ledger("add", "airstrikes", *ASK, case=case)
    ledger("confirm", str(draft["id"]), "--question", "airstrikes", "--probability", "0.6", case=case)
    (answer,) = ledger("show", "airstrikes", "--json", case=case).rows()[0]["answers"]  # type: ignore[misc]
    assert "likely (60 %)" in answer
    assert str(draft["quote"]) in answer
    assert len(ledger("drafts", "--json", case=case).rows()) == len(drafts) - 1


def states(ran: Ran) -> list[object]:
    return [row["state"] for row in ran.rows()]
