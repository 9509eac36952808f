"""A user's own table, read by column names with errors that name the column."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brink.errors import BadImport, nearest

if TYPE_CHECKING:
    import polars as pl

_FOUND_SHOWN = 40
_SEPARATORS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class UserTable:
    """A file's rows, every value as text until a column is asked for."""

    file: str
    digest: str
    frame: pl.DataFrame

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(self.frame.columns)

    def require(self, columns: Iterable[str], *, what: str) -> None:
        """Refuse a table that lacks a column.

        Raises
        ------
        BadImport
            Naming the column, what was found, and the nearest name found.
        """
        for column in columns:
            if column not in self.columns:
                found = ", ".join(self.frame.columns[:_FOUND_SHOWN])
                raise BadImport(
                    f"{self.file} has no column {column!r}, which {what} needs; found: {found}"
                    f"{nearest(column, self.frame.columns)}"
                )

    def numbers(self, columns: Sequence[str], *, whole: bool = True) -> UserTable:
        """The table with these columns as numbers.

        Raises
        ------
        BadImport
            Naming the first value that is none, and its row; rows count from 1 after the heading.
        """
        import polars as pl

        frame = self.frame
        for column in columns:
            read = pl.col(column).str.strip_chars().replace("", None).cast(pl.Float64, strict=False)
            if whole:
                read = pl.when(read == read.floor()).then(read).cast(pl.Int64, strict=False)
            parsed = frame.select(read.alias(column))[column]
            self._refuse_unread(column, parsed, "a whole number" if whole else "a number")
            frame = frame.with_columns(parsed)
        return UserTable(self.file, self.digest, frame)

    def dates(self, columns: Sequence[str]) -> UserTable:
        """The table with these columns as dates, from `2022-04-16` (a time may follow) or `16 April 2022`.

        Raises
        ------
        BadImport
            Naming the first value that is none, and its row.
        """
        import polars as pl

        frame = self.frame
        for column in columns:
            text = pl.col(column).str.strip_chars()
            iso = text.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
            written = text.str.to_date("%d %B %Y", strict=False)
            parsed = frame.select(iso.fill_null(written).alias(column))[column]
            self._refuse_unread(column, parsed, "a date such as 2022-04-16 or 16 April 2022")
            frame = frame.with_columns(parsed)
        return UserTable(self.file, self.digest, frame)

    def _refuse_unread(self, column: str, parsed: pl.Series, wanted: str) -> None:
        given = self.frame[column]
        unread = (parsed.is_null() & given.is_not_null() & (given.str.strip_chars() != "")).arg_true()
        if len(unread):
            row = int(unread[0])
            raise BadImport(f"{self.file}, row {row + 1}: {column} is {given[row]!r}, not {wanted}")


def read_table(path: Path) -> UserTable:
    """A CSV (comma, semicolon, tab or bar) or Parquet file; the content decides which.

    Raises
    ------
    BadImport
        When the file is missing, is neither, or holds no rows.
    """
    import polars as pl

    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            head = file.read(65_536)
    except OSError as error:
        raise BadImport(f"cannot read {path}: {error.strerror}; name a CSV or Parquet file") from error
    try:
        frame = pl.read_parquet(path) if head[:4] == b"PAR1" else _read_csv(path, head)
        frame = frame.select(pl.all().cast(pl.String, strict=False))
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise BadImport(f"{path.name} is no CSV or Parquet table: {reason}") from error
    if frame.is_empty():
        raise BadImport(f"{path.name} holds no rows")
    return UserTable(path.name, digest, frame)


def _read_csv(path: Path, head: bytes) -> Any:
    import polars as pl

    first = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    separator = max(_SEPARATORS, key=first.count)
    return pl.read_csv(path, separator=separator, infer_schema=False, encoding="utf8-lossy")
