"""Boxes that Brink and the EMA Workbench find in the same points.

Needs ema_workbench (2.5.3 was used), which Brink itself does not. Run: python benchmarks/prim.py
"""

from __future__ import annotations

import time

import numpy as np

from brink.play.answers.prim import discover, measured, trajectory


def planted(points: int, *, seed: int, noise: float = 0.05) -> tuple[np.ndarray, np.ndarray]:
    """A case when x0 > 0.6 and x1 < 0.5, with a share of the marks wrong; eight numbers."""
    rng = np.random.default_rng(seed)
    x = rng.random((points, 8))
    case = (x[:, 0] > 0.6) & (x[:, 1] < 0.5)
    return x, case ^ (rng.random(points) < noise)


def balance(coverage: float, density: float) -> float:
    """Harmonic mean of coverage and density."""
    return 2 * coverage * density / (coverage + density) if coverage + density else 0.0


def ours(x: np.ndarray, case: np.ndarray) -> tuple[float, float, int]:
    """Coverage, density and limits of the box that `discover` gives."""
    found = discover(x, case)
    assert found is not None
    return found.coverage, found.density, len(found.box.columns)


def ours_peeled(x: np.ndarray, case: np.ndarray) -> tuple[float, float, int]:
    """The best box on the trajectory alone, without dropping and opening limits."""
    boxes = [measured(x, case, box) for box in trajectory(x, case)]
    best = max(boxes, key=lambda box: balance(box.coverage, box.density))
    return best.coverage, best.density, len(best.box.columns)


def theirs(x: np.ndarray, case: np.ndarray) -> tuple[float, float, int]:
    """The best box on EMA's trajectory by the same measure."""
    import pandas as pd
    from ema_workbench.analysis import prim

    frame = pd.DataFrame(x, columns=[f"x{i}" for i in range(x.shape[1])])
    box = prim.Prim(frame, case.astype(int), threshold=0.01, peel_alpha=0.05).find_box()
    path = box.peeling_trajectory
    scores = [balance(c, d) for c, d in zip(path["coverage"], path["density"], strict=True)]
    row = path.iloc[int(np.argmax(scores))]
    return float(row["coverage"]), float(row["density"]), int(row["res_dim"])


def main() -> None:
    """Print one line a method and seed."""
    heads = " ".join(f"{head:>9}" for head in ("coverage", "density", "balance"))
    print(f"{'seed':>4} {'method':<12} {heads} {'limits':>6} {'seconds':>8}")
    for seed in range(5):
        x, case = planted(1000, seed=seed)
        for name, find in (("brink", ours), ("brink peeled", ours_peeled), ("EMA", theirs)):
            began = time.process_time()
            coverage, density, limits = find(x, case)
            spent = time.process_time() - began
            numbers = f"{coverage:>9.3f} {density:>9.3f} {balance(coverage, density):>9.3f}"
            print(f"{seed:>4} {name:<12} {numbers} {limits:>6} {spent:>8.2f}")


if __name__ == "__main__":
    main()
