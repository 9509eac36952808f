"""A small case of invented reports on northern Mali, made anew for each test that asks for it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import settings

# The first example may load a model, and machines that run tests are busy.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before NumPy is imported
PLAIN = {"NO_COLOR": "1", "COLUMNS": "160"}
REPORTS = {
    "gao.txt": """Gunmen kill nine soldiers near Gao

GAO, Mali, March 21 2024 - Gunmen from JNIM attacked an army post near Gao on Thursday, killing nine soldiers and wounding 14 others, the army said.

"We will find those who did this," Colonel Moussa Traore told reporters. He said the government may launch airstrikes on JNIM camps in the coming weeks.

Residents said the fighters burned two vehicles before they left.
""",
    "gao-agency.txt": """Mali army post attacked

BAMAKO, March 22 2024 - At least 12 soldiers were killed when JNIM fighters attacked an army post near Gao on March 21, a hospital official said on Friday.

Algeria condemned the attack and offered to mediate talks between Mali and the rebels.
""",
    "gao-copy.txt": """Gunmen kill nine soldiers near Gao

GAO, Mali, March 21 2024 - Gunmen from JNIM attacked an army post near Gao on Thursday, killing nine soldiers and wounding 14 others, the army said.

"We will find those who did this," Colonel Moussa Traore told reporters. He said the government may launch airstrikes on JNIM camps in the coming weeks.

Residents said the fighters burned two vehicles before they left.

Sign up for our newsletter
""",
    "menaka.txt": """Village raided in Menaka region

MENAKA, Mali, April 2 2024 - Islamic State fighters raided a village in the Menaka region on Tuesday and kidnapped five herders, local officials said.

The United Nations urged all sides to protect civilians. JNIM, an ally of al-Qaida, is a rival of the Islamic State in the Sahel.
""",
}


@pytest.fixture
def a_small_case(tmp_path: Path) -> Path:
    """The folder of a case with four reports, two of them copies, not yet read."""
    from datetime import date

    from brink.case.making import make_case

    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    return make_case(tmp_path / "mali", articles=reports, title="Northern Mali", as_of=date(2024, 6, 30))


@pytest.fixture(scope="session")
def a_coded_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same case, read and coded once for all tests that only look."""
    from datetime import date

    from brink.case.making import make_case

    folder = tmp_path_factory.mktemp("coded")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    root = make_case(folder / "mali", articles=reports, title="Northern Mali", as_of=date(2024, 6, 30))
    assert brink("code", str(root)).returncode == 0
    return root


def brink(
    *arguments: str, cwd: Path | None = None, stdin: bytes | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, but in this process, which saves starting Python each time.

    Folder, environment, streams and signals are put back afterwards.
    """
    from brink.cli import main

    out, err = io.BytesIO(), io.BytesIO()
    interrupt = signal.getsignal(signal.SIGINT)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in PLAIN.items():
            patch.setenv(name, value)
        if cwd is not None:
            patch.chdir(cwd)
        patch.setattr(sys, "argv", ["brink", *arguments])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
        patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True))
        try:
            main()
            code = 0
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else int(left.code is not None)
        finally:
            signal.signal(signal.SIGINT, interrupt)
            said = out.getvalue().decode(), err.getvalue().decode("utf-8", "replace")
    return subprocess.CompletedProcess(["brink", *arguments], code, *said)


def rows(*arguments: str) -> Sequence[dict[str, object]]:
    """What a listing prints as JSON lines."""
    import json

    ran = brink(*arguments, "--json")
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The documentation runs first: it takes minutes, and begun last it would leave a worker idle."""
    items.sort(key=lambda item: "test_tutorial" not in item.nodeid)
