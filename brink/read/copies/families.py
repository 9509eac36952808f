"""Stories that are one report, brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from brink.read.story import CopyLink

_CLOSENESS = {"exact": 3, "near": 2, "contains": 1, "re-spun": 0}


@dataclass(frozen=True, slots=True)
class Family:
    """One report wherever it was found; it counts as one source."""

    id: str
    """The id of its original."""
    members: tuple[str, ...]
    """In the order the stories were given."""
    original: str
    """The earliest member."""
    copied: Mapping[str, str] = field(default_factory=dict)
    """Each other member with the earlier member it most directly copies."""

    def copy_of(self, story: str) -> str | None:
        """The member that a member copies; None for the original."""
        return self.copied.get(story)


def families(story_ids: Sequence[str], links: Iterable[CopyLink]) -> dict[str, Family]:
    """The family of each story, by its id; a story without copies is a family of one.

    Give the ids by date and then by id, so that a family's first member is its original.
    Links to stories that are not given are left out. A later page that holds several
    stories which nothing else joins is a round-up: it goes with the first of them.
    """
    order = {story: place for place, story in enumerate(story_ids)}
    known = [link for link in links if link.a in order and link.b in order]
    known.sort(key=lambda link: (order[link.a], order[link.b], link.relation))
    groups = _joined(order, known)
    members = defaultdict(list)
    for story in story_ids:
        members[groups.top(story)].append(story)
    sources = _sources(order, known)
    found: dict[str, Family] = {}
    for stories in members.values():
        family = _family(stories, sources)
        found.update(dict.fromkeys(stories, family))
    return {story: found[story] for story in story_ids}


def _family(stories: Sequence[str], sources: Mapping[str, Sequence[str]]) -> Family:
    original, inside = stories[0], set(stories)
    copied = {
        story: next((source for source in sources.get(story, ()) if source in inside), original)
        for story in stories[1:]
    }
    return Family(original, tuple(stories), original, copied)


def _joined(order: Mapping[str, int], links: Sequence[CopyLink]) -> _Groups:
    groups = _Groups()
    held: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.relation == "contains" and order[link.a] > order[link.b]:
            held[link.a].append(link.b)
        else:
            groups.join(link.a, link.b)
    for page in sorted(held, key=order.__getitem__):
        parts = {groups.top(part) for part in held[page]}
        if groups.top(page) not in parts:
            groups.join(min(held[page], key=order.__getitem__), page)
    return groups


def _sources(order: Mapping[str, int], links: Sequence[CopyLink]) -> dict[str, list[str]]:
    """For each story the earlier ones it is linked to, the closest first."""
    ranked: dict[str, list[tuple[int, float, int, str]]] = defaultdict(list)
    for link in links:
        earlier, later = sorted((link.a, link.b), key=order.__getitem__)
        ranked[later].append((-_CLOSENESS[link.relation], -link.score, order[earlier], earlier))
    return {story: [source for *_, source in sorted(found)] for story, found in ranked.items()}


class _Groups:
    """Disjoint sets, each known by one of its stories."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def top(self, story: str) -> str:
        root = story
        while root in self._above:
            root = self._above[root]
        while story != root:
            self._above[story], story = root, self._above[story]
        return root

    def join(self, a: str, b: str) -> None:
        top_a, top_b = self.top(a), self.top(b)
        if top_a != top_b:
            self._above[top_b] = top_a
