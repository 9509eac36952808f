"""From what was typed to an open case, copying a bundled one out when it is not there yet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from brink.cli.options import parse_date
from brink.errors import NotInCase, nearest

if TYPE_CHECKING:
    from brink.case.folder import Case
    from brink.case.view import View


def say(words: str) -> None:
    """A line for the person, on standard error."""
    print(words, file=sys.stderr)


def opened(name: str) -> Case:
    """The case of that path or name."""
    from brink.case.bundled import bundled_cases, copy_bundled
    from brink.case.folder import open_case

    path = Path(name)
    if not path.exists() and name in bundled_cases():
        copy_bundled(name, Path.cwd())
        say(f"copied the bundled case to {path}/")
    if not path.exists() and "/" not in name:
        close = nearest(name, bundled_cases())
        if close:
            raise NotInCase(
                f"there is no case at {name}{close} (bundled cases: {', '.join(bundled_cases())})"
            )
    return open_case(path)


def opened_view(name: str, as_of: str | None) -> View:
    """The case as of a date, whether anything has been read or not."""
    from brink.case.view import View

    return View(opened(name), parse_date(as_of) if as_of else None)


def viewed(name: str, as_of: str | None) -> View:
    """The case as of a date, with a word when it has not been read or coded."""
    from brink.case.view import View

    case = opened(name)
    view = View(case, parse_date(as_of) if as_of else None)
    uncoded = case.store.execute(
        "SELECT count(*) FROM story WHERE id NOT IN (SELECT story FROM coding)"
    ).fetchone()[0]
    if not case.store.execute("SELECT 1 FROM source").fetchone():
        say(f"nothing has been read yet: run `brink code {name}` first")
    elif uncoded:
        say(f"{uncoded} stories are not coded yet: run `brink code {name}`")
    return view


def canonical(view: View, name: str) -> str:
    """The canonical name of an actor given by any of its names.

    Raises
    ------
    NotInCase
        When neither the gazetteer nor the coded rows know the name.
    """
    from brink.case.named import gazetteer_of
    from brink.case.roster import names_in

    used = names_in(view)
    folded = {known.casefold(): known for known in used}
    if name.casefold() in folded:
        return folded[name.casefold()]
    entry = gazetteer_of(view).entry(name)
    if entry is not None:
        return view.decisions.name("", entry.name)
    raise NotInCase(
        f"no actor {name!r} in {view.title} as of {view.as_of}{nearest(name, used) or ';'} "
        "`brink actors CASE` lists them"
    )
