"""Who says what: every attribution of a story, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from brink.code.mention import Mentions
from brink.code.parsed import Span, Token
from brink.code.passage import Passage
from brink.code.stance.according import by_preposition
from brink.code.stance.attributed import Attribution, Attributions
from brink.code.stance.cues import by_aside, by_misread, by_noun, by_verb, misread_verb
from brink.code.stance.holder import Holder
from brink.code.stance.lexicon import attribution_words
from brink.code.stance.quotation import Quotation, quotations
from brink.code.stance.reported import Reports
from brink.code.stance.turns import Speakers

__all__ = ["Attribution", "Attributions", "find_attributions"]

_CASES: Final = frozenset({"according", "per", "in", "as"})
_SPEECH: Final = 4
"""Words that a quotation without a cue must hold to be speech and not a quoted term."""


def find_attributions(passages: Sequence[Passage], mentions: Mentions) -> list[Attribution]:
    """Every attribution of a story.

    Covers "that" clauses, quotes before, around and after their cue, "according to", nouns
    ("the claim that") and passives that name nobody; a quote without a cue of its own goes
    to whoever spoke last in its passage or, when the quotation was left open there, in the
    passage before.
    """
    found: list[Attribution] = []
    speaker: Holder | None = None
    left_open, reports = False, Reports()
    turns = Speakers(mentions)
    for passage in passages:
        if (turn := turns.of(passage)) is not None:
            found.append(turn)
            speaker = _speaker_of(turn)
        reports.read(passage, mentions)
        resumed = left_open and not (len(passage.doc) > 0 and passage.doc[0].is_quote)
        quotes = quotations(passage.doc, open_at_start=resumed)
        cued = [reports.named(passage, row) for row in _cued(passage, mentions, quotes, speaker)]
        found.extend(cued)
        found.extend(_uncued(passage, quotes, cued, speaker))
        speaker = _last_speaker(passage, cued) or speaker
        left_open = bool(quotes) and not quotes[-1].closed
    return found


def _cued(
    passage: Passage, mentions: Mentions, quotes: list[Quotation], speaker: Holder | None
) -> list[Attribution]:
    words = attribution_words()
    found: list[Attribution] = []
    for token in passage.doc:
        lemma = token.lemma_
        row: Attribution | None = None
        if lemma in words.verbs and (token.pos_ in {"VERB", "ADJ", "AUX"} or _has_clause(token)):
            row = by_verb(passage, token, mentions, quotes, speaker)
        elif lemma in words.nouns and token.pos_ == "NOUN":
            row = by_noun(passage, token, mentions, speaker)
        elif token.lower_ in _CASES and token.dep_ == "case":
            row = by_preposition(passage, token, mentions, speaker)
        if row is None and (misread := misread_verb(token)) is not None:
            row = by_misread(passage, token, misread, mentions, speaker)
        if row is None:
            row = by_aside(passage, token, mentions, quotes, speaker)
            found = [_short_of(row, other) for other in found] if row is not None else found
        if row is not None:
            if not _is_inner(row, found):
                speaker = _speaker(passage, row) or speaker
            found.append(row)
    return found


def _has_clause(token: Token) -> bool:
    """Whether a word has a subject and a clause it says, whatever it was tagged: "police in Gao SAY …"."""
    relations = {child.dep_ for child in token.children}
    return "nsubj" in relations and "ccomp" in relations


def _short_of(aside: Attribution, other: Attribution) -> Attribution:
    """What was said before a last speaker ends where he is named: "he said it fell | , the BBC reported"."""
    runs_over = other.first < aside.last < other.last and aside.first <= other.cue < aside.last
    final = aside.cue >= aside.last
    return replace(other, last=aside.last) if final and runs_over else other


def _is_inner(row: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether the cue stands in what somebody else says, who goes on speaking after it."""
    return any(outer.covers(row.cue) and outer.holder is not None for outer in found)


def _speaker(passage: Passage, row: Attribution) -> Holder | None:
    if row.holder is None or row.source is None:
        return None
    return Holder(row.holder, row.source, passage.index)


def _speaker_of(turn: Attribution) -> Holder | None:
    if turn.holder is None or turn.source is None:
        return None
    return Holder(turn.holder, turn.source, turn.cue_passage)


def _last_speaker(passage: Passage, rows: list[Attribution]) -> Holder | None:
    outer = [row for row in rows if not _is_inner(row, [one for one in rows if one is not row])]
    return next((one for row in reversed(outer) if (one := _speaker(passage, row)) is not None), None)


def _uncued(
    passage: Passage, quotes: list[Quotation], cued: list[Attribution], before: Holder | None
) -> list[Attribution]:
    """Quotes that no cue claims, handed to the nearest speaker before them, else just after."""
    found: list[Attribution] = []
    for quote in quotes:
        span = passage.doc[quote.first : quote.last]
        if any(row.first < quote.last and quote.first < row.last and row.manner == "direct" for row in cued):
            continue
        if any(row.first <= quote.first and quote.last <= row.last for row in cued) or not _is_speech(span):
            continue
        speaker, row = _nearest(passage, quote, cued)
        speaker = speaker or before
        if speaker is None:
            continue
        found.append(
            Attribution(
                passage=passage.index,
                first=quote.first,
                last=quote.last,
                head=span.root.i,
                cue=row.cue if row else quote.first,
                cue_passage=row.cue_passage if row else speaker.passage,
                cue_lemma=row.cue_lemma if row else "",
                source=speaker.source,
                holder=speaker.name,
                manner="inherited",
                certainty=None,
                because=f"the quote goes on from {speaker.name}",
            )
        )
    return found


def _is_speech(span: Span) -> bool:
    """A quotation that holds a clause or a whole sentence, rather than a quoted term."""
    words = [token for token in span if token.is_alpha]
    if len(words) < _SPEECH or not any(token.pos_ in {"VERB", "AUX"} for token in words):
        return False
    before = span.doc[span.start - 2] if span.start > 1 else None
    return before is None or before.is_punct or span[0].is_title


def _nearest(
    passage: Passage, quote: Quotation, cued: list[Attribution]
) -> tuple[Holder | None, Attribution | None]:
    spoken = [row for row in cued if row.holder is not None and row.source is not None]
    earlier = [row for row in spoken if row.cue < quote.first]
    later = [row for row in spoken if row.cue >= quote.last and row.manner == "direct"]
    row = earlier[-1] if earlier else (later[0] if later else None)
    if row is None or row.holder is None or row.source is None:
        return None, None
    return Holder(row.holder, row.source, passage.index), row
