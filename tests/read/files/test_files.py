"""Folders are walked in order, unchanged files are passed over, and nothing stops the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.errors import UnreadableSource
from brink.read.bounds import Bounds
from brink.read.document import Document, Problem
from brink.read.files import list_sources, read_source, read_sources, read_stream, source_digest
from tests.read.files.making import a_pdf, a_zip, one_document, reasons, texts


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    root = tmp_path / "articles"
    for name in ("b.txt", "a/z.txt", "a/deep/er/c.txt", ".hidden.txt", ".git/d.txt"):
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"Report of {name}.")
    return root


def test_a_folder_is_read_in_order_of_path_without_hidden_files(clippings: Path):
    assert list(texts(list(read_sources(clippings)))) == ["a/deep/er/c.txt", "a/z.txt", "b.txt"]


def test_one_file_is_named_by_itself(clippings: Path):
    assert list(texts(list(read_sources(clippings / "b.txt")))) == ["b.txt"]


def test_a_file_with_the_known_digest_yields_nothing(clippings: Path):
    known = {name: digest for name, path in list_sources(clippings) if (digest := source_digest(path))}
    (clippings / "b.txt").write_text("Rewritten.")
    assert texts(list(read_sources(clippings, known=known))) == {"b.txt": "Rewritten."}


def test_a_link_out_of_the_folder_is_refused(clippings: Path, tmp_path: Path):
    (tmp_path / "secret.txt").write_text("not for the case")
    (clippings / "link.txt").symlink_to(tmp_path / "secret.txt")
    (clippings / "dir").symlink_to(tmp_path)
    assert set(reasons(list(read_sources(clippings)))) == {"link.txt", "dir"}


def test_a_pipe_is_refused_and_not_waited_for(clippings: Path):
    os.mkfifo(clippings / "pipe.txt")
    assert "no ordinary file" in reasons(list(read_sources(clippings)))["pipe.txt"]


def test_a_file_above_the_bound_is_refused_unread(clippings: Path):
    found = list(read_sources(clippings, bounds=Bounds(file_bytes=15)))
    assert "split it" in reasons(found)["a/deep/er/c.txt"]
    assert not texts(found)


def test_a_file_that_vanished_is_a_problem(clippings: Path):
    assert "could not be opened" in reasons(list(read_source("gone.txt", clippings / "gone.txt")))["gone.txt"]


def test_a_root_that_does_not_exist_is_refused(tmp_path: Path):
    with pytest.raises(UnreadableSource, match="no file or folder"):
        list_sources(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "name", ["empty.txt", "blank.md", "empty.pdf", "empty.jsonl", "empty.zip", "empty.eml"]
)
def test_an_empty_file_says_so(name: str):
    assert [item.reason for item in read_stream(b" \n", name=name) if isinstance(item, Problem)] == [
        "is empty"
    ]


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"Gunfire was heard in Goma.", "txt"),
        (b"<!DOCTYPE html><html><body><p>Gunfire was heard in Goma.</p></body></html>", "html"),
        (b'{"text": "Gunfire was heard in Goma."}', "jsonl"),
        (b"---\ntitle: x\n---\nGunfire was heard in Goma.", "md"),
        (b"From: a@b.c\nSubject: x\n\nGunfire was heard in Goma.", "eml"),
        (a_pdf([["Gunfire was heard in Goma."]]), "pdf"),
        (a_zip({"a.txt": b"Gunfire was heard in Goma."}), "txt"),
    ],
)
def test_the_format_of_a_pipe_is_told_from_its_bytes(data: bytes, format: str):
    page = one_document(list(read_stream(data, name="-")))
    assert page.format == format
    assert "Gunfire was heard in Goma." in page.text


ENDINGS = ["txt", "html", "md", "eml", "jsonl", "zip", "gz", "txt.gz"]
STARTS = [
    b"",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"<html><p>",
    b'{"text": ',
    b"---\na: ",
    b"From: a\nDate: ",
    b"\xff\xfe",
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ENDINGS), st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes_under_any_name_give_documents_or_problems(ending: str, start: bytes, rest: bytes):
    found = list(read_stream(start + rest, name=f"a.{ending}"))
    assert found
    for item in found:
        assert isinstance(item, Problem) or (
            isinstance(item, Document) and item.text.strip() and item.text.encode()
        )


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=40))
def test_a_pdf_with_bytes_overwritten_gives_documents_or_problems(at: int, noise: bytes):
    whole = a_pdf([["Report of 2022 on the border", "and the men who crossed it"]])
    assert len(list(read_stream(whole[:at] + noise + whole[at + len(noise) :], name="a.pdf"))) == 1
