"""An export keeps ids, quotes and offsets, and is the same on every run."""

from __future__ import annotations

import csv
import dataclasses
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import polars
import pytest
import stix2  # type: ignore[import-untyped]

from brink.case.folder import open_case
from brink.case.importing import import_table
from brink.case.view import View
from brink.errors import BadExport
from brink.exchange import FORMATS, export
from brink.exchange.stix_evidence import EXTENSION_ID
from brink.exchange.tables import dictionary, tables
from brink.exchange.tables_csv import guarded
from brink.plots.positions import positions


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def row_ids(view: View) -> set[str]:
    return {row.id for rows in (view.events, view.claims, view.ties) for row in rows}


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_view_gives_the_same_bytes(mali: View, to: str, tmp_path: Path) -> None:
    first, again = export(mali, to, tmp_path / "a"), export(mali, to, tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


@pytest.mark.parametrize("to", FORMATS)
def test_the_manifest_lists_the_files_and_the_documents_with_their_digests(
    mali: View, to: str, tmp_path: Path
) -> None:
    *files, manifest = export(mali, to, tmp_path)
    said = json.loads(manifest.read_text(encoding="utf-8"))
    assert said["files"] == [path.name for path in files]
    assert said["documents"] == {d.id: d.digest for d in mali.documents.values()}


def test_an_unknown_format_is_refused_with_the_nearest_known(mali: View, tmp_path: Path) -> None:
    with pytest.raises(BadExport, match="did you mean parquet"):
        export(mali, "parquett", tmp_path)


def test_a_file_in_the_way_is_named(mali: View, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(BadExport, match="is a file"):
        export(mali, "csv", tmp_path / "out")


@pytest.mark.parametrize("table", ["events", "claims", "ties"])
def test_every_quote_in_csv_is_the_text_at_its_offsets(mali: View, table: str, tmp_path: Path) -> None:
    export(mali, "csv", tmp_path)
    with (tmp_path / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert mali.documents[row["document"]].text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_every_figure_is_the_text_at_its_offsets(mali: View) -> None:
    rows = tables(mali)["figures"]
    assert rows
    assert all(mali.documents[r["document"]].text[r["start"] : r["end"]] == r["quote"] for r in rows)


def test_parquet_keeps_lists_and_dates(mali: View, tmp_path: Path) -> None:
    export(mali, "parquet", tmp_path)
    events = polars.read_parquet(tmp_path / "events.parquet")
    attack = events.filter(polars.col("quote").str.contains("attacked an army post")).row(0, named=True)
    assert attack["actors"] == ["JNIM"]
    assert attack["date_start"] == attack["date_last"] == date(2024, 3, 21)


def test_every_column_has_a_meaning_and_every_listed_column_is_written(mali: View) -> None:
    for table, rows in tables(mali).items():
        assert all(list(row) == [column.name for column in dictionary()[table]] for row in rows)
    assert all(column.meaning for columns in dictionary().values() for column in columns)


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-", "+", "'We will stay'", "JNIM", -3, 2.5, None])
def test_other_cells_are_left_as_they_are(cell: object) -> None:
    assert guarded(cell) == cell


def test_geojson_holds_points_with_precision_and_no_geometry_where_no_place_is_known(
    mali: View, tmp_path: Path
) -> None:
    export(mali, "geojson", tmp_path)
    made = json.loads((tmp_path / "events.geojson").read_text(encoding="utf-8"))
    assert {feature["id"] for feature in made["features"]} == {event.id for event in mali.events}
    placed = [feature for feature in made["features"] if feature["geometry"]]
    assert placed
    for feature in placed:
        lon, lat = feature["geometry"]["coordinates"]
        assert -13 < lon < 5 and 10 < lat < 26
        assert feature["properties"]["place_precision"]
    assert made["without_place"] == len(made["features"]) - len(placed)


def test_imported_rows_are_exported_up_to_the_as_of_date(a_coded_case: Path, tmp_path: Path) -> None:
    view = View(open_case(shutil.copytree(a_coded_case, tmp_path / "mali")))
    table = tmp_path / "acled.csv"
    head = "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,fatalities\n"
    rows = ("MLI7,2024-05-01", "MLI8,2024-08-01")
    table.write_text(head + "".join(f"{row},Battles,Armed clash,JNIM,,Mali,3\n" for row in rows))
    import_table(view.case, table, kind="acled")
    assert [row["row_id"] for row in tables(view)["imported"]] == ["MLI7"]


def test_graphml_is_read_by_networkx_with_signs_quotes_and_positions(mali: View, tmp_path: Path) -> None:
    export(mali, "graphml", tmp_path)
    graph = networkx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert all(isinstance(data["x"], float) for _, data in graph.nodes(data=True))
    edges = {key: (labels[a], labels[b], data) for a, b, key, data in graph.edges(keys=True, data=True)}
    assert set(edges) == {tie.id for tie in mali.ties}
    for tie in mali.ties:
        a, b, data = edges[tie.id]
        assert ({a, b}, data["sign"], data["quote"]) == ({tie.a, tie.b}, tie.sign, tie.quote.text)


def test_tied_actors_stand_nearer_than_others() -> None:
    place = positions(list("abcdef"), list(zip("abcde", "bcdef", strict=True)))

    def apart(x: str, y: str) -> float:
        return float(sum((p - q) ** 2 for p, q in zip(place[x], place[y], strict=True)))

    assert apart("a", "b") < min(apart("a", other) for other in "def")


def test_ftm_entities_are_valid_and_point_only_to_each_other(mali: View, tmp_path: Path) -> None:
    export(mali, "ftm", tmp_path)
    ftm = pytest.importorskip(
        "followthemoney", reason="followthemoney, which needs ICU to build, is not installed"
    )
    entities = [ftm.model.get_proxy(row, cleaned=False) for row in lines(tmp_path / "entities.ftm.json")]
    ids = {entity.id for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        entity.schema.validate({"properties": entity.to_dict()["properties"]})
        for prop, value in entity.itervalues():
            assert value in ids if prop.type.name == "entity" else prop.type.validate(value)
    assert row_ids(mali) <= ids


def test_ftm_notes_hold_the_quotes(mali: View, tmp_path: Path) -> None:
    export(mali, "ftm", tmp_path)
    rows = lines(tmp_path / "entities.ftm.json")
    notes = {r["id"]: r["properties"]["description"][0] for r in rows if r["schema"] == "Note"}
    for event in mali.events:
        assert notes[f"{event.id}-quote"] == event.quote.text
    for claim in mali.claims:
        assert notes[claim.id] == claim.quote.text


def test_the_stix_bundle_is_valid_and_closed(mali: View, tmp_path: Path) -> None:
    export(mali, "stix", tmp_path)
    bundle = stix2.parse((tmp_path / "bundle.json").read_text(encoding="utf-8"), allow_custom=False)
    ids = {thing.id for thing in bundle.objects}
    for thing in bundle.objects:
        pointed = [*thing.get("object_refs", []), thing.get("source_ref"), thing.get("target_ref")]
        assert {ref for ref in pointed if ref} <= ids


def test_stix_notes_hold_quotes_with_their_offsets(mali: View, tmp_path: Path) -> None:
    export(mali, "stix", tmp_path)
    objects = json.loads((tmp_path / "bundle.json").read_text(encoding="utf-8"))["objects"]
    held = [thing["extensions"][EXTENSION_ID] for thing in objects if thing["type"] == "note"]
    assert {note["row"] for note in held} == row_ids(mali)
    for note in held:
        assert mali.documents[note["document"]].text[note["start"] : note["end"]] == note["quote"]


def test_bibtex_has_an_entry_a_story_with_balanced_braces_and_every_row(mali: View, tmp_path: Path) -> None:
    export(mali, "bibtex", tmp_path)
    text = (tmp_path / "sources.bib").read_text(encoding="utf-8")
    assert text.count("@online{") == len(mali.stories)
    plain = text.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")
    assert all(f"{row} [" in text for row in row_ids(mali))


def test_nothing_later_than_the_as_of_date_reaches_an_export(mali: View, tmp_path: Path) -> None:
    early = View(mali.case, date(2024, 3, 21))
    for to in FORMATS:
        for path in export(early, to, tmp_path / to):
            content = path.read_bytes()
            assert b"menaka" not in content.lower(), path


def test_a_stix_incident_says_its_tolls_and_how_closely_it_is_placed(mali, tmp_path: Path):
    export(mali, "stix", tmp_path)
    made = json.loads((tmp_path / "bundle.json").read_text(encoding="utf-8"))["objects"]
    said = [thing["description"] for thing in made if thing["type"] == "incident"]
    assert any("at least 9 killed" in one and "2 independent" in one for one in said)
    assert any("placed by its town" in one for one in said)


def test_what_sums_up_many_happenings_leaves_as_a_note_and_no_incident(mali, tmp_path: Path, monkeypatch):
    events = [dataclasses.replace(event, summary=True) for event in mali.events]
    monkeypatch.setattr(View, "events", property(lambda _: events))
    view = View(mali.case)
    for to in ("stix", "ftm", "geojson"):
        export(view, to, tmp_path)
    bundle = json.loads((tmp_path / "bundle.json").read_text(encoding="utf-8"))["objects"]
    assert not any(thing["type"] in ("incident", "location") for thing in bundle)
    assert not any(row["schema"] == "Event" for row in lines(tmp_path / "entities.ftm.json"))
    assert json.loads((tmp_path / "incidents.geojson").read_text(encoding="utf-8"))["features"] == []
    assert sum("sums up many happenings" in thing.get("abstract", "") for thing in bundle) == len(events)
