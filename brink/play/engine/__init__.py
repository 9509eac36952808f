"""The engine of the simulation: mechanisms in, ensembles of futures out."""

from brink.play.engine.cluster import simulate_on
from brink.play.engine.contract import Draw, Mechanism, Outcome, State
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.kernel import kernel_source
from brink.play.engine.model import Model
from brink.play.engine.moves import MoveTable, Pull, When
from brink.play.engine.replay import Replay, replay
from brink.play.engine.shards import merge_shards, run_shard
from brink.play.engine.simulate import simulate

__all__ = [
    "Draw",
    "Ensemble",
    "Mechanism",
    "Model",
    "MoveTable",
    "Outcome",
    "Pull",
    "Replay",
    "State",
    "When",
    "kernel_source",
    "merge_shards",
    "replay",
    "run_shard",
    "simulate",
    "simulate_on",
]
