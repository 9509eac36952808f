"""Ties stated by a bond ("an alliance between"), a compound ("Iran-backed") or a prefix ("pro-Russian")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from brink.code.grammar import preposition
from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.rows import Relation
from brink.code.ties.around import Around
from brink.code.ties.doing import doers
from brink.code.ties.named import Pair
from brink.code.ties.phrases import phrases
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.ties")
_KEEPING: Final = _LISTS["keeping"]


def by_bond(around: Around, noun: Token) -> Iterator[Pair]:
    """Ties of "a rivalry between A and B", "A's alliance with B", "strained relations with B"."""
    words = phrases()
    relation = words.bonds.get(noun.lemma_)
    if relation is None and noun.lemma_ in words.relation_nouns:
        relation = _mood(noun)
    if relation is None:
        return
    sides = _sides(around, noun)
    if len(sides) == 2 and sides[0] is not sides[1]:
        yield Pair(sides[0], sides[1], relation, noun)


def _mood(noun: Token) -> Relation | None:
    """What "relations" are like, by their adjective or predicate."""
    moods = phrases().relation_moods
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ in moods:
            return moods[child.lower_]
    if noun.dep_ in {"nsubj", "nsubj:pass"} and noun.head.lower_ in moods:
        return moods[noun.head.lower_]
    return None


def _sides(around: Around, noun: Token) -> list[Mention]:
    doc = noun.doc
    following = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    if following == "between":
        first = around.after(noun.i + 1)
        return around.coordinated_after(first)[:2] if first is not None else []
    other = around.after(noun.i + 1) if following in {"with", "to"} else None
    if other is None:
        return []
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            owner = around.of(child)
            return [owner[0], other] if owner else []
    if noun.dep_ == "obj" and noun.head.lemma_ in _KEEPING:
        owner = doers(around, noun.head)
        return [owner[0], other] if owner else []
    return []


def by_compound(around: Around, word: Token) -> Iterator[Pair]:
    """Ties of "Rwanda-backed M23 rebels" and "backed by Rwanda" set after a name."""
    doc, relation = word.doc, phrases().compounds.get(word.lower_)
    if relation is None:
        return
    if word.i >= 2 and doc[word.i - 1].text in {"-", "–", "‐"}:
        other, described = around.at(word.i - 2), _after_compound(around, word)
    elif word.i + 1 < len(doc) and doc[word.i + 1].lower_ == "by" and word.tag_ == "VBN":
        other, described = around.after(word.i + 1), _set_after(around, word)
    else:
        return
    if other is None or described is None or other is described:
        return
    sides = (other, described) if relation == "patron" else (described, other)
    yield Pair(*sides, relation, word)


def _after_compound(around: Around, word: Token) -> Mention | None:
    """The name the compound describes, past a plain noun or two: "Iran-backed militia Kataib"."""
    found = around.after(word.i)
    if found is not None:
        return found
    for token in word.doc[word.i + 1 : word.i + 4]:
        if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return None
        mention = around.at(token.i)
        if mention is not None:
            return mention
    return None


def _set_after(around: Around, word: Token) -> Mention | None:
    if any(child.dep_ in {"aux:pass", "aux", "nsubj:pass"} for child in word.children):
        return None
    before = around.before(word.i, skip={",", "and", "politically", "militarily", "openly", "heavily"})
    if before is None or not around.is_placed(before):
        return before
    # "Militias in Iraq backed by Iran": the militias are, not Iraq.
    described = around.of(word.head) if word.dep_ == "acl" else []
    return described[0] if described else None


def by_prefix(around: Around, word: Token) -> Iterator[Pair]:
    """Ties of "pro-Russian separatists" and "anti-junta fighters"."""
    doc, relation = word.doc, phrases().prefixes.get(word.lower_)
    if relation is None or word.i + 3 >= len(doc) or doc[word.i + 1].text not in {"-", "–"}:
        return
    other = around.behind_prefix(word.i)
    if other is None or other.how in {"role", "description"}:
        return
    described = around.after(other.last - 1)
    if described is None:
        head = doc[word.i + 2].head
        described = next((m for m in around.of(head) if m is not other), None)
        if described is None and head.pos_ == "NOUN":
            appositive = next((c for c in head.children if c.dep_ in {"appos", "flat"}), None)
            described = around.at(appositive.i) if appositive is not None else None
    if described is not None and described is not other:
        yield Pair(described, other, relation, word)


def mediated(around: Around, noun: Token) -> Iterator[Pair]:
    """Ties of "talks between A and B mediated by C"."""
    if preposition(noun) is not None and noun.i + 1 >= len(noun.doc):
        return
    participle = next(
        (c for c in noun.children if c.dep_ in {"acl", "acl:relcl"} and c.lemma_ in {"mediate", "broker"}),
        None,
    )
    if participle is None:
        return
    first = around.after(noun.i + 1) if noun.doc[noun.i + 1].lower_ == "between" else None
    broker = around.after(participle.i, skip={"by"})
    if first is None or broker is None:
        return
    for side in around.coordinated_after(first):
        if side is not broker:
            yield Pair(broker, side, "mediator", participle)
