"""Which two actors "both sides" and "the two countries" mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from brink.code.actors.references import DESCRIPTION_REACH, MOST_REMEMBERED, Memory
from brink.code.actors.seen import Antecedent
from brink.code.mention import Mention

_STATE_NOUNS = frozenset(
    {"countries", "nations", "neighbours", "neighbors", "states", "governments", "capitals"}
)


def pair(
    memory: Memory,
    noun: str,
    sentence: int,
    state_of: Callable[[Mention], str | None],
    *,
    apart: bool = False,
) -> Antecedent:
    """The last two states or other actors, for "both sides" and "the two countries".

    Who mediates between them is `apart` from them: nobody of their own sentence is meant then.

    `state_of` names the state that a mention stands for, so that a ministry counts as
    its country. Names of places ("in Chad") count only when nothing else is left.
    """
    states = noun in _STATE_NOUNS

    def party(mention: Mention) -> str | None:
        if noun == "groups" and mention.kind == "force":
            return None
        return state_of(mention) if states else _party(mention, persons=noun in {"leaders", "men"})

    last = sentence - 1 if apart else sentence
    leading = _leading_pair(memory, last, party)
    if leading is not None:
        names = " and ".join(sorted(leading))
        mentions = tuple(_as_state(m, name) if states else m for name, m in leading.items())
        return Antecedent(mentions, f"the two that the clause before is about: {names}")
    # "Both sides" of a quarrel are nobody who is only named for where it was.
    for located in (False, True) if states else (False,):
        found: dict[str, Mention] = {}
        for seen in islice(reversed(memory.seen), 4 * MOST_REMEMBERED):
            if sentence - seen.sentence > 2 * DESCRIPTION_REACH or len(found) == 2:
                break
            if seen.sentence > last or seen.mediates or _is_counted(seen.mention, found):
                continue
            if len(seen.mention.names) == 2 and not found:
                return Antecedent((seen.mention,), f"back to '{seen.mention.surface}'")
            name = party(seen.mention)
            if name is not None and (located or not seen.located):
                found.setdefault(name, _as_state(seen.mention, name) if states else seen.mention)
        if len(found) == 2:
            names = " and ".join(sorted(found))
            return Antecedent(tuple(reversed(found.values())), f"the last two of their kind named: {names}")
    return Antecedent((), "two actors are meant, but fewer were named before")


def _is_counted(mention: Mention, found: dict[str, Mention]) -> bool:
    """Whether the rulers or army of a country stand for one side already found, or it for them."""
    return mention.country is not None and any(
        other.country == mention.country and other.kind != "group" and mention.kind != "group"
        for other in found.values()
        if other.names != mention.names
    )


def _leading_pair(
    memory: Memory, sentence: int, party: Callable[[Mention], str | None]
) -> dict[str, Mention] | None:
    """The two of the last main clause that names as many, when its sentence names more."""
    for back in range(DESCRIPTION_REACH):
        found: dict[str, Mention] = {}
        main: dict[str, Mention] = {}
        for seen in memory.lately(sentence, back, lambda s: s.sentence <= sentence):
            name = party(seen.mention) if seen.sentence == sentence - back else None
            if name is not None:
                found.setdefault(name, seen.mention)
                if seen.main and not seen.located:
                    main.setdefault(name, seen.mention)
        if len(found) > 1:
            return main if len(main) == 2 < len(found) else None
    return None


def _party(mention: Mention, *, persons: bool) -> str | None:
    kinds = {"person", "government"} if persons else {"state", "government", "group", "force"}
    usable = len(mention.names) == 1 and mention.kind in kinds
    return mention.names[0] if usable else None


def _as_state(mention: Mention, name: str) -> Mention:
    return replace(mention, names=(name,), kind="state") if mention.names != (name,) else mention
