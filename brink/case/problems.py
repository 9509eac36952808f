"""Problems of a definition, said so that the person who wrote it can mend them."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from brink.case.parts.base import ID_PATTERN, NAME_PATTERN
from brink.case.yaml_text import KeyPath, YamlText
from brink.errors import BadDefinition, nearest

MOST_SHOWN = 20
_QUOTED = re.compile(r"'([^']*)'")
_PATTERNS = {
    ID_PATTERN: "may hold letters, digits, dots, dashes and underscores, and starts with a letter or digit",
    NAME_PATTERN: "must not be empty, nor start or end with a space",
}


@dataclass(frozen=True, slots=True)
class DefinitionProblem:
    """What is wrong at one key path; `message` starts with the value or a verb."""

    path: KeyPath
    message: str


Found = Iterator[DefinitionProblem]
"""What a check of a definition yields."""


def refuse(problems: Sequence[DefinitionProblem], text: YamlText, *, source: str) -> BadDefinition:
    """One error that lists every problem with its line and key path, in the order of the file."""
    placed = sorted(problems, key=lambda problem: (text.line(problem.path) or 0, repr(problem.path)))
    lines = [
        f"  line {text.line(found.path) or 1}, {shown_path(found.path)}: {found.message}"
        for found in placed[:MOST_SHOWN]
    ]
    if len(placed) > MOST_SHOWN:
        lines.append(f"  and {len(placed) - MOST_SHOWN} more")
    many = f"{len(placed)} problems" if len(placed) > 1 else "a problem"
    return BadDefinition("\n".join([f"{source} has {many}:", *lines]))


def shown_path(path: KeyPath) -> str:
    """A key path as people write it: `actors[3].kind`, counting from 0.

    >>> shown_path(("actors", 3, "kind"))
    'actors[3].kind'
    """
    shown = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return shown.removeprefix(".") or "the file"


def shown_value(value: Any) -> str:
    """A value short enough for one line."""
    text = repr(value)
    return text if len(text) <= 70 else f"{text[:67]}..."


def problems_of(wrong: ValidationError, root: type[BaseModel]) -> list[DefinitionProblem]:
    """Pydantic's findings in the words of this file."""
    return [_problem(error, root) for error in wrong.errors(include_url=False)]


def _problem(error: Any, root: type[BaseModel]) -> DefinitionProblem:
    path: KeyPath = tuple(part for part in error["loc"] if part != "[key]")
    kind, value = error["type"], error.get("input")
    if kind == "missing":
        return DefinitionProblem(path, f"is missing; {_known_keys(root, path)}")
    if kind == "extra_forbidden":
        known = _keys(root, path[:-1])
        message = f"is not a key here; {_known_keys(root, path)}{nearest(str(path[-1]), known)}"
        return DefinitionProblem(path, message)
    if kind == "literal_error":
        allowed = _QUOTED.findall(error["ctx"]["expected"])
        hint = nearest(str(value), allowed) or _holding(str(value), allowed)
        message = f"{shown_value(value)} is not allowed; allowed: {', '.join(allowed)}{hint}"
        return DefinitionProblem(path, message)
    if kind == "value_error":
        said = str(error["ctx"]["error"])
        return DefinitionProblem(path, said if isinstance(value, dict) else f"{shown_value(value)} {said}")
    return DefinitionProblem(path, f"{shown_value(value)}: {_in_words(error)}")


def _holding(word: str, allowed: Sequence[str]) -> str:
    held = [name for name in allowed if len(word) > 2 and word.casefold() in name.casefold()]
    return f"; did you mean {' or '.join(held[:3])}?" if held else ""


def _in_words(error: Any) -> str:
    message = str(error["msg"])
    words = {
        "string_too_short": "is too short to say anything",
        "string_type": "must be text; put it in quotes",
        "bool_type": "must be true or false",
        "bool_parsing": "must be true or false",
        "tuple_type": "must be a list, one item a line, each after a dash",
        "dict_type": "must be a mapping of key: value",
        "model_type": "must be a mapping of key: value",
        "float_parsing": "must be a number",
        "float_type": "must be a number",
        "int_parsing": "must be a whole number",
        "int_type": "must be a whole number",
        "string_pattern_mismatch": _PATTERNS.get(error.get("ctx", {}).get("pattern"), message),
    }
    return words.get(error["type"], message[:1].lower() + message[1:])


def _known_keys(root: type[BaseModel], path: KeyPath) -> str:
    return f"keys here: {', '.join(_keys(root, path[:-1]))}"


def _keys(root: type[BaseModel], path: KeyPath) -> list[str]:
    found = _model_at(root, path)
    names = [field.alias or name for name, field in found.model_fields.items()]
    return sorted(names, key=lambda name: name in ("source", "assumption"))


def _model_at(root: type[BaseModel], path: KeyPath) -> type[BaseModel]:
    """The model that describes the mapping at a path; numbers in the path are places in lists."""
    found = root
    for part in path:
        for name, field in found.model_fields.items():
            if part in (name, field.alias) and (inner := _inner_model(field.annotation)) is not None:
                found = inner
    return found


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside: Iterable[Any] = typing.get_args(annotation)
    return next((found for part in inside if (found := _inner_model(part)) is not None), None)
