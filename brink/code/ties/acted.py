"""Ties stated by a verb: "harbours", "pledged allegiance to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from brink.code.grammar import is_passive, obliques, patients, preposition, subjects
from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.rows import Relation
from brink.code.ties.around import Around
from brink.code.ties.doing import doers
from brink.code.ties.ended import once
from brink.code.ties.named import Pair
from brink.code.ties.phrases import VerbPhrase, phrases

_PREPOSITIONS: Final = frozenset(
    {
        "to",
        "with",
        "against",
        "on",
        "for",
        "from",
        "between",
        "in",
        "of",
        "over",
        "under",
        "alongside",
        "into",
    }
)
_DENYING: Final = frozenset({"deny", "reject", "refuse", "stop", "avoid", "consider"})
_LEFT: Final = frozenset({"group", "body", "force", "unknown", "person"})
_MOST_TOGETHER: Final = 4
_JOINING: Final = frozenset({"join", "rejoin", "merge"})
_PEOPLE_ONLY: Final = frozenset({"head", "lead", "command", "chair", "found", "serve", "work", "speak"})


def by_verb(around: Around, verb: Token) -> Iterator[Pair]:
    """Ties a verb phrase makes between its doer and its other side."""
    words = phrases()
    if verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).lemma_.lower() in _DENYING:
        return
    used: set[str] = set()
    for phrase in words.verbs.get(words.forms.get(verb.lower_, verb.lemma_.lower()), ()):
        spent = used and not phrase.parts and not patients(verb)
        others = [] if spent else _others(around, verb, phrase)
        if not others:
            continue
        if phrase.parts and phrase.parts[-1] in used:
            continue
        joined = phrase.parts == ("into",) and is_passive(verb)
        whose = around.of_all(subjects(verb)) if joined else doers(around, verb)
        found = list(_pairs(verb, phrase, whose, others))
        if found:
            yield from found
            if not phrase.parts or phrase.parts[-1] not in _PREPOSITIONS:
                return
            used.add(phrase.parts[-1])


def by_mutual(around: Around, verb: Token) -> Iterator[Pair]:
    """Ties of "A and B share interests": a verb that joins its two subjects."""
    for phrase in phrases().mutual.get(verb.lemma_.lower(), ()):
        place = _match(verb, phrase.parts) if phrase.parts else None
        if phrase.parts and (place is None or around.at(place) is not None):
            # "Formed the ALLIANCE of Sahel States" names a body.
            continue
        yield from _each_other(around.of_all(subjects(verb)), phrase.relation, verb)
        return


def at_war(around: Around, noun: Token) -> Iterator[Pair]:
    """The tie of "Israel and Hezbollah have been at war"."""
    if noun.i == 0 or noun.nbor(-1).lower_ != "at" or not any(c.dep_ == "cop" for c in noun.children):
        return
    if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "with":
        return
    sides = [child for child in noun.children if child.dep_ == "nsubj"]
    yield from _each_other([m for child in sides for m in around.of(child)], "enemy", noun)


def _each_other(sides: list[Mention], relation: Relation, word: Token) -> Iterator[Pair]:
    """Every two of a few who do something together."""
    if len(sides) == 1 and len(sides[0].names) == 2:
        yield Pair(sides[0], sides[0], relation, word, predicated=True)
    elif 2 <= len(sides) <= _MOST_TOGETHER:
        for k, a in enumerate(sides):
            for b in sides[k + 1 :]:
                yield Pair(a, b, relation, word, predicated=True)


def _pairs(verb: Token, phrase: VerbPhrase, doers: list[Mention], others: list[Mention]) -> Iterator[Pair]:
    for a in doers:
        for b in others:
            if (
                _is_in_compound(b, verb)
                or a is b
                or (phrase.relation == "enemy" and "person" in {a.kind, b.kind})
            ):
                continue
            leads = phrase.relation == "member" and not phrase.ended and verb.lemma_ in _PEOPLE_ONLY
            if leads and (a.kind != "person" or b.kind == "person"):
                continue
            if phrase.reverse and b.kind == "person":
                continue
            loose = not phrase.ended and phrase.parts[:1] in (("tie",), ("link",))
            if loose and "group" not in {a.kind, b.kind}:
                # States have ties to all the world; a group that has some to another stands by it.
                continue
            if verb.lemma_ in {"host", "shelter", "protect"} and b.kind == "people":
                # Refugees and civilians are hosts' guests and nobody's clients.
                continue
            if phrase.relation == "member" and b.kind == "people":
                continue
            if phrase.ended and phrase.relation == "member" and not _may_be_left(b, verb):
                continue
            if verb.lemma_ == "form" and (a.kind not in {"state", "government"} or b.kind not in _LEFT):
                # Former members of a group form another; only states stay themselves in a union.
                continue
            if verb.lemma_ in _JOINING and not _enters(a, b, verb):
                continue
            yield Pair(
                *((b, a) if phrase.reverse else (a, b)),
                phrase.relation,
                verb,
                ended=phrase.ended or once(verb),
                predicated=verb.pos_ == "VERB",
            )


def _is_in_compound(b: Mention, verb: Token) -> bool:
    """ "Pulled out of the UN-BROKERED deal": the name is only part of an adjective."""
    behind = [token.text for token in verb.doc[b.last : b.last + 2]]
    return len(behind) == 2 and behind[0] in {"-", "–", "‐"} and behind[1].islower()


def _may_be_left(b: Mention, verb: Token) -> bool:
    """Whether it is a body: who leaves a country, or a capital that stands for one, leaves a place."""
    if verb.lemma_ in {"leave", "exit"}:
        goes_on = any(child.dep_ == "aux" for child in verb.children)
        if not b.surface[:1].isupper() or (verb.tag_ == "VBG" and not goes_on):
            # "Dissolving the army while leaving the guard in place"
            return False
    return b.kind in _LEFT


def _enters(a: Mention, b: Mention, verb: Token) -> bool:
    """Whether one group becomes part of another, rather than doing as it does ("joined Chad in saying")."""
    states = a.kind in {"state", "government"} or b.kind == "state"
    following = verb.doc[b.last : b.last + 2]
    return not states and not (
        len(following) == 2 and following[0].lower_ == "in" and following[1].tag_ == "VBG"
    )


def _others(around: Around, verb: Token, phrase: VerbPhrase) -> list[Mention]:
    """Actors at the end of the phrase, when its words are there."""
    if not phrase.parts:
        return _objects(around, verb)
    place = _match(verb, phrase.parts)
    if place is None:
        return _by_grammar(around, verb, phrase)
    after = around.after(place)
    return around.coordinated_after(after) if after is not None else []


def _objects(around: Around, verb: Token) -> list[Mention]:
    if verb.pos_ == "VERB":
        heads = patients(verb)
        if (described := _relative_object(verb)) is not None:
            return around.of(described)
        if heads:
            return around.of_all(heads)
    elif around.before(verb.i) is None and verb.dep_ != "conj":
        return []
    after = around.after(verb.i)
    return [after] if after is not None and after.first - verb.i <= 4 else []


def _relative_object(verb: Token) -> Token | None:
    """The noun that is the object of its relative clause: "Hezbollah, WHICH Iran funds"."""
    clause = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "acl:relcl" else verb
    if clause.dep_ != "acl:relcl" or is_passive(clause):
        return None
    own = any(c.dep_ == "nsubj" and c.lower_ not in {"who", "which", "that"} for c in clause.children)
    relative = any(c.dep_ == "obj" and c.lower_ in {"which", "whom", "that"} for c in clause.children)
    return clause.head if own and relative else None


def _match(verb: Token, parts: tuple[str, ...]) -> int | None:
    """Index of the last word of the phrase, found after the verb with a few words between."""
    doc = verb.doc
    place: int = verb.i
    for part in parts:
        reach = 1 if part in _PREPOSITIONS else 4
        window = doc[place + 1 : min(place + 1 + reach + 1, len(doc))]
        hit = next((token for token in window if part in (token.lemma_, token.lower_)), None)
        if hit is None or (
            hit.i - place > 1 and any(token.pos_ in {"VERB", "PUNCT"} for token in doc[place + 1 : hit.i])
        ):
            return None
        place = hit.i
    return place


def _by_grammar(around: Around, verb: Token, phrase: VerbPhrase) -> list[Mention]:
    """The same phrase with other words in between: "provides, through charities, haven to"."""
    last = phrase.parts[-1]
    if last not in _PREPOSITIONS:
        return []
    middle = list(phrase.parts[:-1])
    if not middle:
        return around.of_all(obliques(verb, last))
    for child in verb.children:
        if child.dep_ == "obj" and child.lemma_ == middle[-1]:
            inner = [grand for grand in child.children if grand.dep_ == "nmod" and preposition(grand) == last]
            return around.of_all([*obliques(verb, last), *(head for noun in inner for head in (noun,))])
    return []
