"""A small case about northern Mali, seen through a view."""

from __future__ import annotations

from pathlib import Path

import pytest

from brink.case.folder import open_case
from brink.case.view import View


@pytest.fixture(scope="session")
def mali(a_coded_case: Path) -> View:
    return View(open_case(a_coded_case))
