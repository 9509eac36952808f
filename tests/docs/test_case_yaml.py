"""The page on case.yaml names every key, nothing else, and its examples do what it says."""

from __future__ import annotations

import re
import typing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from brink.case.definition import Definition
from brink.case.parts.base import Window
from brink.errors import BadDefinition

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "case-yaml.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", PAGE, flags=re.MULTILINE))
SHARED = "\n".join(re.findall(r"^### .+\n(?:(?!^##).*\n)*", PAGE, flags=re.MULTILINE))
OF_INDICATORS = {"tripwires"}
"""Sections whose keys the page says are those of indicators."""


def inner(annotation: Any) -> type[BaseModel] | None:
    """The mapping that a key holds, or holds a list of; a length of time is written as text."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return None if annotation is Window else annotation
    return next((found for part in typing.get_args(annotation) if (found := inner(part))), None)


def keys(model: type[BaseModel]) -> set[str]:
    """Every key of a mapping and of the mappings below it, as people write them."""
    found = set()
    for name, field in model.model_fields.items():
        found.add(field.alias or name)
        below = inner(field.annotation)
        found |= keys(below) if below else set()
    return found


SECTION_MODELS = {
    name: model
    for name, field in Definition.model_fields.items()
    if (model := inner(field.annotation)) is not None
}


def test_every_key_of_the_file_is_on_the_page():
    scalar = set(Definition.model_fields) - set(SECTION_MODELS)
    assert scalar - _named(SECTIONS["The case"]) == set()
    assert set(SECTION_MODELS) - set(SECTIONS) == set()


@pytest.mark.parametrize("section", sorted(SECTION_MODELS))
def test_every_key_of_a_section_is_in_its_part_of_the_page(section: str):
    text = SECTIONS["indicators" if section in OF_INDICATORS else section]
    assert keys(SECTION_MODELS[section]) - _named(text) - _named(SHARED) == set()


def test_no_table_names_a_key_that_does_not_exist():
    first_cells = re.findall(r"^\| (`[^|]+) \|", PAGE, flags=re.MULTILINE)
    assert {key for cell in first_cells for key in _named(cell)} - keys(Definition) == set()


def test_the_examples_together_are_one_valid_file():
    examples = re.findall(r"^```yaml\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
    made = Definition.parse("\n".join(examples), source="the page")
    assert {name for name in SECTION_MODELS if not getattr(made, name)} == set()


@pytest.mark.parametrize("place", [0, 1])
def test_errors_look_as_shown(place: int):
    wrong = re.findall(
        r"^```yaml wrong\n(.*?)^```.*?^```text\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL
    )
    text, shown = wrong[place]
    with pytest.raises(BadDefinition) as refused:
        Definition.parse(text, source="sahel/case.yaml")
    assert str(refused.value) == shown.strip()


def _named(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", text))
