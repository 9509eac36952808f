"""Where stories begin and end on a page, and what they are called."""

from __future__ import annotations

from datetime import date

import pytest

from brink.dates import DateInterval
from brink.read.document import Document
from brink.read.layout import split
from tests.read.layout.pages import bodies, document, layout

JOINED = (
    "Army says it holds Kitshanga\n"
    "Government soldiers entered the town in Masisi on Friday, General Sylvain Ekenge said. The M23 gave no comment."
    "{joint}Truce talks in Luanda end without a text\n"
    "Envoys of Burundi and Rwanda met for nine hours with João Lourenço. They will meet again in two weeks.\n"
)


@pytest.mark.parametrize("joint", ["", "\n", "\n\n"])
def test_a_title_after_a_story_opens_another_with_or_without_a_line_break(joint: str) -> None:
    text = JOINED.format(joint=joint)
    assert [story.title for story in layout(text).stories] == [
        "Army says it holds Kitshanga",
        "Truce talks in Luanda end without a text",
    ]


def test_a_title_glued_on_both_sides_is_found() -> None:
    text = JOINED.format(joint="").replace("text\n", "text").replace("Kitshanga\n", "Kitshanga")
    assert [body[0][:20] for body in bodies(text)] == ["Government soldiers ", "Envoys of Burundi an"]


def test_a_missing_space_between_sentences_parts_nothing() -> None:
    text = "Shells hit Donetsk at noon.Two people died there.The mayor spoke of a war crime."
    assert bodies(text) == [[text]]


@pytest.mark.parametrize("name", ["McKenzie", "WhatsApp", "YouTube", "DeSantis"])
def test_a_name_with_a_capital_inside_parts_nothing(name: str) -> None:
    text = f"A message that {name} passed on began the riot in Jos.And then the market burned, traders told the police."
    assert bodies(text) == [[text]]


@pytest.mark.parametrize("place", ["N'Djamena", "N’Djamena", "Côte d'Ivoire", "Sana’a", "O’Brien"])
def test_an_apostrophe_before_a_capital_parts_nothing(place: str) -> None:
    text = f"Soldiers shot a party leader in his office near the river in {place} on Wednesday. He died in the night."
    assert bodies(text) == [[text]]


def test_headings_of_one_subject_part_no_story() -> None:
    text = (
        "Why the truce in Tigray holds\n\nThe guns in Tigray fell silent in November. Mekelle has flights again, and "
        "Addis Ababa sends salaries.\n\nWhat Eritrea wants\n\nTroops from Asmara still hold Irob in Tigray. Addis Ababa "
        "says little of it, and Mekelle protests.\n"
    )
    story, *others = layout(text).stories
    assert others == []
    assert [block.kind for block in story.blocks] == ["title", "body", "heading", "body"]


def test_teasers_with_a_text_are_blurbs_and_bare_titles_are_not() -> None:
    text = (
        "Fighting spreads in Sennar\n\nThe army lost the bridge of Singa on Sunday, residents said.\n\nMore from The Nile\n\n"
        "Cairo opens a border post at Argeen, and bus drivers rejoice after nine months.\n\nFive books on Sudan\n"
    )
    assert [story.kind for story in layout(text).stories] == ["story", "blurb"]
    assert layout(text).blocks[-1].kind == "related"


def test_a_story_goes_on_after_a_list_of_related_titles() -> None:
    text = (
        "Strike hits Lviv\n\nMissiles hit a depot in Lviv on Monday, mayor Andriy Sadovyi said.\n\nRelated\nPoland scrambles jets\n"
        "Who makes the Kinzhal?\n\nThe depot in Lviv held grain, said Mr Sadovyi. Nobody was killed.\n"
    )
    assert [len(body) for body in bodies(text)] == [2]


def test_run_in_heads_on_different_subjects_make_a_round_up() -> None:
    text = (
        "News in brief\nTalks stall. Negotiators for Armenia and Azerbaijan left Washington without a text, and no date "
        "was set for another round of talks.\nPort reopens. Ships unloaded grain in Hodeidah for the first time since "
        "July, after Israel bombed the cranes and the Houthis repaired two of them.\n"
    )
    stories = layout(text).stories
    assert [(story.kind, story.title) for story in stories] == [
        ("roundup-item", "Talks stall"),
        ("roundup-item", "Port reopens"),
    ]
    assert text[stories[0].start :].startswith("Negotiators")


def test_short_opening_sentences_on_one_subject_make_no_round_up() -> None:
    paragraph = (
        "{} The junta of Myanmar rules from Naypyidaw, and the Arakan Army holds most of Rakhine around it."
    )
    text = "The junta’s last year\n" + "\n".join(
        map(paragraph.format, ("Trust is gone.", "Fear stays.", "Money fled."))
    )
    assert [story.kind for story in layout(text).stories] == ["story"]


def test_hard_wrapped_lines_make_one_block_a_paragraph() -> None:
    text = (
        "Gunmen on motorcycles attacked a gold mine near the town of\n"
        "Barsalogho on Monday and killed at least eleven people, two\n"
        "miners told a reporter by telephone.\n"
        "\n"
        "The army arrived when the attackers had left, they said, and\n"
        "it arrested a trader whom the miners called innocent.\n"
    )
    assert [len(body) for body in bodies(text)] == [2]


def test_the_document_title_names_the_story_when_no_line_does() -> None:
    found = layout("Two monks were shot in Yala on Sunday, police said.", title="Monks shot in Yala")
    assert found.stories[0].title == "Monks shot in Yala"


def test_the_line_that_is_the_document_title_is_chosen_as_title() -> None:
    text = "Our special coverage of the long war in the south\n\nMonks shot in Yala\n\nTwo monks were shot in Yala, police said."
    assert layout(text, title="Monks shot in Yala | Siam Post").stories[0].title == "Monks shot in Yala"


def test_the_site_after_a_title_is_its_outlet() -> None:
    story = layout(
        "Three villages change hands near Bakhmut – The Dnipro Review\n\nFighting went on, officers said."
    ).stories[0]
    assert (story.title, story.outlet) == ("Three villages change hands near Bakhmut", "The Dnipro Review")


def test_a_headline_alone_is_kept_as_the_body() -> None:
    assert bodies("Gunmen kill 14 farmers near Bankass") == [["Gunmen kill 14 farmers near Bankass"]]


def test_the_date_of_one_story_does_not_reach_its_neighbour() -> None:
    text = (
        "Bombs fall on Saada\nBy Amal Naji\n4 May 2015\nPlanes struck a market in Saada, medics said.\n"
        "Saada buries its mayor\nBy Amal Naji\n9 June 2021\nThe mayor was shot at prayer, his brother said.\n"
    )
    assert [story.date for story in layout(text).stories] == [
        DateInterval.day(date(2015, 5, 4)),
        DateInterval.day(date(2021, 6, 9)),
    ]


def test_the_page_date_belongs_to_its_first_story_alone() -> None:
    page = document(JOINED.format(joint=""))
    dated = Document(
        id=page.id, text=page.text, digest=page.digest, format="txt", date=DateInterval.day(date(2022, 12, 1)), date_because="stated"
    )  # fmt: skip
    first, second = split(dated).stories
    assert first.date == DateInterval.day(date(2022, 12, 1))
    assert second.date != first.date
