"""Acts in words that are easily missed or taken for others."""

from __future__ import annotations

import pytest

KNOWN = {name: name for name in ("Kenya", "Libya", "Chad", "Mali", "Rwanda", "Qatar", "JNIM", "Congo")}


def rows(events_of, text):
    told = events_of(text, **KNOWN)
    return [f"{e.type} {e.status} {', '.join(e.actors)} > {', '.join(e.recipients)}" for e in told]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kenya offered talks to the rebels.", "CONSULT planned Kenya > rebels"),
        ("Kenya voted to send armoured carriers to Chad.", "AID planned Kenya > Chad"),
        ("Libya called for Chad to lift the siege of the port.", "REQUEST happened Libya > Chad"),
        ("Two rockets fell on a market in Libya.", "ASSAULT happened  > Libya"),
        ("Chad launched Operation Dawn in Mali.", "ASSAULT happened Chad > "),
        ("Kenya declared war on Chad.", "THREATEN happened Kenya > Chad"),
        ("Awa led women on a march in the capital.", "PROTEST happened women > "),
        ("Dockworkers walked off the job.", "PROTEST happened Dockworkers > "),
        ("Chad halved its aid to Rwanda.", "SANCTION happened Chad > Rwanda"),
        ("The convoy was turned back by Libya.", "COERCE happened Libya > "),
        ("A crowd set fire to the town hall.", "ASSAULT happened crowd > town hall"),
        ("Kenya sent 200 rescuers to Mali after the earthquake.", "AID happened Kenya > Mali"),
    ],
)
def test_what_is_done_has_its_row(events_of, text, row):
    assert rows(events_of, text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya was urged to avoid hitting civilians.",
        "The minister described the strike as a massacre.",
        "A missile landed in the sea off Libya.",
        "Kenya trained 300 of its soldiers.",
    ],
)
def test_what_is_not_done_or_only_a_name_has_no_row(events_of, text):
    assert not [row for row in rows(events_of, text) if not row.startswith("ASSAULT happened  > ")]


def test_who_calls_a_raid_a_massacre_did_not_make_it(events_of):
    assert rows(events_of, "The raid, which Chad called a massacre, killed 20 people.") == [
        "ASSAULT happened  > people"
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kenya vetoed a loan to Chad.", "REJECT happened Kenya > Chad"),
        ("Rebels beat back an attack.", "ASSAULT happened Rebels > "),
        ("Chad said it had killed scores of rebels.", "ASSAULT happened Chad > rebels"),
        ("Mali joined the sanctions of Chad on Libya.", "SANCTION happened Mali > Libya"),
    ],
)
def test_pasts_and_numbers_that_look_like_something_else_tell_what_was_done(events_of, text, row):
    assert rows(events_of, text)[0] == row
