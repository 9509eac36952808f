"""The word lists of stance say what they seem to say."""

from __future__ import annotations

from brink.code.stance.lexicon import attribution_words, certainty_words, modality


def test_the_word_no_is_a_word_and_not_a_truth_value() -> None:
    assert "no" in modality().negative_determiners


def test_every_outlook_verb_can_hold_a_statement() -> None:
    assert modality().outlook - attribution_words().verbs <= {"bet"}


def test_a_preposition_belongs_to_one_effect() -> None:
    assert modality().preposition["ahead of"] == "planned"
    assert modality().preposition["after"] == "happened"


def test_hearsay_adverbs_are_also_ranked_by_certainty() -> None:
    assert set(certainty_words().hearsay) <= set(certainty_words().adverb)
