"""Tables of other projects brought into a case: monthly series and incidents that name their row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from brink.case.folder import Case
from brink.case.manifest import recorded
from brink.case.progress import Progress, Silent
from brink.case.store import transaction
from brink.case.view import View
from brink.dates import DateInterval
from brink.errors import NotInCase
from brink.exchange import Imported, RowIncident, import_acled, import_ucdp

ROWS_A_TRANSACTION = 5000


def import_table(case: Case, path: Path, *, kind: str, progress: Progress | None = None) -> str:
    """Take a user's UCDP or ACLED file into the case, and say what was taken.

    Monthly counts go to `series/` as Parquet, event rows to the store. Importing a file again
    replaces what it brought before.

    Raises
    ------
    BadImport
        When the file lacks columns the dataset has.
    NotInCase
        When the case was opened from `case.db` alone, which has no `series/`.
    """
    if case.root is None:
        raise NotInCase("this case was opened from case.db alone; import into its folder")
    read = {"ucdp": import_ucdp, "acled": import_acled}[kind]
    taken = read(path)
    with recorded(case, f"import --{kind} {path.name}"):
        series = case.root / "series" / f"{taken.dataset}-{taken.file_digest[:12]}.parquet"
        series.parent.mkdir(exist_ok=True)
        taken.monthly.write_parquet(series)
        incidents = _keep(case, taken, progress or Silent())
    said = (
        f"{path.name}: {taken.rows} rows read; {taken.monthly.height} series-months in series/{series.name}"
    )
    said += f", {incidents} incidents"
    return "\n  ".join([said, *taken.notes])


def _keep(case: Case, taken: Imported, progress: Progress) -> int:
    with transaction(case.store):
        case.store.execute("DELETE FROM row_incident WHERE file_digest = ?", (taken.file_digest,))
    rows, kept = taken.incidents(), 0
    progress.begin(f"importing {taken.file}", taken.rows)
    while batch := list(islice(rows, ROWS_A_TRANSACTION)):
        with transaction(case.store):
            case.store.executemany(
                "INSERT OR REPLACE INTO row_incident VALUES (?, ?, ?, ?, ?)", [_columns(row) for row in batch]
            )
        kept += len(batch)
        progress.advance(len(batch))
    progress.end()
    return kept


def _columns(row: RowIncident) -> tuple[str, str, str, str, str]:
    return row.id, row.dataset, row.file_digest, row.row_id, json.dumps(row.row(), ensure_ascii=False)


def imported_rows(view: View) -> Iterator[dict[str, Any]]:
    """Imported incidents that begin on or before the view's date, by date, with the keys of listings."""
    found = [json.loads(row["row"]) for row in view.case.store.execute("SELECT row FROM row_incident")]
    dated = [(DateInterval.parse(row["date"]).start, row["id"], row) for row in found]
    for start, _, row in sorted(dated, key=lambda item: item[:2]):
        if start <= view.as_of:
            yield {**row, "status": "happened", "sources": 1, "events": []}
