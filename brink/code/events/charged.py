"""Acts told only as what somebody is accused of, punished for or judged by, and on whose word they are so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.lexicon import load_lexicon
from brink.code.grammar import agents, judged_by, judging_verbs, patients, preposition
from brink.code.grammar.charged import Judging
from brink.code.grammar.labels import DEFINITE
from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.rows import ALLEGED, Status
from brink.code.stance.holder import UNNAMED, holder_of
from brink.code.stance.reading import read_predicate
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_DEEDS: Final = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "SANCTION", "PROTEST", "REJECT"})
_SAYING: Final = frozenset({"allege", "charge"})
_ALLEGING: Final = frozenset({"accusation", "allegation", "charge", "suspicion", "complaint"})
_SUPPOSED: Final = frozenset({"alleged", "supposed", "purported", "allegedly", "supposedly", "purportedly"})
_TIES: Final = frozenset({"of", "for", "with", "over", "in"})
_HAVING_DONE: Final = _LISTS["having_done"]
_STATUS: Final[dict[Judging, Status | None]] = {
    "charged": "possible",
    "punished": None,
    "judged": None,
    "cleared": "denied",
}
_FAR: Final = 5


@dataclass(frozen=True, slots=True)
class Charge:
    """The word that holds somebody to account, and what it makes of the deed."""

    word: Token
    how: Judging


def charge_over(made: Draft) -> Charge | None:
    """The charge whose content the act is, or None where the act is told in its own right."""
    step = made.trigger.carrier or made.trigger.token
    for _ in range(_FAR):
        found = _charge_at(step, made)
        if found is not None or step.head == step or not _goes_up(step):
            return found
        step = step.head
    return None


def _charge_at(step: Token, made: Draft) -> Charge | None:
    judge = judged_by(step)
    if judge is not None:
        return Charge(judge, judging_verbs()[judge.lemma_])
    if step.dep_ == "ccomp" and step.head.lemma_ in _SAYING and step.i > step.head.i:
        return Charge(step.head, "charged")
    if step.dep_ in {"acl", "nmod"} and step.head.lemma_ in _ALLEGING and _is_said(step):
        return Charge(step.head, "charged")
    if any(child.lower_ in _SUPPOSED for child in made.trigger.token.children):
        return Charge(made.trigger.token, "charged")
    return _by_noun(step) if step == made.trigger.token else None


def _is_said(step: Token) -> bool:
    """ "Allegations OF torture", "allegations THAT it shelled the town"."""
    return any(child.dep_ in {"case", "mark"} and child.lower_ in {"of", "that"} for child in step.children)


def _by_noun(noun: Token) -> Charge | None:
    """The charge in "accused Chad OF AN ATTACK"; what is called "the attack" is known, not alleged."""
    if noun.pos_ != "NOUN" or preposition(noun) not in _TIES or _is_known(noun):
        return None
    verb = noun.head.head if noun.dep_ == "nmod" and noun.head.dep_ in {"obj", "nsubj:pass"} else noun.head
    how = judging_verbs().get(verb.lemma_)
    tied = verb.i < noun.i and verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"obl", "nmod"}
    return Charge(verb, how) if how == "charged" and tied else None


def _is_known(noun: Token) -> bool:
    return any(child.lower_ in DEFINITE or child.dep_ == "nmod:poss" for child in noun.children)


def _goes_up(step: Token) -> bool:
    """Whether what the word above it is alleged to be, it is too."""
    if step.dep_ in {"xcomp", "ccomp"}:
        return True
    if step.dep_ == "conj":
        return True
    above = step.head.lemma_.lower()
    if step.dep_ == "obj":
        light = load_lexicon().means.light
        return not _is_known(step) or above in light or above in _HAVING_DONE
    return step.dep_ == "nmod" and preposition(step) == "of" and not _is_known(step)


def stands(made: Draft, charge: Charge) -> bool:
    """Whether the deed has a row: one of force, help or breach, by somebody, in a charge that was made."""
    word = charge.word
    if made.type == "SUPPORT" and made.trigger.lemma in {"support", "back"}:
        # Nobody is accused of kind words.
        made.type = "AID"
    if made.type not in _DEEDS or not (made.actors or charge.word == made.trigger.token):
        return False
    return word.pos_ != "VERB" or not (word.head.lemma_ == "deny" or _is_unmade(word))


def _is_unmade(verb: Token) -> bool:
    """ "Did not accuse", "could accuse": nobody has said it."""
    reading = read_predicate(verb)
    return reading.negated or reading.status in {"possible", "planned", "denied"}


def accused_by_noun(noun: Token) -> tuple[Token, ...]:
    """Who is accused in "accused CHAD of an attack", which the noun's own phrase does not say."""
    charge = _by_noun(noun)
    return patients(charge.word) if charge is not None else ()


def take_charge(made: Draft, charge: Charge) -> None:
    """Give the deed the status that the charge leaves it."""
    made.charge = charge.word
    made.status = _STATUS[charge.how] or made.status
    if charge.how == "charged":
        made.doubts.append(ALLEGED)
    shown = charge.word.text
    made.because.append(f"“{shown}” tells it as what somebody is {_WORDS[charge.how]}")


_WORDS: Final[dict[Judging, str]] = {
    "charged": "accused of",
    "punished": "punished for",
    "judged": "judged by",
    "cleared": "cleared of",
}


def accuser(made: Draft, passage: Passage, mentions: Mentions, *, said_by: str | None) -> str | None:
    """Who makes the charge, as a source; else who tells of it, else `unnamed`."""
    word = made.charge
    if word is None:
        return None
    if word == made.trigger.token or word.pos_ not in {"VERB", "AUX"}:
        return said_by or UNNAMED
    speakers = agents(word)
    if not speakers:
        charged = judging_verbs().get(word.lemma_, "charged") == "charged"
        return said_by or (UNNAMED if charged else None)
    return holder_of(passage, speakers[0], mentions, None).name
