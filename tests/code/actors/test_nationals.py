"""People of a state, who are the state where "the Americans" bombed or agreed."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Israelis told the Americans that they would attack.", "Americans", "United States"),
        ("The Iranians agreed with the Saudis to reopen embassies.", "Saudis", "Saudi Arabia"),
        ("Talks between the Americans and the Russians began in Riyadh.", "Russians", "Russia"),
        ("The jail was bombed by the Americans in 2019.", "Americans", "United States"),
        ("The Kenyans shot dead two gunmen.", "Kenyans", "Kenya"),
        ("The rebels kidnapped the Americans near Basra.", "Americans", "US civilians"),
        ("The Syrians protested in Idlib.", "Syrians", "Syrian civilians"),
        ("The two Americans were freed.", "Americans", "US civilians"),
        ("Attacks against the Israelis rose.", "Israelis", "Israeli civilians"),
    ],
)
def test_the_people_of_a_state_are_the_state_where_states_act(
    read: Reader, text: str, word: str, name: str
) -> None:
    assert read(text).names(word) == (name,)
