"""A Dask cluster gives the same numbers, even if a worker is killed midway."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from brink.errors import BadPlay
from brink.play.engine import simulate, simulate_on
from brink.play.engine.cluster import LEAST_FUTURES, spans
from brink.play.engine.part import BLOCK
from tests.play.engine.test_simulate import same
from tests.play.engine.toy import MODEL, points

POINTS = points(300)
RUN = {"seed": 7, "count": 40 * BLOCK + 5, "months": 12, "keep": "futures"}


def test_an_address_where_nobody_answers_is_named(monkeypatch):
    monkeypatch.setattr("brink.play.engine.cluster.PATIENCE", 0.5)
    with pytest.raises(BadPlay, match=r"no Dask scheduler answers at tcp://127"):
        simulate_on("tcp://127.0.0.1:1", MODEL, POINTS, **RUN)


@pytest.mark.parametrize(("blocks", "cores"), [(5, 2), (1000, 2), (3_000_000, 64)])
def test_tasks_are_large_few_and_whole(blocks: int, cores: int):
    cut = list(spans(range(7, 7 + blocks), cores))
    assert [block for span in cut for block in (span.start, span.stop)][1:-1:2] == [
        span.start for span in cut[1:]
    ]
    assert (cut[0].start, cut[-1].stop) == (7, 7 + blocks)
    assert all(len(span) * BLOCK >= LEAST_FUTURES for span in cut[:-1])
    assert len(cut) <= 100_000


@pytest.fixture
def two_workers() -> Iterator[object]:
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster


@pytest.mark.slow
def test_a_cluster_gives_the_same_even_if_a_worker_is_killed(two_workers):
    victim = next(iter(two_workers.workers.values())).pid
    killed = []

    def kill_once(done: int, total: int) -> None:
        if not killed and done < total:
            os.kill(victim, signal.SIGKILL)
            killed.append(done)

    played = simulate_on(two_workers.scheduler_address, MODEL, POINTS, progress=kill_once, **RUN)
    assert killed
    assert same(played, simulate(MODEL, POINTS, **RUN))
