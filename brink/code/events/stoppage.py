"""Strikes of those who down tools, told apart from strikes of those who bomb."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from brink.code.events.lexicon import Expression, Lexicon
from brink.code.grammar import agents, noun_complements, obliques
from brink.code.grammar.labels import DAYS
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_AIMED: Final = ("on", "at", "into")
_CALLERS: Final = _LISTS["callers"]


def as_stoppage(noun: Token, lexicon: Lexicon) -> tuple[Expression, ...]:
    """What a strike by workers tells ("announced a national STRIKE for Friday"), or nothing of another."""
    if noun.lemma_.lower() != "strike" or not (_is_of_work(noun, lexicon) or _is_called(noun, lexicon)):
        return ()
    if is_aimed(noun):
        return ()
    known = lexicon.nouns.get("strike", ())
    return tuple(replace(one, beside=()) for one in known if one.beside == ("general",))


def is_aimed(noun: Token) -> bool:
    """Whether a strike has a target, which makes it an attack; a day after "on" is none."""
    verb, ties = noun.head, noun_complements(noun)
    own = [inner for tie in _AIMED for inner in ties.get(tie, ())]
    own += obliques(verb, *_AIMED) if noun.dep_ == "obj" else ()
    # Unions strike against a reform, air forces against the Houthis.
    own += [inner for inner in ties.get("against", ()) if inner.pos_ == "PROPN"]
    return any(inner.lower_ not in DAYS and inner.tag_ != "CD" for inner in own)


def _is_of_work(noun: Token, lexicon: Lexicon) -> bool:
    """ "A NATIONWIDE strike", "the MINERS' strike"."""
    if any(inner.lemma_.lower() in lexicon.means.workers for inner in noun_complements(noun).get("by", ())):
        return True
    for child in noun.children:
        if child.i > noun.i or child.dep_ not in {"amod", "compound", "nmod:poss", "nmod"}:
            continue
        if child.lower_ in lexicon.means.stoppages:
            return True
        trade = {child.lower_, child.lemma_.lower()} & lexicon.means.workers
        if trade and child.dep_ != "amod":
            return True
    return False


def _is_called(noun: Token, lexicon: Lexicon) -> bool:
    """ "Dockers began a strike", "the unions CALLED OFF their strike"."""
    verb = noun.head
    if noun.dep_ not in {"obj", "nsubj:pass"} or verb.lemma_ not in lexicon.means.downing:
        return False
    doing = {word for token in agents(verb) for word in (token.lower_, token.lemma_.lower())}
    return not doing.isdisjoint(lexicon.means.workers | _CALLERS) and doing.isdisjoint(lexicon.means.armed)
