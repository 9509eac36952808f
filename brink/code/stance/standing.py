"""Whether an act happened, goes on, is planned, possible or denied, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from brink.code.grammar import is_predicate
from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.rows import Certainty, Status
from brink.code.stance.attribution import Attribution, Attributions, find_attributions
from brink.code.stance.climb import Climb
from brink.code.stance.lexicon import modality
from brink.code.stance.modifiers import read_noun
from brink.code.stance.reading import read_predicate
from brink.code.stance.scope import climb
from brink.code.stance.tense import Reading

_ORDER: Final[tuple[Certainty, ...]] = ("certain", "probable", "possible", "doubtful")
_BY_STATUS: Final[dict[Status, Certainty]] = {
    "happened": "certain",
    "ongoing": "certain",
    "planned": "probable",
    "possible": "possible",
    "denied": "certain",
}
_NOMINAL: Final = frozenset({"compound", "nmod", "obl", "obl:agent", "obj", "nsubj", "nsubj:pass", "amod"})
_QUESTION: Final = frozenset(
    {
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "might",
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How real an act is according to its text, and on whose word."""

    status: Status
    holder: str | None
    """Who says so; None is the article in its own voice."""
    certainty: Certainty
    because: tuple[str, ...]
    cues: tuple[int, ...] = field(default=())
    """Indices of the tokens that decided it."""


def standing(
    passage: Passage, head: Token, mentions: Mentions, *, attributions: Attributions | None = None
) -> Standing:
    """Status, holder and certainty of the act that `head` names.

    `head` is a verb, or a noun that names an act ("raid", "talks"). Give the story's
    `attributions`, found once, wherever many acts are judged; without them they are looked
    for in this passage alone, and speech that began in an earlier one is not seen.

    References
    ----------
    Scope by embedding predicates follows Karttunen (1971) and Saurí & Pustejovsky (2012),
    "Are you sure that this happened?", Computational Linguistics 38.
    """
    if attributions is None:
        attributions = Attributions(find_attributions([passage], mentions))
    own = read_predicate(head) if _is_verbal(head) else read_noun(head)
    climbed = climb(head, own, verbal=_is_verbal(head))
    return _conclude(passage, head, own, climbed, attributions)


def _is_verbal(head: Token) -> bool:
    if head.pos_ in {"VERB", "AUX"}:
        return head.dep_ not in _NOMINAL or head.tag_ in {"VB", "VBD", "VBZ", "VBP"}
    return any(child.dep_ == "cop" for child in head.children) or (head.pos_ != "NOUN" and is_predicate(head))


def _conclude(
    passage: Passage, head: Token, own: Reading, climbed: Climb, attributions: Attributions
) -> Standing:
    because, cues = list(climbed.because), list(climbed.cues)
    marks = list(climbed.certainties)
    holder = own.hearsay or climbed.hearsay
    status = climbed.status
    if status in {"happened", "ongoing", "planned"} and not climbed.ended and _is_asked(head):
        status = "possible"
        because.append("it is asked, not said")
    covering = attributions.covering(passage.index, head.i)
    for attribution in covering:
        because.append(attribution.because)
        if attribution.passage == attribution.cue_passage:
            cues.append(attribution.cue)
    if covering:
        innermost = covering[-1]
        status = _under_outlook(innermost, status, climbed, own)
        holder = innermost.holder or holder
        if innermost.certainty is not None:
            marks.append(innermost.certainty)
    certainty = _weakest(marks) if marks else _BY_STATUS[status]
    if status == "possible" and certainty == "certain":
        certainty = "possible"
    because.insert(0, f"“{head.text}” is {status}")
    return Standing(status, holder, certainty, tuple(because), tuple(dict.fromkeys(cues)))


def _under_outlook(row: Attribution, status: Status, climbed: Climb, own: Reading) -> Status:
    """The effect of a verb of doubt or prediction that governs by quotation, not by grammar."""
    if climbed.ended or row.cue in climbed.cues or status not in {"happened", "ongoing", "planned"}:
        return status
    if row.cue_lemma in {"deny", "refute"} and not row.negated:
        return "denied"
    if row.cue_lemma in {"doubt", "fear", "hope", "wonder"}:
        return "possible"
    if own.modal in {"will", "shall"} and row.cue_lemma in modality().outlook:
        return "possible"
    return status


def _is_asked(head: Token) -> bool:
    """Whether the sentence is a yes-or-no question."""
    sentence = head.sent
    first = next((token for token in sentence[:6] if token.is_alpha), head)
    return first.lower_ in _QUESTION and any(token.text == "?" for token in sentence[-3:])


def _weakest(marks: list[Certainty]) -> Certainty:
    return max(marks, key=_ORDER.index)
