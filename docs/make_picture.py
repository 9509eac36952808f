"""Draw the picture of the README: the first page of the bundled case's brief, in Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "brief.png"
WIDTH_PX, HEIGHT_PX = 1100, 1500


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is not installed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        brief = Path(folder) / "brief.html"
        command = [sys.executable, "-m", "brink", "brief", "pakistan-ttp", "-o", str(brief)]
        subprocess.run(command, cwd=folder, check=True)
        with sync_playwright() as started:
            browser = started.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": WIDTH_PX, "height": HEIGHT_PX}, color_scheme="light")
            page.goto(brief.as_uri())
            page.screenshot(path=str(PICTURE))
            browser.close()


if __name__ == "__main__":
    main()
