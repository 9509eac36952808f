"""Groups told of by whom they left, who leads them and what they are members of."""

from __future__ import annotations

import pytest

from brink.code.mention import Mention
from tests.code.actors.conftest import Reader


def printed(mention: Mention) -> str:
    return " + ".join(mention.label)


@pytest.mark.parametrize(
    ("sentence", "words", "label"),
    [
        ("Dissidents of the former FARC attacked a post.", "Dissidents", "FARC dissidents"),
        ("Hamas-led gunmen stormed the base.", "gunmen", "Hamas-led gunmen"),
        ("The Iran-backed militias fired rockets.", "militias", "Iran-backed militias"),
        (
            "Coalition military forces struck a depot.",
            "Coalition military forces",
            "Coalition military forces",
        ),
        ("The 3rd Brigade shelled the town.", "3rd Brigade", "3rd Brigade"),
        ("Soldiers of the 47th Mechanised Brigade shelled the town.", "Soldiers", "47th Mechanised Brigade"),
        ("Rebels of the Popular Renewal Front took the town.", "Rebels", "Popular Renewal Front"),
    ],
)
def test_a_group_is_printed_by_what_the_words_say_of_it(
    read: Reader, sentence: str, words: str, label: str
) -> None:
    assert printed(read(sentence).one(words)) == label


def test_members_of_a_force_are_that_force(read: Reader) -> None:
    story = read("Pakistan mourned. Three members of the security forces were killed near the border.")
    assert story.names("members") == story.names("security forces") == ("Pakistan Army",)


def test_who_left_a_group_is_not_that_group(read: Reader) -> None:
    assert read("ELN defectors handed over rifles.").one("ELN defectors").names == ()


def test_an_office_ending_in_an_adjective_is_one_noun(read: Reader) -> None:
    assert read("Pakistan's attorney general accused the press.").names("Pakistan's attorney general") == (
        "Pakistan",
    )


def test_a_delegate_is_called_by_name(read: Reader) -> None:
    named = read("Government Delegate Antonio Ruiz said the rebels had left.").mentions.actors[0]
    assert named.names == ("Antonio Ruiz",)
