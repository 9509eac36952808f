"""Speakers thrown in or put last: "further raids, analysts caution, will follow", "it burned, he told us"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from brink.code.grammar.labels import FINITE_OR_MODAL, NOMINAL
from brink.code.parsed import Span, Token

PLAIN: Final = {
    form: lemma
    for lemma, forms in {
        "say": "says said say", "tell": "tells told tell", "add": "adds added",
        "argue": "argues argued argue", "warn": "warns warned warn", "claim": "claims claimed claim",
        "insist": "insists insisted insist", "note": "notes noted", "write": "writes wrote",
        "believe": "believes believed believe", "estimate": "estimates estimated estimate",
        "conclude": "concludes concluded", "announce": "announces announced",
        "explain": "explains explained", "predict": "predicts predicted",
        "caution": "cautions cautioned caution", "allege": "alleges alleged allege",
        "contend": "contends contended", "complain": "complains complained",
        "reckon": "reckons reckoned reckon", "recall": "recalls recalled", "assert": "asserts asserted",
        "report": "reports reported", "think": "thinks think thought", "state": "states stated",
        "stress": "stresses stressed", "fear": "fears feared fear", "suggest": "suggests suggested",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Forms that hand over what stands beside them, with their lemma."""
_MARKS: Final = frozenset({",", "—", "–", "--"})
_ENDS: Final = _MARKS | {".", ";", ":", "!", "…"}
_NEAR: Final = 12
_UNFIT: Final = frozenset(
    {"and", "but", "or", "as", "if", "when", "while", "who", "which", "that", "because", "after", "before",
     "what", "where", "although", "though", "since", "whose", "for", "with", "by", "to", "than", "so"}
)  # fmt: skip
_SUBORDINATE: Final = frozenset(
    {"whichever", "whatever", "whoever", "if", "when", "while", "although", "though", "unless", "once", "as"}
)
_STARTS: Final = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Tokens `[first, last)` that are said, the aside `skip` among or after them, and its speaker."""

    first: int
    last: int
    skip: tuple[int, int]
    head: Token
    speaker: Token
    lemma: str


def aside_at(cue: Token) -> Aside | None:
    """The aside whose verb of saying is given, when its words and marks leave no other reading."""
    if cue.lower_ not in PLAIN:
        return None
    sentence = cue.sent
    left, right = _left(cue, sentence), _right(cue, sentence)
    if left is None or right is None:
        return None
    before, after = cue.doc[left + 1 : cue.i], cue.doc[cue.i + 1 : right]
    speaker = _speaker(cue, before, after)
    if speaker is None:
        return None
    first = _opening(sentence, left)
    final = right >= sentence.end - 1 or cue.doc[right].text in {".", ";", "!", "…"}
    last = left if final else sentence.end
    skip = (left, right + 1) if not final else (last, last)
    said = [t for t in cue.doc[first:last] if not skip[0] <= t.i < skip[1]]
    head = (
        _head([t for t in said if t.i >= skip[1]]) if not final and said[0].lower_ in _SUBORDINATE else None
    )
    head = head or _head(said)
    return None if head is None else Aside(first, last, skip, head, speaker, PLAIN[cue.lower_])


def _left(cue: Token, sentence: Span) -> int | None:
    for token in reversed(cue.doc[max(sentence.start, cue.i - _NEAR) : cue.i]):
        if token.text in _MARKS:
            return int(token.i) if token.i > sentence.start else None
        if token.tag_ in FINITE_OR_MODAL or token.text in {";", ":"} or token.is_quote:
            return None
    return None


def _right(cue: Token, sentence: Span) -> int | None:
    for token in cue.doc[cue.i + 1 : min(sentence.end, cue.i + 1 + _NEAR)]:
        if token.text in _ENDS:
            return int(token.i)
        if token.tag_ in FINITE_OR_MODAL or token.is_quote or token.lower_ in {"that", "whether"}:
            return None
    return int(sentence.end) if sentence.end - cue.i <= _NEAR else None


def _opening(sentence: Span, left: int) -> int:
    """After the last colon or semicolon before the aside."""
    marks = [token.i + 1 for token in sentence.doc[sentence.start : left] if token.text in {":", ";"}]
    return marks[-1] if marks else int(sentence.start)


def _speaker(cue: Token, before: Span, after: Span) -> Token | None:
    words = [token for token in before if token.pos_ != "ADV"]
    if words:
        fits = words[0].pos_ in _STARTS and words[0].lower_ not in _UNFIT and words[-1].pos_ in NOMINAL
        fits = fits and (cue.pos_ == "VERB" or _is_named(words[-1]))
        return _head_of(cue, before) if fits and _rest_is_circumstance(cue, after) else None
    if (
        cue.tag_ not in FINITE_OR_MODAL
        or not after
        or after[0].lower_ in _UNFIT | {"in", "on", "at", "about"}
    ):
        return None
    named = [token for token in after if token.pos_ in {"NOUN", "PROPN"}]
    found = next((token for token in named if not _leads_on(token)), None)
    return found.head if found is not None and found.dep_ == "flat" else found


def _is_named(word: Token) -> bool:
    """A name or pronoun, after which a noun is a misread verb: "Ruiz CONCLUDES"."""
    return word.pos_ in {"PROPN", "PRON"} or word.tag_ == "NNS"


def _head_of(cue: Token, before: Span) -> Token | None:
    """The noun that heads the speaker's phrase: "the ministry" of "the ministry in Delhi"."""
    for child in cue.children:
        if child.dep_ in {"nsubj", "nsubj:outer"} and before.start <= child.i < before.end:
            return child
    head = next((token for token in before if not before.start <= token.head.i < before.end), before.root)
    return head if head.pos_ in NOMINAL and head.tag_ != "PRP$" else None


def _leads_on(noun: Token) -> bool:
    """Whether the noun only stands before the one that is meant: "PARTY leader Ana Ruiz"."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    return after is not None and after.pos_ in {"NOUN", "PROPN"}


def _rest_is_circumstance(cue: Token, after: Span) -> bool:
    """Nothing follows but to whom, when and where: "told reporters", "said on Monday in Goma"."""
    words = [token for token in after if token.pos_ != "ADV"]
    if PLAIN[cue.lower_] == "tell":
        return bool(words) and words[0].pos_ in NOMINAL | {"DET", "ADJ"}
    return not words or words[0].pos_ == "ADP"


def _head(words: Sequence[Token]) -> Token | None:
    """The predicate of what is said: the first finite verb that hangs on nothing else in it."""
    inside = {token.i for token in words}
    tops = [token for token in words if token.head.i not in inside or token.head.i == token.i]
    for token in tops:
        family = (token, *(c for c in token.children if c.dep_ in {"aux", "aux:pass", "cop"}))
        if any(member.tag_ in FINITE_OR_MODAL for member in family):
            return token
    return None
