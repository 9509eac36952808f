"""When and where an event happened, by what means, and how many it killed, hurt or took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from brink.code.events.lexicon import Lexicon
from brink.code.events.trigger import Trigger
from brink.code.figures.fates import Role
from brink.code.figures.toll import toll
from brink.code.grammar import called_so, clause, descendants, governor, is_predicate, preposition, superior
from brink.code.mention import Mentions, PlaceMention
from brink.code.parsed import Doc, Token
from brink.code.rows import Amount, Count, Figure, Mode
from brink.dates.expressions import DateExpression

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
_MONEY: Final = frozenset({"USD", "EUR", "GBP", "PKR", "INR", "RUB", "CNY", "JPY", "AUD", "CAD"})


def scope_of(trigger: Trigger) -> tuple[Token, ...]:
    """The words of the event's own clause: its phrase, the verb that carries it, and what it did."""
    if trigger.scope:
        return trigger.scope
    tokens: dict[int, Token] = {}
    for part in _parts(trigger):
        for token in (*clause(part), *_sufferers(part)):
            tokens[token.i] = token
            for named in called_so(token):
                tokens.update({word.i: word for word in clause(named)})
        if not is_predicate(part):
            for token in _coordinate(part):
                tokens.pop(token.i, None)
    trigger.scope = tuple(tokens[i] for i in sorted(tokens))
    return trigger.scope


def _sufferers(verb: Token) -> tuple[Token, ...]:
    """The noun and its number before a participle: "SEVEN PEOPLE killed by a drone"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return ()
    if any(child.dep_ in {"obj", "nsubj"} for child in verb.children):
        return ()
    numbers = [child for child in noun.children if child.dep_ == "nummod" and child.i < noun.i]
    return (*(token for number in numbers for token in descendants(number)), *numbers, noun)


def _coordinate(noun: Token) -> tuple[Token, ...]:
    """Other events named beside this one ("the bombing AND THE WARNING", "attacks, INCLUDING ONE IN GAO")."""
    beside = [child for child in noun.children if child.dep_ == "conj"]
    beside.extend(token for token in clause(noun) if preposition(token) == "including" and token != noun)
    return tuple(t for head in beside for t in descendants(head) if t.i > noun.i)


def _parts(trigger: Trigger) -> list[Token]:
    parts = [trigger.token]
    if trigger.carrier is not None:
        parts.append(trigger.carrier)
    for effect in trigger.effects:
        parts.extend(_parts(effect))
    return parts


def date_of(
    trigger: Trigger, dates: Sequence[tuple[DateExpression, Token]], *, spoken: bool
) -> tuple[DateExpression, Token] | None:
    """The date expression nearest to the event in its clause; when `spoken`, else in that of the speech."""
    scope = {token.i for token in scope_of(trigger)}
    near = [pair for pair in dates if pair[1].i in scope]
    near = near or [pair for pair in dates if _shared(pair[1], trigger) or _tells_when(pair[1], trigger)]
    if not near:
        scope = {token.i for token in _same_moment(trigger)}
        near = [pair for pair in dates if pair[1].i in scope]
    if spoken and not near:
        speech = superior(trigger.carrier or trigger.token)
        scope = {token.i for token in clause(speech)} if speech is not None else set()
        near = [pair for pair in dates if pair[1].i in scope]
    return min(near, key=lambda pair: (abs(pair[1].i - trigger.token.i), pair[1].i)) if near else None


def _same_moment(trigger: Trigger) -> tuple[Token, ...]:
    """The words of the clause that "when" or "as" ties to the event, from either side."""
    verb = trigger.carrier or trigger.token
    verbs = [verb, *(effect.token for effect in trigger.effects if not effect.nominal)]
    tied = [child for each in verbs for child in each.children if _is_moment(child)]
    # Parsers hang the verb of "shells fired from afar LANDED" on the participle.
    tied.extend(c for head in tuple(tied) for c in head.children if c.dep_ == "advcl" and c.tag_ == "VBD")
    if _is_moment(verb) or (verb.dep_ == "obj" and trigger.nominal and verb.head.lemma_ in _SPARKING):
        tied.append(verb.head)
    return tuple(token for head in tied for token in clause(head))


_SPARKING: Final = frozenset({"trigger", "spark", "provoke", "cause", "prompt", "ignite", "set", "see"})
"""Verbs whose time and place are those of the act that they bring about."""


def _is_moment(verb: Token) -> bool:
    """A clause of the same time as what it hangs on."""
    return verb.dep_ == "advcl" and any(
        child.lower_ in {"when", "as", "while"} and child.dep_ in {"mark", "advmod"}
        for child in verb.children
    )


def _shared(date: Token, trigger: Trigger) -> bool:
    """A date before the first of coordinated verbs holds for all of them."""
    verb = trigger.carrier or trigger.token
    for _ in range(6):
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head == verb:
            return False
        if verb.dep_ == "advcl" and verb.tag_ != "VBG":
            return False
        verb = verb.head
        if date.i < verb.i and governor(date) == verb:
            return True
    return False


def _tells_when(date: Token, trigger: Trigger) -> bool:
    """ "In APRIL, when a strike killed 47": what follows "when" happened at the time before it.

    The order of words tells it; parsers hang such clauses on many things.
    """
    doc, event = date.doc, trigger.token
    if trigger.nominal and trigger.carrier is None and not trigger.effects:
        return False
    if not date.i < event.i < date.i + _WHEN or date.sent.start != event.sent.start:
        return False
    opening = [word for word in doc[date.i + 1 : date.i + 3] if word.lower_ == "when"]
    return bool(opening) and not any(word.text in {",", ";"} for word in doc[opening[0].i : event.i])


_WHEN: Final = 20
"""Words between a time and an event of the "when" clause that tells what happened then."""


def head_of_span(doc: Doc, start: int, end: int) -> Token | None:
    """The token of characters `[start, end)` whose head lies outside them."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def place_of(
    trigger: Trigger, passage: int, mentions: Mentions, parties: Iterable[Token]
) -> PlaceMention | None:
    """The most exact place tied to the event in its clause, the nearest when several are as exact."""
    taken = {token.i for token in parties}
    found: dict[int, tuple[PlaceMention, int]] = {}
    for scope in (scope_of(trigger), _same_moment(trigger)):
        for token in scope:
            place = mentions.place_at(passage, token.i)
            if place is None or not _says_where(place, trigger, token.doc) or _is_party(place, taken):
                continue
            found[place.first] = (place, abs(place.head - trigger.token.i))
        if found:
            break
    if not found:
        return None
    return min(
        found.values(), key=lambda item: (_SIZES.index(item[0].place.precision), item[1], item[0].first)
    )[0]


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
    step = head
    for _ in range(4):
        tie = preposition(step)
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


_OFFICES: Final = frozenset(
    {"governor", "mayor", "president", "minister", "chief", "commander", "leader", "head", "emir", "king"}
    | {"bishop", "archbishop", "sheikh", "ambassador", "chairman", "prince", "emirate", "republic"}
)


_ROLES: Final[tuple[Role, ...]] = ("killed", "injured", "abducted")


def counts_of(trigger: Trigger, figures: Sequence[tuple[Figure, Token]]) -> dict[str, Count]:
    """Killed, injured and abducted as the event's own words count them, nobody twice."""
    scope = {token.i for token in scope_of(trigger)}
    inside = [figure for figure, token in figures if token.i in scope]
    if not inside:
        return {}
    span = (inside[0].start, max(figure.start for figure in inside) + 1)
    found = {role: toll(inside, role=role, span=span) for role in _ROLES}
    return {role: count for role, count in found.items() if count is not None}


def amount_of(trigger: Trigger, figures: Sequence[tuple[Figure, Token]]) -> tuple[Amount, Token] | None:
    """The money that the event's clause states."""
    scope = {token.i for token in scope_of(trigger)}
    for figure, token in figures:
        if token.i in scope and figure.unit in _MONEY:
            return Amount(figure.value, figure.unit), token
    return None


def _is_town(token: Token) -> bool:
    """ "In Tank", which is a town of Pakistan."""
    return token.tag_ in {"NNP", "NN"} and token.text.istitle() and preposition(token) in {"in", "near", "of"}


def means_of(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Mode, Token] | None:
    """The weapon or means that the clause names, and the token that names it."""
    known = lexicon.means.instruments
    for token in tokens:
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} or _is_town(token):
            continue
        for key in dict.fromkeys((token.lemma_.lower(), token.lower_)):
            for before, mode in known.get(key, ()):
                if _preceded(token, before):
                    return mode, token
    return None


def _preceded(token: Token, words: tuple[str, ...]) -> bool:
    i = token.i
    for word in reversed(words):
        i -= 1
        if i >= 0 and token.doc[i].lower_ == "-":
            i -= 1
        if i < 0 or word not in {token.doc[i].lower_, token.doc[i].lemma_.lower()}:
            return False
    return True
