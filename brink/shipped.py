"""The YAML files that come with the package: word lists, scales, tables."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, cast

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def shipped_yaml(package: str, name: str) -> Any:
    """A YAML file of a package, as plain values; `name` is its path below the package's folder."""
    return yaml.load(_text(package, name), Loader=_LOADER)


def shipped_words(package: str, name: str) -> dict[str, Any]:
    """A YAML file of words by kind, in which every scalar stays a string.

    YAML 1.1 would read the words "no", "on" and "true" as truth values.
    """
    return cast(dict[str, Any], yaml.load(_text(package, name), Loader=yaml.BaseLoader))


def _text(package: str, name: str) -> str:
    return files(package).joinpath(*name.split("/")).read_text(encoding="utf-8")
