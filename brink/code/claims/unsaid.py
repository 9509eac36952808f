"""Speech that did not take place: what nobody confirmed, would not say or could yet announce."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import is_passive
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.stance import Attribution
from brink.code.stance.lexicon import certainty_words, modality
from brink.code.stance.reading import read_predicate
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.claims")
_HELD: Final = _LISTS["held"]
_OPEN: Final = frozenset({"can", "could", "may", "might", "should", "must", "ought", "would", "need"})
_UNDONE: Final = frozenset({"denied", "possible", "planned"})


def is_unsaid(passage: Passage, row: Attribution) -> bool:
    """Whether the words of saying say that nothing was said, or not yet."""
    if row.cue_passage != passage.index or row.manner != "indirect":
        return False
    cue = passage.doc[row.cue]
    if cue.pos_ not in {"VERB", "AUX", "ADJ"}:
        return False
    reading = read_predicate(cue)
    if reading.modal in _OPEN and not _is_hedge(cue):
        return True
    if (reading.negated or _has_no_speaker(cue)) and cue.lemma_ not in _HELD:
        return True
    return is_undone(cue)


def is_open(passage: Passage, row: Attribution) -> bool:
    """Whether somebody may yet say it: "the junta could announce that …", which is itself foreseen."""
    if row.cue_passage != passage.index or row.manner != "indirect":
        return False
    cue = passage.doc[row.cue]
    return cue.pos_ in {"VERB", "AUX"} and read_predicate(cue).modal in {"could", "may", "might"}


def _is_hedge(cue: Token) -> bool:
    """ "One would think", "I would argue": a polite way of saying it."""
    subject = next((c for c in cue.children if c.dep_ in {"nsubj", "nsubj:outer"}), None)
    return subject is not None and subject.lower_ in {"i", "we"}


def _has_no_speaker(cue: Token) -> bool:
    """ "NEITHER the governor NOR the police said"."""
    for child in cue.children:
        if child.dep_ in {"nsubj", "nsubj:outer"}:
            first = child.left_edge.lower_
            return first in {"neither", "no", "nobody", "none"} or child.lower_ in {"nobody", "none"}
    return False


def is_undone(cue: Token) -> bool:
    """ "REFUSED to say", "HAS YET to decide", "can do so BY announcing"."""
    above = cue.head
    marks = {child.lower_ for child in cue.children if child.dep_ in {"mark", "case"}}
    if cue.dep_ == "xcomp" and "to" in marks:
        if above.lemma_ == "have":
            return True
        effect = modality().clause.get(above.lemma_) or modality().predicate.get(above.lower_)
        return effect in _UNDONE
    if cue.tag_ == "VBG" and cue.dep_ == "advcl" and "by" in marks:
        return read_predicate(above).modal in _OPEN
    return False


def is_untrue(head: Token) -> bool:
    """ "It is NOT TRUE that our men looted it"."""
    if head.lower_ not in {"true", "correct", "so"}:
        return False
    return any(child.lower_ in modality().negators for child in head.children)


def lacks_evidence(cue: Token) -> bool:
    """ "Found NO EVIDENCE that it was shot down"."""
    for child in cue.children:
        if child.dep_ == "obj" and child.lemma_ in certainty_words().evidence:
            none = any(c.lower_ in {"no", "little", "scant", "any"} for c in child.children)
            return none or read_predicate(cue).negated
    return False


def denies_belief(cue: Token) -> bool:
    """ "NEITHER is believed to be able to", "is NOT thought to have"."""
    if not is_passive(cue):
        return False
    none = any(
        child.dep_ == "nsubj:pass" and child.left_edge.lower_ in {"neither", "no", "nobody", "none", "few"}
        for child in cue.children
    )
    return none or read_predicate(cue).negated
