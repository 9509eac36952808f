"""Phrases of made sentences: doers, targets, counts, places, times, in the words of `news_words.yaml`."""

from __future__ import annotations

import random
from pathlib import Path

import yaml
from made_words import PAST, PLURAL, SINGULAR, Word, article, comma, proper, the, word

WORDS = yaml.safe_load(Path(__file__).with_name("news_words.yaml").read_text(encoding="utf-8"))


class Phrases:
    """Draws one phrase after another, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def doer(self) -> Word:
        drawn = self.rng.random()
        if drawn < 0.3:
            head = word(self.pick("aircraft_and_guns"), "NOUN", "NNS", "nsubj", PLURAL)
            kind = word(
                self.pick_of("military", "government", "army", "air"), "NOUN", "NN", "compound", SINGULAR
            )
            if kind.form == "military":
                kind = word("military", "ADJ", "JJ", "amod", "Degree=Pos")
            return head.led_by(self.people(), kind if self.chance(0.4) else None)
        if drawn < 0.55:
            return self.noun("fighters", plural=True).led_by(self.adjective() if self.chance(0.4) else None)
        if drawn < 0.7:
            fighter = self.noun("fighters", plural=True)
            return fighter.led_by(*self.named_before())
        if drawn < 0.8:
            return self.indefinite(self.pick("fighters").split()[0])
        return self.group_or_country()

    def named_before(self) -> list[Word]:
        """Boko Haram (fighters)"""
        first, *rest = self.pick("groups").split()
        name = proper(first, "compound")
        return [name.then(*[proper(part, "flat") for part in rest])]

    def group_or_country(self) -> Word:
        if self.chance(0.35):
            return proper(self.pick("countries"), "nsubj")
        first, *rest = self.pick("groups").split()
        name = proper(first, "nsubj").then(*[proper(part, "flat") for part in rest])
        return name.led_by(the()) if not rest and self.chance(0.6) else name

    def target(self) -> Word:
        if self.chance(0.3):
            place = self.pick("places")
            station = self.indefinite(self.pick_of("station", "post", "base", "checkpoint"), determined=False)
            kind = word(
                self.pick_of("police", "army", "border", "security"), "NOUN", "NN", "compound", SINGULAR
            )
            return station.led_by(the(), proper(place, "compound") if self.chance(0.5) else None, kind)
        if self.chance(0.5):
            return self.noun("things", plural=True).led_by(self.adjective() if self.chance(0.3) else None)
        target = self.indefinite(self.pick("things").split()[0])
        return target.then(self.phrase("in", self.place(), "nmod") if self.chance(0.3) else None)

    def count(self, *, bare: bool = False, told_more: bool = False) -> Word:
        """at least 47 people"""
        written = self.pick("numbers")
        shape = "NumForm=Digit|NumType=Card" if written.isdigit() else "NumForm=Word|NumType=Card"
        number = word(written, "NUM", "CD", "nummod", shape)
        if self.chance(0.35):
            number.led_by(self.about())
        if bare:
            return number
        whom = (
            word("people", "NOUN", "NNS", "obj", PLURAL)
            if self.chance(0.4)
            else self.noun("victims", plural=True)
        )
        whom.led_by(number)
        if told_more or self.chance(0.1):
            whom.then(comma(), self.make_up())
        return whom

    def about(self) -> Word:
        least = self.pick_of("at least", "at most", "more than", "up to", "some", "about", "nearly")
        if " " not in least:
            return word(least, "ADV", "RB", "advmod")
        first, second = least.split()
        if first == "more":
            return word("more", "ADJ", "JJR", "advmod", "Degree=Cmp|ExtPos=ADV").then(
                word("than", "ADP", "IN", "fixed")
            )
        if first == "up":
            return word("up", "ADP", "IN", "advmod", "ExtPos=ADV").then(word("to", "ADP", "IN", "fixed"))
        head = word(second, "ADJ", "JJS", "nmod", "Degree=Sup")
        return head.led_by(word(first, "ADP", "IN", "case"))

    def make_up(self) -> Word:
        """most of them women and children / including two officers / five of them children"""
        if self.chance(0.4):
            return (
                self.noun("victims", plural=True)
                .as_("nmod")
                .led_by(
                    word("including", "VERB", "VBG", "case", "Tense=Pres|VerbForm=Part"),
                    word(
                        self.pick_of("two", "three", "four"),
                        "NUM",
                        "CD",
                        "nummod",
                        "NumForm=Word|NumType=Card",
                    ),
                )
            )
        who = word("women", "NOUN", "NNS", "appos", PLURAL)
        children = word("children", "NOUN", "NNS", "conj", PLURAL).led_by(word("and", "CCONJ", "CC", "cc"))
        them = word("them", "PRON", "PRP", "nmod", "Case=Acc|Number=Plur|Person=3|PronType=Prs")
        most = word("most", "ADJ", "JJS", "nsubj", "Degree=Sup")
        return who.then(children).led_by(most.then(them.led_by(word("of", "ADP", "IN", "case"))))

    def place(self) -> Word:
        name = proper(self.pick("places"), "nmod")
        if self.chance(0.25):
            area = word(
                self.pick_of("district", "province", "region", "area", "valley"),
                "NOUN",
                "NN",
                "obl",
                SINGULAR,
            )
            return area.led_by(the(), name.as_("compound"))
        if self.chance(0.15):
            area = word(self.pick_of("city", "town", "district", "provinces"), "NOUN", "NN", "obl", SINGULAR)
            return area.led_by(the(), self.people() if self.chance(0.3) else None).then(
                self.phrase("of", name, "nmod")
            )
        if self.chance(0.15):
            return name.led_by(
                word(
                    self.pick_of("northern", "eastern", "southern", "central", "neighbouring"),
                    "ADJ",
                    "JJ",
                    "amod",
                    "Degree=Pos",
                )
            )
        return name

    def act(self) -> Word:
        act = self.indefinite(self.pick("acts").split()[0], determined=False)
        kind = self.pick_of("suicide", "drone", "dawn", "gun", "mortar", "car", "bomb", "")
        before = word(kind, "NOUN", "NN", "compound", SINGULAR) if kind and self.chance(0.5) else None
        first = (before or act).form
        return act.led_by(article(first), before)

    def definite(self, kind: str) -> Word:
        return self.indefinite(self.pick(kind).split()[0], determined=False).led_by(the())

    def indefinite(self, noun: str, *, determined: bool = True) -> Word:
        head = word(noun, "NOUN", "NN", "obj", SINGULAR)
        return head.led_by(article(noun)) if determined else head

    def noun(self, kind: str, *, plural: bool) -> Word:
        one, many = self.pick(kind).split()
        return (
            word(many, "NOUN", "NNS", "obj", PLURAL) if plural else word(one, "NOUN", "NN", "obj", SINGULAR)
        )

    def people(self) -> Word:
        return word(self.pick("peoples"), "ADJ", "JJ", "amod", "Degree=Pos")

    def adjective(self) -> Word:
        return word(self.pick("adjectives"), "ADJ", "JJ", "amod", "Degree=Pos")

    def speaker(self) -> Word:
        if self.chance(0.5):
            return word(self.pick("speakers"), "NOUN", "NNS", "nsubj", PLURAL).led_by(
                self.people() if self.chance(0.4) else None
            )
        if self.chance(0.5):
            return self.indefinite(self.pick("speaker")).then(
                self.phrase("for", self.group_or_country(), "nmod") if self.chance(0.3) else None
            )
        title = proper(self.pick("titles"), "nmod:desc")
        return (
            proper(self.pick("first_names"), "nsubj")
            .led_by(title)
            .then(proper(self.pick("surnames"), "flat"))
        )

    def according(self) -> Word:
        lead = word("according", "VERB", "VBG", "case", "ExtPos=ADP|Tense=Pres|VerbForm=Part")
        return self.speaker().as_("obl").led_by(lead.then(word("to", "ADP", "IN", "fixed")))

    def time(self) -> Word:
        drawn = self.rng.random()
        if drawn < 0.3:
            return self.day()
        if drawn < 0.5:
            dawn = word(
                self.pick_of("dawn", "midnight", "dusk", "sunrise", "noon"), "NOUN", "NN", "obl", SINGULAR
            )
            dawn.led_by(word(self.pick_of("before", "at", "after"), "ADP", "IN", "case"))
            return dawn.then(self.day().as_("nmod") if self.chance(0.6) else None)
        if drawn < 0.65:
            return self.day().led_by(word(self.pick_of("late", "early"), "ADV", "RB", "advmod"))
        if drawn < 0.8:
            part = word(
                self.pick_of("morning", "night", "evening", "afternoon"), "NOUN", "NN", "obl", SINGULAR
            )
            return part.led_by(word("on", "ADP", "IN", "case"), proper(self.pick("days"), "compound"))
        if drawn < 0.9:
            return word("overnight", "ADV", "RB", "advmod")
        number = word(str(self.rng.randint(1, 28)), "NUM", "CD", "nummod", "NumForm=Digit|NumType=Card")
        return proper(self.pick("months"), "obl").led_by(word("on", "ADP", "IN", "case")).then(number)

    def day(self) -> Word:
        return proper(self.pick("days"), "obl").led_by(word("on", "ADP", "IN", "case"))

    def phrase(self, preposition: str, head: Word, relation: str) -> Word:
        return head.as_(relation).led_by(word(preposition, "ADP", "IN", "case"))

    def verb_form(self, kind: str, form: str, *, plural: bool) -> Word:
        base, _, past, _, gerund = self.pick(kind).split()
        if form == "past":
            return word(past, "VERB", "VBD", "root", PAST.format(PLURAL if plural else SINGULAR))
        if form == "base":
            return word(base, "VERB", "VB", "root", "VerbForm=Inf")
        return word(gerund, "VERB", "VBG", "root", "Tense=Pres|VerbForm=Part")

    def pick(self, kind: str) -> str:
        return str(self.rng.choice(WORDS[kind]))

    def pick_of(self, *words: str) -> str:
        return self.rng.choice(words)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share
