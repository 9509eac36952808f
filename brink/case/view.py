"""A case as it could be known at a date: nothing later, copies counted once, judgements applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from brink.case.as_of import counts, later_pages
from brink.case.coded_rows import load_claims, load_events, load_figure, load_named_place, load_tie
from brink.case.folder import Case
from brink.case.judgements import Decisions, Judgement, load_judgements
from brink.case.overrides import overridden
from brink.case.quoted import stands
from brink.case.rows import Row, load_document, load_link, load_story
from brink.code.incidents import Incident, Names, Telling, join_events
from brink.code.rows import Claim, Event, Figure, NamedPlace, Tie
from brink.dates import DateInterval
from brink.errors import NotInCase, nearest
from brink.read.document import Document, Problem
from brink.read.story import CopyLink, Story

if TYPE_CHECKING:
    from brink.case.definition import Definition
    from brink.read.copies import Family


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A story that the as-of date keeps out, and why."""

    story: str
    because: str


class View:
    """Everything a listing, an export or a brief may show of a case as of a date.

    A story counts when its date interval begins on or before `as_of`. One without a date
    counts too, unless its page also holds a story dated later: then the page was made
    later, and so perhaps was the story. Families, incidents and counts are computed from
    the stories that count alone, so nothing published later can move a number.

    `reveal` is a later day up to which a comparison with what came may look. No listing and
    no forecast reads it.
    """

    def __init__(self, case: Case, as_of: date | None = None, *, reveal: date | None = None) -> None:
        self.case = case
        self.definition: Definition = case.definition
        self.as_of: date = as_of or case.definition.as_of
        self.reveal = reveal

    @property
    def title(self) -> str:
        return self.definition.title

    @cached_property
    def _dated_stories(self) -> list[Story]:
        blocks = defaultdict(list)
        for row in self.case.store.execute(
            "SELECT * FROM block WHERE story IS NOT NULL ORDER BY document, start"
        ):
            blocks[row["story"]].append(row)
        rows = self.case.store.execute("SELECT * FROM story ORDER BY id")
        return [overridden(load_story(row, blocks[row["id"]]), self.definition) for row in rows]

    @cached_property
    def stories(self) -> list[Story]:
        """Stories that count, by date, undated ones last."""
        seen = [story for story in self._dated_stories if counts(story, self.as_of, self._later_pages)]
        return sorted(seen, key=lambda s: (s.date.start if s.date else date.max, s.id))

    @cached_property
    def excluded(self) -> list[Exclusion]:
        """Stories dated after the as-of date."""
        return [
            Exclusion(s.id, f"dated {s.date}" if s.date else "undated, on a page with later stories")
            for s in self._dated_stories
            if not counts(s, self.as_of, self._later_pages)
        ]

    @cached_property
    def _later_pages(self) -> frozenset[str]:
        return later_pages(self._dated_stories, self.as_of)

    @cached_property
    def story(self) -> Mapping[str, Story]:
        return {story.id: story for story in self.stories}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Documents that hold a story that counts, or none at all, by id."""
        late = {s.document for s in self._dated_stories} - {s.document for s in self.stories}
        rows = self.case.store.execute("SELECT * FROM document ORDER BY id")
        return {row["id"]: load_document(row) for row in rows if row["id"] not in late}

    @cached_property
    def problems(self) -> list[Problem]:
        """What could not be read, and why."""
        rows = self.case.store.execute("SELECT part, reason FROM problem ORDER BY source, part, reason")
        return [Problem(row["part"], row["reason"]) for row in rows]

    @cached_property
    def links(self) -> list[CopyLink]:
        """Evidence that two of the stories that count are one report."""
        rows = self.case.store.execute("SELECT * FROM copy_link ORDER BY a, b")
        return [load_link(row) for row in rows if row["a"] in self.story and row["b"] in self.story]

    @cached_property
    def families(self) -> Mapping[str, Family]:
        """The family of copies of each story; a story alone is a family of one."""
        from brink.read.copies import families

        return families([story.id for story in self.stories], self.links)

    @cached_property
    def judgements(self) -> list[Judgement]:
        return load_judgements(self.case.store)

    @cached_property
    def decisions(self) -> Decisions:
        return Decisions.of(self.judgements)

    @cached_property
    def events(self) -> list[Event]:
        """Events coded by rules or accepted from the second coder that no judgement rejects, by story."""
        coded = load_events(self.case.store, self._kept)
        events = [self.decisions.event(event) for event in (*coded, *self._accepted())]
        return sorted(events, key=lambda e: (self._order[e.story], e.quote.start, e.id))

    def _accepted(self) -> list[Event]:
        """Accepted events whose story counts and still holds their quote."""
        return [
            event
            for event in self.decisions.accepted
            if event.story in self.story
            and event.id not in self.decisions.rejected
            and stands(self, event.quote, self.story[event.story])
        ]

    @cached_property
    def claims(self) -> list[Claim]:
        claims = map(self.decisions.claim, load_claims(self.case.store, self._kept))
        return sorted(claims, key=lambda c: (self._order[c.story], c.quote.start, c.id))

    @cached_property
    def ties(self) -> list[Tie]:
        rows = self.case.store.execute("SELECT * FROM tie")
        ties = [self.decisions.tie(load_tie(row)) for row in rows if self._kept(row)]
        return sorted(ties, key=lambda t: (self._order[t.story], t.quote.start, t.id))

    @cached_property
    def figures(self) -> list[tuple[str, Figure]]:
        """Figures of the stories at large, each with its story's id."""
        rows = self.case.store.execute("SELECT * FROM figure WHERE claim IS NULL ORDER BY story, position")
        return [(row["story"], load_figure(row)) for row in rows if row["story"] in self.story]

    @cached_property
    def places(self) -> list[tuple[str, NamedPlace]]:
        """Every place that the stories name, in reading order, each with its story's id."""
        rows = self.case.store.execute("SELECT * FROM place ORDER BY story, position")
        named = [(row["story"], load_named_place(row)) for row in rows if row["story"] in self._order]
        return sorted(named, key=lambda one: (self._order[one[0]], one[1].quote.start))

    @cached_property
    def notes(self) -> list[tuple[str, str]]:
        """What coding left open in each story, with its reason."""
        rows = self.case.store.execute("SELECT story, notes FROM coding WHERE notes != '' ORDER BY story")
        return [
            (row["story"], note)
            for row in rows
            if row["story"] in self.story
            for note in row["notes"].split("\n")
        ]

    @cached_property
    def incidents(self) -> list[Incident]:
        """Happenings, by date, undated ones last."""
        tellings = [
            Telling.of(e, family=self.families[e.story].id, written=self.story[e.story].date)
            for e in self.events
        ]
        decided = self.decisions
        found = join_events(tellings, self.names, together=decided.together, apart=decided.apart)
        return sorted(found, key=lambda i: (i.date.start if i.date else date.max, i.id))

    @cached_property
    def names(self) -> Names:
        """What joining asks of names."""
        from brink.case.joining import names_of

        return names_of(self)

    @cached_property
    def summaries(self) -> frozenset[str]:
        """Ids of events that sum up many happenings, and of incidents that no other events tell."""
        rows: tuple[Event | Incident, ...] = (*self.events, *self.incidents)
        return frozenset(row.id for row in rows if row.summary)

    @cached_property
    def happenings(self) -> list[Incident]:
        """Incidents that tell of one happening each: what counts and pictures are made of."""
        return [incident for incident in self.incidents if not incident.summary]

    @cached_property
    def incident_of(self) -> Mapping[str, Incident]:
        """The incident each event belongs to, by event id."""
        return {event: incident for incident in self.incidents for event in incident.events}

    def first_told(self, incident: Incident) -> DateInterval | None:
        """The date of the earliest report that tells of an incident, if any is dated."""
        dates = [self.story[self.event[event].story].date for event in incident.events]
        return min((when for when in dates if when), default=None)

    @cached_property
    def event(self) -> Mapping[str, Event]:
        return {event.id: event for event in self.events}

    def row(self, row_id: str) -> Event | Claim | Tie:
        """The event, claim or tie of that id.

        Raises
        ------
        NotInCase
            When the case, as of its date, has no such row.
        """
        for rows in (self.events, self.claims, self.ties):
            for row in rows:
                if row.id == row_id:
                    return row
        ids = [row.id for rows in (self.events, self.claims, self.ties) for row in rows]
        raise NotInCase(
            f"no event, claim or tie {row_id!r} as of {self.as_of}{nearest(row_id, ids)}; "
            "`brink events CASE` lists events with their ids"
        )

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {story.id: i for i, story in enumerate(self.stories)}

    def _kept(self, row: Row) -> bool:
        return row["story"] in self._order and row["id"] not in self.decisions.rejected
