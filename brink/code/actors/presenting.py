"""People of a story: first presented in full, then called by their surname."""

from __future__ import annotations

from typing import Final

from brink.code.actors.entry import ActorEntry
from brink.code.actors.nicknames import read_nicknames, without_nickname
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.people import Person, followed_by_role, person_of, presents_person, role_before
from brink.code.actors.roles import RoleNoun, meaning
from brink.code.actors.runs import Run
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_EXPLAINED_WITHIN = 14
_NAME_TITLES: Final = _LISTS["name_titles"]


def read_people(page: Page, reading: Reading) -> None:
    """Draft everybody a page presents with title, office or full name."""
    for draft in [d for d in page.drafts if d.kind == "person"]:
        person = person_of(draft.names[0], serves=draft.serves, country=draft.country, because=draft.because)
        known = reading.people.add(person)
        read_nicknames(page, draft.first, draft.last, known, reading)
    for run in page.runs:
        if not page.is_free(run.first, run.last):
            continue
        why = presents_person(page.words, run, reading.cues, reading.roles)
        if why is not None and run.last - run.first > 1:
            _present(page, run, why, reading)


def read_titled(page: Page, reading: Reading) -> None:
    """Draft people who are never named by more than a title and one name."""
    for run in page.runs:
        if page.is_free(run.first, run.last) and _is_single_name(page, run, reading):
            kept = run.title if page.words.folded[run.first - 1] in _NAME_TITLES else run.first
            _present(
                page, Run(run.title, kept, run.last), f"title '{page.text(run.title, run.first)}'", reading
            )


def _present(page: Page, run: Run, why: str, reading: Reading) -> None:
    actor, office = _employer(page, run, reading)
    text = without_nickname(page.words, run.first, run.last)
    because = f"person: {why}" + (f"; {office}" if office else "")
    named = person_of(
        text, serves=actor.name if actor else None, country=actor.country if actor else None, because=because
    )
    known = reading.gazetteer.entry(text)
    if known is not None and known.kind == "person":
        named = person_of(
            known.name, serves=reading.gazetteer.serves(known.name), country=known.country, because=because
        )
    same = reading.people.add(named)
    page.add(_draft(page, run, (named.name,), named, because))
    read_nicknames(page, run.first, run.last, same, reading)


def _draft(page: Page, run: Run, names: tuple[str, ...], person: Person | None, because: str) -> Draft:
    first = run.title if page.is_free(run.title, run.first) else run.first
    return Draft(
        first=first,
        last=run.last,
        head=page.words.head_of(run.first, run.last),
        names=names,
        kind="person",
        how="name",
        because=because,
        country=person.country if person else None,
        serves=person.serves if person else None,
    )


def _employer(page: Page, run: Run, reading: Reading) -> tuple[ActorEntry | None, str]:
    """The actor whose office the words before or after a name give, and those words."""
    words, office = page.words, ""
    begin = role_before(words, run.first, reading.roles)
    if run.titled and (begin is None or run.title < begin):
        begin = run.title
    if begin is not None and _is_past(page, begin):
        return None, page.text(begin, run.first)
    if begin is not None:
        noun = reading.roles.at(words.folded, begin)
        served = _with_modifier(page, begin, run.first, noun, reading)
        if served[0] is not None:
            return served
        office = served[1]
    after = followed_by_role(words, run.last, reading.roles)
    if after is None:
        explained = _explained(page, run, reading)
        return explained if explained[0] is not None else (None, office)
    noun = reading.roles.at(words.folded, after)
    if _is_owned_by_words(page, after, noun) or _is_past(page, after):
        return None, office
    for end in range(after + 1, min(after + _EXPLAINED_WITHIN, words.n + 1)):
        if end in page.entries and _owns_another(page, end, reading):
            break
        if end in page.entries and _is_sent_to(page, after, page.entries[end][0].first):
            break
        if end in page.entries and page.entries[end][1].kind != "person":
            return _served(page.entries[end][1], noun, page.text(after, end), reading)
        if end < words.n and words.texts[end] in {",", ".", ";", ")"}:
            break
    return _with_modifier(page, after, after, noun, reading)


def _owns_another(page: Page, end: int, reading: Reading) -> bool:
    """Whether the name only owns a body behind it: "head of CONGO'S electoral commission"."""
    words = page.words
    owns = words.lowered[end : end + 1] in (["'s"], ["’s"]) and end + 1 < words.n
    return owns and reading.roles.at(words.folded, end + 1) is None


def _is_past(page: Page, role: int) -> bool:
    """Whether somebody held the office once: "a FORMER commander of the FDLR"."""
    before = page.words.lowered[max(0, role - 2) : role]
    return bool({"former", "ex", "ousted", "deposed", "onetime", "one-time"} & set(before))


def _is_owned_by_words(page: Page, role: int, noun: RoleNoun | None) -> bool:
    """Whether "the group's" owns the role, so that no name behind it tells whom the person serves."""
    words = page.words
    last = role + len(noun.words) - 1 if noun is not None else role
    owners = [c for c in words.children[last] if words.deps[c] == "nmod:poss"]
    return any(c not in page.entry_at and words.pos[c] == "NOUN" for c in owners)


_SENT = frozenset({"ambassador", "envoy", "emissary", "representative", "consul", "delegate", "negotiator"})


def _is_sent_to(page: Page, role: int, first: int) -> bool:
    """Whether the actor is where somebody is sent, not who sends him: "the US ambassador TO Pakistan"."""
    lowered = page.words.lowered
    before = {lowered[i] for i in range(max(role, first - 2), first)}
    return bool(before & {"to", "for"}) and any(lowered[i] in _SENT for i in range(role, first))


def _explained(page: Page, run: Run, reading: Reading) -> tuple[ActorEntry | None, str]:
    """The actor of a role that the name explains: "a spokesman for the Taliban, Zabihullah Mujahid"."""
    words = page.words
    head = words.head_of(run.first, run.last)
    role = words.heads[head]
    if (owner := page.entry_at.get(role)) is not None and words.deps[role] == "nmod":
        noun = reading.roles.at(words.folded, words.heads[role])
        return _served(owner, noun, page.text(words.heads[role], role + 1), reading) if noun else (None, "")
    noun = reading.roles.at(words.folded, role)
    if words.deps[head] != "appos" or noun is None or role > head:
        return None, ""
    for child in words.children[role]:
        entry = page.entry_at.get(child)
        if entry is not None and entry.kind != "person":
            return _served(entry, noun, page.text(min(role, child), max(role, child) + 1), reading)
    return None, ""


def _with_modifier(
    page: Page, begin: int, end: int, noun: RoleNoun | None, reading: Reading
) -> tuple[ActorEntry | None, str]:
    before = begin - 1 if begin > 0 and page.words.lowered[begin - 1] in {"'s", "’s"} else begin
    found = page.entries.get(before)
    if found is None:
        return None, page.text(begin, end) if end > begin else ""
    return _served(found[1], noun, page.text(found[0].first, max(end, begin)), reading)


def _served(
    owner: ActorEntry, noun: RoleNoun | None, office: str, reading: Reading
) -> tuple[ActorEntry | None, str]:
    if noun is None:
        return owner, f"office '{office}'"
    name = meaning(noun, owner, reading.gazetteer, reading.on).name
    entry = reading.gazetteer.entry(name) if name else None
    return entry or (owner if name == owner.name else None), f"office '{office}'"


def read_surnames(page: Page, reading: Reading) -> None:
    """Draft surnames and repeated names of people whom the story presents elsewhere."""
    words = page.words
    for run in page.runs:
        if not page.is_free(run.first, run.last):
            continue
        folded = [w for w in words.folded[run.first : run.last] if w != "-"]
        people = reading.people.called(folded)
        if not people and len(folded) == 1 and folded[0] in reading.cues.family_first:
            people = reading.people.of_family(folded[0])
        if len(people) == 1:
            because = f"surname of {people[0].name}, named elsewhere in the story"
            page.add(_draft(page, run, (people[0].name,), people[0], because))
        elif people:
            names = " or ".join(p.name for p in people)
            page.add(_draft(page, run, (), None, f"could be {names}; the story names both"))
    _read_bare_surnames(page, reading)


def _read_bare_surnames(page: Page, reading: Reading) -> None:
    """Draft surnames that a parser took for ordinary words, as it does in headlines."""
    words = page.words
    for i in range(words.n):
        if i in page.at or i in page.run_at or not words.texts[i][0].isupper() or len(words.texts[i]) < 4:
            continue
        people = reading.people.by_surname.get(words.folded[i], [])
        if len(people) == 1 and words.folded[i] not in reading.cues.no_names:
            because = f"surname of {people[0].name}, named elsewhere in the story"
            page.add(_draft(page, Run(i, i, i + 1), (people[0].name,), people[0], because))


def _is_single_name(page: Page, run: Run, reading: Reading) -> bool:
    """Whether a title and one name present somebody nobody has named before ("Mullah Yaqoob")."""
    noun = reading.roles.at(page.words.folded, run.title)
    if noun is not None and run.title + len(noun.words) >= run.last:
        return False
    last = page.words.folded[run.last - 1]
    if last in reading.cues.body_words | reading.cues.thing_words:
        # "General Hospital" is nobody's name.
        return False
    plain = page.words.folded[run.last - 1].isalpha() and page.words.pos[run.first] in {"PROPN", "NOUN"}
    return (
        run.titled
        and run.last - run.first == 1
        and plain
        and not reading.people.called(page.words.folded[run.first : run.last])
    )
