"""How much memory `brink code` takes at most as the stories of a case grow in number.

Stories are short reports made from templates. Their places and groups are known ones; persons and
villages are invented, so that new words keep coming as they do in news. For each size a case is made
and read, then coded by a process of its own, whose peak of resident memory is told,
beside that of the process that read it.

    python benchmarks/memory.py --sizes 2000 8000 20000
    python benchmarks/memory.py --sizes 500 2000 --workers 2 --json
    python benchmarks/memory.py --sizes 100000 --sentences 2

With several workers the peak is that of the largest process alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

LEADS = (
    "{group} fighters killed {number} soldiers near {village} in {region} on {day}, {official} said.",
    "An airstrike by the {state} army hit a market in {village}, {region}, killing at least {number} people.",
    "{person}, a spokesman for {group}, said its men had seized {village} after a clash with the army.",
    "{state} and {state} agreed on {day} to open the road to {village}, {person} said.",
    "Police in {region} arrested {number} people after a protest over the death of {person} in {village}.",
)
FOLLOWS = (
    "{official} blamed {group} and said {number} others were wounded.",
    "{person}, who leads a group of traders in {village}, called on {state} to send aid.",
    "Residents of {village} said the men came on motorbikes and burned {number} houses.",
    "The attack was the worst in {region} since {group} broke a truce in {month}.",
    "{state} may send more troops, {person} told reporters, but {official} denied it.",
)
GROUPS = ("Boko Haram", "JNIM", "M23", "Al-Shabaab", "TTP", "Islamic State", "RSF", "ELN", "FARC dissidents")
REGIONS = ("Borno", "North Kivu", "Gao", "Darfur", "Tigray", "Cabo Delgado", "Arauca", "Bajaur", "Menaka")
STATES = ("Nigeria", "Mali", "Sudan", "Ethiopia", "Somalia", "Colombia", "Pakistan", "Rwanda", "Chad")
OFFICIALS = ("the defence ministry", "a local official", "the governor", "an army spokesman", "a doctor")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "July", "October", "December")
SYLLABLES = [c + v for c in (*"bdfghjklmnprstwz", "sh", "kr") for v in ("a", "e", "i", "o", "u", "an", "ar")]


@dataclass(frozen=True, slots=True)
class Peak:
    """One size: its words, and what coding it took."""

    stories: int
    words: int
    reading_megabytes: float
    megabytes: float
    core_seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 8000, 20000])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--sentences", type=int, help="in each story (default: three or four)")
    parser.add_argument("--json", action="store_true", help="one object a size and line")
    options = parser.parse_args()
    peaks = []
    if not options.json:
        print(f"{'stories':>8} {'words':>10} {'read MB':>8} {'code MB':>8} {'core-s':>8}")
    for size in options.sizes:
        peak = measure(size, workers=options.workers, sentences=options.sentences)
        peaks.append(peak)
        sizes = f"{peak.reading_megabytes:>8.0f} {peak.megabytes:>8.0f} {peak.core_seconds:>8.0f}"
        row = f"{peak.stories:>8,} {peak.words:>10,} {sizes}"
        print(json.dumps(asdict(peak)) if options.json else row, flush=True)
    for few, many in pairwise(peaks) if not options.json else ():
        grown = 1000 * (many.megabytes - few.megabytes) / (many.stories - few.stories)
        print(f"{few.stories:,} to {many.stories:,}: {grown:+.1f} MB for a thousand stories more")


def measure(size: int, *, workers: int, sentences: int | None = None) -> Peak:
    """The peak of the process that codes so many stories."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "many"
        articles = Path(folder) / "reports.jsonl"
        words = 0
        with articles.open("w", encoding="utf-8") as file:
            for row in stories(size, sentences=sentences):
                words += len(row["text"].split())
                file.write(json.dumps(row) + "\n")
        brink("new", str(root), "--articles", str(articles), "--as-of", "2025-06-30")
        read = brink("read", str(root))
        used = brink("code", str(root), "--workers", str(workers))
        seconds = round(used.ru_utime + used.ru_stime, 1)
        return Peak(size, words, round(read.ru_maxrss / 1024, 1), round(used.ru_maxrss / 1024, 1), seconds)


def brink(*command: str) -> resource.struct_rusage:
    """What a command of Brink's used, its workers included in time but not in memory."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "brink", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env=environment,
    )  # fmt: skip
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"brink {' '.join(command)} ended with {process.returncode}: {said.decode()}")
    return used


def stories(size: int, *, sentences: int | None = None, seed: int = 5) -> Iterator[dict[str, str]]:
    """Rows of a feed, each a report of so many sentences, or of three or four."""
    chance = random.Random(seed)
    begins = date(2024, 1, 1)
    for number in range(size):
        more = chance.choice((2, 3)) if sentences is None else sentences - 1
        told = [chance.choice(LEADS), *chance.sample(FOLLOWS, more)]
        village, person = name(chance, 2, 3), f"{name(chance, 1, 2)} {name(chance, 2, 3)}"
        text = " ".join(filled(sentence, chance, village, person) for sentence in told)
        day = begins + timedelta(days=number % 500)
        yield {"title": f"Report from {village}", "date": day.isoformat(), "text": text}


def filled(sentence: str, chance: random.Random, village: str, person: str) -> str:
    lists = {"group": GROUPS, "region": REGIONS, "state": STATES, "official": OFFICIALS, "day": DAYS}
    for slot, words in (*lists.items(), ("month", MONTHS)):
        while f"{{{slot}}}" in sentence:
            sentence = sentence.replace(f"{{{slot}}}", chance.choice(words), 1)
    said = sentence.format(village=village, person=person, number=chance.randint(2, 60))
    return said[0].upper() + said[1:]


def name(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(least, most))).capitalize()


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"took {time.monotonic() - began:.0f} s", file=sys.stderr)
