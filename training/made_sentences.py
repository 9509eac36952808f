"""Sentences of conflict reporting with their trees, made from a small grammar.

Treebanks of web text and talk seldom say that jets bombed a village before dawn, so a parser trained on
them alone takes `dawn` for a participle and `bombed` for an adjective. These sentences teach it the words
and the turns of such reports; their trees follow the conventions of UD English EWT. They are a small share
of what is trained on.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

WORDS = yaml.safe_load(Path(__file__).with_name("news_words.yaml").read_text(encoding="utf-8"))
SINGULAR, PLURAL = "Number=Sing", "Number=Plur"
PAST = "Mood=Ind|{}|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|{}|Person=3|Tense=Pres|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"


@dataclass
class Word:
    """A word with what stands before and after it in its phrase."""

    form: str
    upos: str
    xpos: str
    relation: str
    feats: str = "_"
    before: list[Word] = field(default_factory=list)
    after: list[Word] = field(default_factory=list)
    glued: bool = False
    """No space stands before it."""

    def as_(self, relation: str) -> Word:
        self.relation = relation
        return self

    def then(self, *words: Word | None) -> Word:
        self.after += [word for word in words if word is not None]
        return self

    def led_by(self, *words: Word | None) -> Word:
        self.before = [word for word in words if word is not None] + self.before
        return self

    def line(self) -> list[Word]:
        """All its words in the order of the sentence."""
        left = [word for child in self.before for word in child.line()]
        return [*left, self, *[word for child in self.after for word in child.line()]]

    @property
    def plural(self) -> bool:
        return PLURAL in self.feats or any(child.relation == "conj" for child in self.after)


def rows(root: Word) -> tuple[list[list[str]], frozenset[int]]:
    """CoNLL-U rows of a sentence, and the positions that no space follows."""
    line = root.line()
    number = {id(word): str(i + 1) for i, word in enumerate(line)}
    head = {id(child): number[id(word)] for word in line for child in (*word.before, *word.after)}
    table = [
        [
            number[id(word)], word.form, word.form.lower(), word.upos, word.xpos, word.feats,
            head.get(id(word), "0"), "root" if word is root else word.relation, "_", "_",
        ]
        for word in line
    ]  # fmt: skip
    table[0][1] = table[0][1][:1].upper() + table[0][1][1:]
    return table, frozenset(i for i in range(len(line) - 1) if line[i + 1].glued)


class Writer:
    """Makes one sentence after another, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def sentence(self) -> tuple[list[list[str]], frozenset[int]]:
        made = self.rng.choices(
            [
                self.reported,
                self.told,
                self.plain_clause,
                self.fronted,
                self.toll,
                self.nominal,
                self.claimed,
            ],
            [5, 3, 3, 3, 3, 3, 2],
        )[0]()
        return rows(made.then(Word(".", "PUNCT", ".", "punct", glued=True)))

    # Sentences

    def reported(self) -> Word:
        """X did Y, officials said."""
        main = self.clause().as_("ccomp")
        said = self.verb_form("tells", "past", plural=True)
        speaker = self.speaker().as_("nsubj")
        if self.chance(0.25):
            return main.as_("root").then(comma(), self.according())
        if self.chance(0.2):
            return said.led_by(main, comma()).then(speaker)
        return said.led_by(main, comma(), speaker)

    def told(self) -> Word:
        """Officials said that X did Y."""
        said = self.verb_form("tells", "past", plural=True).led_by(self.speaker().as_("nsubj"))
        if self.chance(0.3):
            said.then(self.day())
        inner = self.clause().as_("ccomp")
        return said.then(inner.led_by(Word("that", "SCONJ", "IN", "mark")) if self.chance(0.5) else inner)

    def plain_clause(self) -> Word:
        return self.clause()

    def fronted(self) -> Word:
        """Before dawn on Sunday, X did Y."""
        main = self.clause(timed=False)
        return main.led_by(self.time(), comma() if self.chance(0.6) else None)

    def toll(self) -> Word:
        """At least nine soldiers were killed in a raid near Gao."""
        main = self.passive()
        if self.chance(0.4):
            other = Word("wounded", "VERB", "VBN", "conj", f"{PARTICIPLE}|Voice=Pass")
            aux = was(True) if self.chance(0.5) else None
            main.then(
                other.led_by(word("and", "CCONJ", "CC", "cc"), self.count(bare=True).as_("nsubj:pass"), aux)
            )
        return main

    def nominal(self) -> Word:
        """An airstrike by Syrian jets on a camp in Idlib killed nine people."""
        act = self.act().as_("nsubj")
        if self.chance(0.4):
            act.then(self.phrase("by", self.doer(), "nmod"))
        if self.chance(0.5):
            act.then(self.phrase("on", self.target(), "nmod"))
        if self.chance(0.5):
            act.then(self.phrase("in", self.place(), "nmod"))
        harm = self.verb_form("harms", "past", plural=act.plural).led_by(act)
        harm.then(self.count().as_("obj"))
        return harm.then(self.time() if self.chance(0.4) else None)

    def claimed(self) -> Word:
        """The TTP claimed the attack; X ended the ceasefire; Y threatened to attack Z."""
        drawn = self.rng.random()
        doer = self.group_or_country().as_("nsubj")
        if drawn < 0.35:
            claimed = word(
                self.pick_of("claimed", "condemned", "denied", "planned", "foiled"), "VERB", "VBD", "root",
                PAST.format(SINGULAR),
            )  # fmt: skip
            return claimed.led_by(doer).then(self.definite("acts").as_("obj"))
        if drawn < 0.6:
            ended = word(
                self.pick_of("ended", "extended", "broke", "signed", "rejected"), "VERB", "VBD", "root",
                PAST.format(SINGULAR),
            )  # fmt: skip
            return ended.led_by(doer).then(self.definite("pacts").as_("obj"), self.time())
        wants = word(
            self.pick_of("threatened", "vowed", "agreed", "refused"),
            "VERB",
            "VBD",
            "root",
            PAST.format(SINGULAR),
        )
        aim = self.verb_form("acts_on", "base", plural=True).as_("xcomp")
        aim.led_by(word("to", "PART", "TO", "mark")).then(self.target().as_("obj"))
        return wants.led_by(doer).then(aim)

    # Clauses

    def clause(self, *, timed: bool = True) -> Word:
        made = self.rng.choices([self.active, self.passive, self.intransitive, self.joined], [5, 3, 2, 3])[
            0
        ]()
        return made.then(self.time() if timed and self.chance(0.5) else None)

    def active(self) -> Word:
        doer = self.doer().as_("nsubj")
        plural = doer.plural
        if self.chance(0.65):
            act = self.verb_form("acts_on", "past", plural=plural).led_by(doer).then(self.target().as_("obj"))
        else:
            act = self.verb_form("harms", "past", plural=plural).led_by(doer).then(self.count().as_("obj"))
        if self.chance(0.35):
            act.then(self.phrase("in", self.place(), "obl"))
        if self.chance(0.25):
            act.then(comma(), self.result())
        return act

    def joined(self) -> Word:
        """X stormed Y and killed nine people, most of them women."""
        act = self.active()
        second = self.verb_form("harms", "past", plural=True).as_("conj")
        second.led_by(word("and", "CCONJ", "CC", "cc")).then(self.count(told_more=True).as_("obj"))
        return act.then(self.time() if self.chance(0.3) else None, second)

    def result(self) -> Word:
        """killing nine people"""
        gerund = self.verb_form("harms", "-ing", plural=True).as_("advcl")
        return gerund.then(self.count().as_("obj"))

    def passive(self) -> Word:
        victim = self.count() if self.chance(0.6) else self.target()
        kind = "harms" if self.chance(0.8) else "acts_on"
        forms = self.pick(kind).split()
        main = word(forms[3], "VERB", "VBN", "root", f"{PARTICIPLE}|Voice=Pass")
        if any(child.relation == "appos" for child in victim.after):
            victim.then(comma())
        main.led_by(victim.as_("nsubj:pass"), was(victim.plural))
        if self.chance(0.3):
            main.then(self.phrase("by", self.doer(), "obl:agent"))
        if self.chance(0.5):
            main.then(self.phrase("in", self.act() if self.chance(0.5) else self.place(), "obl"))
        if self.chance(0.2):
            main.then(self.when_clause())
        return main

    def when_clause(self) -> Word:
        """when a bomb exploded near a mosque"""
        inner = self.intransitive().as_("advcl")
        return inner.led_by(word("when", "ADV", "WRB", "advmod", "PronType=Int"))

    def intransitive(self) -> Word:
        if self.chance(0.3):
            thing = self.indefinite(
                self.pick_of("bomb", "mine", "taxi", "car", "van", "vehicle", "shell", "rocket")
            )
            if self.chance(0.4):
                thing.then(self.relative())
            blew = word("blew", "VERB", "VBD", "root", PAST.format(SINGULAR))
            return blew.led_by(thing.as_("nsubj")).then(
                word("up", "ADP", "RP", "compound:prt"), self.phrase("near", self.target(), "obl")
            )
        doer = self.doer().as_("nsubj")
        act = self.verb_form("happens", "past", plural=doer.plural).led_by(doer)
        return act.then(self.phrase(self.pick_of("in", "near", "outside", "from"), self.place(), "obl"))

    def relative(self) -> Word:
        """that officers had stopped for a search"""
        seen = word(
            self.pick_of("stopped", "searched", "parked", "followed"), "VERB", "VBN", "acl:relcl", PARTICIPLE
        )
        return seen.led_by(
            word("that", "PRON", "WDT", "obj", "PronType=Rel"),
            self.noun("victims", plural=True).as_("nsubj"),
            word("had", "AUX", "VBD", "aux", PAST.format(PLURAL)),
        )

    # Phrases

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


def word(form: str, upos: str, xpos: str, relation: str, feats: str = "_") -> Word:
    return Word(form, upos, xpos, relation, feats)


def proper(form: str, relation: str) -> Word:
    return Word(form, "PROPN", "NNP", relation, SINGULAR)


def comma() -> Word:
    return Word(",", "PUNCT", ",", "punct", glued=True)


def the() -> Word:
    return Word("the", "DET", "DT", "det", "Definite=Def|PronType=Art")


def article(following: str) -> Word:
    form = "an" if following[:1].lower() in "aeiou" else "a"
    return Word(form, "DET", "DT", "det", "Definite=Ind|PronType=Art")


def was(plural: bool) -> Word:
    return Word(
        "were" if plural else "was", "AUX", "VBD", "aux:pass", PAST.format(PLURAL if plural else SINGULAR)
    )


def made_sentences(count: int, *, seed: int) -> Sequence[tuple[list[list[str]], frozenset[int]]]:
    """So many sentences with their trees, each as CoNLL-U rows and the positions that no space follows."""
    writer = Writer(seed)
    return [writer.sentence() for _ in range(count)]
