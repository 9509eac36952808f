"""What an attack hit where the words name nobody who owns it or suffers: a market, a bridge, a convoy."""

from __future__ import annotations

from collections.abc import Iterable

from brink.code.events.around import standing_at
from brink.code.events.circumstances import means_of
from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.wording import is_no, noun_phrase
from brink.code.grammar import patients
from brink.code.grammar.free_relative import meant_by
from brink.code.parsed import Token

_USING = frozenset({"fire", "launch", "send", "use", "fly", "deploy", "unleash"})
"""What is done with a weapon: "fired DRONES at the port" hits the port."""


def things_hit(made: Draft, cast: Cast) -> list[Party]:
    """The market in "shelled a market", in the words of the text; nothing of an act that tells a toll."""
    if made.type != "ASSAULT" or made.frame.sides or made.frame.effect:
        return []
    before = ("compound",) if made.trigger.nominal else ()
    for place in (*made.frame.recipient, *before):
        found = _things(standing_at(made.trigger, place, cast.lexicon), cast)
        if found:
            return found
    for effect in made.trigger.effects:
        found = [] if effect.nominal else _things(patients(effect.token), cast)
        if found:
            return found
    return []


def _things(tokens: Iterable[Token], cast: Cast) -> list[Party]:
    found: list[Party] = []
    for token in map(meant_by, tokens):
        if _is_thing(token, cast):
            words = noun_phrase(token)
            because = f"recipient in the words of the text, “{words}”"
            found.append(Party((words,), token, "unknown", False, because, "thing", True))
    return found


def _is_thing(token: Token, cast: Cast) -> bool:
    taken = cast.mentions.place_at(cast.passage, token.i) or cast.mentions.actor_at(cast.passage, token.i)
    words = (token.lemma_.lower(), token.lower_)
    known = token.pos_ in {"NOUN", "PROPN"} and not cast.lexicon.means.things.isdisjoint(words)
    fired = any(child.dep_ == "acl" and child.lemma_ in _USING for child in token.children)
    used = fired or token.dep_ == "compound" or (token.dep_ == "obj" and token.head.lemma_ in _USING)
    weapon = used and means_of((token,), cast.lexicon) is not None
    return known and taken is None and not weapon and not any(is_no(child) for child in token.children)
