"""Sentences that lead a parser down a garden path, read as English has them."""

from __future__ import annotations

import pytest

from brink.code.grammar import agents, is_passive, patients
from brink.code.parsed import Doc
from brink.code.pipeline import load_pipeline


def part(text: str, word: str) -> tuple[list[str], list[str]]:
    """Doers and sufferers of a verb."""
    verb = next(token for token in Doc(load_pipeline()(text)) if token.text == word)
    return [token.text for token in agents(verb)], [token.text for token in patients(verb)]


@pytest.mark.parametrize(
    ("text", "word", "doers", "sufferers"),
    [
        ("The nurses kidnapped in Darfur last week have been freed.", "kidnapped", [], ["nurses"]),
        ("The nurses kidnapped in Darfur last week have been freed.", "freed", [], ["nurses"]),
        ("Troops sent to guard the dam opened fire on farmers.", "opened", ["Troops"], ["fire"]),
        ("Troops sent to guard the dam opened fire on farmers.", "guard", ["Troops"], ["dam"]),
        ("Relatives of men killed in the raid buried them on Sunday.", "killed", [], ["men"]),
        ("Relatives of men killed in the raid buried them on Sunday.", "buried", ["Relatives"], ["them"]),
        ("Food reached Bara after SAF granted access to trucks.", "granted", ["SAF"], ["access"]),
        ("The militia sent envoys but kept shelling El Fasher.", "shelling", ["militia"], ["El"]),
        (
            "Survivors told aid workers that RSF fighters executed patients.",
            "executed",
            ["fighters"],
            ["patients"],
        ),
        ("Rebels loyal to the warlord attacked the town.", "attacked", ["Rebels"], ["town"]),
        ("Bandits have killed no fewer than 20 persons.", "killed", ["Bandits"], ["persons"]),
        ("The drone strike killed at least nine displaced people.", "killed", ["strike"], ["people"]),
        ("Rebels took a Dutch pilot hostage on Monday.", "took", ["Rebels"], ["pilot"]),
        ("Gunmen riding camels ambushed a patrol of soldiers.", "ambushed", ["Gunmen"], ["patrol"]),
        ("Three soldiers manning a checkpoint were shot by smugglers.", "shot", ["smugglers"], ["soldiers"]),
        (
            "Three soldiers manning a checkpoint were shot by smugglers.",
            "manning",
            ["soldiers"],
            ["checkpoint"],
        ),
        ("Guards taken hostage by inmates were freed on Sunday.", "taken", ["inmates"], ["Guards"]),
        ("Guards taken hostage by inmates were freed on Sunday.", "freed", [], ["Guards"]),
        ("A bomb planted in a lorry went off outside the court.", "went", ["bomb"], []),
        ("Drones set an oil refinery ablaze in the night.", "set", ["Drones"], ["refinery"]),
        ("The law allows foreign firms to export gold.", "export", ["firms"], ["gold"]),
        ("The militia has not withdrawn.", "withdrawn", ["militia"], []),
        ("Chad denied having shelled it and demanded a probe.", "demanded", ["Chad"], ["probe"]),
        ("The ministry denied having shelled the village.", "shelled", ["ministry"], ["village"]),
    ],
)
def test_who_does_and_who_suffers(text, word, doers, sufferers):
    assert part(text, word) == (doers, sufferers)


def test_a_bus_carrying_miners_is_what_was_attacked():
    assert part("A bus carrying miners was attacked near Zamfara.", "attacked") == ([], ["bus"])


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a judge as police stormed the house.",
        "Soldiers arrested students who had blocked the road.",
        "Two guards were killed, officials said.",
    ],
)
def test_a_verb_with_its_object_still_tells(text):
    verb = next(t for t in Doc(load_pipeline()(text)) if t.text in ("killed", "arrested"))
    assert verb.dep_ in ("ROOT", "ccomp") and is_passive(verb) == ("were" in text)
