"""Real trees with words of conflict reporting put in place of some of their own.

A word gives way only to one of the same tag that can stand in the same place: a verb with an object to a
verb that takes one, a noun after `a` to a noun that can be counted. The tree stays as it was annotated.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from corpora import FORM, HEAD, ID, RELATION, UPOS, XPOS, Row, Sentence
from made_phrases import WORDS

FORMS = {"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4}
TRANSITIVE = [*WORDS["acts_on"], *WORDS["harms"], *WORDS["speaks_of"]]
COUNTED = [
    kind for name in ("fighters", "victims", "things", "acts", "weapons", "pacts") for kind in WORDS[name]
]
SHARE = 0.45
"""Of the words that could give way, so many do."""
HOLDS_ITS_VERB = {"compound:prt", "ccomp", "xcomp", "iobj", "expl", "csubj", "obl:arg"}


def in_the_news(sentence: Sentence, *, rng: random.Random) -> Sentence | None:
    """The sentence with other words, or None when none could be changed."""
    below: dict[str, set[str]] = defaultdict(set)
    for row in sentence.rows:
        below[row[HEAD]].add(row[RELATION])
    new = [other_word(row, below[row[ID]], rng=rng) for row in sentence.rows]
    if all(row is old for row, old in zip(new, sentence.rows, strict=True)):
        return None
    return replace(sentence, rows=tuple(agreed(new)))


def other_word(row: Row, below: set[str], *, rng: random.Random) -> Row:
    if rng.random() > SHARE:
        return row
    form = substitute(row, below, rng=rng)
    if form is None:
        return row
    shown = form[:1].upper() + form[1:] if row[FORM][:1].isupper() else form
    return [row[ID], shown, form, *row[UPOS:]]


def substitute(row: Row, below: set[str], *, rng: random.Random) -> str | None:
    tag, upos = row[XPOS], row[UPOS]
    if (
        upos == "VERB"
        and tag in FORMS
        and row[RELATION] not in ("case", "amod", "fixed")
        and not below & HOLDS_ITS_VERB
    ):
        kind = TRANSITIVE if below & {"obj", "nsubj:pass"} else WORDS["happens"]
        return rng.choice(kind).split()[FORMS[tag]]
    if upos == "NOUN" and row[RELATION] not in ("fixed", "root", "obl:unmarked") and len(row[FORM]) > 3:
        if tag == "NNS":
            return rng.choice(COUNTED).split()[1]
        if tag == "NN" and "det" in below:
            return rng.choice(COUNTED).split()[0]
        if tag == "NN" and not below & {"det", "nmod:poss", "nummod"} and row[RELATION] != "compound":
            return rng.choice(WORDS["masses"])
    if (
        upos == "PROPN"
        and tag == "NNP"
        and not below & {"flat", "compound"}
        and row[RELATION] not in ("flat", "compound")
    ):
        return rng.choice([*WORDS["places"], *WORDS["countries"], *WORDS["surnames"]])
    if upos == "ADJ" and tag == "JJ" and row[RELATION] == "amod":
        return rng.choice([*WORDS["adjectives"], *WORDS["peoples"]])
    return None


def agreed(rows: list[Row]) -> list[Row]:
    """`a` and `an` by the word that follows."""
    out = []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        if following is not None and row[FORM].lower() in ("a", "an"):
            form = "an" if following[FORM][:1].lower() in "aeiou" else "a"
            row = [row[ID], form.capitalize() if row[FORM][:1].isupper() else form, *row[2:]]
        out.append(row)
    return out
