"""Weighing a case as a user does: links, suggestions, what counts and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from brink.case.folder import open_case
from brink.case.view import View
from brink.errors import BadJudgement, NotInCase
from brink.weigh import motive_weights, weigh
from brink.weigh.said import turns_on
from tests.conftest import brink
from tests.promises.test_as_of import POISON
from tests.weigh.conftest import listed, run


def posterior(case: Path, *options: str) -> dict[object, object]:
    found = listed("weigh", str(case), "--part", "hypotheses", *options)
    return {row["hypothesis"]: row["posterior"] for row in found}


def act(case: Path, *words: str) -> None:
    assert run("weigh", str(case), *words).exit_code == 0


def a_row(case: Path, text: str) -> str:
    return next(str(row["id"]) for row in listed("events", str(case)) if text in str(row["quote"]))


def test_the_desk_s_links_are_found_by_their_words_and_count(case: Path):
    # 0.7/√10 against 0.3·√10 is 0.221359 against 0.948683
    assert posterior(case) == {"for-rule": 0.8108, "for-time": 0.1892}


def test_linking_the_copy_of_a_linked_report_changes_nothing(case: Path):
    before = posterior(case)
    for hypothesis, band in (("for-time", "against"), ("for-rule", "for")):
        act(
            case,
            "link",
            "gao-copy.txt: Gunmen from JNIM attacked an army post",
            hypothesis,
            band,
            "--because",
            "again",
        )
    evidence = listed("weigh", str(case), "--part", "evidence")
    assert sorted(row["weights"]["for-rule"] for row in evidence) == [0, 1]
    assert posterior(case) == before


def test_a_link_can_be_taken_back_and_restored(case: Path):
    before = posterior(case)
    act(
        case,
        "link",
        a_row(case, "offered to mediate"),
        "for-time",
        "strongly for",
        "--because",
        "talks",
        "--by",
        "ana",
    )
    linked = posterior(case)
    assert linked != before
    act(case, "unlink", "1")
    assert posterior(case) == before
    act(case, "unlink", "2")
    assert posterior(case) == linked


def test_a_later_link_on_the_same_evidence_replaces_the_earlier(case: Path):
    act(
        case,
        "link",
        "gao.txt: Gunmen from JNIM attacked an army post",
        "for-rule",
        "neutral",
        "--because",
        "second thoughts",
    )
    held = {row["hypothesis"]: (row["band"], row["number"]) for row in listed("weigh", str(case), "links")}
    assert held == {"for-time": ("against", None), "for-rule": ("neutral", 1)}
    kept = listed("weigh", str(case), "links", "--all")
    assert [(row["hypothesis"], row["band"]) for row in kept if not row["stands"]] == [("for-rule", "for")]


def test_a_passage_that_no_row_covers_can_be_weighed(case: Path):
    act(
        case,
        "link",
        "gao.txt: the fighters burned two vehicles before they left",
        "for-rule",
        "weakly-for",
        "--because",
        "they leave",
    )
    ids = {str(row["id"])[0] for row in listed("weigh", str(case), "--part", "evidence")}
    assert ids <= {"e", "c", "t", "q"} and len(listed("weigh", str(case), "--part", "evidence")) == 2


def test_suggestions_do_not_count_until_accepted(case: Path):
    before = posterior(case)
    waiting = listed("weigh", str(case), "suggest")
    assert {row["hypothesis"] for row in waiting} == {"for-time"}
    assert posterior(case) == before
    act(case, "accept", str(waiting[0]["suggestion"]), "--band", "strongly-for")
    assert posterior(case) != before
    assert len(listed("weigh", str(case), "suggest")) < len(waiting)


def test_a_declined_suggestion_comes_back_only_when_the_answer_is_taken_back(case: Path):
    waiting = listed("weigh", str(case), "suggest")
    act(case, "decline", str(waiting[0]["suggestion"]), "--because", "another attack")
    assert waiting[0] not in listed("weigh", str(case), "suggest")
    act(case, "unlink", "1")
    assert listed("weigh", str(case), "suggest") == waiting


def test_coding_again_with_a_later_report_moves_nothing(case: Path):
    act(case, "link", a_row(case, "offered to mediate"), "for-time", "for", "--because", "talks")
    before = listed("weigh", str(case)), listed("weigh", str(case), "suggest")
    (case / "articles" / "later.txt").write_text(POISON, encoding="utf-8")
    assert brink("code", str(case)).returncode == 0
    assert (listed("weigh", str(case)), listed("weigh", str(case), "suggest")) == before


def test_a_link_on_what_was_not_known_yet_rests(case: Path):
    act(case, "link", a_row(case, "offered to mediate"), "for-time", "for", "--because", "talks")
    ran = run("weigh", str(case), "--as-of", "2024-03-21", "--part", "evidence", "--json")
    assert "1 links rest" in ran.stderr
    assert len(ran.stdout.splitlines()) == 1


def test_an_unknown_hypothesis_row_or_words_are_refused_with_what_to_do(case: Path):
    for words, says in (
        (["e000", "for-rule"], "give an id from `brink events`"),
        (["gao.txt: no such words", "for-rule"], "does not hold the words"),
        (["gao.txt: Gunmen from JNIM attacked", "for-rules"], "did you mean for-rule"),
    ):
        with pytest.raises(NotInCase, match=says):
            run("weigh", str(case), "link", *words, "for", "--because", "x")


def test_the_level_prior_draws_level_when_set(case: Path):
    weighing = weigh(View(open_case(case)))
    level = next(a.level_prior for a in weighing.questions[0].answers if a.hypothesis.id == "for-time")
    assert level is not None
    again = weigh(View(open_case(case)), priors={"for-time": level}).questions[0].answers
    assert again[0].posterior == pytest.approx(again[1].posterior)


def test_the_level_ratio_draws_level_when_put_in_place(case: Path):
    piece = weigh(View(open_case(case))).questions[0].pieces[0]
    # for-rule leads with 0.3·r against 0.7/√10, so it draws level at r = 0.737865
    assert piece.level_ratio == pytest.approx(0.737865, abs=1e-6)
    assert piece.level_band == "weakly-against"
    assert piece.flips


def test_a_discount_or_prior_out_of_range_is_refused(case: Path):
    view = View(open_case(case))
    with pytest.raises(BadJudgement, match="discount must lie between 0"):
        weigh(view, discount=1.5)
    with pytest.raises(BadJudgement, match="must lie between 0 and 1"):
        weigh(view, priors={"for-rule": 2})


def test_a_case_without_motives_says_so(case: Path):
    with pytest.raises(NotInCase, match="give one of H0 to H4"):
        motive_weights(View(open_case(case)))


def test_without_evidence_no_answer_leads(case: Path):
    words = "gao.txt: Gunmen from JNIM attacked an army post"
    act(case, "unlink", words, "for-rule", "--because", "the desk erred")
    act(case, "unlink", words, "for-time", "--because", "the desk erred")
    (question,) = weigh(View(open_case(case))).questions
    assert not question.pieces
    said = " ".join(turns_on(question))
    assert "every answer stands where its prior put it" in said and "leads" not in said


def test_the_table_names_what_is_not_judged_and_what_would_flip(case: Path):
    act(case, "link", a_row(case, "offered to mediate"), "for-time", "for", "--because", "talks")
    said = run("weigh", str(case)).stdout
    assert "1 of 4 cells were not judged" in said
    assert "draws level if its prior is" in said


def test_a_link_of_the_desk_can_be_withdrawn_with_a_reason_and_restored(case: Path):
    before = posterior(case)
    words = "gao.txt: Gunmen from JNIM attacked an army post"
    act(case, "unlink", words, "for-rule", "--because", "the desk erred", "--by", "ana")
    assert posterior(case) != before
    gone = [row for row in listed("weigh", str(case), "links", "--all") if not row["stands"]]
    assert [(row["hypothesis"], str(row["why_not"])) for row in gone] == [
        ("for-rule", f"withdrawn by ana on {gone[0]['why_not'].split()[4][:-1]}: the desk erred")
    ]
    act(case, "unlink", "1")
    assert posterior(case) == before


def test_a_withdrawn_link_can_be_made_anew(case: Path):
    words = "gao.txt: Gunmen from JNIM attacked an army post"
    act(case, "unlink", words, "for-rule", "--because", "the desk erred")
    act(case, "link", words, "for-rule", "weakly-for", "--because", "second thoughts")
    held = {row["hypothesis"]: row["band"] for row in listed("weigh", str(case), "links")}
    assert held["for-rule"] == "weakly-for"


def test_what_is_not_linked_cannot_be_withdrawn(case: Path):
    with pytest.raises(NotInCase, match=r"no link between .* and for-rule stands"):
        act(case, "unlink", a_row(case, "offered to mediate"), "for-rule")
    with pytest.raises(BadJudgement, match="is no number"):
        act(case, "unlink", "e12")


def test_an_answer_that_leads_because_nothing_speaks_against_it_is_called_so(case: Path):
    (question,) = weigh(View(open_case(case))).questions
    said = next(line for line in turns_on(question) if "without anything against it" in line)
    assert "of 1 judgements on it 1 speak for it and 0 are neutral, while each rival has 1 against" in said
    act(case, "link", a_row(case, "offered to mediate"), "for-rule", "weakly-against", "--because", "talks")
    (question,) = weigh(View(open_case(case))).questions
    assert not any("without anything against it" in line for line in turns_on(question))
