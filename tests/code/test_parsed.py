"""A parsed text says of its words what spaCy says of them."""

from __future__ import annotations

import pytest

from brink.code.grammar import clause, governor
from brink.code.parsed import Doc
from brink.code.pipeline import load_pipeline

TEXT = (
    'Gunmen who crossed  from Chad killed 12 farmers, police said. "We won\'t leave," said the '
    "mayor of al-Fasher; aid workers, however, did on 3 May"
)
OF_A_WORD = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "whitespace_", "text_with_ws", "is_alpha",
    "is_punct", "is_space", "is_quote", "is_title", "like_num",
)  # fmt: skip


@pytest.fixture(scope="module")
def both():
    source = load_pipeline()(TEXT)
    return source, Doc(source)


@pytest.mark.parametrize("asked", OF_A_WORD)
def test_every_word_is_described_as_spacy_describes_it(both, asked):
    source, doc = both
    assert [getattr(token, asked) for token in doc] == [getattr(token, asked) for token in source]


@pytest.mark.parametrize("asked", ["children", "lefts", "rights", "subtree", "sent"])
def test_every_word_has_the_words_around_it_that_spacy_gives_it(both, asked):
    read = [[[one.i for one in getattr(token, asked)] for token in text] for text in both]
    assert read[0] == read[1]


@pytest.mark.parametrize("asked", ["head", "left_edge", "right_edge"])
def test_every_word_has_the_head_and_edges_that_spacy_gives_it(both, asked):
    read = [[getattr(token, asked).i for token in text] for text in both]
    assert read[0] == read[1]


@pytest.mark.parametrize(("first", "last"), [(0, 4), (3, 99), (-5, -1), (6, 2), (9, 10)])
def test_words_in_a_row_are_those_that_spacy_cuts_out(both, first, last):
    read = [(cut.start, cut.end, cut.text, cut.start_char, cut.end_char, [t.i for t in cut[1:3]]) for cut
            in (text[first:last] for text in both)]  # fmt: skip
    assert read[0] == read[1]


def test_sentences_and_their_roots_are_those_of_spacy(both):
    read = [[(one.start, one.end, one.root.i) for one in text.sents] for text in both]
    assert read[0] == read[1]


def test_the_root_of_any_words_in_a_row_is_that_of_spacy(both):
    source, doc = both
    rows = [(first, last) for first in range(len(doc)) for last in range(first + 1, len(doc) + 1)]
    assert [doc[a:b].root.i for a, b in rows] == [source[a:b].root.i for a, b in rows]


def test_a_word_is_an_ancestor_of_what_hangs_below_it_and_not_of_itself(both):
    _, doc = both
    killed = next(token for token in doc if token.text == "killed")
    below = {token.i for token in killed.subtree} - {killed.i}
    assert {token.i for token in doc if killed.is_ancestor(token)} == below


def test_an_empty_text_has_no_words_and_no_sentences():
    doc = Doc(load_pipeline()(""))
    assert (len(doc), list(doc), doc.sents, doc.text) == (0, [], (), "")


def test_the_governor_of_each_word_of_a_clause_is_the_head_of_that_clause(both):
    _, doc = both
    for token in doc:
        assert governor(governor(token)) == governor(token)
        assert token in clause(governor(token))
