"""Ties stated by what one side gives the other: "gave the rebels sanctuary"."""

from __future__ import annotations

from collections.abc import Iterator

from brink.code.grammar import is_passive, preposition
from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.ties.around import Around
from brink.code.ties.doing import doers
from brink.code.ties.named import Pair
from brink.code.ties.phrases import phrases


def by_gift(around: Around, verb: Token) -> Iterator[Pair]:
    """Ties of "gave the rebels sanctuary" and "has supplied the rebels with rifles"."""
    words = phrases()
    if verb.pos_ != "VERB" or is_passive(verb):
        return
    with_things = [obl for obl in verb.children if obl.dep_ == "obl" and preposition(obl) == "with"]
    objects = [child for child in verb.children if child.dep_ in {"obj", "iobj"} and child.i > verb.i]
    given = [noun for noun in (*with_things, *objects) if _is_help(noun)]
    to = around.after(verb.i)
    if not given and objects and to is not None:
        # "gave the Fano fighters training", read as fighters who train
        behind = verb.doc[to.last : min(to.last + 2, len(verb.doc))]
        given = [token for token in behind if token.pos_ in {"NOUN", "VERB"} and _is_help(token)]
    if not given:
        return
    lasting = any(noun.lemma_ in words.havens for noun in given)
    after = to
    if after is None or after.last > given[0].left_edge.i + 4 or _is_home(after):
        return
    if not lasting and not any(
        child.dep_ == "aux" and child.lemma_ in {"have", "be"} for child in verb.children
    ):
        # One delivery is an event; what "has given" or "is giving" goes on.
        return
    for a in doers(around, verb):
        if a is not after and "person" not in {a.kind, after.kind}:
            yield Pair(a, after, "patron", verb, predicated=True)


def _is_help(noun: Token) -> bool:
    words = phrases()
    joined = (noun, *(child for child in noun.children if child.dep_ == "conj"))
    return any(token.lemma_.lower() in words.havens | words.gifts for token in joined)


def _is_home(mention: Mention) -> bool:
    """Civilians whom a state looks after are nobody's clients."""
    return mention.kind == "people"
