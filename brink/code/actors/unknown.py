"""Capitalised names that no list knows, kept as they stand where they act like an actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.actors.definitions import kind_by_words
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.people import presents_person
from brink.code.actors.runs import Run, is_numbered
from brink.code.actors.styled import is_told_group, styled_noun
from brink.code.actors.towns import is_town
from brink.code.capitals.english import is_english
from brink.code.names.find import Sorts
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_AGENTS = frozenset({"obl:agent"})
_GROUP_NOUNS = frozenset({"group", "militia", "gang", "cartel", "faction", "outfit", "movement"})
_JOINED = frozenset({"conj", "appos"})


def read_unknown(page: Page, reading: Reading) -> None:
    """Draft unknown names that act, or whose words mark them as a body or group."""
    free = [run for run in page.runs if page.is_free(run.first, run.last)]
    sorts = Sorts(page.passage.doc)
    for run in free:
        _read_run(page, _with_state(page, run), reading, sorts)


def settle_kinds(pages: Sequence[Page]) -> None:
    """Let an unknown name be a group wherever it stands, when somewhere in the story its words say so."""
    drafts = [draft for page in pages for draft in page.drafts if len(draft.names) == 1]
    groups = {
        draft.names[0] for draft in drafts if draft.kind == "group" and draft.how in {"unknown", "role"}
    }
    for draft in drafts:
        if draft.how == "unknown" and draft.kind == "unknown" and draft.names[0] in groups:
            draft.kind = "group"


def _with_state(page: Page, run: Run) -> Run:
    """The run with the state that the body is of: "Bank OF CANADA"."""
    words = page.words
    alone = run.last - run.first == 1 and words.folded[run.first] in _OF_STATES
    if not alone or run.titled or words.lowered[run.last : run.last + 1] != ["of"]:
        return run
    at = run.last + 2 if words.lowered[run.last + 1 : run.last + 2] == ["the"] else run.last + 1
    hit = next((hit for hit in page.hits if hit.first == at), None)
    if hit is None or not hit.entries or any(entry.kind != "state" for entry in hit.entries):
        return run
    for i in range(hit.first, hit.last):
        if i in page.at:
            page.drop(page.at[i])
    return Run(run.title, run.first, hit.last)


_OF_STATES = frozenset(
    {"bank", "university", "church", "academy", "federation", "league", "union", "association"}
)


def _is_settlement(page: Page, run: Run) -> bool:
    """ "The village of MAYI-MOYA", whatever its words."""
    before = page.words.lowered[max(0, run.first - 2) : run.first]
    return len(before) == 2 and before[1] == "of" and before[0] in _SETTLEMENTS


_SETTLEMENTS: Final = _LISTS["settlements"]


def _read_run(page: Page, run: Run, reading: Reading, sorts: Sorts) -> None:
    words, cues = page.words, reading.cues
    last = words.folded[run.last - 1]
    head = words.head_of(run.first, run.last)
    if last in cues.thing_words or _may_be_a_word(page, run, reading) or _is_settlement(page, run):
        return
    if run.last - run.first > 1 and not run.titled and is_town(page.text(run.first, run.last)):
        return
    kind = "force" if is_numbered(words, run) else kind_by_words(words.folded[run.first : run.last], cues)
    told = is_told_group(words, run)
    if kind == "unknown" and (told or (run.first > 0 and words.lowered[run.first - 1] in _GROUP_NOUNS)):
        kind = "group"
    is_body = told or (kind != "unknown" and run.last - run.first > 1)
    harmed = run.last - run.first > 1 and _is_harmed(page, head) and sorts.ending(run.last) == "person"
    acts = harmed or _acts(page, head, reading)
    if not (is_body and not _is_located(page, head, reading)) and not acts:
        return
    short = run.last - run.first == 1 and kind != "unknown" and words.lowered[run.first - 1] == "the"
    presented = run.last - run.first > 1 and presents_person(words, run, cues, reading.roles) is not None
    alone = run.last - run.first == 1 and not run.titled
    if presented or (kind == "unknown" and not alone and sorts.ending(run.last) == "person"):
        kind = "person"
    text = page.text(run.first, run.last)
    _name_noun(page, styled_noun(words, run), text)
    why = "a body by its last word" if is_body else "does something in its clause"
    page.add(
        Draft(
            first=run.first,
            last=run.last,
            head=head,
            names=(text,),
            kind=kind,
            how="unknown",
            because=f"unknown name, kept as written: {why}",
            short=short and run.first > 0,
        )
    )


def _name_noun(page: Page, noun: int | None, name: str) -> None:
    """Let the noun that calls itself so stand for the same: "a GROUP calling itself Sword of Dawn"."""
    if noun is None or (noun in page.at and page.at[noun].names):
        return
    if noun in page.at:
        page.drop(page.at[noun])
    page.add(
        Draft(
            first=noun,
            last=noun + 1,
            head=noun,
            names=(name,),
            kind="group",
            how="unknown",
            because=f"the text calls it {name}",
        )
    )


def _is_located(page: Page, head: int, reading: Reading) -> bool:
    return page.words.case(head) in reading.cues.place_prepositions


def _may_be_a_word(page: Page, run: Run, reading: Reading) -> bool:
    """Whether a lone capital may only be the first word of a sentence ("Delegates left")."""
    opens = page.words.opens_sentence(run.first) and run.last - run.first == 1
    text = str(page.words.texts[run.first])
    return opens and text not in reading.capitals and not _is_no_word(page, run.first)


def _is_no_word(page: Page, i: int) -> bool:
    """Whether a capital that no dictionary has opens the sentence as a singular ("RURITANIA refused")."""
    text = str(page.words.lowered[i])
    name = page.words.pos[i] == "PROPN" and text.isalpha() and not text.endswith(_PLURALS)
    return name and not (page.words.titled or page.words.shouted) and not is_english(text)


_OTHER_SIDE = frozenset({"with", "against"})
_DEALING: Final = _LISTS["dealing"]
_HELD: Final = _LISTS["parts_and_people"]
_ATTACKING: Final = _LISTS["attacking"]
_PLURALS = ("s", "men", "women", "people")


_HARMING = _LISTS["done_to_people"]
_HARM = _LISTS["harm_to_people"]


def _is_harmed(page: Page, head: int) -> bool:
    """Whether to the name is done what is done to people: "the killing of AKBAR BUGTI"."""
    words, above = page.words, page.words.heads[head]
    if words.deps[head] in {"obj", "nsubj:pass"}:
        return words.lemmas[above] in _HARMING
    return words.deps[head] == "nmod" and words.case(head) == "of" and words.lemmas[above] in _HARM


def _acts(page: Page, head: int, reading: Reading) -> bool:
    words = page.words
    dep, governor = words.deps[head], words.heads[head]
    if dep in _JOINED and governor != head:
        other = page.at.get(governor)
        return (
            other is not None
            and dep == "conj"
            and other.kind not in {"state"}
            and not _is_located(page, governor, reading)
        )
    if dep in _AGENTS:
        return True
    lemma = words.lemmas[governor]
    if dep in {"nmod", "obl"} and words.case(head) in _OTHER_SIDE:
        return lemma in reading.cues.relation_nouns or lemma in _DEALING
    if dep == "nmod" and words.case(head) == "of" and lemma in _HELD:
        return True
    if dep == "nsubj":
        attacks = lemma in _ATTACKING and any(words.deps[c] == "obj" for c in words.children[governor])
        return words.pos[governor] == "VERB" and (attacks or lemma not in reading.cues.city_verbs)
    return dep in {"obj", "nsubj:pass"} and lemma in reading.cues.verbs_on_people
