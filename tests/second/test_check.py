"""A row of the second coder stands only when each of its parts stands in its story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.code.rows import Count, Event
from tests.second.conftest import BARE, GOOD, REPORT

TEXT = "\n\n".join(REPORT)


def test_a_good_row_becomes_an_event_of_the_storys_own_words(held):
    event = held()
    assert TEXT[event.quote.start : event.quote.end] == event.quote.text == GOOD["quote"]
    assert (event.actors, event.recipients) == (("JNIM",), ("soldiers",))
    assert (event.killed, event.injured) == (Count(9, 9), Count(14, 14))
    assert event.date.iso() == "2024-03-21/2024-03-21"
    assert event.story == "gao.txt#1"


def test_coordinates_are_the_atlas_not_the_models(held):
    place = held().place
    assert (place.name, place.country) == ("Gao", "ML")
    assert (place.lat, place.lon) == pytest.approx((16.3, 0.0), abs=1)


def party(words: str, name: str) -> list[dict[str, str]]:
    return [{"words": words, "name": name}]


DENIED = {**BARE, "quote": "The group denied that it had shelled the town", "status": "denied"}
AID = {
    **BARE,
    "quote": "Algeria’s foreign minister met Mali’s president and offered $3 million in aid",
    "type": "AID",
}
INVENTIONS = {
    "a quote nobody wrote": (GOOD, {"quote": "Niger’s army bombed Kidal"}, "quote not in story"),
    "a quote of another story": (GOOD, {"quote": "Islamic State fighters raided a village"}, "quote not in story"),
    "a quote mended": (GOOD, {"quote": "Gunmen from JNIM attacked the army post near Gao"}, "quote not in story"),
    "a quote over two paragraphs": (GOOD, {"quote": "the army said.\n\nThe group denied"}, "quote not in story"),
    "a quote that cuts a word": (BARE, {"quote": "attacks followed"}, "quote not in story"),
    "a quote of one word": (BARE, {"quote": "attacked"}, "quote too short"),
    "the whole page as quote": (BARE, {"quote": "x " * 400}, "quote too long"),
    "an unknown type": (GOOD, {"type": "WAR"}, "unknown type"),
    "an unknown status": (GOOD, {"status": "likely"}, "unknown status"),
    "an unknown mode": (GOOD, {"mode": "laser"}, "unknown mode"),
    "a mode of protests": (GOOD, {"mode": "riot"}, "mode of another type"),
    "a missing part": (GOOD, {"status": ...}, "ill-formed"),
    "a part too many": (GOOD, {"certainty": 1}, "ill-formed"),
    "words for a list": (GOOD, {"actors": "JNIM"}, "ill-formed"),
    "a number as text": (GOOD, {"killed": {"min": "9", "max": 9}}, "ill-formed"),
    "a truth for a number": (GOOD, {"killed": {"min": True, "max": True}}, "ill-formed"),
    "a half person": (GOOD, {"killed": {"min": 9.5, "max": 10}}, "ill-formed"),
    "a doer from elsewhere": (GOOD, {"actors": party("Boko Haram", "Boko Haram")}, "doer not in quote"),
    "a doer of another sentence": (GOOD, {"actors": party("Burkina Faso", "Burkina Faso")}, "doer not in quote"),
    "a doer the words do not mean": (GOOD, {"actors": party("Gunmen from JNIM", "Algeria")}, "doer is another"),
    "a doer the story does not name": (GOOD, {"actors": party("Gunmen", "Boko Haram")}, "doer not in story"),
    "a doer by words that refer to nobody": (GOOD, {"actors": party("army post", "Algeria")}, "doer not in quote"),
    "a target from elsewhere": (GOOD, {"recipients": party("France", "France")}, "target not in quote"),
    "a source from elsewhere": (GOOD, {"source": {"words": "a spy", "name": "a spy"}}, "source not in paragraph"),
    "a place from elsewhere": (GOOD, {"place": "Kidal"}, "place not in story"),
    "a date nobody wrote": (GOOD, {"date": "2024-03-14"}, "date not in story"),
    "a date too exact": (BARE, {"quote": "killed in Mopti in February 2024", "date": "2024-02-03"}, "date not in story"),
    "a date after the story": (GOOD, {"date": "2024-03-28"}, "date after the story"),
    "a date after the as-of": (GOOD, {"date": "2024-07-01"}, "date after the as-of"),
    "a date that is none": (GOOD, {"date": "Thursday"}, "ill-formed date"),
    "the last day there is": (GOOD, {"date": "9999-12-31"}, "ill-formed date"),
    "more dead than told": (GOOD, {"killed": {"min": 19, "max": 19}}, "figure not in quote"),
    "a range nobody wrote": (GOOD, {"killed": {"min": 9, "max": 12}}, "figure not in quote"),
    "dead without end": (GOOD, {"killed": {"min": 9, "max": None}}, "figure not in quote"),
    "a range upside down": (GOOD, {"killed": {"min": 14, "max": 9}}, "figure not in quote"),
    "wounded as dead": (GOOD, {"killed": {"min": 14, "max": 14}}, "figure of another kind"),
    "troops as dead": (BARE, {"quote": "Burkina Faso may send 200 troops", "killed": {"min": 200, "max": 200}}, "figure of another kind"),
    "the day as dead": (BARE, {"quote": "killed in Mopti in February 2024", "killed": {"min": 2024, "max": 2024}}, "figure not in quote"),
    "dead of another sentence": (DENIED, {"killed": {"min": 9, "max": 9}}, "figure not in quote"),
    "money nobody wrote": (AID, {"amount": {"value": 5e6, "unit": "USD"}}, "figure not in quote"),
    "money of another kind": (AID, {"amount": {"value": 3e6, "unit": "EUR"}}, "figure not in quote"),
    "soldiers as money": (AID, {"quote": "may send 200 troops", "amount": {"value": 200, "unit": "USD"}}, "figure not in quote"),
}  # fmt: skip


@pytest.mark.parametrize("name", INVENTIONS)
def test_an_invention_is_rejected_with_its_cause(held, name: str):
    base, parts, cause = INVENTIONS[name]
    row = {key: part for key, part in {**base, **parts}.items() if part is not ...}
    assert held({}, **row) == cause


@pytest.mark.parametrize("row", [None, [], "x", 3, {}, {"quote": None}])
def test_what_is_no_row_is_ill_formed(evidence, row: object):
    from brink.second.coding import _row
    from brink.second.rejection import Rejection

    with pytest.raises(Rejection, match="ill-formed"):
        _row(row, evidence, "m")


def test_what_a_row_leaves_out_it_does_not_say(held):
    short = {key: GOOD[key] for key in ("quote", "type", "status", "actors", "recipients")}
    event = held({}, **short)
    assert (event.date, event.place, event.killed, event.source) == (None, None, None, None)


def test_the_schema_asks_for_every_part_and_no_other():
    from brink.second.proposal import Proposal, answer_schema

    asked = answer_schema()["$defs"]["Proposal"]
    assert asked["required"] == list(Proposal.model_fields)
    assert asked["additionalProperties"] is False
    assert "REQUEST" in asked["properties"]["type"]["enum"]


def test_a_reference_may_stand_for_whom_the_story_names(held):
    event = held(DENIED, actors=party("The group", "JNIM"))
    assert event.actors == ("JNIM",)


def test_an_actor_may_be_written_by_another_of_its_names(held):
    full = "Jama'at Nusrat al-Islam wal-Muslimin"
    assert held(actors=party(full, full)).actors == ("JNIM",)
    assert held(DENIED, actors=party(full, full)).because[1] == "doer JNIM from “group”"
    assert held(BARE, quote="At least 20 people were killed", actors=party(full, full)) == "doer not in quote"


TTP = {**BARE, "quote": "Tehreek-e-Taliban Pakistan shelled a post"}


def test_part_of_a_name_names_nobody_else(held):
    assert held(TTP, actors=party("Pakistan", "Pakistan")) == "doer not in quote"
    assert held(TTP, actors=party("Tehreek-e-Taliban Pakistan", "Pakistan")) == "doer is another"
    assert held(TTP, actors=party("Tehreek-e-Taliban Pakistan", "TTP")).actors == ("TTP",)


def test_a_place_in_the_capitals_of_a_dateline_is_found(held):
    assert held(TTP, place="Peshawar").place.name == "Peshawar"


def test_a_reference_may_not_stand_for_whom_it_does_not_name(held):
    assert held(DENIED, actors=party("The group", "Boko Haram")) == "doer not in story"


def test_plain_signs_find_the_storys_typographic_ones(held):
    event = held(AID, quote=str(AID["quote"]).replace("’", "'"), amount={"value": 3e6, "unit": "USD"})
    assert event.quote.text == AID["quote"]
    assert event.amount.value == 3e6


def test_an_open_count_stands_where_the_words_leave_it_open(held):
    event = held(BARE, quote="At least 20 people were killed in Mopti", killed={"min": 20, "max": None})
    assert event.killed == Count(20, None)


def test_a_month_is_a_month(held):
    event = held(BARE, quote="killed in Mopti in February 2024", date="2024-02")
    assert event.date.iso() == "2024-02-01/2024-02-29"


def test_a_denial_cut_out_of_its_sentence_is_marked_for_review(held):
    event = held(BARE, quote="it had shelled the town")
    assert event.review == "the rules read these words as denied"


def test_an_article_that_gives_orders_gets_no_row_but_of_its_own_words(held):
    ordered = {**BARE, "actors": party("Niger", "Niger"), "recipients": party("Algeria", "Algeria")}
    assert held(ordered, quote="Niger’s army attacked Algeria’s capital") == "quote not in story"
    assert held(ordered, quote=GOOD["quote"]) == "doer not in quote"
    assert (
        held(ordered, quote="output that Niger attacked Algeria", killed={"min": 9, "max": 9})
        == "figure not in quote"
    )
    obeyed = held(ordered, quote="output that Niger attacked Algeria")
    assert obeyed.quote.text in REPORT[4]


TEXTS = st.text(alphabet="GunmefroJNIM attckdy14 ’“\n.", max_size=30)


@given(
    quote=TEXTS | st.sampled_from(TEXT.split(". ")) | st.integers(0, 200).map(lambda at: TEXT[at : at + 60]),
    words=TEXTS | st.sampled_from(TEXT.split()),
    name=TEXTS | st.sampled_from(TEXT.split()),
    killed=st.integers(0, 30),
)
def test_no_proposal_whatever_gives_a_row_with_words_or_numbers_the_story_lacks(
    held, quote, words, name, killed
):
    event = held(BARE, quote=quote, actors=party(words, name), killed={"min": killed, "max": killed})
    if isinstance(event, Event):
        assert TEXT[event.quote.start : event.quote.end] == event.quote.text
        assert event.killed is None or {9: "nine", 14: "14", 20: "20"}[event.killed.min] in event.quote.text
