"""Two coders side by side on a terminal: what differs stands out, what is alike is said once."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from brink.cli.output import plain

if TYPE_CHECKING:
    from rich.text import Text

Row = Mapping[str, Any]
_COUNTED = (("killed", "killed"), ("injured", "injured"), ("abducted", "abducted"), ("amount", ""))
_NOBODY = "(nobody named)"


def print_pairs(rows: Sequence[Row], *, title: str, model: str) -> None:
    """A table with one section a pair: what it is, what the rules say, what the second coder says."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    table = Table(
        title=title,
        title_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
        show_lines=True,
        expand=True,
    )
    table.add_column("", width=24, overflow="fold")
    table.add_column("rules", ratio=1, overflow="fold")
    table.add_column(plain(f"second coder ({model})"), ratio=1, overflow="fold")
    for row in rows:
        second = _agreeing(row) if row["verdict"] == "agreed" else _said(row, "second")
        table.add_row(_head(row), _said(row, "rules"), second)
    console.print(table)


def _head(row: Row) -> Text:
    from rich.text import Text

    head = Text(row["verdict"], "bold")
    if row["differs"]:
        head.append("\n≠ " + ", ".join(row["differs"]))
    if row["accepted"]:
        head.append("\naccepted")
    head.append(f"\n{(row['published'] or 'undated')[:10]}\n{plain(row['outlet'])}", "dim")
    return head


def _agreeing(row: Row) -> Text:
    """The second coder's row where it is the rules' row: no more than what is not quite the same."""
    from rich.text import Text

    apart = [f"{part} {_part(row, part) or '–'}" for part in row["differs"]]
    said = Text("the same" + (f" but for {', '.join(apart)}" if apart else ""))
    if not _same_words(row):
        said.append(f"\n{_quoted(row, 'second')}", "italic")
    said.append(f"\n{row['second_id']}", "dim")
    return said


def _part(row: Row, part: str) -> str:
    value = row[f"second_{part}"]
    return plain(_days(value) if part == "date" else value or "")


def _said(row: Row, side: str) -> Text:
    """One coder's row in four lines: the act, its sides, its circumstances, its words."""
    from rich.text import Text

    if row[f"{side}_id"] is None:
        return Text("–", "dim")
    mark = set(row["differs"]) if row["verdict"] == "differ" else set()
    said = Text()
    _add(said, row[f"{side}_type"], "type" in mark)
    if row[f"{side}_mode"]:
        _add(said, f" {row[f'{side}_mode']}", "mode" in mark)
    said.append(", ")
    _add(said, row[f"{side}_status"], "status" in mark)
    said.append("\n")
    _add(said, _names(row[f"{side}_actors"]), "doer" in mark)
    said.append(" → ")
    _add(said, _names(row[f"{side}_recipients"]), "target" in mark)
    _circumstances(said, row, side, mark)
    same = side == "second" and _same_words(row)
    said.append("\n(the same words)" if same else f"\n{_quoted(row, side)}", "italic")
    if row[f"{side}_review"]:
        said.append(f"\nreview: {plain(row[f'{side}_review'])}")
    said.append(f"\n{row[f'{side}_id']}", "dim")
    return said


def _circumstances(said: Text, row: Row, side: str, mark: set[str]) -> None:
    found = [
        (row[f"{side}_place"], "place"),
        (_days(row[f"{side}_date"]), "date"),
        (", ".join(_figures(row, side)), "figure"),
        (row[f"{side}_source"] and f"says {row[f'{side}_source']}", "source"),
    ]
    told = [(words, part) for words, part in found if words]
    for i, (words, part) in enumerate(told):
        said.append("\n" if i == 0 else " · ")
        _add(said, words, part in mark)


def _add(said: Text, words: str, marked: bool) -> None:
    # Brackets carry the mark where no colour or weight does.
    said.append(f"[{plain(words)}]" if marked else plain(words), "bold" if marked else "")


def _figures(row: Row, side: str) -> list[str]:
    return [f"{row[f'{side}_{key}']} {word}".strip() for key, word in _COUNTED if row[f"{side}_{key}"]]


def _names(names: Sequence[str]) -> str:
    return ", ".join(names) or _NOBODY


def _days(when: str | None) -> str:
    if when is None:
        return ""
    return when[:10] if when[:10] == when[11:] else when.replace("/", " to ")


def _same_words(row: Row) -> bool:
    """Whether both quote the same, but for a full stop at the end."""
    rules, second = row["rules_quote"] or "", row["second_quote"] or ""
    return bool(rules.strip(" .") == second.strip(" ."))


def _quoted(row: Row, side: str) -> str:
    return f"“{' '.join(plain(row[f'{side}_quote']).split())}”"
