"""Deaths and damage that nobody is said to have done: accidents, illness and disasters are no acts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from brink.code.events.circumstances import means_of
from brink.code.events.draft import Draft
from brink.code.events.lexicon import Lexicon
from brink.code.events.outcome import is_effect_only
from brink.code.grammar import agents, is_passive, noun_complements, subjects
from brink.code.parsed import Span, Token
from brink.code.rows import Event
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_DYING: Final = _LISTS["dying"]
_OPEN: Final = _DYING | _LISTS["outcomes"]
_FLOWN: Final = frozenset({"airstrike", "drone-strike"})
"""Means that also crash by themselves."""
_TOOLS: Final = frozenset({"mine", "tank", "device", "shell", "club", "stone"})
"""Means whose words mean other things as often."""
_LAST: Final = 3
"""Acts back within which an attack told before is what people died of."""


def without_mishaps(drafts: Sequence[Draft], lexicon: Lexicon, told: Collection[Event]) -> list[Draft]:
    """The drafts less deaths and injuries without a doer that no words lay to force.

    Force is another act of violence or a weapon in the sentence. Else a death needs an attack told
    shortly before, and whoever "was killed" is taken for killed by somebody unless the sentence, or the
    one before it, tells of an accident, an illness or a disaster.
    """
    suspects = [made for made in drafts if _is_suspect(made)]
    if not suspects:
        return list(drafts)
    sound = [made for made in drafts if made.type == "ASSAULT" and not any(made is one for one in suspects)]
    forced = {made.trigger.token.sent.start for made in sound}
    dropped = {id(made) for made in suspects if _is_mishap(made, forced, lexicon, told)}
    return [made for made in drafts if id(made) not in dropped]


def _is_suspect(made: Draft) -> bool:
    """Whether only the outcome is told, of which nobody is named or described as the doer."""
    bare = made.type == "ASSAULT" and not made.actors and is_effect_only(made.trigger)
    return bare and made.trigger.lemma in _OPEN and made.mode is None


def _is_mishap(made: Draft, forced: set[int], lexicon: Lexicon, told: Collection[Event]) -> bool:
    token = made.trigger.token
    sentence = token.sent
    if sentence.start in forced or _has_weapon(sentence, token, lexicon):
        return False
    if _tells_mishap(sentence, lexicon) or _is_done_by_thing(made, lexicon):
        return True
    before = token.doc[max(0, sentence.start - 1)].sent if sentence.start else None
    if before is not None and before.start not in forced and _tells_mishap(before, lexicon):
        return True
    if made.trigger.lemma not in _DYING and not _stands_for_cause(made):
        return False
    if any(token.lemma_.lower() in lexicon.means.irregular and not _says_where(token) for token in sentence):
        return False
    earlier = any(start < sentence.start for start in forced)
    return not (earlier or _attacked_before(told))


def _says_where(token: Token) -> bool:
    """ "REBEL-held areas": who holds the ground has killed nobody by that."""
    doc, i = token.doc, token.i
    return i + 2 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].lower_ in {"held", "controlled", "run"}


def _stands_for_cause(made: Draft) -> bool:
    """ "It killed ten", whatever "it" was."""
    verb = made.trigger.token
    doing = () if made.trigger.nominal or is_passive(verb) else agents(verb)
    return bool(doing) and all(token.pos_ in {"PRON", "DET"} for token in doing)


def _attacked_before(told: Collection[Event]) -> bool:
    """Whether the last acts of the story are of force."""
    last = list(told)[-_LAST:]
    return any(one.type == "ASSAULT" and one.status in {"happened", "ongoing"} for one in last)


def _is_done_by_thing(made: Draft, lexicon: Lexicon) -> bool:
    """ "COUGH SYRUP killed 66 children": the doer is a thing or a beast, no person and no weapon."""
    verb = made.trigger.token
    if made.trigger.nominal or is_passive(verb) or "agent" in made.frame.recipient:
        return False
    doing = [token for token in agents(verb) if token.pos_ == "NOUN"]
    means = lexicon.means
    known = means.people | means.armed | means.forceful
    return bool(doing) and not any(
        token.lemma_.lower() in known or means_of((token,), lexicon) is not None for token in doing
    )


def _has_weapon(sentence: Span, outcome: Token, lexicon: Lexicon) -> bool:
    words = [token for token in sentence if token != outcome and token.lemma_.lower() not in _TOOLS]
    found = means_of(words, lexicon)
    return found is not None and found[0] not in _FLOWN


def _tells_mishap(sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a word of the sentence names an accident, an illness or a disaster."""
    for token in sentence:
        if token.pos_ not in {"NOUN", "PROPN", "VERB", "ADJ"}:
            continue
        forms = {str(token.lemma_).lower(), str(token.lower_), str(token.lower_).removesuffix("s")}
        if not forms.isdisjoint(lexicon.senses.mishaps) and not _is_of_act(token, lexicon):
            return True
        if token.lower_ == "fire" and any(child.lower_ in {"a", "the"} for child in token.children):
            return True
    return False


def _is_of_act(token: Token, lexicon: Lexicon) -> bool:
    """ "The truce COLLAPSED", "an OUTBREAK of fighting": said of an act and not of the weather."""
    said_of = (*noun_complements(token).get("of", ()), *subjects(token))
    return any(noun.lemma_.lower() in lexicon.nouns for noun in said_of)
