"""Phrases and clauses that the parser cut wrongly, set right where grammar leaves no other reading.

"Aid workers [kidnapped in Tigray] have been freed" leads parsers down a garden path: they take the first
participle for the verb of the sentence, and whoever suffered for the doer. A participle that has no object
and no form of "be", before a finite verb that has no subject of its own, only describes.
"""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

NAME: Final = "mend_clauses"
_SUFFERED: Final = frozenset(
    {
        "abducted", "accused", "ambushed", "arrested", "attacked", "bombed", "captured", "charged",
        "convicted", "deployed", "deported", "detained", "displaced", "evacuated", "evicted", "executed",
        "expelled", "forced", "freed", "held", "hired", "hit", "imprisoned", "injured", "interviewed",
        "jailed", "kidnapped", "killed", "ordered", "recruited", "rescued", "seized", "sent", "sentenced",
        "shot", "stationed", "suspected", "taken", "targeted", "tasked", "tortured", "trained", "trapped",
        "wanted", "wounded",
    }
)  # fmt: skip
"""Participles that tell what befell the noun before them when they have no object."""
_KIN: Final = frozenset(
    {
        "relatives", "relative", "family", "families", "parents", "mother", "mothers", "father", "fathers",
        "widow", "widows", "brother", "brothers", "sister", "sisters", "son", "sons", "daughter", "friends",
        "colleagues", "lawyer", "lawyers", "supporters", "photographs", "names", "portraits",
    }
)  # fmt: skip
"""Those whom what befell others has left behind."""
_TIMES: Final = frozenset(
    {"day", "week", "month", "year", "night", "morning", "evening", "weekend", "decade", "today", "yesterday"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_HELD: Final = frozenset({"hostage", "captive", "prisoner"})
_AFTER: Final = frozenset({"after", "following", "during", "amid", "despite"})
_BEARING: Final = frozenset({"carrying", "transporting", "ferrying", "escorting", "guarding", "bringing"})
_CLAUSES: Final = frozenset({"ROOT", "ccomp", "parataxis"})


@Language.component(NAME)  # type: ignore[untyped-decorator]
def mend_clauses(doc: Doc) -> Doc:
    """Set right what describes and what tells; every other parse is left as it is."""
    for token in doc:
        if token.tag_ == "VBZ" and len(token) > 3 and not token.lower_.endswith("s"):
            # "Froze" is no present.
            token.tag_ = "VBD"
        if token.lower_ in _SUFFERED and token.tag_ in ("VBN", "VBD"):
            _describing(token) or _before_noun(token) or _of_kin(token)
        elif token.tag_ == "JJ" and token.dep_ == "ccomp":
            _adjective(token)
        elif token.tag_ == "VBG" and token.lower_ in _BEARING and token.dep_ in ("compound", "amod"):
            _bearing(token)
        elif token.tag_ == "VBZ" and token.i and token.nbor(-1).lower_ in _AFTER:
            _plural(token)
        elif token.lower_ in ("fewer", "less", "more") and token.i + 1 < len(doc):
            _amount(token)
        elif token.lower_ in _HELD and token.dep_ == "obj":
            _taken(token)
        if token.tag_ == "VBD" and token.dep_ == "conj":
            _joined(token)
        if token.tag_ == "VBN" and _child(token, "nsubj:pass") and _is_active_perfect(token):
            _tie(_child(token, "nsubj:pass"), token, "nsubj")
    return doc


def _describing(verb: Token) -> bool:
    """ "Soldiers SENT to the polls opened fire" read as "soldiers sent"."""
    doer = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    if doer is None or verb.dep_ not in _CLAUSES or doer.pos_ == "PRON":
        return False
    if any(c.dep_ in ("aux", "aux:pass", "cop", "obj", "compound:prt") for c in verb.children):
        return False
    told = next((c for c in verb.children if _is_told(c, verb)), None)
    if told is None:
        return False
    stolen = _child(told, "nsubj") or _child(told, "nsubj:pass")
    owner = _owner_of(stolen, verb) if stolen is not None else None
    if stolen is not None and owner is None:
        return False
    relation, above = verb.dep_, verb.head
    _tie(told, told if above == verb else above, relation)
    for child in list(verb.children):
        if child != told and (child.i < doer.i or child.i > told.i):
            _tie(child, told, child.dep_)
    _tie(doer, told, "nsubj:pass" if _child(told, "aux:pass") else "nsubj")
    before = verb.nbor(-1)
    _tie(verb, before if before.tag_ in ("NN", "NNS") and before.i > doer.i else doer, "acl")
    verb.tag_ = "VBN"
    if stolen is not None and owner is not None:
        _tie(stolen, owner, "obl:unmarked" if owner == verb else "obj")
    return True


def _is_told(clause: Token, verb: Token) -> bool:
    """Whether a finite clause hangs on the participle that no word and no comma opens."""
    if clause.i < verb.i or clause.dep_ not in ("ccomp", "advcl", "xcomp", "conj"):
        return False
    finite = clause.tag_ in _FINITE or any(c.dep_ in ("aux", "aux:pass") for c in clause.children)
    if not finite or clause.pos_ != "VERB":
        return False
    opening = clause.left_edge
    return opening.dep_ not in ("mark", "cc") and not any(
        c.dep_ in ("mark", "cc", "punct") and c.i < clause.i for c in clause.children
    ) and not opening.nbor(-1).is_punct  # fmt: skip


def _owner_of(stolen: Token, verb: Token) -> Token | None:
    """The verb that a false subject belongs to: a time to the participle, an object to its infinitive."""
    if stolen.lower_ in _TIMES:
        return verb
    before = stolen.left_edge.i - 1
    inner = verb.doc[before] if before > verb.i else None
    if inner is None or inner.tag_ not in ("VB", "VBG") or _child(inner, "obj"):
        return None
    return inner if inner.head == verb else None


def _before_noun(verb: Token) -> bool:
    """ "Killed nine DISPLACED people" with `displaced` the object and `nine` its subject."""
    doc = verb.doc
    if verb.dep_ != "obj" or not 0 < verb.i < len(doc) - 1:
        return False
    number, noun = verb.nbor(-1), verb.nbor(1)
    if number.head != verb or number.tag_ != "CD" or noun.head != verb or noun.dep_ != "obj":
        return False
    _tie(noun, verb.head, "obj")
    for child in list(verb.children):
        _tie(child, noun, "nummod" if child == number else child.dep_)
    _tie(verb, noun, "amod")
    return True


def _of_kin(verb: Token) -> bool:
    """ "Relatives of men KILLED in the raid", where the relatives live."""
    kin = verb.head
    before = verb.nbor(-1) if verb.i else verb
    if verb.dep_ != "acl" or kin.lower_ not in _KIN or before.head != kin or before.dep_ != "nmod":
        return False
    if before.tag_ not in ("NN", "NNS") or not any(c.lower_ == "of" for c in before.children):
        return False
    _tie(verb, before, "acl")
    return True


def _adjective(word: Token) -> None:
    """ "Militants LOYAL to the warlord attacked", with `loyal` the head of a clause."""
    verb = word.head
    doer = next((c for c in word.children if c.dep_ == "nsubj" and c.i < word.i), None)
    if doer is None or verb.i < word.i or any(_child(verb, relation) for relation in _SUBJECTS):
        return
    if verb.pos_ != "VERB" or any(c.dep_ in ("cop", "aux", "mark", "punct") for c in word.children):
        return
    for child in list(word.children):
        if child.i < doer.i:
            _tie(child, verb, child.dep_)
    _tie(doer, verb, "nsubj:pass" if _child(verb, "aux:pass") else "nsubj")
    _tie(word, doer, "amod")


def _bearing(word: Token) -> None:
    """ "A bus CARRYING miners", read as the miners of a carrying bus."""
    load = word.head
    before = word.nbor(-1) if word.i else word
    if before.head != load or before.dep_ != "compound" or before.pos_ != "NOUN" or load.i < word.i:
        return
    relation, above = load.dep_, load.head
    _tie(before, before if above == load else above, relation)
    for child in list(load.children):
        if child.i < before.i or child.i > load.i:
            _tie(child, before, child.dep_)
    _tie(word, before, "acl")
    _tie(load, word, "obj")


def _plural(word: Token) -> None:
    """ "After CLASHES over a well had left 21 dead", with `clashes` the verb of the clause."""
    above = word.head
    if word.dep_ != "advcl" or any(c.dep_ in (*_SUBJECTS, "obj", "aux") for c in word.children):
        return
    opening = [c for c in word.children if c.i < word.i]
    told = [c for c in above.children if c.i > word.i and c.dep_ == "conj" and c.tag_ in ("VBD", "VBN")]
    word.pos_, word.tag_ = "NOUN", "NNS"
    word.set_morph("Number=Plur")
    if told and not any(c.dep_ in (*_SUBJECTS, "cc") for c in told[0].children):
        _tie(told[0], above, "advcl")
        _tie(word, told[0], "nsubj")
        for child in opening:
            _tie(child, told[0], "mark")
    else:
        word.dep_ = "obl"
        for child in opening:
            child.dep_ = "case"
    for child in word.children:
        if child.dep_ == "obl":
            child.dep_ = "nmod"


def _amount(word: Token) -> None:
    """ "Killed no FEWER than 15 persons", with `fewer` the object."""
    than = word.nbor(1)
    noun = than.head
    number = next((c for c in noun.children if c.dep_ == "nummod" and c.i == than.i + 1), None)
    if than.lower_ != "than" or word.dep_ not in ("obj", "nsubj", "nsubj:pass") or number is None:
        return
    if noun.head not in (word, word.head) or noun.i <= than.i:
        return
    _tie(noun, word.head, word.dep_)
    for child in list(word.children):
        if child != noun:
            _tie(child, number if child.i < word.i else noun, child.dep_)
    _tie(word, number, "advmod")
    _tie(than, word, "fixed")


def _taken(state: Token) -> None:
    """ "Took a pilot HOSTAGE", read as a hostage of the sort of pilots."""
    whom = state.nbor(-1) if state.i else state
    if whom.head != state or whom.dep_ != "compound" or whom.pos_ != "NOUN":
        return
    verb = state.head
    for child in list(state.children):
        if child != whom and child.i < whom.i:
            _tie(child, whom, child.dep_)
        elif child.i > state.i:
            _tie(child, verb, child.dep_.replace("nmod", "obl"))
    _tie(whom, verb, "obj")
    _tie(state, verb, "xcomp")


def _joined(verb: Token) -> None:
    """ "Denied having shelled it and DEMANDED a probe", with the demand a part of what is denied."""
    partner = verb.head
    having = any(child.tag_ == "VBG" and child.dep_ == "aux" for child in partner.children)
    if (
        (having or partner.tag_ == "VBG")
        and partner.dep_ in ("ccomp", "xcomp")
        and partner.head.tag_ == "VBD"
    ):
        _tie(verb, partner.head, "conj")


def _is_active_perfect(verb: Token) -> bool:
    """ "The militia HAS not WITHDRAWN", whose subject suffers nothing."""
    marks = [child for child in verb.children if child.dep_.startswith("aux") or child.dep_ == "cop"]
    has = any(child.lower_ in ("has", "have", "had", "'ve", "’ve") for child in marks)
    return has and not any(child.dep_ in ("aux:pass", "cop") for child in marks)


def _child(token: Token, relation: str) -> Token | None:
    return next((child for child in token.children if child.dep_ == relation), None)


def _tie(token: Token | None, head: Token, relation: str) -> None:
    if token is not None:
        token.head = head
        token.dep_ = relation
