"""Claims that the text hands to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from brink.code.claims.clauses import Clause, sentences_between, split
from brink.code.claims.kind import told_kind
from brink.code.claims.lexicon import claim_words
from brink.code.claims.row import Story, certainty_of, claim_row
from brink.code.claims.shape import Kind, shape_of
from brink.code.passage import Passage
from brink.code.rows import Certainty, Claim
from brink.code.stance import Attribution

_FIRST_PERSON: Final = frozenset({"we", "i"})
_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_ACTS_OF_SPEECH: Final = frozenset(
    {"announce", "declare", "vow", "promise", "pledge", "threaten", "ask", "urge", "demand"}
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_ASSERTING: Final = _SUBJECTS | {"aux", "cop", "expl"}
SHORTEST: Final = 2
"""Words below which a content is a quoted term and not a claim."""


def told(passage: Passage, place: int, story: Story) -> Iterator[Claim]:
    rows = story.attributions.of_passage(passage.index)
    inner = {row.cue for row in rows if row.cue_passage == passage.index and row.holder is not None}
    for row in rows:
        if row.holder is None:
            continue
        for clause in _contents(passage, row):
            if clause.head.i in inner or _is_another_s(clause, row, rows):
                continue
            clause = _without_preposition(clause)
            if (
                len(clause.words) < SHORTEST
                or not _states(clause, row)
                or _own_plan(clause, row, passage, story)
            ):
                continue
            kind = told_kind(clause, row.cue_lemma)
            certainty = _told_certainty(passage, clause, kind, row, story)
            yield claim_row(passage, place, clause, row.holder, kind, certainty, story, (row.because,))


def _is_another_s(clause: Clause, row: Attribution, rows: Sequence[Attribution]) -> bool:
    """Whether a nearer source inside the content says the clause."""
    return any(
        other.cue != row.cue
        and other.holder is not None
        and other.last - other.first < row.last - row.first
        and row.first <= other.cue < row.last
        and other.covers(clause.head.i)
        for other in rows
    )


def _contents(passage: Passage, row: Attribution) -> Iterator[Clause]:
    """The clauses a content falls into: each sentence of a quote, each coordinated "that" clause."""
    for root, first, last in sentences_between(passage.doc[row.first : row.last]):
        head = passage.doc[row.head] if first <= row.head < last else root
        before, after = (first, last)
        if first <= row.skip[0] < last and row.skip[1] > row.skip[0]:
            # The cue stands inside: keep the side that holds the predicate.
            before, after = (
                (first, row.skip[0]) if head.i < row.skip[0] else (min(row.skip[1], last - 1), last)
            )
        yield from split(head, before, after)


def _without_preposition(clause: Clause) -> Clause:
    """A thing warned or told of without its "of"."""
    nominal = clause.head.pos_ in {"NOUN", "PROPN"} and clause.words[0].lower_ in {"of", "about", "against"}
    return Clause(clause.head, clause.first + 1, clause.last) if nominal else clause


def _states(clause: Clause, row: Attribution) -> bool:
    """Whether the content says that something is so, rather than naming a thing spoken of."""
    clausal = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.head.children)
    if clause.last < len(clause.head.doc) and clause.head.doc[clause.last].text == "?":
        return False
    if clause.head.tag_ == "VB" and not any(c.dep_ in _ASSERTING for c in clause.head.children):
        # An order or appeal ("Let us be clear") states nothing, but "demanded that they leave" does.
        return clausal
    if clausal or any(token.pos_ in {"VERB", "AUX"} for token in clause.words):
        return not str(clause.words.text).rstrip().endswith("?")
    if clause.head.lemma_ in claim_words().recommendation.nouns:
        return True
    if clause.head.doc[row.cue].pos_ == "NOUN":
        # "reports of casualties" only names what somebody has spoken of.
        return False
    return row.cue_lemma in {"confirm", "allege", "deny", "report", "accuse", "predict", "warn"}


def _own_plan(clause: Clause, row: Attribution, passage: Passage, story: Story) -> bool:
    """Whether speakers announce what they themselves will do; that is an event, not a claim."""
    subject = next((child for child in clause.head.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return row.cue_lemma in _ACTS_OF_SPEECH and clause.head.tag_ == "VB"
    mention = story.mentions.actor_at(passage.index, subject.i)
    own = subject.lower_ in _FIRST_PERSON or (mention is not None and row.holder in mention.names)
    own = own or (mention is None and subject.lower_ in _PRONOUNS and row.manner == "indirect")
    if not own:
        return False
    shape = shape_of(clause.head)
    if shape.modal in {"will", "would", "might", "may", "shall"}:
        return True
    return any(
        token.lower_ in {"ready", "prepared", "willing", "plan", "plans", "intend"} for token in clause.words
    )


def _told_certainty(
    passage: Passage, clause: Clause, kind: Kind, row: Attribution, story: Story
) -> Certainty:
    if row.cue_lemma in {"deny", "refute", "dispute", "doubt", "reject"}:
        return "certain" if row.negated else "doubtful"
    return certainty_of(passage, clause.head, kind, story)
