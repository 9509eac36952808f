"""The cost of reading figures grows with the length of a text, whatever the text."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from brink.code.figures import find_figures
from brink.code.figures.numbers import find_numbers
from brink.code.passage import Passage
from brink.dates.finding import words_of
from tests.growth import cost_ratio


@pytest.mark.parametrize(
    "hostile", ["12 and ", "at least ", "several ", "12 ", "between 1 and 2 to ", "a ", "$ "]
)
def test_eight_times_the_hostile_words_cost_nowhere_near_sixty_four_times_as_much(hostile: str) -> None:
    short, long = words_of(hostile * 750), words_of(hostile * 6_000)
    assert cost_ratio(lambda: find_numbers(short, set()), lambda: find_numbers(long, set())) < 24


def test_a_sentence_eight_times_as_long_costs_nowhere_near_sixty_four_times_as_much() -> None:
    def sentence(times: int) -> Passage:
        words = "killed 12 men and ".split() * times
        doc = Doc(English().vocab, words=words, heads=[max(0, i - 1) for i in range(len(words))], deps=["dep"] * len(words),
                  pos=["NOUN"] * len(words), tags=["NN"] * len(words), lemmas=words)  # fmt: skip
        return Passage("d", "d#1", 0, 0, doc)

    short, long = sentence(150), sentence(1_200)
    assert cost_ratio(lambda: find_figures(short, anchor=None), lambda: find_figures(long, anchor=None)) < 24
