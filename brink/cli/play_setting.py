"""What every command that plays a case asks for, and the answers it works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.bar import Bar

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.play.answers.answers import Answers
    from brink.play.fit.posterior import Posterior
    from brink.play.playing import Player, Progress
    from brink.play.setting import Setting

Options = Annotated[
    str, typer.Option("--options", metavar="IDS", help="Options by id, comma between them, or all.")
]
Futures = Annotated[int, typer.Option("--futures", min=1, help="Futures each option is played in.")]
Months = Annotated[int, typer.Option("--months", min=1, help="Months played from the as-of date on.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Chance; the same seed gives the same futures.")]
PLAYER = typer.Option("--as", metavar="ACTOR", help="Whose levers are pulled, with those of its parts.")
Threads = Annotated[int | None, typer.Option("--threads", min=1, help="Cores to use (default: all).")]
By = Annotated[
    str, typer.Option("--by", metavar="MEASURE", help="What options are ranked by, such as killed or money.")
]


def posterior_for(view: View) -> Posterior | None:
    """The case's posterior, fitted first where it has series and was not fitted yet."""
    from brink.play.fit.posterior import kept_posterior, posterior_of

    if (kept := kept_posterior(view)) is not None:
        return kept
    bar = Bar()
    bar.begin("fitting the model to the case's series, once", None)
    try:
        return posterior_of(view)
    finally:
        bar.end()


def setting_for(
    view: View, options: str, futures: int, months: int, seed: int, posterior: Posterior | None
) -> Setting:
    from brink.play.setting import setting_of

    wanted = [name.strip() for name in options.split(",") if name.strip()]
    return setting_of(view, options=wanted, futures=futures, months=months, seed=seed, posterior=posterior)


def setting_as_kept(view: View, *, futures: int, months: int, seed: int) -> Setting:
    """The case's options from the fit that is kept beside it, if one is: nobody waits for one here."""
    from brink.play.fit.posterior import kept_posterior
    from brink.play.setting import setting_of

    return setting_of(view, futures=futures, months=months, seed=seed, posterior=kept_posterior(view))


def answers_for(
    view: View,
    what: Setting,
    by: str,
    *,
    posterior: Posterior | None,
    threads: int | None = None,
    merge: list[Path] | None = None,
    dask: str | None = None,
) -> Answers:
    from brink.play.answers.of_case import answers_of
    from brink.play.playing import folder_of, play_setting

    folder = folder_of(view)
    if merge:
        from brink.play.many import merge as merged

        return answers_of(view, merged(what, merge, folder=folder), by, posterior=posterior)
    with PlayProgress(what) as progress:
        played = play_setting(what, folder=folder, progress=progress, player=_player(threads, dask))
    return answers_of(view, played, by, posterior=posterior)


def _player(threads: int | None, dask: str | None) -> Player:
    if dask is not None:
        from brink.play.many import on_dask

        return on_dask(dask)
    from brink.play.playing import on_cores

    return on_cores(threads)


class PlayProgress:
    """A bar over all options, in futures."""

    def __init__(self, what: Setting, *, shards: int = 1) -> None:
        self._bar = Bar()
        self._total = len(what.plans) * what.futures // shards
        self._options = len(what.plans)
        self._done = 0

    def __enter__(self) -> Progress:
        self._bar.begin(f"playing {self._options} options", self._total)
        return self._told

    def _told(self, done: int, total: int) -> None:
        del total
        self._bar.advance(done - self._done)
        self._done = done

    def __exit__(self, *_: object) -> None:
        self._bar.end()
