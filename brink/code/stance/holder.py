"""What to call the source of a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.mention import Mention, Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.stance.lexicon import attribution_words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.stance")
UNNAMED: Final = "unnamed"
"""Who says what nobody named says: "it is believed", "they say"."""
_PERSONAL: Final = frozenset({"he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those"})
_COUNTED: Final = frozenset({"one", "two", "three", "some", "several", "many", "others", "another", "both"})
"""Words that count speakers and name none: "ONE of them said"."""
_UTTERANCES: Final = _LISTS["utterances"]
_KEPT: Final = frozenset({"compound", "amod", "flat", "nmod:poss", "nummod", "nmod:desc"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A source by name, and its tokens in a passage."""

    name: str
    source: tuple[int, int]
    passage: int


def holder_of(passage: Passage, noun: Token, mentions: Mentions, speaker: Holder | None) -> Holder:
    """The source whose head noun is given: a mention's name, who spoke before, or its words.

    A person named beside a role is preferred ("spokesman Ali Omar"); a pronoun or a bare
    role that no mention resolves stands for whoever spoke last.
    """
    mention = _mention(passage, noun, mentions)
    if speaker is not None and _speaks_of(passage, noun, speaker):
        speaker = None
    if speaker is not None and _goes_on(noun, mention, mentions, speaker):
        return Holder(speaker.name, (noun.i, noun.i + 1), passage.index)
    if mention is not None and mention.names:
        return Holder(" and ".join(mention.names), (mention.first, mention.last), passage.index)
    if speaker is not None and is_anaphor(noun):
        return Holder(speaker.name, (noun.i, noun.i + 1), passage.index)
    known = _surname(noun, mentions) if mention is None or not mention.names else None
    if known is not None:
        return Holder(known, (noun.i, noun.i + 1), passage.index)
    if noun.lower_ in {"he", "she"}:
        return (
            holder_of(passage, _topic(noun), mentions, None)
            if _topic(noun).i != noun.i
            else _named(passage, noun)
        )
    if mention is not None and mention.kind != "unknown" and mention.label:
        return Holder(_bare(mention.surface), (mention.first, mention.last), passage.index)
    return _named(passage, noun)


def _speaks_of(passage: Passage, noun: Token, speaker: Holder) -> bool:
    """Who accuses somebody in "the MINISTER, whom Iran accuses of spying, said" is not whom it means."""
    inside = noun.i < speaker.source[0] <= noun.right_edge.i
    return speaker.passage == passage.index and inside


def _surname(noun: Token, mentions: Mentions) -> str | None:
    """The one person of the story whose last name the word is."""
    if not noun.text.istitle() or noun.pos_ not in {"PROPN", "NOUN"}:
        return None
    found = {
        name
        for mention in mentions.actors
        if mention.kind == "person"
        for name in mention.names
        if " " in name and name.split()[-1] == noun.text
    }
    return found.pop() if len(found) == 1 else None


def _goes_on(noun: Token, mention: Mention | None, mentions: Mentions, speaker: Holder) -> bool:
    """Whether a pronoun that says something is whoever spoke last, whatever it was taken for.

    "He added" after a general's words is the general; "it said" after a person's is not.
    """
    lower = noun.lower_
    if lower not in {"he", "she", "it"} or noun.dep_ not in {"nsubj", "nsubj:outer"}:
        return False
    spoke = mentions.actor_at(speaker.passage, speaker.source[0])
    person = spoke is not None and spoke.kind == "person"
    adds = noun.head.lemma_ in {"add", "continue"} or (noun.head.lemma_ == "go" and lower != "it")
    if lower == "it":
        return not person and spoke is not None and bool(spoke.names) and (adds or _is_aside(noun))
    if mention is not None and mention.names and mention.kind != "person":
        return True
    return adds and person


def _is_aside(noun: Token) -> bool:
    """A speaker and its verb between marks: ", it said,"."""
    doc = noun.doc
    if noun.i == 0 or noun.i + 2 >= len(doc):
        return False
    return doc[noun.i - 1].text in _ASIDE and doc[noun.i + 2].text in _ASIDE | {".", ";"}


_ASIDE: Final = frozenset({",", "—", "–", "--"})


def _named(passage: Passage, noun: Token) -> Holder:
    if noun.pos_ == "PRON" and noun.lower_ in _PERSONAL:
        return Holder(UNNAMED, (noun.i, noun.i + 1), passage.index)
    if noun.lower_ in _COUNTED:
        return Holder(UNNAMED, (noun.i, noun.i + 1), passage.index)
    first, last = _phrase(noun)
    words = passage.doc[first:last]
    if noun.pos_ not in {"PROPN", "X"} and words[0].is_sent_start and words[0].pos_ != "PROPN":
        return Holder(words.text[:1].lower() + words.text[1:], (first, last), passage.index)
    return Holder(passage.doc[first:last].text, (first, last), passage.index)


def _topic(pronoun: Token) -> Token:
    """The subject of the sentence before, for a pronoun that nothing else resolves."""
    start = pronoun.sent.start
    if start == 0:
        return pronoun
    for child in pronoun.doc[start - 1].sent.root.children:
        if child.dep_ in {"nsubj", "nsubj:pass"} and child.pos_ in {"NOUN", "PROPN"}:
            return child
    return pronoun


def _mention(passage: Passage, noun: Token, mentions: Mentions) -> Mention | None:
    covering = mentions.actor_at(passage.index, noun.i)
    for child in noun.children:
        if child.dep_ in {"appos", "flat", "compound", "nmod:desc"} and child.pos_ == "PROPN":
            named = mentions.actor_at(passage.index, child.i)
            if named is not None and named.kind == "person":
                return named
    if covering is not None and covering.kind != "person":
        # "army spokesman Ali Omar": the mention may hold the army alone.
        for token in passage.doc[covering.last : covering.last + 4]:
            named = mentions.actor_at(passage.index, token.i)
            if (
                named is not None
                and named.kind == "person"
                and token.is_ancestor(noun) | noun.is_ancestor(token)
            ):
                return named
    if covering is None and noun.lemma_ in _UTTERANCES | {"report"}:
        return author_of(passage, noun, mentions)
    return covering


def author_of(passage: Passage, noun: Token, mentions: Mentions) -> Mention | None:
    """Whose words a statement holds: "a TTP statement", "the ministry's letter", "a report by the UN"."""
    for child in noun.children:
        by = child.dep_ == "nmod" and any(c.lower_ in {"by", "from"} for c in child.children)
        if by or child.dep_ in {"compound", "nmod:poss", "amod", "nmod:desc"}:
            # "By the UN MONITORING TEAM": the team's name may stand before its noun.
            inner = [c for c in child.children if by and c.dep_ in {"compound", "amod", "nmod:poss"}]
            for place in (child, *inner):
                mention = mentions.actor_at(passage.index, place.i)
                if mention is not None and mention.names:
                    return mention
    return None


def is_anaphor(noun: Token) -> bool:
    """Whether the noun only points back: "he", "the source"."""
    if noun.pos_ == "PRON":
        return noun.lower_ not in {"who", "nobody", "everyone", "many", "some", "others", "we", "i", "you"}
    if noun.lemma_ not in attribution_words().anaphors:
        return False
    kept = [
        child
        for child in noun.children
        if child.dep_ in {"compound", "amod", "nmod", "appos", "flat", "nummod"}
    ]
    return not kept and any(child.lower_ in {"the", "this", "that"} for child in noun.children)


def _phrase(noun: Token) -> tuple[int, int]:
    """The noun with what stands close before it, without its determiner, and a name after it."""
    first = last = noun.i
    for child in noun.children:
        if child.i < noun.i and child.dep_ in _KEPT and child.pos_ not in {"DET", "PUNCT"}:
            first = min(first, child.left_edge.i)
        elif child.dep_ == "flat" or (child.dep_ == "appos" and child.i == noun.i + 1):
            last = max(last, child.right_edge.i if child.dep_ == "flat" else child.i)
    while first < noun.i and (
        noun.doc[first].pos_ in {"DET", "PUNCT"} or noun.doc[first].lower_ in _POSSESSIVES
    ):
        first += 1
    return first, last + 1


_POSSESSIVES: Final = frozenset({"his", "her", "its", "their", "our", "my", "your"})


def _bare(surface: str) -> str:
    first, _, rest = surface.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an", "this", "that"} else surface
