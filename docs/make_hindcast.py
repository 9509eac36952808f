"""Run the hindcast of the bundled case and write its tables, with those of the fit, into their page."""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "fit-and-hindcast.md"
DRAWN = ROOT / "docs" / "explanation" / "record"
CALIBRATION = ROOT / "docs" / "explanation" / "calibration.csv"
BEGIN, END = "<!-- made by docs/make_hindcast.py -->", "<!-- end of what is made -->"
SHOWN = ("judged weights", "held-out weights", "S1", "S2", "S3", "pool", "conflictology", "last value")
sys.path.insert(0, str(ROOT))

from brink.case.bundled import copy_bundled  # noqa: E402
from brink.case.folder import open_case  # noqa: E402
from brink.case.view import View  # noqa: E402
from brink.dates.months import month_label  # noqa: E402
from brink.play.fit.hindcast import hindcast, last_counted  # noqa: E402
from brink.play.fit.posterior import Posterior, posterior_of  # noqa: E402
from brink.play.fit.record import Hindcast  # noqa: E402
from brink.play.fit.report import in_words, misses  # noqa: E402
from brink.play.fit.scored import Score  # noqa: E402
from brink.plots import Figure  # noqa: E402
from brink.plots.files import write_figures  # noqa: E402
from brink.plots.record import record_figures  # noqa: E402


def tables() -> str:
    """Everything between the marks of the page."""
    with tempfile.TemporaryDirectory() as folder:
        view = View(open_case(copy_bundled("pakistan-ttp", Path(folder))))
        posterior = posterior_of(view)
        assert posterior is not None
        found = hindcast(view, until=last_counted(view))
    figures = record_figures(found)
    write_figures(figures, DRAWN)
    parts = (
        _fit(posterior), _calibration(), _words(found), _figures(figures), _scores(found), _misses(found),
    )  # fmt: skip
    return "\n\n".join("\n".join(part) for part in parts)


def _fit(posterior: Posterior) -> Iterator[str]:
    yield "### The fit\n"
    yield "| part | effective draws | held-out log score | weight from it | one month ahead, inside 90 % |"
    yield "|---|---|---|---|---|"
    for name, one in posterior.checks.items():
        total = posterior.held_out.totals.get(name)
        scored = f"{total:.1f}" if total is not None else ""
        weight = f"{posterior.held_out.weights[name]:.2f}" if total is not None else ""
        covered = f"{one.covered:.0%} of {one.months}"
        yield f"| {name} | {posterior.effective[name]:.0f} | {scored} | {weight} | {covered} |"


def _calibration() -> Iterator[str]:
    yield "### Simulation-based calibration\n"
    yield (
        "Replicates in each eighth of the ranks of the true value among 63 posterior draws; alike when the "
        "fit is calibrated. With this many rows about one in twenty falls below 0.05 by chance.\n"
    )
    yield "| structure | number | eighths | p |"
    yield "|---|---|---|---|"
    with CALIBRATION.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            eighths = " ".join(row[f"eighth_{n}"] for n in range(1, 9))
            yield f"| {row['structure']} | {row['number']} | {eighths} | {row['p_value']} |"


def _words(found: Hindcast) -> Iterator[str]:
    yield f"### {month_label(found.first)} to {month_label(found.end - 1)}, as knowable on {found.as_of}\n"
    for sentence in in_words(found):
        yield f"- {sentence}"


def _figures(figures: Sequence[Figure]) -> Iterator[str]:
    for place, figure in enumerate(figures):
        # Fans are all read alike; once is enough.
        reading = "" if 1 < place < len(figures) - 1 else f"{figure.reading} "
        yield f"**{figure.title}.** {reading}[Data](record/{figure.id}.csv).\n"
        yield f"![{figure.id}](record/{figure.id}.svg)\n"


def _scores(found: Hindcast) -> Iterator[str]:
    yield "| series | forecast | told of acts | CRPS | CRPS of logs | inside 90 % |"
    yield "|---|---|---|---|---|---|"
    order = {name: place for place, name in enumerate(SHOWN)}
    told = {"own rules": "no", "as it came": "yes", "none": ""}
    series = list(dict.fromkeys(score.series for score in found.scores))

    def place(score: Score) -> tuple[int, int, bool]:
        return series.index(score.series), order[score.model], score.variant != "own rules"

    for score in sorted(found.scores, key=place):
        numbers = f"{score.crps:.2f} | {score.log_crps:.2f} | {score.covered:.0%}"
        yield f"| {score.series} | {score.model} | {told[score.variant]} | {numbers} |"
    for chance in sorted(found.chances, key=lambda c: (order[c.model], c.variant != "own rules")):
        brier = f"Brier {chance.brier:.3f} | |"
        yield f"| fighting between the states | {chance.model} | {told[chance.variant]} | {brier} |"


def _misses(found: Hindcast) -> Iterator[str]:
    yield "Months outside the 90 % band (judged weights, not told of acts):\n"
    yield "| series | month | counted | band |"
    yield "|---|---|---|---|"
    for miss in misses(found):
        band = f"{miss['low']:.0f} to {miss['high']:.0f}"
        yield f"| {miss['series']} | {miss['month']} | {miss['observed']:.0f} | {band} |"


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}", encoding="utf-8")
