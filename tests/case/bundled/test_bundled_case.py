"""The case that comes with Brink holds together and is its own work."""

from __future__ import annotations

import os
import re
from pathlib import Path

import polars as pl
import pytest

from brink.case.bundled import bundled_cases, copy_bundled
from brink.case.definition import Definition
from brink.errors import CaseExists, NotInCase

_WORD = re.compile(r"\w+")


def _runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_the_bundled_case_is_found_and_loads(definition: Definition) -> None:
    assert bundled_cases() == ["pakistan-ttp"]
    assert definition.as_of.isoformat() == "2022-12-31"


def test_the_four_explanations_and_their_mixture_are_weighed(definition: Definition) -> None:
    motives = {hypothesis.motive for hypothesis in definition.hypotheses}
    assert motives == {"H0", "H1", "H2", "H3", "H4"}


def test_the_sanctuary_model_binds_every_role_to_an_actor_of_the_case(definition: Definition) -> None:
    assert definition.model is not None
    roles = definition.model.roles
    names = {actor.name for actor in definition.actors}
    assert {roles.target, roles.group, roles.host, roles.partner, *roles.rivals} <= names


def test_the_ladder_climbs_from_protest_to_open_war(definition: Definition) -> None:
    ladder = next(found for found in definition.ladders if found.by == "Pakistan")
    rungs = [rung.id for rung in ladder.rungs]
    assert rungs[0] == "protest"
    assert rungs.index("border-fire") < rungs.index("drones") < rungs.index("airstrike-belt")
    assert rungs[-1] == "open-war"


def test_holding_still_is_an_option_and_every_lever_is_pulled_by_one(definition: Definition) -> None:
    assert next(option for option in definition.options if option.id == "hold").moves == ()
    pulled = {move.lever for option in definition.options for move in option.moves}
    assert {lever.id for lever in definition.levers} - pulled == {"arrests-at-home"}


def test_every_actor_says_what_it_does_and_who_says_so(definition: Definition) -> None:
    assert [actor.name for actor in definition.actors if not actor.role or not actor.grounds] == []


def test_every_uncertain_size_that_was_fitted_says_until_when(definition: Definition) -> None:
    assert definition.model is not None
    fitted = [p for p in definition.model.parameters if p.mark == "fitted"]
    assert fitted
    assert all(p.data_to is not None and p.data_to <= definition.as_of for p in fitted)


def test_questions_are_settled_by_a_rule_that_is_read_after_they_close(definition: Definition) -> None:
    holders = {forecast.holder for forecast in definition.forecasts}
    assert {"Michael Kugelman", "Pentagon", "Asfandyar Mir"} <= holders
    assert all(f.resolution.reading_date >= f.closes for f in definition.forecasts)


def test_corrections_name_dispatches_that_exist(definition: Definition, dispatches: dict[str, str]) -> None:
    assert {key.partition("#")[0] for key in definition.stories} <= set(dispatches)


def test_every_outlet_of_the_dispatches_is_graded(definition: Definition, case_folder: Path) -> None:
    graded = {outlet.name for outlet in definition.outlets}
    corrected = {entry.outlet for entry in definition.stories.values() if entry.outlet}
    heads = [path.read_text() for path in (case_folder / "articles").rglob("*.md")]
    stated = {found for head in heads for found in re.findall(r'^outlet: "(.+)"$', head, re.MULTILINE)}
    assert corrected | stated <= graded


def test_there_are_some_eighty_dispatches_besides_the_copies(dispatches: dict[str, str]) -> None:
    originals = [name for name in dispatches if name.split("/")[0] in ("2021", "2022", "messy")]
    assert 70 <= len(originals) <= 85


def test_copies_keep_away_from_the_originals_in_a_folder_of_their_own(dispatches: dict[str, str]) -> None:
    assert sum(name.startswith("copies/") for name in dispatches) >= 6


def test_every_dispatch_names_the_source_of_its_facts(dispatches: dict[str, str]) -> None:
    assert [name for name, text in dispatches.items() if not re.search(r"Source: \S", text)] == []


def test_the_readme_lists_every_dispatch(case_folder: Path, dispatches: dict[str, str]) -> None:
    readme = (case_folder / "README.md").read_text(encoding="utf-8")
    assert [name for name in dispatches if f"`{name}`" not in readme] == []


def test_no_dispatch_shares_nine_words_in_a_row_with_published_pages(dispatches: dict[str, str]) -> None:
    folder = Path(os.environ.get("BRINK_PAGES", "../shared/articles"))
    pages = sorted(folder.glob("*.txt"))
    if not pages:
        pytest.skip(f"no published pages at {folder}; set BRINK_PAGES to their folder")
    published = set().union(*(_runs(page.read_text(encoding="utf-8")) for page in pages))
    assert {name: runs for name, text in dispatches.items() if (runs := _runs(text) & published)} == {}


def test_the_case_stays_small_enough_to_ship(case_folder: Path) -> None:
    assert sum(path.stat().st_size for path in case_folder.rglob("*") if path.is_file()) < 1_000_000


@pytest.mark.parametrize(("year", "deaths"), [(2018, 147), (2021, 259), (2022, 494), (2025, 2268)])
def test_deaths_between_pakistan_and_the_ttp_are_those_ucdp_publishes(
    case_folder: Path, year: int, deaths: int
) -> None:
    table = pl.read_parquet(case_folder / "series" / "ucdp_dyad_month.parquet")
    of_year = table.filter((pl.col("dyad_id") == 857) & (pl.col("year") == year))
    assert of_year["deaths"].sum() == deaths


def test_every_series_key_finds_rows_with_the_columns_it_names(
    definition: Definition, case_folder: Path
) -> None:
    for key in definition.series:
        path = case_folder / "series" / key.file
        table = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path)
        for column, wanted in key.where.items():
            table = table.filter(pl.col(column) == wanted)
        assert set(key.values) <= set(table.columns), key.id
        assert table.height > 0, key.id


def test_a_copy_is_whole_and_never_overwrites(tmp_path: Path, case_folder: Path) -> None:
    copied = copy_bundled("pakistan-ttp", tmp_path)
    ours = {p.relative_to(case_folder).as_posix() for p in case_folder.rglob("*") if p.is_file()}
    theirs = {p.relative_to(copied).as_posix() for p in copied.rglob("*") if p.is_file()}
    assert theirs == {name for name in ours if not name.startswith("case.db")}
    with pytest.raises(CaseExists, match="already there"):
        copy_bundled("pakistan-ttp", tmp_path)


def test_a_copy_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    (tmp_path / ".pakistan-ttp.partial").mkdir()
    (tmp_path / ".pakistan-ttp.partial" / "left-over.txt").write_text("half")
    copied = copy_bundled("pakistan-ttp", tmp_path)
    assert not (copied / "left-over.txt").exists()


def test_an_unknown_case_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(NotInCase, match="did you mean pakistan-ttp"):
        copy_bundled("pakistan-tp", tmp_path)
