"""Who says what, with quotes whole, broken and continued."""

from __future__ import annotations

from brink.code.stance import Attribution, Attributions, find_attributions, standing
from brink.code.stance.quotation import quotations
from tests.code.stance.hand import mark, passage_of, passages_of, word


def found(*texts: str, actors: tuple[str, ...] = ()) -> list[Attribution]:
    passages = passages_of(*texts)
    return find_attributions(passages, mark(passages, actors))


def holder(text: str, head: str, *actors: str) -> str | None:
    passage = passage_of(text)
    return standing(passage, word(passage, head), mark([passage], actors)).holder


def test_a_that_clause_belongs_to_its_subject() -> None:
    (row,) = found("The bishop said that soldiers had searched the convent.")
    assert (row.holder, row.manner) == ("bishop", "indirect")


def test_a_quote_before_its_cue_belongs_to_who_follows() -> None:
    assert holder("“They took our cattle,” said an elder from Abyei.", "took") == "elder"


def test_a_quote_without_a_cue_goes_to_the_last_speaker() -> None:
    text = "“They took our cattle,” an elder said. “Nobody came to help us that night.”"
    assert holder(text, "came") == "elder"


def test_a_quote_left_open_goes_on_in_the_next_paragraph() -> None:
    rows = found(
        "“The road is mined,” a driver said. “We wait for days.",
        "“Then the soldiers ask us for money again.”",
    )
    assert [row.holder for row in rows if row.passage == 1] == ["driver"]


def test_a_stray_closing_mark_widens_the_quote_before_it() -> None:
    doc = passage_of("He said they “hold the ridge.” and the valley”.").doc
    (quote,) = quotations(doc)
    assert doc[quote.first : quote.last].text.endswith("valley")


def test_straight_marks_open_and_close_by_turns() -> None:
    doc = passage_of('"Leave," he said. "Leave now."').doc
    assert [doc[q.first : q.last].text for q in quotations(doc)] == ["Leave,", "Leave now."]


def test_according_to_covers_the_clause_but_not_its_own_source() -> None:
    passage = passage_of("According to the governor, gunmen burned the mill.")
    rows = Attributions(find_attributions([passage], mark([passage], ["governor"])))
    covered = [token.text for token in passage.doc if rows.covering(0, token.i)]
    assert "burned" in covered
    assert "governor" not in covered


def test_the_passive_of_belief_names_nobody() -> None:
    assert holder("It is believed that smugglers dug the tunnel.", "dug") == "unnamed"


def test_what_an_image_shows_is_the_article_s_own_voice() -> None:
    assert holder("Footage shows that the dam was breached.", "breached") is None


def test_a_pronoun_no_mention_resolves_stands_for_the_last_speaker() -> None:
    text = "A surgeon said the ward was hit. She added that two nurses died."
    assert holder(text, "died") == "surgeon"


def test_promising_to_act_is_no_statement() -> None:
    assert found("The colonel promised to leave the barracks.") == []


def test_a_claim_named_by_a_noun_has_its_owner() -> None:
    text = "Manila dismissed Beijing's claim that the boat was armed."
    assert holder(text, "armed", "Manila", "Beijing") == "Beijing"


def test_two_that_clauses_are_both_said() -> None:
    text = "The envoy said that the truce was holding and that the prisoners would go home."
    assert holder(text, "holding") == holder(text, "go") == "envoy"


def test_covering_lists_the_outermost_first() -> None:
    passage = passage_of("A monitor said that elders told him that gunmen burned the mill.")
    rows = Attributions(find_attributions([passage], mark([passage], [])))
    assert [row.holder for row in rows.covering(0, word(passage, "burned").i)] == ["monitor", "elders"]


def test_who_accuses_the_speaker_in_passing_does_not_speak() -> None:
    text = "The minister, whom Iran accuses of spying, said that soldiers had burned the port."
    assert holder(text, "burned", "Iran") == "minister"
