"""MUC-4 (FBIS texts of 1988-91): who did it, to whom, with what, by the five roles of the GTT/GRIT set-up,
on its dev half.

CEAF-REE of Du et al. (2021), "GRIT", with found entities of one mention: right is a mention that stands in
the cluster it is aligned with. The texts have no capitals, so words that English does not have get one
first. Number, effect, date and place slots are in the keys of the original set alone, which are not looked
at.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.yardsticks.measured import Measured, f1
from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.events import find_events
from brink.code.events.lexicon import load_lexicon
from brink.code.figures import find_figures
from brink.code.mention import Mentions
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places
from brink.code.rows import Event
from brink.dates import DateInterval

NEEDS = ("yardsticks/muc4",)
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
YEARS = DateInterval.parse("1988-01-01/1991-12-31")
_SENTENCE = re.compile(r"(^|[.!?:]\s+|\"\s*)([a-z])")
_WORD = re.compile(r"[a-z][a-z'-]*")


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
    cased = capitals(text)
    setting = Setting("d", "d#1", YEARS)
    pieces = [part.strip() for part in re.split(r" {3,}|\n\n", cased) if part.strip()]
    passages, at = [], 0
    for index, (piece, doc) in enumerate(zip(pieces, load_pipeline().pipe(pieces), strict=True)):
        at = cased.index(piece, at)
        passages.append(Passage("d", "d#1", index, at, doc))
    mentions = find_actors(passages, setting, Gazetteer.load())
    find_places(passages, mentions)
    figures = [find_figures(passage, anchor=YEARS) for passage in passages]
    return Text(passages, mentions, find_events(passages, setting, mentions, figures))


def capitals(text: str) -> str:
    """The text with capitals at sentences and at words that no English dictionary form is."""
    known, short = english(), acronyms()

    def spell(match: re.Match[str]) -> str:
        word = match[0]
        bare = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
        if word in known or len(word) < 3:
            return word
        return word.upper() if word in short or bare or not set(word) & set("aeiouy") else word.title()

    spelled = _WORD.sub(spell, text)
    return _SENTENCE.sub(lambda m: m[1] + m[2].upper(), spelled)


@cache
def acronyms() -> frozenset[str]:
    """Acronyms of known actors; others stand in brackets after the name."""
    return frozenset(a.lower() for e in Gazetteer.load().entries.values() for a in e.acronyms if len(a) > 2)


@cache
def english() -> frozenset[str]:
    tables = load_pipeline().get_pipe("lemmatizer").lookups
    strings = load_pipeline().vocab.strings
    words = {
        str(strings[w]) if isinstance(w, int) else str(w)
        for t in tables.get_table("lemma_index").values()
        for w in t
    }
    for forms in tables.get_table("lemma_exc").values():
        words |= {str(strings[w]) if isinstance(w, int) else str(w) for w in forms}
    derived = {word + ending for word in words for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "ly")}
    derived |= {
        word[:-1] + ending for word in words if word.endswith(("e", "y")) for ending in ("ing", "ies", "ied")
    }
    return frozenset(
        words | derived | {"the", "and", "for", "that", "with", "from", "this", "which", "they", "their"}
    )


def roles(text: Text) -> dict[str, list[str]]:
    """What the events of a text put into each role, as the text has it."""
    found: dict[str, list[str]] = {role: [] for role in ROLES}
    for event in text.events:
        if event.type != "ASSAULT" or event.status == "denied":
            continue
        for name in event.actors:
            kind, surface = told(name, event, text)
            found[
                "PerpOrg" if kind in ("group", "force", "body", "state", "government") else "PerpInd"
            ].append(surface)
        for name in event.recipients:
            kind, surface = told(name, event, text)
            found["Target" if kind in ("state", "government", "body", "group", "force") else "Victim"].append(
                surface
            )
        found["Weapon"] += weapons(event.quote.text)
    return {role: list(dict.fromkeys(plain(one) for one in some)) for role, some in found.items()}


def told(name: str, event: Event, text: Text) -> tuple[str, str]:
    """The kind of an actor and the words it has in the event's quote, else anywhere in the text."""
    said = [mention for mention in text.mentions.actors if name in mention.label]
    inside = [
        mention
        for mention in said
        if (
            at := text.passages[mention.passage].start + text.passages[mention.passage].doc[mention.first].idx
        )
        and event.quote.start <= at < event.quote.end
    ]
    chosen = next((m for m in (*inside, *said) if m.how != "pronoun"), None)
    return (chosen.kind, chosen.surface) if chosen is not None else ("unknown", name)


def weapons(quote: str) -> list[str]:
    words = re.findall(r"[\w-]+", quote.lower())
    known = load_lexicon().means.instruments
    found = []
    for i, word in enumerate(words):
        for last in (word, word.removesuffix("s")):
            for before, _ in known.get(last, ()):
                if tuple(words[max(0, i - len(before)) : i]) == before:
                    found.append(" ".join((*before, word)))
                    break
    return found


def plain(words: str) -> str:
    return re.sub(r"^(the|a|an|two|three|four|five|six|some|several|many) ", "", words.lower())
