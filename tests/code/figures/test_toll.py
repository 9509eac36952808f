"""The figures of a clause become one count, nobody counted twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.code.figures import toll
from brink.code.figures.fates import Role
from brink.code.rows import Count, Figure
from tests.code.figures.conftest import Figures

ANYWHERE = (0, 10_000)


@pytest.mark.parametrize(
    ("text", "role", "low", "high"),
    [
        (
            "Gunmen abducted 17 nurses (16 Kenyans and one Ugandan), including five interns.",
            "abducted",
            17,
            17,
        ),
        ("The blast killed 13 marines and 170 Malians.", "killed", 183, 183),
        ("The gunman killed himself and two others.", "killed", 3, 3),
        ("Eleven soldiers, five policemen and at least 30 militants have been killed.", "killed", 46, None),
        ("The ministry said 11 people, including 3 children, died in the shelling.", "killed", 11, 11),
        ("The strike killed 47 civilians, 39 of them women and children.", "killed", 47, 47),
        ("Seven people, among them a pregnant woman, were shot dead in Buenaventura.", "killed", 7, 7),
        ("A soldier and two guides were killed in the ambush.", "killed", 3, 3),
        ("An ambush near Djibo left 14 soldiers and four volunteers dead.", "killed", 18, 18),
        ("The attackers abducted more than 280 pupils and a teacher.", "abducted", 282, None),
        ("Police arrested 1,200 protesters, 300 of them minors.", "arrested", 1200, 1200),
        ("The army says it killed 40 rebels, while residents put the toll at 15.", "killed", 15, 40),
    ],
)
def test_totals_parts_and_joint_tolls(
    figures: Figures, text: str, role: Role, low: int, high: int | None
) -> None:
    assert toll(figures(text), role=role, span=ANYWHERE) == Count(low, high)


def test_killed_and_wounded_are_kept_apart(figures: Figures) -> None:
    found = figures("A bomb in Mandera left at least 12 people dead and 30 others injured.")
    assert toll(found, role="killed", span=ANYWHERE) == Count(12, None)
    assert toll(found, role="injured", span=ANYWHERE) == Count(30, 30)


def test_no_figures_is_no_count(figures: Figures) -> None:
    assert toll(figures("The army freed 12 hostages."), role="killed", span=ANYWHERE) is None


def test_figures_outside_the_span_are_left_out(figures: Figures) -> None:
    text = "A mine killed two farmers. A drone killed nine soldiers."
    second = 100 + text.index("A drone")
    assert toll(figures(text), role="killed", span=(second, 100 + len(text))) == Count(9, 9)


def test_a_part_alone_in_the_span_counts() -> None:
    part = Figure(
        start=50, end=51, text="3", value=3, low=3, high=3, unit="people", of="", role="killed", part_of=10
    )
    assert toll([part], role="killed", span=(40, 60)) == Count(3, 3)


COUNTS = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500) | st.none()), min_size=1, max_size=6)


@given(COUNTS, st.booleans())
def test_a_toll_lies_between_its_least_and_the_sum_of_its_most(
    counts: list[tuple[int, int | None]], joint: bool
) -> None:
    figures = [
        Figure(start=at, end=at + 1, text="", value=low, low=low, high=None if more is None else low + more, unit="people",
               of="", role="killed", joins=0 if joint and at else None)
        for at, (low, more) in enumerate(counts)
    ]  # fmt: skip
    found = toll(figures, role="killed", span=(0, 100))
    assert found is not None
    assert min(low for low, _ in counts) <= found.min <= sum(low for low, _ in counts)
    assert (found.max is None) == any(more is None for _, more in counts)
    assert found.max is None or found.min <= found.max
