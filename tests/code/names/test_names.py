"""Names by learned weights: the best path, and where names may lie."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.code.names import weights as learned
from brink.code.names.find import Sorts, find_names
from brink.code.names.lists import listed
from brink.code.names.sort_traits import sort_traits
from brink.code.names.traits import shape
from brink.code.names.weights import Weights, best_labels
from brink.code.names.word_sorts import capital_share, word_sort
from brink.code.pipeline import load_pipeline

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")
TRAITS = ("a", "b", "c")
SMALL = st.integers(-20, 20).map(lambda n: n / 4)
ROWS = st.tuples(*[SMALL] * len(LABELS))
WEIGHTS = st.builds(
    Weights,
    st.just(LABELS),
    st.fixed_dictionaries(dict.fromkeys(TRAITS, ROWS)),
    st.tuples(*[ROWS] * len(LABELS)),
)


def total(path: tuple[str, ...], seen: list[list[str]], weights: Weights) -> float:
    places = [LABELS.index(label) for label in path]
    words = sum(
        weights.of_trait[trait][at] for at, traits in zip(places, seen, strict=True) for trait in traits
    )
    return words + sum(weights.steps[a][b] for a, b in pairwise(places))


def allowed(path: tuple[str, ...]) -> bool:
    return all(
        not label.startswith("I-") or (before[:1] in "BI" and before[2:] == label[2:])
        for before, label in zip(("O", *path), path, strict=False)
    )


@given(st.lists(st.lists(st.sampled_from(TRAITS), max_size=2), min_size=1, max_size=4), WEIGHTS)
def test_no_allowed_path_weighs_more_than_the_one_chosen(seen: list[list[str]], weights: Weights) -> None:
    chosen = tuple(best_labels(seen, weights))
    paths = [path for path in product(LABELS, repeat=len(seen)) if allowed(path)]
    assert allowed(chosen)
    assert total(chosen, seen, weights) == pytest.approx(max(total(path, seen, weights) for path in paths))


def test_no_words_have_no_labels() -> None:
    assert best_labels([], Weights(LABELS, {}, tuple((0.0,) * 5 for _ in LABELS))) == []


def test_the_longest_listed_name_counts_and_an_adjective_is_told_from_a_state() -> None:
    assert listed(["The", "South", "Sudan", "border"]) == ["", "B-state", "I-state", ""]
    assert listed(["Pakistani", "jets"]) == ["B-people of a state", ""]


def test_words_on_no_list_have_the_sort_of_their_like() -> None:
    assert [word_sort(word)[:-1] for word in ("Mozilla", "Newsday", "FALLUJAH", "Phillip", "the")] == [
        "organisation", "organisation", "place", "person", "common",
    ]  # fmt: skip
    assert (word_sort("Qwzx"), capital_share("Qwzx"), capital_share("the")) == ("?", "n", "0")


def test_the_list_of_word_sorts_is_the_one_its_card_tells_of() -> None:
    card = json.loads((learned.WEIGHTS.parent / "word_sorts.json").read_text(encoding="utf-8"))
    packed = (learned.WEIGHTS.parent / "word_sorts.txt.gz").read_bytes()
    assert card["sha256 of the list"] == hashlib.sha256(packed).hexdigest()


def test_the_sorts_of_a_run_of_capitals_are_traits_of_each_of_its_words() -> None:
    words = ["near", "Bank", "Fallujah", "fell"]
    seen = sort_traits(words, ["IN", "NNP", "NNP", "VBD"], 0, 3, opening=0)
    bank = word_sort("Bank")[:-1]
    assert f"rws={bank}|place|2" in seen[1]
    assert f"rws={bank}|place|2" in seen[2]
    assert not any(trait.startswith("rws=") for trait in seen[0])
    assert "ws1=small|place" in seen[2]


def test_shapes_by_hand() -> None:
    assert [shape(word) for word in ("al-Shabaab", "U.S.", "F-16s")] == ["x-Xx", "X.X.", "X-dx"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fatima Haidari met officials in Geneva.", [("Fatima Haidari", "person"), ("Geneva", "place")]),
        ("The Ministry of Health blamed Human Rights Watch.",
         [("Ministry of Health", "organisation"), ("Human Rights Watch", "organisation")]),
        ("The army shelled the town for two days.", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_of_plain_sentences(text: str, names: list[tuple[str, str]]) -> None:
    doc = load_pipeline()(text)
    assert [(doc[name.first : name.last].text, name.sort) for name in find_names(doc)] == names


@given(st.text(st.sampled_from("Aa b.,-’\n5É"), max_size=60))
@settings(deadline=None)
def test_names_follow_each_other_within_any_text(text: str) -> None:
    doc = load_pipeline()(text)
    ends = [0]
    for name in find_names(doc):
        assert ends[-1] <= name.first < name.last <= len(doc)
        ends.append(name.last)


def test_names_read_a_stretch_at_a_time_are_those_read_at_once() -> None:
    doc = load_pipeline()(
        "Amina Yusuf of the Ministry of Health met aid workers who had come from Goma. On Friday Human Rights "
        "Watch said in a long and angry report from Nairobi that Kofi Mensah was held."
    )
    sorts, at_once = Sorts(doc), {name.last: name.sort for name in find_names(doc)}
    assert len(at_once) > 3
    assert [sorts.ending(at) for at in range(len(doc) + 1)] == [at_once.get(at) for at in range(len(doc) + 1)]
