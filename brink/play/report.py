"""Options played from Python: tables and figures that show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brink.play.answers import sentences
from brink.play.answers.answers import Answers
from brink.play.answers.explaining import Explained, explain, explained
from brink.play.answers.hangs import hang_row, hangs_on, hangs_said
from brink.play.answers.limits_broken import limits_broken
from brink.play.answers.of_case import answers_of
from brink.play.answers.sides import sides, sides_said
from brink.play.answers.signs_said import signs_said
from brink.play.answers.story import story
from brink.play.answers.summary import summary
from brink.play.answers.table import long_table
from brink.play.answers.worths_said import worth_row
from brink.play.fit.posterior import kept_posterior, posterior_of
from brink.play.playing import folder_of, play_setting, replayed
from brink.play.setting import FUTURES, MONTHS, SEED, setting_of

if TYPE_CHECKING:
    import polars as pl

    from brink.case.view import View
    from brink.plots import Figure


class Report:
    """What the options of a case came to in the simulation.

    `table` is the long table, `summary` a line an option, `figure` the differences on one
    scale; `answers` holds the rest: regrets, failures, worths, rankings.
    """

    def __init__(self, answers: Answers, folder: Path | None) -> None:
        self.answers = answers
        self._folder = folder

    @cached_property
    def table(self) -> pl.DataFrame:
        """Columns option, outcome, statistic, unit, value, low, high."""
        import polars as pl

        return pl.DataFrame([row.as_dict() for row in long_table(self.answers)])

    @cached_property
    def summary(self) -> pl.DataFrame:
        """A line an option, from best to worst, in words."""
        import polars as pl

        return pl.DataFrame(summary(self.answers))

    @cached_property
    def rankings(self) -> pl.DataFrame:
        """A line an option and set of weights: rank and mean difference, the sets side by side."""
        import polars as pl

        return pl.DataFrame([side.as_dict() for side in sides(self.answers)])

    @cached_property
    def tells(self) -> pl.DataFrame:
        """A line a tell, set of weights and measure: what looking is worth, and what it would change."""
        import polars as pl

        return pl.DataFrame([sign.as_dict() for sign in self.answers.signs])

    @cached_property
    def unknowns(self) -> pl.DataFrame:
        """A line an option and unknown: what its effect hangs on most, both ends, on what that rests."""
        import polars as pl

        return pl.DataFrame([hang_row(self.answers, one) for one in hangs_on(self.answers)])

    @cached_property
    def worths(self) -> pl.DataFrame:
        """A line an unknown, from the most to the least: what knowing it before choosing is worth."""
        import polars as pl

        return pl.DataFrame([worth_row(self.answers, one) for one in self.answers.worths])

    @cached_property
    def limits(self) -> pl.DataFrame:
        """A line an option: the share of futures that break any limit, and each."""
        import polars as pl

        return pl.DataFrame([one.as_dict() for one in limits_broken(self.answers)])

    @cached_property
    def figure(self) -> Figure | None:
        """Differences from holding on one scale, or None when nothing was played beside it."""
        from brink.plots.options import options_figure

        return options_figure(self.answers)

    @property
    def says(self) -> list[str]:
        """The reading in sentences."""
        return [
            *sentences.overview(self.answers),
            *hangs_said(self.answers),
            *signs_said(self.answers, most=3),
            *sides_said(self.answers),
        ]

    def why(self, option: str, *, futures: int = 2048) -> list[str]:
        """Which mechanisms carry an option's effect, and when it fails, in sentences."""
        return list(explained(self.answers, self.explain(option, futures=futures)))

    def explain(self, option: str, *, futures: int = 2048) -> Explained:
        """The same as numbers."""
        return explain(self.answers, option, futures=futures, folder=self._folder)

    def replay(self, future: int, option: str = "hold") -> list[str]:
        """One future told month by month."""
        what = self.answers.setting
        return list(story(what, option, replayed(what, option, future)))

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        plain = "\n".join(self.says)
        return {"text/plain": plain, **(self.figure._repr_mimebundle_(**kwargs) if self.figure else {})}


def play(
    case: View | Path | str,
    *,
    options: Sequence[str] = ("all",),
    futures: int = FUTURES,
    months: int = MONTHS,
    seed: int = SEED,
    by: str = "killed",
    fit: bool = False,
) -> Report:
    """Play options of a case in the same futures and compare them with holding.

    Parameters
    ----------
    case
        A view of a case, or the folder or `case.db` that holds one.
    by
        The measure that options are ranked by; see the reference of measures.
    fit
        Fit the model to the case's series first where that was not done yet, which takes a
        minute or two. A fit that is kept beside the case is used either way.

    Raises
    ------
    BadPlay, BadModel, NotInCase
        For what the case does not hold or cannot play; the message says what is allowed.
    """
    view = _view(case)
    posterior = posterior_of(view) if fit else kept_posterior(view)
    what = setting_of(view, options=options, futures=futures, months=months, seed=seed, posterior=posterior)
    played = play_setting(what, folder=folder_of(view))
    answers = answers_of(view, played, by, posterior=posterior)
    return Report(answers, folder_of(view))


def _view(case: View | Path | str) -> View:
    from brink.case.folder import open_case
    from brink.case.view import View

    return case if isinstance(case, View) else View(open_case(Path(case)))
