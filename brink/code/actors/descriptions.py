"""Whom "the group", "the country" and "the army" mean, where a rule can be right."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from brink.code.actors.choosing import chosen, nearest
from brink.code.actors.cues import Cues
from brink.code.actors.fitting import ARMIES, FIGHTING, REBELS, STATE_FORCES, at_war, ends_with
from brink.code.actors.references import DESCRIPTION_REACH, Memory
from brink.code.actors.seen import Antecedent, Seen
from brink.code.actors.spelling import fold
from brink.code.mention import Mention
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_COUNTRY_WORDS = frozenset({"country", "nation", "state", "kingdom", "republic"})
_BRANCHES = frozenset({"air force", "navy", "coast guard", "border guard", "national guard"})
_WHITHER = frozenset({"to", "into", "from", "in", "toward", "towards"})
_NAMING: Final = _LISTS["sorts_in_names"]


def described(
    memory: Memory,
    text: str,
    sentence: int,
    cues: Cues,
    *,
    country: Antecedent | None = None,
    doer: tuple[int, int] | None = None,
) -> Antecedent:
    """Whom "the group" or "the army" means: the last so named, or of that kind.

    `country` is whose "the country" is by the words around it, when they tell; `doer` the
    passage and verb of somebody who does something with them, and so is not they.
    """
    word = fold(text.split()[-1])
    kinds = {kind for kind, nouns in cues.described.items() if text in nouns}
    named = _named_so(memory, word, sentence)
    if named and (text not in cues.described["group"] or text in _NAMING):
        return Antecedent(
            (named[-1].mention,), f"back to '{named[-1].mention.surface}', named with the same word"
        )
    if "state" in kinds:
        if text not in _COUNTRY_WORDS:
            return only_state(memory, sentence)
        return country if country is not None else nearest(_states(memory, sentence))
    recent = _recent(memory, word, kinds, sentence)
    if doer is not None and word in REBELS:
        doing = {s.mention.label for s in recent if s.is_subject and s.governor == doer}
        recent = [s for s in recent if s.mention.label not in doing]
        if not recent:
            return Antecedent((), "nobody of that kind named shortly before but who does it")
    if text in _BRANCHES:
        # "The air force" is no other part of an army spoken of before.
        recent = [s for s in recent if ends_with(s.mention, word)]
    return _latest(memory, word, recent, sentence)


def _named_so(memory: Memory, word: str, sentence: int) -> list[Seen]:
    """Those lately spoken of whose name ends with the word."""
    return memory.recent(
        sentence,
        2 * DESCRIPTION_REACH,
        lambda m: ends_with(m, word) and not (word in STATE_FORCES and m.kind == "group"),
    )


def _states(memory: Memory, sentence: int) -> list[Seen]:
    return memory.recent(sentence, DESCRIPTION_REACH, lambda m: m.kind == "state" and len(m.names) == 1)


def _recent(memory: Memory, word: str, kinds: Container[str], sentence: int) -> list[Seen]:
    """Those of the right kind spoken of lately; of rebels only who is at war."""
    recent = memory.lately(
        sentence,
        DESCRIPTION_REACH,
        lambda s: (
            len(s.mention.names) == 1
            and (s.mention.kind in kinds or ("group" in kinds and s.armed))
            and not (word in ARMIES and s.polices)
        ),
    )
    recent = [_as_force(seen) if word in FIGHTING else seen for seen in recent]
    return at_war(recent) if word in REBELS else recent


def _latest(memory: Memory, word: str, recent: Sequence[Seen], sentence: int) -> Antecedent:
    """The subject of the last sentence that speaks of any, else the one it speaks of."""
    latest = [s for s in recent if s.sentence == recent[-1].sentence]
    leading = [s for s in latest if s.main and s.is_subject]
    if leading:
        return chosen(leading, latest)
    if (called := _called(memory, word, sentence)) is not None:
        return called
    labels = sorted({s.mention.label[0] for s in latest})
    if len(labels) > 1 and not any(s.is_subject for s in latest):
        return Antecedent((), f"could be {' or '.join(labels)}")
    if not latest and word in ARMIES and len(memory.armies) == 1:
        (army,) = memory.armies.values()
        return Antecedent((army,), f"back to '{army.surface}', the only army named in the story")
    return chosen(latest) if latest else Antecedent((), "nobody of that kind named shortly before")


def _called(memory: Memory, word: str, sentence: int) -> Antecedent | None:
    """The one group of the story that was called so before: "M23 REBELS"."""
    if len(memory.callings.get(word, ())) != 1:
        return None
    (name,) = memory.callings[word]
    late = memory.lately(sentence, 2 * DESCRIPTION_REACH, lambda s: s.mention.names == (name,))
    return Antecedent((late[-1].mention,), f"back to {name}, called {word} before") if late else None


def only_state(memory: Memory, sentence: int) -> Antecedent:
    """The one state spoken of lately, for "the government" and "the army".

    A story filed from somewhere means its own, unless another state does or owns something.
    """
    states = _deciding(memory, sentence, _states(memory, sentence))
    labels = sorted({s.mention.names[0] for s in states})
    if memory.home is not None and states and all(s.located or s.case in _WHITHER for s in states):
        return Antecedent((), "the states named of late are only where something was or went")
    if labels and (ruler := _ruler_before(memory, states)) is not None:
        return Antecedent((ruler,), f"'{ruler.surface}' is the only government the story speaks of")
    if len(labels) == 1:
        return Antecedent((states[-1].mention,), f"{labels[0]} is the only state named of late")
    return Antecedent((), f"could be of {' or '.join(labels)}" if labels else "no state named shortly before")


def _deciding(memory: Memory, sentence: int, states: list[Seen]) -> list[Seen]:
    """The states, without those that only qualify a thing while a capital decides."""
    capitals = memory.recent(sentence, DESCRIPTION_REACH, lambda m: m.how == "metonym" and bool(m.country))
    countries = {s.mention.country for s in capitals}
    doing = [s for s in states if s.is_subject]
    if len(countries) != 1 or doing:
        return states
    return [s for s in states if s.mention.country in countries] or [
        replace(s, mention=replace(s.mention, kind="state")) for s in capitals[-1:]
    ]


def _ruler_before(memory: Memory, states: Sequence[Seen]) -> Mention | None:
    """The one government of the story, before states that are only where something was or came from."""
    if len(memory.rulers) != 1:
        return None
    ((country, ruler),) = memory.rulers.items()
    others = [seen for seen in states if seen.mention.country != country]
    return ruler if others and all(seen.located for seen in others) else None


def _as_force(seen: Seen) -> Seen:
    """The army whose press wing was named: "the security forces" after "the ISPR said"."""
    mention = seen.mention
    if mention.kind != "force" or not mention.serves:
        return seen
    return replace(seen, mention=replace(mention, names=(mention.serves,), serves=None))
