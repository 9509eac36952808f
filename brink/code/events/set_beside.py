"""Names set beside a noun that says who they are: "the group's LEADER, Omar Khan", "groups such as M23"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from brink.code.events.party import Party, listed, mentioned
from brink.code.grammar import conjuncts, noun_complements
from brink.code.mention import Mention
from brink.code.parsed import Token

if TYPE_CHECKING:
    from brink.code.events.parties import Cast


def named_beside(cast: Cast, token: Token, part: str) -> list[Party]:
    """The names in apposition to a role: "the group's LEADER, Omar Khan, was killed"."""
    offices = (token, *(c for c in token.children if c.dep_ == "nmod" and c.i > token.i))
    children = (child for one in offices for child in one.children if child.dep_ == "appos")
    beside = (head for child in children for head in conjuncts(child))
    return [
        mentioned(mention, name, f"{part} {listed(mention)}, named beside “{token.text}”")
        for name, mention in _named(cast, beside)
        if mention.kind == "person"
    ]


def set_after(cast: Cast, token: Token, part: str) -> list[Party]:
    """Milan in "Milan Radic, a Serb POLITICIAN who admitted the ambush": the name, and not his people."""
    name = token.head if token.dep_ == "appos" and token.head.i < token.i else None
    mention = cast.mentions.actor_at(cast.passage, name.i) if name is not None else None
    if name is None or mention is None or mention.kind != "person" or len(mention.names) != 1:
        return []
    because = f"{part} {listed(mention)}, who is the “{token.text}”"
    return [mentioned(mention, name, because)]


def examples(cast: Cast, token: Token, part: str) -> list[Party]:
    """The names after "groups like" and "groups such as"."""
    complements = noun_complements(token)
    inner = (noun for tie in ("like", "such as", "including") for noun in complements.get(tie, ()))
    return [
        mentioned(mention, name, f"{part} {listed(mention)}, an example of “{token.text}”", direct=False)
        for name, mention in _named(cast, inner)
    ]


def _named(cast: Cast, nouns: Iterable[Token]) -> list[tuple[Token, Mention]]:
    """Those of the nouns that are known by name, with their mentions."""
    found = ((noun, cast.mentions.actor_at(cast.passage, noun.i)) for noun in nouns)
    return [(noun, mention) for noun, mention in found if mention is not None and mention.names]
