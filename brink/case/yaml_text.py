"""YAML as plain values with the line each came from; nothing in the text can run or blow up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from brink.errors import BadDefinition

MOST_CHARACTERS = 5_000_000
MOST_DEPTH = 40
MOST_VALUES = 200_000
"""Values after every alias is written out, so that nested anchors cannot multiply without end."""

KeyPath = tuple[str | int, ...]

_INT = re.compile(r"[-+]?\d{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][-+]?\d{1,3})?")
_KINDS = ("str", "null", "bool", "int", "float", "timestamp", "value", "seq", "map")
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in _KINDS)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlText:
    """Plain values of a YAML text, and the line (from 1) of each key path."""

    value: Any
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int | None:
        """The line of a path, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if (found := self.lines.get(path[:length])) is not None:
                return found
        return None


def read_yaml(text: str, *, source: str) -> YamlText:
    """The values of a YAML text, where `no`, `off` and dates stay the words they were written as.

    YAML 1.1 would make a boolean of the country code NO and a number of 12:30; here only
    `true`, `false`, `null` and decimal numbers are more than text.

    Raises
    ------
    BadDefinition
        When the text is not YAML, repeats a key, carries a tag, or grows beyond the bounds.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadDefinition(
            f"{source} has {len(text):,} characters; a definition may have {MOST_CHARACTERS:,}"
        )
    try:
        _check_depth(text, source)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as wrong:
        raise BadDefinition(_not_yaml(wrong, source)) from None
    except UnicodeEncodeError as wrong:
        raise BadDefinition(f"{source} holds half a character at {wrong.start}; save it as UTF-8") from None
    reader = _Reader(source)
    reader.check_size(root)
    return YamlText(reader.plain(root, ()) if root is not None else None, reader.lines)


def _line(thing: Any) -> int:
    """The line, from 1, on which a node or event of the YAML begins."""
    return int(thing.start_mark.line) + 1


def _check_depth(text: str, source: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MOST_DEPTH:
                raise BadDefinition(
                    f"{source}, line {_line(event)}: lists and mappings are nested more than "
                    f"{MOST_DEPTH} deep; write them flatter"
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _not_yaml(wrong: yaml.YAMLError, source: str) -> str:
    mark = getattr(wrong, "problem_mark", None)
    where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    what = getattr(wrong, "problem", None) or str(wrong).splitlines()[0]
    return f"{source}{where}: this is not YAML: {what}; check indentation, colons and quotes"


class _Reader:
    """One walk over the node tree of a text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines: dict[KeyPath, int] = {}
        self._sizes: dict[int, int] = {}
        self._open: set[int] = set()

    def _bad(self, node: Any, what: str) -> BadDefinition:
        return BadDefinition(f"{self.source}, line {node.start_mark.line + 1}: {what}")

    def check_size(self, node: Any) -> int:
        """How many values a node stands for once its aliases are written out."""
        if not isinstance(node, yaml.CollectionNode):
            return 1
        if id(node) in self._open:
            raise self._bad(node, "an anchor contains itself; write the values out")
        if (known := self._sizes.get(id(node))) is not None:
            return known
        self._open.add(id(node))
        pairs = isinstance(node, yaml.MappingNode)
        parts = [part for pair in node.value for part in pair] if pairs else node.value
        size = 1 + sum(self.check_size(part) for part in parts)
        self._open.discard(id(node))
        if size > MOST_VALUES:
            raise self._bad(
                node,
                f"anchors and aliases stand for more than {MOST_VALUES:,} values; write out the few you need",
            )
        self._sizes[id(node)] = size
        return size

    def plain(self, node: Any, path: KeyPath) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        self._check_tag(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(part, (*path, place)) for place, part in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: Any, path: KeyPath) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._bad(key_node, "a key must be a word, not a list or a mapping")
            self._check_tag(key_node)
            key: Any = self._scalar(key_node)
            if key in found:
                raise self._bad(key_node, f"{key!r} stands twice in one mapping; keep one")
            self.lines[(*path, key)] = _line(key_node)
            found[key] = self.plain(value_node, (*path, key))
        return found

    def _check_tag(self, node: Any) -> None:
        if node.tag == "tag:yaml.org,2002:merge":
            raise self._bad(node, "merge keys (<<) are not read; write the values out")
        if node.tag not in _TAGS:
            raise self._bad(node, f"the tag {node.tag!r} is not allowed; write plain values only")

    def _scalar(self, node: Any) -> str | int | float | bool | None:
        word = str(node.value)
        quoted = node.style in ("'", '"', "|", ">")
        return word if quoted or node.tag == "tag:yaml.org,2002:str" else _plain_word(word)


def _plain_word(word: str) -> str | int | float | bool | None:
    if word in ("", "~", "null", "Null", "NULL"):
        return None
    if word in ("true", "True", "TRUE"):
        return True
    if word in ("false", "False", "FALSE"):
        return False
    # A leading zero marks an identifier ("007"), not a quantity.
    if _INT.fullmatch(word) and not re.match(r"[-+]?0\d", word):
        return int(word)
    return float(word) if _FLOAT.fullmatch(word) and not re.match(r"[-+]?0\d", word) else word
