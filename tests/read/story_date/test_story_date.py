"""When a story was written, from its file, its page or the dates it speaks of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from brink.dates import DateInterval
from brink.read.document import Document
from brink.read.inferred_date import infer_date
from brink.read.story_date import date_story
from tests.growth import cost_ratio


def dated(
    text: str, page: str | None = None, title: str | None = None, **known: Any
) -> tuple[DateInterval | None, str]:
    document = Document(id="a.txt", text=page or text, digest="0", format="txt", **known)
    return date_story(title, text, document=document)


def day(iso: str) -> DateInterval:
    return DateInterval.day(date.fromisoformat(iso))


def test_the_date_of_the_file_comes_first() -> None:
    found = dated(
        "On 3 May 2019 a mine killed a farmer.", date=day("2021-02-01"), date_because="its meta tag"
    )
    assert found == (day("2021-02-01"), "its meta tag")


def test_a_date_line_above_the_story_dates_it() -> None:
    body = "Naga villagers buried fourteen miners after a botched ambush."
    page = f"Mourning in Mon\nBy Amit Rao | Dec 6, 2021 | 4 min read\n\n{body}"
    assert dated(body, page)[0] == day("2021-12-06")


def test_a_caption_with_a_date_is_no_date_line() -> None:
    body = "The ceasefire in Tigray is holding, aid workers say."
    page = f"Soldiers walk past a burned tank on the road to Mekelle in Ethiopia on June 25, 2021.\n\n{body}"
    assert dated(body, page)[0] is None


def test_a_date_line_beyond_another_article_does_not_count() -> None:
    body = "Shelling resumed near Donetsk, officials say."
    other = "A long paragraph of something else " * 8
    assert dated(body, f"March 3, 2020\n{other}\n\n{body}")[0] is None


def test_a_full_dateline_dates_the_story() -> None:
    assert dated("BAMAKO, 12 August 2020 (AFP) — Soldiers mutinied in Kati.")[0] == day("2020-08-12")


def test_the_address_of_the_page_dates_the_story() -> None:
    text = "Gunmen burned a village in Ituri."
    assert dated(text, url="https://paper.example/2023/jan/09/ituri")[0] == day("2023-01-09")
    assert dated(text, url="https://paper.example/world/2023-01-09-ituri")[0] == day("2023-01-09")
    assert dated(text, url="https://paper.example/2023/01/ituri")[0] == DateInterval.month(2023, 1)


def test_a_dateline_without_a_year_takes_it_from_the_dates_told() -> None:
    text = "NAYPYIDAW, March 27 (Reuters) - Troops fired on crowds. The army seized power on Feb. 1, 2021."
    found, because = dated(text)
    assert found == DateInterval(date(2021, 3, 27), date(2021, 3, 31))
    assert "dateline" in because


def test_the_latest_dated_fact_is_the_lower_bound() -> None:
    text = "The junta took over in August 2020. A second coup followed in May 2021. Fighting spread in the last few weeks."
    found, because = dated(text)
    assert found and found.start == date(2021, 5, 1)
    assert "May 2021" in because
    assert "within a year" in because


def test_a_coming_date_is_the_upper_bound() -> None:
    text = "Kabila's mandate ended on 31 December 2016. Voters will choose his successor on 23 December 2017."
    assert dated(text)[0] == DateInterval(date(2016, 12, 31), date(2017, 12, 24))


def test_a_coming_day_without_a_year_is_near() -> None:
    text = "The cabinet resigned on 4 October 2022. Parliament will vote on Nov. 15."
    assert dated(text)[0] == DateInterval(date(2022, 10, 4), date(2022, 11, 16))


def test_weekday_and_day_of_month_fix_the_year() -> None:
    text = "Duque took office in 2018. On Saturday, Aug. 1, gunmen shot nine people in Samaniego."
    found, _ = dated(text)
    assert found and found.start.year == found.last.year == 2020


def test_a_day_without_a_year_comes_after_a_month_with_one() -> None:
    text = "The war broke out in November 2020. On June 22, jets bombed a market in Togoga."
    found, _ = dated(text)
    assert found and found.start == date(2021, 6, 22)


def test_a_day_without_a_year_fits_several_years_of_a_state_that_lasts() -> None:
    text = "Since November 2020 the war has spread. On June 22, jets bombed a market in Togoga."
    found, because = dated("PORT SUDAN, June 23 (Wire) - Jets bombed a market. " + text)
    assert found is None
    assert "2021, 2022 or 2023" in because


def test_a_weekday_tells_which_year_of_a_state_that_lasts_it_is() -> None:
    text = "The two have been at war since April 2023. On Monday, Nov. 4, drones struck a market in Bara."
    found, _ = dated(text)
    assert found and found.start.year == found.last.year == 2024


def test_last_month_beside_its_year_bounds_the_story() -> None:
    text = (
        "The bridge fell in September 2019. The city has been cut off since last September, residents said."
    )
    found, because = dated(text)
    assert found and found.end <= date(2020, 10, 1)
    assert "September 2019" in because


def test_last_august_alone_fixes_no_year() -> None:
    assert dated("Rebels shelled the port last August, and again last week.")[0] is None


def test_a_year_something_is_meant_for_bounds_on_both_sides() -> None:
    found, because = dated("The assembly recently approved $90 million for 2017 to rebuild Kidal.")
    assert found == DateInterval(date(2016, 1, 1), date(2018, 1, 1))
    assert "2017" in because


def test_a_planned_year_is_no_past_fact() -> None:
    assert dated("He said he would run in the 2031 election.")[0] is None


def test_copyright_years_count_for_nothing() -> None:
    assert dated("Gunmen killed a chief in Jos on Monday.\n© 2024 The Plateau Paper")[0] is None


def test_a_story_without_dates_says_so() -> None:
    assert dated("The generals are weak.") == (
        None,
        "no date line, no address with a date, and no date in the text",
    )


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_no_story_is_dated_before_what_it_tells(fact: date) -> None:
    found, _ = dated(
        f"Two soldiers were killed near Buea on {fact.day} {fact:%B} {fact.year}. Talks collapsed last week."
    )
    assert found and fact <= found.start < found.end <= fact + timedelta(days=366)


def test_a_chronicle_eight_times_as_long_costs_nowhere_near_sixty_four_times_as_much() -> None:
    def chronicle(events: int) -> str:
        return " ".join(
            f"On March {n % 28 + 1} shells fell. In {1950 + n % 70} it was quiet." for n in range(events)
        )

    assert cost_ratio(lambda: dated(chronicle(100)), lambda: dated(chronicle(800))) < 24


def test_a_year_since_when_something_is_so_bounds_no_story_above() -> None:
    found, because = dated("It was the first raid by aircraft since 2014. Jets struck two camps on Saturday.")
    assert found is None
    assert "2014" in because and "since" in because


def test_a_day_since_when_something_is_so_leaves_the_story_a_wide_interval() -> None:
    found, _ = dated("Djibo has been under siege since 17 February 2022. Lorries were burned on Friday.")
    assert found and found.start == date(2022, 2, 17) and found.end >= date(2025, 1, 1)


def test_a_dated_fact_counts_before_a_state_that_lasts() -> None:
    found, _ = dated("Closed since August 2019, the gate at Rafah was opened in June 2021 for a week.")
    assert found and found.start == date(2021, 6, 1)


def test_a_text_that_only_names_years_long_past_is_not_dated_by_them() -> None:
    found, because = dated("The line was drawn in 1893 by a British official.")
    assert found is None
    assert "history" in because


def test_a_bare_year_of_the_past_alone_does_not_date_a_text() -> None:
    found, because = dated("The rebels signed a peace deal in 2015. On Thursday they shot down a plane.")
    assert found is None
    assert "how long ago" in because


def test_a_dateline_without_its_year_stays_open_where_only_a_bare_year_is_told() -> None:
    text = "BAMAKO, Sept 12 - Gunmen attacked a boat. The rebels had signed a peace deal in 2015."
    found, because = infer_date(text, dateline=True)
    assert found is None
    assert "2016" in because
