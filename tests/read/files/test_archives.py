"""Archives are read within bounds, and names that point outside are refused by name."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from brink.read.bounds import Bounds
from brink.read.formats import read_bytes
from tests.read.files.making import a_zip, reasons, texts


def test_members_of_a_zip_are_documents_in_order_of_name():
    found = list(
        read_bytes("week.zip", a_zip({"b/two.txt": b"Shelling in Marib.", "a.txt": b"Talks in Doha."}))
    )
    assert texts(found) == {"week.zip/a.txt": "Talks in Doha.", "week.zip/b/two.txt": "Shelling in Marib."}


def test_a_packed_feed_numbers_its_rows():
    found = list(read_bytes("feed.jsonl.gz", gzip.compress(b'{"text": "Talks in Doha."}')))
    assert texts(found) == {"feed.jsonl.gz/feed.jsonl#1": "Talks in Doha."}


def test_a_bad_member_is_named_and_the_rest_is_read():
    found = list(
        read_bytes("w.zip", a_zip({"a.pdf": b"broken", "b.txt": b"Curfew in Loikaw.", "c.docx": b"x"}))
    )
    assert texts(found) == {"w.zip/b.txt": "Curfew in Loikaw."}
    assert set(reasons(found)) == {"w.zip/a.pdf", "w.zip/c.docx"}


@pytest.mark.parametrize(
    "name", ["../up.txt", "/etc/up.txt", "C:/up.txt", "a/../../up.txt", "..\\up.txt", "a\x00.txt"]
)
def test_a_name_that_points_outside_is_refused(name: str):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("placeholder")
        entry.filename = entry.orig_filename = name
        archive.writestr(entry, b"words")
    (reason,) = reasons(list(read_bytes("w.zip", out.getvalue()))).values()
    assert reason.startswith("refused: its name")


def test_a_link_in_a_zip_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("link.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    assert reasons(list(read_bytes("w.zip", out.getvalue()))) == {"w.zip/link.txt": "refused: it is a link"}


def test_a_bomb_is_refused_and_its_neighbour_is_read():
    found = list(read_bytes("w.zip", a_zip({"a.txt": bytes(50_000_000), "b.txt": b"Curfew in Loikaw."})))
    assert "times its size" in reasons(found)["w.zip/a.txt"]
    assert texts(found) == {"w.zip/b.txt": "Curfew in Loikaw."}


def test_an_archive_that_unpacks_to_too_much_says_what_was_left():
    members = {f"{n}.txt": bytes([65 + n]) * 400_000 for n in range(5)}
    found = list(read_bytes("w.zip", a_zip(members), bounds=Bounds(archive_bytes=1_000_000)))
    assert len(texts(found)) == 2
    assert "its last 2 members, from 3.txt, were not read" in reasons(found)["w.zip"]


def test_too_many_members_are_counted_not_read():
    members = {f"{n}.txt": b"Talks in Doha." for n in range(9)}
    found = list(read_bytes("w.zip", a_zip(members), bounds=Bounds(archive_members=4)))
    assert len(texts(found)) == 4
    assert "its last 5 members" in reasons(found)["w.zip"]


def test_archives_lie_in_one_another_only_so_deep():
    inner = b"Talks in Doha."
    for level in range(5):
        inner = a_zip({f"{level}.zip" if level else "a.txt": inner})
    (reason,) = reasons(list(read_bytes("w.zip", inner))).values()
    assert "archives deep" in reason


def test_a_cut_gzip_is_a_problem():
    assert (
        "no whole gzip"
        in reasons(list(read_bytes("a.txt.gz", gzip.compress(b"words " * 99)[:-9])))["a.txt.gz"]
    )
