"""Each kind of line that surrounds a report gets its role."""

from __future__ import annotations

import pytest

from tests.read.layout.pages import bodies, kind_of, kinds

STORY = """Rebels free nine drivers near Bamenda

The separatists handed the drivers to a priest on Tuesday, a church official said.

{line}

The army had searched the hills around Bamenda for a week and found only an empty camp.
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "boilerplate"),
        ("{{ item.headline }}", "boilerplate"),
        ("Share this: Facebook Twitter Email", "boilerplate"),
        ("Type: Commentary", "boilerplate"),
        ("SecurityPeace ProcessesClimate", "boilerplate"),
        ("- YouTube", "boilerplate"),
        ("* * *", "boilerplate"),
        ("https://example.org/cameroon", "boilerplate"),
        ("Monthly NewsletterQ", "newsletter"),
        ("Enjoying our articles? Tap here and subscribe for full access. Just $6 a month.", "newsletter"),
        ("Sign up for our daily briefing", "newsletter"),
        ("READ MORE: The schools that war closed", "related"),
        ("We use cookies to improve this site. Read our cookie policy.", "banner"),
        ("FILE - Soldiers guard a bridge at Ekona, Cameroon, May 3, 2021.", "caption"),
        ("A checkpoint on the road to Kumbo. (Paul Atanga/AFP)", "caption"),
        ("A boy waits by a burnt lorry near Kumbo, Cameroon, March 9, 2023.", "caption"),
        ("REUTERS/Josiane Mbe", "credit"),
        ("(Reporting by Josiane Mbe; Editing by Al Hay)", "credit"),
        ("12 March 2023", "dateline"),
        ("Wednesday, March 8, 2023 at 10:30 am", "dateline"),
    ],
)  # fmt: skip
def test_a_line_within_a_story_gets_its_role(line: str, kind: str) -> None:
    text = STORY.format(line=line)
    assert kind_of(line, text) == kind
    assert [len(body) for body in bodies(text)] == [2]


@pytest.mark.parametrize(
    "line",
    [
        "“We walked for three days.”",
        "Nobody answered.",
        "The rebels sell cocoa; the soldiers tax it.",
        "Read out in court, the order named eleven men.",
        "He told Reuters on 3 March 2023 that the camp had been empty.",
        "More from the valley followed them: forty families on foot, with goats and mattresses.",
        "- a list of hostages, which the priest read aloud",
        "Witness: They came in two cars and asked for the headmaster.",
        "The ceasefire took hold on March 9, 2023.",
        "The commander holds the bridge; it fell on March 9, 2023.",
        "Subscribers to the pact include eleven villages along the river and two across the border.",
        "Why did they come back? Because the cocoa was ripe, a trader said.",
    ],
)
def test_an_ordinary_line_stays_in_the_body(line: str) -> None:
    assert kind_of(line, STORY.format(line=line)) == "body"


def test_a_widget_glued_to_a_credit_is_parted_from_it() -> None:
    assert kinds("Credit: AP Photo/Lin Htay, FileAdvertisement")[:2] == [
        ("credit", "Credit: AP Photo/Lin Htay, File"),
        ("boilerplate", "Advertisement"),
    ]


def test_a_wire_dateline_is_parted_from_the_first_paragraph() -> None:
    text = "NIAMEY, Niger (AP) — Gunmen killed a mayor in Tillabéri on Sunday, officials said."
    assert kinds(text) == [
        ("dateline", "NIAMEY, Niger (AP) —"),
        ("body", "Gunmen killed a mayor in Tillabéri on Sunday, officials said."),
    ]


def test_a_speaker_in_capitals_is_no_dateline() -> None:
    text = "SESAY: The bridge was open on Friday, they told me.\nKAMARA: And who closed it after that?"
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


def test_a_sentence_printed_again_under_a_heading_is_a_pull_quote() -> None:
    again = "Nobody counts the dead in Rakhine."
    text = f"Silence\n\n{again} The hospitals are shut.\n\nThe shut wards\n\n{again}\n\nThe last doctor left in May."
    assert kinds(text)[3] == ("pull-quote", again)


def test_a_caption_printed_twice_is_a_caption_both_times() -> None:
    line = "Fishermen land their catch in Hodeidah under the eyes of a guard."
    text = f"The sea gives less\n{line}\n{line}\n\nCatches off Hodeidah have halved since the war began."
    assert [kind for kind, _ in kinds(text)] == ["title", "caption", "caption", "body"]


def test_what_the_writer_is_stands_outside_the_body() -> None:
    text = (
        STORY.format(line="Nobody was hurt.") + "\nEmma Fon is a researcher at a peace institute in Buea.\n"
    )
    assert kind_of("Emma Fon", text) == "byline"
