"""One report is one family, however far its copies are from each other."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from brink.read.copies import families
from brink.read.story import CopyLink

NAMES = [f"s{n}" for n in range(8)]


def link(a: str, b: str, relation: str = "near", score: float = 0.9) -> CopyLink:
    return CopyLink(a, b, relation, score, "for the test")  # type: ignore[arg-type]


def members(names: Iterable[str], *links: CopyLink) -> set[tuple[str, ...]]:
    return {family.members for family in families(list(names), links).values()}


LINKS = st.lists(
    st.builds(
        link,
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.sampled_from(["exact", "near", "re-spun", "contains"]),
    ).filter(lambda made: made.a != made.b)
)


def test_copies_of_copies_are_one_family_with_the_earliest_as_original() -> None:
    found = families(["a", "b", "c", "d"], [link("b", "c"), link("a", "b")])
    assert found["c"].members == ("a", "b", "c")
    assert found["c"].original == "a"
    assert found["d"].members == ("d",)


def test_a_copy_names_the_closest_earlier_member() -> None:
    found = families(
        ["a", "b", "c"], [link("a", "c", "re-spun", 1.0), link("b", "c", "near", 0.6), link("a", "b")]
    )
    assert found["c"].copy_of("c") == "b"
    assert found["c"].copy_of("a") is None


def test_a_round_up_does_not_join_the_stories_it_holds() -> None:
    apart = members(
        ["raid", "vote", "page"], link("page", "raid", "contains"), link("page", "vote", "contains")
    )
    assert apart == {("raid", "page"), ("vote",)}


def test_excerpts_of_one_earlier_story_are_one_family() -> None:
    together = members(
        ["whole", "top", "end"], link("whole", "top", "contains"), link("whole", "end", "contains")
    )
    assert together == {("whole", "top", "end")}


def test_a_page_holding_two_copies_of_one_story_joins_them() -> None:
    links = [link("a", "b", "re-spun"), link("page", "a", "contains"), link("page", "b", "contains")]
    assert members(["a", "b", "page"], *links) == {("a", "b", "page")}


def test_links_to_stories_of_another_case_are_left_out() -> None:
    assert members(["a", "b"], link("a", "elsewhere"), link("elsewhere", "b")) == {("a",), ("b",)}


@given(LINKS)
def test_every_story_has_one_family_and_every_copy_an_earlier_source(links: list[CopyLink]) -> None:
    found = families(NAMES, links)
    assert sorted(name for group in {family.members for family in found.values()} for name in group) == NAMES
    for name, family in found.items():
        source = family.copy_of(name)
        assert source is None if name == family.original else NAMES.index(source or "") < NAMES.index(name)


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_links_makes_no_difference(links: list[CopyLink], chance: object) -> None:
    shuffled = list(links)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert families(NAMES, shuffled) == families(NAMES, links)
