"""Where an event happened, as its own words and those beside them tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from brink.code.events.place_shared import of_joined_harm, of_same_moment
from brink.code.events.scope import scope_of
from brink.code.events.trigger import Trigger
from brink.code.events.word_kinds import Words
from brink.code.grammar import clause, descendants, patients, preposition
from brink.code.mention import Mentions, PlaceMention
from brink.code.parsed import Doc, Token
from brink.code.places.common import around_all, beside
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")

_WHERE: Final = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "around",
        "across",
        "within",
        "throughout",
        "off",
        "over",
        "along",
        "beyond",
        "out",
        "out of",
        "through",
        "on",
        "of",
        "into",
        "to",
        "between",
        "outside of",
        "close to",
        "north of",
        "south of",
        "east of",
        "west of",
    }
)


def place_of(
    trigger: Trigger, passage: int, mentions: Mentions, parties: Iterable[Token], present: Words = frozenset()
) -> PlaceMention | None:
    """The most exact place tied to the event in its clause, the nearest when several are as exact."""
    taken = {token.i for token in parties}
    found: dict[int, tuple[PlaceMention, int]] = {}
    scopes = (scope_of(trigger), of_same_moment(trigger), _were(trigger, present), of_joined_harm(trigger))
    for scope in scopes:
        for token in scope:
            place = mentions.place_at(passage, token.i)
            if place is None or not _says_where(place, trigger, token.doc) or _is_party(place, taken):
                continue
            found[place.first] = (place, abs(place.head - trigger.token.i))
        if found:
            break
    if not found:
        return None
    best = min(
        found.values(), key=lambda item: (_SIZES.index(item[0].place.precision), item[1], item[0].first)
    )[0]
    several = _joined(best, [place for place, _ in found.values()], trigger.token.doc)
    return around_all(several) or beside(best, several) if len(several) > 1 else best


def _joined(best: PlaceMention, others: Sequence[PlaceMention], doc: Doc) -> list[PlaceMention]:
    """The places of one size that "and" joins to one another: "in Kano, JOS AND MAIDUGURI"."""
    first = doc[best.head]
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    heads = {first.i, *(child.i for child in first.children if child.dep_ == "conj")}
    if not any(child.lower_ == "and" for i in heads for child in doc[i].children if child.dep_ == "cc"):
        return [best]
    same = [one for one in others if one.head in heads and one.place.precision == best.place.precision]
    return sorted(same, key=lambda one: one.first)


def _were(trigger: Trigger, present: Words) -> tuple[Token, ...]:
    """What those struck were doing there: "killed a nurse and the policeman GUARDING HER IN BANNU"."""
    verb = trigger.carrier or trigger.token
    if trigger.expressions[0].frame.type not in {"ASSAULT", "COERCE"}:
        return ()
    struck = [noun for part in (verb, *(e.token for e in trigger.effects)) for noun in patients(part)]
    doing = [
        child
        for noun in struck
        for child in noun.children
        if child.dep_ == "acl" and child.tag_ in {"VBG", "VBN"} and child.lemma_.lower() in present
    ]
    return tuple(token for each in doing for token in clause(each))


def label_place(trigger: Trigger, passage: int, mentions: Mentions) -> PlaceMention | None:
    """The place before the colon that opens a headline: "MOGADISHU: blast kills four"."""
    sentence = trigger.token.sent
    place = mentions.place_at(passage, sentence.start)
    if place is None or place.last >= min(sentence.end, trigger.token.i):
        return None
    return place if trigger.token.doc[place.last].text == ":" and place.first == sentence.start else None


_SIZES: Final = ("point", "town", "district", "province", "region", "country")


def _is_party(place: PlaceMention, taken: set[int]) -> bool:
    if place.place.precision == "town" and place.last - place.first > 1:
        # "The Sudanese capital" is a place, though its adjective names the state that is hit.
        return place.head in taken
    return any(place.first <= i < place.last for i in taken)


def _says_where(place: PlaceMention, trigger: Trigger, doc: Doc) -> bool:
    head = doc[place.head]
    if _is_of_another(head, trigger) or _is_of_source(head):
        return False
    if head.head.lemma_ in _SIDING:
        # "Militias loyal TO IRAN" may be anywhere.
        return False
    step = head
    for _ in range(4):
        tie = preposition(step) or (_tie_inside(place, doc) if step == head else None)
        if tie in _WHERE or (tie == "from" and trigger.expressions[0].frame.type == "RETREAT"):
            return not (_is_origin(step, trigger) or (tie == "of" and _is_of_somebody(head, step, trigger)))
        if step.dep_ not in {
            "conj",
            "appos",
            "flat",
            "nmod:desc",
            "compound",
            "nmod:unmarked",
            "nmod:poss",
            "list",
            "amod",
        }:
            break
        step = step.head
    if head.dep_ in {"obj", "nsubj:pass"}:
        return True
    return head.dep_ in {"compound", "nmod:poss"} and head.head == trigger.token


_SIDING: Final = frozenset({"loyal", "faithful", "ally", "hostile", "friendly", "sympathetic", "align"})


def _tie_inside(place: PlaceMention, doc: Doc) -> str | None:
    """The preposition of a name of several words, on whichever of them the parser hung it."""
    ties = (preposition(token) for token in doc[place.first : place.last])
    return next((tie for tie in ties if tie is not None), None)


def _is_of_another(place: Token, trigger: Trigger) -> bool:
    """ "Attacks in the north, including A BOMBING IN GAO": the place of what is singled out."""
    step = place
    for _ in range(4):
        if step.head == step:
            return False
        step = step.head
        if preposition(step) == "including":
            return trigger.token not in descendants(step)
    return False


def _is_of_source(place: Token) -> bool:
    """ "According to officials IN QUETTA": where those sit who tell it, however it was parsed."""
    tie = next((child for child in place.children if child.dep_ == "case"), place)
    before = tie.nbor(-1) if tie.i > place.sent.start else tie
    return before.pos_ in {"NOUN", "PROPN"} and preposition(before) in {"according", "according to"}


def _is_origin(place: Token, trigger: Trigger) -> bool:
    """ "Staged attacks FROM camps in Chad": where an act of force came from is not where it fell."""
    if trigger.expressions[0].frame.type != "ASSAULT":
        return False
    tie = next((child for child in place.children if child.dep_ == "case"), place)
    before = tie.nbor(-1) if tie.i else tie
    # "The toll FROM the bombing in Gao" is of an act that came from nowhere.
    return any(
        above.pos_ == "NOUN" and above != trigger.token and preposition(above) == "from"
        for above in (place.head, before)
    )


def _is_of_somebody(head: Token, step: Token, trigger: Trigger) -> bool:
    """ "The father of a LIVERPOOL player", "the governor OF KANDAHAR": whose he is, not where it was."""
    above = step.head
    inside = step != head and head.dep_ in {"compound", "amod", "nmod:poss"} and above != trigger.token
    return inside or (above.lemma_.lower() in _OFFICES and above != trigger.token)


_OFFICES: Final = _LISTS["offices"]
