"""What a run of neighbouring blocks of futures came to: the unit that is saved, sent and merged."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from brink.errors import PartMismatch
from brink.play.engine.tree import Node, SumTree, joined

BLOCK = 4096
"""Futures in a block; blocks are counted from future 0."""
Keep = Literal["sketches", "points", "futures"]


@dataclass(frozen=True, slots=True)
class Run:
    """What a simulation is, apart from who plays which of its futures: equal runs give equal numbers."""

    kernel: str
    parameters: str
    moves: str
    on: int
    seed: int
    months: int
    first: int
    count: int
    keep: Keep

    @property
    def key(self) -> str:
        """A digest of all of it."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

    @property
    def blocks(self) -> range:
        """The blocks that its futures lie in; the outer two may be played in part."""
        return range(self.first // BLOCK, -(-(self.first + self.count) // BLOCK))

    def futures(self, blocks: range) -> range:
        """Its futures in these blocks."""
        return range(max(self.first, blocks.start * BLOCK), min(self.first + self.count, blocks.stop * BLOCK))


@dataclass(frozen=True, slots=True)
class Part:
    """Sums, sketches and, if kept, outcomes of some neighbouring blocks of a run.

    Shapes: `sketch` (series, months, bins), `final` (outcomes, bins), `outcomes` (futures, outcomes) or
    None. The sums are `series` (series, months, 2) and `outcomes` (outcomes, 2), of values and of squares,
    and where the run keeps points, `points` (points, outcomes, 2).
    """

    run: Run
    blocks: range
    sums: SumTree
    sketch: NDArray[np.int64]
    final: NDArray[np.int64]
    outcomes: NDArray[np.float64] | None

    def to_bytes(self) -> bytes:
        """The part as a NumPy archive, with sketches as the few bins that hold something."""
        arrays: dict[str, NDArray[np.generic]] = {
            "about": np.frombuffer(self._about().encode(), dtype=np.uint8),
            "final": self.final,
            "sketch_at": np.flatnonzero(self.sketch),
            "sketch_count": self.sketch[self.sketch != 0],
        }
        for (level, index), sums in self.sums.nodes.items():
            for name, values in sums.items():
                arrays[f"sum {level} {index} {name}"] = values
        if self.outcomes is not None:
            arrays["outcomes"] = self.outcomes
        file = io.BytesIO()
        np.savez(file, **arrays)  # type: ignore[arg-type]
        return file.getvalue()

    def save(self, path: Path) -> None:
        """Write to a file, wholly or not at all."""
        handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.to_bytes())
            os.replace(draft, path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise

    def _about(self) -> str:
        blocks = [self.blocks.start, self.blocks.stop]
        return json.dumps({"run": asdict(self.run), "blocks": blocks, "sketch": list(self.sketch.shape)})


def load_part(path: Path) -> Part:
    """Read what `Part.save` wrote; raises PartMismatch where the file is none of its kind."""
    try:
        return part_from_bytes(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, IndexError, EOFError, zipfile.BadZipFile) as error:
        raise PartMismatch(f"{path} is no file of a part of a simulation: {error}") from error


def part_from_bytes(archive: bytes) -> Part:
    """The part that `Part.to_bytes` made the archive of."""
    with np.load(io.BytesIO(archive), allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    about = json.loads(arrays["about"].tobytes())
    sketch = np.zeros(about["sketch"], dtype=np.int64)
    sketch.ravel()[arrays["sketch_at"]] = arrays["sketch_count"]
    return Part(
        run=Run(**about["run"]),
        blocks=range(*about["blocks"]),
        sums=SumTree(_nodes(arrays)),
        sketch=sketch,
        final=arrays["final"],
        outcomes=arrays.get("outcomes"),
    )


def _nodes(arrays: dict[str, NDArray[np.float64]]) -> dict[Node, dict[str, NDArray[np.float64]]]:
    nodes: dict[Node, dict[str, NDArray[np.float64]]] = {}
    for key, values in arrays.items():
        if key.startswith("sum "):
            _, level, index, name = key.split(" ", 3)
            nodes.setdefault((int(level), int(index)), {})[name] = values
    return nodes


def merged(parts: Sequence[Part]) -> Part:
    """One part out of neighbouring ones, in any order, equal bit for bit to one played whole.

    Raises PartMismatch where parts are of different runs, overlap, or leave a gap.
    """
    if not parts:
        raise PartMismatch("there are no parts to merge")
    ordered = sorted(parts, key=lambda part: (part.blocks.start, part.blocks.stop))
    for left, right in itertools.pairwise(ordered):
        if left.run != right.run:
            raise PartMismatch(f"the parts are of different simulations: {_difference(left.run, right.run)}")
        if left.blocks.stop != right.blocks.start:
            what = "overlap" if left.blocks.stop > right.blocks.start else "leave a gap"
            raise PartMismatch(f"blocks {_span(left.blocks)} and {_span(right.blocks)} {what}")
    kept = [part.outcomes for part in ordered if part.outcomes is not None]
    return Part(
        run=ordered[0].run,
        blocks=range(ordered[0].blocks.start, ordered[-1].blocks.stop),
        sums=joined(part.sums for part in ordered),
        sketch=sum((part.sketch for part in ordered[1:]), ordered[0].sketch),
        final=sum((part.final for part in ordered[1:]), ordered[0].final),
        outcomes=np.concatenate(kept) if kept else None,
    )


def _span(blocks: range) -> str:
    return f"{blocks.start} to {blocks.stop - 1}"


def _difference(left: Run, right: Run) -> str:
    before, after = asdict(left), asdict(right)
    unlike = [name for name in before if before[name] != after[name]]
    return ", ".join(f"{name} {before[name]} and {after[name]}" for name in unlike)
