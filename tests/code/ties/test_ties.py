"""Which words tie two actors, in which direction, and which do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.passage import Setting
from brink.code.rows import Tie
from brink.code.ties import find_ties
from brink.dates import DateInterval
from tests.code.stance.hand import mark, passages_of

SETTING = Setting(document="page.txt", story="page.txt#1", date=DateInterval.day(date(2023, 6, 1)))
PEOPLE: Mapping[str, str] = {"Musa Bello": "Musa Bello (person)", "JNIM": "JNIM", "Mali": "Mali"}


def ties(text: str, *actors: str) -> list[Tie]:
    passages = passages_of(text)
    return find_ties(passages, SETTING, mark(passages, actors))


def news_ties(text: str) -> list[str]:
    """Ties between whom the shipped gazetteer finds."""
    passages = passages_of(text)
    found = find_ties(passages, SETTING, find_actors(passages, SETTING, Gazetteer.load()))
    return [f"{t.a} {t.relation} {t.b}{' over' if t.sign == '0' else ''}" for t in found]


def test_two_names_side_by_side_are_not_tied() -> None:
    assert ties("Chad and Libya sent delegates to the talks.", "Chad", "Libya") == []


def test_a_backer_is_the_patron_whichever_way_it_is_said() -> None:
    active = ties("Asmara backs the militia.", "Asmara", "militia")
    passive = ties("The militia is backed by Asmara.", "Asmara", "militia")
    compound = ties("The Asmara-backed militia fled.", "Asmara", "militia")
    assert {(tie.a, tie.relation, tie.b) for tie in [*active, *passive, *compound]} == {
        ("Asmara", "patron", "militia")
    }


def test_a_proxy_turns_the_tie_around() -> None:
    (tie,) = ties("The militia is a proxy of Asmara.", "Asmara", "militia")
    assert (tie.a, tie.relation, tie.b, tie.directed) == ("Asmara", "patron", "militia", True)


@pytest.mark.parametrize(
    "text",
    [
        "Chad is not an ally of the RSF.",
        "Chad denied that it is an ally of the RSF.",
        "Chad may become an ally of the RSF.",
    ],
)
def test_denied_or_possible_ties_are_left_out(text: str) -> None:
    assert ties(text, "Chad", "RSF") == []


def test_a_tie_that_is_over_has_no_sign_and_says_so() -> None:
    (tie,) = ties("Chad, a former ally of the RSF, closed its border.", "Chad", "RSF")
    assert tie.sign == "0"
    assert "it is over" in tie.because


def test_a_break_is_dated_by_its_sentence() -> None:
    (tie,) = ties("The faction broke with JNIM in March 2021.", "faction", "JNIM")
    assert tie.when is not None
    assert tie.when.iso() == "2021-03-01/2021-03-31"


def test_a_post_ties_a_person_to_a_body_and_not_the_reverse() -> None:
    passages = passages_of("JNIM spokesman Musa Bello, who met Mali officials, spoke.")
    found = find_ties(passages, SETTING, mark(passages, PEOPLE))
    assert [(tie.a, tie.relation, tie.b) for tie in found] == [("Musa Bello", "member", "JNIM")]


def test_a_mediator_is_tied_to_each_side() -> None:
    found = ties("Oman mediated between Riyadh and the Houthis.", "Oman", "Riyadh", "Houthis")
    assert {(tie.a, tie.b) for tie in found} == {("Oman", "Riyadh"), ("Oman", "Houthis")}


def test_an_accusation_of_support_names_who_makes_it() -> None:
    (tie,) = ties("Kinshasa says that Kigali backs the M23.", "Kinshasa", "Kigali", "M23")
    assert (tie.a, tie.b) == ("Kigali", "M23")
    assert "Kinshasa says so" in tie.because


def test_rivals_are_tied_without_direction() -> None:
    (tie,) = ties("Algiers and Rabat are rivals.", "Algiers", "Rabat")
    assert (tie.relation, tie.sign, tie.directed) == ("rival", "-", False)


def test_the_quote_runs_from_one_actor_to_the_other() -> None:
    (tie,) = ties("On Monday Ansaru pledged allegiance to Katiba Macina again.", "Ansaru", "Katiba Macina")
    assert tie.quote.text == "Ansaru pledged allegiance to Katiba Macina"


def test_a_charge_ties_the_one_charged_and_names_who_makes_it() -> None:
    (tie,) = ties("Kinshasa accuses Rwanda of sheltering M23.", "Kinshasa", "Rwanda", "M23")
    assert (tie.a, tie.relation, tie.b) == ("Rwanda", "patron", "M23")
    assert "alleges it" in tie.because[-1]


def test_who_enjoys_a_haven_under_somebody_has_a_patron() -> None:
    (tie,) = ties("The ELN has a safe haven in Venezuela.", "ELN", "Venezuela")
    assert (tie.a, tie.relation, tie.b) == ("Venezuela", "patron", "ELN")


def test_an_entry_of_a_roster_is_about_the_name_it_opens_with() -> None:
    (tie,) = ties("M23 – Tutsi rebels; enemy of Kinshasa.", "M23", "Kinshasa")
    assert (tie.a, tie.relation, tie.b) == ("M23", "enemy", "Kinshasa")


def test_doing_as_another_does_makes_nobody_its_member() -> None:
    assert ties("Hamas joined Fatah in deploring the raid.", "Hamas", "Fatah") == []


def test_whom_somebody_is_against_is_no_party_to_the_tie() -> None:
    rows = ties("Kabul gives sanctuary to the anti-Mali insurgent group JNIM.", "Kabul", "Mali", "JNIM")
    assert {(row.a, row.relation, row.b) for row in rows} == {
        ("Kabul", "patron", "JNIM"),
        ("JNIM", "rival", "Mali"),
    }


def test_where_a_group_is_makes_nobody_its_ally() -> None:
    rows = ties("Some factions in Mali are allied with JNIM.", "Mali", "JNIM")
    assert rows == []


def test_what_somebody_is_not_ties_nobody() -> None:
    assert ties("Congo is not at war with Rwanda.", "Congo", "Rwanda") == []


def test_haven_given_to_a_group_makes_its_giver_a_patron() -> None:
    (tie,) = ties("Uganda has given the M23 transit and supplies.", "Uganda", "M23")
    assert (tie.a, tie.relation, tie.b) == ("Uganda", "patron", "M23")


def test_arms_delivered_once_are_an_event_and_no_tie() -> None:
    assert ties("Uganda gave the M23 rifles on Monday.", "Uganda", "M23") == []


def test_partners_of_old_are_all_partners_no_more() -> None:
    rows = ties("Mali and Niger, once partners of Paris, left.", "Mali", "Niger", "Paris")
    assert {(row.a, row.sign) for row in rows} == {("Mali", "0"), ("Niger", "0")}


def test_a_militia_described_as_hostile_is_the_one_named() -> None:
    (tie,) = ties("The FDLR, a militia hostile to Kigali, left.", "FDLR", "Kigali")
    assert (tie.a, tie.relation, tie.b) == ("FDLR", "enemy", "Kigali")


def test_one_of_several_foes_is_a_foe() -> None:
    (tie,) = ties("The union, one of Yangon's oldest foes, agreed.", "union", "Yangon")
    assert (tie.a, tie.relation, tie.b) == ("union", "enemy", "Yangon")


def test_relations_that_have_soured_are_a_rivalry() -> None:
    (tie,) = ties("Relations between Bamako and Algiers have soured.", "Bamako", "Algiers")
    assert tie.relation == "rival"


@pytest.mark.parametrize("post", ["Defence Minister", "Interior Minister", "Army Chief"])
@pytest.mark.parametrize("name", ["Sadio Camara", "Rukia Omari"])
def test_a_post_before_a_name_is_held_in_the_state_of_its_adjective(post: str, name: str) -> None:
    passages = passages_of(f"Chadian {post} {name} toured the base.")
    mentions = mark(passages, {"Chadian": "Chad", name: f"{name} (person)"})
    (tie,) = find_ties(passages, SETTING, mentions)
    assert (tie.a, tie.relation, tie.b) == (name, "member", "Chad")


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Al-Shabaab, which has ties to al-Qaida, attacked.", "al-Shabaab ally al-Qaida"),
        ("The arch-rivals India and Pakistan exchanged lists.", "India rival Pakistan"),
        ("Al-Shabaab, al-Qaida's affiliate in Somalia, attacked.", "al-Shabaab member al-Qaida"),
        ("Israel and Hezbollah have been at war since October.", "Israel enemy Hezbollah"),
        ("The FDLR, a militia opposed to the Rwandan government, fled.", "FDLR rival Rwanda"),
        (
            "Hayat Tahrir al-Sham, once al-Qaida's affiliate in Syria, fled.",
            "Hayat Tahrir al-Sham member al-Qaida over",
        ),
        ("Turkey has ties to Germany.", ""),
    ],
)
def test_ties_of_names_that_the_gazetteer_has(sentence: str, tie: str) -> None:
    assert news_ties(sentence) == ([tie] if tie else [])


def test_a_backer_backs_the_militia_and_not_the_country_it_is_in() -> None:
    assert "Iran patron Iraq" not in news_ties("A militia in Iraq backed by Iran fired rockets.")
    assert news_ties("Hezbollah, a militia in Lebanon backed by Iran, fired rockets.") == [
        "Iran patron Hezbollah"
    ]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Katiba Macina is one of the groups that merged in 2017 to form JNIM.", ["Katiba Macina member JNIM"]),
        ("Wagner fighters were folded into the Africa Corps.", ["Wagner Group member Africa Corps"]),
        (
            "Mali and Niger left ECOWAS and formed the Alliance of Sahel States.",
            [f"{a} member {b}" for a in ("Mali", "Niger") for b in ("ECOWAS over", "Alliance of Sahel States")],
        ),
        ("Former FARC commanders formed the Segunda Marquetalia.", []),
        ("Riek Machar's SPLM-IO took Nasir.", ["Riek Machar member SPLM-IO"]),
        ("The United Wa State Army has long been supplied with weapons by China.",
         ["China patron United Wa State Army"]),
        ("Ethiopia and Eritrea, allies against the TPLF until 2022, met.", ["Ethiopia ally Eritrea over"]),
        ("Tren de Aragua and the ELN have been rivals since 2021.", ["Tren de Aragua rival ELN"]),
        ("Hezbollah, which Iran funds, fired rockets.", ["Iran patron Hezbollah"]),
        ("JNIM, which swore allegiance to al-Qaida, fled.", ["JNIM allegiance al-Qaida"]),
        ("Fano fighters battled Tigrayan rebels alongside the Ethiopian army.",
         ["Fano ally ENDF", "Fano enemy Tigray Defence Forces"]),
        ("Ivan Mordisco, whose Central General Staff fled, spoke.", ["Ivan Mordisco member Estado Mayor Central"]),
        ("They fought the Domingo Lain Front, one of the ELN's units.", ["Domingo Lain Front member ELN"]),
        ("Tareq Saleh, a nephew of the late president Ali Saleh and commander of the Kitgwang, left.",
         ["Tareq Saleh member Kitgwang"]),
        ("Algeria, which once mediated between Mali and the FLA, shot down a drone.",
         ["Algeria mediator FLA over", "Algeria mediator Mali over"]),
        ("The Group for the Support of Islam and Muslims (JNIM), al-Qaeda's branch in the Sahel, claimed the attack.",
         ["JNIM member al-Qaida"]),
        ("French troops left Mali in August 2022.", []),
        ("French troops withdrew from Niger.", []),
    ],
)  # fmt: skip
def test_ties_of_who_is_made_of_whom_and_who_left(text: str, stated: list[str]) -> None:
    assert sorted(news_ties(text)) == sorted(stated)
