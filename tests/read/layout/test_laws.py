"""What holds for every text, however odd."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.read.layout import BLOCK_CHARS, split
from tests.gates.pages.pages import corpus, load
from tests.read.layout.pages import document, layout

PAGES = [load(path).document.text for path in corpus()]
LINES = sorted({line for page in PAGES for line in page.split("\n")})
MIXED = st.lists(st.sampled_from(LINES), max_size=25).map("\n".join)
TEXTS = st.one_of(MIXED, st.text(max_size=400), st.text("aB .\n“”{}[]#*-:?1", max_size=300))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_printed_character_lies_in_exactly_one_block(text: str) -> None:
    held = [i for block in layout(text).blocks for i in range(block.start, block.end)]
    assert len(held) == len(set(held))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(held)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_blocks_are_in_order_and_have_no_white_space_at_their_edges(text: str) -> None:
    blocks = layout(text).blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(text[b.start : b.end] == text[b.start : b.end].strip() != "" for b in blocks)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_stories_run_from_their_first_to_their_last_body_character(text: str) -> None:
    found = layout(text)
    for story in found.stories:
        assert (story.start, story.end) == (story.body[0].start, story.body[-1].end)
        assert set(story.blocks) <= set(found.blocks)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_block_belongs_to_two_stories(text: str) -> None:
    held = [block for story in layout(text).stories for block in story.blocks]
    assert len(held) == len(set(held))


@given(MIXED)
@settings(max_examples=50, deadline=None)
def test_every_block_says_why(text: str) -> None:
    assert all(block.because for block in layout(text).blocks)


def test_splitting_twice_gives_the_same() -> None:
    assert split(document(PAGES[0])) == split(document(PAGES[0]))


def test_a_long_line_is_parted_at_ends_of_sentences() -> None:
    text = "Shells fell on the market of Nyala. Two people were killed there, doctors said. " * 400
    blocks = layout(text).blocks
    assert len(blocks) > 1
    assert all(block.end - block.start <= BLOCK_CHARS for block in blocks)
    assert all(text[block.end - 1] == "." for block in blocks)


@pytest.mark.parametrize(
    "unit", ["[", "{{", '“"', "a. B", "abC.Abc", "- x\n", "Related\n", "12 May 2021\n", "Who are you?\n"]
)
def test_repetitive_text_takes_time_in_proportion(unit: str) -> None:
    assert layout(unit * 20_000).blocks


def test_an_empty_document_has_no_blocks_and_no_stories() -> None:
    assert layout(" \n\n\t") == layout("")
    assert layout("").stories == ()
