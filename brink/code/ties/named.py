"""Ties stated by a noun: "an ally of", "its archrival", "the army spokesman"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from brink.code.grammar import conjuncts, preposition
from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.rows import Relation
from brink.code.ties.around import Around
from brink.code.ties.described import described, subject_of
from brink.code.ties.ended import is_ended, was_once
from brink.code.ties.phrases import phrases
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.ties")
_LINKS: Final = frozenset({"of", "for", "to", "with", "at", "in", "from", "against", "within"})
_SIDING: Final = frozenset({"ally", "partner", "supporter", "backer", "cobelligerent"})
_NAMES: Final = frozenset({"name", "alias", "acronym", "unknown"})
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
    if _is_in_name(around, noun):
        return
    others = _others(around, noun)
    if reverse and noun.tag_ == "NNS":
        # "Iran's proxies" as a whole is nobody's patron.
        others = [mention for mention in others if not mention.first <= noun.i < mention.last]
    if not others:
        yield from _served(around, noun) if post else _mutual(around, noun, relation)
        return
    sides_described, predicated = described(around, noun, others)
    ended = is_ended(noun)
    for a in sides_described:
        for b in others:
            kind = relation or ("member" if _fits(a, b, post=post, part=part) else None)
            if kind is not None and a is not b:
                sides = (b, a) if reverse else (a, b)
                yield Pair(*sides, kind, noun, ended=ended, predicated=predicated)


def _is_in_name(around: Around, noun: Token) -> bool:
    """ "The Domingo Lain FRONT, one of the ELN's units": a word of a name makes no tie."""
    named = around.at(noun.i)
    inside = named is not None and named.how in _NAMES and named.kind != "person"
    inside = inside and named is not None and named.last - named.first > 1
    return inside and noun.pos_ == "PROPN"


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
        yield Pair(person, served, "member", noun, ended=is_ended(noun))


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
    if b.kind in {"person", "people"}:
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
    if noun.i >= 2 and doc[noun.i - 1].tag_ == "POS" and (owner := around.at(noun.i - 2)) is not None:
        # "Al-Shabaab, al-Qaida's affiliate in Somalia": a parser may join the owner to the name before it.
        return [owner] if owner.kind != "person" else []
    following = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    if following is not None and following.lower_ == "against" and noun.lemma_.lower() in _SIDING:
        # "Allies AGAINST the TPLF": it is what they are allied against.
        return []
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
        return [before] if not _is_alien(before, noun) else []
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
            return [mention] if not _is_alien(mention, noun) else []
    return []


def _is_alien(before: Mention, noun: Token) -> bool:
    """Whether the name says who put somebody there or where he is sent: "MOSCOW-installed leader"."""
    behind = noun.doc[before.last : before.last + 2]
    put = len(behind) == 2 and behind[0].text in {"-", "–"} and behind[1].lower_ in _PUTTING
    sent = noun.lemma_.lower() == "ambassador" and before.names == ("United Nations",)
    return put or sent


_PUTTING: Final = _LISTS["putting"]


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


def _mutual(around: Around, noun: Token, relation: Relation | None) -> Iterator[Pair]:
    """ "A and B are rivals" ties the subjects to each other."""
    if relation not in {"ally", "partner", "rival", "enemy"} or noun.tag_ not in {"NNS", "NNPS"}:
        return
    subject = subject_of(noun)
    sides = around.of_all(conjuncts(subject)) if subject is not None else _set_beside(around, noun)
    if subject is not None and len(sides) == 1 and sides[0].last - 1 < noun.i:
        # "Tren de Aragua AND THE ELN", joined to a word inside the name
        sides = around.coordinated_after(sides[0])
    if len(sides) == 2:
        yield Pair(
            sides[0], sides[1], relation, noun, ended=is_ended(noun) or was_once(noun),
            predicated=subject is not None,
        )  # fmt: skip


def _set_beside(around: Around, noun: Token) -> list[Mention]:
    """The two that follow right on the noun: "the arch-rivals India and Pakistan"."""
    first = around.at(noun.i + 1)
    if first is not None and first.first == noun.i + 1:
        return around.coordinated_after(first)
    comma = _comma_before(noun)
    before = around.at(comma - 1) if comma > 0 else None
    return around.coordinated_before(before) if before is not None and before.last == comma else []


def _comma_before(noun: Token) -> int:
    """The comma a noun phrase set behind names begins with: "Chad and Mali, once close ALLIES"; else 0."""
    at = noun.i - 1
    while (
        at > noun.sent.start
        and noun.i - at < 5
        and noun.doc[at].pos_ in {"ADJ", "ADV", "SCONJ", "NOUN", "ADP"}
    ):
        at -= 1
    return (
        at if noun.doc[at].text == "," and noun.dep_ in {"appos", "conj", "nmod", "dep", "parataxis"} else 0
    )
