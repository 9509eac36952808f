"""How many words a second Brink reads and codes on one core, over a bundled case.

Reading is from files to stories in the store, the search for copies included; parsing is the language
pipeline alone; coding is parsing and everything after it, up to the rows in the store. Counted are the
words of the documents for reading and those of story bodies for parsing and coding. Seconds are of one
core (`time.process_time`), so that other work on the machine matters less; the best of the rounds is shown.

    python benchmarks/coding.py
    python benchmarks/coding.py --json --rounds 5
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

# Read by numpy and its libraries when they are first imported.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

from brink.case.bundled import bundled_cases, copy_bundled
from brink.case.coding import code_case
from brink.case.folder import Case, open_case
from brink.case.reading import read_case
from brink.code.pipeline import SHIPPED, load_pipeline


@dataclass(frozen=True, slots=True)
class Speed:
    """One stage: the words it went through and the core-seconds of its best round."""

    stage: str
    words: int
    seconds: float
    words_per_second: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", default=bundled_cases()[0], choices=bundled_cases())
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="one object a stage and line")
    options = parser.parse_args()
    load_pipeline(SHIPPED)("The first sentence pays for what is loaded once.")
    speeds = best([list(measure(options.case)) for _ in range(options.rounds)])
    if options.json:
        for speed in speeds:
            print(json.dumps(asdict(speed)))
        return
    print(f"{'stage':10} {'words':>8} {'seconds':>9} {'words a second':>15}")
    for speed in speeds:
        print(f"{speed.stage:10} {speed.words:>8,} {speed.seconds:>9.2f} {speed.words_per_second:>15,}")


def measure(name: str) -> Iterator[Speed]:
    """Each stage once, on a fresh copy of the case."""
    with tempfile.TemporaryDirectory() as folder:
        case = open_case(copy_bundled(name, Path(folder)))
        with closing(case.store):
            reading = seconds(lambda: read_case(case))
            documents, bodies = texts(case)
            yield speed("read", documents, reading)
            parsing = seconds(lambda: list(load_pipeline(SHIPPED).pipe(bodies)))
            yield speed("parse", bodies, parsing)
            yield speed("code", bodies, seconds(lambda: code_case(case, pipeline=SHIPPED)))


def texts(case: Case) -> tuple[list[str], list[str]]:
    """The text of every document, and every body block of the stories, those after the as-of date too."""
    documents = [row["text"] for row in case.store.execute("SELECT text FROM document ORDER BY id")]
    blocks = case.store.execute(
        "SELECT substr(d.text, b.start + 1, b.end - b.start) AS body FROM block b JOIN document d "
        "ON d.id = b.document WHERE b.kind = 'body' AND b.story IS NOT NULL ORDER BY b.document, b.start"
    )
    return documents, [row["body"] for row in blocks]


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def speed(stage: str, passages: list[str], taken: float) -> Speed:
    words = sum(len(passage.split()) for passage in passages)
    return Speed(stage, words, round(taken, 3), round(words / taken))


def best(rounds: list[list[Speed]]) -> list[Speed]:
    """For each stage, its fastest round."""
    return [min(stage, key=lambda one: one.seconds) for stage in zip(*rounds, strict=True)]


if __name__ == "__main__":
    main()
