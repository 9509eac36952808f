"""The shipped data: complete, consistent, and every name found as written."""

from __future__ import annotations

from collections import Counter

import pycountry
from spacy.language import Language

from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.shipped import load_shipped
from brink.code.actors.story import find_hits
from brink.code.actors.words import Words


def test_canonical_names_are_unique() -> None:
    counted = Counter(entry.name.casefold() for entry in load_shipped().entries)
    assert [name for name, n in counted.items() if n > 1] == []


def test_every_state_has_an_iso_code_that_exists() -> None:
    states = [e for e in load_shipped().entries if e.kind == "state" and e.country]
    unknown = [e.name for e in states if pycountry.countries.get(alpha_2=e.country) is None]
    assert unknown == ["Kosovo"]


def test_every_country_that_is_no_territory_ships() -> None:
    codes = {e.country for e in load_shipped().entries if e.kind == "state"}
    territories = {
        "AX",
        "AI",
        "AQ",
        "AS",
        "AW",
        "BL",
        "BM",
        "BQ",
        "BV",
        "CC",
        "CK",
        "CW",
        "CX",
        "FK",
        "FO",
        "GF",
        "GG",
    }
    territories |= {
        "GI",
        "GL",
        "GP",
        "GS",
        "GU",
        "HK",
        "HM",
        "IM",
        "IO",
        "JE",
        "KY",
        "MF",
        "MO",
        "MP",
        "MQ",
        "MS",
    }
    territories |= {
        "NC",
        "NF",
        "NU",
        "PF",
        "PM",
        "PN",
        "PR",
        "RE",
        "SH",
        "SJ",
        "SX",
        "TC",
        "TF",
        "TK",
        "UM",
        "VG",
        "VI",
    }
    territories |= {"WF", "YT"}
    assert {c.alpha_2 for c in pycountry.countries} - territories - codes == set()


def test_several_hundred_armed_groups_ship() -> None:
    assert sum(e.kind == "group" for e in load_shipped().entries) >= 400


def test_every_larger_actor_exists(gazetteer: Gazetteer) -> None:
    parts = [e for e in load_shipped().entries if e.part_of]
    assert [e.name for e in parts if gazetteer.entry(e.part_of or "") is None] == []


def test_everybody_served_exists(gazetteer: Gazetteer) -> None:
    shipped = load_shipped()
    named = {*shipped.serves.values(), *shipped.organs.values(), *(seat.of for seat in shipped.seats)}
    assert [name for name in sorted(named) if gazetteer.entry(name) is None] == []


def test_every_sense_names_an_actor(gazetteer: Gazetteer) -> None:
    senses = load_shipped().senses.values()
    names = [n for s in senses for n in (s.usually, s.instead) if n]
    assert [n for n in names if gazetteer.entry(n) is None] == []


def test_every_shipped_name_is_found_where_it_is_written(gazetteer: Gazetteer, nlp: Language) -> None:
    missed = []
    for entry in load_shipped().entries:
        for name in (n.lstrip("'") for n in (entry.name, *entry.aliases, *entry.acronyms)):
            doc = nlp.make_doc(f"yesterday {name} acted")
            hits = find_hits(Words(0, doc), [gazetteer.trie])
            if not any(entry in hit.entries and hit.first == 1 and hit.last == len(doc) - 1 for hit in hits):
                missed.append(name)
    assert missed == []
