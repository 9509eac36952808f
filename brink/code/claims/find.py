"""What a story, and those it quotes, hold to be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from brink.code.claims.clauses import Clause, clauses, sentences_between, split
from brink.code.claims.kind import Kind, own_kind, shape_of, told_kind
from brink.code.claims.lexicon import claim_words
from brink.code.mention import Mentions
from brink.code.passage import Passage, Setting
from brink.code.rows import Certainty, Claim, Figure, row_id
from brink.code.stance import Attribution, Attributions, find_attributions, standing

_FIRST_PERSON: Final = frozenset({"we", "i"})
_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_ACTS_OF_SPEECH: Final = frozenset({"announce", "declare", "vow", "promise", "pledge", "threaten", "ask", "urge", "demand"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_SHORTEST: Final = 2
"""Words below which a content is a quoted term and not a claim."""


@dataclass(frozen=True, slots=True)
class _Story:
    """What the rules need of a story, found once."""

    setting: Setting
    mentions: Mentions
    attributions: Attributions
    figures: Sequence[Sequence[Figure]]


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
    story = _Story(setting, mentions, known, figures)
    found: dict[str, Claim] = {}
    for place, passage in enumerate(passages):
        rows = [*_told(passage, place, story), *_own(passage, place, story)]
        for claim in sorted(rows, key=lambda row: (row.quote.start, row.quote.end)):
            found.setdefault(claim.id, claim)
    return list(found.values())


# --- told by somebody ------------------------------------------------------------------------


def _told(passage: Passage, place: int, story: _Story) -> Iterator[Claim]:
    rows = story.attributions.of_passage(passage.index)
    inner = {row.cue for row in rows if row.cue_passage == passage.index and row.holder is not None}
    for row in rows:
        if row.holder is None:
            continue
        for clause in _contents(passage, row):
            if clause.head.i in inner or _is_another_s(clause, row, rows):
                continue
            if len(clause.words) < _SHORTEST or not _states(clause, row) or _own_plan(clause, row, passage, story):
                continue
            kind = told_kind(clause, row.cue_lemma)
            certainty = _told_certainty(passage, clause, kind, row, story)
            yield _claim(passage, place, clause, row.holder, kind, certainty, story, (row.because,))


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
            before, after = (first, row.skip[0]) if head.i < row.skip[0] else (min(row.skip[1], last - 1), last)
        yield from split(head, before, after)


def _states(clause: Clause, row: Attribution) -> bool:
    """Whether the content says that something is so, rather than naming a thing spoken of."""
    clausal = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.head.children)
    if clausal or any(token.pos_ in {"VERB", "AUX"} for token in clause.words):
        return clause.words.text.rstrip()[-1:] != "?"
    if clause.head.lemma_ in claim_words().recommendation.nouns:
        return True
    return row.cue_lemma in {"confirm", "allege", "deny", "report", "accuse", "predict", "warn"}


def _own_plan(clause: Clause, row: Attribution, passage: Passage, story: _Story) -> bool:
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
    return any(token.lower_ in {"ready", "prepared", "willing", "plan", "plans", "intend"} for token in clause.words)


def _told_certainty(
    passage: Passage, clause: Clause, kind: Kind, row: Attribution, story: _Story
) -> Certainty:
    if row.cue_lemma in {"deny", "refute", "dispute", "doubt", "reject"}:
        return "certain" if row.negated else "doubtful"
    return _certainty(passage, clause.head, kind, story)


# --- in the article's own voice --------------------------------------------------------------


def _own(passage: Passage, place: int, story: _Story) -> Iterator[Claim]:
    said = {row.cue for row in story.attributions.of_passage(passage.index) if row.holder is not None}
    for sentence in passage.doc.sents:
        if sentence.text.rstrip().endswith("?"):
            continue
        for clause in clauses(sentence):
            head = clause.head
            if head.i in said or len(clause.words) <= _SHORTEST or not _has_predicate(clause):
                continue
            if any(row.holder is not None for row in story.attributions.covering(passage.index, head.i)):
                continue
            kind = own_kind(clause, by_actor=_by_actor(passage, head, story), figures=_counts(passage, place, clause, story))
            if kind is not None:
                certainty = _certainty(passage, head, kind, story)
                yield _claim(passage, place, clause, "article", kind, certainty, story, ())


def _has_predicate(clause: Clause) -> bool:
    return any(child.dep_ in _SUBJECTS or child.dep_ in {"expl", "csubj"} for child in clause.head.children) or (
        clause.head.dep_ == "conj"
    )


def _by_actor(passage: Passage, head: Token, story: _Story) -> bool:
    return any(
        child.dep_ in {"nsubj", "nsubj:pass"} and story.mentions.actor_at(passage.index, child.i) is not None
        for child in head.children
    )


def _counts(passage: Passage, place: int, clause: Clause, story: _Story) -> bool:
    return any(
        figure.role is None and (figure.unit in claim_words().fact.units or figure.unit == "events")
        for figure in _figures(passage, place, clause, story)
    )


# --- rows ------------------------------------------------------------------------------------


def _certainty(passage: Passage, head: Token, kind: Kind, story: _Story) -> Certainty:
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
    if judged.status == "planned" and judged.certainty == "probable" and shape_of(head).modal in {"will", "shall"}:
        hedged = any(token.lower_ in {"probably", "likely"} for token in head.children)
        return "probable" if hedged else "certain"
    return judged.certainty


def _open(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and shape_of(clause).modal in {"may", "might", "could"}


def _figures(passage: Passage, place: int, clause: Clause, story: _Story) -> tuple[Figure, ...]:
    if place >= len(story.figures):
        return ()
    words = clause.words
    start, end = passage.start + words.start_char, passage.start + words.end_char
    return tuple(figure for figure in story.figures[place] if start <= figure.start and figure.end <= end)


def _claim(
    passage: Passage,
    place: int,
    clause: Clause,
    holder: str,
    kind: Kind,
    certainty: Certainty,
    story: _Story,
    because: tuple[str, ...],
) -> Claim:
    quote = passage.quote(clause.words)
    return Claim(
        id=row_id("claim", quote, holder, kind.kind),
        story=story.setting.story,
        quote=quote,
        holder=holder,
        about=_about(passage, clause, story),
        kind=kind.kind,
        certainty=certainty,
        figures=_figures(passage, place, clause, story),
        because=(*because, kind.because),
    )


def _about(passage: Passage, clause: Clause, story: _Story) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for mention in story.mentions.in_passage(passage.index):
        if clause.first <= mention.first and mention.last <= clause.last:
            found.update(dict.fromkeys(mention.names))
    return tuple(found)
