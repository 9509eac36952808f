"""Verbs that the parser took for adjectives or nouns, set right where grammar leaves no other reading.

Treebanks of web text and talk seldom say that jets bombed a village, so "bombed" is now and then read as an
attribute of what it hit: "Jets [bombed village]". A noun with a subject and no form of "be" is no sentence,
nor is a noun with an object; in these the verb is put at the head of its clause.
"""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from brink.code.grammar.labels import BEFORE_CLAUSES, NOMINAL, NOMINAL_OR_NUMBER, NOUN_TAGS, SUBJECT
from brink.code.pipeline.misread import (
    OF_CLAUSE,
    acronym,
    before_article,
    has,
    lead,
    noun_as_verb,
    only_past,
    opening_act,
    past,
    read_past,
    unknown_past,
)
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
NAME: Final = "mend_verbs"
INTRANSITIVE: Final = _LISTS["suffered_by_no_noun"]
_ASKING: Final = frozenset({"on", "for", "upon"})
_BETWEEN: Final = frozenset({"advmod", "aux", "punct", "obl", "obl:unmarked"})
_HEADS: Final = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl", "acl:relcl"})


@Language.component(NAME)  # type: ignore[untyped-decorator]
def mend_verbs(doc: Doc) -> Doc:
    """Put misread verbs at the head of their clauses; every other parse is left as it is."""
    for token in doc:
        if token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and token.head.i > token.i:
            _attribute(token)
        elif token.dep_ == "acl" and _does_itself(token):
            _hanging(token)
    for token in doc:
        if token.tag_ in ("VBP", "VB"):
            read_past(token)
        if token.tag_ in ("NN", "NNP", "JJ") and token.dep_ in ("compound", "amod"):
            only_past(token)
        if token.tag_ in ("NN", "JJ") and token.lower_.endswith("ed"):
            if token.dep_ in ("compound", "amod"):
                before_article(token)
            elif token.dep_ == "ROOT":
                unknown_past(token)
        if token.tag_ in ("NNS", "NN") and token.dep_ in _HEADS:
            noun_as_verb(token)
        elif token.tag_ in ("VB", "VBP") and token.dep_ == "ROOT" and token.i == token.sent.start:
            opening_act(token)
        elif token.text == "IS" and token.dep_ in ("cop", "aux") and not token.sent.text.isupper():
            acronym(token)
    return doc


def _does_itself(verb: Token) -> bool:
    """Whether no noun can suffer the verb: "arrived", "called on", "killed in the name of"."""
    asks = verb.lower_ == "called" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in _ASKING
    named = verb.doc[verb.i + 1 : verb.i + 5].text.lower() == "in the name of"
    return verb.tag_ in ("VBN", "VBD") and (asks or named or verb.lower_ in INTRANSITIVE)


def _doer_as_verb(verb: Token) -> bool:
    """ "Jets bombed depots" with `depots` the object of `jets`, which no noun has."""
    thing, doer = verb.head, verb.head.head
    if thing.dep_ not in ("obj", "nmod", "appos") or doer.i >= verb.i or not _may_be_noun(doer):
        return False
    if doer.dep_ not in ("ROOT", "ccomp", "parataxis", "conj") or has(doer, "cop") or has(thing, "case"):
        return False
    if thing.dep_ != "obj" and (verb.i != doer.i + 1 or doer.dep_ != "ROOT" or has(thing, "det")):
        return False
    relation, above = doer.dep_, doer.head
    moved = [
        child for child in doer.children if child.i > verb.i and child.dep_ in OF_CLAUSE and child != thing
    ]
    verb.head = verb if above == doer else above
    verb.dep_ = relation
    for child in (*moved, thing):
        child.head = verb
    thing.dep_ = "obj"
    doer.head, doer.dep_ = verb, "nsubj"
    if doer.pos_ not in ("NOUN", "PROPN"):
        doer.pos_, doer.tag_ = "NOUN", "NNS"
        doer.set_morph("Number=Plur")
    for child in doer.children:
        if child.dep_ == "nsubj" and child.pos_ == "ADJ":
            child.dep_ = "amod"
    past(verb)
    return True


def _hanging(verb: Token) -> None:
    """ "Soldiers crossed the border" read as a noun with a participle, alone or after "after"."""
    doer = verb.head
    whole = doer.head
    if doer.dep_ == "nmod" and whole.dep_ == "ROOT" and whole.lower_ in _COUNTS and not has(whole, "cop"):
        doer = whole
    if not 0 < verb.i - verb.head.i <= 3 or any(
        c.dep_ in ("obl:agent", "aux", "aux:pass") for c in verb.children
    ):
        return
    opening = [c for c in doer.children if c.dep_ in ("case", "mark") and c.i < doer.i]
    if doer.dep_ == "ROOT" and not opening and not has(doer, "cop"):
        relation, above = "ROOT", verb
    elif (
        doer.dep_.startswith(("obl", "nmod")) and opening and all(c.lower_ in BEFORE_CLAUSES for c in opening)
    ):
        relation, above = "advcl", doer.head
    else:
        return
    after = [c for c in doer.children if c.i > verb.i and c.dep_ in OF_CLAUSE]
    verb.head, verb.dep_ = above, relation
    doer.head, doer.dep_ = verb, "nsubj"
    for child in (*opening, *after):
        child.head = verb
    for child in opening:
        child.dep_ = "mark"
    past(verb)


_COUNTS: Final = frozenset({"hundreds", "thousands", "dozens", "scores", "tens", "group", "crowd", "number"})
"""Of which the soldiers are in "HUNDREDS of soldiers crossed the border"."""


def _may_be_noun(token: Token) -> bool:
    """A noun, or a form in -s that has no subject: `warplanes` taken for a verb."""
    if token.tag_ in NOUN_TAGS:
        return True
    named = any(c.dep_ in SUBJECT and c.pos_ in NOMINAL for c in token.children)
    return token.tag_ == "VBZ" and token.lower_.endswith("s") and token.i + 1 < len(token.doc) and not named


def _attribute(verb: Token) -> None:
    """ "Settlers torched cars" with `torched` an attribute of `cars`."""
    if _doer_as_verb(verb):
        return
    thing = verb.head
    if thing.pos_ not in NOMINAL_OR_NUMBER or has(thing, "cop") or has(thing, "case"):
        return
    own = [child for child in verb.children if child.dep_ in SUBJECT and child.i < verb.i]
    theirs = [child for child in thing.children if child.dep_ in SUBJECT and child.i < verb.i]
    if not own and not theirs:
        theirs = _beside(verb, thing)
        if not theirs:
            return
    opening = (c for c in thing.children if c.i < verb.i and c.dep_ in ("det", "nmod:poss", "nummod"))
    if any(child.lower_ not in _OF_DOERS for child in opening):
        return
    lead(verb, thing)
    thing.dep_ = "obj"
    for child in (*own, *theirs):
        child.head = verb
        child.dep_ = "nsubj"
    _take_attributes(verb)


_OF_DOERS: Final = frozenset({"both", "all", "each"})
"""What says of the doers that none is left out: "Riyadh and Doha BOTH hosted talks"."""


def _take_attributes(verb: Token) -> None:
    """What stood before the doer in the same phrase is the doer's ("PAKISTANI MILITARY aircraft")."""
    doer = max((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), key=lambda c: c.i)
    for thing in [child for child in verb.children if child.dep_ == "obj"]:
        for child in [c for c in thing.children if c.i < doer.i]:
            child.head = doer
        for child in [c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBG" and _after_comma(c)]:
            child.head, child.dep_ = verb, "advcl"


def _after_comma(token: Token) -> bool:
    return bool(token.i > 0 and token.nbor(-1).text == ",")


def _beside(verb: Token, thing: Token) -> list[Token]:
    """ "AIRCRAFT bombed villages" and "WASHINGTON lifted restrictions", read as a phrase without a verb.

    Only a name or a noun right before the participle, and no participle that says whose a thing is
    ("state owned firms"); the phrase must be the whole clause, or the subject of a verb joined by "but".
    """
    if verb.lemma_.lower() in _BELONGING or thing.dep_ not in ("ROOT", "ccomp", "parataxis", "nsubj"):
        return []
    if thing.dep_ == "nsubj" and not any(c.dep_ == "cc" and thing.i < c.i for c in thing.head.children):
        return []
    return [
        child
        for child in (*thing.children, *verb.children)
        if child.i == verb.i - 1
        and (
            child.dep_ in ("compound", "nmod:unmarked", "nmod:desc")
            or (child.dep_ == "amod" and child.tag_ == "NNP")
        )
    ]


_BELONGING: Final = _LISTS["telling_whose"]
