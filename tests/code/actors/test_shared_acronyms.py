"""Letters that several actors share: the story's places, fighters and words tell which, else nobody is named."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("In Mogadishu, the SNA killed ten fighters.", "SNA", "Somali National Army"),
        ("The SNA shelled Afrin.", "SNA", "Syrian National Army"),
        ("In Peshawar the ANP held a rally.", "ANP", "Awami National Party"),
        ("The RSF condemned the killing of a journalist in Mexico.", "RSF", "Reporters Without Borders"),
        ("PLA militants fled Imphal. India says China arms them. The PLA denied it.", "PLA",
         "People's Liberation Army of Manipur"),
    ],
)  # fmt: skip
def test_the_story_tells_whose_the_letters_are(read: Reader, text: str, letters: str, name: str) -> None:
    assert read(text).names(letters) == (name,)


@pytest.mark.parametrize("text", ["The NDF rescued hostages in Windhoek.", "The FSA fined a bank in London."])
def test_letters_of_a_group_abroad_are_kept_as_written(read: Reader, text: str) -> None:
    letters = text.split()[1]
    mention = read(text).one(letters)
    assert (mention.names, mention.label) == ((), (letters,))
    assert "nothing in the story speaks of" in mention.because
