"""Whether "the Americans" means the state, which decides and fights, or people of it."""

from __future__ import annotations

from typing import Final

from brink.code.actors.cues import Cues
from brink.code.actors.metonymy import read_seat
from brink.code.actors.words import Words

_LONGEST_LIST: Final = 6


def is_state_itself(words: Words, first: int, head: int, cues: Cues) -> bool:
    """Whether the people of a state, with "the" and no number, act or are dealt with as the state.

    "THE AMERICANS bombed", "agreed with THE SAUDIS", "told THE RUSSIANS"; but people in "killed the
    Americans", "THE SYRIANS protested", "two Americans".
    """
    if first == 0 or words.lowered[first - 1] != "the":
        return False
    leading = _first_of_list(words, head)
    relation, verb = words.deps[leading], words.lemmas[words.heads[leading]]
    if relation == "nsubj":
        return verb not in cues.people_verbs and (
            verb in cues.political_verbs or verb in cues.state_verbs or verb in cues.dealing_verbs
        )
    if relation in {"obj", "iobj"}:
        return verb in cues.dealing_verbs
    if verb in cues.people_verbs or verb in cues.harm_nouns or relation not in {"obl", "nmod", "obl:agent"}:
        return False
    return read_seat(words, leading, leading + 1, cues, weak=False, palace=False).acts


def _first_of_list(words: Words, head: int) -> int:
    """The first of those joined by "and", whose place in the clause all have."""
    for _ in range(_LONGEST_LIST):
        if words.deps[head] != "conj":
            break
        head = words.heads[head]
    return head
