"""What a story, and those it quotes, hold to be so."""

from __future__ import annotations

from collections.abc import Sequence

from brink.code.claims.own import own
from brink.code.claims.row import Story
from brink.code.claims.told import told
from brink.code.mention import Mentions
from brink.code.passage import Passage, Setting
from brink.code.rows import Claim, Figure
from brink.code.stance import Attributions, find_attributions


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
    return list(found.values())
