"""Acts told by words that ask for company: journeys, clashes of words, expulsions, nested acts."""

from __future__ import annotations

import pytest

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.events import find_events
from brink.code.figures import find_figures
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places
from brink.dates import DateInterval

DAY = DateInterval.parse("2024-05-15")


def coded(text):
    passage, setting = Passage("d", "d#1", 0, 0, load_pipeline()(text)), Setting("d", "d#1", DAY)
    mentions = find_actors([passage], setting, Gazetteer.load())
    find_places([passage], mentions)
    return find_events([passage], setting, mentions, [find_figures(passage, anchor=DAY)])


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Sudan's president left for Chad on Monday.", "CONSULT happened Sudan > Chad"),
        ("Sudan's president ended a three-day visit to Chad.", "CONSULT happened Sudan > Chad"),
        ("The withdrawal of Chad was completed on Monday.", "RETREAT happened Chad > "),
        ("The president of Chad was sent a death threat by rebels.", "THREATEN happened rebels > Chad"),
        ("France approved 200 million euros in aid for Chad.", "AID happened France > Chad"),
        (
            "The Red Crescent delivered tents to the displaced in Gao.",
            "AID happened Red Crescent > displaced",
        ),
        ("Uganda gave rifles to the army.", "AID happened Uganda > army"),
        (
            "The World Food Programme delivered 200 tons of food to Kadugli.",
            "AID happened World Food Programme > ",
        ),
        ("The European Union pledged 40 million euros in support.", "AID planned European Union > "),
        ("The RSF regained control of Bara.", "COERCE happened RSF > "),
        ("Gunmen killed tens of thousands of people.", "ASSAULT happened gunmen > people"),
        ("Sudan lashed out at Chad.", "ACCUSE happened Sudan > Chad"),
        ("Sudan attacked Chad's policy.", "ACCUSE happened Sudan > Chad"),
        ("Sudan blamed the raid on Chad.", "ACCUSE happened Sudan > Chad"),
        ("Poland clashed with Brussels over judicial reforms.", "REJECT happened Poland > European Union"),
        ("Three Russian diplomats were expelled from Bulgaria.", "SANCTION happened Bulgaria > Russia"),
        ("Sudan ordered Chad's ambassador to leave.", "SANCTION happened Sudan > Chad"),
        ("Sudan agreed to swap prisoners with Chad.", "AGREE happened Sudan > Chad"),
        ("Iran refused to negotiate with Washington.", "REJECT happened Iran > United States"),
        ("Azerbaijan denied shelling Armenian positions.", "ASSAULT denied Azerbaijan > Armenia"),
        ("France promised Niger 50 million euros in aid.", "AID planned France > Niger"),
        ("Sudan forgave Chad's debt.", "AID happened Sudan > Chad"),
        ("Sudan proposed a truce to Chad.", "CONCEDE possible Sudan > Chad"),
        ("Sudan is conducting military exercises near Chad.", "MOBILIZE ongoing Sudan > "),
        ("Sudan and Chad held joint drills.", "COOPERATE happened Sudan, Chad > Sudan, Chad"),
        ("Sudan test-fired a missile.", "MOBILIZE happened Sudan > "),
        ("Tunisian workers walked out over unpaid wages.", "PROTEST happened Tunisian workers > "),
        ("Malaysia walked out of talks with Israel.", "REJECT happened Malaysia > Israel"),
        ("Bolivia wants Chile to return its coast.", "REQUEST ongoing Bolivia > Chile"),
        ("Mali gave the UN mission until December to leave.", "REQUEST happened Mali > United Nations"),
        ("Kenya and Somalia accused each other of lying.", "ACCUSE happened Kenya, Somalia > Kenya, Somalia"),
        ("Mali's parliament passed a motion condemning Chad.", "ACCUSE happened Malian parliament > Chad"),
        ("The M23 vowed not to attack Goma.", "AGREE happened M23 > "),
        ("French troops pulled out of Chad on Thursday.", "RETREAT happened French Army > "),
        ("The army left the town, leaving behind stocks of fuel.", "RETREAT happened army > "),
        ("Sudan warned Chad of war.", "THREATEN happened Sudan > Chad"),
        ("The ISPR said it killed four militants in Bannu.", "ASSAULT happened Pakistan Army > militants"),
        ("ECOWAS threatened to use force against Mali.", "THREATEN happened ECOWAS > Mali"),
        ("Nigeria sent a delegation to Chad.", "CONSULT happened Nigeria > Chad"),
        ("The Philippines filed a protest against China.", "ACCUSE happened Philippines > China"),
        ("Pyongyang fired a ballistic missile into the sea.", "MOBILIZE happened North Korea > "),
        ("Seoul suspended a military accord with Pyongyang.", "REJECT happened South Korea > North Korea"),
        (
            "A Chinese delegation is in Kabul for talks with Russian officials.",
            "CONSULT happened China > Russia",
        ),
        ("Obama said he would not give permission to Russia.", "REJECT happened Barack Obama > Russia"),
        ("Japan joined Australia in naval exercises.", "COOPERATE happened Japan > Australia"),
        ("General Hla took over the country in a coup.", "COERCE happened Hla > "),
        ("Britain imposed sanctions on Chad on Monday.", "SANCTION happened United Kingdom > Chad"),
        ("Kenya extradited two smugglers to Uganda.", "COOPERATE happened Kenya > Uganda"),
        ("Mali ended its state of emergency on Wednesday.", "CONCEDE happened Mali > "),
        ("Farmers blocked a border crossing near Medyka.", "PROTEST happened farmers > "),
        ("Iran blocked WhatsApp.", "COERCE happened Iran > "),
    ],
)
def test_a_sentence_tells_one_act_of_its_type(text, row):
    rows = [f"{e.type} {e.status} {', '.join(e.actors)} > {', '.join(e.recipients)}" for e in coded(text)]
    assert rows[:1] == [row]
    assert len(rows) == 1 + row.startswith("THREATEN happened ECOWAS")


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Kenya's accusations of Somali sabotage angered Mogadishu.", "Kenya", "Somalia"),
        (
            "Amnesty International published allegations of torture by Eritrean troops.",
            "Amnesty International",
            "Eritrean Defence Forces",
        ),
    ],
)
def test_who_is_accused_of_an_act_does_not_accuse(text, accuser, accused):
    (made,) = [event for event in coded(text) if event.type == "ACCUSE"]
    assert (made.actors, made.recipients) == ((accuser,), (accused,))


@pytest.mark.parametrize(
    "text",
    [
        "Sudanese refugees arrived in Chad on Monday.",
        "The king of Jordan flew to London for medical treatment.",
        "Denmark took over the presidency of the European Union on Tuesday.",
        "Smith took over as chief of the mission in Mali.",
        "India does not want China to build the dam.",
        "The president came to power in 2014.",
        "Djibouti hosts a French base.",
    ],
)
def test_a_manner_of_speaking_tells_no_act(text):
    assert coded(text) == []


def test_those_called_rebels_are_counted_among_the_dead():
    row = coded("Mali's army destroyed a base, killing what the ministry called 25 terrorists.")[0]
    assert (row.recipients, row.killed.min, row.killed.max) == (("terrorists",), 25, 25)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Jordan condemned the attack on Israel.", [("Jordan", ""), ("", "Israel")]),
        ("Sudan blamed the raid on Chad.", [("Sudan", "Chad")]),
        ("Kenya denounced the killing of two Somali traders.", [("Kenya", ""), ("", "Somali traders")]),
        ("France condemned the execution of two monks by the junta.", [("France", ""), ("junta", "monks")]),
    ],
)
def test_whoever_suffers_what_is_condemned_is_not_blamed_for_it(text, rows):
    assert [(", ".join(e.actors), ", ".join(e.recipients)) for e in coded(text)] == rows


def test_the_dead_of_an_act_are_not_counted_again_where_it_is_condemned():
    rows = coded("Kenya denounced the killing of two Somali traders.")
    assert [row.killed is None for row in rows] == [True, False]


def test_an_attempt_that_is_survived_kills_nobody():
    assert coded("The prime minister survived an assassination attempt.")[0].killed is None


def test_who_denies_an_accusation_does_not_unsay_it(events_of):
    text = "Armenia accused Azerbaijan of shelling villages; Azerbaijan denied it."
    accused = events_of(text, Armenia="Armenia", Azerbaijan="Azerbaijan")[0]
    assert (accused.type, accused.status, accused.source) == ("ACCUSE", "happened", None)


def test_aid_that_is_cut_is_not_given():
    assert not [event for event in coded("Germany cut aid to Chad.") if event.type == "AID"]
