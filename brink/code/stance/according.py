"""The attribution of a phrase: "according to the mayor", "in the envoy's view"."""

from __future__ import annotations

from typing import Final

from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.stance.attributed import Attribution
from brink.code.stance.holder import Holder, holder_of
from brink.code.stance.lexicon import attribution_words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.stance")
_MENTIONED: Final = frozenset({"nmod", "obl", "obj", "nsubj", "compound", "appos"})


def by_preposition(
    passage: Passage, case: Token, mentions: Mentions, speaker: Holder | None
) -> Attribution | None:
    """The attribution of "according to the mayor" over the clause it belongs to."""
    words, noun = attribution_words(), case.head
    if case.lower_ == "in" and noun.lemma_ in _VIEWS:
        owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
        return None if owner is None else _in_view(passage, case, owner, mentions, speaker)
    phrase = " ".join([case.lower_, *(child.lower_ for child in case.children if child.dep_ == "fixed")])
    if phrase not in words.prepositions or noun.dep_ not in _MENTIONED | {"advcl", "advmod", "obl:unmarked"}:
        return None
    if phrase == "per" and noun.pos_ != "PROPN":
        return None
    holder = holder_of(passage, noun, mentions, speaker)
    if noun.lemma_ in words.reports and mentions.actor_at(passage.index, noun.i) is None:
        holder = Holder("reports", holder.source, passage.index)
    return _over(passage, case, noun, holder, phrase)


_VIEWS: Final = _LISTS["views"]


def _in_view(
    passage: Passage, case: Token, owner: Token, mentions: Mentions, speaker: Holder | None
) -> Attribution | None:
    """The attribution of "in the envoy's view"; "in our view" is the article's own."""
    if owner.lower_ in {"my", "our", "your"}:
        return None
    holder = holder_of(passage, owner, mentions, speaker)
    return _over(passage, case, case.head, holder, f"in the {case.head.lower_} of")


def _over(passage: Passage, case: Token, noun: Token, holder: Holder, phrase: str) -> Attribution:
    """The attribution over the clause that a phrase with a preposition belongs to."""
    governor = noun.head
    while governor.dep_ in _MENTIONED and governor.head.i != governor.i:
        governor = governor.head
    return Attribution(
        passage=passage.index,
        first=governor.left_edge.i,
        last=governor.right_edge.i + 1,
        head=governor.i,
        cue=case.i,
        cue_passage=passage.index,
        cue_lemma="according",
        skip=(noun.left_edge.i, noun.right_edge.i + 1),
        source=holder.source,
        holder=holder.name,
        manner="indirect",
        certainty=None,
        because=f"it is “{phrase}” {holder.name}",
    )
