"""What the second coder may answer: one definition for what is asked, and for how strictly it is read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from brink.code.rows import EventType, Mode, Status
from brink.second.outcome import Failure

MOST_ROWS = 200
"""Rows of one answer from which on it is no coding but a runaway."""
DEEPEST = 8
_STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)
_LONGEST = 2_000
Words = Annotated[str, Field(min_length=1, max_length=_LONGEST)]


class Named(BaseModel):
    """A party: the words of the quote that stand for it, and its name where the report gives it."""

    model_config = _STRICT
    words: Words
    name: Words


class Range(BaseModel):
    """A number of people; `max` null is open, "at least"."""

    model_config = _STRICT
    min: Annotated[int, Field(ge=0, le=10_000_000)]
    max: Annotated[int, Field(ge=0, le=10_000_000)] | None


class Sum(BaseModel):
    """Money or material with its unit."""

    model_config = _STRICT
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    unit: Words


class Proposal(BaseModel):
    """One event as the second coder proposes it; what it leaves out, it does not say."""

    model_config = _STRICT
    quote: Words
    type: EventType
    mode: Mode | None = None
    status: Status
    actors: Annotated[list[Named], Field(max_length=12)]
    recipients: Annotated[list[Named], Field(max_length=12)]
    date: Words | None = None
    place: Words | None = None
    source: Named | None = None
    killed: Range | None = None
    injured: Range | None = None
    abducted: Range | None = None
    amount: Sum | None = None


class _Answer(BaseModel):
    model_config = _STRICT
    events: list[Proposal]


def answer_schema() -> dict[str, Any]:
    """JSON Schema of an answer, in the closed form that servers with structured output ask for."""
    schema: dict[str, Any] = _closed(_Answer.model_json_schema())
    return schema


_UNSUPPORTED = (
    "title", "description", "default", "minLength", "maxLength", "maxItems", "minimum", "maximum",
)  # fmt: skip


def _closed(schema: Any) -> Any:
    """The schema as strict servers take it: every property required, no bounds; reading keeps these."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _closed(part) for key, part in schema.items() if key not in _UNSUPPORTED}
    if "properties" in kept:
        kept["required"] = list(kept["properties"])
    return kept


def read_content(content: str) -> list[Any] | Failure:
    """The rows of an answer as they came, unread but for the list around them."""
    text = _unwrapped(content)
    if "{" not in text and "[" not in text:
        return Failure("answered in words", _start(text))
    try:
        answer = json.loads(text, parse_constant=_refuse, parse_float=_finite, object_pairs_hook=_once)
        # Half of a surrogate pair is no character: it can be neither stored nor printed.
        json.dumps(answer, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        if not text.startswith(("{", "[")):
            return Failure("answered in words", _start(text))
        return Failure("bad JSON", str(error))
    if not isinstance(answer, dict) or set(answer) != {"events"} or not isinstance(answer["events"], list):
        return Failure("wrong shape", 'an answer is {"events": [...]} and nothing else')
    if len(answer["events"]) > MOST_ROWS:
        return Failure("wrong shape", f"{len(answer['events'])} rows, more than {MOST_ROWS}")
    if _deeper(answer, DEEPEST):
        return Failure("wrong shape", f"parts within parts, more than {DEEPEST} deep")
    return list(answer["events"])


def read_proposal(row: object) -> Proposal | tuple[str, str]:
    """The row, or the cause why it is none (its first ill-formed part) with the detail."""
    try:
        return Proposal.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        at = ".".join(str(part) for part in first["loc"]) or "row"
        given = repr(first.get("input"))[:80]
        listed = {"type": "unknown type", "mode": "unknown mode", "status": "unknown status"}
        known = isinstance(row, Mapping) and at in row
        return listed.get(at, "ill-formed") if known else "ill-formed", f"{at}: {first['msg']} (got {given})"


def _unwrapped(content: str) -> str:
    """The answer without what some models put around it: thoughts before, a fence about."""
    text = content.rpartition("</think>")[2].strip()
    if text.startswith("```") and text.endswith("```") and "\n" in text:
        text = text[text.index("\n") : -3].strip()
    return text


def _start(text: str) -> str:
    said = " ".join(text[:400].split())
    return f"“{said[:120]}{'…' if len(said) > 120 else ''}”"


def _deeper(value: object, levels: int) -> bool:
    """Whether a value holds others more than so many levels deep."""
    if not isinstance(value, (dict, list)):
        return False
    inside = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_deeper(part, levels - 1) for part in inside)


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(f"{number[:20]} is too large a number")
    return value


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys come once; of two values for one key nobody knows which is meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key comes twice in one object")
    return found
