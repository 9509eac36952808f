"""Participles that only describe, taken for the verb of their sentence.

"Aid workers [kidnapped in Tigray] have been freed" leads parsers down a garden path: they take the first
participle for the verb, and whoever suffered for the doer. A participle without a form of "be", before a
finite verb that has no subject of its own, only describes.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import DAYS, FINITE_TAGS, MAIN_CLAUSES
from brink.code.pipeline.mend import INTRANSITIVE
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
SUFFERED: Final = _LISTS["befalling"]
_TIMES: Final = DAYS | _LISTS["times"]
_OPENING: Final = frozenset({"after", "before", "since", "until"})
_STATES: Final = frozenset({"hostage", "captive", "prisoner"})


def may_describe(token: Token) -> bool:
    """Whether the word may be a participle that its noun suffers, or does."""
    return token.tag_ == "VBG" or (token.lower_ in SUFFERED and token.tag_ in ("VBN", "VBD"))


def describe(verb: Token) -> bool:
    """Make a participle that describes hang on its noun, and the verb after it tell; whether it was so.

    "Soldiers SENT to the polls opened fire", read as "soldiers sent"; "gunmen RIDING motorcycles ambushed a
    patrol", read as "gunmen rode".
    """
    doer = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < verb.i), None)
    if doer is None or verb.dep_ not in MAIN_CLAUSES or doer.pos_ == "PRON":
        return False
    if any(c.dep_ in ("aux", "aux:pass", "cop", "compound:prt") for c in verb.children):
        return False
    own = [c for c in verb.children if c.dep_ == "obj"]
    if verb.tag_ != "VBG" and any(c.lower_ not in _STATES for c in own):
        return False
    told = next((c for c in verb.children if _is_told(c, verb)), None) or _told_below(own, verb)
    if told is None:
        return False
    stolen = child_of(told, "nsubj") or child_of(told, "nsubj:pass")
    owner = _owner_of(stolen, verb) if stolen is not None else None
    if stolen is not None and owner is None:
        return False
    _part(verb, told, doer)
    for state in own:
        state.dep_ = "xcomp" if state.lower_ in _STATES else "obj"
        _name_holder(state, verb)
    if stolen is not None and owner is not None:
        tie(stolen, owner, _as_part(stolen))
    return True


def _as_part(stolen: Token) -> str:
    opening = child_of(stolen, "case")
    if opening is not None:
        return "obl:agent" if opening.lower_ == "by" else "obl"
    return "obl:unmarked" if stolen.lower_ in _TIMES else "obj"


def _name_holder(state: Token, verb: Token) -> None:
    """ "Held hostage by gunmen": whoever holds does so and owns no hostage."""
    for holder in [*state.children, *verb.children]:
        opening = child_of(holder, "case")
        if opening is not None and opening.lower_ == "by" and state.lower_ in _STATES:
            tie(holder, verb, "obl:agent")


def _part(verb: Token, told: Token, doer: Token) -> None:
    """Give the clause to the verb that tells, and the participle to its noun."""
    relation, above = verb.dep_, verb.head
    tie(told, told if above == verb else above, relation)
    for child in list(verb.children):
        if child != told and (child.i < doer.i or child.i > told.i):
            tie(child, told, child.dep_)
    passive = child_of(told, "aux:pass") is not None
    if told.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in told.children):
        told.tag_ = "VBD"
    tie(doer, told, "nsubj:pass" if passive else "nsubj")
    before = verb.nbor(-1)
    tie(verb, before if before.tag_ in ("NN", "NNS") and doer.is_ancestor(before) else doer, "acl")
    verb.tag_ = "VBG" if verb.tag_ == "VBG" else "VBN"


def _is_told(clause: Token, verb: Token) -> bool:
    """Whether a finite clause hangs on the participle that no word and no comma opens."""
    if clause.i < verb.i or clause.dep_ not in ("ccomp", "advcl", "xcomp", "conj"):
        return False
    finite = clause.tag_ in FINITE_TAGS or any(c.dep_ in ("aux", "aux:pass") for c in clause.children)
    if not finite or clause.pos_ != "VERB":
        return False
    opening = clause.left_edge
    return opening.dep_ not in ("mark", "cc") and not any(
        c.dep_ in ("mark", "cc", "punct") and c.i < clause.i for c in clause.children
    ) and not opening.nbor(-1).is_punct  # fmt: skip


def _told_below(own: list[Token], verb: Token) -> Token | None:
    """ "Riding motorcycles AMBUSHED a patrol", where what was ridden ambushed nobody."""
    if verb.tag_ != "VBG":
        return _escaped(own, verb)
    below = [c for noun in own for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")]
    return next((c for c in below if child_of(c, "obj") and c.nbor(-1).tag_ in ("NN", "NNS")), None)


def _escaped(own: list[Token], verb: Token) -> Token | None:
    """ "Held hostage by gunmen ESCAPED", where neither the gunmen nor a hostage is described."""
    if not any(state.lower_ in _STATES for state in own):
        return None
    holders = [c for noun in (verb, *own) for c in noun.children if c.dep_ in ("obl", "obl:agent", "nmod")]
    below = [c for noun in (*own, *holders) for c in noun.children if c.dep_ == "acl"]
    return next((c for c in below if c.lower_ in INTRANSITIVE and c.tag_ in ("VBD", "VBN")), None)


def _owner_of(stolen: Token, verb: Token) -> Token | None:
    """The verb that a false subject belongs to: a time to the participle, an object to the verb before it."""
    if stolen.lower_ in _TIMES or child_of(stolen, "case"):
        return verb
    before = stolen.left_edge.i - 1
    inner = verb.doc[before] if before >= verb.i else None
    if inner is None or inner.tag_ not in ("VB", "VBG") or child_of(inner, "obj"):
        return None
    return inner if verb in (inner, inner.head) else None


def tells_after(verb: Token) -> bool:
    """Make a participle with an object the verb of the clause that "after" opens; whether it was so.

    "After the army GRANTED access", read as "after the army that was granted access".
    """
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD"):
        return False
    doer, thing = verb.head, child_of(verb, "obj")
    if thing is None or thing.i < verb.i:
        return False
    opening = next((c for c in doer.children if c.dep_ == "case" and c.lower_ in _OPENING), None)
    if opening is None or doer.dep_ != "obl" or doer.right_edge.i < verb.i or doer.i > verb.i:
        return False
    if any(c.dep_ in ("aux:pass", "obl:agent") for c in verb.children) or verb.nbor(-1).is_punct:
        return False
    tie(verb, doer.head, "advcl")
    tie(doer, verb, "nsubj")
    tie(opening, verb, "mark")
    verb.tag_ = "VBD"
    return True


def child_of(token: Token, relation: str) -> Token | None:
    """The first child with a relation."""
    for child in token.children:
        if child.dep_ == relation:
            return child
    return None


def tie(token: Token | None, head: Token, relation: str) -> None:
    """Hang a token on a head, unless that hangs below the token: a ring of words has no end."""
    if token is None or (token != head and token.is_ancestor(head)):
        return
    token.head = head
    token.dep_ = relation
