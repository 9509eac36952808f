"""Ties stated by a noun: "an ally of", "its archrival", "the army spokesman"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Token

from brink.code.grammar import conjuncts, preposition
from brink.code.mention import Mention
from brink.code.rows import Relation
from brink.code.ties.around import Around
from brink.code.ties.phrases import phrases

_LINKS: Final = frozenset({"of", "for", "to", "with", "at", "in", "from", "against", "within"})
_COPULAS: Final = frozenset({"remain", "become", "be", "stay"})
_OPENERS: Final = frozenset({",", "—", "–", "(", "--"})
_PHRASE: Final = frozenset({"DET", "ADJ", "ADV", "PRON", "NOUN", "PROPN", "NUM", "CCONJ"})
_PERSONAL: Final = frozenset({"person", "role", "unknown", "office"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides of a tie as the text names them, before names are settled."""

    a: Mention
    b: Mention
    relation: Relation
    trigger: Token
    ended: bool = False
    predicated: bool = False
    """Stated as the clause's predicate, so that the clause's status decides whether it holds."""


def by_noun(around: Around, noun: Token) -> Iterator[Pair]:
    """Ties that a relation noun, post or part makes between what it describes and its complement."""
    words = phrases()
    lemma = noun.lemma_.lower()
    relation, reverse = words.nouns.get(lemma) or _sort(noun), False
    if relation is None:
        relation = words.nouns_reversed.get(lemma)
        reverse = relation is not None
    post, part = lemma in words.posts, lemma in words.parts
    if relation is None and not post and not part:
        return
    others = _others(around, noun)
    if reverse and noun.tag_ == "NNS":
        # "Iran's proxies" as a whole is nobody's patron.
        others = [mention for mention in others if not mention.first <= noun.i < mention.last]
    if not others:
        yield from _served(around, noun) if post else _mutual(around, noun, relation)
        return
    described, predicated = _described(around, noun, others)
    ended = _ended(noun)
    for a in described:
        for b in others:
            kind = relation or ("member" if _fits(a, b, post=post, part=part) else None)
            if kind is not None and a is not b:
                sides = (b, a) if reverse else (a, b)
                yield Pair(*sides, kind, noun, ended=ended, predicated=predicated)


def _sort(noun: Token) -> Relation | None:
    """The tie that the word before a group's noun makes: "a brother group of"."""
    words = phrases()
    if noun.i == 0 or noun.lemma_.lower() not in words.group_nouns:
        return None
    return words.group_sorts.get(noun.doc[noun.i - 1].lower_)


def _served(around: Around, noun: Token) -> Iterator[Pair]:
    """The tie of "Foreign Minister Ana Ruiz", whose country the story has told before."""
    person = around.at(noun.i + 1)
    if person is not None and person.kind == "person" and person.serves and person.first == noun.i + 1:
        served = replace(person, names=(person.serves,), kind="unknown")
        yield Pair(person, served, "member", noun, ended=_ended(noun))


def of_body(around: Around, of: Token) -> Iterator[Pair]:
    """The tie of "Maria Lopez of Crisis Watch"."""
    person = around.at(of.i - 1)
    body = around.at(of.i + 1) or around.at(of.i + 2) if of.i + 2 < len(of.doc) else around.at(of.i + 1)
    if person is None or body is None or person.kind != "person" or body.kind in {"person", "people", "role"}:
        return
    if body.first - of.i == 1 or of.nbor().pos_ == "DET":
        people = around.coordinated_before(person)
        for one in people if all(p.kind == "person" for p in people) else [person]:
            yield Pair(one, body, "member", of)


def _fits(a: Mention, b: Mention, *, post: bool, part: bool) -> bool:
    if b.kind == "person":
        return False
    return (post and a.kind in _PERSONAL) or (part and a.kind not in _PERSONAL)


def _others(around: Around, noun: Token) -> list[Mention]:
    """The other side: a possessor, the noun's complement, or a name before it."""
    doc = noun.doc
    possessors = [child for child in noun.children if child.dep_ == "nmod:poss" and child.i < noun.i]
    for child in reversed(possessors):
        found = around.of(child) or _owner(around, noun, child)
        if found:
            return found
    following = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    if following is not None and following.lower_ in _LINKS:
        after = around.after(following.i)
        if after is not None:
            return around.coordinated_after(after) if following.lower_ != "in" else [after]
    for child in noun.children:
        if child.dep_ == "nmod" and preposition(child) in _LINKS:
            found = around.of(child)
            if found:
                return found
    return _prefixed(around, noun)


def _prefixed(around: Around, noun: Token) -> list[Mention]:
    """The name right before the noun: "ELN commander", "Sudan's longtime foe"."""
    before = around.before(noun.i, skip={"'s", "’s", "-"})
    if before is not None and before.kind != "person":
        return [before]
    kinds = {"compound", "amod"}
    beside = [child for child in noun.children if child.dep_ in kinds and child.i < noun.i]
    # "Ghanaian Defence Minister": the adjective may hang on the ministry's name.
    beside += [inner for child in beside for inner in child.children if inner.dep_ in kinds]
    start = noun.left_edge.i
    if start > noun.sent.start and noun.nbor(start - 1 - noun.i).dep_ == "amod":
        # … or on the person's name, beside the post.
        adjective = noun.nbor(start - 1 - noun.i)
        beside += [adjective] if adjective.head.i > noun.i and adjective.head.i <= noun.i + 3 else []
    for child in beside:
        mention = around.at(child.i)
        if mention is not None and mention.kind != "person":
            return [mention]
    return []


def _owner(around: Around, noun: Token, pronoun: Token) -> list[Mention]:
    """Whom "its" points to when no mention says so: the subject of the clause."""
    if pronoun.pos_ != "PRON" or pronoun.lower_ in {"my", "your", "our"}:
        return []
    step = noun
    for _ in range(4):
        if step.head.i == step.i:
            break
        step = step.head
        for child in step.children:
            if child.dep_ in {"nsubj", "nsubj:pass"} and child.i < pronoun.i:
                return around.of(child)
    return []


def _described(around: Around, noun: Token, others: list[Mention]) -> tuple[list[Mention], bool]:
    """Who the noun describes, and whether a copula says so."""
    subject = _subject(noun)
    if subject is not None:
        found = [mention for mention in around.of(subject) if mention not in others]
        if found:
            return found, True
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
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.text == ";":
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


def _subject(noun: Token) -> Token | None:
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


def _mutual(around: Around, noun: Token, relation: Relation | None) -> Iterator[Pair]:
    """ "A and B are rivals" ties the subjects to each other."""
    if relation not in {"ally", "partner", "rival", "enemy"} or noun.tag_ not in {"NNS", "NNPS"}:
        return
    subject = _subject(noun)
    if subject is None:
        return
    sides = around.of_all(conjuncts(subject))
    if len(sides) == 2:
        yield Pair(sides[0], sides[1], relation, noun, ended=_ended(noun), predicated=True)


def until(word: Token) -> bool:
    """Whether the tie is given an end in the past: "was an ally until 2022"."""
    past = any(child.tag_ == "VBD" for child in word.children if child.dep_ in {"cop", "aux:pass"})
    return (past or word.tag_ == "VBD") and any(
        child.dep_ in {"nmod", "obl", "advcl"} and any(case.lower_ == "until" for case in child.children)
        for child in word.children
    )


def _ended(noun: Token) -> bool:
    words = phrases().ended
    if any(child.lower_ == "once" for child in noun.children):
        return True
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.head.i < noun.i:
        return _ended(noun.head)
    if until(noun):
        return True
    near = noun.doc[max(0, noun.i - 4) : noun.i]
    return any(token.lower_ in words and _same_phrase(token, noun) for token in near)


def _same_phrase(token: Token, noun: Token) -> bool:
    between = noun.doc[token.i + 1 : noun.i]
    return token.head.i == noun.i or not any(
        word.text in {",", ";"} or word.pos_ == "VERB" for word in between
    )
