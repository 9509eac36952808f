"""The command line: the same verbs as the folders, the functions and the headings of the docs."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from brink.errors import (
    BadDefinition,
    BadEndpoint,
    BadExport,
    BadImport,
    BadJudgement,
    BadLedger,
    BadModel,
    BadPlay,
    BrinkError,
    CaseExists,
    NotInCase,
)

WRONG_USE = (
    NotInCase,
    BadDefinition,
    BadEndpoint,
    BadJudgement,
    BadLedger,
    BadImport,
    BadExport,
    BadModel,
    BadPlay,
    CaseExists,
)


def main() -> None:
    """Run `brink`: exit 0 when done, 1 when something went wrong, 2 for wrong use, 130 when interrupted."""
    # Read by NumPy when it is first imported: its products here are too small to share among threads.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, _interrupted)
    from brink.cli.app import app

    try:
        app(standalone_mode=True)
    except BrinkError as error:
        print(f"brink: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, WRONG_USE) else 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _interrupted(number: int, frame: FrameType | None) -> None:
    """Leave at once; what was in a transaction is rolled back on the way out."""
    del number, frame
    print("\nbrink: stopped; the case is whole, and the same command goes on from here", file=sys.stderr)
    sys.exit(130)
