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
OWN = (("judged weights", "own rules"), ("held-out weights", "own rules"), ("judged weights", "as it came"))
"""The model's forecasts that the page shows, and the variant of each."""
UNEVEN = 0.05
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
    """One line a structure; the file holds a row a number."""
    yield "### Simulation-based calibration\n"
    yield (
        "Ranks of the true value among 63 posterior draws, in eighths: alike when the fit is calibrated. With "
        "so many numbers about one in twenty falls below 0.05 by chance. "
        f"[Every number]({CALIBRATION.name}).\n"
    )
    yield "| structure | numbers | below 0.05 | least p |"
    yield "|---|---|---|---|"
    with CALIBRATION.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for structure in dict.fromkeys(row["structure"] for row in rows):
        own = sorted((float(row["p_value"]), row["number"]) for row in rows if row["structure"] == structure)
        low = ", ".join(f"{number} ({p:.3f})" for p, number in own if p < UNEVEN) or "none"
        yield f"| {structure} | {len(own)} | {low} | {own[0][0]:.3f} |"


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
    """The model beside the best that knows no model; the file holds every forecast, structure and variant."""
    path = DRAWN / f"record-{found.as_of}-all-scores.csv"
    _write_scores(found, path)
    yield (
        "CRPS by month, for fighting between the states Brier; less is better. In brackets the share of months "
        "inside the"
    )
    yield (
        f"90 % band. [Every score](record/{path.name}), by structure and variant too; `brink hindcast --all` "
        "prints them.\n"
    )
    yield "| series | judged weights | held-out weights | told of acts | best of the others |"
    yield "|---|---|---|---|---|"
    for series in dict.fromkeys(score.series for score in found.scores):
        scores = [score for score in found.scores if score.series == series]
        own = [_said(_one(scores, *which)) for which in OWN]
        best = min((one for one in scores if one.variant == "none"), key=lambda one: one.crps)
        yield f"| {series} | {' | '.join(own)} | {best.model} {_said(best)} |"
    chances = {(one.model, one.variant): one.brier for one in found.chances}
    model, brier = min(((m, b) for (m, v), b in chances.items() if v == "none"), key=lambda pair: pair[1])
    own = [f"{chances[which]:.3f}" for which in OWN]
    yield f"| fighting between the states | {' | '.join(own)} | {model} {brier:.3f} |"


def _one(scores: Sequence[Score], model: str, variant: str) -> Score:
    return next(one for one in scores if (one.model, one.variant) == (model, variant))


def _said(score: Score) -> str:
    return f"{score.crps:.1f} ({score.covered:.0%})"


def _write_scores(found: Hindcast, path: Path) -> None:
    """A row for each series, forecast and variant, in the order of the page."""
    order = {name: place for place, name in enumerate(SHOWN)}
    told = {"own rules": "no", "as it came": "yes", "none": ""}
    series = list(dict.fromkeys(score.series for score in found.scores))

    def place(score: Score) -> tuple[int, int, bool]:
        return series.index(score.series), order[score.model], score.variant != "own rules"

    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("series", "forecast", "told of acts", "CRPS", "CRPS of logs", "inside 90 %", "Brier"))
        for score in sorted(found.scores, key=place):
            numbers = (f"{score.crps:.3f}", f"{score.log_crps:.3f}", f"{score.covered:.3f}", "")
            table.writerow((score.series, score.model, told[score.variant], *numbers))
        for chance in sorted(found.chances, key=lambda c: (order[c.model], c.variant != "own rules")):
            brier = ("", "", "", f"{chance.brier:.4f}")
            table.writerow(("fighting between the states", chance.model, told[chance.variant], *brier))


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
