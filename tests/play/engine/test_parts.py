"""A simulation may be cut, stopped, killed and taken up again: the result is the same to the last bit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from brink.errors import BadModel, PartMismatch, PlayStopped
from brink.play.engine import Ensemble, merge_shards, run_shard, simulate
from brink.play.engine import simulate as playing
from brink.play.engine.part import load_part
from brink.play.engine.shards import shard_blocks
from tests.play.engine.test_simulate import same
from tests.play.engine.toy import MODEL, points

POINTS = points(300)
RUN = {"seed": 7, "count": 9 * 4096 + 77, "months": 12, "keep": "futures"}


@pytest.fixture(scope="module")
def whole() -> Ensemble:
    return simulate(MODEL, POINTS, **RUN)


@pytest.fixture
def blocks_played(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Numbers of the blocks that are truly played, as they are."""
    module = sys.modules["brink.play.engine.simulate"]
    played: list[int] = []
    true = module.play_block
    monkeypatch.setattr(module, "play_block", lambda job, block: (played.append(block), true(job, block))[1])
    return played


@pytest.mark.parametrize("shards", [1, 2, 3, 7, 15])
def test_shards_merge_into_the_whole(whole: Ensemble, tmp_path: Path, shards: int):
    files = [
        run_shard(MODEL, POINTS, shard=one, shards=shards, to=tmp_path / f"{one}.npz", **RUN)
        for one in range(1, shards + 1)
    ]
    assert same(merge_shards(MODEL, files[::-1]), whole)


def test_sums_by_point_are_those_of_the_futures(tmp_path: Path, whole: Ensemble):
    run = {**RUN, "keep": "points"}
    files = [
        run_shard(MODEL, POINTS, shard=one, shards=2, to=tmp_path / f"{one}.npz", **run) for one in (1, 2)
    ]
    ensemble = merge_shards(MODEL, files)
    at_point_7 = whole.outcomes[7::300]
    assert ensemble.point_means()[7] == pytest.approx(at_point_7.mean(axis=0), rel=1e-12)
    assert ensemble.point_sds()[7] == pytest.approx(at_point_7.std(axis=0, ddof=1), rel=1e-9)


@pytest.mark.parametrize(("total", "shards"), [(10, 3), (2, 5), (97, 8)])
def test_shards_cover_every_block_once(total: int, shards: int):
    cut = [shard_blocks(range(4, 4 + total), one, shards) for one in range(1, shards + 1)]
    assert [block for span in cut for block in span] == list(range(4, 4 + total))
    assert max(map(len, cut)) - min(map(len, cut)) <= 1


def test_a_missing_a_doubled_and_a_foreign_shard_are_refused(tmp_path: Path):
    def shard(number: int, seed: int = 7) -> Path:
        path = tmp_path / f"{number}-{seed}.npz"
        return run_shard(MODEL, POINTS, shard=number, shards=3, to=path, **{**RUN, "seed": seed})

    with pytest.raises(PartMismatch, match="4 of 10 blocks are missing, from block 6"):
        merge_shards(MODEL, [shard(1), shard(2)])
    with pytest.raises(PartMismatch, match="leave a gap"):
        merge_shards(MODEL, [shard(1), shard(3)])
    with pytest.raises(PartMismatch, match="overlap"):
        merge_shards(MODEL, [shard(1), shard(1), shard(2), shard(3)])
    with pytest.raises(PartMismatch, match="seed 7 and 8"):
        merge_shards(MODEL, [shard(1), shard(2, seed=8), shard(3)])
    with pytest.raises(BadModel, match="shard 4 of 3"):
        shard(4)


def test_a_finished_shard_is_not_played_again(tmp_path: Path, blocks_played: list[int]):
    for _ in range(2):
        run_shard(MODEL, POINTS, shard=1, shards=3, to=tmp_path / "1.npz", **RUN)
    assert blocks_played == [0, 1, 2]


def test_a_file_that_is_no_part_is_refused_by_name(tmp_path: Path):
    (tmp_path / "x.npz").write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(PartMismatch, match=r"x\.npz is no file of a part"):
        load_part(tmp_path / "x.npz")


def test_a_second_run_plays_nothing(tmp_path: Path, whole: Ensemble, blocks_played: list[int]):
    again = [playing(MODEL, POINTS, folder=tmp_path, **RUN) for _ in range(2)]
    assert all(same(one, whole) for one in again)
    assert sorted(blocks_played) == list(range(10))


def test_an_interrupted_run_goes_on_where_it_stopped(
    tmp_path: Path, whole: Ensemble, blocks_played: list[int]
):
    def interrupt(done: int, total: int) -> None:
        if done > total / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        playing(MODEL, POINTS, folder=tmp_path, progress=interrupt, threads=1, **RUN)
    blocks_played.clear()
    assert same(playing(MODEL, POINTS, folder=tmp_path, **RUN), whole)
    assert sorted(blocks_played) == [5, 6, 7, 8, 9]


def test_a_run_asked_to_stop_says_how_far_it_came(tmp_path: Path, whole: Ensemble):
    stop = threading.Event()
    with pytest.raises(PlayStopped, match=r"stopped after [\d,]+ of 36,941 futures; run it again"):
        simulate(MODEL, POINTS, folder=tmp_path, stop=stop, progress=lambda *_: stop.set(), threads=1, **RUN)
    assert same(simulate(MODEL, POINTS, folder=tmp_path, **RUN), whole)


def test_another_seed_or_option_shares_nothing_in_the_folder(tmp_path: Path, blocks_played: list[int]):
    for seed in (7, 8):
        playing(MODEL, POINTS, folder=tmp_path, **{**RUN, "seed": seed, "count": 4096})
    assert blocks_played == [0, 0]


KILLED = """
import sys
from pathlib import Path
import brink.play.engine.simulate as simulate
from tests.play.engine.test_parts import MODEL, POINTS, RUN
sys.modules["brink.play.engine.simulate"].SAVE_EVERY = 0.0
sys.modules["brink.play.engine.simulate"].simulate(
    MODEL, POINTS, folder=Path(sys.argv[1]), progress=lambda done, _: print(done, flush=True), **RUN
)
"""


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, whole: Ensemble, blocks_played: list[int]):
    ran = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert ran.stdout is not None
    while int(ran.stdout.readline()) < 3 * 4096:
        pass
    os.kill(ran.pid, signal.SIGKILL)
    ran.wait()
    assert same(playing(MODEL, POINTS, folder=tmp_path, **RUN), whole)
    assert 0 not in blocks_played and 1 not in blocks_played


def test_a_run_takes_no_more_memory_for_more_futures():
    import tracemalloc

    peaks = []
    simulate(MODEL, POINTS, seed=7, count=1)
    for blocks in (8, 80):
        tracemalloc.start()
        simulate(MODEL, POINTS, seed=7, count=blocks * 4096, months=3, threads=1)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    outcomes_of_the_others = 72 * 4096 * len(MODEL.outcomes) * 8
    assert peaks[1] - peaks[0] < outcomes_of_the_others / 10


def test_sketched_quantiles_err_no_more_than_they_say(whole: Ensemble):
    levels = [0.01, 0.1, 0.5, 0.9, 0.99]
    for name in MODEL.outcome_names:
        true = np.quantile(whole.outcome(name), levels, method="inverted_cdf")
        outcome = MODEL.outcomes[MODEL.outcome_index(name)]
        grain = 1.0 if outcome.reduce in ("months", "first") else MODEL.state(outcome.of).grain
        assert np.all(np.abs(whole.quantiles(name, levels) - true) <= (np.abs(true) + grain) / 128 + 1e-12)


def test_sketches_of_whole_numbers_below_127_are_exact(whole: Ensemble):
    levels = [0.05, 0.5, 0.95]
    true = np.quantile(whole.outcome("worst month"), levels, method="inverted_cdf")
    assert true.max() < 127
    assert np.array_equal(whole.quantiles("worst month", levels), true)
