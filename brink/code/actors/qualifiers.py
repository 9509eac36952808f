"""What qualifies a role noun: a name before or behind it, that of its neighbour, or a pronoun."""

from __future__ import annotations

from brink.code.actors.entry import ActorEntry
from brink.code.actors.page import Page, Reading
from brink.code.actors.references import PLURAL, THING
from brink.code.actors.roles import RoleNoun
from brink.code.actors.story import Hit
from brink.code.grammar.labels import GENITIVE, HYPHENS, SPEAKER
from brink.code.wordlists import word_lists

_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_REACH = 5
_OF = {
    "of": None,
    "from": None,
    "for": None,
    "in": frozenset(
        {"government", "office", "police", "court", "fighters", "army", "parliament", "congress"}
    ),
}
_AT_HOME = frozenset({"army", "armies", "military", "armed forces", "security forces"})
_OWNERS = THING | PLURAL | SPEAKER | {"his", "her"}
_SIDES = frozenset({"anti", "pro", "counter", "non", "ex", "un"})
# Nouns that take a modifier only right beside it: in "Nigeria's Kaduna state" the state is Kaduna.
_ADJACENT = frozenset({"state", "states", "department", "mission", "union", "party"})


_OFFSHOOTS = word_lists("brink.code.actors", "data/words.yaml")["offshoots"]
_OFFSHOOT = [[word] for word in sorted(_OFFSHOOTS)]


def modifier_before(page: Page, first: int) -> tuple[Hit, ActorEntry] | None:
    """The known name that qualifies the noun from the left, past adjectives: "Afghan opposition leaders"."""
    words, end = page.words, first
    for _ in range(_REACH):
        if end in page.entries:
            hit, entry = page.entries[end]
            near = end == first or page.words.lowered[first] not in _ADJACENT
            fits = near and entry.kind != "person" and _qualifies(page, hit, end, first)
            return (hit, entry) if fits else None
        before = end - 1
        if before < 0 or words.sentence[before] != words.sentence[first]:
            return None
        if words.lowered[before] in GENITIVE or words.pos[before] in _BETWEEN or words.texts[before] == "-":
            if words.texts[before] == "-" and not _joins_noun(page, before):
                return None
            end = before
            continue
        return None
    return None


def _joins_noun(page: Page, hyphen: int) -> bool:
    """Whether a hyphen belongs to a compound like "anti-terrorism" and not to "US-backed"."""
    words = page.words
    return hyphen + 1 < words.n and words.pos[hyphen + 1] in {"NOUN", "ADJ"} and hyphen not in page.entries


def _qualifies(page: Page, hit: Hit, end: int, first: int) -> bool:
    """Whether the name beside the noun modifies it and is no neighbour of another phrase."""
    words = page.words
    if (end < words.n and words.texts[end] == "-") or is_opposed(page, hit.first):
        return False
    head = words.head_of(hit.first, hit.last)
    if words.deps[head] == "iobj":
        # "Offered UKRAINE tanks" speaks of no army.
        return False
    draft = page.at.get(hit.first)
    if (
        draft is not None
        and draft.how == "metonym"
        and draft.kind == "government"
        and words.lowered[end : end + 1] not in (["'s"], ["’s"])
    ):
        return True
    return (
        words.heads[head] >= first
        or any(words.heads[head] == k for k in range(end, first))
        or hit.last == first
    )


def is_opposed(page: Page, first: int) -> bool:
    """Whether a prefix before the name sets somebody for or against it: "anti-Pakistan", "pro-Iranian"."""
    before = page.words.texts[max(0, first - 2) : first]
    return len(before) == 2 and before[1] in HYPHENS and before[0].lower() in _SIDES


def sharing_before(page: Page, hit: Hit) -> list[tuple[Hit, ActorEntry]]:
    """States whose adjectives share the noun with that of `hit`, nearest first: "US AND FRENCH envoys"."""
    words, end = page.words, hit.first
    found: list[tuple[Hit, ActorEntry]] = []
    while True:
        before = end - 1
        while before > 0 and words.lowered[before] in {"and", ","}:
            before -= 1
        if before + 1 == end or before + 1 not in page.entries:
            return found
        other, entry = page.entries[before + 1]
        if entry.kind != "state" or not _is_attribute(page, other):
            return found
        found.append((other, entry))
        end = other.first


def _is_attribute(page: Page, hit: Hit) -> bool:
    """Whether a state's name stands as an adjective: its demonym, or letters like "US" that serve as one."""
    words = page.words
    letters = "".join(words.texts[hit.first : hit.last]).replace(".", "")
    demonym = all(name.sort in {"demonym", "people"} for name in hit.names)
    adjective = demonym and words.pos[hit.last - 1] == "ADJ"
    return adjective or (letters.isupper() and len(letters) in {2, 3})


def modifiers_after(page: Page, last: int, noun: RoleNoun) -> list[ActorEntry]:
    """The known names in a phrase behind the noun: "government of Sudan", "ministers of Kenya and Uganda"."""
    words = page.words
    for child in words.children[last - 1]:
        case = words.case(child)
        if child < last or words.deps[child] not in {"nmod", "obl"} or case not in _OF:
            continue
        if words.lowered[child] in _OFFSHOOTS or words.lowered[child + 1 : child + 2] in _OFFSHOOT:
            # "Fighters of an Islamic State AFFILIATE".
            return []
        classes = _OF[case]
        if classes is not None and not any(c.name in classes for c in noun.classes):
            continue
        owned = any(words.deps[c] == "nmod:poss" for c in words.children[last - 1])
        if case in {"from", "in"} and owned:
            # "Recalled ITS AMBASSADOR from Algiers", "struck ITS LEADERSHIP in Doha".
            continue
        if case == "in" and noun.classes[0].name == "army" and " ".join(noun.words) not in _AT_HOME:
            # "Forces in Libya" and "troops in Mali" may be anybody's.
            continue
        heads = [child, *(c for c in words.children[child] if words.deps[c] == "conj")]
        entries = [page.entry_at.get(head) for head in heads]
        if entries[0] is not None and entries[0].kind != "person":
            return [entry for entry in entries if entry is not None and entry.kind == entries[0].kind]
    return []


def loyal_to(page: Page, last: int, reading: Reading) -> list[ActorEntry]:
    """The force or group of the person to whom fighters are loyal: "troops LOYAL TO HAFTAR"."""
    words = page.words
    for loyal in words.children[last - 1]:
        if words.lowered[loyal] not in {"loyal", "faithful"} or loyal < last:
            continue
        for whom in words.children[loyal]:
            person = page.entry_at.get(whom) if words.case(whom) == "to" else None
            served = reading.gazetteer.serves(person.name) if person is not None else None
            entry = reading.entry(served) if served else None
            if entry is not None and entry.kind in {"force", "group"}:
                return [entry]
    return []


def shared_modifier(page: Page, head: int, reading: Reading) -> ActorEntry | None:
    """The modifier of the noun this one is coordinated with: "Pakistan's military, police and civilians"."""
    words = page.words
    if words.deps[head] != "conj" or any(
        words.deps[c] in {"det", "nmod:poss", "amod", "nummod"} for c in words.children[head]
    ):
        return None
    partner = words.heads[head]
    draft = page.at.get(partner)
    if draft is None or draft.last - 1 != partner:
        return None
    if draft.how == "alias" and draft.kind == "force" and draft.country is not None:
        return reading.gazetteer.states.get(draft.country)
    if draft.how not in {"role", "office"}:
        return None
    for end in range(draft.first + 1, draft.last + 1):
        if end in page.entries:
            return page.entries[end][1]
    return None


def owner_of(page: Page, head: int, reading: Reading) -> int | None:
    """The pronoun, description or role that owns the noun: "its fighters", "the army's commander"."""
    words = page.words
    for child in words.children[head]:
        owning = page.at.get(child)
        by_role = owning is not None and (owning.role is not None or owning.kind == "person")
        described = owning is None and any(words.lowered[child] in n for n in reading.cues.described.values())
        definite = child > 0 and words.lowered[child - 1] in {"the", "that"}
        if child > head and described and definite and words.case(child) == "of":
            return child
        if words.deps[child] == "nmod:poss" and (words.lowered[child] in _OWNERS or by_role or described):
            return child
        if words.lowered[child] == "whose":
            return _antecedent(page, head)
    return None


def _antecedent(page: Page, noun: int) -> int | None:
    """Whom "whose" stands for: "BEIJING, whose engineers were killed"."""
    words, step = page.words, noun
    for _ in range(3):
        if words.deps[step] == "acl:relcl":
            return int(words.heads[step])
        step = words.heads[step]
    return None
