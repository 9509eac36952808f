"""Headlines whose comma stands for "and": "Vietnam, Laos resume talks", "Hamas, Israel trade fire"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from brink.code.grammar.labels import NAME_TAGS, NOMINAL_OR_NUMBER
from brink.shipped import shipped_words

NAME: Final = "pair_names"
_INSIDE: Final = frozenset({"-", "of", "the", "al", "'s", "’s"})
_LONGEST: Final = 25
_LONGEST_NAME: Final = 5


@Language.component(NAME)  # type: ignore[untyped-decorator]
def pair_names(doc: Doc) -> Doc:
    """Put the verb at the head of such headlines, with both names as its subject."""
    for sentence in _lines(doc):
        found = _pair(sentence)
        if found is not None:
            _rewire(sentence, *found)
    return doc


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """The verbs, and what is traded by deed."""
    raw = shipped_words("brink.code.pipeline", "paired.yaml")
    return frozenset(raw["verbs"]), frozenset(raw["blows"])


def _lines(doc: Doc) -> list[Span]:
    """The sentences, a lone name with its comma as part of the one after it."""
    lines: list[Span] = []
    for sentence in doc.sents:
        cut = bool(lines) and lines[-1][-1].text == "," and len(lines[-1]) <= _LONGEST_NAME
        if cut:
            lines[-1] = doc[lines[-1].start : sentence.end]
        else:
            lines.append(sentence)
    return lines


def _pair(sentence: Span) -> tuple[Token, Token, Token] | None:
    """The last words of both names, and the verb."""
    if len(sentence) > _LONGEST:
        return None
    first = _name_end(sentence, 0)
    if first is None or first + 1 >= len(sentence) or sentence[first].text != ",":
        return None
    second = _name_end(sentence, first + 1)
    if second is None or second >= len(sentence):
        return None
    verb = sentence[second]
    after = sentence[second + 1].lower_ if second + 1 < len(sentence) else ""
    verbs, blows = _words()
    if verb.text not in verbs or (verb.lower_ == "trade" and after not in blows):
        return None
    return sentence[first - 1], sentence[second - 1], verb


def _name_end(sentence: Span, start: int) -> int | None:
    """Where the run of capitals from `start` ends, or None where none begins."""
    end = start
    while end < len(sentence):
        token = sentence[end]
        joins = end > start and token.lower_ in _INSIDE
        if not joins and not (token.text[0].isupper() and token.text[-1].isalnum()):
            break
        end += 1
    named = any(token.tag_ in NAME_TAGS for token in sentence[start:end])
    return end if end > start and named else None


def _rewire(sentence: Span, first: Token, second: Token, verb: Token) -> None:
    start = sentence.start
    outside = [token for token in sentence if token.i > verb.i and token.head.i <= verb.i]
    outside += [token for token in sentence if token.i > verb.i and token.head == token]
    verb.head, verb.dep_ = verb, "ROOT"
    verb.pos_, verb.tag_ = "VERB", "VBP"
    verb.set_morph("Mood=Ind|Tense=Pres|VerbForm=Fin")
    _bind(sentence[0 : first.i - start + 1], first, verb, "nsubj")
    comma = sentence[first.i - start + 1]
    _bind(sentence[first.i - start + 2 : second.i - start + 1], second, first, "conj")
    comma.head, comma.dep_ = second, "punct"
    for token in outside:
        token.head, token.dep_ = verb, _relation(token)


def _bind(name: Span, head: Token, above: Token, relation: str) -> None:
    for token in name:
        token.head, token.dep_ = (above, relation) if token == head else (head, "compound")
        if token.text[0].isupper() and token.pos_ not in {"PROPN", "NOUN"}:
            token.pos_ = "PROPN"


def _relation(token: Token) -> str:
    if token.is_punct:
        return "punct"
    if token.pos_ in NOMINAL_OR_NUMBER:
        return "obl" if any(child.dep_ == "case" for child in token.children) else "obj"
    if token.pos_ in {"VERB", "AUX"}:
        return "xcomp" if token.tag_ == "VB" else "advcl"
    return token.dep_ if token.dep_ not in {"ROOT", "compound", "nsubj"} else "advmod"
