"""Every row rests on words that stand where it says."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from brink.case.folder import open_case
from brink.case.quoted import stands
from brink.case.view import View
from tests.conftest import brink, rows

LISTINGS = ("events", "claims", "ties")


@pytest.mark.parametrize("listing", LISTINGS)
def test_every_listed_quote_is_the_text_at_its_offsets(a_coded_case: Path, listing: str):
    documents = View(open_case(a_coded_case)).documents
    listed = rows(listing, str(a_coded_case))
    assert listed
    for row in listed:
        assert documents[row["document"]].text[row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize("listing", LISTINGS)
def test_quotes_survive_csv(a_coded_case: Path, listing: str):
    printed = list(csv.DictReader(io.StringIO(brink(listing, str(a_coded_case), "--csv").stdout)))
    assert [row["quote"] for row in printed] == [row["quote"] for row in rows(listing, str(a_coded_case))]


def test_every_row_of_a_view_stands_where_it_says_and_no_longer_when_moved(a_coded_case: Path):
    view = View(open_case(a_coded_case))
    for row in (*view.events, *view.claims, *view.ties):
        assert stands(view, row.quote, view.story[row.story])
        moved = replace(row.quote, start=row.quote.start + 1)
        assert not stands(view, moved, view.story[row.story])


def test_story_spans_begin_and_end_with_body_text(a_coded_case: Path):
    view = View(open_case(a_coded_case))
    for story in view.stories:
        assert (story.start, story.end) == (story.body[0].start, story.body[-1].end)
