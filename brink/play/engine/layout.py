"""Where each number of a future stands among the rows that a kernel works on and a replay looks at."""

from __future__ import annotations

from dataclasses import dataclass

from brink.play.engine.contract import LANES
from brink.play.engine.model import Model


@dataclass(frozen=True, slots=True)
class Layout:
    """Which row of the frame holds what; the rows of states, levers and draws come first."""

    state: dict[str, int]
    lever: dict[str, int]
    block: dict[int, int]
    draw: dict[str, int]
    parameter: dict[str, int]
    outcome: int
    window: int
    ring: tuple[int, ...]
    rows: int

    @classmethod
    def of(cls, model: Model) -> Layout:
        """Rows for all that a model names."""
        state = {name: row for row, name in enumerate(model.state_names)}
        lever = {name: len(state) + row for row, name in enumerate(model.levers)}
        drawn = len(state) + len(lever)
        block = {
            one: drawn + LANES * at for at, one in enumerate(sorted({draw.block for draw in model.draws}))
        }
        given = drawn + LANES * len(block)
        outcome = given + len(model.parameters)
        window = outcome + len(model.outcomes)
        ring, rows = [], window + len(model.outcomes)
        for one in model.outcomes:
            ring.append(rows)
            rows += one.window if one.window > 1 else 0
        return cls(
            state=state,
            lever=lever,
            block=block,
            draw={draw.name: block[draw.block] + draw.lane for draw in model.draws},
            parameter={name: given + row for row, name in enumerate(model.parameters)},
            outcome=outcome,
            window=window,
            ring=tuple(ring),
            rows=rows,
        )

    @property
    def seen(self) -> int:
        """Rows that a replay looks at: states, levers, draws."""
        return min(self.parameter.values(), default=self.outcome)
