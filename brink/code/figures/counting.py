"""Whether a number counts its noun, or only names a model, points at a few things or prices an offer."""

from __future__ import annotations

from typing import Final

from brink.code.figures.counted import TIME_UNITS, is_people, unit_of
from brink.code.figures.fates import Role
from brink.code.figures.number import Number
from brink.code.figures.vocabulary import known
from brink.code.parsed import Doc, Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.figures")
AS_ONE: Final = _LISTS["counted_as_one"]


def is_model(doc: Doc, first: int, last: int, noun: Token) -> bool:
    """Whether the number is part of a name: "a 737 AIRLINER", "Trent 900 ENGINES"."""
    digits = doc[first:last].text
    before = doc[first - 1] if first else None
    if before is not None and before.pos_ == "PROPN" and digits.isdigit() and last - first == 1:
        tied = doc[first].head == before or noun in (before.head, before.head.head)
        # "the iPhone 4 antenna", "the S&P 500 index"
        thing = noun.tag_ == "NN" and noun.i < last + 3 and noun.lower_ not in AS_ONE and not is_people(noun)
        return tied or (thing and unit_of(noun) == noun.lemma_.lower())
    if not (digits.isdigit() and len(digits) in (3, 4) and noun.i == last and noun.tag_ == "NN"):
        return False
    return noun.lower_ not in AS_ONE and not is_people(noun) and unit_of(noun) == noun.lemma_.lower()


def is_said_before(doc: Doc, first: int, number: Number, noun: Token) -> bool:
    """Whether the words point at a few things and count nothing: "the two companies", "several banks"."""
    if doc[first].lower_ == "several":
        return unit_of(noun) not in ("people", "events") and noun.lemma_.lower() not in TIME_UNITS
    pointed = first > 0 and doc[first - 1].lower_ in ("the", "these", "those")
    return pointed and number.value <= 3 and not is_people(noun) and doc[first].text.isalpha()


def may_suffer(noun: Token, role: Role) -> bool:
    """Whether a noun can be people of that role; unknown groups and names can be killed or hurt."""
    lemma = noun.lemma_.lower()
    if is_people(noun) or lemma in known("role_nouns"):
        return True
    return role in ("killed", "injured") and lemma not in known("things") and lemma not in known("animals")


def counts(noun: Token, number: Number, core: Token) -> bool:
    """Whether a number without a role counts its noun; "one explanation" and "Expo 2020" do not."""
    if noun.pos_ == "PROPN" and not is_people(noun):
        return bool(noun.i > core.i and (noun.tag_ == "NNPS" or _is_many_models(noun)))
    if number.value != 1 or core.lower_ != "one":
        return True
    following = core.doc[core.i + 1].lower_ if core.i + 1 < len(core.doc) else ""
    if following == "of" or noun.lower_ in ("another", "other", "family"):
        return False
    return unit_of(noun) in ("people", "events")


def _is_many_models(name: Token) -> bool:
    """Whether a name is of several things of a make: "A320s", "F-16s"."""
    return name.text.endswith("s") and any(map(str.isdigit, name.text))


_PAID_BY = TIME_UNITS | {"copy", "issue", "seat", "user"}


def is_subscription(last: Token) -> bool:
    """A price in an offer to readers, not a sum in the news."""
    doc, at = last.doc, last.i + 1
    after = " ".join(token.lower_ for token in doc[at : at + 2])
    if not after.startswith(("per ", "a ", "/", "each ", "monthly", "for ", "off")):
        return False
    if after.startswith(("per ", "a ", "each ")) and doc[at + 1].lemma_.lower() not in _PAID_BY:
        # "an offer of $4 per share"
        return False
    return any(token.lower_ in known("subscription") for token in doc[max(0, at - 40) : at + 25])
