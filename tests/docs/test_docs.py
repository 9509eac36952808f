"""The documentation says what the product does."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])


def test_the_command_reference_is_what_help_says():
    made = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))
    assert made["PAGE"].read_text(encoding="utf-8") == made["page"](), "run python docs/make_commands.py"


def test_every_command_is_in_the_reference():
    from brink.cli.app import app

    made = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))
    documented = {words[0] for words in made["COMMANDS"]}
    grouped = {group.name for group in app.registered_groups}
    assert documented == {command.name for command in app.registered_commands} | grouped


def test_the_readme_is_under_a_hundred_lines():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 100


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_column_of_the_contract_is_documented():
    page = (ROOT / "docs" / "reference" / "rows.md").read_text(encoding="utf-8")
    sources = [ROOT / "brink" / folder / "listing.py" for folder in ("case", "weigh")]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    keys = set(re.findall(r'^        "([a-z_]+)":', text, flags=re.MULTILINE))
    assert keys - set(re.findall(r"`([a-z_]+)`", page)) == set()


def test_every_table_of_the_store_is_documented():
    page = (ROOT / "docs" / "reference" / "store.md").read_text(encoding="utf-8")
    schema = (ROOT / "brink" / "case" / "schema.sql").read_text(encoding="utf-8")
    tables = set(re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", schema))
    assert tables - set(re.findall(r"`(\w+)`", page)) == set()
