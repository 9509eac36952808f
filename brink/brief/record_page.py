"""A hindcast as one HTML file: what it foretold in words, then its figures with their data."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from brink.brief.forms import environment
from brink.dates.months import month_label, month_words
from brink.play.fit.record import Hindcast
from brink.play.fit.report import in_words, misses
from brink.plots.figure import Figure


def record_page(found: Hindcast, figures: Sequence[Figure], *, case: str) -> str:
    """The whole page; it loads nothing and runs nothing."""
    style = resources.files("brink.brief").joinpath("templates/brief.css").read_text(encoding="utf-8")
    return (
        environment(autoescape=True)
        .get_template("record.html.j2")
        .render(
            case=case,
            found=found,
            says=list(in_words(found)),
            misses=list(misses(found)),
            first=month_words(found.first),
            last=month_words(found.end - 1),
            until=month_label(found.end - 1),
            figures=figures,
            style=style,
            themed=True,
        )
    )
