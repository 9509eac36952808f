"""Names whose family name stands first, and given names of two parts."""

from __future__ import annotations

from tests.code.actors.conftest import Reader


def test_a_family_name_that_stands_first_goes_back_to_its_bearer(read: Reader) -> None:
    story = read("Kim Jong Un supervised a test. Kim vowed to expand his arsenal.")
    assert story.names("Kim") == ("Kim Jong Un",)


def test_a_first_word_of_two_bearers_names_neither(read: Reader) -> None:
    story = read("Lee Jae-myung met Lee Nak-yon. Lee left.")
    assert story.names("Lee") == ()


def test_a_given_name_of_two_parts_is_kept_whole(read: Reader) -> None:
    story = read("Foreign Minister Cho Tae-yul said the decision was wrong. Cho met Wang Yi.")
    assert story.names("Cho") == ("Cho Tae-yul",)


def test_what_a_group_is_linked_to_is_no_part_of_a_name(read: Reader) -> None:
    story = read("Al Shabaab-linked gunmen attacked Baidoa.")
    assert all("linked" not in name for mention in story.mentions.actors for name in mention.names)
