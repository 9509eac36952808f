"""Claims that the article makes in its own voice."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from brink.code.claims.clauses import Clause, clauses
from brink.code.claims.kind import own_kind, told_kind
from brink.code.claims.lexicon import claim_words
from brink.code.claims.row import Story, certainty_of, claim_row, figures_in
from brink.code.claims.told import SHORTEST
from brink.code.claims.unsaid import is_open
from brink.code.grammar.labels import SUBJECT_OR_TOPIC
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.rows import Certainty, Claim
from brink.code.stance.holder import UNNAMED
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.claims")


def own(passage: Passage, place: int, story: Story, views: Container[int]) -> Iterator[Claim]:
    """`views` holds the verbs whose view is somebody else's claim already."""
    said = {
        row.cue
        for row in story.attributions.of_passage(passage.index)
        if row.holder is not None and not is_open(passage, row)
    }
    for sentence in passage.doc.sents:
        if sentence.text.rstrip().endswith("?"):
            continue
        for clause in clauses(sentence):
            head = clause.head
            if head.i in said or head.i in views:
                continue
            if len(clause.words) <= SHORTEST + 1 or not _has_predicate(clause):
                continue
            if any(row.holder is not None for row in story.attributions.covering(passage.index, head.i)):
                continue
            offered = is_offered(head)
            kind = own_kind(
                clause,
                by_actor=_by_actor(passage, head, story),
                figures=_counts(passage, place, clause, story),
            )
            kind = kind or (told_kind(clause, "argue") if offered else None)
            if kind is not None:
                certainty: Certainty = "possible" if offered else certainty_of(passage, head, kind, story)
                holder = UNNAMED if offered else "article"
                why = ("it is one explanation among others",) if offered else ()
                yield claim_row(passage, place, clause, holder, kind, certainty, story, why)


def is_offered(head: Token) -> bool:
    """Whether a clause gives one reading of several: "one theory is that …", "a third view holds …".

    Somebody holds it, and the article does not say that it does.
    """
    return any(
        child.dep_ in SUBJECT_OR_TOPIC
        and child.lemma_.lower() in _READINGS
        and any(c.lower_ in _AMONG and c.i < child.i for c in child.children)
        for child in head.children
    )


_READINGS: Final = _LISTS["readings"]
_AMONG: Final = frozenset(
    {"one", "a", "an", "another", "second", "third", "fourth", "other", "competing", "rival", "alternative",
     "some", "possible"}
)  # fmt: skip


def _has_predicate(clause: Clause) -> bool:
    if clause.words[0].text[0] in "'’":
        # What stands before a clitic was cut away with another clause.
        return False
    return any(
        child.dep_ in SUBJECT_OR_TOPIC or child.dep_ in {"expl", "csubj"} for child in clause.head.children
    ) or (clause.head.dep_ == "conj" and any(child.dep_ == "cc" for child in clause.head.children))


def _by_actor(passage: Passage, head: Token, story: Story) -> bool:
    return any(
        child.dep_ in {"nsubj", "nsubj:pass"} and story.mentions.actor_at(passage.index, child.i) is not None
        for child in head.children
    )


def _counts(passage: Passage, place: int, clause: Clause, story: Story) -> bool:
    return any(
        figure.role is None and (figure.unit in claim_words().fact.units or figure.unit == "events")
        for figure in figures_in(passage, place, clause, story)
    )
