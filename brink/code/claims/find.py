"""What a story, and those it quotes, hold to be so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.claims.own import own
from brink.code.claims.row import Story
from brink.code.claims.told import told
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
        rows = [*told(passage, place, story), *own(passage, place, story)]
        for claim in sorted(rows, key=lambda row: (row.quote.start, row.quote.end)):
            found.setdefault(claim.id, claim)
    return _without_repeats(list(found.values()))


def _without_repeats(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those that only wrap what a nearer holder is said to hold.

    "It appears that A fears that B will act" is A's claim, as "C said that, according to A" is.
    """
    wrapped = {
        outer.id
        for k, outer in enumerate(claims)
        for inner in claims[max(0, k - _NEAR) : k + _NEAR]
        if inner.holder not in {outer.holder, "article"} and _wraps(outer, inner.quote)
    }
    return [claim for claim in claims if claim.id not in wrapped]


def _wraps(claim: Claim, inner: Quote) -> bool:
    outer = claim.quote
    if (outer.start, outer.end) == (inner.start, inner.end):
        return False
    if not (outer.start <= inner.start and inner.end <= outer.end):
        return False
    weighed = claim.holder == "article" and claim.because[-1].endswith("weighs it")
    if weighed and inner.end == outer.end:
        return True
    rest = outer.text[: inner.start - outer.start] + outer.text[inner.end - outer.start :]
    return len(rest) < _WRAPPING * len(outer.text) or rest.strip(" ,").lower().startswith("according to ")
