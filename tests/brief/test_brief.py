"""The brief can be followed back, stands alone, and is small."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import brink


@pytest.fixture(scope="module")
def a_brief(a_coded_case: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("brief") / "brief.html"
    ran = brink("brief", str(a_coded_case), "-o", str(out))
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == str(out)
    return out.read_text(encoding="utf-8")


def test_every_link_leads_to_an_anchor_of_the_same_file(a_brief: str):
    anchors = set(re.findall(r'\bid="([^"]+)"', a_brief))
    links = set(re.findall(r'href="#([^"]+)"', a_brief))
    assert links
    assert links - anchors == set()


def test_no_anchor_stands_twice(a_brief: str):
    anchors = re.findall(r'\bid="([^"]+)"', a_brief)
    assert len(anchors) == len(set(anchors))


def test_it_asks_for_nothing_and_runs_nothing(a_brief: str):
    assert "<script" not in a_brief
    assert not re.search(r'\b(?:src|action)="|url\(|@import|<link\b', a_brief)
    assert not re.search(r'href="(?!#)', a_brief)


def test_every_incident_in_the_brief_leads_to_a_quote(a_brief: str):
    incidents = re.findall(r'<tr id="i[0-9a-f]+">(.*?)</tr>', a_brief, flags=re.DOTALL)
    assert incidents
    assert all(re.search(r'href="#e[0-9a-f]+"', row) for row in incidents)


def test_what_sums_up_many_happenings_is_named_apart_from_the_incidents(a_coded_case: Path, tmp_path: Path):
    case = tmp_path / "mali"
    shutil.copytree(a_coded_case, case)
    story = (
        "Old feuds in Mali\n\nBAMAKO, March 23 2024 - JNIM has regularly attacked villages of the north.\n"
    )
    (case / "articles" / "feuds.txt").write_text(story, encoding="utf-8")
    assert brink("brief", str(case), "-o", str(tmp_path / "b.html")).returncode == 0
    said = re.search(r'<p id="summaries">(.*?)</p>', (tmp_path / "b.html").read_text(encoding="utf-8"))
    assert said is not None and "1 row sums up many happenings" in said.group(1)
    assert re.search(r'href="#e[0-9a-f]+"', said.group(1))


def test_markdown_says_the_same_title(a_coded_case: Path, a_brief: str, tmp_path: Path):
    out = tmp_path / "brief.md"
    assert brink("brief", str(a_coded_case), "-o", str(out)).returncode == 0
    title = re.search(r"<h1>(.*?)</h1>", a_brief)
    assert title is not None
    assert out.read_text(encoding="utf-8").splitlines()[0].replace("\\", "") == f"# {title.group(1)}"


def test_pdf_is_tagged(a_coded_case: Path, tmp_path: Path):
    pytest.importorskip("weasyprint", reason="the PDF extra or Pango is not installed")
    out = tmp_path / "brief.pdf"
    assert brink("brief", str(a_coded_case), "-o", str(out)).returncode == 0
    from pypdf import PdfReader

    assert "/StructTreeRoot" in PdfReader(out).trailer["/Root"]


def test_an_unknown_form_is_refused_with_the_known_ones(a_coded_case: Path):
    ran = brink("brief", str(a_coded_case), "--to", "docx")
    assert ran.returncode == 1
    assert "html, md, pdf" in ran.stderr


def test_a_case_without_reports_says_why_its_brief_is_empty(tmp_path: Path):
    assert brink("new", str(tmp_path / "empty"), "--as-of", "2024-01-31").returncode == 0
    assert brink("brief", str(tmp_path / "empty")).returncode == 0
    page = (tmp_path / "empty" / "brief.html").read_text(encoding="utf-8")
    assert "No judgement can be drawn: 0 reports count" in page
