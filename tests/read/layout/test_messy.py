"""What messy pages mix into a report is told apart from it, and the report keeps its words."""

from __future__ import annotations

from datetime import date

import pytest

from brink.dates import DateInterval
from tests.read.layout.pages import bodies, kind_of, layout

PROSE = """Gunmen raid the mill at Dogondoutchi

Armed men on motorcycles took the guards of a mill in the south of Niger on Monday night, the mayor said.

{line}

The mill feeds four districts, and its owner has closed it until the road is safe, he told the radio.
"""


@pytest.mark.parametrize(
    "line",
    [
        "The group’s weekly newsletter claimed the raid and printed pictures of the guards every week since.",
        "Guards receive their pay every week in cash.",
        "You get used to it, said the miller, who hears shots every evening.",
        "Hackers reach the police by clicking on nothing but a list of names.",
        "He hoped to escape hunger by signing up for the militia.",
        "3 guards were freed on Tuesday, according to the mayor of the town.",
        "Discussion of a ransom has begun, two elders said.",
        "See you in court, the mayor told the owner of the mill.",
        "Dear Mama, I am alive, the youngest of the guards wrote on a scrap of paper.",
        "The amnesty covers the men who bring back a rifle.",
        "Every Friday the owner fed the poor of the quarter.",
    ],
)
def test_a_sentence_that_only_sounds_like_furniture_stays_body(line: str) -> None:
    assert kind_of(line, PROSE.format(line=line)) == "body"
    assert [len(body) for body in bodies(PROSE.format(line=line))] == [3]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Adds comment from the governor, paragraph 4)", "boilerplate"),
        ("Home / Africa / Niger", "banner"),
        ("Politics | Security | Sahel | Opinion", "banner"),
        ("Receive the essentials of the Sahel in your inbox every morning.", "newsletter"),
        ("Download our app to read on the road", "newsletter"),
        ("Promoted: Cheap flights to Niamey", "teaser"),
        ("Sahel desk, with agencies", "byline"),
        ("14:05 GMT", "dateline"),
        ("As of 7 May 2024", "dateline"),
    ],
)
def test_a_line_of_a_messy_page_gets_its_role(line: str, kind: str) -> None:
    assert kind_of(line, PROSE.format(line=line)) == kind


def test_a_body_line_between_two_newsletter_lines_is_not_swallowed() -> None:
    line = "WEEKLY NEWSLETTER\nOur best, every Friday. Unsubscribe at any time.\nThe mill had been raided in March.\nBecome a member for 3 dollars a month."
    assert kind_of("raided in March", PROSE.format(line=line)) == "body"


def test_readers_comments_are_no_part_of_the_story() -> None:
    thread = "2 Comments\n\nIdrissa says:\nMay 3, 2024 at 9:10 pm\nMy cousin was one of the guards and he is home.\nReply\n"
    page = PROSE.format(line="The guards are alive.") + "\n" + thread
    assert kind_of("My cousin", page) == "boilerplate"
    assert [len(body) for body in bodies(page)] == [3]


def test_footnotes_are_told_by_the_number_that_calls_them() -> None:
    page = (
        PROSE.format(line="The raid was the third of the season.4")
        + "\n4 Interview by the author, Dosso, May 2024.\n"
    )
    assert kind_of("Interview by the author", page) == "boilerplate"


def test_a_number_that_nothing_calls_opens_no_footnote() -> None:
    page = PROSE.format(line="40 Soldiers of the garrison at Dosso left for the border in June 2024.")
    assert kind_of("left for the border", page) == "body"


def test_title_day_and_text_in_one_line_are_parted() -> None:
    page = (
        "Army retakes Sake roadFebruary 9, 2024The army drove the M23 from two hills above Sake on Friday, residents said.\n"
        "Chad expels Sudanese envoyDecember 17, 2023Chad gave four diplomats three days to leave after a general insulted it.\n"
    )
    stories = layout(page).stories
    assert [story.title for story in stories] == ["Army retakes Sake road", "Chad expels Sudanese envoy"]
    assert [story.date for story in stories] == [
        DateInterval.day(date(2024, 2, 9)), DateInterval.day(date(2023, 12, 17))
    ]  # fmt: skip


def test_a_live_report_is_one_story() -> None:
    entries = "\n".join(
        f"{hour}:05 GMT\nMinister speaks for the {hour}th time\nThe minister said at {hour} that the bridge was open."
        for hour in (13, 14, 15)
    )
    assert len(layout(f"Coup attempt in Cotonou: live\n\n{entries}\n").stories) == 1


def test_items_in_a_row_of_a_weekly_are_parted() -> None:
    page = (
        "The week in the Gulf of Guinea, 3 to 9 June 2024\n\nLomé: The army shot two smugglers at the lagoon. "
        "Cotonou: A judge freed the writer after nine weeks in jail. Accra: Chiefs met to end the feud in Bawku.\n"
    )
    assert [story.title for story in layout(page).stories] == ["Lomé", "Cotonou", "Accra"]


def test_a_list_of_months_in_a_report_is_no_round_up() -> None:
    page = "Deaths fall in Mocímboa\n\nJuly: The police counted nine dead in four raids. August: The army counted six dead in two raids. May: Nobody was counted dead in this quiet month.\n"
    assert len(layout(page).stories) == 1


def test_the_greeting_of_a_mail_is_not_its_title() -> None:
    page = "Good morning,\n\nThe truce in Hodeidah holds for a third day, and the first ship with fuel has docked, port workers said.\n"
    (story,) = layout(page, title="Red Sea Letter: fuel at last", format="eml").stories
    assert story.title == "Red Sea Letter: fuel at last"


def test_a_title_printed_over_two_lines_is_the_title_of_the_file() -> None:
    page = "Data note: deaths in the\nLake Chad basin in 2021\n\nThe events of 2021 show fewer deaths than those of the year before, and more of them on the islands.\n"
    (story,) = layout(page, title="Data note: deaths in the Lake Chad basin in 2021", format="pdf").stories
    assert story.title == "Data note: deaths in the Lake Chad basin in 2021"


TAIL = """{story}

More from Lake Letter

A ferry crosses to Bol, Chad, March 4, 2023.
Reuters/Ali Moussa
Chad’s junta has named a civilian to lead the commission that will write the new constitution.

Cameroon’s lawyers have ended their strike in the two western regions after four weeks of empty courts.
"""


def test_an_undated_teaser_takes_the_days_of_those_listed_with_it() -> None:
    _, dated, undated = layout(TAIL.format(story=PROSE.format(line="The guards are alive."))).stories
    assert dated.date and undated.date
    assert undated.date.start < dated.date.start and undated.date.end > dated.date.end
    assert "same crawl" in undated.date_because


def test_a_teaser_never_takes_the_date_of_the_pages_own_story() -> None:
    page = "12 May 2019\n" + TAIL.replace("March 4, 2023", "at dusk").format(
        story=PROSE.format(line="It rained.")
    )
    assert [story.date for story in layout(page).stories][1:] == [None, None]


@pytest.mark.parametrize(
    "unit", ["1 Comment\n", "Reply\n", "1 A.1\n", "12:30\n", "**A:** b ", "Ab: Cd. ", "Dear all,\n"]
)
def test_repetitive_mess_takes_time_in_proportion(unit: str) -> None:
    page = layout(PROSE.format(line=unit * 20_000), title="The week in Niger", format="eml")
    assert page.blocks
