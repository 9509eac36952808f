"""Reporting is data: hostile files give a named reason, and the rest is read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.conftest import brink, rows


def put(case: Path, name: str, content: bytes) -> None:
    path = case / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_bad_files_are_named_and_the_good_ones_are_read(a_small_case: Path):
    put(a_small_case, "broken.pdf", b"%PDF-1.7\n%\xff\xff nothing more")
    put(a_small_case, "bomb.zip", zipped({"a.txt": b"0" * 300_000_000}))
    put(a_small_case, "tricks.zip", zipped({"../../etc/escape.txt": b"Rebels attacked."}))
    put(
        a_small_case,
        "feed.jsonl",
        b'{"title": "ok", "text": "Rebels shelled Goma on 3 May 2024."}\n{broken\n',
    )
    ran = brink("read", str(a_small_case))
    assert ran.returncode == 0
    for name in ("broken.pdf", "bomb.zip", "tricks.zip", "feed.jsonl#2"):
        assert f"not read: {name}" in ran.stderr
    documents = {row["document"] for row in rows("stories", str(a_small_case))}
    assert {"gao.txt", "menaka.txt", "feed.jsonl#1"} <= documents
    assert not (a_small_case.parent / "etc").exists()


def test_script_in_a_page_never_reaches_the_brief(a_small_case: Path, tmp_path: Path):
    put(
        a_small_case,
        "page.html",
        b"<html><head><title>Raid <script>alert(1)</script></title></head><body><article><p>On 2 April 2024 "
        b"JNIM fighters attacked a camp near Gao &lt;script&gt;alert(2)&lt;/script&gt; and killed three soldiers."
        b"</p><script>alert(3)</script></article></body></html>",
    )
    brief = tmp_path / "brief.html"
    assert brink("brief", str(a_small_case), "-o", str(brief)).returncode == 0
    page = brief.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http-equiv" in page and "default-src 'none'" in page


def test_nuls_controls_and_a_long_line_neither_hang_nor_break(a_small_case: Path):
    put(a_small_case, "nul.txt", b"On 2 April 2024 rebels\x00 attacked\x1b[31m Gao.\n")
    put(a_small_case, "line.txt", b"word " * 1_000_000)
    ran = brink("code", str(a_small_case))
    assert ran.returncode == 0
    printed = brink("stories", str(a_small_case)).stdout
    assert "\x1b" not in printed and "\x00" not in printed


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_is_read_in_bounded_time_and_named_as_uncoded(a_small_case: Path):
    put(a_small_case, "line.txt", b"The rebels attacked the town. " * 1_750_000)
    ran = brink("code", str(a_small_case))
    assert ran.returncode == 0
    assert "line.txt#1: not coded: 5" in ran.stderr
    assert {"gao.txt", "menaka.txt"} <= {row["document"] for row in rows("events", str(a_small_case))}


def test_a_title_cannot_colour_the_terminal(a_small_case: Path):
    put(
        a_small_case,
        "colour.md",
        "---\ntitle: Rebels \u202eattack [bold]Gao[/bold]\n---\nOn 2 April 2024 rebels attacked Gao.\n".encode(),
    )
    assert brink("read", str(a_small_case)).returncode == 0
    printed = brink("stories", str(a_small_case)).stdout
    assert "\u202e" not in printed
    assert "[bold]" in printed
