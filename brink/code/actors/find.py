"""All actor mentions of a story, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brink.code.actors.bodies import find_bodies
from brink.code.actors.cues import load_cues
from brink.code.actors.definitions import find_definitions
from brink.code.actors.explained import explain
from brink.code.actors.following import follow
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.known import opens_dateline, read_names
from brink.code.actors.modifiers import read_roles
from brink.code.actors.names import Name, NameTrie
from brink.code.actors.page import Page, Reading
from brink.code.actors.people import People
from brink.code.actors.presenting import read_people, read_surnames, read_titled
from brink.code.actors.roles import load_roles
from brink.code.actors.story import Context, find_hits
from brink.code.actors.unknown import read_unknown, settle_kinds
from brink.code.actors.words import Words
from brink.code.mention import Mentions
from brink.code.passage import Passage, Setting

# Blocks in which a dateline may still come: title, byline, credit, first paragraph.
_DATELINE_WITHIN = 5
_DEFINING = frozenset({"(", "known", "aka", "a.k.a", "a.k.a.", "called", "AKA"})


def find_actors(passages: Sequence[Passage], setting: Setting, gazetteer: Gazetteer) -> Mentions:
    """Every actor mention of one story, in reading order.

    Known names come first (the longest wins, with what the story itself defines), then
    people presented in full, surnames, roles with their modifiers, unknown names that act,
    and last what refers back. A mention without `names` is somebody the story does not let
    us name.
    """
    pages = [_page(passage, gazetteer) for passage in passages]
    learnt = _defined_names(pages)
    _search_again(pages, learnt, gazetteer)
    reading = _reading(pages, learnt, setting, gazetteer)
    for page in pages:
        page.find_runs(reading.cues)
        read_names(page, reading)
    for page in pages:
        read_people(page, reading)
    for page in pages:
        read_titled(page, reading)
    for page in pages:
        read_surnames(page, reading)
        read_roles(page, reading)
        read_unknown(page, reading)
    settle_kinds(pages)
    for page in pages:
        explain(page)
    return follow(pages, reading)


def _page(passage: Passage, gazetteer: Gazetteer) -> Page:
    words = Words(passage.index, passage.doc)
    return Page(passage=passage, words=words, hits=find_hits(words, [gazetteer.trie]))


def _search_again(pages: Sequence[Page], learnt: Sequence[Name], gazetteer: Gazetteer) -> None:
    """Find names anew where the story defines some; its own definitions win."""
    tries = [NameTrie(learnt), gazetteer.trie]
    for page in pages if learnt else ():
        page.hits = find_hits(page.words, tries)


def _defined_names(pages: Sequence[Page]) -> list[Name]:
    cues = load_cues()
    found: list[Name] = []
    for page in pages:
        if not _DEFINING.isdisjoint(page.words.texts):
            found += (name for name, _ in find_definitions(page.words, page.hits, cues))
        found += find_bodies(page.words, page.hits, cues, load_roles())
    return found


def _reading(
    pages: Sequence[Page], learnt: Sequence[Name], setting: Setting, gazetteer: Gazetteer
) -> Reading:
    on: date | None = setting.date.last if setting.date else None
    hits = [(page.words, hit) for page in pages for hit in page.hits]
    return Reading(
        gazetteer=gazetteer,
        cues=load_cues(),
        roles=load_roles(),
        context=Context.of(hits, [page.words for page in pages], on),
        people=People(),
        learnt={name.entry.name: name.entry for name in learnt if name.entry is not None},
        capitals=frozenset(word for page in pages for word in page.words.inner_capitals()),
        home=_home(pages),
        on=on,
    )


def _home(pages: Sequence[Page]) -> str | None:
    """The country of the dateline ("KHARTOUM, Sudan (AP) —"), if the story has one."""
    for page in pages[:_DATELINE_WITHIN]:
        hit = page.hits[0] if page.hits else None
        if hit is not None and opens_dateline(page.words, hit):
            return next((e.country for e in hit.entries if e.kind == "state"), None)
    return None
