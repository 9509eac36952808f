"""Phrases and clauses that the parser cut wrongly, set right where grammar leaves no other reading."""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from brink.code.grammar.labels import SUBJECT
from brink.code.pipeline.agreeing import join_agreeing, join_listed, join_to_helped, lead_listed
from brink.code.pipeline.befallen import counts_described, describes_after, names_beside
from brink.code.pipeline.beside import past_aside, set_beside
from brink.code.pipeline.free_relative import leads_after_clause, reads_helped, tells_past_being
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
from brink.code.pipeline.noun_phrases import (
    count_amount,
    describe_carrier,
    describe_counted,
    describe_doer,
    describe_lost,
    name_after,
    part_doing,
)
from brink.code.pipeline.objects import blamed, holding, kept, left, shot_dead, taken
from brink.code.pipeline.phrases import tie_words
from brink.code.pipeline.plain import read_plainly
from brink.code.pipeline.reduced import SUFFERED, child_of, describe, may_describe, tells_after, tie
from brink.code.pipeline.rootless import find_speaker, lead_past_loyal, lead_subject, tell_of_both
from brink.code.pipeline.telling import is_telling
from brink.code.pipeline.told import is_told
from brink.code.pipeline.trailing import goes_on, past_relative
from brink.code.pipeline.two_doers import part_subjects
from brink.code.pipeline.verbless import find_verb
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
NAME: Final = "mend_clauses"
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
        reads_helped(token)
    for token in doc:
        if token.tag_ == "VBZ" and len(token) > 3 and not token.lower_.endswith("s"):
            # "Froze" is no present.
            token.tag_ = "VBD"
        if not (_is_elsewhere(token) or _tells_or_describes(token)):
            _by_word(token)
            _by_state(token)
            _by_relation(token)
    for token in doc:
        throw_in(token)
        if token.dep_ in SUBJECT:
            part_subjects(token)
    for sentence in doc.sents:
        find_verb(sentence)
    for token in doc:
        if token.tag_ == "VBG" and token.dep_ == "advcl":
            past_relative(token)
    return doc


def _tells_or_describes(token: Token) -> bool:
    """Set right a word that was taken for one that tells, or for one that describes; whether it was."""
    return (
        is_telling(token)
        or names_beside(token)
        or counts_described(token)
        or describes_after(token)
        or tells_past_being(token)
        or leads_after_clause(token)
        or (may_describe(token) and describe(token))
        or tells_after(token)
        or is_told(token)
    )


def _by_word(token: Token) -> None:
    """Mend what is misread of certain words and forms."""
    if token.lower_ in SUFFERED and token.tag_ in ("VBN", "VBD"):
        describe_counted(token) or describe_lost(token)
    elif token.tag_ == "JJ" and token.dep_ == "ccomp":
        describe_doer(token)
    elif token.tag_ == "VBG" and token.lower_ in _BEARING and token.dep_ in ("compound", "amod"):
        describe_carrier(token)
    elif token.tag_ == "VBZ" and token.i and token.nbor(-1).lower_ in _AFTER:
        name_after(token)
    elif token.lower_ in ("fewer", "less", "more") and token.i + 1 < len(token.doc):
        count_amount(token)
    elif token.lower_ in _HELD and token.dep_ == "obj":
        taken(token)
    elif token.lower_ in _HELD and token.dep_ == "xcomp":
        holding(token)
    elif token.lower_ in _BLAMING:
        blamed(token)


def _by_state(token: Token) -> None:
    """Mend what is misread of states that people are in, kept in or left in."""
    if token.lower_ == "dead" and token.i and token.nbor(-1).lower_ in ("shot", "shoot", "shoots"):
        shot_dead(token)
    if token.lower_ in ("wounded", "injured", "dead", "homeless") and token.dep_ in ("xcomp", "ccomp"):
        left(token)
    if token.tag_ in ("NN", "VBG") and token.i and token.nbor(-1).lower_ in _GOING_ON:
        kept(token)
    if token.tag_ == "VBG" and token.dep_ == "csubj":
        part_doing(token)


def _by_relation(token: Token) -> None:
    """Mend what is hung on the wrong word, by how it hangs there; an earlier repair may have changed that."""
    if token.dep_ == "obj":
        part_given(token)
    if token.dep_ in ("amod", "conj", "ROOT"):
        lead_after_name(token)
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


def _is_elsewhere(token: Token) -> bool:
    """Set a clause, or who tells it, where it belongs; whether it was hung elsewhere."""
    relation = token.dep_
    if relation == "ROOT":
        return find_speaker(token) or throw_in(token) or lead_past_loyal(token)
    if (token.tag_ == "VBG" or relation == "conj") and goes_on(token):
        return True
    if relation in ("conj", "advcl"):
        if relation == "conj" and tell_of_both(token):
            return True
        return lead_subject(token) or (relation == "advcl" and in_which(token)) or throw_in(token)
    if relation in ("ccomp", "advcl:relcl"):
        return throw_in(token) or describes_object(token)
    return relation == "acl:relcl" and (throw_in(token) or reports(token))


def _is_active_perfect(verb: Token) -> bool:
    """ "The militia HAS not WITHDRAWN", whose subject suffers nothing."""
    marks = [child for child in verb.children if child.dep_.startswith("aux") or child.dep_ == "cop"]
    has = any(child.lower_ in ("has", "have", "had", "'ve", "’ve") for child in marks)
    return has and not any(child.dep_ in ("aux:pass", "cop") for child in marks)
