"""The engine of the simulation: mechanisms in, ensembles of futures out."""

from brink.play.engine.contract import Draw, Mechanism, Model, Outcome, State
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.kernel import kernel_source
from brink.play.engine.moves import MoveTable, Pull, When
from brink.play.engine.replay import Replay, replay
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
    "replay",
    "simulate",
]
