"""Copies are linked whatever was done to them, and independent reports are not."""

from __future__ import annotations

import itertools

import pytest

from brink.read.copies import StoryText, find_links
from brink.read.story import CopyLink
from tests.gates.families.cases import load

STORIES = {story.id: story for part in ("development", "heldout") for story in load(part).stories}


def linked(*names: str, earlier: tuple[str, ...] = ()) -> list[CopyLink]:
    return list(find_links([STORIES[n] for n in names], earlier=[STORIES[n] for n in earlier]))


def story(name: str, body: str) -> StoryText:
    return StoryText(name, None, body)


def test_another_case_and_punctuation_is_the_same_report() -> None:
    loud = story("loud", STORIES["rubaya"].body.upper())
    [link] = find_links([STORIES["rubaya"], loud])
    assert (link.a, link.b, link.relation, link.score) == ("loud", "rubaya", "exact", 1.0)


def test_a_story_cut_to_a_third_is_contained_in_the_whole() -> None:
    [link] = linked("obeid-cut", "obeid")
    assert (link.a, link.b, link.relation) == ("obeid", "obeid-cut", "contains")


def test_a_respun_link_says_how_many_sentences_are_aligned_and_shows_two() -> None:
    [link] = linked("jolo", "jolo-spun")
    assert link.relation == "re-spun"
    assert "6 of 6 sentences aligned" in link.because
    assert " = “" in link.because


def test_evidence_stays_short_whatever_the_stories() -> None:
    assert all(len(link.because) < 400 for link in find_links(STORIES.values()))


def test_two_agencies_on_one_raid_are_two_sources() -> None:
    assert linked("baidoa", "baidoa-other-agency") == []


def test_a_follow_up_that_repeats_background_is_a_new_report() -> None:
    assert linked("obeid", "obeid-next-day") == []


def test_two_months_of_one_form_of_report_are_two_reports() -> None:
    assert linked("snapshot-may", "snapshot-june") == []


def test_a_changed_toll_in_one_sentence_leaves_a_copy_a_copy() -> None:
    updated = story("updated", STORIES["toropets"].body.replace("14 explosions", "17 explosions"))
    [link] = find_links([STORIES["toropets"], updated])
    assert link.relation == "near"


def test_stories_with_the_same_words_are_all_linked_so_that_any_may_be_left_out() -> None:
    again = [story(f"copy{n}", STORIES["kulgam"].body) for n in range(4)]
    cut = STORIES["kulgam-cut"]
    found = {(link.a, link.b, link.relation) for link in find_links([*again, cut])}
    pairs = itertools.combinations([s.id for s in again], 2)
    assert found == {(a, b, "exact") for a, b in pairs} | {(s.id, cut.id, "contains") for s in again}


def test_a_thousand_error_pages_do_not_make_a_million_links() -> None:
    page = "Access to this page was refused. Enable scripts and cookies, then load the page again, please."
    found = list(find_links(story(f"page{n:04}", page) for n in range(1000)))
    assert len({link.b for link in found}) == 999
    assert len(found) < 100 * 1000


def test_a_link_depends_on_its_two_stories_alone() -> None:
    found = {frozenset((link.a, link.b)): link for link in find_links(STORIES.values())}
    chosen = [name for name in STORIES if name.startswith(("obeid", "segou", "snapshot", "monitor"))]
    for a, b in itertools.combinations(chosen, 2):
        pair = frozenset((a, b))
        assert linked(a, b) == ([found[pair]] if pair in found else [])


def test_the_order_of_stories_makes_no_difference() -> None:
    names = list(STORIES)
    assert set(linked(*names)) == set(linked(*reversed(names)))


def test_new_stories_are_linked_to_earlier_ones_but_earlier_ones_not_again() -> None:
    names = list(STORIES)
    old, new = tuple(names[::2]), names[1::2]
    whole = {link for link in linked(*names) if not {link.a, link.b} <= set(old)}
    assert set(linked(*new, earlier=old)) == whole


def test_workers_make_no_difference() -> None:
    stories = list(STORIES.values())[:20]
    assert list(find_links(stories, workers=2)) == list(find_links(stories))


@pytest.mark.parametrize("body", ["", "\x00" * 500, "...", "Photo: Reuters", "\ud800 broken", "[" * 100_000])
def test_stories_with_nothing_to_compare_are_left_alone(body: str) -> None:
    assert list(find_links([story("a", body), story("b", body), STORIES["djibo"]])) == []


def test_a_sentence_that_many_reports_carry_joins_none_of_them() -> None:
    footer = "\n\nThe centre compiles its figures from open sources and its own network of correspondents."
    apart = [
        "obeid",
        "djibo",
        "lashio",
        "rubaya",
        "kulgam",
        "jolo",
        "toropets",
        "baidoa",
        "kankara",
        "suwayda",
    ]
    assert list(find_links(story(name, STORIES[name].body + footer) for name in apart)) == []
