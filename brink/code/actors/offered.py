"""Who turns down what is offered: "offered the militia an amnesty, which IT refused"."""

from __future__ import annotations

from typing import Final

from brink.code.actors.page import Page
from brink.code.actors.seen import Antecedent
from brink.code.actors.words import Words
from brink.code.mention import Mentions

_REFUSING: Final = frozenset({"refuse", "reject", "decline", "spurn", "dismiss", "accept", "sign"})


def offered(page: Page, pronoun: int, mentions: Mentions) -> Antecedent | None:
    """Whom it was offered to, for "it" and "they" that turn it down; who offers something does not."""
    found = (mentions.actor_at(page.passage.index, at) for at in _given(page.words, pronoun))
    meant = next((mention for mention in found if mention is not None and mention.surface), None)
    return (
        Antecedent((meant,), f"back to '{meant.surface}', who is offered it") if meant is not None else None
    )


def _given(words: Words, pronoun: int) -> list[int]:
    """Tokens of whom the verb gives what the relative clause of the pronoun describes."""
    clause = words.heads[pronoun]
    if (
        words.lemmas[clause] not in _REFUSING
        or words.deps[clause] != "acl:relcl"
        or words.deps[pronoun] != "nsubj"
    ):
        return []
    which = any(
        words.lowered[c] in {"which", "that"} and words.deps[c] == "obj" for c in words.children[clause]
    )
    thing = words.heads[clause]
    while words.deps[thing] in {"nmod", "conj"}:
        thing = words.heads[thing]
    verb = words.heads[thing]
    if not which or words.deps[thing] not in {"obj", "obl"}:
        return []
    given = [
        c for c in words.children[verb] if c != thing and words.deps[c] in {"iobj", "obj"} and c < pronoun
    ]
    given += [
        c for c in words.children[verb] if words.deps[c] == "obl" and words.case(c) == "to" and c < pronoun
    ]
    return given
