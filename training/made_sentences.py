"""Sentences of conflict reporting with their trees, made from a small grammar.

Treebanks of web text and talk seldom say that jets bombed a village before dawn, so a parser trained on
them alone takes `dawn` for a participle and `bombed` for an adjective. These sentences teach it the words
and the turns of such reports; their trees follow the conventions of UD English EWT. They are a small share
of what is trained on.
"""

from __future__ import annotations

from collections.abc import Sequence

from made_phrases import Phrases
from made_words import PARTICIPLE, PAST, PLURAL, SINGULAR, Word, comma, rows, was, word


class Writer(Phrases):
    """Makes one sentence after another, the same ones for the same seed."""

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


def made_sentences(count: int, *, seed: int) -> Sequence[tuple[list[list[str]], frozenset[int]]]:
    """So many sentences with their trees, each as CoNLL-U rows and the positions that no space follows."""
    writer = Writer(seed)
    return [writer.sentence() for _ in range(count)]
