"""Pages in scripts without spaces or with stops of their own, names with a capital inside, signed comments."""

from __future__ import annotations

import pytest

from brink.read.lines import Piece
from tests.read.layout.pages import bodies, kind_of


def piece(text: str) -> Piece:
    return Piece(start=0, end=len(text), text=text)


@pytest.mark.parametrize(
    "text",
    [
        "武装集団が町の検問所を襲い、警官三人が死亡した。",
        "مسلح افراد نے چوکی پر حملہ کیا، تین اہلکار ہلاک ہوئے۔",
        "هل توقف القتال في المدينة؟",
        "बंदूकधारियों ने चौकी पर हमला किया।",
    ],
)
def test_the_stops_of_other_scripts_close_a_sentence(text: str) -> None:
    assert piece(text).ends_sentence


def test_words_of_a_script_without_spaces_are_counted_two_letters_a_word() -> None:
    assert piece("町の検問所を襲った").words == 1 + 9 // 2


def test_a_story_in_japanese_is_text_and_its_title_is_not() -> None:
    story = "武装集団が二日夜、町の検問所を襲い、警官三人が死亡した。市長が三日、地元のラジオに語った。"
    other = "警察は五日、逃げた男たちの行方を追っていると発表した。"
    assert bodies(f"検問所襲撃\n\n{story}\n\n{other}") == [[story, other]]


def test_a_name_with_a_capital_inside_that_the_page_uses_again_is_not_cut() -> None:
    text = (
        "Drivers of buses and lorries ask ReliefMap which of the roads are open and which the army has closed.\n\n"
        "They were told by ReliefMap on Monday to wait at the river until the soldiers are gone.\n"
    )
    assert bodies(text) == [text.strip().split("\n\n")]


def test_comments_are_known_by_their_signed_lines_without_a_heading() -> None:
    story = "The mayor said on Monday that the bridge is open again and that buses full of traders cross it twice a day."
    said = "I crossed the bridge this morning with my uncle and nobody asked us for anything at all."
    signed = "{} on May {}, 2021 at 4:47 pm said:"
    other = "Traders told the radio that the price of flour has come down since then."
    text = "\n\n".join([story, other, signed.format("Ana", 3), said, signed.format("Ilir", 4), said])
    assert kind_of(said, text) == "boilerplate"
    assert [len(body) for body in bodies(text)] == [2]
