"""Figures are read far faster than sentences are parsed, on any text."""

from __future__ import annotations

import time

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from brink.code.figures import find_figures
from brink.code.figures.numbers import find_numbers
from brink.code.passage import Passage
from brink.code.pipeline import load_pipeline
from brink.dates.finding import words_of


def test_thirty_thousand_words_a_second() -> None:
    text = "Gunmen killed at least 14 soldiers and wounded 30 others near the border, and some 2,000 people fled. "
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(text * 40))
    find_figures(passage, anchor=None)
    begun = time.process_time()
    find_figures(passage, anchor=None)
    assert len(passage.doc.text.split()) / (time.process_time() - begun) > 30_000


@pytest.mark.parametrize(
    "hostile", ["12 and ", "at least ", "several ", "12 ", "between 1 and 2 to ", "a ", "$ "]
)
def test_hostile_words_are_read_in_linear_time(hostile: str) -> None:
    def seconds(times: int) -> float:
        words = words_of(hostile * times)
        begun = time.process_time()
        find_numbers(words, set())
        return time.process_time() - begun

    assert seconds(40_000) < 4 * seconds(20_000) + 0.3


def test_one_endless_sentence_is_read_in_linear_time() -> None:
    def seconds(times: int) -> float:
        words = "killed 12 men and ".split() * times
        doc = Doc(English().vocab, words=words, heads=[max(0, i - 1) for i in range(len(words))], deps=["dep"] * len(words),
                  pos=["NOUN"] * len(words), tags=["NN"] * len(words), lemmas=words)  # fmt: skip
        begun = time.process_time()
        find_figures(Passage("d", "d#1", 0, 0, doc), anchor=None)
        return time.process_time() - begun

    assert seconds(4_000) < 4 * seconds(2_000) + 0.3
