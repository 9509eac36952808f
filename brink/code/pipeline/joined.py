"""Verbs joined by "and", or told after an apposition, that the parser hung on the wrong clause."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import FINITE_TAGS, NOUN_TAGS, SUBJECT
from brink.code.pipeline.reduced import child_of, tie

_RELATIVE: Final = frozenset({"where", "who", "which"})
_OF_CLAUSE: Final = frozenset(
    {"punct", "advcl", "obl", "obl:unmarked", "advmod", "parataxis", "ccomp", "xcomp"}
)


def join_verbs(verb: Token) -> None:
    """Hang a verb joined to another on the clause that its form and the commas leave it."""
    if any(child.dep_ in SUBJECT for child in verb.children):
        return
    if verb.tag_ == "VBD":
        _to_who_denied(verb)
    if verb.tag_ in ("VBD", "VBZ"):
        _to_finite(verb)
        if verb.head.dep_ == "acl:relcl":
            _past_relative(verb)
        else:
            _to_relative(verb)


def join_noun(noun: Token) -> None:
    """ "Killed Nasrallah AND twenty other COMMANDERS": "and" opens one more of the killed."""
    joint, verb = child_of(noun, "cc"), noun.head
    if noun.dep_ != "obl" or joint is None or joint.lower_ != "and" or noun.tag_ not in NOUN_TAGS:
        return
    if child_of(noun, "case") is not None or joint.i < 1 or joint.i != noun.left_edge.i:
        return
    first = next((c for c in verb.children if c.dep_ == "obj" and c.right_edge.i == joint.i - 1), None)
    if first is not None:
        tie(noun, first, "conj")


def join_described(verb: Token) -> None:
    """ "Shot a nurse and the policeman GUARDING her", as if his guarding went with the shooting."""
    doer, joint, above = child_of(verb, "nsubj"), child_of(verb, "cc"), verb.head
    if verb.tag_ != "VBG" or doer is None or joint is None or above.tag_ not in FINITE_TAGS:
        return
    if doer.tag_ not in NOUN_TAGS or not joint.i < doer.i < verb.i or joint.i < 1:
        return
    if any(child.dep_.startswith("aux") or child.dep_ == "mark" for child in verb.children):
        return
    objects = [c for c in above.children if c.dep_ in ("obj", "obl:unmarked") and c.i > above.i]
    first = next((c for c in objects if c.right_edge.i == joint.i - 1 and c.tag_ in NOUN_TAGS), None)
    if first is None:
        return
    first.dep_ = "obj"
    tie(doer, first, "conj")
    tie(joint, doer, "cc")
    tie(verb, doer, "acl")


def _to_who_denied(verb: Token) -> None:
    """ "Denied having shelled it and DEMANDED a probe", with the demand a part of what is denied."""
    partner = verb.head
    having = any(child.tag_ == "VBG" and child.dep_ == "aux" for child in partner.children)
    if (
        (having or partner.tag_ == "VBG")
        and partner.dep_ in ("ccomp", "xcomp")
        and partner.head.tag_ == "VBD"
    ):
        tie(verb, partner.head, "conj")


def _to_finite(verb: Token) -> None:
    """ "It makes every effort to avoid harming civilians and ACCUSES Hamas": no partner of "harming"."""
    partner = verb.head
    # "Said Ocalan SHOULD DIRECT it and demanded guarantees": nobody "should demanded".
    helped = [child for child in partner.children if child.dep_.startswith("aux")]
    if partner.tag_ not in ("VBG", "VB") or any(child.tag_ != "MD" for child in helped):
        return
    step = partner
    while step.head != step and step.tag_ != verb.tag_:
        step = step.head
    if step.tag_ == verb.tag_ and step.i < partner.i:
        tie(verb, step, "conj")


def _to_relative(verb: Token) -> None:
    """ "She led a march to Dakar, where police used batons and ARRESTED many": no comma closes the clause."""
    doc, start = verb.doc, verb.head
    inside = [
        token
        for token in doc[start.i + 1 : verb.i]
        if token.dep_ in ("acl:relcl", "advcl:relcl") and token.tag_ == verb.tag_ and start.is_ancestor(token)
    ]
    if not inside or verb.nbor(-1).text == ",":
        return
    clause = inside[-1]
    closed = any(token.text in (",", ";", "–", "—") for token in doc[clause.i : verb.i])
    if _is_opened(clause) and not closed and child_of(verb, "cc") is not None:
        tie(verb, clause, "conj")


def _past_relative(verb: Token) -> None:
    """ "Rebels attacked Goma, which the army held, and KILLED twelve": a comma closes the clause before."""
    clause, joint = verb.head, child_of(verb, "cc")
    above = clause.head
    while above.head != above and above.tag_ != verb.tag_:
        above = above.head
    closed = joint is not None and joint.i > clause.i and joint.nbor(-1).text == ","
    if closed and _is_opened(clause) and above.tag_ == verb.tag_:
        tie(verb, above, "conj")


def _is_opened(clause: Token) -> bool:
    """Whether a comma stands before the relative word of a clause."""
    opening = clause.left_edge
    if opening.text == ",":
        return bool(opening.nbor().lower_ in _RELATIVE)
    return bool(opening.lower_ in _RELATIVE and opening.i > 0 and opening.nbor(-1).text == ",")


def lead_after_apposition(verb: Token) -> None:
    """ "Haiti's police, a force of 9,000, AGREED to it": the verb of the sentence."""
    doer, last = verb.sent.root, verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or doer.tag_ not in NOUN_TAGS or verb.i < verb.sent.start + 2:
        return
    if verb.nbor(-1).text != "," or verb.nbor(-2).tag_ not in NOUN_TAGS:
        return
    if not (last == doer or (last.dep_ in ("conj", "appos") and doer.is_ancestor(last))) or doer.i > verb.i:
        return
    if any(child.dep_ in ("cop", "case", "mark", "nsubj", "aux") for child in doer.children):
        return
    if any(child.dep_ in ("obl:agent", "aux", "aux:pass") for child in verb.children):
        return
    after = [child for child in doer.children if child.i > verb.i and child.dep_ in _OF_CLAUSE]
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    tie(doer, verb, "nsubj")
    for child in after:
        child.head = verb
    if last != doer and last.dep_ == "conj" and child_of(last, "cc") is None:
        _set_beside(last, doer)


def _set_beside(noun: Token, first: Token) -> None:
    """A noun between commas stands beside the last name before it, and is no further one."""
    named = [child for child in first.children if child.dep_ == "conj" and child.i < noun.i]
    tie(noun, named[-1] if named else first, "appos")


def part_doers(first: Token) -> None:
    """ "Thousands MARCHED in Paris, and police attacked them": two doers before one verb are two clauses.

    The parser took "marched" for a participle that describes the thousands.
    """
    doer, verb = first.head, first.head.head
    if first.tag_ not in ("VBN", "VBD") or doer.i > first.i:
        return
    while doer.dep_ not in SUBJECT and doer.head != doer and doer.head.i < first.i:
        doer, verb = doer.head, doer.head.head
    if verb.tag_ not in FINITE_TAGS:
        return
    own = [child for child in verb.children if child.dep_ in SUBJECT and child.i < verb.i]
    joint = next((c for c in verb.children if c.dep_ == "cc" and first.i < c.i < verb.i), None)
    if len(own) != 2 or own[0] != doer or joint is None or not joint.i < own[1].i:
        return
    relation, above = verb.dep_, verb.head
    tie(first, first if above == verb else above, relation)
    tie(doer, first, "nsubj")
    for child in [c for c in verb.children if c.i < joint.i - 1 and c != doer]:
        tie(child, first, child.dep_)
    tie(verb, first, "conj")
    first.tag_, first.pos_ = "VBD", "VERB"
