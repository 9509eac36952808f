"""Claims that the text hands to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from brink.code.claims.clauses import Clause, sentences_between, split
from brink.code.claims.kind import told_kind
from brink.code.claims.lexicon import claim_words
from brink.code.claims.row import Story, certainty_of, claim_row
from brink.code.claims.shape import Kind, shape_of
from brink.code.claims.unsaid import denies_belief, is_unsaid, is_untrue, lacks_evidence
from brink.code.grammar import is_passive
from brink.code.grammar.labels import FINITE_TAGS, SUBJECT_OR_TOPIC
from brink.code.parsed import Span, Token
from brink.code.passage import Passage
from brink.code.rows import Certainty, Claim
from brink.code.stance import Attribution
from brink.code.stance.lexicon import attribution_words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.claims")
_FIRST_PERSON: Final = frozenset({"we", "i"})
_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_ACTS_OF_SPEECH: Final = _LISTS["acts_of_speech"]
_ADDRESSING: Final = frozenset({"ask", "call", "order", "invite", "condemn", "welcome", "thank", "appeal"})
_MINE: Final = frozenset({"his", "her", "its", "their", "our", "my"})
_ECHOING: Final = frozenset({"PRON", "AUX", "PART", "PUNCT", "INTJ"})
_SIDES: Final = _LISTS["sides"]
_ASSERTING: Final = SUBJECT_OR_TOPIC | {"aux", "cop", "expl"}
SHORTEST: Final = 2
"""Words below which a content is a quoted term and not a claim."""


def told(passage: Passage, place: int, story: Story) -> Iterator[Claim]:
    rows = story.attributions.of_passage(passage.index)
    inner = {row.cue for row in rows if row.cue_passage == passage.index and row.holder is not None}
    for row in rows:
        holder = row.holder or _writer(passage, row)
        if holder is None or is_unsaid(passage, row):
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
            yield claim_row(passage, place, clause, holder, kind, certainty, story, (row.because,))


def _writer(passage: Passage, row: Attribution) -> str | None:
    """The article, where it says "we assess that …" itself."""
    if row.holder is not None or row.source is None or row.cue_passage != passage.index:
        return None
    return "article" if passage.doc[row.source[0]].lower_ in _FIRST_PERSON else None


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
        inside = first <= row.skip[0] < last and row.skip[1] > row.skip[0]
        if inside and not _spans(head, row.skip):
            # The cue stands inside: keep the side that holds the predicate.
            ahead = head.i < row.skip[0] and not _is_condition(passage.doc[first : row.skip[0]], head)
            before, after = (first, row.skip[0]) if ahead else (min(row.skip[1], last - 1), last)
            head = head if before <= head.i < after else passage.doc[before:after].root
        if row.cue_passage == passage.index:
            after = _said_until(head, passage.doc[row.cue], after)
        for clause in split(head, before, after):
            yield _with_subject(clause)


def _is_condition(words: Span, head: Token) -> bool:
    """ "IF THE DAM GOES, he said, …": what is said stands behind the speaker."""
    return words[0].lower_ in {"if", "unless", "when", "once"} and head.dep_ in {"advcl", "ccomp", "ROOT"}


def _spans(head: Token, skip: tuple[int, int]) -> bool:
    """Whether the predicate's subject stands before the cue and the predicate behind it."""
    return any(
        child.dep_ in SUBJECT_OR_TOPIC and child.i < skip[0] <= skip[1] <= head.i for child in head.children
    )


def _said_until(head: Token, cue: Token, last: int) -> int:
    """Where the speaker goes on to another act: "denied that it was so | AND CALLED for calm"."""
    speaking = attribution_words().verbs | _ADDRESSING
    if not any(child.dep_ in {"aux", "aux:pass"} for child in head.children):
        return last
    for token in head.children:
        goes_on = token.dep_ == "conj" and head.i < token.i < last and token.lemma_ in speaking
        alone = not any(child.dep_ in _ASSERTING for child in token.children)
        if goes_on and alone and token.tag_ == cue.tag_ and token.tag_ in FINITE_TAGS:
            joint = next((c.i for c in token.children if c.dep_ == "cc"), token.i)
            return int(joint)
    return last


def _with_subject(clause: Clause) -> Clause:
    """ "THE GENERALS ARE SAID to profit": the clause with the subject its infinitive lacks."""
    verb = clause.head.head
    raised = clause.head.dep_ == "xcomp" and is_passive(verb) and verb.i < clause.first
    subject = (
        next((child for child in verb.children if child.dep_ in SUBJECT_OR_TOPIC), None) if raised else None
    )
    return Clause(clause.head, subject.left_edge.i, clause.last) if subject is not None else clause


def _without_preposition(clause: Clause) -> Clause:
    """A thing warned or told of without its "of"."""
    bare = clause.head.pos_ in {"NOUN", "PROPN"} or clause.head.tag_ == "VBG" or _is_gerund(clause.head)
    nominal = bare and clause.words[0].lower_ in {"of", "about", "against"}
    return Clause(clause.head, clause.first + 1, clause.last) if nominal else clause


def _is_gerund(head: Token) -> bool:
    return any(child.tag_ == "VBG" and child.dep_ in {"aux", "aux:pass"} for child in head.children)


def _states(clause: Clause, row: Attribution) -> bool:
    """Whether the content says that something is so, rather than naming a thing spoken of."""
    clausal = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.head.children)
    if clause.last < len(clause.head.doc) and clause.head.doc[clause.last].text == "?":
        return False
    if all(token.pos_ in _ECHOING or token.lower_ == "have" for token in clause.words):
        # "We have not" says nothing without the question.
        return False
    if clause.head.tag_ == "VB" and not any(c.dep_ in _ASSERTING for c in clause.head.children):
        # An order or appeal ("Let us be clear") states nothing, but "demanded that they leave" does.
        return clausal or clause.first < clause.head.head.i < clause.head.i
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
    subject = next((child for child in clause.head.children if child.dep_ in SUBJECT_OR_TOPIC), None)
    if subject is None:
        return row.cue_lemma in _ACTS_OF_SPEECH and clause.head.tag_ == "VB"
    mention = story.mentions.actor_at(passage.index, subject.i)
    own = subject.lower_ in _FIRST_PERSON or (mention is not None and row.holder in mention.names)
    own = own or _is_own_side(subject)
    own = own or (mention is None and subject.lower_ in _PRONOUNS and row.manner == "indirect")
    if not own:
        return False
    shape = shape_of(clause.head)
    if shape.modal in {"will", "would", "might", "may", "shall"}:
        return True
    return any(
        token.lower_ in {"ready", "prepared", "willing", "plan", "plans", "intend"} for token in clause.words
    )


def _is_own_side(subject: Token) -> bool:
    """ "said ITS GROUP would stay away": the speaker's own side acts."""
    mine = any(c.dep_ == "nmod:poss" and c.lower_ in _MINE for c in subject.children)
    return mine and subject.lemma_ in _SIDES


def _told_certainty(
    passage: Passage, clause: Clause, kind: Kind, row: Attribution, story: Story
) -> Certainty:
    if row.cue_lemma in {"deny", "refute", "dispute", "doubt", "reject"}:
        return "possible" if row.negated else "doubtful"
    if is_untrue(clause.head) or (row.cue_passage == passage.index and lacks_evidence(passage.doc[row.cue])):
        return "doubtful"
    if row.cue_passage == passage.index and denies_belief(passage.doc[row.cue]):
        return "doubtful"
    return certainty_of(passage, clause.head, kind, story)
