"""The lists of words that come with the coder: each is asked for, and none stands twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import brink.code
from brink.code.wordlists import word_lists
from brink.shipped import shipped_words

CODE = Path(brink.code.__file__).parent
ASKED = re.compile(r'word_lists\(\s*"brink\.code\.(\w+)"(?:, "([\w./]+)")?')
FILES = sorted(
    {
        (package, name or "words.yaml")
        for module in CODE.glob("*/*.py")
        for package, name in ASKED.findall(module.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize(("package", "name"), FILES)
def test_every_list_is_asked_for(package: str, name: str):
    code = "".join(
        text
        for module in (CODE / package).glob("*.py")
        if "word_lists" in (text := module.read_text(encoding="utf-8"))
    )
    lists = word_lists(f"brink.code.{package}", name)
    assert {heading for heading in lists if f'["{heading}"]' not in code} == set()


@pytest.mark.parametrize(("package", "name"), FILES)
def test_no_word_stands_twice_in_a_list(package: str, name: str):
    lists = shipped_words(f"brink.code.{package}", name)
    twice = {heading: [w for w, n in Counter(words).items() if n > 1] for heading, words in lists.items()}
    assert {heading: words for heading, words in twice.items() if words} == {}


def test_no_two_lists_hold_the_same_words():
    lists = [
        (f"{package}/{heading}", words)
        for package, name in FILES
        for heading, words in word_lists(f"brink.code.{package}", name).items()
    ]
    same = Counter(words for _, words in lists)
    assert [heading for heading, words in lists if same[words] > 1] == []
