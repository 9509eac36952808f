"""Where in a sentence an event is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from brink.code.events.company import Company
from brink.code.events.label import is_label
from brink.code.events.lexicon import Expression, Lexicon
from brink.code.events.senses import is_natural, noun_is_blocked, verb_is_blocked
from brink.code.events.spelled import codenamed, has_complement, nominal_place, span_head, span_of
from brink.code.events.stoppage import as_stoppage, is_aimed
from brink.code.grammar import (
    agents,
    misread_verb,
    preposition,
)
from brink.code.grammar.labels import NOMINAL
from brink.code.parsed import Doc, Token


@dataclass(slots=True)
class Trigger:
    """A verb or noun that may tell an event, with the expressions that fit, most demanding first."""

    token: Token
    expressions: tuple[Expression, ...]
    nominal: bool
    first: int
    last: int
    """Tokens `[first, last)` of the words matched."""
    carried: Token | None = None
    """Of a verb: its object noun that names the event ("hold TALKS")."""
    carrier: Token | None = None
    """Of a noun: the light verb that carries it ("CARRIED out airstrikes")."""
    suffered: bool = False
    """Whether the carrier's subject is who it was done to ("came under attack")."""
    effects: list[Trigger] = field(default_factory=list)
    """Triggers of the same event that tell what it did ("killing six")."""
    scope: tuple[Token, ...] = ()
    """The words of the event's own clause, once they have been asked for."""
    within: str | None = None
    """What a governing word makes of it: `threat`, `offer`, `denied`, `claimed`."""

    @property
    def lemma(self) -> str:
        return str(self.token.lemma_).lower()


def find_triggers(doc: Doc, lexicon: Lexicon) -> list[Trigger]:
    """Every place of a passage where an event may be told, in the order of the text."""
    found: list[Trigger] = []
    taken = -1
    for token in doc:
        trigger = None
        if (
            token.pos_ in {"NOUN", "PROPN"}
            or _plural_noun(token)
            or (
                token.tag_ in {"VBG", "NN", "NNS"}
                and token.dep_ not in {"advcl", "acl", "ROOT"}
                and not _is_progressive(token)
            )
        ) and not _is_gerund(token):
            trigger = _noun(token, lexicon)
        if trigger is None and token.pos_ in {"VERB", "ADJ", "AUX", "NOUN"}:
            trigger = _verb(token, lexicon)
        if trigger is not None and trigger.last > taken:
            found.append(trigger)
            taken = max(taken, trigger.last - 1) if trigger.nominal else taken
    return [trigger for trigger in found if not _inside_another(trigger, found)]


def _is_progressive(token: Token) -> bool:
    """Whether it is the verb of a clause ("who WERE MARCHING on the ministry")."""
    return token.tag_ == "VBG" and any(
        child.dep_ == "aux" and child.lemma_ == "be" for child in token.children
    )


def _inside_another(trigger: Trigger, found: list[Trigger]) -> bool:
    """Whether it is but a part of a longer expression ("bomb" in "car bomb explosion")."""
    return any(
        other is not trigger and other.nominal and other.first <= trigger.token.i < other.last
        for other in found
        if other.last - other.first > trigger.last - trigger.first
    )


def _is_gerund(token: Token) -> bool:
    """ "Denied SHELLING the town", taken for a noun though it has an object."""
    inner = token.dep_ in {"ccomp", "xcomp", "advcl"}
    gerund = token.tag_ in {"NN", "VBG"} and token.lower_.endswith("ing") and inner
    return gerund and any(child.dep_ == "obj" for child in token.children)


def _plural_noun(token: Token) -> bool:
    """ "talks between A and B may have started" and "fighting between A and B", taken for verbs."""
    return token.tag_ in {"VBZ", "VBG"} and any(
        preposition(child) in {"between", "among"}
        for child in token.children
        if child.dep_.startswith(("obl", "nmod"))
    )


def _verb(token: Token, lexicon: Lexicon) -> Trigger | None:
    known = next((lexicon.verbs[form] for form in _verb_forms(token) if form in lexicon.verbs), None)
    if known is None or not _verbal(token):
        return None
    company = Company(token)
    fitting = tuple(one for one in known if company.fits(one) and not _is_bombing(one, company))
    if any(expression.frame.type in _FORCE for expression in fitting) and is_natural(agents(token), lexicon):
        return None
    if not fitting or verb_is_blocked(token, lexicon) or _nature_does(token, lexicon):
        return None
    carried = company.carried(fitting[0])
    return Trigger(token, fitting, False, token.i, token.i + 1, carried=carried)


def _is_bombing(expression: Expression, company: Company) -> bool:
    """ "Began a STRIKE on Kyiv": with a target no work is stopped."""
    strike = company.nouns.get("strike") if expression.frame.type == "PROTEST" else None
    return strike is not None and "strike" in expression.objects and is_aimed(strike)


def _nature_does(verb: Token, lexicon: Lexicon) -> bool:
    """ "A LANDSLIDE blocked the road", whatever subject the parser gave the verb."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    alone = before.pos_ == "NOUN" and preposition(before) is None
    return alone and is_natural((before,), lexicon)


def _verb_forms(token: Token) -> tuple[str, ...]:
    """The lemma, and what it would be if the tagger took a past tense for an adjective."""
    lemma = str(token.lemma_).lower()
    doc = token.doc
    if token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ in _PREFIXES:
        # "Test-fired", "re-opened", "co-operate": one verb in three tokens.
        return (doc[token.i - 2].lower_ + lemma, lemma)
    if token.tag_ == "NN" and lemma.endswith("ing"):
        return (lemma[:-3], lemma[:-3] + "e")
    if len(lemma) > 5 and lemma[-1] == "e" and lemma[-2] == lemma[-3] and token.tag_ in {"VBD", "VBN"}:
        # "Readmitted" of a verb that the lemmatizer does not know.
        return (lemma, lemma[:-2])
    if not lemma.endswith("ed") or len(lemma) < 5:
        return (lemma,)
    return (lemma, lemma[:-2], lemma[:-1], lemma[:-3])


_PREFIXES: Final = frozenset({"test", "re", "co"})


def _verbal(token: Token) -> bool:
    """Verbs, and participles that the tagger took for adjectives, but no attributes ("wounded men")."""
    if token.pos_ in {"VERB", "AUX"}:
        return misread_verb(token) or token.dep_ not in {
            "amod",
            "compound",
            "aux",
            "aux:pass",
            "case",
            "mark",
            "cop",
            "flat",
        }
    if token.pos_ == "NOUN":
        with_parties = any(c.dep_ in {"nsubj", "obj"} for c in token.children)
        # "Is UNDER PRESSURE": a noun with its preposition, which is said of the subject.
        leads = token.dep_ in {"ROOT", "conj", "ccomp", "advcl"}
        return leads and with_parties and preposition(token) is None
    if token.lower_.endswith("ed") and token.dep_ in {"ROOT", "acl", "ccomp", "conj"}:
        return True
    return token.tag_ in {"VBN", "VBD"} or (
        token.lower_.endswith("ed")
        and any(child.dep_ in {"aux:pass", "nsubj:pass", "obl:agent"} for child in token.children)
    )


_FORCE: Final = frozenset({"ASSAULT", "COERCE"})


def _noun(token: Token, lexicon: Lexicon) -> Trigger | None:
    if (token.text == "March" and token.pos_ == "PROPN") or _is_helped(token):
        return None
    for key in dict.fromkeys((str(token.lemma_).lower(), str(token.lower_))):
        for expression in lexicon.nouns.get(key, ()):
            span = span_of(token, expression)
            if span is None:
                continue
            head = codenamed(span_head(token.doc, *span))
            if expression.objects and not has_complement(head, expression.objects):
                continue
            told = nominal_place(head) and not is_label(head)
            if told and not noun_is_blocked(head, token, span, lexicon):
                fitting = as_stoppage(head, lexicon) or (
                    expression,
                    *(e for e in lexicon.nouns[key] if e is not expression and span_of(token, e) == span),
                )
                return Trigger(head, fitting, True, *span)
    return None


def _is_helped(token: Token) -> bool:
    """The verb in "offered to help Chad DEAL with the rebels", taken for a noun."""
    doc, i = token.doc, token.i
    if token.lower_ != "deal" or i + 1 >= len(doc) or doc[i + 1].lower_ != "with" or i < 2:
        return False
    return doc[i - 1].pos_ in NOMINAL and any(
        before.lemma_ == "help" for before in doc[max(0, i - 4) : i - 1]
    )
