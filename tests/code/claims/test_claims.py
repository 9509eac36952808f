"""What counts as a claim, whose it is, and how surely it is held."""

from __future__ import annotations

from brink.code.claims import find_claims
from brink.code.rows import Claim, Figure
from tests.code.stance.hand import SETTING, mark, passages_of


def claims(*texts: str, actors: tuple[str, ...] = (), figures: tuple[Figure, ...] = ()) -> list[Claim]:
    passages = passages_of(*texts)
    per_passage = [list(figures) if passage.index == 0 else [] for passage in passages]
    return find_claims(passages, SETTING, mark(passages, actors), per_passage)


def test_narrated_events_are_no_claims() -> None:
    assert claims("Gunmen raided a market near Kaduna and fled on motorbikes.") == []


def test_a_reported_event_is_its_source_s_claim() -> None:
    (claim,) = claims("A teacher said gunmen raided the market.")
    assert (claim.holder, claim.kind) == ("teacher", "fact")


def test_the_quote_is_the_content_without_its_conjunction() -> None:
    (claim,) = claims("A teacher said that gunmen raided the market.")
    assert claim.quote.text == "gunmen raided the market"


def test_quotes_are_the_document_s_words_at_their_place() -> None:
    texts = ("Nothing moved in Bunia.", "The mayor said that the bridge was mined.")
    (claim,) = claims(*texts)
    assert "\n\n".join(texts)[claim.quote.start : claim.quote.end] == claim.quote.text


def test_an_announcement_of_one_s_own_act_is_an_event_and_no_claim() -> None:
    assert claims("Nairobi said it would send engineers.", actors=("Nairobi",)) == []


def test_a_foreseen_act_of_others_is_a_forecast() -> None:
    (claim,) = claims("Nairobi said the gangs would regroup.", actors=("Nairobi", "gangs"))
    assert (claim.kind, claim.about) == ("forecast", ("gangs",))


def test_what_is_denied_is_held_to_be_doubtful() -> None:
    (claim,) = claims("Minsk denies that the drones came from its bases.", actors=("Minsk",))
    assert (claim.holder, claim.certainty) == ("Minsk", "doubtful")


def test_prescription_goes_before_prediction() -> None:
    (claim,) = claims("Donors should pay the police, who will otherwise desert.", actors=("Donors",))
    assert claim.kind == "recommendation"


def test_each_sentence_of_a_quote_is_a_claim_of_its_own() -> None:
    found = claims("“The river is poisoned. Our children are sick,” a farmer said.")
    assert [claim.quote.text for claim in found] == ["The river is poisoned", "Our children are sick"]


def test_the_nearer_of_two_speakers_holds_the_claim() -> None:
    found = claims("A monitor said that elders believe that the mill was burned.")
    assert {claim.holder for claim in found if "burned" in claim.quote.text} == {"elders"}


def test_a_question_claims_nothing() -> None:
    assert claims("Is the truce doomed?") == []


def test_figures_inside_the_quote_come_along() -> None:
    text = "Kidnappings rose by 40 percent in May."
    figure = Figure(
        start=text.index("40"), end=text.index(" in"), text="40 percent", value=40, low=40, high=40,
        unit="percent", of="kidnappings",
    )  # fmt: skip
    (claim,) = claims(text, figures=(figure,))
    assert (claim.kind, claim.figures) == ("fact", (figure,))


def test_the_same_story_gives_the_same_ids() -> None:
    text = "The mayor said that the bridge was mined. The town is desperate."
    assert [claim.id for claim in claims(text)] == [claim.id for claim in claims(text)]


def test_a_claim_is_about_its_subject_and_object_and_not_where_it_happens() -> None:
    passages = passages_of("Rwanda may arm the rebels in Congo, which Uganda fears.")
    mentions = mark(passages, ["Rwanda", "rebels", "Uganda"])
    rows = find_claims(passages, SETTING, mentions, [[]])
    assert ("Rwanda", "rebels") in {row.about for row in rows}


def test_a_question_told_of_is_no_forecast() -> None:
    passages = passages_of("The details of how the mission will be paid have not been released.")
    rows = find_claims(passages, SETTING, mark(passages, []), [[]])
    assert "forecast" not in {row.kind for row in rows}


def test_what_the_article_weighs_is_its_own_claim_and_told_once() -> None:
    passages = passages_of("It appears that Juba fears that the militia may split the whole eastern army.")
    rows = find_claims(passages, SETTING, mark(passages, ["Juba", "militia"]), [[]])
    assert [row.holder for row in rows] == ["article"]


def test_a_semicolon_keeps_two_speakers_apart() -> None:
    passages = passages_of("Farmers hope for rain; traders expect a drought.")
    rows = find_claims(passages, SETTING, mark(passages, []), [[]])
    assert not any("rain" in row.quote.text and row.holder == "traders" for row in rows)


def test_what_could_not_be_done_is_no_forecast() -> None:
    passages = passages_of("Independent reporters could not reach either town.")
    rows = find_claims(passages, SETTING, mark(passages, []), [[]])
    assert "forecast" not in {row.kind for row in rows}


def test_no_claim_is_cut_free_of_what_it_is_not_said_of() -> None:
    text = "A map shows the camps, though few militias present in Mali are dangerous to the state."
    assert all("dangerous" not in c.quote.text or "few" in c.quote.text for c in claims(text))
