"""Subjects, stated, shared or understood."""

from __future__ import annotations

from typing import Final

from brink.code.grammar.alongside import alongside
from brink.code.grammar.charged import judged_by
from brink.code.grammar.labels import NOMINAL, SUBJECT_OR_TOPIC
from brink.code.grammar.object import indirect_objects, own_objects
from brink.code.grammar.phrase import FAR, conjuncts, is_predicate, preposition, relative_antecedent
from brink.code.grammar.voice import is_passive, misread
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.grammar")
_DOCUMENTS: Final = _LISTS["documents"]
_ISSUING: Final = _LISTS["issuing"]
_CONJUNCTIONS: Final = frozenset({"after", "before", "since", "as", "until", "while", "when", "because"})
_ATTACHED: Final = frozenset({"nmod", "appos", "compound", "flat", "nmod:poss"})


_INTENTIONS: Final = _LISTS["intentions"]
_SUBJECT_CONTROL: Final = frozenset(
    {"promise", "threaten", "vow", "refuse", "agree", "offer", "pledge", "swear"}
)
_LETTING: Final = _LISTS["letting"]
_MOVING: Final = _LISTS["moving"]


def subjects(verb: Token) -> tuple[Token, ...]:
    """Heads of the grammatical subject, shared or understood ones included.

    A conjoined verb takes its partner's subject; an `xcomp` its governor's object, else
    subject; a participle or infinitive adjoined to a clause the subject of that clause, and
    one adjoined to a noun that noun; a relative pronoun is replaced by its antecedent.
    """
    taken = misread(verb) if verb.dep_ == "amod" else None
    if taken is not None:
        return conjuncts(taken[0])
    step = verb
    for _ in range(FAR):
        own = _own_subjects(step)
        if own:
            return own
        if step.head == step:
            return ()
        judge = judged_by(step)
        if judge is not None:
            return _held_to_account(judge)
        found = _understood(step)
        if isinstance(found, tuple):
            return found
        step = found
    return ()


def _understood(step: Token) -> tuple[Token, ...] | Token:
    """The subject that a verb without its own is understood to have, or the verb whose subject it shares."""
    relation, head = step.dep_, step.head
    if relation == "xcomp":
        return _controller(step) or head
    if (relation == "conj" or _is_gerund_clause(step)) and is_predicate(head):
        return head
    if relation == "advcl" and _subjectless(step):
        return _of_adjoined(step)
    if relation == "acl" and step.tag_ == "VBD":
        phrase = _phrase_head(head)
        return phrase.head if _is_resumed(step, phrase) else conjuncts(phrase)
    if relation == "acl" and step.tag_ == "VB" and head.lemma_.lower() in _INTENTIONS:
        return _intending(head)
    if relation == "acl" and step.tag_ == "VBG" and head.lemma_.lower() in _DOCUMENTS:
        return _issuers(head)
    if relation == "acl" and step.tag_ == "VB" and head.dep_ == "obj" and head.head.lemma_ in _LETTING:
        return conjuncts(head)
    if relation in {"acl", "acl:relcl", "amod"} and head.pos_ in NOMINAL:
        return _antecedents(head) if step.tag_ in {"VBG", "VBN", "VBD", "JJ"} else ()
    return ()


def _of_adjoined(step: Token) -> tuple[Token, ...] | Token:
    """The subject of a clause adjoined to another, or the verb whose subject it shares."""
    head = step.head
    if step.tag_ == "VB" and head.dep_ == "acl:relcl" and head.lemma_ in _LETTING:
        # "A militia that Iran recruited TO FIGHT in Syria".
        return conjuncts(head.head)
    if step.tag_ == "VB" and head.lemma_ in _MOVING and (moved := _between(head, step)) is not None:
        return conjuncts(moved)
    if (given := _given_to(step)) is not None:
        return conjuncts(given)
    if is_predicate(head):
        return head
    return conjuncts(head) if head.pos_ in {"NOUN", "PROPN"} and step.tag_ != "VB" else ()


def _between(verb: Token, aim: Token) -> Token | None:
    """Who is moved to it: "prompted TEHRAN to recall its envoy"."""
    return next((c for c in verb.children if c.dep_ in {"obj", "iobj"} and verb.i < c.i < aim.i), None)


_GIVING: Final = _LISTS["giving_means"]


def _given_to(aim: Token) -> Token | None:
    """Militants in "gave haven TO MILITANTS to attack Chad": who is given the means does it."""
    verb = aim.head
    if (
        aim.tag_ != "VB"
        or verb.lemma_ not in _GIVING
        or not any(child.dep_ == "obj" and child.i > verb.i for child in verb.children)
    ):
        return None
    given = (c for c in verb.children if c.dep_ == "obl" and preposition(c) == "to" and c.pos_ in NOMINAL)
    return next((noun for noun in given if noun.right_edge.i == aim.left_edge.i - 1), None)


def _is_gerund_clause(verb: Token) -> bool:
    """ "Denied SHELLING the town" and "denied HAVING SHELLED it", which its governor's subject does."""
    first = next((child for child in verb.children if child.dep_.startswith("aux")), verb)
    return bool(verb.dep_ == "ccomp" and (first.lower_.endswith("ing") or verb.lower_.endswith("ing")))


def _issuers(document: Token) -> tuple[Token, ...]:
    """Who speaks in "passed a MOTION condemning Chad": its owner, or who issues it."""
    owners = [head for child in document.children if child.dep_ == "nmod:poss" for head in conjuncts(child)]
    by = [h for child in document.children if preposition(child) in {"by", "from"} for h in conjuncts(child)]
    verb = document.head
    if owners or by or document.dep_ not in {"obj", "nsubj:pass"} or verb.lemma_ not in _ISSUING:
        return tuple(owners or by)
    if document.dep_ == "obj":
        return _own_subjects(verb) or _shared_above(verb)
    return tuple(h for child in verb.children if preposition(child) == "by" for h in conjuncts(child))


def _intending(noun: Token) -> tuple[Token, ...]:
    """Whose plan it is: its owner ("Chad's PLAN to leave"), or whose verb has it ("made a PLAN to leave")."""
    owners = [head for child in noun.children if child.dep_ == "nmod:poss" for head in conjuncts(child)]
    by = [head for child in noun.children if preposition(child) == "by" for head in conjuncts(child)]
    if owners or by or noun.dep_ != "obj" or is_passive(noun.head) or noun.head.lemma_ in _AGAINST_PLANS:
        return tuple(owners or by)
    return _own_subjects(noun.head) or _shared_above(noun.head)


_AGAINST_PLANS: Final = _LISTS["against_plans"]
"""Verbs of those whose plan it is not: "police FOILED an attempt to kill the mayor"."""


def _shared_above(verb: Token) -> tuple[Token, ...]:
    """The subject that a conjoined verb shares with its partner."""
    step = verb
    for _ in range(FAR):
        if step.dep_ not in {"conj", "xcomp"} or step.head == step or not is_predicate(step.head):
            return ()
        step = step.head
        own = _own_subjects(step)
        if own:
            return own
    return ()


def _is_resumed(verb: Token, phrase: Token) -> bool:
    """Whether a past tense after a noun goes on with the clause's own subject, not with the noun.

    It does after a comma ("attacked farmers, killed four") and after an adjunct ("raids flown
    with jets killed four"), but not in "after leaders threatened", where "after" opens a clause.
    """
    if phrase.head == phrase or not is_predicate(phrase.head):
        return False
    if verb.i and verb.nbor(-1).text == ",":
        return True
    return phrase.dep_ == "obl" and preposition(phrase) not in _CONJUNCTIONS


def _phrase_head(noun: Token) -> Token:
    """The head of the whole noun phrase ("gunmen" from "motorcycles" in "gunmen on motorcycles").

    A past tense hung on a noun without a relative pronoun is a verb of the main clause.
    """
    step = noun
    for _ in range(FAR):
        if (
            step.dep_ not in {"nmod", "appos", "compound", "flat", "nmod:poss"}
            or step.head.pos_ not in NOMINAL
        ):
            return step
        step = step.head
    return step


def _antecedents(noun: Token) -> tuple[Token, ...]:
    antecedent = relative_antecedent(noun)
    return (antecedent or noun,)


def _subjectless(verb: Token) -> bool:
    """Participles and infinitives; a finite adverbial clause without a subject is a broken parse."""
    return verb.tag_ in {"VBG", "VBN", "VB", "JJ", "NN", "NNS"}


def _own_subjects(verb: Token) -> tuple[Token, ...]:
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in SUBJECT_OR_TOPIC and not _is_label(child, verb):
            if any(mark.tag_ == "POS" for mark in child.children):
                # "BOLIVIA's Evo Morales said", read as two that said it.
                continue
            antecedent = relative_antecedent(child)
            found.extend((antecedent,) if antecedent is not None else conjuncts(child))
            found.extend(alongside(child, verb))
    return tuple(found)


def _is_label(name: Token, verb: Token) -> bool:
    """The place or topic before a colon that opens a headline ("SYRIA: ambush leaves 22 dead")."""
    last = max((child.i for child in name.children if child.dep_ in {"flat", "compound"}), default=name.i)
    after = max(last, name.i) + 1
    opens = bool(name.left_edge.i == name.sent.start)
    return after < verb.i and opens and name.doc[after].text == ":"


def _held_to_account(judge: Token) -> tuple[Token, ...]:
    """The object of an active verb, else the subject, stated, shared or what a participle hangs on."""
    if not is_passive(judge):
        return own_objects(judge)
    return subjects(judge)


def _controller(verb: Token) -> tuple[Token, ...]:
    governor_ = verb.head
    if governor_.lemma_ in _SUBJECT_CONTROL or is_passive(governor_):
        return _own_subjects(governor_)
    return own_objects(governor_) or indirect_objects(governor_)
