"""What every listing shares: tests on rows, and the rows that pass them as a table, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from brink.cli.options import parse_date
from brink.cli.output import Row, emit
from brink.errors import NotInCase, nearest

if TYPE_CHECKING:
    from brink.case.view import View

Test = Callable[[Row], bool]


def within(since: str | None, until: str | None, key: str = "date") -> Test:
    """Rows whose interval of days under `key` touches the days from `since` to `until`."""
    first = parse_date(since).isoformat() if since else "0000"
    last = parse_date(until).isoformat() if until else "9999"
    if not since and not until:
        return bool
    return lambda row: bool(row[key]) and row[key][11:] >= first and row[key][:10] <= last


def one_of(option: str, value: str | None, allowed: Sequence[str]) -> str | None:
    """The allowed word that an option's value is but for case; `NotInCase` where it is none."""
    if value is None:
        return None
    folded = {word.casefold(): word for word in allowed}
    if value.casefold() not in folded:
        raise NotInCase(
            f"{option} cannot be {value!r}{nearest(value, allowed)} (allowed: {', '.join(allowed)})"
        )
    return folded[value.casefold()]


def is_(key: str, value: str | None) -> Test:
    """Rows with this value, all where none is asked for."""
    return lambda row: value is None or row[key] == value


def names_any(keys: Sequence[str], name: str | None) -> Test:
    """Rows that name an actor in one of these columns, all where none is asked for."""

    def test(row: Row) -> bool:
        listed = [row[key] for key in keys]
        flat = [part for item in listed for part in (item if isinstance(item, list) else [item])]
        return name is None or name in flat

    return test


def single(row: Row) -> bool:
    """Rows that tell of one happening and do not sum up many."""
    return not row.get("summary", False)


def left_out(number: int) -> str:
    """What a table says of the rows that `single` kept out of it."""
    from brink.code.rows import SUM_UP, SUMS_UP

    if number == 1:
        return f"1 that {SUMS_UP} is left out (--summaries lists it)"
    return f"{number} that {SUM_UP} are left out (--summaries lists them)"


def list_rows(
    view: View,
    rows: Sequence[Row],
    tests: Sequence[Test],
    *,
    what: str,
    columns: Sequence[str],
    limit: int | None,
    as_json: bool,
    as_csv: bool,
    table_only: Test | None = None,
) -> None:
    """Print the rows that pass every test, or say why there are none.

    `table_only` is a further test for the table, which says how many rows it leaves out.
    """
    kept = [row for row in rows if all(test(row) for test in tests)]
    passing = len(kept)
    if table_only is not None and not (as_json or as_csv):
        kept = [row for row in kept if table_only(row)]
    shown = kept[:limit]
    title = f"{len(kept)} {what} as of {view.as_of}"
    if len(shown) < len(kept):
        title += f", first {len(shown)} shown"
    if len(kept) < passing:
        title += f"; {left_out(passing - len(kept))}"
    empty = (
        f"no {what} as of {view.as_of}: {len(rows)} in the case, none fits the options"
        if rows
        else f"no {what} as of {view.as_of}: {stories_counted(view)}"
    )
    emit(shown, columns=columns, title=title, as_json=as_json, as_csv=as_csv, empty=empty)


def stories_counted(view: View) -> str:
    """How many stories there are to find rows in, and how many of them could not be coded."""
    told = f"the case has {len(view.stories)} stories that count by then"
    left = [note.removeprefix(_NOT_CODED).strip() for _, note in view.notes if note.startswith(_NOT_CODED)]
    return f"{told}, {len(left)} of them not coded: {'; '.join(sorted(set(left)))}" if left else told


_NOT_CODED: Final = "not coded:"
