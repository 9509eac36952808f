"""Builds the list of parts of personal names that ships as `brink/code/names/parts.txt.gz`.

    python -m venv build && build/bin/pip install rigour==1.2.9 && build/bin/pip install -e .
    build/bin/python data_build/name_parts.py

rigour (MIT) carries the given and family names of Wikidata (CC0), one item a line with its spellings. Kept
are the Latin spellings, folded, of items with three spellings and more; the number of spellings tells how widely
an item is known.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from pathlib import Path

from rigour.names.person import load_person_names

from brink.code.actors.spelling import fold

OUT = Path(__file__).parents[1] / "brink" / "code" / "names" / "parts.txt.gz"
FEWEST, MANY = 3, 10


def main() -> None:
    known: dict[str, int] = defaultdict(int)
    for _, spellings in load_person_names():
        for name in {fold(one) for one in spellings}:
            if name.isascii() and name.isalpha() and len(name) > 2:
                known[name] = max(known[name], len(spellings))
    widely = sorted(name for name, count in known.items() if count >= MANY)
    others = sorted(name for name, count in known.items() if FEWEST <= count < MANY)
    OUT.write_bytes(gzip.compress(("\n".join([*widely, "", *others]) + "\n").encode("ascii"), mtime=0))
    print(f"{len(widely)} widely known, {len(others)} others, {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
