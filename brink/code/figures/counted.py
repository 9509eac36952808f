"""What a number counts: the noun it belongs to, its words, and its unit."""

from __future__ import annotations

import re

from brink.code.figures.vocabulary import known
from brink.code.grammar.labels import NOMINAL
from brink.code.parsed import Doc, Token

NEAR = 6
"""Tokens after a number among which its noun is looked for when the parse does not give it."""
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
PEOPLE_ENDING = re.compile(r"(?:ans|ians|ian|ese|nis|qis|lis|mis|kis)$")
CAPITAL_ADJECTIVES = frozenset({"ADJ", "PROPN"})
_PHRASE_ENDS = frozenset({",", "(", "—", "–", ")", ":", "more", "other", "strong", "of", "them", "whom"})


def counted_noun(doc: Doc, first: int, last: int) -> Token | None:
    """The noun that tokens `[first, last)` count, or None when they stand alone."""
    after = doc[last] if last < len(doc) else None
    if after is not None and after.lower_ == "of":
        return _of_noun(doc, last)
    if (
        after is not None
        and after.lower_ in ("-", "–")
        and last + 1 < len(doc)
        and doc[last + 1].lower_ in known("strong")
    ):
        return _right_noun(doc, last + 2)
    head = _head(doc, first, last)
    if head is not None:
        return head
    return _right_noun(doc, last)


def _head(doc: Doc, first: int, last: int) -> Token | None:
    token = doc[last - 1]
    for _ in range(4):
        head = token.head
        if head is token or token.dep_ not in ("compound", "nummod", "amod", "advmod", "det"):
            return None
        if (
            last <= head.i < last + NEAR
            and head.pos_ in ("NOUN", "PROPN")
            and not _crosses(doc, last, head.i)
        ):
            return _whole_compound(head)
        if not first <= head.i < last:
            return None
        token = head
    return None


def _whole_compound(noun: Token) -> Token:
    """The last noun of a compound (aid workers); a noun for people is one by itself (200 girls hostage)."""
    for _ in range(3):
        step = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
        singular = noun.tag_ == "NN" and step.tag_ in ("NN", "NNS")
        if is_people(noun) or step.pos_ != "NOUN" or not (noun.dep_ == "compound" or singular):
            break
        noun = step
    return noun


def _crosses(doc: Doc, start: int, end: int) -> bool:
    """Whether a mark or a function word stands between, so that the parse reached too far."""
    return any(
        doc[i].pos_ in ("PUNCT", "VERB", "ADP", "AUX")
        and doc[i].lower_ not in ("-", "–", '"', "“", "”")
        and doc[i].dep_ not in ("amod", "compound")
        for i in range(start, end)
    )


def _of_noun(doc: Doc, of: int) -> Token | None:
    if of + 1 < len(doc) and doc[of + 1].lower_ in ("them", "whom", "those", "these"):
        return _right_noun(doc, of + 2) or doc[of + 1]
    for i in range(of + 1, min(of + 1 + NEAR, len(doc))):
        owns = i + 1 < len(doc) and doc[i + 1].tag_ == "POS"
        if owns or doc[i].tag_ in ("POS", "PRP$"):
            continue
        if doc[i].pos_ in NOMINAL:
            noun = doc[i]
            while (
                noun.i + 1 < len(doc)
                and doc[noun.i + 1].pos_ in ("NOUN", "PROPN")
                and (noun.dep_ == "compound" or (noun.pos_ == "PROPN" and doc[noun.i + 1].pos_ == "NOUN"))
            ):
                noun = doc[noun.i + 1]
            return noun
        inner = 0 < i < len(doc) - 1 and doc[i].text in ("-", "–") and not doc[i - 1].whitespace_
        if inner or doc[i].dep_ == "amod":
            # "of its new mid-sized jets"
            continue
        if doc[i].pos_ in ("PUNCT", "VERB", "ADP"):
            return None
    return None


def _right_noun(doc: Doc, start: int) -> Token | None:
    """The last noun of the run of adjectives and nouns that begins at a token."""
    noun = None
    for i in range(start, min(start + NEAR, len(doc))):
        token = doc[i]
        if token.pos_ in ("NOUN", "PROPN") or token.lower_ in known("people"):
            if noun is not None and noun.lower_ in known("people") | {"others"} and token.pos_ == "PROPN":
                break
            noun = token
            if token.lemma_.lower() in known("people") and token.text.endswith("s"):
                break
        elif token.pos_ == "ADJ" and token.text[0].isupper() and noun is None and not _noun_follows(doc, i):
            return token
        elif (
            token.pos_ not in ("ADJ", "DET")
            and token.lower_ not in ("-", "–", "more", "other")
            and token.dep_ != "amod"
        ):
            break
    return noun


def _noun_follows(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i + 1].pos_ in ("NOUN", "PROPN", "ADJ")


def phrase_of(noun: Token, after: int) -> str:
    """The noun with what stands between the number and it, and a short "of" phrase."""
    doc = noun.doc
    start = noun.i
    while (
        start > after
        and doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN", "VERB", "PUNCT")
        and doc[start - 1].lower_ not in (",", "(", "—", "–", ")", ":", "more", "other", "strong")
        and noun.i - start < NEAR
    ):
        start -= 1
    if doc[start].lower_ in ("-", "–") and start + 1 <= noun.i:
        start += 1
    end = noun.i + 1
    if (
        noun.lemma_.lower() in ("member", "people", "person", "family")
        and end < len(doc)
        and doc[end].lower_ == "of"
    ):
        reach = end + 1
        while reach < min(len(doc), end + 7) and doc[reach].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            reach += 1
        end = reach if reach > end + 1 else end
    return str(doc[start:end].text).strip("\"“”' ") if noun.pos_ != "PRON" else "people"


def is_people(noun: Token) -> bool:
    """Whether the noun stands for people."""
    lemma, low = noun.lemma_.lower(), noun.lower_
    if lemma in known("people") or low in known("people") or low in ("them", "whom"):
        return True
    if lemma in known("peoples") or low in known("peoples") or low.rstrip("s") in known("peoples"):
        return True
    if noun.text[0].isupper() and (noun.pos_ in CAPITAL_ADJECTIVES or noun.pos_ == "NOUN"):
        return bool(PEOPLE_ENDING.search(low))
    return bool(low.endswith(("men", "women", "children")))


def unit_of(noun: Token) -> str:
    """`people`, `events`, a unit of time in the plural, or the noun's lemma."""
    lemma = noun.lemma_.lower()
    if is_people(noun):
        return "people"
    if lemma in known("events"):
        return "events"
    if lemma in TIME_UNITS:
        return "centuries" if lemma == "century" else f"{lemma}s"
    return str(lemma)


def measured(doc: Doc, last: int) -> str:
    """What a percentage or a sum is of: the words after "of", "in" or "for", else the noun beside it."""
    if last >= len(doc):
        return ""
    if doc[last].lower_ not in ("of", "for", "in", "worth", "to"):
        return _beside(doc, last)
    start = last + (
        2 if doc[last].lower_ == "worth" and doc[min(last + 1, len(doc) - 1)].lower_ == "of" else 1
    )
    head = next((token for token in doc[start : start + 8] if token.pos_ in ("NOUN", "PROPN")), None)
    if head is None:
        return ""
    end = head.i + 1
    while end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN") and end - head.i < 4:
        end += 1
    return str(doc[start:end].text)


def _beside(doc: Doc, place: int) -> str:
    end = place
    while end < len(doc) and doc[end].pos_ in ("NOUN", "ADJ") and end - place < 4:
        end += 1
    while end > place and doc[end - 1].pos_ != "NOUN":
        end -= 1
    return str(doc[place:end].text)
