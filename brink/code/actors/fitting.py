"""Which mentions a reference back fits: people, bodies, many people, armies, names by their head word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from brink.code.actors.seen import Seen
from brink.code.actors.spelling import fold
from brink.code.mention import ActorKind, Mention
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_SINGLE: frozenset[ActorKind] = frozenset({"state", "government", "force", "body", "group", "media"})
_MANY: frozenset[ActorKind] = frozenset({"group", "people", "role", "force"})
_MANY_WORDS = ("s", "police", "men", "people", "personnel")
STATE_FORCES = frozenset({"army", "military", "police", "navy"})
"""Words for forces of a state, though a rebel "Liberation Army" has one in its name."""
FIGHTING = frozenset({"forces", "force", "troops", "soldiers", "army", "military"})
"""Words for the force that a press wing serves, and not for the press wing."""
ARMIES = frozenset({"army", "military"})
REBELS = frozenset({"militants", "militant", "insurgents", "rebels", "guerrillas", "terrorists", "jihadists"})
"""Words for those who fight a government, which no government is while a group is spoken of."""
_POLICING: Final = _LISTS["policing"]


_SEVERAL = _LISTS["several_people"]


def is_person(mention: Mention) -> bool:
    """Somebody with a name."""
    return mention.kind == "person" and bool(mention.names)


def is_holder(mention: Mention) -> bool:
    """One person without a name of their own: "the UN coordinator", "a teacher"."""
    held = mention.how == "role" and mention.kind in {"people", "role", "office"}
    return (held or mention.how == "office") and not mention.plural and bool(mention.label)


def is_single(mention: Mention) -> bool:
    """One state, body or group, told of as one thing."""
    return mention.kind in _SINGLE and not mention.plural and bool(mention.names)


def is_one_body(mention: Mention) -> bool:
    """An army, police force or junta named in the singular."""
    single = not mention.plural and mention.surface.split()[-1:] and len(mention.names) == 1
    return bool(single) and mention.kind == "force" and not mention.surface.casefold().endswith(_MANY_WORDS)


def is_many(mention: Mention) -> bool:
    """Several people, or a body told of as the people in it."""
    last = mention.surface.casefold().rpartition(" ")[2]
    if mention.kind == "people" and is_holder(mention) and last not in _SEVERAL:
        # "A BISHOP said … they" means others.
        return False
    by_kind = mention.kind in _MANY and (mention.plural or mention.kind in {"group", "people", "force"})
    ruling = mention.kind == "government" and mention.how in {"name", "alias"}
    return by_kind or ruling or mention.plural or len(mention.names) > 1


def is_police(mention: Mention) -> bool:
    """A force that no one calls the army: police, detectives, spies, paramilitaries."""
    return any(word in name.casefold() for name in mention.names for word in _POLICING)


def at_war(recent: Sequence[Seen]) -> list[Seen]:
    """Armed groups, without those that rule a country where another is spoken of."""
    others = [seen for seen in recent if seen.mention.kind != "government"]
    return others or list(recent)


def _heads(name: str) -> set[str]:
    """The last word of a name, and the one before "of" or "for": "Front" of the Front for Free Kordelia."""
    words = [fold(word) for word in name.split()]
    return {
        words[-1],
        *(word for word, after in pairwise(words) if after in {"of", "for"}),
    }


def ends_with(mention: Mention, word: str) -> bool:
    """Whether the mention, or a name of it, has this head word: "the Front" after "Popular Front"."""
    texts: Iterable[str] = (mention.surface, *mention.names)
    if word in ARMIES and mention.names and mention.surface.casefold() in ARMIES:
        # "The army" after "the military" is the same one, whatever other army was named before.
        return True
    return (
        bool(mention.names) and mention.kind != "person" and any(word in _heads(t) for t in texts if " " in t)
    )
