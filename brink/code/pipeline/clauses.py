"""Phrases and clauses that the parser cut wrongly, set right where grammar leaves no other reading."""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from brink.code.grammar.labels import NOUN_TAGS, SUBJECT
from brink.code.pipeline.agreeing import join_agreeing, join_listed, join_to_helped, lead_listed
from brink.code.pipeline.befallen import counts_described, describes_after, names_beside
from brink.code.pipeline.beside import name_past_clause, past_aside, set_beside
from brink.code.pipeline.given import part_given
from brink.code.pipeline.interrupted import describes_object, in_which, reports, throw_in
from brink.code.pipeline.joined import (
    join_described,
    join_noun,
    join_verbs,
    lead_after_apposition,
    part_doers,
)
from brink.code.pipeline.named_doer import lead_after_name
from brink.code.pipeline.objects import blamed, holding, kept, left, shot_dead, taken
from brink.code.pipeline.phrases import tie_words
from brink.code.pipeline.plain import read_plainly
from brink.code.pipeline.reduced import SUFFERED, child_of, describe, may_describe, tells_after, tie
from brink.code.pipeline.rootless import find_speaker, lead_past_loyal, lead_subject, tell_of_both
from brink.code.pipeline.telling import is_telling
from brink.code.pipeline.told import is_told
from brink.code.pipeline.trailing import goes_on
from brink.code.pipeline.two_doers import part_subjects
from brink.code.pipeline.verbless import find_verb
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
NAME: Final = "mend_clauses"
_KIN: Final = _LISTS["left_behind"]
_HELD: Final = frozenset({"hostage", "captive", "prisoner", "ablaze", "alight", "adrift"})
_BLAMING: Final = frozenset({"blame", "blames", "blamed", "blaming", "pinned"})
_GOING_ON: Final = _LISTS["going_on"]
_AFTER: Final = frozenset({"after", "following", "during", "amid", "despite"})
_BEARING: Final = frozenset({"carrying", "transporting", "ferrying", "escorting", "guarding", "bringing"})


@Language.component(NAME)  # type: ignore[untyped-decorator]
def mend_clauses(doc: Doc) -> Doc:
    """Set right what describes and what tells; every other parse is left as it is."""
    for token in doc:
        tie_words(token)
        read_plainly(token)
    for token in doc:
        if token.tag_ == "VBZ" and len(token) > 3 and not token.lower_.endswith("s"):
            # "Froze" is no present.
            token.tag_ = "VBD"
        if (
            _is_elsewhere(token)
            or is_telling(token)
            or names_beside(token)
            or counts_described(token)
            or describes_after(token)
        ):
            continue
        if (may_describe(token) and describe(token)) or tells_after(token) or is_told(token):
            continue
        if token.lower_ in SUFFERED and token.tag_ in ("VBN", "VBD"):
            _before_noun(token) or _of_kin(token)
        elif token.tag_ == "JJ" and token.dep_ == "ccomp":
            _adjective(token)
        elif token.tag_ == "VBG" and token.lower_ in _BEARING and token.dep_ in ("compound", "amod"):
            _bearing(token)
        elif token.tag_ == "VBZ" and token.i and token.nbor(-1).lower_ in _AFTER:
            _plural(token)
        elif token.lower_ in ("fewer", "less", "more") and token.i + 1 < len(doc):
            _amount(token)
        elif token.lower_ in _HELD and token.dep_ == "obj":
            taken(token)
        elif token.lower_ in _HELD and token.dep_ == "xcomp":
            holding(token)
        elif token.lower_ in _BLAMING:
            blamed(token)
        if token.lower_ == "dead" and token.i and token.nbor(-1).lower_ in ("shot", "shoot", "shoots"):
            shot_dead(token)
        if token.lower_ in ("wounded", "injured", "dead", "homeless") and token.dep_ in ("xcomp", "ccomp"):
            left(token)
        if token.tag_ in ("NN", "VBG") and token.i and token.nbor(-1).lower_ in _GOING_ON:
            kept(token)
        if token.tag_ == "VBG" and token.dep_ == "csubj":
            _subject_clause(token)
        if token.dep_ == "obj":
            part_given(token)
        if token.dep_ in ("amod", "conj", "ROOT"):
            lead_after_name(token)
        if token.dep_ in ("conj", "appos"):
            name_past_clause(token)
        if token.dep_ in ("conj", "obj"):
            set_beside(token)
        elif token.dep_ == "nmod":
            past_aside(token)
        if token.dep_ == "conj":
            join_described(token)
            join_verbs(token)
            join_agreeing(token)
            join_to_helped(token)
        elif token.dep_ == "ccomp":
            lead_listed(token)
        elif token.dep_ in ("parataxis", "advcl"):
            join_listed(token)
        elif token.dep_ == "obl":
            join_noun(token)
        elif token.dep_ == "acl":
            lead_after_apposition(token)
            part_doers(token)
        if token.tag_ == "VBN" and child_of(token, "nsubj:pass") and _is_active_perfect(token):
            tie(child_of(token, "nsubj:pass"), token, "nsubj")
    for token in doc:
        throw_in(token)
        if token.dep_ in SUBJECT:
            part_subjects(token)
    for sentence in doc.sents:
        find_verb(sentence)
    return doc


def _is_elsewhere(token: Token) -> bool:
    """Set a clause, or who tells it, where it belongs; whether it was hung elsewhere."""
    relation = token.dep_
    if relation == "ROOT":
        return find_speaker(token) or throw_in(token) or lead_past_loyal(token)
    if token.tag_ == "VBG" and goes_on(token):
        return True
    if relation in ("conj", "advcl"):
        if relation == "conj" and tell_of_both(token):
            return True
        return lead_subject(token) or (relation == "advcl" and in_which(token)) or throw_in(token)
    if relation in ("ccomp", "advcl:relcl"):
        return throw_in(token) or describes_object(token)
    return relation == "acl:relcl" and (throw_in(token) or reports(token))


def _subject_clause(word: Token) -> None:
    """ "Gunmen RIDING camels ambushed a patrol", as if their riding did it."""
    doer, verb = child_of(word, "nsubj"), word.head
    if doer is None or doer.i > word.i or verb.i < word.i or child_of(verb, "nsubj"):
        return
    if doer.tag_ not in NOUN_TAGS:
        return
    if any(c.dep_ in ("aux", "aux:pass", "cop", "mark") for c in word.children):
        return
    tie(doer, verb, "nsubj:pass" if child_of(verb, "aux:pass") else "nsubj")
    tie(word, doer, "acl")


def _before_noun(verb: Token) -> bool:
    """ "Killed nine DISPLACED people" with `displaced` the object and `nine` its subject."""
    doc = verb.doc
    if verb.dep_ != "obj" or not 0 < verb.i < len(doc) - 1:
        return False
    number, noun = verb.nbor(-1), verb.nbor(1)
    if number.head != verb or number.tag_ != "CD" or noun.head != verb or noun.dep_ != "obj":
        return False
    tie(noun, verb.head, "obj")
    for child in list(verb.children):
        tie(child, noun, "nummod" if child == number else child.dep_)
    tie(verb, noun, "amod")
    return True


def _of_kin(verb: Token) -> bool:
    """ "Relatives of men KILLED in the raid", where the relatives live."""
    kin = verb.head
    before = verb.nbor(-1) if verb.i else verb
    if verb.dep_ != "acl" or kin.lower_ not in _KIN or before.head != kin or before.dep_ != "nmod":
        return False
    if before.tag_ not in ("NN", "NNS") or not any(c.lower_ == "of" for c in before.children):
        return False
    tie(verb, before, "acl")
    return True


def _adjective(word: Token) -> None:
    """ "Militants LOYAL to the warlord attacked", with `loyal` the head of a clause."""
    verb = word.head
    doer = next((c for c in word.children if c.dep_ == "nsubj" and c.i < word.i), None)
    if doer is None or verb.i < word.i or any(child_of(verb, relation) for relation in SUBJECT):
        return
    if verb.pos_ != "VERB" or any(c.dep_ in ("cop", "aux", "mark", "punct") for c in word.children):
        return
    for child in list(word.children):
        if child.i < doer.i:
            tie(child, verb, child.dep_)
    tie(doer, verb, "nsubj:pass" if child_of(verb, "aux:pass") else "nsubj")
    tie(word, doer, "amod")


def _bearing(word: Token) -> None:
    """ "A bus CARRYING miners", read as the miners of a carrying bus."""
    load = word.head
    before = word.nbor(-1) if word.i else word
    if before.head != load or before.dep_ != "compound" or before.pos_ != "NOUN" or load.i < word.i:
        return
    relation, above = load.dep_, load.head
    tie(before, before if above == load else above, relation)
    for child in list(load.children):
        if child.i < before.i or child.i > load.i:
            tie(child, before, child.dep_)
    tie(word, before, "acl")
    tie(load, word, "obj")


def _plural(word: Token) -> None:
    """ "After CLASHES over a well had left 21 dead", with `clashes` the verb of the clause."""
    above = word.head
    if word.dep_ != "advcl" or any(c.dep_ in (*SUBJECT, "obj", "aux") for c in word.children):
        return
    opening = [c for c in word.children if c.i < word.i]
    told = [c for c in above.children if c.i > word.i and c.dep_ == "conj" and c.tag_ in ("VBD", "VBN")]
    word.pos_, word.tag_ = "NOUN", "NNS"
    word.set_morph("Number=Plur")
    if told and not any(c.dep_ in (*SUBJECT, "cc") for c in told[0].children):
        tie(told[0], above, "advcl")
        tie(word, told[0], "nsubj")
        for child in opening:
            tie(child, told[0], "mark")
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
    tie(noun, word.head, word.dep_)
    for child in list(word.children):
        if child != noun:
            tie(child, number if child.i < word.i else noun, child.dep_)
    tie(word, number, "advmod")
    tie(than, word, "fixed")


def _is_active_perfect(verb: Token) -> bool:
    """ "The militia HAS not WITHDRAWN", whose subject suffers nothing."""
    marks = [child for child in verb.children if child.dep_.startswith("aux") or child.dep_ == "cop"]
    has = any(child.lower_ in ("has", "have", "had", "'ve", "’ve") for child in marks)
    return has and not any(child.dep_ in ("aux:pass", "cop") for child in marks)
