"""Text of articles is data in every format, whatever it holds."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import stix2  # type: ignore[import-untyped]

from brink.case.folder import open_case
from brink.case.making import make_case
from brink.case.view import View
from brink.exchange import FORMATS, export
from tests.conftest import brink

REPORT = """Raid in Wau </graph> <script>alert(1)</script> {brace} \\end{document} % & #

WAU, South Sudan, May 3 2024 - Gunmen from the SPLA-IO \x0b attacked a <b>police</b> post & a {market} near Wau on Friday, killing 7 officers, 100% of the "guard", the army_said \x1b[31m.

=HYPERLINK("http://x") Gunmen \u202eattacked a clinic in Wau on Friday, killing two nurses, police said.
"""


@pytest.fixture(scope="module")
def wau(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "reports").mkdir()
    (folder / "reports" / "a{b}#1.txt").write_text(REPORT, encoding="utf-8")
    root = make_case(folder / "wau", articles=folder / "reports", title="Wau & <co>", as_of=date(2024, 6, 30))
    assert brink("code", str(root)).returncode == 0
    return View(open_case(root))


def test_the_case_has_events_to_export(wau: View) -> None:
    assert wau.events


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_is_written(wau: View, to: str, tmp_path: Path) -> None:
    assert all(path.stat().st_size for path in export(wau, to, tmp_path))


def test_graphml_stays_well_formed(wau: View, tmp_path: Path) -> None:
    export(wau, "graphml", tmp_path)
    assert ElementTree.parse(tmp_path / "network.graphml").getroot().tag.endswith("graphml")


def test_the_stix_bundle_stays_valid(wau: View, tmp_path: Path) -> None:
    export(wau, "stix", tmp_path)
    stix2.parse((tmp_path / "bundle.json").read_text(encoding="utf-8"), allow_custom=False)


def test_braces_of_the_text_do_not_end_a_reference(wau: View, tmp_path: Path) -> None:
    export(wau, "bibtex", tmp_path)
    text = (tmp_path / "sources.bib").read_text(encoding="utf-8").replace(r"\{", "").replace(r"\}", "")
    assert text.count("{") == text.count("}")
    assert r"\end" not in text


def test_geojson_keeps_the_quote_exactly(wau: View, tmp_path: Path) -> None:
    export(wau, "geojson", tmp_path)
    made = json.loads((tmp_path / "events.geojson").read_text(encoding="utf-8"))
    for feature in made["features"]:
        said = feature["properties"]
        assert wau.documents[said["document"]].text[said["start"] : said["end"]] == said["quote"]
