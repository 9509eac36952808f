"""A definition from a stranger can be wrong, but it cannot run, hang or fill the memory."""

from __future__ import annotations

import pytest

from brink.case.yaml_text import read_yaml
from brink.errors import BadDefinition


def refused(text: str) -> str:
    with pytest.raises(BadDefinition) as wrong:
        read_yaml(text, source="case.yaml")
    return str(wrong.value)


def test_anchors_that_multiply_are_counted_before_they_are_written_out() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert "anchors and aliases stand for more than 200,000 values" in refused("\n".join(levels))


def test_a_few_aliases_are_written_out() -> None:
    assert read_yaml("a: &x [1, 2]\nb: *x\n", source="x").value == {"a": [1, 2], "b": [1, 2]}


def test_an_anchor_inside_itself_is_refused() -> None:
    assert "an anchor contains itself" in refused("a: &x [1, *x]\n")


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_depth_is_bounded(text: str) -> None:
    assert "nested more than 40 deep" in refused(text)


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system ['true']", "!ruby/x 1", "!!binary aGk="])
def test_tags_make_nothing(tag: str) -> None:
    assert "is not allowed; write plain values only" in refused(f"title: {tag}\n")


def test_a_key_that_stands_twice_is_named_with_its_line() -> None:
    assert "line 3: 'title' stands twice in one mapping; keep one" in refused(
        "title: a\nas_of: b\ntitle: c\n"
    )


def test_merge_keys_are_not_read() -> None:
    assert "merge keys (<<) are not read" in refused("a: &x {b: 1}\nc:\n  <<: *x\n")


def test_broken_yaml_is_placed() -> None:
    assert "case.yaml, line 2" in refused("a: [1\nb: 2\n")


def test_a_huge_text_is_refused_unread() -> None:
    assert "has 6,000,000 characters" in refused("x" * 6_000_000)


@pytest.mark.parametrize("text", ["\x00", "a: \x07", "\ud800"])
def test_characters_that_are_no_text_are_refused(text: str) -> None:
    refused(text)
