"""Verbs that the parser took for adjectives or nouns, set right where grammar leaves no other reading.

Treebanks of web text and talk seldom say that jets bombed a village, so "bombed" is now and then read as an
attribute of what it hit: "Jets [bombed village]". A noun with a subject and no form of "be" is no sentence,
nor is a noun with an object; in these the verb is put at the head of its clause.
"""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

NAME: Final = "mend_verbs"
INTRANSITIVE: Final = frozenset(
    {
        "crossed", "clashed", "marched", "arrived", "rallied", "returned", "agreed", "protested",
        "advanced", "retreated", "demonstrated", "surrendered", "apologised", "apologized", "resigned",
        "died", "erupted", "vowed", "collided", "departed", "escaped", "fled", "responded",
        "retaliated", "defected", "struck", "exploded", "detonated",
        "gathered", "assembled", "rioted", "voted", "withdrew", "fought",
    }
)  # fmt: skip
"""Verbs that no noun can suffer, so that their participle describes none."""
_ASKING: Final = frozenset({"on", "for", "upon"})
_OPENING: Final = frozenset({"after", "before", "as", "since", "until", "when", "while"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_BETWEEN: Final = frozenset({"advmod", "aux", "punct", "obl", "obl:unmarked"})
_HEADS: Final = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl", "acl:relcl"})
_OF_CLAUSE: Final = frozenset(
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


@Language.component(NAME)  # type: ignore[untyped-decorator]
def mend_verbs(doc: Doc) -> Doc:
    """Put misread verbs at the head of their clauses; every other parse is left as it is."""
    for token in doc:
        if token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and token.head.i > token.i:
            _attribute(token)
        elif token.dep_ == "acl" and _does_itself(token):
            _hanging(token)
    for token in doc:
        if token.tag_ in ("VBP", "VB") and (token.lower_ in _PASTS or token.lower_ in _LIKE_PRESENT):
            _read_past(token)
        if token.tag_ in ("NN", "JJ") and token.lower_.endswith("ed"):
            if token.dep_ in ("compound", "amod"):
                _before_article(token)
            elif token.dep_ == "ROOT":
                _unknown_past(token)
        if token.tag_ in ("NNS", "NN") and token.dep_ in _HEADS:
            _noun(token)
        elif token.tag_ in ("VB", "VBP") and token.dep_ == "ROOT" and token.i == token.sent.start:
            _opening_act(token)
        elif token.text == "IS" and token.dep_ in ("cop", "aux") and not token.sent.text.isupper():
            _acronym(token)
    return doc


def _does_itself(verb: Token) -> bool:
    """Whether no noun can suffer the verb: "arrived", "called on", "killed in the name of"."""
    asks = verb.lower_ == "called" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in _ASKING
    named = verb.doc[verb.i + 1 : verb.i + 5].text.lower() == "in the name of"
    return verb.tag_ in ("VBN", "VBD") and (asks or named or verb.lower_ in INTRANSITIVE)


_PASTS: Final = frozenset(
    {"tore", "swore", "wove", "bore", "shook", "slew", "fled", "broke", "wore", "forsook"}
    | {"froze", "drove", "drew", "threw", "blew", "flew", "rode", "wrote", "rose", "arose", "strove", "chose"}
    | {"stole", "spoke", "withdrew", "overthrew", "began", "shot", "fought", "sought", "bought", "brought"}
)
"""Irregular pasts that the tagger takes for the present."""
_LIKE_PRESENT: Final = frozenset(
    {"set", "hit", "cut", "put", "shut", "beat", "burst", "split", "quit", "shed", "spread", "thrust", "cast"}
)
"""Pasts that look like the present, in which a single doer would have an "s"."""


def _read_past(verb: Token) -> None:
    """ "A crowd SET fire to it", "Canada FROZE the assets": past, as its form or its doer shows."""
    if any(c.dep_ in ("aux", "aux:pass", "mark") and c.i < verb.i for c in verb.children):
        return
    if verb.lower_ in _PASTS:
        _past(verb)
        return
    doers = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    one = [c for c in doers if c.tag_ in ("NN", "NNP") and not _has(c, "conj")]
    if one and verb.dep_ != "xcomp":
        _past(verb)


def _unknown_past(token: Token) -> None:
    """ "Hungary vetoed the plan", whose rare verb is read as a noun or adjective with an object."""
    children = list(token.children)
    before = [c for c in children if c.i == token.i - 1 and c.text[0].isupper() and c.dep_ != "punct"]
    if not before or not any(c.dep_ == "obj" and c.i > token.i for c in children):
        return
    if any(c.dep_ in ("det", "cop", "aux", "nsubj") for c in children):
        return
    _past(token)
    before[-1].dep_ = "nsubj"
    if before[-1].pos_ not in ("NOUN", "PROPN"):
        before[-1].pos_, before[-1].tag_ = "PROPN", "NNP"


def _before_article(token: Token) -> None:
    """ "Hungary VETOED the plan" read as a plan: nothing that describes a noun stands before its article."""
    noun, doc = token.head, token.doc
    if not 0 < token.i < noun.i or doc[token.i + 1].tag_ not in ("DT", "PRP$") or noun.dep_ != "ROOT":
        return
    before = [c for c in (*token.children, *noun.children) if c.i == token.i - 1 and c.text[0].isupper()]
    if not before or _has(noun, "cop") or any(_has(noun, relation) for relation in _SUBJECTS):
        return
    _lead(token, noun)
    noun.dep_ = "obj"
    before[0].head, before[0].dep_ = token, "nsubj"
    before[0].pos_, before[0].tag_ = "PROPN", "NNP"


_ACTS: Final = frozenset({"ambush", "attack", "raid", "assault", "strike", "clash", "bombing", "shelling"})


def _opening_act(token: Token) -> None:
    """ "AMBUSH near Gao: two dead", read as an order: reports give none, and nothing is its object."""
    if token.lower_ not in _ACTS or any(c.dep_ in ("obj", "xcomp", "ccomp", "nsubj") for c in token.children):
        return
    if any(child.dep_.startswith("obl") and child.i == token.i + 2 for child in token.children):
        token.pos_, token.tag_ = "NOUN", "NN"
        token.set_morph("Number=Sing")
        for child in token.children:
            child.dep_ = "nmod" if child.dep_.startswith("obl") else child.dep_


def _acronym(token: Token) -> None:
    """The group in "IS ambush kills six": a verb of being is not written in capitals among small letters."""
    if token.i + 1 >= len(token.doc) or token.nbor().pos_ not in ("NOUN", "PROPN"):
        return
    if token.head != token.nbor() and token.nbor().head != token.head:
        return
    token.head = token.nbor()
    token.pos_, token.tag_, token.dep_ = "PROPN", "NNP", "compound"
    token.set_morph("Number=Sing")


def _doer_as_verb(verb: Token) -> bool:
    """ "Jets bombed depots" with `depots` the object of `jets`, which no noun has."""
    thing, doer = verb.head, verb.head.head
    if thing.dep_ not in ("obj", "nmod", "appos") or doer.i >= verb.i or not _may_be_noun(doer):
        return False
    if doer.dep_ not in ("ROOT", "ccomp", "parataxis", "conj") or _has(doer, "cop") or _has(thing, "case"):
        return False
    if thing.dep_ != "obj" and (verb.i != doer.i + 1 or doer.dep_ != "ROOT" or _has(thing, "det")):
        return False
    relation, above = doer.dep_, doer.head
    moved = [
        child for child in doer.children if child.i > verb.i and child.dep_ in _OF_CLAUSE and child != thing
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
    _past(verb)
    return True


def _hanging(verb: Token) -> None:
    """ "Soldiers crossed the border" read as a noun with a participle, alone or after "after"."""
    doer = verb.head
    if not 0 < verb.i - doer.i <= 3 or any(c.dep_ in ("obl:agent", "aux", "aux:pass") for c in verb.children):
        return
    opening = [c for c in doer.children if c.dep_ in ("case", "mark") and c.i < doer.i]
    if doer.dep_ == "ROOT" and not opening and not _has(doer, "cop"):
        relation, above = "ROOT", verb
    elif doer.dep_.startswith(("obl", "nmod")) and opening and all(c.lower_ in _OPENING for c in opening):
        relation, above = "advcl", doer.head
    else:
        return
    after = [c for c in doer.children if c.i > verb.i and c.dep_ in _OF_CLAUSE]
    verb.head, verb.dep_ = above, relation
    doer.head, doer.dep_ = verb, "nsubj"
    for child in (*opening, *after):
        child.head = verb
    for child in opening:
        child.dep_ = "mark"
    _past(verb)


def _may_be_noun(token: Token) -> bool:
    """A noun, or a form in -s that has no subject: `warplanes` taken for a verb."""
    if token.tag_ in ("NN", "NNS", "NNP", "NNPS"):
        return True
    named = any(c.dep_ in _SUBJECTS and c.pos_ in ("NOUN", "PROPN", "PRON") for c in token.children)
    return token.tag_ == "VBZ" and token.lower_.endswith("s") and token.i + 1 < len(token.doc) and not named


def _attribute(verb: Token) -> None:
    """ "Settlers torched cars" with `torched` an attribute of `cars`."""
    if _doer_as_verb(verb):
        return
    thing = verb.head
    if thing.pos_ not in ("NOUN", "PROPN", "NUM", "PRON") or _has(thing, "cop") or _has(thing, "case"):
        return
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i]
    theirs = [child for child in thing.children if child.dep_ in _SUBJECTS and child.i < verb.i]
    if not own and not theirs:
        theirs = _beside(verb, thing)
        if not theirs:
            return
    if any(child.i < verb.i and child.dep_ in ("det", "nmod:poss", "nummod") for child in thing.children):
        return
    _lead(verb, thing)
    thing.dep_ = "obj"
    for child in (*own, *theirs):
        child.head = verb
        child.dep_ = "nsubj"
    _take_attributes(verb)


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
        if child.dep_ in ("compound", "nmod:unmarked", "nmod:desc") and child.i == verb.i - 1
    ]


_BELONGING: Final = frozenset(
    {
        *("lead", "hold", "back", "own", "run", "control", "occupy", "administer", "base", "make"),
        *("impose", "broker", "sponsor", "fund", "dominate", "align", "affiliate", "link", "inspire"),
        *("support", "appoint", "allege", "mandate", "relate", "build", "supply", "train", "propose"),
        *("bear", "style", "state"),
    }
)


def _noun(token: Token) -> None:
    """ "The chairman urges calm" with `urges` a plural noun, which has an object as no noun has."""
    children = list(token.children)
    if any(child.dep_ in ("det", "case", "cop", "nmod:poss", "amod", "nummod") for child in children):
        return
    before = [
        child for child in children if child.i < token.i and child.dep_ in ("compound", "nsubj", "nmod")
    ]
    objects = [child for child in children if child.dep_ == "obj" and child.i > token.i]
    asked = [
        child for child in children if child.dep_ == "advcl" and _has(child, "mark") and child.i > token.i
    ]
    if not before or not (objects or (asked and token.tag_ == "NNS" and token.dep_ == "ROOT")):
        return
    token.pos_, token.tag_ = "VERB", "VBZ" if token.tag_ == "NNS" else "VBP"
    token.set_morph("")
    if token.lower_ in _LIKE_PRESENT and before[-1].tag_ in ("NN", "NNP"):
        _past(token)
    before[-1].dep_ = "nsubj"
    for child in children:
        if child.dep_ == "nmod":
            child.dep_ = "obl"


def _lead(verb: Token, thing: Token) -> None:
    """The verb takes the place of the noun it was hung on, and what belongs to the clause."""
    relation, above = thing.dep_, thing.head
    after = [child for child in thing.children if child != verb and child.dep_ in _OF_CLAUSE]
    verb.head = verb if above == thing else above
    verb.dep_ = "ROOT" if above == thing else relation
    if relation == "nsubj":
        _lead_joined(verb, above)
    thing.head = verb
    for child in after:
        child.head = verb
    _past(verb)


def _lead_joined(verb: Token, joined: Token) -> None:
    """The verb leads its sentence, and the one that "but" joins to it follows."""
    relation, above = joined.dep_, joined.head
    verb.head, verb.dep_ = (verb if above == joined else above), relation
    joined.head, joined.dep_ = verb, "conj"


def _past(verb: Token) -> None:
    verb.pos_, verb.tag_ = "VERB", "VBD"
    verb.set_morph("Mood=Ind|Tense=Past|VerbForm=Fin")


def _has(token: Token, relation: str) -> bool:
    return any(child.dep_ == relation for child in token.children)
