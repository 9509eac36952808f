"""Words of a phrase that parsers now and then tie to the wrong word, where grammar leaves one reading."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import DAYS
from brink.code.pipeline.among import set_apart
from brink.code.pipeline.reduced import SUFFERED, child_of, tie

_HELD: Final = frozenset({"hostage", "captive", "prisoner"})
_DATES: Final = frozenset({"until", "till", "by", "before", "after", "since"})
_GOING: Final = frozenset({"for", "to", "with", "amid", "after", "on"})
_TYPED: Final = re.compile(r"[A-Z][A-Za-z]*-?\d+s")
"""Weapons by their type, in the plural: "F-16s", "T72s"."""


def tie_words(word: Token) -> None:
    """Set right what one word of a phrase was taken for."""
    if word.tag_ == "NN" and _TYPED.fullmatch(word.text) and child_of(word, "nummod"):
        word.tag_ = "NNS"
        word.set_morph("Number=Plur")
    if word.lower_ in ("another", "others") and word.dep_ == "det":
        _one_more(word)
    if word.dep_ == "nsubj" and word.i and word.head.tag_ == "VB":
        _by_when(word)
    if word.lower_ == "by" and word.dep_ == "mark":
        _by_whom(word)
    if word.lower_ == "them":
        set_apart(word)
    if word.lower_ in _HELD and word.dep_ in ("obj", "xcomp"):
        _held_by(word)
    if word.dep_ == "nmod" and child_of(word.head, "cop") and child_of(word.head, "case"):
        _stays_for(word)
    if word.dep_ == "nmod:desc" and child_of(word, "case"):
        _of_title(word)
    if word.lower_.endswith("ing") and word.tag_ in ("VBP", "VB", "NN") and child_of(word, "aux"):
        _going_on(word)
    if word.tag_ == "CD" and word.head.dep_ == "amod" and word.i < word.head.i < word.head.head.i:
        # "Killed TWELVE displaced people": a number is of the people and not of what befell them.
        tie(word, word.head.head, "nummod")
    if word.dep_ == "obl:agent" and not child_of(word, "case"):
        # "Wounded, most of them POLICE": nobody does it who no "by" introduces.
        word.dep_ = "parataxis" if child_of(word, "nsubj") else "obl"
    if word.lower_ in DAYS and word.dep_ == "compound":
        _on_a_day(word)
    if word.dep_ == "acl" and word.tag_ == "VBD" and word.lower_ in SUFFERED:
        word.tag_ = "VBN"


def _on_a_day(word: Token) -> None:
    """ "On SUNDAY militants attacked a station", read as Sunday's militants on whom it was."""
    doers, opening = word.head, child_of(word.head, "case")
    if opening is None or opening.i != word.i - 1 or doers.i != word.i + 1 or doers.tag_ != "NNS":
        return
    verb = doers.head
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    if verb.pos_ != "VERB" or verb.i < doers.i or child_of(verb, "nsubj") or child_of(verb, "nsubj:pass"):
        return
    tie(word, doers.head, "obl" if doers.head == verb else "nmod")
    tie(opening, word, "case")
    tie(doers, verb, "nsubj:pass" if child_of(verb, "aux:pass") else "nsubj")


def _one_more(word: Token) -> None:
    """ "One was killed and ANOTHER wounded", with `another` an article of the wound."""
    verb = word.head
    befell = verb.lower_ in SUFFERED or verb.tag_ in ("VBN", "VBD")
    if not befell or child_of(verb, "nsubj:pass") or child_of(verb, "nsubj"):
        return
    if word.i == verb.i - 1 and verb.dep_ == "conj":
        word.dep_, word.pos_ = "nsubj:pass", "PRON"
        verb.pos_, verb.tag_ = "VERB", "VBN"


def _by_when(word: Token) -> None:
    """ "Gave them until DECEMBER to leave", as if December left."""
    opening, verb = child_of(word, "case"), word.head
    if opening is None or opening.lower_ not in _DATES or not child_of(verb, "mark") or verb.head == verb:
        return
    tie(word, verb.head, "obl")


def _by_whom(word: Token) -> None:
    """ "Taken captive BY rebels were freed": "by" opens no clause with a subject."""
    subject = child_of(word.head, "nsubj:pass") or child_of(word.head, "nsubj")
    if subject is not None and word.i < subject.i < word.head.i:
        tie(word, subject, "case")


def _held_by(word: Token) -> None:
    """ "Taken HOSTAGE by inmates", as if they were the inmates' hostage."""
    verb = word.head
    if verb.tag_ not in ("VBN", "VBD") or verb.i > word.i or child_of(verb, "nsubj"):
        return
    for holder in [c for c in word.children if c.dep_ == "nmod"]:
        if any(c.lower_ == "by" for c in holder.children):
            tie(holder, verb, "obl:agent")


def _stays_for(word: Token) -> None:
    """ "A delegation is in Kabul for TALKS", as if it were a Kabul for talks."""
    opening, where = child_of(word, "case"), word.head
    if opening is not None and opening.lower_ in _GOING and where.text[0].isupper() and word.i > where.i:
        word.dep_ = "obl"


def _of_title(word: Token) -> None:
    """ "The killing of rebel LEADER Omar Diallo", with the name beside the killing."""
    name, opening = word.head, child_of(word, "case")
    if name.dep_ != "appos" or opening is None or name.i < word.i:
        return
    tie(word, name.head, "nmod")
    tie(name, word, "appos")


def _going_on(word: Token) -> None:
    """ "Was HALTING operations", whose verb was tagged as no participle."""
    being = ("is", "are", "was", "were", "be", "been", "am")
    if any(c.dep_ == "aux" and c.lower_ in being for c in word.children) and word.pos_ != "PRON":
        word.pos_, word.tag_ = "VERB", "VBG"
        word.set_morph("Tense=Pres|VerbForm=Part")
