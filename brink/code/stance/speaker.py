"""Who speaks: the source of an attribution, read off its cue."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import is_passive, preposition
from brink.code.grammar.labels import FINITE_TAGS, SUBJECT_OR_TOPIC
from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.stance.holder import UNNAMED, Holder, author_of, holder_of
from brink.code.stance.lexicon import attribution_words
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.stance")
_FAR: Final = 6
_HEARERS: Final = frozenset({"tell", "inform", "advise", "remind", "warn", "notify"})
_DONE_TO: Final = frozenset({"threaten", "promise", "urge", "advise", "charge", "challenge", "decide"})
"""Verbs whose passive tells what was done to its subject: "threatened by gangs that nobody curbs"."""
_TIMES: Final = _LISTS["times_that_see"]
_ANYBODY: Final = frozenset({"what", "who", "which", "whoever", "nobody", "none"})


def speaker_of(
    passage: Passage, verb: Token, mentions: Mentions, speaker: Holder | None, *, direct: bool
) -> Holder | None:
    """The source of a verb of saying; the empty name when a thing shows it; None when nobody speaks."""
    subject = subject_of(verb, passage, mentions)
    if subject is None or subject.dep_ == "expl":
        return _impersonal(passage, verb, mentions)
    if is_passive(verb) and not direct and any(child.dep_ in SUBJECT_OR_TOPIC for child in verb.children):
        if verb.lemma_ in _DONE_TO:
            return None
        if any(child.dep_ == "obl:agent" for child in verb.children):
            return _impersonal(passage, verb, mentions, always=True)
        return None if verb.lemma_ in _HEARERS else _impersonal(passage, verb, mentions)
    if subject.lemma_.lower() in _TIMES and mentions.actor_at(passage.index, subject.i) is None:
        return None
    if subject.lower_ == "responsibility":
        # "An attack for which rebels claimed RESPONSIBILITY", misread as who claims.
        return None
    if subject.lower_ == "nothing":
        return Holder("", (subject.i, subject.i + 1), passage.index)
    if subject.lower_ in _ANYBODY and subject.head.dep_ != "acl:relcl":
        return None
    if mentions.actor_at(passage.index, subject.i) is None:
        thing = _thing(passage, verb, subject, mentions, direct=direct)
        if thing is not None or subject.lower_ in {"i", "we", "you"}:
            return thing
    return holder_of(passage, subject, mentions, speaker)


def _thing(
    passage: Passage, verb: Token, subject: Token, mentions: Mentions, *, direct: bool
) -> Holder | None:
    """The source when the subject is no actor: "reports", or nobody but the article."""
    words, place = attribution_words(), (subject.i, subject.i + 1)
    # A word that opens a sentence may be tagged as a name, and keeps its capital.
    named = subject.lemma_.lower()
    if named in words.reports and author_of(passage, subject, mentions) is None:
        return Holder("reports", place, passage.index)
    if subject.pos_ in {"PRON", "DET"}:
        shows = subject.lower_ in {"this", "that", "it", "which", "all"} and not direct
        return Holder("", place, passage.index) if shows else None
    if named in words.texts:
        return None
    silent = verb.lemma_ in words.evidence_verbs and subject.pos_ == "NOUN" and named not in words.people
    return Holder("", place, passage.index) if silent or named in words.exhibits else None


def _impersonal(passage: Passage, verb: Token, mentions: Mentions, *, always: bool = False) -> Holder | None:
    """The agent of a passive, or "unnamed" for "it is believed that"."""
    if not is_passive(verb) or not (always or verb.lemma_ in attribution_words().impersonal):
        return None
    agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    if agent is not None:
        return holder_of(passage, agent, mentions, None)
    return Holder(UNNAMED, (verb.i, verb.i + 1), passage.index)


def subject_of(verb: Token, passage: Passage, mentions: Mentions) -> Token | None:
    """Subject of the cue, shared with the verb it is joined or adjoined to."""
    step = verb
    for _ in range(_FAR):
        subjects = [child for child in step.children if child.dep_ in SUBJECT_OR_TOPIC]
        if subjects:
            return _antecedent(_best(subjects, step, passage, mentions))
        misread = _misread_subject(step)
        if misread is not None:
            return misread
        expletive = next((child for child in step.children if child.dep_ == "expl"), None)
        if expletive is not None:
            return expletive
        telling = told_by(step, verb)
        if telling is not None:
            step = telling
            continue
        if step.dep_ in {"acl", "acl:relcl"} and step.tag_ in {"VBG", "VBD", "VBZ", "VBP"}:
            return step.head
        if step.dep_ not in {"conj", "xcomp", "advcl"} or step.head.pos_ not in {"VERB", "AUX", "ADJ"}:
            return None
        if step.dep_ == "advcl" and step.tag_ not in {"VBG", "VB"}:
            return None
        step = step.head
    return None


def _misread_subject(verb: Token) -> Token | None:
    """The name right before a finite verb that the parse put into it: "and KUGELMAN predicts that"."""
    if verb.i == 0 or verb.tag_ not in FINITE_TAGS:
        return None
    before = verb.nbor(-1)
    hung = before.dep_ in {"compound", "nmod:desc", "flat"} and before.head.i == verb.i
    return before if hung and before.pos_ in {"PROPN", "NOUN"} else None


def told_by(step: Token, verb: Token) -> Token | None:
    """The verb of saying that a cue goes on from, though the parse hung it in what is said.

    "Denied that the shots had come from there and REPEATED …", "said two were hurt, ADDING …".
    """
    if step.i != verb.i:
        return None
    if verb.dep_ == "conj":
        inner = verb.head
        joined = inner.dep_ == "ccomp" and verb.tag_ == inner.head.tag_ and verb.tag_ in FINITE_TAGS
        aided = any(child.dep_ in {"aux", "aux:pass"} for child in inner.children)
        return inner.head if joined and aided and _says(inner.head) else None
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text != "," or _has_subject(verb):
        return None
    above = verb.head
    for _ in range(_FAR):
        if _says(above) and above.i < verb.i and above.tag_ in FINITE_TAGS and _has_subject(above):
            return above
        if above.head.i == above.i:
            return None
        above = above.head
    return None


def _says(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_ in attribution_words().verbs


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECT_OR_TOPIC for child in verb.children)


def _best(subjects: list[Token], verb: Token, passage: Passage, mentions: Mentions) -> Token:
    """Of subjects the parse left side by side ("army chief Omar"), a person, else the nearest."""
    for token in subjects:
        mention = mentions.actor_at(passage.index, token.i)
        if mention is not None and mention.kind == "person":
            return token
    return min(subjects, key=lambda token: abs(token.i - verb.i))


def _antecedent(subject: Token) -> Token:
    if subject.lower_ in {"who", "which", "that"} and subject.head.dep_ == "acl:relcl":
        return subject.head.head
    return subject


def owner_of(passage: Passage, noun: Token, mentions: Mentions, speaker: Holder | None) -> Holder | None:
    """Whose claim, report or fear a noun names: "the army's claim", "a warning by the UN"."""
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and preposition(child) in {"by", "from"}):
            return holder_of(passage, child, mentions, speaker)
        if child.dep_ in {"amod", "compound"} and mentions.actor_at(passage.index, child.i) is not None:
            return holder_of(passage, child, mentions, speaker)
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_ in {"make", "issue", "voice", "repeat", "express"}:
        subject = subject_of(verb, passage, mentions)
        return holder_of(passage, subject, mentions, speaker) if subject is not None else None
    return None
