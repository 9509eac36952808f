"""Standing relations between the actors of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from brink.code.grammar.labels import FINITE_TAGS
from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage, Setting
from brink.code.rows import Quote, Tie, row_id
from brink.code.stance import Attributions, Standing, find_attributions, standing
from brink.code.ties.acted import at_war, by_mutual, by_verb
from brink.code.ties.adjectives import by_adjective
from brink.code.ties.around import Around, one_word_names
from brink.code.ties.bonded import by_bond, by_compound, by_prefix, mediated
from brink.code.ties.composed import (
    HOLDING,
    MERGING,
    UNIONS,
    by_holding,
    by_merger,
    by_part,
    by_union,
    of_leader,
)
from brink.code.ties.doing import accusation
from brink.code.ties.given import by_gift
from brink.code.ties.named import Pair, by_noun, of_body
from brink.code.ties.phrases import phrases
from brink.code.wordlists import word_lists
from brink.dates import DateInterval
from brink.dates.expressions import find_dates

_LISTS: Final = word_lists("brink.code.ties")
_GIVING: Final = _LISTS["giving_arms"]
_REACH: Final = 45
"""Tokens a quote may span; wider pairs come from broken parses."""


def find_ties(
    passages: Sequence[Passage],
    setting: Setting,
    mentions: Mentions,
    *,
    attributions: Attributions | None = None,
) -> list[Tie]:
    """Ties a story states in words, in the order of the text.

    Two actors named side by side are not tied. A tie that is over ("former ally", "broke
    with") has the sign "0" and says so in `because`; one that is denied, wished for or only
    possible is left out.
    """
    known = attributions or Attributions(find_attributions(passages, mentions))
    names = one_word_names(mentions)
    found: dict[str, Tie] = {}
    for passage in passages:
        around = Around(passage, mentions, names)
        named = mentions.in_passage(passage.index)
        if len({m.label for m in named} | {(m.of,) for m in named if m.of}) < 2:
            continue
        for token in passage.doc:
            for pair in _pairs(around, token):
                for tie in _rows(passage, setting, pair, mentions, known):
                    found.setdefault(tie.id, tie)
    return list(found.values())


def _pairs(around: Around, token: Token) -> Iterator[Pair]:
    words = phrases()
    lemma, lower = token.lemma_.lower(), token.lower_
    if lower == "of":
        yield from of_body(around, token)
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} and (
        lemma in words.nouns
        or lemma in words.nouns_reversed
        or lemma in words.posts
        or lemma in words.parts
        or lemma in words.group_nouns
    ):
        yield from by_noun(around, token)
    if lemma == "war":
        yield from at_war(around, token)
    if lemma in words.bonds or lemma in words.relation_nouns:
        yield from by_bond(around, token)
    if lemma in {"talk", "truce", "ceasefire", "negotiation", "deal", "agreement"}:
        yield from mediated(around, token)
    if lower in words.compounds:
        yield from by_compound(around, token)
    if lower in words.prefixes:
        yield from by_prefix(around, token)
    yield from _composed(around, token)
    if words.forms.get(lower, lemma) in words.verbs:
        yield from by_verb(around, token)
    if lemma in _GIVING:
        yield from by_gift(around, token)
    if lemma in words.mutual and token.pos_ == "VERB":
        yield from by_mutual(around, token)
    if token.pos_ in {"ADJ", "VERB", "ADP", "NOUN"}:
        yield from by_adjective(around, token)


def _composed(around: Around, token: Token) -> Iterator[Pair]:
    """What is part of what, by how the text says a body is made up."""
    lemma = token.lemma_.lower()
    if lemma in UNIONS and token.pos_ in {"NOUN", "PROPN"}:
        yield from by_union(around, token)
    if lemma in HOLDING:
        yield from by_holding(around, token)
    if lemma in MERGING and token.pos_ == "VERB":
        yield from by_merger(around, token)
    if lemma in {"member", "part", "faction", "component"}:
        yield from by_part(around, token)
    yield from of_leader(around, token)


def _rows(
    passage: Passage, setting: Setting, pair: Pair, mentions: Mentions, attributions: Attributions
) -> Iterator[Tie]:
    judged = standing(passage, pair.trigger, mentions, attributions=attributions) if pair.predicated else None
    if judged is not None and not _holds(pair, judged):
        return
    quote = _quote(passage, pair)
    if quote is None:
        return
    words = phrases()
    when = _when(setting, pair)
    one = pair.a is pair.b
    for k, a in enumerate(pair.a.names):
        for b in pair.b.names[k + 1 :] if one else pair.b.names:
            if a == b or _is_own_force(pair):
                continue
            because = [f"“{pair.trigger.text}” {_how(pair)} that {a} is {pair.relation} of {b}"]
            because.extend(["it is over"] if pair.ended else [])
            because.extend(_sayer(pair, judged))
            yield Tie(
                id=row_id("tie", quote, a, b, pair.relation),
                story=setting.story,
                quote=quote,
                a=a,
                b=b,
                relation=pair.relation,
                sign="0" if pair.ended else words.signs[pair.relation],
                directed=words.directed[pair.relation],
                when=when,
                because=tuple(because),
            )


def _is_own_force(pair: Pair) -> bool:
    """A state's army is an organ of it and no member."""
    force = pair.relation == "member" and pair.a.kind == "force"
    return force and pair.b.kind in {"state", "government"} and pair.a.country == pair.b.country


def _how(pair: Pair) -> str:
    """A title before a name ("General Ruiz") states no body; the story has named it elsewhere."""
    return "and what the story told before show" if pair.b.first == pair.a.first else "states"


def _sayer(pair: Pair, judged: Standing | None) -> list[str]:
    """Who stands behind the tie, when it is not the article; a charge is worth less than a statement."""
    holder = judged.holder if judged is not None else None
    if accusation(pair.trigger) is not None:
        return [f"{holder or 'somebody'} alleges it, and nothing else in the sentence bears it out"]
    return [f"{holder} says so"] if holder else []


def _when(setting: Setting, pair: Pair) -> DateInterval | None:
    """The one date its sentence gives for a tie that began or ended in an act."""
    if not pair.ended and pair.relation != "allegiance":
        return None
    if not pair.predicated and pair.trigger.pos_ in {"NOUN", "PROPN", "ADJ"}:
        # "They killed the former chief in May": the day is that of another act.
        return None
    sentence = pair.trigger.sent
    dated = [found for found in find_dates(sentence.text, anchor=setting.date) if found.kind == "date"]
    if len(dated) != 1 or _is_of_another(pair.trigger, sentence.start_char + dated[0].start):
        return None
    return dated[0].interval or dated[0].named


def _is_of_another(trigger: Token, at: int) -> bool:
    """Whether another verb stands between the tie's and a date at this character, which is then its own."""
    first, last = sorted((trigger.idx, at))
    return any(
        word.pos_ == "VERB" and word.tag_ in FINITE_TAGS
        for word in trigger.sent
        if first < word.idx < last and word.i != trigger.i
    )


def _holds(pair: Pair, judged: Standing) -> bool:
    if judged.status in {"denied", "possible"}:
        return False
    if judged.status == "planned":
        return not pair.ended and pair.relation in {"partner", "ally"}
    phrase = phrases().verbs.get(pair.trigger.lemma_.lower(), ())
    ongoing_only = any(p.ongoing_only and p.relation == pair.relation for p in phrase) and not any(
        not p.ongoing_only and p.relation == pair.relation for p in phrase
    )
    lasts = judged.status == "ongoing" or _lasts(pair.trigger)
    return lasts or not ongoing_only or _is_adjectival(pair.trigger)


def _lasts(verb: Token) -> bool:
    """Whether the words around say that it goes on: "has LONG supplied", "has trained them SINCE 2014"."""
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    told = any(
        child.lower_ in {"long", "still", "always", "consistently", "steadily", "repeatedly", "regularly"}
        or (child.dep_ in {"obl", "advcl"} and any(case.lower_ == "since" for case in child.children))
        for child in verb.children
    )
    return perfect and told


def _is_adjectival(word: Token) -> bool:
    """Whether a participle describes a state and tells of no act: "opposed to the government"."""
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return f"{word.lower_} {following}" in phrases().adjectives


def _quote(passage: Passage, pair: Pair) -> Quote | None:
    first = min(pair.a.first, pair.b.first, pair.trigger.i)
    last = max(pair.a.last, pair.b.last, pair.trigger.i + 1)
    if last - first > _REACH:
        return None
    return passage.quote(passage.doc[first:last])
