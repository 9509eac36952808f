"""The brief in a browser: nothing asked for, nothing in anybody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Looking
from tests.conftest import brink

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def the_bundled_brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundled")
    ran = brink("brief", "pakistan-ttp", "-o", "brief.html", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    return folder / "brief.html"


def test_the_bundled_brief_with_its_figures_is_under_three_quarters_of_a_megabyte(the_bundled_brief: Path):
    assert the_bundled_brief.stat().st_size < 750_000


def test_axe_finds_nothing(the_bundled_brief: Path, looking: Looking):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = looking.at(the_bundled_brief).page
    page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["target"]) for v in found] == []


def test_it_makes_no_request_and_logs_no_error(the_bundled_brief: Path, looking: Looking):
    looking.at(the_bundled_brief)
    assert looking.requests == [the_bundled_brief.as_uri()]
    assert looking.errors == []


def test_a_number_leads_by_keyboard_to_its_quote(the_bundled_brief: Path, looking: Looking):
    page = looking.at(the_bundled_brief).page
    page.locator(".judgements a").first.focus()
    page.keyboard.press("Enter")
    counted = page.evaluate("location.hash")
    assert page.locator(f"[id='{counted[1:]}']").count() == 1
    page.locator(f"[id='{counted[1:]}'] + dd a, tr[id='{counted[1:]}'] a").first.focus()
    page.keyboard.press("Enter")
    incident = page.evaluate("location.hash")[1:]
    assert page.locator(f"[id='{incident}']").count() == 1


def test_nothing_is_wider_than_a_telephone(the_bundled_brief: Path, looking: Looking):
    page = looking.page
    page.set_viewport_size({"width": 390, "height": 800})
    looking.at(the_bundled_brief)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
