"""The verb that tells, taken for a part of what stands before it.

A phrase thrown in between subject and verb ("the attack, for which rebels claimed responsibility, killed
ten"; "a ferry carrying pilgrims sank") makes parsers give the clause to the verb inside it, or to none.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import FINITE_TAGS, MAIN_CLAUSES, NOUN_TAGS, SUBJECT
from brink.code.pipeline.reduced import child_of, tie
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
_PASTS: Final = _LISTS["pasts_that_tell"]
_NEAR: Final = 15
"""Words before its verb within which a relative clause opens."""
_RELATIVE: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_MARKS: Final = frozenset({"mark", "cc"})


def is_telling(verb: Token) -> bool:
    """Set the verb at the head of its clause where it stands elsewhere; whether it was so."""
    if not verb.tag_.startswith("V"):
        return False
    return (
        _after_relative(verb)
        or _of_bare_noun(verb)
        or _after_what_one_is(verb)
        or _after_participle(verb)
        or _before_clause(verb)
        or _after_reduced(verb)
    )


def own_subject(verb: Token) -> Token | None:
    """Who does, or suffers, what the verb says."""
    return child_of(verb, "nsubj") or child_of(verb, "nsubj:pass")


def lead(verb: Token, former: Token) -> None:
    """Put the verb where the former head stood."""
    relation, above = former.dep_, former.head
    tie(verb, verb if above == former else above, "ROOT" if above == former else relation)


def subject_of(verb: Token, noun: Token) -> None:
    """Make the noun the one that does, or suffers, what the verb says."""
    tie(noun, verb, "nsubj:pass" if child_of(verb, "aux:pass") else "nsubj")


def _is_finite(verb: Token) -> bool:
    helped = any(child.dep_.startswith("aux") for child in verb.children)
    joined = verb.dep_ == "conj" and child_of(verb, "obj") is not None and not helped
    return verb.tag_ in FINITE_TAGS or (verb.tag_ == "VBN" and (helped or joined))


def _after_relative(verb: Token) -> bool:
    """ "The attack, for which Fano claimed responsibility, KILLED 31", as if Fano's claim had killed."""
    inner = verb.head
    if verb.dep_ not in ("conj", "ccomp", "parataxis") or inner.i > verb.i or not _is_finite(verb):
        return False
    if own_subject(verb) or any(c.dep_ in _MARKS and c.i < verb.i for c in verb.children):
        return False
    first = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith(("aux", "advmod")))])
    noun = _described(inner)
    if noun is None or verb.doc[first - 1].text != "," or inner.right_edge.i < verb.i:
        return False
    if noun != inner.head or inner.dep_ != "acl:relcl":
        lead(verb, inner)
    elif noun.dep_ in MAIN_CLAUSES and child_of(noun, "cop") is None:
        lead(verb, noun)
    else:
        return False
    if verb.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in verb.children):
        verb.tag_ = "VBD"
    _take_after(verb, noun, inner)
    return True


def _described(inner: Token) -> Token | None:
    """The noun before the comma that opens a relative clause of the verb."""
    words = [c for c in inner.doc[max(inner.left_edge.i, inner.i - _NEAR) : inner.i] if c.tag_ in _RELATIVE]
    if not words:
        return None
    start = words[0].i
    if start and words[0].doc[start - 1].tag_ == "IN":
        start -= 1
    if start < 2 or words[0].doc[start - 1].text != ",":
        return None
    if inner.dep_ == "acl:relcl" and inner.head.i < start and inner.head.tag_ in NOUN_TAGS:
        return inner.head
    nouns = [c for c in inner.children if c.dep_ in SUBJECT and c.i < start - 1 and c.tag_ in NOUN_TAGS]
    return nouns[0] if nouns else None


def _take_after(verb: Token, noun: Token, inner: Token) -> None:
    """What ended the sentence goes with the verb, the inner verb with its noun."""
    for child in [*noun.children, *inner.children]:
        if child.i > verb.i and child != verb:
            tie(child, verb, child.dep_)
    subject_of(verb, noun)
    tie(inner, noun, "acl:relcl")


def _of_bare_noun(verb: Token) -> bool:
    """ "A ferry carrying 200 passengers SANK", read as a ferry and no more."""
    if verb.lower_ not in _PASTS or verb.tag_ not in ("VBD", "VBN") or verb.i == 0:
        return False
    above = verb.head
    noun = above.head if above.dep_ == "acl" and above.tag_ in ("VBG", "VBN") else above
    if noun.dep_ != "ROOT" or noun.tag_ not in NOUN_TAGS or noun.i > verb.i or child_of(noun, "cop"):
        return False
    if verb.dep_ not in ("acl", "xcomp", "ccomp", "conj", "advcl", "parataxis") or own_subject(verb):
        return False
    if any(c.dep_ in _MARKS or c.tag_ in _RELATIVE for c in verb.children if c.i < verb.i):
        return False
    if verb.nbor(-1).is_punct or verb.nbor(-1).tag_ in ("CC", "IN"):
        return False
    lead(verb, noun)
    for child in [*noun.children]:
        if child.i > verb.i:
            tie(child, verb, child.dep_)
    subject_of(verb, noun)
    verb.tag_ = "VBD"
    return True


def _after_what_one_is(verb: Token) -> bool:
    """ "Gunmen suspected to be herders INVADED the town", with `herders` as those who invaded."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ not in ("xcomp", "ccomp"):
        return False
    name, above = own_subject(verb), verb.head
    doer = own_subject(above)
    if name is None or doer is None:
        return False
    if [token.lower_ for token in verb.doc[above.i + 1 : above.i + 3]] != ["to", "be"] or name.i > verb.i:
        return False
    if above.lower_ not in _TAKEN_FOR or name.i < above.i + 3:
        return False
    lead(verb, above)
    for child in [*verb.children]:
        if child.i < name.i:
            tie(child, name, child.dep_)
    for child in [*above.children]:
        if child.i > verb.i:
            tie(child, verb, child.dep_)
    tie(name, above, "xcomp")
    subject_of(verb, doer)
    tie(above, doer, "acl")
    verb.tag_ = "VBD"
    return True


_TAKEN_FOR: Final = frozenset({"suspected", "believed", "said", "thought", "alleged", "reported", "known"})


def _after_participle(verb: Token) -> bool:
    """ "Abandoning their posts, soldiers FLED", with the posts as the sentence."""
    first = verb.head
    if verb.dep_ not in ("parataxis", "ccomp", "conj") or first.tag_ != "VBG" or first.dep_ != "ROOT":
        return False
    if first.i != first.sent.start or not _is_finite(verb):
        return False
    if own_subject(verb) is None or own_subject(first) or any(c.dep_ in _MARKS for c in verb.children):
        return False
    if verb.left_edge.i == 0 or not any(
        token.text == "," for token in verb.doc[first.i + 1 : verb.left_edge.i + 1]
    ):
        return False
    lead(verb, first)
    for child in [*first.children]:
        if child.i > verb.i:
            tie(child, verb, child.dep_)
    tie(first, verb, "advcl")
    return True


_WHEN: Final = frozenset({"before", "after", "since", "until", "as"})
_DYING: Final = _LISTS["pasts_of_surviving"]


def _before_clause(verb: Token) -> bool:
    """ "Nine soldiers DIED before the siege ended", as nine soldiers who ended after having died."""
    if verb.dep_ != "acl" or verb.lower_ not in _DYING:
        return False
    doer, time = verb.head, next((c for c in verb.children if c.dep_ == "obl" and c.i > verb.i), None)
    if time is None:
        return False
    tie_ = child_of(time, "case")
    first = doer.head if doer.dep_ == "conj" else doer
    ending = first.head
    if tie_ is None or tie_.lower_ not in _WHEN or first.dep_ not in SUBJECT or ending.i < verb.i:
        return False
    between = verb.doc[time.right_edge.i + 1 : ending.i]
    if ending.tag_ not in ("VBD", "VBN") or any(
        token.dep_ not in ("aux", "aux:pass", "advmod") for token in between
    ):
        return False
    subjects = [c for c in ending.children if c.dep_ in SUBJECT and c.i < verb.i]
    relation, passive = ending.dep_, child_of(ending, "aux:pass") is not None
    tie(verb, verb if ending.head == ending else ending.head, relation)
    for child in [c for c in ending.children if c.i < verb.i]:
        tie(child, verb, "nsubj" if child in subjects else child.dep_)
    tie(ending, verb, "advcl")
    tie(time, ending, "nsubj:pass" if passive else "nsubj")
    tie(tie_, ending, "mark")
    verb.tag_ = "VBD"
    return True


def _after_reduced(verb: Token) -> bool:
    """ "A truce announced on Wednesday WAS BROKEN", as what the truce announced."""
    inner = verb.head
    if verb.dep_ not in ("ccomp", "xcomp", "parataxis") or inner.tag_ != "VBN":
        return False
    noun = child_of(inner, "nsubj") or child_of(inner, "nsubj:pass")
    if noun is None:
        return False
    if any(c.dep_.startswith("aux") or c.dep_ in ("cop", "obj") for c in inner.children) or inner.i > verb.i:
        return False
    if own_subject(verb) or any(c.dep_ in _MARKS or c.lower_ == "to" for c in verb.children if c.i < verb.i):
        return False
    first = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith("aux"))])
    if not _is_finite(verb) or verb.doc[first - 1].is_punct or noun.i != inner.i - 1:
        return False
    lead(verb, inner)
    for child in [*inner.children]:
        if child.i > verb.i:
            tie(child, verb, child.dep_)
    subject_of(verb, noun)
    tie(inner, noun, "acl")
    return True
