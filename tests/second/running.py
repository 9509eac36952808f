"""The second coder asked in this process, where the language pipeline is loaded already."""

from __future__ import annotations

from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from brink.case.folder import Case
from brink.cli.app import app
from brink.second.asking import Patience
from brink.second.coding import SecondReport, plan_second, second_code
from brink.second.endpoint import Endpoint
from tests.second.conftest import BARE

PATIENT = Patience(seconds=20, tries=2, pause=0.01)
"""Servers of these tests answer, however busy the machine is."""
SHIPPED = "en_brink_news"


def told(report: str) -> list[dict[str, object]]:
    """A right row and an invented one for the report on Menaka, nothing for the others."""
    if "Menaka" not in report:
        return []
    doer = [{"words": "Islamic State fighters", "name": "Islamic State"}]
    quote = (
        "Islamic State fighters raided a village in the Menaka region on Tuesday and kidnapped five herders"
    )
    right = {**BARE, "quote": quote, "actors": doer, "abducted": {"min": 5, "max": 5}}
    return [right, {**right, "abducted": {"min": 50, "max": 50}}]


def code(case: Case, url: str, *, limit: int | None = None, model: str = "m") -> SecondReport:
    endpoint = Endpoint.named(url, model, {})
    plan = plan_second(case, model, pipeline=SHIPPED, limit=limit)
    return second_code(case, endpoint, plan, pipeline=SHIPPED, patience=PATIENT)


def inside(*words: str) -> Result:
    """A command, with what it printed or raised."""
    return CliRunner().invoke(app, words)


def run(folder: Path, url: str) -> Result:
    return inside("code", str(folder), "--coder", "llm", "--llm-url", url, "--llm-model", "m")
