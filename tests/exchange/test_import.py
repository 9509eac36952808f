"""A user's own UCDP or ACLED file becomes monthly series and incidents that name their row."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.code.rows import Count
from brink.dates import DateInterval
from brink.errors import BadImport
from brink.exchange import RowIncident, import_acled, import_ucdp
from brink.exchange.countries import country_code

GED = """id,type_of_violence,dyad_new_id,dyad_name,side_a,side_b,where_coordinates,adm_1,country,latitude,longitude,where_prec,date_prec,date_start,date_end,best,low,high,source_article
101,1,512,Government of Mali - JNIM,Government of Mali,JNIM,Gao town,Gao,Mali,16.27,-0.04,1,1,2023-02-27 00:00:00.000,2023-03-02 00:00:00.000,9,8,14,"Wire, 3 March 2023"
102,1,512,Government of Mali - JNIM,Government of Mali,JNIM,Gao region,Gao,Mali,17.0,0.1,4,4,2023-02-01 00:00:00.000,2023-02-28 00:00:00.000,3,3,3,
103,3,871,IS - Civilians,IS,Civilians,Niger,,Niger,17.6,8.1,6,1,2023-04-11 00:00:00.000,2023-04-11 00:00:00.000,0,0,6,
"""
ACLED = """event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
MLI1,16 April 2023,1,Battles,Armed clash,JNIM,Military Forces of Mali,Mali,Mopti,Sevare,14.52,-4.10,1,Studio Tamani,A patrol was ambushed.,4
MLI2,2023-04-20,2,Explosions/Remote violence,Air/drone strike,Military Forces of Mali,JNIM,Mali,Gao,Gao,16.27,-0.04,2,Wire,,0
MLI3,2023-05-02,3,Strategic developments,Change to group/activity,JNIM,,Mali,Gao,Gao,16.27,-0.04,3,Wire,,0
MLI4,2023-05-05,1,Protests,Peaceful protest,Protesters (Mali),,Mali,Bamako,Bamako,12.65,-8.00,1,Wire,,0
"""


@pytest.fixture
def ged(tmp_path: Path) -> Path:
    (tmp_path / "ged.csv").write_text(GED, encoding="utf-8")
    return tmp_path / "ged.csv"


@pytest.fixture
def acled(tmp_path: Path) -> Path:
    (tmp_path / "acled.csv").write_text(ACLED, encoding="utf-8")
    return tmp_path / "acled.csv"


def incidents(imported: object) -> dict[str, RowIncident]:
    return {incident.row_id: incident for incident in imported.incidents()}  # type: ignore[attr-defined]


def test_a_ged_row_names_its_file_and_row(ged: Path) -> None:
    first = incidents(import_ucdp(ged))["101"]
    assert (first.id, first.file, first.row_id) == ("ucdp-101", "ged.csv", "101")
    assert first.file_digest == hashlib.sha256(GED.encode()).hexdigest()


def test_a_ged_row_keeps_its_days_its_range_and_its_best_estimate(ged: Path) -> None:
    first = incidents(import_ucdp(ged))["101"]
    assert first.date == DateInterval(date(2023, 2, 27), date(2023, 3, 3))
    assert (first.killed, first.best) == (Count(8, 14), 9)


def test_precision_codes_are_kept_as_the_size_of_the_place(ged: Path) -> None:
    found = incidents(import_ucdp(ged))
    assert [found[row].place.precision for row in ("101", "102", "103")] == ["point", "province", "country"]  # type: ignore[union-attr]
    assert "date_prec 4: month" in found["102"].because


def test_a_place_is_never_finer_than_its_name(tmp_path: Path) -> None:
    (tmp_path / "ged.csv").write_text(GED.replace("Gao town", ""))
    assert incidents(import_ucdp(tmp_path / "ged.csv"))["101"].place.precision == "province"  # type: ignore[union-attr]


def test_an_event_counts_in_the_month_of_its_first_day(ged: Path) -> None:
    counted = import_ucdp(ged).monthly.filter(pl.col("series") == "ucdp-dyad-512-sb")
    assert counted.select("month", "events", "deaths", "deaths_low", "deaths_high").rows() == [
        (date(2023, 2, 1), 2, 12, 11, 17)
    ]


def test_dyads_and_countries_count_the_same_events_in_separate_series(ged: Path) -> None:
    totals = import_ucdp(ged).monthly.group_by("by").agg(pl.col("events").sum()).sort("by").rows()
    assert totals == [("country", 3), ("dyad", 3)]


def test_series_say_which_file_they_came_from(ged: Path) -> None:
    imported = import_ucdp(ged)
    assert imported.monthly["file_digest"].unique().to_list() == [imported.file_digest]


def test_parquet_and_csv_of_the_same_rows_give_the_same_series(ged: Path, tmp_path: Path) -> None:
    pl.read_csv(ged, try_parse_dates=True).write_parquet(tmp_path / "ged.parquet")
    dropped = ("file", "file_digest")
    assert (
        import_ucdp(ged)
        .monthly.drop(dropped)
        .equals(import_ucdp(tmp_path / "ged.parquet").monthly.drop(dropped))
    )


def test_months_by_dyad_are_taken_as_they_are(tmp_path: Path) -> None:
    rows = {"dyad_id": [512, 512], "type": ["sb", "sb"], "year": [2023, 2023], "month": [4, 2],
            "events": [5, 2], "deaths": [31, 12], "dyad_name": ["Government of Mali - JNIM"] * 2}  # fmt: skip
    pl.DataFrame(rows).write_parquet(tmp_path / "dyads.parquet")
    imported = import_ucdp(tmp_path / "dyads.parquet")
    assert imported.monthly.select("month", "events", "deaths").rows() == [
        (date(2023, 2, 1), 2, 12), (date(2023, 4, 1), 5, 31)
    ]  # fmt: skip
    assert list(imported.incidents()) == []


def test_months_by_country_become_a_series_for_each_kind_of_violence(tmp_path: Path) -> None:
    text = (
        "gwno,country,year,month,sb_events,sb_deaths,ns_events,ns_deaths,os_events,os_deaths\n"
        "432,Mali,2023,2,7,40,0,0,2,5\n"
    )
    (tmp_path / "countries.csv").write_text(text)
    counted = import_ucdp(tmp_path / "countries.csv").monthly.select("series", "events", "deaths").rows()
    assert counted == [("ucdp-country-432-os", 2, 5), ("ucdp-country-432-sb", 7, 40)]


def test_a_missing_column_is_named_with_what_was_found_and_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "ged.csv").write_text(GED.replace("type_of_violence", "typeofviolence", 1))
    with pytest.raises(
        BadImport,
        match=r"no column 'type_of_violence'.*found: id, typeofviolence.*did you mean typeofviolence",
    ):
        import_ucdp(tmp_path / "ged.csv")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",9,8,14", ",nine,8,14", "row 1: best is 'nine', not a whole number"),
        (",3,3,3,", ",3.5,3,3,", "row 2: best is '3.5', not a whole number"),
        ("2023-04-11 00:00:00.000,2023-04-11", "11/04/23,2023-04-11", "row 3: date_start is '11/04/23'"),
        ("2023-04-11 00:00:00.000,0", "2023-04-01,0", "row 3: date_end is before date_start"),
        ("103,3,", "103,4,", "row 3: type_of_violence is 4"),
        ("103,3,", ",3,", "row 3: id is empty"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_with_its_row(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert old in GED
    (tmp_path / "ged.csv").write_text(GED.replace(old, new, 1))
    with pytest.raises(BadImport, match=said.replace("(", r"\(")):
        import_ucdp(tmp_path / "ged.csv")


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" * 20, b"PAR1broken", b"id\n"])
def test_a_file_that_is_no_table_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_bytes(content)
    with pytest.raises(BadImport, match=r"odd\.csv"):
        import_ucdp(tmp_path / "odd.csv")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadImport, match=r"nowhere\.csv"):
        import_acled(tmp_path / "nowhere.csv")


def test_semicolons_and_a_byte_order_mark_make_no_difference(acled: Path, tmp_path: Path) -> None:
    plain = ACLED.replace("A patrol was ambushed.", "ambush")
    (tmp_path / "excel.csv").write_text("\ufeff" + plain.replace(",", ";"), encoding="utf-8")
    assert incidents(import_acled(tmp_path / "excel.csv")).keys() == incidents(import_acled(acled)).keys()


def test_acled_dates_are_as_wide_as_their_precision(acled: Path) -> None:
    found = incidents(import_acled(acled))
    assert found["MLI1"].date == DateInterval.day(date(2023, 4, 16))
    assert found["MLI2"].date == DateInterval(date(2023, 4, 17), date(2023, 4, 24))


def test_acled_types_are_coded_in_plover(acled: Path) -> None:
    found = incidents(import_acled(acled))
    assert (found["MLI2"].type, found["MLI2"].mode) == ("ASSAULT", "airstrike")
    assert (found["MLI4"].type, found["MLI4"].recipients) == ("PROTEST", ())


def test_acled_rows_without_a_deed_make_no_incident_and_are_counted_in_a_note(acled: Path) -> None:
    imported = import_acled(acled)
    assert "MLI3" not in incidents(imported)
    assert any(note.startswith("1 rows without a deed") for note in imported.notes)


def test_acled_rows_of_an_unknown_type_are_left_out_by_name(acled: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text(ACLED.replace("Armed clash", "Armed dispute"))
    imported = import_acled(tmp_path / "odd.csv")
    assert "MLI1" not in incidents(imported)
    assert any("'Armed dispute'" in note for note in imported.notes)


def test_an_incident_can_be_kept_as_one_plain_object(acled: Path) -> None:
    row = incidents(import_acled(acled))["MLI1"].row()
    assert row["place"] == {
        "name": "Sevare",
        "country": "ML",
        "lat": 14.52,
        "lon": -4.10,
        "precision": "town",
    }
    assert row["killed"] == {"min": 4, "max": 4}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Congo", "CG"),
        ("Myanmar (Burma)", "MM"),
        ("DR Congo (Zaire)", "CD"),
        ("Yemen (North Yemen)", "YE"),
        ("Atlantis", None),
    ],
)
def test_countries_are_known_by_the_names_of_the_data_sets(name: str, code: str | None) -> None:
    assert country_code(name) == code


@given(
    st.lists(
        st.tuples(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(0, 500)),
        min_size=1,
        max_size=20,
    )
)
def test_no_event_and_no_death_is_lost_in_the_series(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[date, int]]
) -> None:
    rows = [f"{i},1,A,B,{day},{day},{dead},{dead},{dead}" for i, (day, dead) in enumerate(deeds)]
    path = tmp_path_factory.mktemp("ged") / "ged.csv"
    path.write_text(
        "id,type_of_violence,side_a,side_b,date_start,date_end,best,low,high\n" + "\n".join(rows) + "\n"
    )
    counted = import_ucdp(path).monthly
    assert counted["events"].sum() == len(deeds)
    assert counted["deaths"].sum() == sum(dead for _, dead in deeds)
