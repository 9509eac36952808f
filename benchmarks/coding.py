"""How many words a second Brink reads and codes on one core, over a bundled case, and what it takes to start.

Reading is from files to stories in the store, the search for copies included; parsing is the language
pipeline alone; coding is parsing and everything after it, up to the rows in the store. Counted are the
words of the documents for reading and those of story bodies for parsing and coding. The start is Python,
all that is loaded, and the rows of one short story: it is paid once a run, so it is told by itself.

Each round of a stage has a process of its own, so that nothing is left over from a round before. Seconds
are of one core (`time.process_time`), so that other work on the machine matters less, though by slowing
memory it still matters. The best of the rounds is shown, and how much slower the slowest was. Another state
of Brink's code is measured in turn with this one, round for round, and told as a ratio.

    python benchmarks/coding.py
    python benchmarks/coding.py --json --rounds 5
    python benchmarks/coding.py --against ../brink-before
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brink.case.folder import Case

HERE = Path(__file__).resolve().parents[1]
STAGES = ("start", "read", "parse", "code")
SHORT = (
    "Gunmen killed six soldiers near Peshawar on Tuesday, the army said. Pakistan blamed the TTP and said it "
    "may strike camps in Afghanistan. Kabul denied that it shelters the group. Ruritania condemned the "
    "attack near Zalambessa, and Amina Yusuf of the Ruritanian People's Front demanded a trial."
)


@dataclass(frozen=True, slots=True)
class Round:
    """One stage once: the words it went through, and the core-seconds."""

    words: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Speed:
    """One stage of one state of the code, over all rounds."""

    stage: str
    code: str
    """`here`, or the folder of the other state."""
    words: int
    seconds: float
    """Core-seconds of the best round."""
    words_per_second: int
    slowest: float
    """Core-seconds of the slowest round over those of the best."""


def main() -> None:
    options = asked()
    if options.stage:
        print(json.dumps(asdict(once(options.stage, options.case))))
        return
    with tempfile.TemporaryDirectory() as compiled:
        measure(options, compiled)


def measure(options: argparse.Namespace, compiled: str) -> None:
    """Prints each stage; Python's compiled modules are kept in `compiled` from round to round."""
    states = [HERE, *filter(None, [options.against])]
    for stage in STAGES:
        rounds: dict[Path, list[Round]] = {state: [] for state in states}
        for _ in range(options.rounds):
            for state in states:
                rounds[state].append(apart(stage, options.case, state, compiled))
        speeds = [speed(stage, state, rounds[state]) for state in states]
        if options.json:
            for one in speeds:
                print(json.dumps(asdict(one)), flush=True)
        else:
            print(said(speeds), flush=True)


def asked() -> argparse.Namespace:
    from brink.case.bundled import bundled_cases

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", default=bundled_cases()[0], choices=bundled_cases())
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--against", type=Path, help="a checkout of another state of the code")
    parser.add_argument("--json", action="store_true", help="one object a stage, state and line")
    parser.add_argument("--stage", choices=STAGES, help=argparse.SUPPRESS)
    return parser.parse_args()


def apart(stage: str, case: str, state: Path, compiled: str) -> Round:
    """A stage once, in a process of its own over the code of that checkout."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    ran = subprocess.run(
        [sys.executable, __file__, "--case", case, "--stage", stage],
        env={**kept, **quiet, "PYTHONPATH": str(state.resolve()), "PYTHONPYCACHEPREFIX": compiled},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return Round(**json.loads(ran.stdout))


def speed(stage: str, state: Path, rounds: list[Round]) -> Speed:
    best, slowest = (pick(one.seconds for one in rounds) for pick in (min, max))
    words = rounds[0].words
    code = "here" if state == HERE else str(state)
    return Speed(stage, code, words, round(best, 3), round(words / best), round(slowest / best, 2))


def said(speeds: list[Speed]) -> str:
    ours = speeds[0]
    told = f"{ours.stage:6} {ours.seconds:6.2f} s"
    if ours.words:
        told += f"  {ours.words:>7,} words  {ours.words_per_second:>7,} a second"
    told += f"  (slowest round {ours.slowest:.2f} times the best)"
    for other in speeds[1:]:
        told += f"; {other.code}: {other.seconds:.2f} s, {other.seconds / ours.seconds:.2f} times as long"
    return told


def once(stage: str, name: str) -> Round:
    """A stage once, in this process, on a fresh copy of the case."""
    from brink.case.bundled import copy_bundled
    from brink.case.folder import open_case
    from brink.case.reading import read_case

    with tempfile.TemporaryDirectory() as folder:
        case = open_case(copy_bundled(name, Path(folder)))
        with closing(case.store):
            if stage == "read":
                read_elsewhere(name)
                taken = seconds(lambda: read_case(case))
                return Round(words(texts(case)[0]), taken)
            started = start(case)
            if stage == "start":
                return Round(0, started)
            read_case(case)
            return Round(words(texts(case)[1]), seconds(work(stage, case)))


def read_elsewhere(name: str) -> None:
    """Loads what reading needs, over another copy of the case."""
    from brink.case.bundled import copy_bundled
    from brink.case.folder import open_case
    from brink.case.reading import read_case

    with tempfile.TemporaryDirectory() as folder:
        case = open_case(copy_bundled(name, Path(folder)))
        with closing(case.store):
            read_case(case)


def start(case: Case) -> float:
    """Core-seconds of this process until one short story is coded."""
    from brink.code.actors.gazetteer import Gazetteer
    from brink.code.coder import Coder
    from brink.code.passage import Setting
    from brink.code.pipeline import load_pipeline

    definition = case.definition
    coder = Coder(Gazetteer.load(tuple(definition.actor_entries())), load_pipeline(), home=definition.home)
    coder.code(Setting("short", "short#1", None), SHORT, [(0, len(SHORT))])
    return time.process_time()


def work(stage: str, case: Case) -> Callable[[], object]:
    from brink.case.coding import code_case
    from brink.code.pipeline import SHIPPED, load_pipeline

    if stage == "code":
        return lambda: code_case(case, pipeline=SHIPPED)
    _, bodies = texts(case)
    return lambda: list(load_pipeline(SHIPPED).pipe(bodies, batch_size=32))


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


def words(passages: list[str]) -> int:
    return sum(len(passage.split()) for passage in passages)


if __name__ == "__main__":
    main()
