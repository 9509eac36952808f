"""Who does what a verb of a tie says, where the parser tells and where only the order of words does."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import agents, is_passive, passive_agents, patients, subjects
from brink.code.grammar.labels import RELATIVES
from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.ties.around import Around
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.ties")
_CHARGING: Final = _LISTS["charging"]
# Tokens between the charge and the act: "accused the government in Asmara of".
_CHARGED_WITHIN: Final = 8


def accusation(verb: Token) -> Token | None:
    """The verb that charges somebody with the act: "accused Asmara of harbouring"."""
    if verb.i == 0 or verb.nbor(-1).lower_ not in {"of", "for"}:
        return None
    before = verb.doc[max(verb.sent.start, verb.i - _CHARGED_WITHIN) : verb.i]
    return next((word for word in reversed(before) if word.lemma_ in _CHARGING and word.pos_ == "VERB"), None)


def doers(around: Around, verb: Token) -> list[Mention]:
    charging = accusation(verb)
    if charging is not None:
        charged = subjects(charging) if is_passive(charging) else patients(charging)
        return around.of_all(charged)
    if verb.pos_ == "VERB":
        heads = passive_agents(verb) if is_passive(verb) else agents(verb)
        found = _with_listed(around, around.of_all(heads), verb) or (
            _behind_by(around, verb) if is_passive(verb) else []
        )
        if not found and heads and all(head.lower_ in RELATIVES for head in heads):
            before = around.before(heads[0].i, skip={","})
            found = [before] if before is not None else []
        if found or heads:
            return found
    else:
        # A verb that was taken for a noun or an adjective keeps its subject.
        found = around.of_all(_subjects_before(verb))
        if found:
            return found
    before = around.before(verb.i)
    if before is not None and not around.is_placed(before):
        return around.coordinated_before(before)
    if verb.dep_ == "conj" and verb.head.i < verb.i and not patients_between(verb):
        return doers(around, verb.head)
    topic = around.topic(verb)
    return [topic] if topic is not None and verb.tag_ == "VBN" else []


def _with_listed(around: Around, found: list[Mention], verb: Token) -> list[Mention]:
    """The doers with those of their list that the parser left out: "MALI, Niger and Chad left"."""
    if not found or found[-1].last > verb.i or is_passive(verb):
        return found
    listed = around.coordinated_before(found[-1])
    whole = all(mention in listed for mention in found) and not around.is_placed(listed[0])
    return listed if whole else found


def _behind_by(around: Around, verb: Token) -> list[Mention]:
    """The doer of a passive whose "by" the parser hung on another word: "supplied with weapons BY CHINA"."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]:
        if token.text in {",", ";"} or token.pos_ == "VERB":
            break
        if token.lower_ == "by":
            named = around.after(token.i)
            return around.coordinated_after(named) if named is not None else []
    return []


def _subjects_before(verb: Token) -> list[Token]:
    """Subjects to the left of a verb; of a relative clause the noun that it describes."""
    found = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"} and child.i < verb.i]
    relative = verb.dep_ == "acl:relcl" and any(c.lower_ in {"who", "which", "that"} for c in found)
    return [verb.head] if relative else found


def patients_between(verb: Token) -> bool:
    """Whether another clause with its own subject stands between a verb and the one it is joined to."""
    return any(child.dep_ in {"nsubj", "nsubj:pass"} for child in verb.children)
