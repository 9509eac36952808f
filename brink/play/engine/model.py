"""A model: parts that fit together, each found by its name."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from brink.play.engine.contract import Draw, Mechanism, Outcome, State
from brink.play.engine.fitting import check_model, index_of


@dataclass(frozen=True, slots=True)
class Model:
    """Everything the engine needs to play; raises BadModel where the parts do not fit together.

    `series` are the states whose distribution is kept month by month; by default every state that an outcome
    is made of. `salt` parts this model's chance from other models' under one seed.
    """

    name: str
    states: tuple[State, ...]
    parameters: tuple[str, ...]
    levers: tuple[str, ...]
    draws: tuple[Draw, ...]
    mechanisms: tuple[Mechanism, ...]
    outcomes: tuple[Outcome, ...]
    series: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_model(self)
        if not self.series:
            object.__setattr__(self, "series", tuple(dict.fromkeys(one.of for one in self.outcomes)))

    @property
    def salt(self) -> int:
        """A 32-bit number of the model's name."""
        return zlib.crc32(self.name.encode())

    @property
    def state_names(self) -> tuple[str, ...]:
        """States in the order of their index."""
        return tuple(state.name for state in self.states)

    @property
    def outcome_names(self) -> tuple[str, ...]:
        """Outcomes in the order of their column."""
        return tuple(outcome.name for outcome in self.outcomes)

    def state(self, name: str) -> State:
        """The state of that name; raises BadModel with the names there are."""
        return self.states[index_of(name, self.state_names, "state")]

    def lever_index(self, name: str) -> int:
        """Where a lever stands in tables of moves."""
        return index_of(name, self.levers, "lever")

    def state_index(self, name: str) -> int:
        """Where a state stands in tables of conditions."""
        return index_of(name, self.state_names, "state")

    def outcome_index(self, name: str) -> int:
        """The column of an outcome."""
        return index_of(name, self.outcome_names, "outcome")

    def mask(self, off: Iterable[str] = ()) -> int:
        """The switched-on mechanisms as bits, without those named."""
        ids = tuple(one.id for one in self.mechanisms)
        bits = (1 << len(ids)) - 1
        for name in off:
            bits &= ~(1 << index_of(name, ids, "mechanism"))
        return bits
