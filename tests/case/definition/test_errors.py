"""A definition that cannot be used says where, what it got, and what would do."""

from __future__ import annotations

import pytest

from brink.case.definition import Definition
from brink.errors import BadDefinition

HEAD = "title: Kivu\nas_of: 2022-12-31\n"
ACTORS = """
actors:
  - {name: M23, kind: group, country: CD, acronyms: [M23]}
  - {name: Rwanda, kind: state, country: RW}
"""


def refused(text: str) -> str:
    with pytest.raises(BadDefinition) as wrong:
        Definition.parse(text, source="case.yaml")
    return str(wrong.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("actor: []\n", "line 3, actor: is not a key here; keys here: title, as_of"),
        ("actor: []\n", "did you mean actors?"),
        ("home: Ruanda\n", "line 3, home: 'Ruanda' is not an ISO 3166-1 code of two capital letters, such as PK"),
        ("home: Rwanda\n", "did you mean RW?"),
        ("home: RWA\n", "did you mean RW?"),
        ("words: ICD\n", "'ICD' is not allowed; allowed: icd-203, phia; did you mean icd-203?"),
        ("actors:\n  - {name: M23, kind: grup}\n", "line 4, actors[0].kind: 'grup' is not allowed; allowed: state,"),
        ("actors:\n  - {name: M23, kind: grup}\n", "did you mean group?"),
        ("actors:\n  - {name: M23}\n", "actors[0].kind: is missing; keys here: name, kind"),
        ("actors: M23\n", "actors: 'M23': must be a list, one item a line, each after a dash"),
        ("actors:\n  - M23\n", "actors[0]: 'M23': must be a mapping of key: value"),
        ("actors:\n  - {name: 23, kind: group}\n", "actors[0].name: 23: must be text; put it in quotes"),
        ("actors:\n  - {name: ' M23', kind: group}\n", "must not be empty, nor start or end with a space"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_named_with_its_line_and_what_is_allowed(text: str, message: str) -> None:
    assert message in refused(HEAD + text)


@pytest.mark.parametrize(
    ("as_of", "message"),
    [
        ("2022", "as_of: 2022 is not a day; write it as YYYY-MM-DD, such as 2022-12-31"),
        ("31.12.2022", "'31.12.2022' is not a day"),
        ("2022-02-30", "'2022-02-30' is not in the calendar"),
        ("yesterday", "'yesterday' is not a day"),
    ],
)
def test_a_wrong_date_shows_how_dates_are_written(as_of: str, message: str) -> None:
    assert message in refused(f"title: Kivu\nas_of: {as_of}\n")


def test_every_problem_is_listed_at_once_in_the_order_of_the_file() -> None:
    said = refused("title: Kivu\nas_of: soon\nhome: XX\nlanguage: English\n")
    assert "case.yaml has 3 problems:" in said
    assert said.index("as_of") < said.index("home") < said.index("language")


def test_an_actor_named_twice_points_at_the_first() -> None:
    said = refused(HEAD + ACTORS + "  - {name: m23, kind: group}\n")
    assert "'m23' is already the name of actors[0]; merge them or rename one" in said


TWO_FRONTS = "  - {name: Red Front, kind: group, acronyms: [RF]}\n  - {name: Royal Force, kind: force, acronyms: [RF]}\n"


def test_a_name_that_two_actors_share_must_be_declared() -> None:
    assert (
        "'RF' names both Red Front and Royal Force; give it to one, or declare it under shared_names"
        in refused(HEAD + "actors:\n" + TWO_FRONTS)
    )


def test_a_shared_name_that_is_declared_is_accepted() -> None:
    declared = "shared_names:\n  - {name: RF, actors: [Red Front, Royal Force], why: both print it}\n"
    assert len(Definition.parse(HEAD + "actors:\n" + TWO_FRONTS + declared, source="x").actors) == 2


@pytest.mark.parametrize(
    ("section", "path"),
    [
        ("ties:\n  - {a: M32, b: Rwanda, relation: patron, sign: '+', source: UN experts}\n", "ties[0].a"),
        ("series:\n  - {id: x, file: t.csv, meaning: events, values: [n], unit: per month, actors: [M32], "
         "source: UCDP}\n", "series[0].actors[0]"),
        ("tripwires:\n  - {id: goma, statement: Goma falls, counts: {types: [COERCE], actors: [M32]}, "
         "window: 1 month, threshold: 1, direction: at least, owner: desk, changes: all, source: desk}\n",
         "tripwires[0].counts.actors[0]"),
        ("options:\n  - {id: hold, name: Hold, who: M32, assumption: baseline}\n", "options[0].who"),
        ("shared_names:\n  - {name: rebels, actors: [M32, Rwanda], why: papers}\n", "shared_names[0].actors[0]"),
        ("model:\n  kind: sanctuary\n  roles: {target: Rwanda, group: M32, host: Rwanda}\n  parameters:\n"
         "    - {id: a, meaning: attacks, unit: per month, value: 1, mark: assumed, assumption: none}\n",
         "model.roles.group"),
    ],
)  # fmt: skip
def test_an_actor_nobody_defined_is_named_wherever_it_stands(section: str, path: str) -> None:
    said = refused(HEAD + ACTORS + section)
    assert f"{path}: 'M32' is not the name of an actor of this case; did you mean M23?" in said


def test_an_alias_in_place_of_a_name_leads_to_the_name() -> None:
    actors = "actors:\n  - {name: Kachin Independence Army, kind: group, acronyms: [KIA]}\n"
    tie = "ties:\n  - {a: KIA, b: KIA, relation: ally, sign: '+', source: a paper}\n"
    assert "did you mean Kachin Independence Army?" in refused(HEAD + actors + tie)


def test_a_value_without_a_source_must_be_called_an_assumption() -> None:
    said = refused(HEAD + ACTORS + "ties:\n  - {a: M23, b: Rwanda, relation: patron, sign: '+'}\n")
    assert "ties[0]: says nowhere where it comes from; add source: or assumption: with a reason" in said


def test_priors_of_one_question_must_add_up() -> None:
    one = "  - {id: a, question: Why?, statement: Gold., prior: 0.3, if_true: [{sees: mines held}], source: desk}\n"
    assert "priors of the answers to 'Why?' add up to 0.3; they must add up to 1" in refused(
        HEAD + "hypotheses:\n" + one
    )


OPTION = """
levers:
  - {id: talks, name: Talks, who: Rwanda, acts_on: truce, limits: none, source: desk}
options:
  - {id: talk, name: Talk, who: Rwanda, moves: [{lever: %s, from: %s}], source: desk}
"""


def test_an_option_in_the_past_is_refused() -> None:
    said = refused(HEAD + ACTORS + OPTION % ("talks", "2022-12"))
    assert "options[0].moves[0].from: 2022-12 is not after as_of, 2022-12-31" in said


def test_an_unknown_lever_is_named_with_the_known_ones() -> None:
    said = refused(HEAD + ACTORS + OPTION % ("talk", "2023-01"))
    assert "'talk' is not a lever of this case; known: talks; did you mean talks?" in said


MODEL = """
model:
  kind: sanctuary
  roles: {target: Rwanda, group: M23, host: Rwanda}
  parameters:
    - {id: attacks.level, meaning: attacks, unit: per month, %s}
"""


@pytest.mark.parametrize(
    ("parameter", "message"),
    [
        ("prior: {low: 3, mid: 2, high: 9}, mark: seen, source: UN", "has its quantiles out of order"),
        ("prior: {low: 3}, mark: seen, source: UN", "is no prior; give low, mid and high"),
        ("mark: seen, source: UN", "needs either value or prior, and not both"),
        ("value: 2, mark: assumed, source: UN", "is marked assumed; say why in assumption:"),
        ("value: 2, mark: guessed, source: UN", "'guessed' is not allowed; allowed: seen, fitted, recalled, assumed"),
        ("value: many, mark: seen, source: UN", "'many': must be a number"),
        ("value: 2, mark: fitted, source: UCDP, data_to: 2024-03-31", "2024-03-31 is after as_of, 2022-12-31"),
        ("value: 2, mark: seen, source: UN, under: S9", "'S9' is not a structure or motive of this case"),
    ],
)  # fmt: skip
def test_a_parameter_must_be_a_belief_that_was_possible_then(parameter: str, message: str) -> None:
    assert message in refused(HEAD + ACTORS + MODEL % parameter)


def test_a_model_without_a_group_is_refused() -> None:
    text = MODEL.replace("group: M23, ", "") % "value: 2, mark: seen, source: UN"
    assert "model.roles.group: is missing; keys here: target, group, host" in refused(HEAD + ACTORS + text)


FORECAST = """
forecasts:
  - id: f
    question: Will Goma fall?
    holder: desk
    said: No.
    opens: 2023-01-01
    closes: 2023-06-30
    resolution: {source: UN, field: control, rule: yes if held, vintage: first, reading_date: %s,
      if_source_stops: annulled}
    source: desk
"""


def test_a_question_cannot_be_settled_before_it_closes() -> None:
    assert "is read on 2023-05-01, before it closes on 2023-06-30" in refused(HEAD + FORECAST % "2023-05-01")


def test_a_tripwire_that_counts_everything_is_refused() -> None:
    trip = (
        "tripwires:\n  - {id: all, statement: Anything, counts: {measure: killed}, window: 30 days, threshold: 1,"
        " direction: at least, owner: desk, changes: nothing, assumption: none}\n"
    )
    assert "counts everything; give types" in refused(HEAD + trip)


def test_parts_of_each_other_are_cut() -> None:
    circle = "actors:\n  - {name: Wing, kind: group, part_of: Party}\n  - {name: Party, kind: group, part_of: Wing}\n"
    assert "'Wing' is part of itself by way of 'Party'; cut the circle" in refused(HEAD + circle)


INDICATOR = """
indicators:
  - id: raids
    statement: M23 raids more.
    counts: {COUNTS}
    window: 1 month
    threshold: 1
    direction: at least
    owner: desk
    changes: nothing
    assumption: ours
"""


@pytest.mark.parametrize(
    ("counts", "more", "message"),
    [
        ("actors: [M23]", "reads: change", "needs baseline: when, and only when, it reads change"),
        ("actors: [M23]", "baseline: 1 year", "needs baseline: when, and only when"),
        ("actors: [M23], field: deaths", "", "names a field but no series"),
        ("actors: [M23]", "reads: record\n    baseline: 1 year", "needs months of a series"),
        ("types: [ASSAULT], unnamed: true", "", "counts unnamed doers beside no named ones"),
        ("measure: rung, actors: [M23]", "", "reads a ladder; give its by: as actors"),
        ("measure: rung, actors: [M23], recipients: [Rwanda]", "", "M23 against Rwanda is not a ladder"),
        ("actors: [M23]", "outcome: {floor: 5}", "is read from no series; name one in series:"),
        ("actors: [M23]", "outcome: {series: fights}", "'fights' is not a series of this case"),
    ],
)  # fmt: skip
def test_what_an_indicator_reads_must_be_there(counts: str, more: str, message: str) -> None:
    text = INDICATOR.replace("COUNTS", counts) + (f"    {more}\n" if more else "")
    assert message in refused(HEAD + ACTORS + text)
