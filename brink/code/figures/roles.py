"""What became of the people a number counts: killed, injured, abducted, arrested or displaced."""

from __future__ import annotations

from brink.code.figures.fates import Role, act, index, is_state, lives, losing_lives
from brink.code.figures.vocabulary import known
from brink.code.grammar import called_so
from brink.code.parsed import Doc, Token

STEPS = 4
"""How many coordinations are climbed to find the verb of a noun."""
QUANTITY_CASES = frozenset(
    {"between", "at", "than", "over", "to", "up", "about", "around", "as", "from", "under", "above"}
)
STATE_REACH = 3
VERB_REACH = 5
INSERTION_REACH = 16


def role_of(doc: Doc, first: int, last: int, noun: Token | None) -> Role | None:
    """The role of what tokens `[first, last)` count, by the words beside it and the parse around it."""
    head = noun if noun is not None else _root(doc, first, last)
    return (
        _own(head, last, noun)
        or _state_after(doc, max(head.i, last - 1))
        or _act_before(doc, first)
        or _by_parse(head)
        or _toll(doc, first, head)
        or _verb_after(doc, max(head.i, last - 1) + 1)
    )


def _root(doc: Doc, first: int, last: int) -> Token:
    return next((token for token in doc[first:last] if not first <= token.head.i < last), doc[last - 1])


def _verb_after(doc: Doc, place: int) -> Role | None:
    """11 people, among them 3 children, died; 40 were later killed: the verb that follows on the surface."""
    place = _past_insertion(doc, place)
    place += place < len(doc) and doc[place].lower_ in ("who", "that")
    passive = False
    for token in doc[place : place + VERB_REACH]:
        if token.lemma_ == "be" or token.lower_ in ("been", "being"):
            passive = True
        elif token.pos_ == "VERB":
            undergoes = index("undergoes").get(token.lemma_.lower()) or losing_lives(token)
            return undergoes or (act(token) if passive and token.tag_ in ("VBN", "VBD") else None)
        elif passive and token.lower_ in index("states"):
            return index("states")[token.lower_]
        elif passive and token.lower_ == "among":
            group = doc[token.i + 1 : token.i + 3].text.lower().removeprefix("the ")
            return index("states").get(group)
        elif token.pos_ not in ("AUX", "ADV"):
            return None
    return None


def _past_insertion(doc: Doc, place: int) -> int:
    """Past ", including 3 children," to the verb; the same place when nothing is inserted."""
    if place >= len(doc) or doc[place].lower_ not in (",", "(", "—", "–"):
        return place
    for i in range(place + 1, min(place + INSERTION_REACH, len(doc))):
        if doc[i].lower_ in (",", ")", "—", "–"):
            after = doc[i + 1] if i + 1 < len(doc) else None
            if after is not None and after.pos_ in ("VERB", "AUX", "ADV"):
                return i + 1
        elif doc[i].lower_ in (".", ";"):
            break
    return place


def _own(head: Token, last: int, noun: Token | None) -> Role | None:
    """12 deaths, 40 arrests, 30 wounded."""
    if noun is None or head.i < last:
        return None
    word = head.lemma_.lower() if head.lemma_.lower() in index("nouns") else head.lower_
    return index("nouns").get(word) or (
        index("states").get(head.lower_) if head.pos_ in ("ADJ", "NOUN") else None
    )


def _state_after(doc: Doc, place: int) -> Role | None:
    """12 dead, 30 others injured, 12 people killed in a blast."""
    for i in range(place + 1, min(place + 1 + STATE_REACH, len(doc))):
        token = doc[i]
        role = index("states").get(token.lower_)
        if role is None:
            if token.pos_ not in ("NOUN", "PROPN", "ADV", "ADJ") and token.lower_ not in (
                "were",
                "was",
                "are",
                "more",
                "others",
            ):
                return None
            continue
        return role if is_state(token) else None
    return None


def _act_before(doc: Doc, first: int) -> Role | None:
    """killing 12, wounded 30, abducted some 200: the verb right before the number."""
    if first == 0:
        return None
    verb = doc[first - 1]
    if verb.lower_ in (":", "“", "another", "the", "a", "further", "these", "those") and first > 1:
        verb = doc[first - 2]
    role = act(verb)
    if role is None or verb.pos_ not in ("VERB", "NOUN", "ADJ", "ADV"):
        return None
    passive = any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)
    return None if passive else role


def _by_parse(head: Token) -> Role | None:
    """The role of a noun as object or subject of a verb, or under a noun for an act."""
    token = head
    if token.dep_ == "nmod" and token.head.tag_ == "CD" and _case(token) == "of":
        # "20 of his GUARDS".
        token = token.head
    for _ in range(STEPS):
        if (
            token.dep_ in ("conj", "appos", "nummod", "compound", "flat", "nmod:unmarked", "dep", "amod")
            and token.head is not token
        ):
            if token.dep_ == "conj" and token.pos_ == "VERB":
                break
            token = token.head
            continue
        break
    if token.head.dep_ == "acl:relcl" and token in called_so(token.head.head):
        # "Killed what the army called 25 REBELS".
        token = token.head.head
    governor, relation = token.head, token.dep_
    clause = _relative_clause(token) if token.lower_ != "what" else None
    if clause or governor is token:
        return clause
    if relation in ("obj", "nsubj:pass") or (relation == "obl" and _case(token) in QUANTITY_CASES):
        return lives(governor, token) or act(governor)
    if relation.startswith("nsubj"):
        undergoes = index("undergoes").get(governor.lemma_.lower())
        if undergoes:
            return undergoes
        if any(lives(governor, child) for child in governor.children if child.dep_ == "obj"):
            return "killed"
        passive = governor.tag_ == "VBN" or (governor.lower_ in index("states") and is_state(governor))
        has_object = any(child.dep_ in ("obj", "iobj", "ccomp", "xcomp") for child in governor.children)
        return act(governor) if passive and not has_object else None
    if relation.startswith("nmod") and _case(token) == "of":
        nouns = index("nouns").get(governor.lemma_.lower())
        return nouns or (
            "killed" if governor.lemma_.lower() in known("lives") and lives(governor.head, governor) else None
        )
    return None


def _relative_clause(noun: Token) -> Role | None:
    """The nine people who died; 40 women who were abducted."""
    verb = next((child for child in noun.children if child.dep_ == "acl:relcl"), None)
    if verb is None:
        return None
    if any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children):
        return act(verb)
    return index("undergoes").get(verb.lemma_.lower()) if verb.lemma_ in index("undergoes") else None


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _toll(doc: Doc, first: int, head: Token) -> Role | None:
    """A death toll of 40; the toll rose to 40; put the toll at 40."""
    if first == 0 or doc[first - 1].lemma_.lower() not in known("toll_links"):
        return None
    for governor in (head.head, head.head.head):
        near = [governor, *governor.children]
        numbers = (_number_of(token) for token in near if token.lower_ == "number" and token.i < first)
        counted = next((role for role in numbers if role), None)
        if counted:
            return counted
        toll = next((token for token in near if token.lower_ in known("tolls")), None)
        if toll is not None and abs(toll.i - first) < 12:
            words = {child.lower_ for child in toll.children} | {doc[max(0, toll.i - 1)].lower_}
            return "injured" if words & {"injury", "injured", "casualty"} else "killed"
    return None


def _number_of(token: Token) -> Role | None:
    """The number of dead stands at 17."""
    following = [word.lower_ for word in token.doc[token.i + 1 : token.i + 5]]
    if following[:1] != ["of"]:
        return None
    return next((index("states")[word] for word in following if word in index("states")), None)
