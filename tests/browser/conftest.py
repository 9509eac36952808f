"""A browser that may look at files and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[playwright.Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield running
        running.close()


class Looking:
    """A page opened from a file, with every request and console error it made."""

    def __init__(self, page: playwright.Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on(
            "console", lambda message: self.errors.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def at(self, path: Path) -> Looking:
        self.page.goto(path.as_uri())
        return self


@pytest.fixture(params=["light", "dark"])
def looking(browser: playwright.Browser, request: pytest.FixtureRequest) -> Iterator[Looking]:
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1100, "height": 900})
    yield Looking(context.new_page())
    context.close()
