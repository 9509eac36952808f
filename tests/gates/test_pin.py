"""Floors of quality go up freely and down only when it is said aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gates import pin
from tests.gates.pin import Pin, digest, lowered, shortfalls


def test_a_figure_below_its_floor_is_named() -> None:
    assert shortfalls(Pin("a", {"f1": 0.9}), Pin("a", {"f1": 0.8999})) == [
        "f1 is 0.8999, below its floor 0.9000"
    ]


def test_a_figure_at_its_floor_holds() -> None:
    assert shortfalls(Pin("a", {"f1": 0.9}), Pin("a", {"f1": 0.9, "new": 0.1})) == []


def test_a_changed_corpus_does_not_hold() -> None:
    assert "corpus" in shortfalls(Pin("a", {}), Pin("b", {}))[0]


def test_a_figure_no_longer_measured_counts_as_lowered() -> None:
    assert lowered(Pin("a", {"f1": 0.0, "recall": 0.5}), Pin("a", {"recall": 0.6})) == ["f1"]


def test_the_digest_sees_a_changed_byte(tmp_path: Path) -> None:
    file = tmp_path / "page.yaml"
    file.write_text("one")
    before = digest([file])
    file.write_text("two")
    assert digest([file]) != before


def test_an_update_lowers_a_floor_only_when_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pins.json"
    pin.write_pins({"gate": Pin("a", {"f1": 0.9})}, path)
    monkeypatch.setattr(pin, "measure", lambda gate: Pin("a", {"f1": 0.5}))
    assert pin.main(["gate", "--update"], path) == 1
    assert pin.read_pins(path)["gate"].floors == {"f1": 0.9}
    assert pin.main(["gate", "--update", "--allow-regression"], path) == 0
    assert pin.read_pins(path)["gate"].floors == {"f1": 0.5}
