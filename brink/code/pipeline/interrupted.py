"""Relative clauses with who says so thrown in: "a strike which, POLICE SAID, killed three"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import FINITE_TAGS, NOUN_TAGS, RELATIVES
from brink.code.pipeline.reduced import child_of, tie
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
_SAYING: Final = _LISTS["saying_thrown_in"]
_NEAR: Final = 4
"""Words, commas among them, from the speech to the verb that it tells."""
_LONGEST: Final = 6
"""Words that who says so may have."""


def throw_in(speech: Token) -> bool:
    """Set the relative clause free of the speech inside it; whether there was one.

    "Which police said killed three" and "that, the army said, killed three" tell of what killed three.
    """
    if speech.lower_ not in _SAYING:
        return False
    told, speaker = _told(speech), child_of(speech, "nsubj")
    if told is None or speaker is None or speaker.i > speech.i:
        return False
    relative = _relative_before(speaker)
    noun = _antecedent(relative) if relative is not None else None
    if relative is None or noun is None or noun == told or told.is_ancestor(noun):
        return False
    above = speech.head
    if speech.dep_ == "ROOT":
        first = next((c for c in speech.children if c.dep_ == "ccomp" and c.i < relative.i), None)
        if first is None:
            return False
        tie(first, first, "ROOT")
        for child in [*speech.children]:
            if child.i > told.right_edge.i or child.i < speaker.left_edge.i - 1:
                tie(child, first, child.dep_)
    elif above != noun and not above.is_ancestor(noun):
        return False
    tie(told, noun, "acl:relcl")
    tie(relative, told, "nsubj")
    tie(speech, told, "parataxis")
    return True


def _told(speech: Token) -> Token | None:
    """The verb right after the speech, without a subject of its own, wherever the parser hung it."""
    doc, at = speech.doc, speech.i + 1
    while at < len(doc) and (doc[at].text == "," or doc[at].dep_.startswith("aux") or doc[at].tag_ == "RB"):
        at += 1
    told = doc[at] if at < len(doc) and at <= speech.i + _NEAR else None
    if told is None or told.dep_ not in ("ccomp", "xcomp", "acl:relcl", "conj"):
        return None
    if any(c.dep_ in ("nsubj", "nsubj:pass", "mark", "expl", "cc") for c in told.children):
        return None
    helped = any(child.dep_.startswith("aux") for child in told.children)
    finite = told.tag_ in FINITE_TAGS or (told.tag_ in ("VBN", "VB", "VBG") and helped)
    return told if finite else None


def _relative_before(speaker: Token) -> Token | None:
    first = speaker.left_edge.i
    if speaker.i - first > _LONGEST:
        return None
    at = first - 1
    if at > 0 and speaker.doc[at].text == ",":
        at -= 1
    word = speaker.doc[at] if at > 0 else None
    return word if word is not None and word.lower_ in RELATIVES and word.tag_ != "IN" else None


def _antecedent(relative: Token) -> Token | None:
    """The object of the verb before, or the noun right before the relative word."""
    doc = relative.doc
    at = relative.i - 1
    if at >= 0 and doc[at].text == ",":
        at -= 1
    if at < 0 or doc[at].tag_ not in NOUN_TAGS | {"CD"}:
        return None
    noun = doc[at]
    while noun.dep_ in ("nmod", "conj", "flat", "nmod:unmarked", "compound", "obl") and noun.head.i < noun.i:
        above = noun.head
        if above.tag_ not in NOUN_TAGS:
            object_ = next((c for c in above.children if c.dep_ == "obj" and c.i < noun.i), None)
            return object_ if noun.dep_ == "obl" and object_ is not None else noun
        noun = above
    return noun


def describes_object(verb: Token) -> bool:
    """ "Claimed a bombing in 2017 THAT KILLED 72", as if it were claimed that they did."""
    if verb.dep_ not in ("ccomp", "advcl:relcl"):
        return False
    that = child_of(verb, "nsubj")
    if that is None or that.lower_ not in ("that", "which"):
        return False
    thing = next((c for c in verb.head.children if c.dep_ == "obj" and c.i < verb.i), None)
    if thing is None or that.i < thing.i or child_of(verb, "obj") is None or thing.tag_ not in NOUN_TAGS:
        return False
    tie(verb, thing, "acl:relcl")
    return True


def reports(speech: Token) -> bool:
    """ "… and end its struggle, a news agency REPORTED on Monday", as a struggle that it reported."""
    if speech.dep_ != "acl:relcl" or speech.lower_ not in _SAYING:
        return False
    speaker, root = child_of(speech, "nsubj"), speech.sent.root
    if speaker is None or root == speech:
        return False
    first = speaker.left_edge
    if speaker.i > speech.i or speaker.tag_ not in NOUN_TAGS or first.i < 1:
        return False
    comma = first.text == "," or first.nbor(-1).text == ","
    if not comma or any(c.dep_ in ("obj", "ccomp", "xcomp", "mark") for c in speech.children):
        return False
    if any(token.tag_ in ("WDT", "WP", "WP$", "WRB") for token in speech.doc[first.i : speech.i]):
        return False
    if speech.right_edge.i < speech.sent.end - 2:
        return False
    tie(speech, root, "parataxis")
    return True


def in_which(verb: Token) -> bool:
    """ "Since the attack, IN WHICH militants KILLED 90", as when the main verb took place."""
    if verb.dep_ != "advcl":
        return False
    which = next((c for c in verb.children if c.tag_ == "WDT" and c.dep_ == "obl"), None)
    opening = child_of(which, "case") if which is not None else None
    if opening is None or opening.lower_ not in ("in", "during") or opening.i < 2:
        return False
    at = opening.i - 1
    if opening.doc[at].text == ",":
        at -= 1
    noun = opening.doc[at]
    if noun.tag_ not in ("NN", "NNS") or verb.is_ancestor(noun):
        return False
    tie(verb, noun, "acl:relcl")
    return True
