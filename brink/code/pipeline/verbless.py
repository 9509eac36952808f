"""Sentences that the parser left without a verb: "Captain Badar and a guard EMBRACED martyrdom"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from brink.code.grammar.labels import FINITE_OR_MODAL, NOUN_TAGS
from brink.code.pipeline.misread import OF_CLAUSE, past
from brink.code.pipeline.reduced import SUFFERED, child_of, tie
from brink.code.pipeline.telling import own_subject
from brink.code.wordlists import word_lists

_SHORTEST: Final = 5
_ENDS: Final = frozenset('.”"')
_RELATIVE: Final = frozenset({"who", "which", "that", "whose", "whom", "where", "when"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECTS: Final = frozenset({"obj", "ccomp", "xcomp"})
_ONLY_VERBS: Final = word_lists("brink.code.pipeline")["presents_like_no_noun"]
_INTENDING: Final = word_lists("brink.code.pipeline")["presents_before_a_clause"]


def find_verb(sentence: Span) -> None:
    """Let the word that tells lead a sentence whose root is a noun with nothing said of it."""
    root = sentence.root
    noun = root.tag_ in NOUN_TAGS
    if (
        not (noun or root.tag_ in ("VBP", "VBZ"))
        or len(sentence) < _SHORTEST
        or sentence[-1].text[-1] not in _ENDS
    ):
        return
    before = [child for child in root.children if child.i < root.i]
    if any(c.dep_ in ("cop", "nsubj", "expl", "mark") for c in before):
        return
    if any(c.tag_ == "IN" and not _is_rough(c) for c in before):
        return
    if any(token.text in (":", "?", "…") for token in sentence):
        return
    if _is_present(root):
        _lead_present(root)
        return
    for word in sentence[root.i - sentence.start + 1 :] if noun else ():
        if word.tag_ in ("VBD", "VBN") and word.pos_ != "AUX" and _tells(word, root):
            _lead_past(word, root)
            return


def _is_rough(word: Token) -> bool:
    """ "AROUND 260 fighters"."""
    return word.lower_ in ("around", "about", "over", "under") and word.nbor().tag_ == "CD"


def _tells(word: Token, root: Token) -> bool:
    """Whether a past after the root is no part of a clause inside the subject."""
    if own_subject(word) is not None or not root.is_ancestor(word):
        return False
    if any(c.dep_ in ("mark", "cc", "aux:pass", "obl:agent", "cop") or c.tag_ == "WP" for c in word.children):
        return False
    if any(c.lower_ in _RELATIVE and c.i < word.i for c in word.children):
        return False
    before = word.doc[root.i + 1 : word.i]
    if any(t.tag_ in _FINITE and own_subject(t) is None and child_of(t, "aux") is None for t in before):
        return False
    helped = any(c.dep_ == "aux" and c.tag_ in FINITE_OR_MODAL for c in word.children)
    attribute = word.dep_ == "amod" and word.head.i > word.i and not _is_within_phrase(word)
    object_ = attribute or any(c.dep_ in _OBJECTS and c.i > word.i for c in word.children)
    if word.tag_ == "VBN" and not (helped or attribute):
        return False
    return object_ or helped or word.lower_ not in SUFFERED


def _is_within_phrase(word: Token) -> bool:
    """Whether an article or the like stands before the participle in the same phrase: "THE armed men"."""
    opening = ("det", "nmod:poss", "nummod", "case")
    before = word.nbor(-1)
    own = any(c.dep_ in opening and c.i < word.i for c in word.head.children)
    if child_of(word.head, "cc") and before.dep_ == "compound" and before.head == word:
        # "And A SEPOY embraced martyrdom": the article is the sepoy's.
        return False
    named = before.tag_ in NOUN_TAGS or before.text == "," or before.head == word.head
    return (own and before.head != word.head) or not named or before.tag_ in ("DT", "IN", "PRP$", "RB", "CC")


def _lead_past(verb: Token, root: Token) -> None:
    thing = verb.head if verb.dep_ == "amod" and verb.head.i > verb.i else None
    joining = child_of(thing, "cc") if thing is not None else None
    last = verb.doc[verb.i - 1]
    verb.head, verb.dep_ = verb, "ROOT"
    if thing is not None:
        before = [c for c in thing.children if c.i < verb.i]
        if joining is not None and last.head in (thing, verb):
            # "Badar AND A GUARD embraced martyrdom": the guard is a second doer.
            tie(last, root, "conj")
            for child in before:
                if child != last:
                    tie(child, last, child.dep_)
        tie(thing, verb, "obj")
    for child in [*root.children]:
        if child.i > verb.i and child.dep_ in OF_CLAUSE | {"obj"}:
            tie(child, verb, child.dep_)
    tie(root, verb, "nsubj")
    past(verb)


def _is_present(root: Token) -> bool:
    """Whether the root is a verb in the present: "the Taliban DENY hosting", "his party PLANS to march"."""
    doers = [c for c in root.children if c.i == root.i - 1 and c.dep_ in ("compound", "amod", "det")]
    if not doers or root.i + 1 >= len(root.doc):
        return False
    follows = root.nbor()
    clause = follows.lower_ == "that" or (follows.lower_ == "to" and follows.tag_ == "TO")
    if root.tag_ in ("VBP", "VBZ"):
        told = clause or (root.lower_ in _ONLY_VERBS and follows.tag_ == "VBG")
        return told and doers[0].dep_ == "compound"
    if root.lower_ in _ONLY_VERBS:
        return clause or follows.tag_ == "VBG" or follows.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ")
    return root.lower_ in _INTENDING and clause


def _lead_present(root: Token) -> None:
    doer = next(c for c in root.children if c.i == root.i - 1)
    for child in [*root.children]:
        if child.i < doer.i and child.dep_ in ("det", "amod", "nmod:poss", "compound", "nummod"):
            tie(child, doer, child.dep_)
        elif child.i > root.i:
            tie(child, root, _AS_OF_VERB.get(child.dep_, child.dep_))
    tie(doer, root, "nsubj")
    if doer.pos_ not in ("NOUN", "PROPN", "PRON"):
        doer.pos_, doer.tag_ = ("PROPN", "NNP") if doer.lower_ != "some" else ("PRON", "DT")
    root.pos_, root.tag_ = "VERB", "VBZ" if root.lower_.endswith("s") else "VBP"
    one = "Number=Sing|Person=3|" if root.tag_ == "VBZ" else ""
    root.set_morph(f"Mood=Ind|{one}Tense=Pres|VerbForm=Fin")


_AS_OF_VERB: Final = {"nmod": "obl", "acl": "xcomp", "acl:relcl": "ccomp", "advmod": "advmod"}
