"""Laws that hold for any text: offsets, order, determinism, hostile input."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.names import NameTrie, names_of
from brink.code.actors.spelling import fold
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from tests.code.actors.conftest import Reader
from tests.growth import cost_ratio

PIECES = st.sampled_from(
    ["the", "TTP", "Taliban", "Pakistan", "'s", "-", "(", ")", "said", "Kabul", "army", "its", "he", ",", "and",
     "US", "of", "Gen.", "Khan", "\u201c", "\u201d", "we", "aka", "Front", "both sides", ".", "\n", "x" * 40, "\u0130"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25))
@settings(max_examples=60, deadline=None)
def test_mentions_never_overlap_and_always_give_a_reason(words: list[str]) -> None:
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(" ".join(words)))
    mentions = find_actors([passage], Setting("d", "d#1", None), Gazetteer.load()).actors
    spans = [(m.first, m.last) for m in mentions]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(m.first <= m.head < m.last and m.because for m in mentions)
    assert all(m.surface or (m.how == "pronoun" and not m.label) for m in mentions)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_a_hyphen_may_be_left_out_but_never_put_in(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entry("TTP")
    assert entry is not None
    trie = NameTrie(names_of(entry))
    loose, joined = ["Tehreek", "e", "Taliban", "Pakistan"], ["Pakistan", "-", "Taliban"]
    assert trie.longest([fold(w) for w in loose], loose, 0) is not None
    assert trie.longest([fold(w) for w in joined], joined, 0) is None


def test_the_same_story_reads_the_same_twice(read: Reader) -> None:
    text = "Chad's army and Boko Haram fought near the lake. Both sides lost men, the Red Cross said."
    assert read(text).mentions.actors == read(text).mentions.actors


def test_an_empty_story_has_no_mentions(nlp: Language) -> None:
    passages = [Passage("d", "d#1", 0, 0, nlp(text)) for text in ("", " \n ")]
    assert find_actors(passages, Setting("d", "d#1", None), Gazetteer.load()).actors == []


def cost_of_eight_times_as_much(short: Doc, long: Doc) -> float:
    gazetteer = Gazetteer.load()

    def read(doc: Doc) -> object:
        return find_actors([Passage("d", "d#1", 0, 0, doc)], Setting("d", "d#1", None), gazetteer)

    return cost_ratio(lambda: read(short), lambda: read(long))


def test_eight_times_the_brackets_cost_nowhere_near_sixty_four_times_as_much(nlp: Language) -> None:
    short, long = (nlp("(" * times + " Mali (" + ")" * times) for times in (125, 1000))
    assert cost_of_eight_times_as_much(short, long) < 24


def test_a_sentence_eight_times_as_long_costs_nowhere_near_sixty_four_times_as_much(nlp: Language) -> None:
    short, long = (
        nlp("he said they and the group and its army told the TTP that we " * times) for times in (25, 200)
    )
    assert cost_of_eight_times_as_much(short, long) < 24
