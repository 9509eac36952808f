"""What somebody takes something for: "critics SEE the amnesty AS a gift", "called the deal a betrayal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from brink.code.claims.clauses import Clause
from brink.code.claims.row import Story, claim_row
from brink.code.claims.shape import Kind
from brink.code.claims.unsaid import is_undone
from brink.code.grammar import is_passive, preposition
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.rows import Certainty, Claim
from brink.code.stance.reading import read_predicate
from brink.code.stance.speaker import speaker_of
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.claims")
_WITH_AS: Final = _LISTS["viewing_as"]
_PLAIN: Final = frozenset({"call", "consider", "deem", "brand", "label", "term", "think"})
_SAID: Final = _LISTS["viewing_aloud"]
_HUNG: Final = frozenset({"obl", "advcl", "nmod", "xcomp"})


def viewed(passage: Passage, place: int, story: Story) -> Iterator[tuple[int, Claim]]:
    """Claims of those who take one thing for another, each held by whoever does, with the verb's token."""
    for verb in passage.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in _WITH_AS | _PLAIN or is_passive(verb):
            continue
        clause = view_of(verb)
        if clause is None or is_undone(verb) or verb.tag_ == "VBG":
            continue
        covering = [row for row in story.attributions.covering(passage.index, verb.i) if row.holder]
        holder = speaker_of(passage, verb, story.mentions, None, direct=False)
        if holder is None or not holder.name:
            continue
        why = f"{holder.name} “{verb.text}” it so"
        kind = Kind("assessment", "it says what something is taken for")
        sure = _certainty(verb) if not covering else "probable"
        yield verb.i, claim_row(passage, place, clause, holder.name, kind, sure, story, (why,))


def view_of(verb: Token) -> Clause | None:
    """From what is judged to the end of what it is taken for; None when the verb judges nothing."""
    if verb.dep_ == "acl:relcl":
        return _told_in_passing(verb)
    judged = next((child for child in verb.children if child.dep_ == "obj" and child.i > verb.i), None)
    if judged is None or judged.lower_ in {"himself", "herself", "itself", "themselves", "what", "that"}:
        return None
    named = _taken_for(verb, judged)
    if named is None or named.i <= judged.i:
        return None
    return Clause(named, judged.left_edge.i, named.right_edge.i + 1)


def _told_in_passing(verb: Token) -> Clause | None:
    """ "The group, which the ministry calls a spent force"."""
    pronoun = next((c for c in verb.children if c.dep_ == "obj" and c.i < verb.i), None)
    if pronoun is None or pronoun.lower_ not in {"which", "whom", "that", "who"}:
        return None
    for child in verb.children:
        plain = verb.lemma_ in _PLAIN and child.dep_ in {"xcomp", "obj"} and child.pos_ in {"NOUN", "ADJ"}
        led = (
            verb.lemma_ in _WITH_AS and child.dep_ in _HUNG and (preposition(child) == "as" or _has_as(child))
        )
        if child.i > verb.i and (plain or led):
            return Clause(child, verb.head.left_edge.i, child.right_edge.i + 1)
    return None


def _has_as(word: Token) -> bool:
    return any(child.lower_ == "as" and child.dep_ == "mark" for child in word.children)


def _taken_for(verb: Token, judged: Token) -> Token | None:
    for child in (*verb.children, *judged.children):
        led = preposition(child) == "as" or _has_as(child)
        if led and verb.lemma_ in _WITH_AS and child.i > judged.i and child.dep_ in _HUNG:
            return child if not any(c.lower_ == "such" for c in child.children) else None
        named = child.dep_ == "xcomp" and child.pos_ in {"NOUN", "ADJ"} and verb.lemma_ in _PLAIN
        if named and not any(c.lower_ == "to" for c in child.children):
            return child
    return None


def _certainty(verb: Token) -> Certainty:
    if read_predicate(verb).negated:
        return "doubtful"
    return "certain" if verb.lemma_ in _SAID else "probable"
