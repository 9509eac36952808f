"""How well copies are found: precision and recall of links over pairs written by hand."""

from __future__ import annotations

from brink.read.copies import find_links
from tests.gates.families.cases import PARTS, Cases, answer, corpus, load

__all__ = ["corpus", "figures"]


def figures() -> dict[str, float]:
    """For each part, precision, recall by kind of copy and share of links with the right relation."""
    return {f"{part}_{name}": value for part in PARTS for name, value in measure(load(part)).items()}


def measure(cases: Cases) -> dict[str, float]:
    """Figures over the pairs of a part; stories of different subjects count as pairs that are not one report."""
    wanted = {frozenset((a, b)): answer(relation) for a, b, relation in cases.pairs if relation != "none"}
    apart = {frozenset((a, b)) for a, b, relation in cases.pairs if relation == "none"}
    found = {frozenset((link.a, link.b)): answer(link.relation) for link in find_links(cases.stories)}
    false = [pair for pair in found if pair in apart or _subjects(pair) > 1]
    right = [pair for pair in found if pair in wanted]
    recalls = {
        f"recall_{kind}": _share([pair in found for pair, relation in wanted.items() if relation == kind])
        for kind in ("exact", "near", "re-spun")
    }
    return {
        "precision": len(right) / max(len(right) + len(false), 1),
        **{name: value for name, value in recalls.items() if value is not None},
        "relation": sum(found[pair] == wanted[pair] for pair in right) / max(len(right), 1),
    }


def _subjects(pair: frozenset[str]) -> int:
    return len({story.partition("-")[0] for story in pair})


def _share(hits: list[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None
