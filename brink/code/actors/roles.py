"""Role nouns ("troops", "foreign minister") and whom they stand for with a modifier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.shipped import read_yaml
from brink.code.actors.spelling import fold, pieces, plural
from brink.code.mention import ActorKind
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleClass:
    """What a class of role nouns becomes, by what modifies it."""

    name: str
    kind: ActorKind
    how: str
    state: str
    group: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNoun:
    """One form of a role noun."""

    words: tuple[str, ...]
    singular: str
    plural: str
    is_plural: bool
    classes: tuple[RoleClass, ...]
    """Usually one; "leaders" of a state govern it, "leaders" of a group are its members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Whom a role noun stands for."""

    name: str | None
    kind: ActorKind
    country: str | None
    because: str


class RoleLexicon:
    """All role nouns, found at a token by the longest match."""

    __slots__ = ("_by_first",)

    def __init__(self, nouns: Sequence[RoleNoun]) -> None:
        self._by_first: dict[str, list[RoleNoun]] = {}
        for noun in nouns:
            self._by_first.setdefault(noun.words[0], []).append(noun)
        for found in self._by_first.values():
            found.sort(key=lambda n: (-len(n.words), n.singular))

    def at(self, folded: Sequence[str], i: int) -> RoleNoun | None:
        """The longest role noun that starts at token `i`."""
        for noun in self._by_first.get(folded[i], ()):
            last = i + len(noun.words)
            if last <= len(folded) and all(folded[i + k] == w for k, w in enumerate(noun.words)):
                return noun
        return None

    def last_word(self, word: str) -> RoleNoun | None:
        """The one-word role noun with this form."""
        for noun in self._by_first.get(word, ()):
            if len(noun.words) == 1:
                return noun
        return None


@lru_cache(maxsize=1)
def load_roles() -> RoleLexicon:
    """The shipped role nouns."""
    forms: dict[tuple[str, ...], tuple[str, str, bool, list[RoleClass]]] = {}
    for name, fact in read_yaml("roles.yaml").items():
        role = RoleClass(
            name=name,
            kind=fact["kind"],
            how=fact.get("how", "role"),
            state=fact["state"],
            group=fact["group"],
            body=fact["body"],
        )
        for word in fact["words"]:
            for words, singular, many, is_plural in _forms(word):
                forms.setdefault(words, (singular, many, is_plural, []))[3].append(role)
    return RoleLexicon(
        [
            RoleNoun(words=words, singular=s, plural=p, is_plural=is_plural, classes=tuple(classes))
            for words, (s, p, is_plural, classes) in forms.items()
        ]
    )


_FIXED: Final = tuple(_LISTS["fixed"])


def _forms(word: str) -> list[tuple[tuple[str, ...], str, str, bool]]:
    one, _, many = word.partition("/")
    one_words = tuple(fold(w) for w in pieces(one))
    if not many and one.endswith(_FIXED) and not one.endswith(("ss", "us")):
        is_plural = one.endswith(("s", "people", "men", "police", "personnel"))
        return [(one_words, one, one, is_plural)]
    many = many or plural(one)
    return [(one_words, one, many, False), (tuple(fold(w) for w in pieces(many)), one, many, True)]


def meaning(noun: RoleNoun, modifier: ActorEntry, gazetteer: Gazetteer, on: date | None) -> Meaning:
    """Whom a role noun stands for when `modifier` qualifies it, and by which rule.

    "Pakistani troops" are the Pakistan Army, "Pakistani officials" Pakistan, "TTP militants"
    the TTP; where nothing is known, nobody is named.
    """
    if modifier.kind == "state" and modifier.country in gazetteer.states:
        return _of_state(noun, modifier, gazetteer, on)
    role = noun.classes[0]
    why = f"{noun.singular} of {modifier.name}"
    state = gazetteer.states.get(modifier.country or "")
    if modifier.kind == "force" and role.name == "government" and state is not None:
        return _of_state(noun, state, gazetteer, on)
    if modifier.kind == "people" and role.kind not in {"people"}:
        return Meaning(
            name=None, kind="role", country=modifier.country, because=f"{why}: not that people itself"
        )
    # A state that no list of countries has (one of a case's own) is what its organs and officials act for.
    body_like = modifier.kind in {"body", "force", "government", "media", "state"}
    template = (
        role.body if body_like else role.group if modifier.kind in {"group", "people", "unknown"} else ""
    )
    if not template:
        return Meaning(
            name=None, kind=role.kind, country=modifier.country, because=f"{why}: not that actor itself"
        )
    return Meaning(name=modifier.name, kind=modifier.kind, country=modifier.country, because=why)


def _of_state(noun: RoleNoun, state: ActorEntry, gazetteer: Gazetteer, on: date | None) -> Meaning:
    role = next((c for c in noun.classes if c.name in {"government", "office"}), noun.classes[0])
    country = state.country or ""
    why = f"{noun.singular} of {state.name}"
    ruler = gazetteer.ruler(country, on) or state
    if ruler is not state and role.kind in {"force", "government"}:
        why += f"; {ruler.name} rules from its capital on {on or 'the latest known day'}"
        return Meaning(name=ruler.name, kind="government", country=country, because=why)
    organ = gazetteer.organs.get((country, role.name))
    if organ is not None:
        entry = gazetteer.entry(organ)
        return Meaning(name=organ, kind=entry.kind if entry else role.kind, country=country, because=why)
    if role.state == "{state}":
        return Meaning(name=state.name, kind="government", country=country, because=why)
    army = gazetteer.army(country)
    name = role.state.format(
        army=army,
        adjective=gazetteer.adjective(country),
        nouns=noun.singular if _is_one_body(noun) else noun.plural,
        Noun=noun.singular,
        short=_short(army, gazetteer.adjective(country)),
    )
    return Meaning(name=name, kind=role.kind, country=country, because=why)


def _is_one_body(noun: RoleNoun) -> bool:
    """ "Kenya's supreme court" is one; a bishop is one of the bishops."""
    return not noun.is_plural and noun.words[-1] in {"court", "tribunal", "judiciary", "opposition"}


def _short(army: str, adjective: str) -> str:
    return army.removesuffix(" Army") if army.endswith(" Army") else adjective
