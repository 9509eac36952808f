"""Verbs joined by "and" belong to the clause that commas and forms leave them."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "She led a march to Dakar, where police used batons and arrested 200 protesters.",
            "COERCE",
            "police",
        ),
        ("Rebels attacked Goma, which the army held, and killed 12 soldiers.", "ASSAULT", "rebels"),
        (
            "Hezbollah tries to avoid harming villagers and accuses Israel of using them.",
            "ACCUSE",
            "Hezbollah",
        ),
        (
            "Kenya's police and the ELN, the country's largest rebel group, agreed on Monday to a truce.",
            "AGREE",
            "ELN",
        ),
        ("Turkey met Kurdish leaders, who offered help, and rejected their plan.", "REJECT", "Turkey"),
    ],
)
def test_a_joined_verb_has_the_doer_of_its_own_clause(text, kind, doer):
    done = [row for row in rows(text) if row.type == kind]
    assert done
    assert all(doer in row.actors for row in done)
