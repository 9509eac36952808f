"""Words that were read as another class than theirs, and what takes their place in the clause."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import SUBJECT
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
OF_CLAUSE: Final = frozenset(
    {
        "punct",
        "advcl",
        "obl",
        "obl:unmarked",
        "advmod",
        "parataxis",
        "mark",
        "cc",
        "discourse",
        "ccomp",
        "aux",
        "xcomp",
    }
)
_PASTS: Final = _LISTS["taken_for_present"]
_LIKE_PRESENT: Final = _LISTS["like_present"]
_BASES: Final = frozenset({"shed", "wed", "embed", "shred", "imbed"})


def read_past(verb: Token) -> None:
    """ "A crowd SET fire to it", "Canada FROZE the assets": past, as its form or its doer shows."""
    word = verb.lower_
    if not (word in _PASTS or word in _LIKE_PRESENT or word.endswith("ed")):
        return
    if any(c.dep_ in ("aux", "aux:pass", "mark") and c.i < verb.i for c in verb.children):
        return
    doers = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if word in _PASTS or (doers and word.endswith("ed") and not _is_base(word)):
        past(verb)
    elif word in _LIKE_PRESENT and verb.dep_ != "xcomp":
        one = any(c.tag_ in ("NN", "NNP") and not has(c, "conj") for c in doers)
        if one or (doers and any(c.dep_ == "obj" and has(c, "det") for c in verb.children)):
            past(verb)


def _is_base(word: str) -> bool:
    """ "Need", "shed": the "ed" is the verb's own."""
    return word.endswith("eed") or word in _BASES


def unknown_past(token: Token) -> None:
    """ "Hungary vetoed the plan", whose rare verb is read as a noun or adjective with an object."""
    children = list(token.children)
    before = [c for c in children if c.i == token.i - 1 and c.text[0].isupper() and c.dep_ != "punct"]
    if not before or not any(c.dep_ == "obj" and c.i > token.i for c in children):
        return
    if any(c.dep_ in ("det", "cop", "aux", "nsubj") for c in children):
        return
    past(token)
    before[-1].dep_ = "nsubj"
    if before[-1].pos_ not in ("NOUN", "PROPN"):
        before[-1].pos_, before[-1].tag_ = "PROPN", "NNP"


def before_article(token: Token) -> None:
    """ "Hungary VETOED the plan" read as a plan: nothing that describes a noun stands before its article."""
    noun, doc = token.head, token.doc
    if has(token, "nsubj") and noun.dep_ == "ROOT" and noun.i > token.i and not has(noun, "cop"):
        # "Venezuela's leader POURED scorn on the offer", with a subject as no adjective has.
        lead(token, noun)
        noun.dep_ = "obj"
        return
    if not 0 < token.i < noun.i or doc[token.i + 1].tag_ not in ("DT", "PRP$") or noun.dep_ != "ROOT":
        return
    before = [c for c in (*token.children, *noun.children) if c.i == token.i - 1 and c.text[0].isupper()]
    if not before or has(noun, "cop") or any(has(noun, relation) for relation in SUBJECT):
        return
    lead(token, noun)
    noun.dep_ = "obj"
    before[0].head, before[0].dep_ = token, "nsubj"
    before[0].pos_, before[0].tag_ = "PROPN", "NNP"


_ALSO_NOUNS: Final = frozenset({"shot", "rose", "bore", "drove"})


def only_past(token: Token) -> None:
    """ "The council FROZE aid to Niger" read as a sort of aid: a past that no noun is spelled like."""
    if not token.i or token.lower_ not in _PASTS - _ALSO_NOUNS:
        return
    thing, before = token.head, token.nbor(-1)
    if thing.dep_ != "ROOT" or thing.i < token.i:
        return
    if has(token, "nsubj") and thing.pos_ == "NOUN" and not has(thing, "cop"):
        # "Boko Haram SWORE allegiance", whose doer hangs on it already.
        lead(token, thing)
        thing.dep_ = "obj"
        return
    if thing.pos_ not in ("NOUN", "PROPN") or before.pos_ not in ("NOUN", "PROPN") or before.head != thing:
        return
    if has(thing, "cop") or any(has(thing, relation) for relation in SUBJECT):
        return
    ahead = [child for child in thing.children if child.i < before.i]
    lead(token, thing)
    thing.dep_ = "obj"
    before.head, before.dep_ = token, "nsubj"
    for child in ahead:
        child.head = before


_ACTS: Final = frozenset({"ambush", "attack", "raid", "assault", "strike", "clash", "bombing", "shelling"})


def opening_act(token: Token) -> None:
    """ "AMBUSH near Gao: two dead", read as an order: reports give none, and nothing is its object."""
    if token.lower_ not in _ACTS or any(c.dep_ in ("obj", "xcomp", "ccomp", "nsubj") for c in token.children):
        return
    if any(child.dep_.startswith("obl") and child.i == token.i + 2 for child in token.children):
        token.pos_, token.tag_ = "NOUN", "NN"
        token.set_morph("Number=Sing")
        for child in token.children:
            child.dep_ = "nmod" if child.dep_.startswith("obl") else child.dep_


def acronym(token: Token) -> None:
    """The group in "IS ambush kills six": a verb of being is not written in capitals among small letters."""
    if token.i + 1 >= len(token.doc) or token.nbor().pos_ not in ("NOUN", "PROPN"):
        return
    if token.head != token.nbor() and token.nbor().head != token.head:
        return
    token.head = token.nbor()
    token.pos_, token.tag_, token.dep_ = "PROPN", "NNP", "compound"
    token.set_morph("Number=Sing")


def noun_as_verb(token: Token) -> None:
    """ "The chairman urges calm" with `urges` a plural noun, which has an object as no noun has."""
    children = list(token.children)
    article = [c for c in children if c.dep_ == "det" and c.i < token.i - 1 and token.lower_ in _ONLY_VERBS]
    barring = ("det", "case", "cop", "nmod:poss", "amod", "nummod")
    if any(child.dep_ in barring and child not in article for child in children):
        return
    before = [
        child for child in children if child.i < token.i and child.dep_ in ("compound", "nsubj", "nmod")
    ]
    objects = [child for child in children if child.dep_ == "obj" and child.i > token.i]
    if token.lower_ in _ONLY_VERBS:
        objects += [child for child in children if child.dep_ == "acl" and child.i == token.i + 1]
    asked = [
        child for child in children if child.dep_ == "advcl" and has(child, "mark") and child.i > token.i
    ]
    if not before or not (objects or (asked and token.tag_ == "NNS" and token.dep_ == "ROOT")):
        return
    token.pos_, token.tag_ = "VERB", "VBZ" if token.tag_ == "NNS" else "VBP"
    token.set_morph("")
    if token.lower_ in _LIKE_PRESENT and before[-1].tag_ in ("NN", "NNP"):
        past(token)
    before[-1].dep_ = "nsubj"
    for child in article:
        child.head = before[-1]
    for child in children:
        if child.dep_ == "nmod":
            child.dep_ = "obl"
        elif child.dep_ == "acl":
            child.dep_ = "xcomp"


_ONLY_VERBS: Final = _LISTS["presents_like_no_noun"]


def lead(verb: Token, thing: Token) -> None:
    """The verb takes the place of the noun it was hung on, and what belongs to the clause."""
    relation, above = thing.dep_, thing.head
    after = [child for child in thing.children if child != verb and child.dep_ in OF_CLAUSE]
    verb.head = verb if above == thing else above
    verb.dep_ = "ROOT" if above == thing else relation
    if relation == "nsubj":
        _lead_joined(verb, above)
    thing.head = verb
    for child in after:
        child.head = verb
    past(verb)


def _lead_joined(verb: Token, joined: Token) -> None:
    """The verb leads its sentence, and the one that "but" joins to it follows."""
    relation, above = joined.dep_, joined.head
    verb.head, verb.dep_ = (verb if above == joined else above), relation
    joined.head, joined.dep_ = verb, "conj"


def past(verb: Token) -> None:
    """Make a word a verb in the past."""
    verb.pos_, verb.tag_ = "VERB", "VBD"
    verb.set_morph("Mood=Ind|Tense=Past|VerbForm=Fin")


def has(token: Token, relation: str) -> bool:
    """Whether a word with that relation hangs on it."""
    return any(child.dep_ == relation for child in token.children)
