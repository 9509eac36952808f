"""Figures as files: the drawing as SVG, its data as CSV beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from brink.plots.figure import Figure, table_cell


def write_figures(figures: Iterable[Figure], folder: Path) -> list[Path]:
    """Write each figure as `ID.svg` and `ID.csv` into a folder, and return the drawings' paths.

    The title and the sentence of reading stand in the drawing as its title and description.

    Raises
    ------
    OSError
        When the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for figure in figures:
        drawing = folder / f"{figure.id}.svg"
        drawing.write_text(figure.svg(), encoding="utf-8")
        with drawing.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(figure.columns)
            rows.writerows([table_cell(row.get(column)) for column in figure.columns] for row in figure.rows)
        written.append(drawing)
    return written
