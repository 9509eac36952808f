"""Which short lines are titles of stories and which are headings inside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brink.read.captions import is_biography, is_person
from brink.read.clocks import CLOCK_SHOWN
from brink.read.headline import headline_points
from brink.read.lines import Piece
from brink.read.page_title import choose_title
from brink.read.roundup import is_roundup_title
from brink.read.subject import Subject, apart

OPENS_STORY = 2.6
"""Least evidence, in points, that a short line opens a new story and does not head a section."""

SECTIONS_BACK = 12
"""How many sections of a story back a new section's names are compared with."""

_END_MARK = re.compile(r"(?:[*#_=~-]\s?){3,}|ends?\W*|-30-")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points for and against a short line opening a story, with the reasons."""

    points: float
    reasons: tuple[str, ...]


def decide_titles(pieces: Sequence[Piece], page_title: str | None, *, digest: bool) -> None:
    """Make every undecided short piece outside tails a title, a heading or page furniture.

    A digest, such as an e-mailed newsletter, is expected to hold several items, so the line right
    above its first paragraph titles that item and not the page.
    """
    _photographers(pieces)
    outside = [piece for piece in pieces if not piece.tail]
    first = next((i for i, p in enumerate(outside) if p.kind == "body"), len(outside))
    digest = digest or any(p.kind is None and is_roundup_title(p.plain) for p in outside[:first])
    choose_title(outside[:first], page_title, digest=digest)
    groups = list(_groups(outside, first))
    signs = PageSigns(
        joined=any(piece.glued for group in groups for piece in group.members),
        digest=digest,
        running=sum(p.because == CLOCK_SHOWN for p in outside) >= 2,
        shouted=any(p.kind == "title" and p.text.isupper() for p in outside[:first]),
    )
    told = [Subject.of(outside[first : groups[0].start] if groups else ())]
    for number, group in enumerate(groups):
        end = groups[number + 1].start if number + 1 < len(groups) else len(outside)
        section = outside[group.end : end]
        evidence = _evidence(outside, group, section, Subject.all_of(told), signs)
        opened = _settle(group, evidence, has_body=any(p.kind == "body" for p in section))
        told = [*([] if opened else told[-SECTIONS_BACK:]), Subject.of(section)]
    _echoes(outside)
    _biographies(outside)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSigns:
    """What speaks for several stories on the page as a whole."""

    joined: bool
    """Some stories are run together."""
    digest: bool
    """It is a newsletter or a round-up by its title."""
    running: bool
    """Its entries stand under times of day, as in a live report."""
    shouted: bool
    """Its title is in capitals."""


@dataclass(frozen=True, slots=True)
class Group:
    """Short lines with no body between them, from `start` up to `end` among the pieces."""

    start: int
    end: int
    members: tuple[Piece, ...]


def _groups(pieces: Sequence[Piece], first: int) -> Iterable[Group]:
    index = first
    while index < len(pieces):
        if pieces[index].kind is not None or pieces[index].echo:
            index += 1
            continue
        start, last = index, index
        while index < len(pieces) and pieces[index].kind != "body":
            if pieces[index].kind is None and not pieces[index].echo:
                last = index
            index += 1
        members = tuple(p for p in pieces[start : last + 1] if p.kind is None and not p.echo)
        yield Group(start, last + 1, members)


def _evidence(
    pieces: Sequence[Piece],
    group: Group,
    section: Sequence[Piece],
    before: Subject,
    signs: PageSigns,
) -> Evidence:
    title = _best(group.members)
    points: list[tuple[float, str]] = []
    if any(p.glued for p in group.members):
        points.append((7, "run together with the end of the story before it"))
    elif signs.joined:
        points.append((1.5, "stories are run together elsewhere on the page"))
    if signs.digest:
        points.append((1.5, "the page is a digest"))
    points += _from_neighbours(pieces, group)
    points += headline_points(title)
    after = Subject.of(section)
    points += [(p, why) for p, why in apart(before, after) if p > 0 or not signs.joined]
    if title.names & after.names and not title.names & before.names:
        points.append((1, "names what only the text under it names"))
    if signs.running and group.start and pieces[group.start - 1].because == CLOCK_SHOWN:
        points.append((-8, "heads an entry of a live report"))
    if signs.digest and signs.shouted and title.text.isupper():
        points.append((6, "in capitals as the digest's other titles"))
    return Evidence(sum(p for p, _ in points), tuple(why for p, why in points if p > 0))


def _from_neighbours(pieces: Sequence[Piece], group: Group) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    under = []
    for index in range(group.start + 1, min(group.end + 5, len(pieces))):
        piece = pieces[index]
        if piece.kind == "body" or (piece.kind is None and index >= group.end):
            break
        under.append(piece.kind)
    signed = ("byline" in under) + ("dateline" in under)
    if signed:
        found.append((4 + signed, "a byline or date stands under it"))
    elif any(piece.echo for piece in pieces[group.start + 1 : group.end + 1]):
        found.append((1, "printed twice"))
    above = pieces[group.start - 1] if group.start else None
    if above is not None and above.kind in ("credit", "related", "newsletter", "boilerplate", "byline"):
        mark = bool(_END_MARK.fullmatch(above.plain)) or _END_MARK.fullmatch(above.text) is not None
        found.append((2.5 if mark else 1, "the story before it is closed by a line of its own"))
    if group.members[0].gap >= 3:
        found.append((1, "set off by blank lines"))
    return found


def _settle(group: Group, evidence: Evidence, *, has_body: bool) -> bool:
    title = _best(group.members)
    opens = evidence.points >= OPENS_STORY and has_body
    for piece in group.members:
        if not has_body:
            piece.be("related" if len(group.members) > 1 else "boilerplate", "has no text under it")
        elif piece is title and opens:
            piece.be("title", "; ".join(evidence.reasons) or "opens a story")
            piece.opens = True
        elif opens and is_person(piece.text):
            piece.be("byline", "a person's name by the title")
        else:
            piece.be("heading", "a short line over a section of the story")
    return opens


def _best(members: Sequence[Piece]) -> Piece:
    return max(members, key=lambda p: (min(p.words, 6), -p.start))


def _photographers(pieces: Sequence[Piece]) -> None:
    for above, piece in pairwise(pieces):
        if piece.kind is None and above.kind == "caption" and not piece.gap and is_person(piece.text):
            piece.be("credit", "a person's name right under a caption")


def _echoes(pieces: Sequence[Piece]) -> None:
    for first, second in pairwise(pieces):
        if second.echo and second.kind is None:
            second.be(first.kind or "heading", "repeats the line before it")


def _biographies(pieces: Sequence[Piece]) -> None:
    """Label what tells of the writer after the last paragraph of a story."""
    for index, piece in enumerate(pieces):
        if piece.kind != "body" or index == 0 or not is_biography(piece):
            continue
        near = pieces[index + 1 : index + 4]
        after = next((p for p in near if p.kind in ("body", "title", "heading")), None)
        if after is None or after.opens:
            piece.be("byline", "tells who the writer is")
