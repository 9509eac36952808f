"""Known names become drafts: which actor, whether it acts or is a place, under which kind."""

from __future__ import annotations

from brink.code.actors.entry import ActorEntry
from brink.code.actors.metonymy import read_seat
from brink.code.actors.names import Name, Sort
from brink.code.actors.nationals import is_state_itself
from brink.code.actors.organised import ends_organisation
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.people import person_of
from brink.code.actors.runs import Run
from brink.code.actors.story import Choice, Hit
from brink.code.actors.surnames import belongs_to_person
from brink.code.actors.words import Words
from brink.code.grammar.labels import QUOTES

_HOW = {"capital": "metonym", "seat": "metonym", "demonym": "name", "people": "alias"}
_NAMING = frozenset({"named", "dubbed", "codenamed", "titled", "entitled", "nicknamed"})
_SPOKEN = frozenset({"language", "speaking", "speaker", "speakers", "born"})


def read_names(page: Page, reading: Reading) -> None:
    """Draft every known name of a page that stands for an actor."""
    for hit in page.hits:
        if not hit.entries or _is_place_in_person(page, hit, reading) or _is_title_of_thing(page, hit):
            continue
        if ends_organisation(page, hit):
            continue
        choice = reading.context.choose(hit, reading.gazetteer)
        if choice.entry is None:
            if len(hit.entries) > 1 or _is_bare_acronym(page, hit):
                page.add(_unnamed(page, hit, choice))
            continue
        names = [n for n in hit.names if n.entry == choice.entry] or list(hit.names)
        draft = _draft(page, hit, names, choice, reading)
        if draft is not None:
            page.add(draft)
        if draft is not None or names[0].sort not in {"capital", "seat"}:
            page.stands_for(hit, choice.entry)


def _is_bare_acronym(page: Page, hit: Hit) -> bool:
    """Whether letters that nothing in the story explains are still somebody's name ("the UPC")."""
    text = page.text(hit.first, hit.last)
    letters = all(name.sort == "acronym" for name in hit.names)
    return letters and len(text) > 2 and text.isupper() and not (page.words.shouted or page.words.titled)


def _is_place_in_person(page: Page, hit: Hit, reading: Reading) -> bool:
    """Whether a longer personal name has claimed this one ("Jordan Peele", "Hafez al-Assad")."""
    run = page.run_at.get(hit.first)
    if run is None or run.last < hit.last:
        return False
    if all(e.kind == "person" for e in hit.entries):
        return run.last - run.first > hit.last - hit.first and not _same_person(page, hit, run)
    return belongs_to_person(page.words, hit, reading.cues)


def _is_title_of_thing(page: Page, hit: Hit) -> bool:
    """Whether the words only name something: an offensive dubbed "Al-Badr"."""
    before = page.words.lowered[max(0, hit.first - 2) : hit.first]
    return len(before) == 2 and before[0] in _NAMING and before[1] in QUOTES


def _same_person(page: Page, hit: Hit, run: Run) -> bool:
    """Whether a run around a known person's name is only that person's fuller name."""
    entry = hit.entries[0]
    ours = person_of(entry.name, serves=None, country=None, because="").words
    theirs = person_of(page.text(run.first, run.last), serves=None, country=None, because="").words
    return ours[0] == theirs[0] or hit.last - hit.first > 1


def _unnamed(page: Page, hit: Hit, choice: Choice) -> Draft:
    return Draft(
        first=hit.first,
        last=hit.last,
        head=page.words.head_of(hit.first, hit.last),
        names=(),
        kind="unknown",
        how="name",
        because=choice.because,
    )


def _draft(page: Page, hit: Hit, names: list[Name], choice: Choice, reading: Reading) -> Draft | None:
    entry = choice.entry
    assert entry is not None
    sorts: set[Sort] = {n.sort for n in names}
    if sorts & {"demonym", "people"} and entry.kind == "state":
        return _demonym(page, hit, sorts, entry, choice, reading)
    if sorts <= {"capital", "seat"}:
        return _seat(page, hit, names, entry, choice, reading)
    sort = names[0].sort
    return _plain(
        page, hit, entry, _HOW.get(sort, sort), _reasons(f"{sort} of {entry.name}", choice), reading
    )


def _plain(page: Page, hit: Hit, entry: ActorEntry, how: str, because: str, reading: Reading) -> Draft:
    kind = reading.kind(entry)
    rules = f"; rules {entry.country} on {reading.on or 'the latest known day'}" if kind != entry.kind else ""
    return Draft(
        first=hit.first,
        last=hit.last,
        head=page.words.head_of(hit.first, hit.last),
        names=(entry.name,),
        kind=kind,
        how=how,
        because=because + rules,
        country=entry.country,
        serves=reading.gazetteer.serves(entry.name),
        plural=entry.kind == "people",
    )


def _reasons(first: str, choice: Choice) -> str:
    return f"{first}; {choice.because}" if choice.because else first


def opens_dateline(words: Words, hit: Hit) -> bool:
    """Whether a place at the head of a paragraph is where the story was filed."""
    if hit.first != 0 or not all(n.sort in {"capital", "seat"} for n in hit.names):
        return False
    for i in range(hit.last, min(hit.last + 9, words.n)):
        if words.texts[i] in {":", "—", "–", "--"} or (
            words.texts[i] == "-" and words.texts[hit.first].isupper()
        ):
            return True
        if words.pos[i] in {"VERB", "AUX"} or words.texts[i] == ".":
            return False
    return False


def _seat(
    page: Page, hit: Hit, names: list[Name], entry: ActorEntry, choice: Choice, reading: Reading
) -> Draft | None:
    if opens_dateline(page.words, hit):
        return None
    palace = all(n.sort == "seat" for n in names) and not any(n.start or n.end for n in names)
    read = read_seat(
        page.words, hit.first, hit.last, reading.cues, weak=all(n.weak for n in names), palace=palace
    )
    if not read.acts:
        return None
    place = page.text(hit.first, hit.last)
    draft = _plain(
        page, hit, entry, "metonym", _reasons(f"{place} for {entry.name}: {read.because}", choice), reading
    )
    if entry.kind == "state":
        draft.kind = "government"
    return draft


def _demonym(
    page: Page, hit: Hit, sorts: set[Sort], entry: ActorEntry, choice: Choice, reading: Reading
) -> Draft | None:
    words, head = page.words, page.words.head_of(hit.first, hit.last)
    word = page.text(hit.first, hit.last)
    if words.lowered[hit.last : hit.last + 1] and words.lowered[hit.last] in _SPOKEN:
        return None
    if sorts <= {"demonym"} and not _stands_alone(page, hit, head):
        return _plain(
            page,
            hit,
            entry,
            "name",
            _reasons(f"demonym '{word}' of {entry.name}{_participle(page, hit)}", choice),
            reading,
        )
    if _stands_alone(page, hit, head) and not is_state_itself(words, hit.first, head, reading.cues):
        return Draft(
            first=hit.first,
            last=hit.last,
            head=head,
            names=(f"{reading.gazetteer.adjective(entry.country or '')} civilians",)
            if entry.country
            else (entry.name,),
            kind="people",
            how="alias",
            because=_reasons(f"people of {entry.name}", choice),
            country=entry.country,
            plural="people" in sorts,
        )
    why = f"'{word}' of {entry.name}{_participle(page, hit)}"
    draft = _plain(page, hit, entry, "name", _reasons(why, choice), reading)
    draft.plural = "people" in sorts and _stands_alone(page, hit, head)
    return draft


def _stands_alone(page: Page, hit: Hit, head: int) -> bool:
    """Whether a demonym is a noun of its own ("two Afghans", "the British") and no modifier."""
    words = page.words
    if any(n.sort in {"acronym", "name"} for n in hit.names) or (
        hit.last < words.n and words.texts[hit.last] == "-"
    ):
        return False
    if (
        words.deps[head] in {"amod", "compound", "nmod:desc", "nmod:unmarked"}
        and words.heads[head] >= hit.last
    ):
        return False
    if words.deps[head] == "conj" and _modifies(words, words.heads[head], hit.last):
        # "Turkish and QATARI mediation".
        return False
    return words.pos[head] in {"NOUN", "PROPN"} or any(n.sort == "people" for n in hit.names)


def _modifies(words: Words, i: int, last: int) -> bool:
    return words.deps[i] in {"amod", "compound"} and words.heads[i] >= last


def _participle(page: Page, hit: Hit) -> str:
    """A note that the name only says who backs or brokers ("US-backed")."""
    words = page.words
    joined = words.texts[hit.first].partition("-")[2]
    if joined.islower():
        return f", within '-{joined}': not the doer"
    if hit.last + 1 < words.n and words.texts[hit.last] == "-" and words.texts[hit.last + 1].islower():
        return f", within '-{words.texts[hit.last + 1]}': not the doer"
    return ""
