"""The log of a game: one line for the setting and one a month, enough to play it again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from brink.errors import BadExport, BadPlay
from brink.play.game.levers import Choice
from brink.play.game.match import Match

KIND = "brink game"


def heading(match: Match) -> dict[str, Any]:
    """What a game has to share with its log to be the same game."""
    what = match.what
    return {
        "kind": KIND,
        "case": what.definition.title,
        "as_of": what.definition.as_of.isoformat(),
        "as": match.player,
        "future": match.future,
        "seed": what.seed,
        "points": what.points,
        "model": what.job(match.moves()).run.kernel[:16],
    }


def start_log(match: Match, path: Path) -> None:
    """Write the heading of a new log; raises BadExport where it cannot be written."""
    try:
        path.write_text(json.dumps(heading(match), ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise BadExport(f"cannot write {path}: {error.strerror or error}") from error


def add_to_log(path: Path, month: str, choice: Choice) -> None:
    """Add a month; a game that is cut off loses none that was played."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"month": month, "levers": dict(choice)}, ensure_ascii=False) + "\n")


def take_up(match: Match, path: Path) -> list[str]:
    """Play the months of a log again and give what happened in each.

    Raises
    ------
    BadPlay
        When the file is no log or of another game; names what differs.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    try:
        rows = [json.loads(line) for line in lines]
        head, months = rows[0], [row["levers"] for row in rows[1:]]
    except (ValueError, KeyError, IndexError, TypeError):
        raise BadPlay(f"{path} is no log of a game") from None
    now = heading(match)
    unlike = [f"{key} {head.get(key)!r}, now {now[key]!r}" for key in now if head.get(key) != now[key]]
    if unlike:
        raise BadPlay(f"{path} is the log of another game: {'; '.join(unlike)}")
    told = []
    for choice in months:
        month = match.month_words()
        told.append(f"{month}: {match.choose({str(name): float(level) for name, level in choice.items()})}")
    return told
