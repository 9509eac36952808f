"""Which event another one is the content of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.draft import Draft
from brink.code.grammar import preposition
from brink.code.parsed import Token

_CONTENT_TIES: Final = frozenset(
    {"for", "to", "of", "on", "against", "from", "about", "with", "into", "at", None}
)
_CONTENT_MARKS: Final = frozenset({"to", "of", "from", "against", "for", "by"})


def by_token(drafts: Sequence[Draft]) -> dict[int, Draft]:
    """The drafts by the places of their words."""
    at: dict[int, Draft] = {}
    for made in drafts:
        for token in (made.trigger.token, made.trigger.carrier, made.trigger.carried):
            if token is not None:
                at.setdefault(token.i, made)
    return at


def governing(inner: Draft, at: dict[int, Draft]) -> Draft | None:
    """The draft whose content the inner one is: its object, complement or infinitive, at any depth."""
    own = {t.i for t in (inner.trigger.token, inner.trigger.carrier, inner.trigger.carried) if t is not None}
    step = inner.trigger.carrier or inner.trigger.token
    for _ in range(10):
        head = step.head
        if head == step or not _is_content(step):
            return None
        coordinate = step.dep_ == "conj"
        said = step.dep_ == "ccomp"
        step = head
        if step.i in at and step.i not in own:
            if coordinate and step.tag_ == "VB":
                # "Called on allies to isolate the regime and SANCTION its leaders": both are called for.
                continue
            return None if coordinate else at[step.i]
        if said:
            return None
    return None


def _is_content(step: Token) -> bool:
    relation = step.dep_
    if relation in {"obj", "xcomp", "ccomp", "csubj", "conj", "nmod:poss"}:
        return True
    if relation in {"obl", "nmod"}:
        return preposition(step) in _CONTENT_TIES
    marks = {child.lower_ for child in step.children if child.dep_ in {"mark", "case"}}
    if relation == "advcl":
        return bool(marks & _CONTENT_MARKS)
    return (relation == "acl" and step.tag_ != "VBN" and "to" in marks) or (
        relation == "acl" and "of" in marks
    )
