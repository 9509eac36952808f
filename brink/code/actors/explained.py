"""Nouns that a name explains or that explain one: "the biggest GROUP, the ELN", "JNIM, a BRANCH of"."""

from __future__ import annotations

from typing import Final

from brink.code.actors.page import Draft, Page
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_SORTS: Final = _LISTS["sorts_set_off"]
_PARTS: Final = frozenset({"branch", "affiliate", "offshoot", "franchise", "arm", "wing", "splinter"})
_NAMED: Final = frozenset({"group", "body", "force"})


def explain(page: Page) -> None:
    """Let the noun beside a name stand for whom the name names, where one is set off from the other."""
    words = page.words
    for draft in page.drafts:
        if (
            len(draft.names) != 1
            or draft.kind not in _NAMED
            or draft.how not in {"name", "alias", "acronym", "unknown"}
        ):
            continue
        if words.deps[draft.head] == "appos" and words.lowered[words.heads[draft.head]] in _SORTS:
            _stand_for(page, words.heads[draft.head], draft)
        for child in words.children[draft.head]:
            beside = words.deps[child] == "appos" or (
                words.deps[child] == "conj" and not _is_list(page, draft.head)
            )
            if beside and words.lowered[child] in _SORTS | _PARTS:
                _stand_for(page, child, draft)


def _is_list(page: Page, head: int) -> bool:
    """Whether "and" joins others to the name."""
    words = page.words
    joined = [c for c in words.children[head] if words.deps[c] == "conj"]
    return any(words.deps[c] == "cc" for i in (head, *joined) for c in words.children[i])


def _stand_for(page: Page, noun: int, named: Draft) -> None:
    """The noun as a draft of the same actor, when a comma sets it off and nothing else names it.

    "Armed the rebel GROUP THE M23" needs no comma.
    """
    words = page.words
    first, last = sorted((noun, named.head))
    apart = "," in words.texts[first:last] or words.lowered[first + 1] == "the"
    if not apart or words.pos[noun] != "NOUN":
        return
    if _is_list(page, named.head) or any(words.deps[c] in {"conj", "cc"} for c in words.children[noun]):
        return
    known = page.at.get(noun)
    if known is not None and (known.names or known is named):
        return
    because = f"set beside {named.names[0]}, which names it"
    if known is not None:
        known.names, known.kind, known.country = named.names, named.kind, named.country
        known.role, known.because, known.label = None, because, ""
        return
    page.add(
        Draft(
            first=noun,
            last=noun + 1,
            head=noun,
            names=named.names,
            kind=named.kind,
            how="unknown",
            because=because,
            country=named.country,
        )
    )
