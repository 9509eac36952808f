"""Write `docs/reference/commands.md` from the help of every command; the tests check that it is current."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parent / "reference" / "commands.md"
COMMANDS = (
    ("new",), ("read",), ("code",), ("brief",), ("cases",),
    ("stories",), ("events",), ("incidents",), ("claims",), ("ties",), ("places",), ("actors",), ("sources",),
    ("compare",), ("show",), ("search",), ("watch",),
    ("judge", "merge"), ("judge", "split"), ("judge", "reject"), ("judge", "amend"), ("judge", "join"),
    ("judge", "part"), ("judge", "note"), ("judge", "accept"), ("judge", "undo"), ("judge", "list"),
    ("weigh", "table"), ("weigh", "link"), ("weigh", "unlink"), ("weigh", "links"), ("weigh", "suggest"),
    ("weigh", "accept"), ("weigh", "decline"),
    ("ledger", "add"), ("ledger", "update"), ("ledger", "withdraw"), ("ledger", "drafts"),
    ("ledger", "confirm"), ("ledger", "forecast"), ("ledger", "list"), ("ledger", "show"), ("ledger", "resolve"),
    ("ledger", "score"), ("ledger", "verify"), ("ledger", "export"),
    ("play",), ("why",), ("replay",), ("game",), ("search-policy",),
    ("export",), ("import",),
    ("backtest",),
    ("model",), ("hindcast",),
    ("forecast",), ("alerts",),
)  # fmt: skip
HEAD = """# Commands

Every command takes `--help`. Listings print a table for people, `--json` (one object a line) or `--csv` for
programs on standard output; progress and warnings go to standard error. Exit codes: 0 done, 1 something went
wrong, 2 wrong use, 130 interrupted (the case is whole; the same command goes on).
"""


def page() -> str:
    """The page as it should stand."""
    return HEAD + "".join(f"\n## brink {' '.join(words)}\n\n```\n{_help(words)}\n```\n" for words in COMMANDS)


def _help(words: tuple[str, ...]) -> str:
    inside = [words[0], "CASE", words[1]] if len(words) > 1 else list(words)
    ran = subprocess.run(
        [sys.executable, "-m", "brink", *inside, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"},
    )
    return ran.stdout.replace("python -m brink", "brink").strip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
