"""PETRARCH's unit tests and the validation sentences of its successor (Open Event Data Alliance, MIT).

A coded event is compared with the expected one that it fits best. The unit tests have invented actors,
which are given as a case's: with the demonyms that the dictionary's open stems stand for ("DAGOLATH" also
matches "Dagolathi"), and without those that Brink knows already. Right is a doer or target whose code
begins with the same three letters. Their types are those of a test dictionary of verbs, so types are scored
on the validation sentences, which are real: right is a PLOVER type that the CAMEO root may become.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pycountry

from benchmarks.yardsticks.measured import Measured
from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.mention import ActorKind
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.code.rows import Event
from brink.dates import DateInterval

NEEDS = ("yardsticks/petrarch",)
TYPES: Mapping[str, frozenset[str]] = {
    root: frozenset(types.split())
    for root, types in {
        "02": "REQUEST", "03": "AGREE COOPERATE AID SUPPORT CONSULT CONCEDE", "04": "CONSULT",
        "05": "SUPPORT AGREE", "06": "COOPERATE AID", "07": "AID", "08": "CONCEDE RETREAT", "09": "ACCUSE",
        "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
        "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
    }.items()
}  # fmt: skip
BODIES: Mapping[str, str] = {
    "United Nations": "IGOUNO", "European Union": "IGOEUREEC", "Interpol": "IGOCOPITP", "NATO": "IGOWSTNAT",
    "African Union": "IGOAFRAFU", "Arab League": "IGOMEAARL", "Islamic State": "IMGMUSISI",
    "al-Qaida": "IMGMOSALQ",
}  # fmt: skip
"""Codes of the CAMEO manual for actors that are of no state."""
STEM = ("i", "n", "an", "ian", "ese")
KINDS: Mapping[str, ActorKind] = {"MIL": "force", "COP": "force", "REB": "group"}
Codes = Callable[[str], list[str]]
_SENTENCE = re.compile(r"<Sentence [^>]*date\s*=\s*\"(\d{8})\".*?</Sentence>", re.DOTALL)
_CODING = re.compile(r"<EventCoding ([^>]*)>")
_FIELD = re.compile(r'(\w+)="([^"]*)"')
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wanted:
    source: str
    target: str
    types: frozenset[str]


def measure(shared: Path) -> Iterator[Measured]:
    folder = shared / "yardsticks" / "petrarch"
    codes = dictionary((folder / "PETR.Validate.actors.txt").read_text(encoding="utf-8"))
    gazetteer = Gazetteer.load()
    total, right = compared(
        Coder(Gazetteer.load(entries(codes, gazetteer)), load_pipeline()),
        folder / "PETR.UnitTest.records.xml",
        lambda name: spelled(name, codes) or of_state(name, gazetteer),
    )
    size = f"{total} events"
    yield Measured("PETRARCH unit tests", "doer right", right[0] / total, size, 0.78, 0.88)
    yield Measured("PETRARCH unit tests", "target right", right[1] / total, size, 0.67, 0.82)
    total, right = compared(
        Coder(gazetteer, load_pipeline()),
        folder / "PETR2_GSR_validation.xml",
        lambda name: of_state(name, gazetteer),
    )
    size = f"{total} events"
    yield Measured("PETRARCH validation", "doer right", right[0] / total, size)
    yield Measured("PETRARCH validation", "target right", right[1] / total, size)
    yield Measured("PETRARCH validation", "type right", right[2] / total, size, 0.66, 0.80)
    yield Measured("PETRARCH validation", "all three right", right[3] / total, size)


def compared(coder: Coder, path: Path, codes_of: Codes) -> tuple[int, list[int]]:
    """How many events are wanted, and of how many doer, target, type and all three are right."""
    total, right = 0, [0, 0, 0, 0]
    for day, text, wanted in sentences(path.read_text(encoding="utf-8")):
        coded = coder.code(Setting("d", "d#1", day), text, [(0, len(text))]).events
        for one in wanted:
            verdict = max(
                (fit(one, event, codes_of) for event in coded), key=sum, default=(False, False, False)
            )
            total += 1
            right = [a + b for a, b in zip(right, (*verdict, all(verdict)), strict=True)]
    return total, right


def sentences(written: str) -> Iterator[tuple[DateInterval, str, list[Wanted]]]:
    for match in _SENTENCE.finditer(written):
        text = _TEXT.search(match[0])
        wanted = [
            Wanted(source, target, TYPES[code[:2]])
            for source, target, code in codings(match[0])
            if code[:2] in TYPES and len(code) <= 4 and (source + target).replace("-", "") != ""
        ]
        day = match[1]
        if text is not None and wanted:
            yield DateInterval.parse(f"{day[:4]}-{day[4:6]}-{day[6:]}"), " ".join(text[1].split()), wanted


def codings(record: str) -> Iterator[tuple[str, str, str]]:
    for inside in _CODING.findall(record):
        fields = dict(_FIELD.findall(inside))
        if "eventcode" in fields:
            yield fields.get("sourcecode", "---"), fields.get("targetcode", "---"), fields["eventcode"]


def dictionary(written: str) -> dict[str, str]:
    """Names with the code that an actor bears first; names that a `+` adds have that of the name before."""
    codes: dict[str, str] = {}
    waiting: list[str] = []
    for line in re.sub(r"<!--.*?-->", "", written, flags=re.DOTALL).split("\n"):
        line = line.split("#")[0].strip()
        if not line:
            continue
        code = re.search(r"\[([A-Za-z+-]+)[^\]]*\]", line)
        name = titled(line.split("[")[0].split("{")[0].strip())
        if name:
            waiting = [*waiting, name] if line.startswith("+") else [name]
        if code:
            last = code[1].upper()
            codes.update({one: last for one in waiting if one not in codes})
        elif line.startswith("+") and waiting[0] in codes:
            codes[name] = codes[waiting[0]]
    return codes


def titled(name: str) -> str:
    words = re.split(r"[ _]+", name.lstrip("+ ").strip("_ "))
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words if word)


def entries(codes: Mapping[str, str], known: Gazetteer) -> list[ActorEntry]:
    """One actor of a case for each code, under its first name; what Brink knows needs no entry."""
    by_code: dict[str, list[str]] = {}
    for name, code in codes.items():
        if re.fullmatch(r"[A-Z]+", code) and known.entry(name) is None:
            by_code.setdefault(code, []).append(name)
    return [
        ActorEntry(
            name=names[0],
            kind="state" if len(code) == 3 else KINDS.get(code[-3:], "body"),
            aliases=tuple(names[1:]),
            demonyms=tuple(name + end for name in names for end in STEM) if len(code) == 3 else (),
        )
        for code, names in by_code.items()
    ]


def fit(wanted: Wanted, event: Event, codes_of: Codes) -> tuple[bool, bool, bool]:
    return (
        named(wanted.source, event.actors, codes_of),
        named(wanted.target, event.recipients, codes_of),
        event.type in wanted.types,
    )


def named(wanted: str, names: tuple[str, ...], codes_of: Codes) -> bool:
    """Whether one of the names is the actor with that code, or an open side is left open."""
    if wanted.startswith("---"):
        return True
    found = [code for name in names for code in codes_of(name)]
    return any(wanted.startswith(code[:6] if code[:3] in ("IGO", "IMG") else code[:3]) for code in found)


def spelled(name: str, codes: Mapping[str, str]) -> list[str]:
    """Codes of the invented actors that a name holds."""
    return [code for known, code in codes.items() if re.search(rf"\b{re.escape(known)}", name)]


def of_state(name: str, gazetteer: Gazetteer) -> list[str]:
    """ISO 3166-1 alpha-3 of the state that an actor is, serves or is named after; else the code of a body."""
    entry = gazetteer.entry(name) or next((e for w in name.split() if (e := gazetteer.entry(w))), None)
    country = pycountry.countries.get(alpha_2=entry.country) if entry is not None and entry.country else None
    bodies = [code for body, code in BODIES.items() if body in name]
    return bodies or ([country.alpha_3] if country is not None else [])
