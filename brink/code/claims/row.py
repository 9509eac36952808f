"""A claim's row: its quote, certainty, figures and whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brink.code.claims.about import about
from brink.code.claims.clauses import Clause
from brink.code.claims.shape import Kind, shape_of
from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage, Setting
from brink.code.rows import Certainty, Claim, Figure, row_id
from brink.code.stance import Attributions, standing


@dataclass(frozen=True, slots=True)
class Story:
    """What the rules need of a story, found once."""

    setting: Setting
    mentions: Mentions
    attributions: Attributions
    figures: Sequence[Sequence[Figure]]


def certainty_of(passage: Passage, head: Token, kind: Kind, story: Story) -> Certainty:
    if kind.kind == "recommendation":
        return "certain"
    if "asserts it" in kind.because:
        return "certain"
    if "leaves it open" in kind.because:
        return "doubtful"
    if head.lemma_ in {"appear", "seem"}:
        return "probable"
    if head.lemma_ in {"suggest", "indicate"} and any(_open(child) for child in head.children):
        return "possible"
    judged = standing(passage, head, story.mentions, attributions=story.attributions)
    if "there is little" in kind.because:
        return "doubtful"
    if head.lower_ in {"likely", "expected", "probable"}:
        return "doubtful" if judged.status == "denied" else "probable"
    if head.lower_ in {"unlikely", "doubtful"}:
        return "doubtful"
    if "to” looks ahead" in kind.because or "potential" in kind.because:
        return "possible"
    # Announcing or foreseeing with a bare "will" commits the speaker fully.
    if (
        judged.status == "planned"
        and judged.certainty == "probable"
        and shape_of(head).modal in {"will", "shall"}
    ):
        hedged = any(token.lower_ in {"probably", "likely"} for token in head.children)
        return "probable" if hedged else "certain"
    return judged.certainty


def _open(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and shape_of(clause).modal in {"may", "might", "could"}


def figures_in(passage: Passage, place: int, clause: Clause, story: Story) -> tuple[Figure, ...]:
    if place >= len(story.figures):
        return ()
    words = clause.words
    start, end = passage.start + words.start_char, passage.start + words.end_char
    return tuple(figure for figure in story.figures[place] if start <= figure.start and figure.end <= end)


def claim_row(
    passage: Passage,
    place: int,
    clause: Clause,
    holder: str,
    kind: Kind,
    certainty: Certainty,
    story: Story,
    because: tuple[str, ...],
) -> Claim:
    quote = passage.quote(clause.words)
    return Claim(
        id=row_id("claim", quote, holder, kind.kind),
        story=story.setting.story,
        quote=quote,
        holder=holder,
        about=about(passage, clause, story.mentions),
        kind=kind.kind,
        certainty=certainty,
        figures=figures_in(passage, place, clause, story),
        because=(*because, kind.because),
    )
