"""Whom a relation noun describes: the subject of a copula, the name before it, or the one after."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import preposition
from brink.code.grammar.labels import FINITE_OR_MODAL
from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.ties.around import Around
from brink.code.ties.phrases import phrases

_COPULAS: Final = frozenset({"remain", "become", "be", "stay"})
_OPENERS: Final = frozenset({",", "—", "–", "(", "--"})
_DASHES: Final = frozenset({"—", "–", "--"})
_PHRASE: Final = frozenset({"DET", "ADJ", "ADV", "PRON", "NOUN", "PROPN", "NUM", "CCONJ"})


def described(around: Around, noun: Token, others: list[Mention]) -> tuple[list[Mention], bool]:
    """Who the noun describes, and whether a copula says so."""
    subject = subject_of(noun)
    if subject is not None:
        found = [mention for mention in around.of(subject) if mention not in others]
        if found:
            return found, True
    if (joined := _joined_to_name(around, noun)) is not None:
        return [joined], False
    listed = _listed(around, noun, others)
    if listed:
        return listed, False
    end = max(noun.i, *(mention.last - 1 for mention in others), _where(noun))
    following = around.after(end, skip={","}) if _apposed(noun, end) else None
    direct = around.after(noun.i) if noun.i + 1 < len(noun.doc) and noun.i != end else None
    adjacent = around.at(noun.i + 1)
    preceding = _preceding(around, noun, others)
    inside = around.before(noun.i) if any(m.how == "pronoun" for m in others) else None
    for found_one in (adjacent, preceding, following, direct, inside):
        if found_one is not None and found_one not in others:
            plural = found_one is preceding and noun.tag_ == "NNS"
            return around.coordinated_before(found_one) if plural else [found_one], False
    topic = around.topic(noun)
    return ([topic] if topic is not None and topic not in others else []), False


def _joined_to_name(around: Around, noun: Token) -> Mention | None:
    """Whom an apposition goes on to describe: "Omar, a nephew of General Ali and COMMANDER of the guard"."""
    if noun.dep_ != "conj" or noun.head.pos_ != "PROPN" or any(c.dep_ == "det" for c in noun.children):
        return None
    step = noun.head
    for _ in range(4):
        if step.dep_ == "appos" and step.pos_ == "NOUN" and step.head.i < step.i:
            person = around.of(step.head)
            return person[0] if person and person[0].kind == "person" else None
        step = step.head
    return None


def _listed(around: Around, noun: Token, others: list[Mention]) -> list[Mention]:
    """Those named of several: "Iran's proxies, AMONG THEM Kataib", "allies SUCH AS Chad"."""
    if noun.tag_ != "NNS":
        return []
    doc, end = noun.doc, min(noun.sent.end, noun.i + 8)
    for token in doc[noun.i + 1 : end - 1]:
        after = doc[token.i + 1].lower_
        opens = (token.lower_, after) in {("among", "them"), ("such", "as")} or token.lower_ == "including"
        if opens:
            last = token.i if token.lower_ == "including" else token.i + 1
            named = around.after(last)
            found = around.coordinated_after(named) if named is not None else []
            return [mention for mention in found if mention not in others]
        if token.tag_ in FINITE_OR_MODAL or token.text == ";":
            return []
    return []


def _where(noun: Token) -> int:
    """The last token of a place or scope right behind the noun: "its branch for South Asia, AQIS"."""
    for child in noun.children:
        if (
            child.dep_ == "nmod"
            and child.left_edge.i == noun.i + 1
            and preposition(child) in {"in", "for", "to"}
        ):
            phrase = noun.doc[noun.i + 1 : child.right_edge.i + 1]
            last: int = next((token.i - 1 for token in phrase if token.text == ","), child.right_edge.i)
            return last
    return int(noun.i)


def _apposed(noun: Token, end: int) -> bool:
    """Whether a comma or a bare name follows the noun phrase: "leader of the ELN, Garcia"."""
    doc = noun.doc
    if end + 1 >= len(doc):
        return False
    following = doc[end + 1]
    return following.text == "," or following.pos_ in {"PROPN", "ADJ", "DET"}


def subject_of(noun: Token) -> Token | None:
    verb: Token | None = None
    if any(child.dep_ == "cop" for child in noun.children):
        verb = noun
    elif (noun.dep_ in {"xcomp", "obj", "obl"} and noun.head.lemma_ in _COPULAS) or (
        noun.dep_ == "conj" and any(child.dep_ == "cop" for child in noun.head.children)
    ):
        verb = noun.head
    if verb is None:
        return None
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubj:outer"}), None)


def _preceding(around: Around, noun: Token, others: list[Mention]) -> Mention | None:
    """The name that the noun phrase is set after: "Garcia, the leader of the ELN"."""
    doc, first = noun.doc, noun.i
    inside = {place for mention in others for place in range(mention.first, mention.last)}
    while first > 0 and noun.i - first < 12 and doc[first - 1].text not in _OPENERS:
        before = doc[first - 1]
        fits = before.pos_ in _PHRASE or before.dep_ == "amod" or before.lower_ in {"'s", "’s", "of"}
        fits = fits or before.lower_ in phrases().ended
        if first - 1 not in inside and not fits:
            return None
        first -= 1
    if first < 2 or doc[first - 1].text not in _OPENERS:
        return None
    if noun.dep_ == "conj" and noun.head.dep_ == "appos":
        heads = around.of(noun.head.head)
        return heads[0] if heads else None
    beside = around.at(first - 2)
    if beside is None and doc[first - 2].text == ")":
        # "Al-Qaida in the Maghreb (AQIM), a BRANCH of"
        return around.at(first - 3) if first > 3 else None
    if doc[first - 1].text in _DASHES and beside is not None:
        # "They hit workers from China — Pakistan's only ALLY": a dash explains what stands right before it.
        return beside
    if noun.dep_ == "appos":
        heads = around.of(noun.head)
        if heads:
            return heads[0]
    if noun.dep_ == "nmod" and noun.head.lower_ == "one" and noun.head.dep_ == "appos":
        # "the union, one of the junta's oldest FOES"
        heads = around.of(noun.head.head)
        if heads:
            return heads[0]
    return around.at(first - 2)
