"""What kind of claim a clause makes, told by somebody or in the article's own voice."""

from __future__ import annotations

from typing import Final

from brink.code.claims.clauses import Clause
from brink.code.claims.lexicon import claim_words
from brink.code.claims.marks import by_people, marked
from brink.code.claims.shape import Kind, Shape, shape_of
from brink.code.claims.unsaid import is_untrue
from brink.code.grammar.labels import FINITE_TAGS
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.claims")


def told_kind(clause: Clause, cue_lemma: str) -> Kind:
    """Kind of what somebody says: always one, a plain statement of fact if no word shows another."""
    shape = shape_of(clause.head)
    if is_untrue(clause.head):
        return Kind("fact", "it is said not to be true")
    if shape.modal == "would" and cue_lemma in {"show", "find", "report"} and _measured(clause):
        return Kind("fact", "it gives a statistic")
    found = marked(clause, shape)
    if found is not None:
        return found
    words = claim_words()
    if cue_lemma == "warn" and clause.head.pos_ in {"NOUN", "PROPN"} and not shape.copular:
        return Kind("forecast", "“warn” foresees it")
    if cue_lemma in words.forecast.cues:
        return Kind("forecast", f"“{cue_lemma}” foresees it")
    if cue_lemma in {"believe", "think", "argue", "assess", "suspect"} and _purpose(clause.head):
        return Kind("motive", "a purpose is given")
    valued = _valued(shape)
    if valued is not None:
        return valued
    if shape.modal == "would" and not shape.perfect:
        return Kind("forecast", "“would” looks ahead")
    if cue_lemma in {"insist", "demand", "propose", "suggest", "urge"} and clause.head.tag_ == "VB":
        return Kind("recommendation", f"“{cue_lemma}” asks for it")
    if cue_lemma == "hope":
        return Kind("motive", "it is hoped for")
    if cue_lemma in {"deny", "confirm", "refute"}:
        return Kind("fact", f"“{cue_lemma}” settles what is so")
    if shape.present and shape.copular and not _measured(clause):
        return Kind("assessment", "it says what something is")
    return Kind("fact", "it is stated as so")


def own_kind(clause: Clause, *, by_actor: bool, figures: bool) -> Kind | None:
    """Kind of a claim the article makes in its own voice, or None for plain narration.

    `by_actor` tells that an actor is the subject: "will" then announces an act and foresees
    nothing. `figures` tells that the clause states a number that is not a toll or a date.
    """
    shape = shape_of(clause.head)
    if is_untrue(clause.head):
        return Kind("fact", "it is said not to be true")
    found = marked(clause, shape)
    if (
        found is not None
        and found.kind == "forecast"
        and (_embedded(clause) or (by_actor and _promises(shape)))
    ):
        return None
    if found is not None and not (found.kind == "forecast" and by_actor and _is_announcement(clause, shape)):
        return found
    if found is not None:
        return None
    if _statistic(clause, shape, figures=figures):
        return Kind("fact", "it gives a statistic")
    valued = _valued(shape)
    if valued is not None:
        return valued
    if shape.modal == "would" and not shape.perfect and not by_actor:
        return Kind("forecast", "“would” looks ahead")
    if shape.present and shape.copular and _describes(clause.head):
        return Kind("assessment", "it says what something is")
    if shape.present and shape.lemma in claim_words().fact.possession and not _is_yet(clause.head):
        return Kind("fact", f"“{clause.head.text}” states what is there")
    return None


def _is_yet(head: Token) -> bool:
    return head.lemma_ == "have" and any(child.lower_ == "yet" for child in head.children)


def _describes(head: Token) -> bool:
    """A quality or role, or "the real winner is X"; not where something is."""
    if head.pos_ == "PROPN":
        return any(child.dep_ == "nsubj" and child.pos_ == "NOUN" for child in head.children)
    return head.pos_ in {"ADJ", "NOUN", "ADV", "ADP"}


_BINDING: Final = _LISTS["binding_oneself"]


def _promises(shape: Shape) -> bool:
    return shape.lemma in {
        "promise",
        "vow",
        "threaten",
        "pledge",
        "agree",
        "decide",
        "offer",
        "refuse",
        "undertake",
    }


def _embedded(clause: Clause) -> bool:
    """Whether the modal stands in a question told of: "how it will be paid has not been released"."""
    for token in clause.words:
        if token.tag_ == "MD":
            before = clause.head.doc[clause.first : token.i]
            after = clause.head.doc[token.i + 1 : clause.last]
            asked = [word for word in before if word.lower_ in _ASKING]
            finite = any(w.tag_ in FINITE_TAGS and w.dep_ in {"aux", "aux:pass", "cop"} for w in after)
            return bool(asked) and finite
    return False


_ASKING = frozenset({"how", "whether", "why", "who", "what"})


def _is_announcement(clause: Clause, shape: Shape) -> bool:
    likely = {"likely", "probably", "unlikely", "inevitably", "eventually"}
    return shape.modal in {"will", "shall"} and not any(token.lower_ in likely for token in clause.words)


def _purpose(head: Token) -> bool:
    return any(
        child.dep_ == "advcl"
        and head.pos_ == "VERB"
        and child.tag_ == "VB"
        and any(m.lower_ == "to" for m in child.children)
        for child in head.children
    ) or any(
        grand.dep_ == "acl" and grand.tag_ == "VB"
        for child in head.children
        if child.dep_ == "obj"
        for grand in child.children
    )


def _valued(shape: Shape) -> Kind | None:
    words = claim_words().assessment
    head = shape.head
    if shape.copular:
        for token in (head, *(c for c in head.children if c.dep_ in {"xcomp", "amod", "obj", "conj"})):
            if token.i and token.nbor(-1).text == "-":
                # "a 10,000-strong force" counts and judges nothing.
                continue
            if (
                token.lower_ in words.adjectives
                or token.lemma_ in words.adjectives
                or token.lemma_ in words.nouns
            ):
                return Kind("assessment", f"“{token.text}” judges it")
    if (shape.progressive or (shape.perfect and shape.lemma in _TURNED)) and shape.lemma in words.trends:
        return Kind("assessment", f"“{head.text}” names a trend")
    if (
        shape.lemma in words.verbs
        and head.pos_ == "VERB"
        and (shape.present or shape.lemma in {"underscore", "reflect"})
    ):
        return Kind("assessment", f"“{head.text}” judges it")
    return None


_TURNED: Final = _LISTS["turning"]


def _measured(clause: Clause) -> bool:
    return any(token.like_num or token.lower_ in claim_words().fact.words for token in clause.words)


def _statistic(clause: Clause, shape: Shape, *, figures: bool) -> bool:
    words = claim_words().fact
    parts = any(_share(token) for token in clause.words)
    number = figures or any(token.like_num for token in clause.words)
    if parts and (number or shape.lemma in words.verbs or shape.present):
        return True
    return number and shape.lemma in words.verbs and shape.head.pos_ == "VERB" and not by_people(shape.head)


_PARTS = frozenset({"a", "by", "last", "first", "this", "three"})


def _share(token: Token) -> bool:
    """A part of a whole: "56 percent", "half of", "by a third", and not "the fifth-largest"."""
    words = claim_words().fact
    if token.lower_ in words.fractions:
        before, after = token.doc[max(0, token.i - 2) : token.i], token.doc[token.i + 1 : token.i + 2]
        if token.lower_ in {"quarter", "quarters"} and not any(
            w.lower_ in _PARTS or w.like_num for w in before
        ):
            # "the Shia quarter of Kabul"
            return False
        return after.text.lower() == "of" or any(word.lower_ == "by" for word in before)
    return token.lower_ in words.words
