"""A participle after who says so: "the army shelled the town, A SPOKESMAN SAID, KILLING three"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.pipeline.reduced import SUFFERED, child_of, tie
from brink.code.wordlists import word_lists

_SAYING: Final = frozenset(
    {"said", "says", "say", "reported", "reports", "confirmed", "announced", "added", "told", "claimed"}
)
_QUOTES: Final = frozenset({'"', "”", "''", "’", "'"})
_SPEAKING: Final = word_lists("brink.code.pipeline", "trailing.yaml")["speaking"]
_SPEAKERS_OWN: Final = frozenset({"i", "we", "you"})


def goes_on(verb: Token) -> bool:
    """Hang such a participle on the verb that is told, not on the speech; whether it was so.

    What a speaker does while speaking ("adding that", "citing") stays the speaker's, and so does what
    follows a quotation.
    """
    if verb.i < 4 or (verb.tag_ != "VBG" and not _goes_on_harming(verb)):
        return False
    if verb.tag_ == "VBG" and verb.lower_ in _SPEAKING and not _asks_ransom(verb):
        return verb.lower_ in _ADDING and _adds(verb)
    joined = verb.tag_ != "VBG"
    if any(c.i < verb.i and c.dep_ in _OPENING and (c.dep_ != "cc" or not joined) for c in verb.children):
        return False
    speech = _speech_over(verb)
    told = _told_before(speech, verb, joined=joined) if speech is not None else None
    if speech is None or told is None or verb.nbor(-2 if joined else -1).text != ",":
        return False
    tie(verb, told, "conj" if joined else "advcl")
    for thing in [child for child in speech.children if joined and child.dep_ == "obj" and child.i > verb.i]:
        _list_harm(thing, verb)
    return True


def past_relative(verb: Token) -> bool:
    """ "Israel, which says it protects them, BOMBED the ministry, KILLING three", as what it says."""
    inner = verb.head
    while inner.dep_ in ("ccomp", "xcomp", "conj") and inner.head.i < inner.i:
        inner = inner.head
    if inner.dep_ != "acl:relcl" or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    doer = inner.head
    main = doer.head
    if doer.dep_ not in ("nsubj", "nsubj:pass") or not inner.i < main.i < verb.i:
        return False
    tie(verb, main, "advcl")
    return True


def _list_harm(thing: Token, verb: Token) -> None:
    """ "… and executed civilians, LOOTED HOMES and burned shops", with homes as what was said."""
    for noun in (thing, *[child for child in thing.children if child.dep_ == "conj"]):
        deed = next((c for c in noun.children if c.dep_ == "amod" and c.lower_ in _HARMS), None)
        if deed is not None:
            tie(deed, verb, "conj")
            tie(noun, deed, "obj")
            deed.pos_, deed.tag_ = "VERB", "VBD"


_OPENING: Final = frozenset({"mark", "nsubj", "aux", "cc", "case", "cop"})
_RANSOM: Final = frozenset({"ransom", "money", "payment", "cash"})


def _asks_ransom(verb: Token) -> bool:
    """ "Kidnapped a doctor, police said, DEMANDING a ransom": the police demand none."""
    return verb.lower_ == "demanding" and any(child.lower_ in _RANSOM for child in verb.children)


def _goes_on_harming(verb: Token) -> bool:
    """ "The troops sided with the clans, residents said, and EXECUTED civilians"."""
    return (
        verb.dep_ == "conj"
        and verb.lower_ in _HARMS
        and verb.tag_ in ("VBD", "VBN")
        and verb.nbor(-1).lower_ == "and"
        and not any(child.dep_.startswith("aux") for child in verb.children)
    )


_LISTS: Final = word_lists("brink.code.pipeline")
_HARMS: Final = (SUFFERED | _LISTS["harming_things"]) - _LISTS["done_by_speakers"] - _LISTS["of_courts"]


_ADDING: Final = word_lists("brink.code.pipeline")["adding"]


def _adds(verb: Token) -> bool:
    """Hang what a speaker adds on the speech: "the charity said 12 were abducted, CALLING for more money"."""
    told = verb.head
    speech = told.head
    if verb.dep_ not in ("advcl", "xcomp", "conj") or told.dep_ != "ccomp" or verb.nbor(-1).text != ",":
        return False
    if speech.lower_ not in _SAYING or not speech.i < told.i < verb.i:
        return False
    tie(verb, speech, "advcl")
    return True


def _speech_over(verb: Token) -> Token | None:
    """The verb of saying before the participle, which hangs on it or on the speaker after it."""
    above = verb.head
    if verb.dep_ in ("acl", "appos", "conj") and above.dep_ == "nsubj" and above.head.i < above.i:
        above = above.head
    elif verb.dep_ not in ("advcl", "ccomp", "xcomp", "parataxis", "conj"):
        return None
    return above if above.lower_ in _SAYING and above.i < verb.i else None


def _told_before(speech: Token, verb: Token, *, joined: bool) -> Token | None:
    """The last verb of what is told, if it stands before the speech, without quotation marks."""
    told = next((c for c in speech.children if c.dep_ == "ccomp" and c.i < speech.i), None)
    if told is None and speech.dep_ == "parataxis" and speech.head.i < speech.i:
        told = speech.head
    if told is None or (_says_after(speech, verb) and not joined):
        return None
    if any(token.text in _QUOTES for token in speech.doc[max(speech.i - 8, told.i) : speech.i]):
        return None
    told = max([told, *(c for c in told.children if c.dep_ == "conj" and c.i < speech.i)], key=lambda c: c.i)
    doer = child_of(told, "nsubj")
    if joined and child_of(told, "aux:pass") is not None:
        return None
    if told.tag_[0] != "V" or (doer is not None and doer.lower_ in _SPEAKERS_OWN):
        return None
    return told


def _says_after(speech: Token, verb: Token) -> bool:
    """Whether what is told follows: "said THAT"."""
    return any(c.i > speech.i and c != verb and c.dep_ in ("ccomp", "obj") for c in speech.children)
