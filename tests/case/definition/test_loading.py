"""A definition says who acts, what is believed and what could be done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.case.definition import Definition
from brink.case.yaml_text import read_yaml
from brink.dates import DateInterval
from brink.errors import BadDefinition

SAHEL = """
title: Central Sahel
as_of: 2023-09-30
home: ML
actors:
  - name: JNIM
    kind: group
    country: ML
    aliases: [Jama'at Nusrat al-Islam wal-Muslimin]
    source: its founding statement of 2017
  - name: Niger junta
    kind: government
    country: NE
    dated: [{name: the government in Niamey, from: 2023-07-26}]
  - name: Government of Niger
    kind: government
    country: NE
    dated: [{name: the government in Niamey, until: 2023-07-26}]
ties:
  - {a: JNIM, b: Niger junta, relation: enemy, sign: "-", source: UCDP}
"""


def test_a_name_may_change_hands_on_the_day_of_a_coup() -> None:
    entries = {entry.name: entry for entry in Definition.parse(SAHEL, source="case.yaml").actor_entries()}
    assert entries["Niger junta"].dated[0].start == date(2023, 7, 26)
    assert entries["Government of Niger"].dated[0].end == date(2023, 7, 26)


def test_actor_entries_keep_the_order_of_the_file_and_who_decided() -> None:
    entries = Definition.parse(SAHEL, source="case.yaml").actor_entries()
    assert [entry.name for entry in entries] == ["JNIM", "Niger junta", "Government of Niger"]
    assert entries[0].source == "its founding statement of 2017"


def test_norway_is_a_country_and_off_is_a_word() -> None:
    norway = (
        "title: The north\nas_of: 2022-01-31\nhome: NO\nactors:\n  - {name: off, kind: group, country: NO}\n"
    )
    definition = Definition.parse(norway, source="case.yaml")
    assert (definition.home, definition.actors[0].name) == ("NO", "off")


def test_a_story_can_be_dated_by_hand_as_an_interval() -> None:
    text = SAHEL + "stories:\n  page.txt#2: {date: 2022-04, because: cut off by the scanner}\n"
    entry = Definition.parse(text, source="case.yaml").stories["page.txt#2"]
    assert entry.date == DateInterval.month(2022, 4)


def test_sections_left_empty_count_as_not_there() -> None:
    assert Definition.parse(SAHEL + "outlets:\nseries:\n", source="case.yaml").outlets == ()


def test_a_definition_loads_from_its_file_or_its_folder(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("\ufeff" + SAHEL, encoding="utf-8")
    assert Definition.load(tmp_path) == Definition.load(tmp_path / "case.yaml")


@pytest.mark.parametrize("content", [b"title: caf\xe9\nas_of: 2022-01-01\n", b"\xff\xfe\x00"])
def test_a_file_in_another_encoding_is_named_with_its_first_bad_byte(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "case.yaml").write_bytes(content)
    with pytest.raises(BadDefinition, match="not UTF-8 at byte"):
        Definition.load(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadDefinition, match=r"case\.yaml cannot be read: No such file"):
        Definition.load(tmp_path / "case.yaml")


@given(st.text(min_size=3).filter(lambda title: len(" ".join(title.split())) >= 3 and title.isprintable()))
def test_a_blank_case_loads_whatever_its_title(title: str) -> None:
    loaded = Definition.parse(Definition.blank(title, date(2024, 2, 29)), source="case.yaml")
    assert (loaded.title, loaded.as_of) == (" ".join(title.split()), date(2024, 2, 29))


def test_the_examples_in_a_blank_case_load_once_the_marks_are_taken_off() -> None:
    """The commented examples are a definition too, so that a person can rely on them."""
    lines = Definition.blank("Example", date(2022, 12, 31)).splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("lanes:"))
    shown = [line[1:] if line.startswith("#  ") else line for line in lines[first:]]
    text = "\n".join(["title: Example", "as_of: 2022-12-31", *shown])
    sections = "lanes actors shared_names ties outlets hypotheses weighed tripwires forecasts".split()
    for name in sections:
        text = text.replace(f"\n{name}: []", f"\n{name}:").replace(f"{name}: []\n", f"{name}:\n")
    text = text.replace("stories: {}", "stories:").replace("#     from:", "     from:")
    others = "\n".join(f"- {{name: {name}, kind: group}}" for name in ("Example Coalition", "Other Front"))
    text = text.replace("actors:\n", f"actors:\n{others}\n".replace("\n- ", "\n  - "))
    text = text.replace("prior: 0.5", "prior: 1.0")
    definition = Definition.parse(text, source="blank")
    assert definition.tripwires[0].id == "mass-casualty-attack"
    assert definition.forecasts[0].probability == 0.2


def test_lines_are_known_for_every_value() -> None:
    read = read_yaml("a:\n  - b: 1\n  - c: 2\n", source="x")
    assert (read.line(("a", 1, "c")), read.line(("a", 1, "missing"))) == (3, 3)


def test_numbers_with_leading_zeros_stay_text() -> None:
    assert read_yaml("a: 007\nb: 7\nc: -0.5\nd: 12:30\ne: 2022-04\n", source="x").value == {
        "a": "007", "b": 7, "c": -0.5, "d": "12:30", "e": "2022-04",
    }  # fmt: skip
