"""The command line: the same verbs as the folders, the functions and the headings of the docs."""

from __future__ import annotations

import os
import sys

from brink.errors import BadDefinition, BadImport, BadJudgement, BrinkError, NotInCase

WRONG_USE = (NotInCase, BadDefinition, BadJudgement, BadImport)


def main() -> None:
    """Run `brink`: exit 0 when done, 1 when something went wrong, 2 for wrong use, 130 when interrupted."""
    from brink.cli.app import app

    try:
        app(standalone_mode=True)
    except BrinkError as error:
        print(f"brink: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, WRONG_USE) else 1)
    except KeyboardInterrupt:
        print("brink: stopped; the case is whole, and the same command goes on from here", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
