"""MUC-4 (FBIS texts of 1988-91): who did it, to whom, with what, by the five roles of the GTT/GRIT set-up,
on its dev half.

CEAF-REE of Du et al. (2021), "GRIT", with found entities of one mention: right is a mention that stands in
the cluster it is aligned with. The texts have no capitals; Brink restores them. Number, effect, date and
place slots are in the keys of the original set alone, which are not looked at.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.yardsticks.measured import Measured, f1
from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.capitals import acronyms_of, restored
from brink.code.events import find_events
from brink.code.figures import find_figures
from brink.code.mention import Mentions
from brink.code.parts.find import Cast, clustered, find_casts, is_violent
from brink.code.parts.vote import ROLES as PARTS
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places
from brink.code.rows import Event
from brink.dates import DateInterval

NEEDS = ("yardsticks/muc4",)
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
YEARS = DateInterval.parse("1988-01-01/1991-12-31")
_FILLER = dict(zip(PARTS, ROLES, strict=True))
_PARAGRAPH = re.compile(r"\S(?:(?! {3}|\n\n).)*(?<!\s)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    passages: list[Passage]
    mentions: Mentions
    events: list[Event]


def measure(shared: Path) -> Iterator[Measured]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    rows = [
        json.loads(line) for line in (shared / "yardsticks/muc4/gtt_dev.json").read_text("utf-8").splitlines()
    ]
    for row in rows:
        wanted, found = clusters(row["templates"]), roles(coded(row["doctext"]))
        for role in ROLES:
            right = aligned(found[role], wanted[role])
            for i, number in enumerate((right, len(found[role]), len(wanted[role]))):
                counts[role][i] += number
    total = [sum(counts[role][i] for role in ROLES) for i in range(3)]
    size = f"{len(rows)} texts"
    yield Measured("MUC-4 dev", "five roles, CEAF-REE F1", f1(*total), size, 0.35, 0.45)
    yield Measured("MUC-4 dev", "precision", total[0] / total[1], size)
    yield Measured("MUC-4 dev", "recall", total[0] / total[2], size)
    for role in ROLES:
        yield Measured("MUC-4 dev", f"{role}, F1", f1(*counts[role]), f"{counts[role][2]} entities")


def clusters(templates: list[Mapping[str, list[list[list[str]]]]]) -> dict[str, list[frozenset[str]]]:
    """The entities of each role, over all templates of a text."""
    return {
        role: list(
            dict.fromkeys(
                frozenset(mention[0] for mention in entity) for one in templates for entity in one[role]
            )
        )
        for role in ROLES
    }


def aligned(found: list[str], wanted: list[frozenset[str]]) -> int:
    """How many clusters are met by a mention, one to one."""
    left = list(wanted)
    for mention in found:
        hit = next((cluster for cluster in left if mention in cluster), None)
        if hit is not None:
            left.remove(hit)
    return len(wanted) - len(left)


def coded(text: str) -> Text:
    """A dispatch as Brink codes it; its paragraphs stand apart by three spaces."""
    gazetteer = Gazetteer.load()
    setting = Setting("d", "d#1", YEARS)
    spans = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    parts = [text[start:end] for start, end in spans]
    words = [restored(part, gazetteer, acronyms=acronyms_of(parts)) for part in parts]
    passages = [
        Passage("d", "d#1", index, start, doc, text[start:end])
        for index, ((start, end), doc) in enumerate(zip(spans, load_pipeline().pipe(words), strict=True))
    ]
    mentions = find_actors(passages, setting, gazetteer)
    find_places(passages, mentions)
    figures = [find_figures(passage, anchor=YEARS) for passage in passages]
    return Text(passages, mentions, find_events(passages, setting, mentions, figures))


def printed(casts: Sequence[Cast]) -> dict[str, list[str]]:
    """Of each role the surest mention of each entity; victims have names in this set."""
    found: dict[str, list[str]] = {role: [] for role in ROLES}
    for group in clustered(casts):
        surest = max(group, key=lambda cast: cast.chance)
        found[_FILLER[surest.role]].append(re.sub(r"\s+", " ", surest.text.lower()))
    return found


def roles(text: Text) -> dict[str, list[str]]:
    """What Brink takes for the parts of the acts of a text, in the text's words."""
    violent = any(map(is_violent, text.events))
    return printed(find_casts(text.passages, text.mentions, text.events) if violent else [])
