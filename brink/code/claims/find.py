"""What a story, and those it quotes, hold to be so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.claims.own import own
from brink.code.claims.row import Story
from brink.code.claims.told import told
from brink.code.claims.viewed import viewed
from brink.code.mention import Mentions
from brink.code.passage import Passage, Setting
from brink.code.rows import Claim, Figure, Quote
from brink.code.stance import Attributions, find_attributions

_NEAR: Final = 4
"""Claims on either side among which one may repeat another."""
_WRAPPING: Final = 0.25
"""Share of a claim's words that are only the way it is put."""


def find_claims(
    passages: Sequence[Passage],
    setting: Setting,
    mentions: Mentions,
    figures: Sequence[Sequence[Figure]],
    *,
    attributions: Attributions | None = None,
) -> list[Claim]:
    """Claims of a story in the order of the text; `figures` holds the figures of each passage.

    What somebody is said to say, think or deny is a claim of theirs. In the article's own
    voice only what judges, foresees, explains, prescribes or counts is one; narrated events
    are not, nor are announcements of the speaker's own acts, which are events.
    """
    known = attributions or Attributions(find_attributions(passages, mentions))
    story = Story(setting, mentions, known, figures)
    found: dict[str, Claim] = {}
    for place, passage in enumerate(passages):
        views = dict(viewed(passage, place, story))
        rows = [*told(passage, place, story), *views.values(), *own(passage, place, story, views)]
        for claim in sorted(rows, key=lambda row: (row.quote.start, row.quote.end)):
            found.setdefault(claim.id, claim)
    return _without_repeats(list(found.values()))


def _without_repeats(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those that say again what another says of the same words.

    "C said that, according to A, B will act" is A's claim. "It appears that A fears that B will
    act" is the article's, which weighs what A may think.
    """
    repeated: set[str] = set()
    for k, outer in enumerate(claims):
        for inner in claims[max(0, k - _NEAR) : k + _NEAR]:
            if inner.holder in {outer.holder, "article"} or not _holds(outer.quote, inner.quote):
                continue
            if outer.holder == "article" and outer.because[-1].endswith("weighs it"):
                repeated.add(inner.id)
            elif _wraps(outer.quote, inner.quote):
                repeated.add(outer.id)
    return [claim for claim in claims if claim.id not in repeated]


def _holds(outer: Quote, inner: Quote) -> bool:
    same = (outer.start, outer.end) == (inner.start, inner.end)
    return not same and outer.start <= inner.start and inner.end <= outer.end


def _wraps(outer: Quote, inner: Quote) -> bool:
    rest = outer.text[: inner.start - outer.start] + outer.text[inner.end - outer.start :]
    return len(rest) < _WRAPPING * len(outer.text) or rest.strip(" ,").lower().startswith("according to ")
