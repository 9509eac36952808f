"""The bundled case and the words of its dispatches, read here without Brink's own readers."""

from __future__ import annotations

import email
import io
import json
import re
import zipfile
from email import policy
from importlib.resources import files
from pathlib import Path

import pytest
from pypdf import PdfReader

from brink.case.definition import Definition

CASE = Path(str(files("brink"))) / "cases" / "pakistan-ttp"


@pytest.fixture(scope="session")
def case_folder() -> Path:
    return CASE


@pytest.fixture(scope="session")
def definition() -> Definition:
    return Definition.load(CASE)


@pytest.fixture(scope="session")
def dispatches() -> dict[str, str]:
    """The text of each dispatch by document id."""
    found: dict[str, str] = {}
    for path in sorted((CASE / "articles").rglob("*")):
        if path.is_file():
            found.update(_texts(path.relative_to(CASE / "articles").as_posix(), path.read_bytes()))
    return found


def _texts(name: str, data: bytes) -> dict[str, str]:
    ending = name.rpartition(".")[2]
    if ending == "zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {f"{name}/{inner}": archive.read(inner).decode() for inner in archive.namelist()}
    if ending == "jsonl":
        rows = [json.loads(row) for row in data.decode().splitlines()]
        return {f"{name}#{place}": f"{row['title']}\n{row['text']}" for place, row in enumerate(rows, 1)}
    if ending == "pdf":
        return {name: "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)}
    if ending == "eml":
        return {name: email.message_from_bytes(data, policy=policy.default).get_content()}
    text = data.decode()
    return {name: re.sub(r"<[^<>]*>", " ", text) if ending == "html" else text}
