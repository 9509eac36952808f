"""Drafts become mentions, with pronouns and descriptions followed back in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.references import PERSON, PLURAL, SPEAKER, THING, Antecedent, Memory
from brink.code.actors.roles import meaning
from brink.code.mention import Mention, Mentions

_PRONOUNS = PERSON | PLURAL | THING
_ROLES_OF_PRONOUNS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "nmod", "nmod:poss", "conj", "obl:agent"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def follow(pages: Sequence[Page], reading: Reading) -> Mentions:
    """All drafts as mentions, with what refers back resolved or left open with its reason."""
    mentions, memory, base = Mentions(), Memory(), 0
    for page in pages:
        _add_pronouns(page)
        _add_descriptions(page, reading)
        for draft in sorted(page.drafts, key=lambda d: (d.first, d.last)):
            sentence = base + page.words.sentence[draft.head]
            mention = _resolved(page, draft, sentence, memory, mentions, reading)
            if mention is None:
                continue
            mentions.add(mention)
            if mention.how != "pronoun" or mention.names:
                memory.add(mention, sentence, page.words.deps[draft.head])
        base += (page.words.sentence[-1] if page.words.n else 0) + 1
    return mentions


def _add_pronouns(page: Page) -> None:
    words = page.words
    for i in range(words.n):
        word = words.lowered[i]
        if words.pos[i] != "PRON" or i in page.at or words.deps[i] not in _ROLES_OF_PRONOUNS:
            continue
        if word in _PRONOUNS or (word in SPEAKER and words.quoted[i]):
            plural = word in PLURAL
            page.add(Draft(first=i, last=i + 1, head=i, names=(), kind="unknown", how="pronoun", because="", plural=plural))


def _add_descriptions(page: Page, reading: Reading) -> None:
    """Draft "the group", "the country" and "both sides" where no role noun has done so."""
    words = page.words
    for i in range(1, words.n):
        if i in page.at or words.pos[i] != "NOUN" or words.deps[i] in {"compound", "amod"}:
            continue
        if _is_pair(page, i, reading) or _is_described(page, i, reading):
            page.add(Draft(first=i, last=i + 1, head=i, names=(), kind="role", how="description", because="", plural=words.lemmas[i] != words.lowered[i]))


def _is_pair(page: Page, i: int, reading: Reading) -> bool:
    words = page.words
    if words.lowered[i] not in reading.cues.pair_nouns:
        return False
    before = words.lowered[max(0, i - 2) : i]
    return "both" in before or "two" in before or before[-1:] == ["warring"]


def _is_described(page: Page, i: int, reading: Reading) -> bool:
    words = page.words
    if words.lowered[i - 1] not in _DEFINITE or not any(words.lowered[i] in nouns for nouns in reading.cues.described.values()):
        return False
    return not any(words.deps[c] in {"nmod", "acl:relcl", "acl"} and c > i for c in words.children[i])


def _resolved(page: Page, draft: Draft, sentence: int, memory: Memory, mentions: Mentions, reading: Reading) -> Mention | None:
    words = page.words
    if draft.how == "pronoun":
        return _pronoun(page, draft, sentence, memory, reading)
    if draft.owner is not None and draft.role is not None:
        return _owned(page, draft, mentions, reading)
    is_role = draft.role is not None
    if (is_role or draft.how == "description") and _is_pair(page, draft.last - 1, reading):
        return _referring(page, draft, memory.pair(words.lowered[draft.last - 1], sentence))
    if draft.how == "description" or (is_role and _refers(page, draft, reading)):
        head = " ".join(words.lowered[draft.first : draft.last])
        found = memory.described(head, sentence, reading.cues)
        if found.mentions or draft.how == "description":
            return _referring(page, draft, found) if found.mentions or is_role else None
    return _mention(page, draft)


def _refers(page: Page, draft: Draft, reading: Reading) -> bool:
    """Whether a bare role noun with "the" can refer back to a named actor."""
    words = page.words
    text = " ".join(words.lowered[draft.first : draft.last])
    definite = draft.first > 0 and words.lowered[draft.first - 1] in _DEFINITE
    return definite and any(text in nouns for nouns in reading.cues.described.values())


def _pronoun(page: Page, draft: Draft, sentence: int, memory: Memory, reading: Reading) -> Mention | None:
    words, i = page.words, draft.first
    word = words.lowered[i]
    if word in SPEAKER:
        return _referring(page, draft, _speaker(page, i, memory, sentence))
    if word == "it" and _is_empty_it(page, i):
        return None
    subject = words.deps[i] in {"nsubj", "nsubj:pass", "nmod:poss"}
    found = memory.pronoun(word, sentence, subject=subject)
    if not found.mentions and word in THING:
        return None
    return _referring(page, draft, found)


def _is_empty_it(page: Page, i: int) -> bool:
    """Whether "it" stands for a clause and for nobody ("it is clear that")."""
    words, head = page.words, page.words.heads[i]
    clause = any(words.deps[c] in {"ccomp", "csubj", "advcl", "xcomp", "expl"} for c in words.children[head])
    return words.deps[i] == "expl" or (words.pos[head] in {"ADJ", "NOUN"} and clause)


def _speaker(page: Page, i: int, memory: Memory, sentence: int) -> Antecedent:
    """The side that "we" in a quotation speaks for: whom the speaker serves, else the speaker."""
    words = page.words
    for draft in sorted(page.drafts, key=lambda d: (abs(page.words.sentence[d.head] - words.sentence[i]), abs(d.head - i))):
        head = draft.head
        speaks = words.deps[head] == "nsubj" and not words.quoted[head]
        if speaks and draft.names and abs(words.sentence[head] - words.sentence[i]) <= 1 and _says(page, head):
            first_person = words.lowered[i] in {"i", "my", "me"}
            name = draft.names[0] if first_person or not draft.serves else draft.serves
            kind = draft.kind if first_person or not draft.serves else "unknown"
            mention = _mention(page, draft, names=(name,), kind=kind)
            return Antecedent((mention,), f"spoken by {draft.names[0]}" + (f", who serves {draft.serves}" if draft.serves else ""))
    return Antecedent((), "the quotation's speaker is not clear")


def _says(page: Page, head: int) -> bool:
    from brink.code.actors.cues import load_cues

    return page.words.lemmas[page.words.heads[head]] in load_cues().speech_verbs


def _owned(page: Page, draft: Draft, mentions: Mentions, reading: Reading) -> Mention:
    """A role qualified by a pronoun: "its leadership" is that of whoever "its" is."""
    owner = mentions.actor_at(page.passage.index, draft.owner or 0)
    entry = reading.gazetteer.entry(owner.names[0]) if owner is not None and len(owner.names) == 1 else None
    if entry is None or draft.role is None:
        return _mention(page, draft)
    meant = meaning(draft.role, entry, reading.gazetteer, reading.on)
    names = (meant.name,) if meant.name else ()
    return _mention(page, draft, names=names, kind=meant.kind, because=f"'{page.words.texts[draft.owner or 0]}' is {entry.name}; {meant.because}", country=meant.country)


def _referring(page: Page, draft: Draft, found: Antecedent) -> Mention:
    if not found.mentions:
        return _mention(page, draft, because=found.because)
    first = found.mentions[0]
    names = tuple(dict.fromkeys(name for m in found.mentions for name in m.names))
    return Mention(
        passage=page.passage.index,
        first=draft.first,
        last=draft.last,
        head=draft.head,
        surface=page.text(draft.first, draft.last) if names else first.surface,
        names=names,
        kind=first.kind,
        how="pronoun" if draft.how == "pronoun" else "description",
        because=found.because,
        country=first.country if len(found.mentions) == 1 else None,
        serves=first.serves,
        plural=draft.plural or len(names) > 1,
    )


def _mention(page: Page, draft: Draft, **changes: object) -> Mention:
    fields: dict[str, object] = {
        "names": draft.names, "kind": draft.kind, "how": draft.how, "because": draft.because, "country": draft.country,
    }  # fmt: skip
    return Mention(
        passage=page.passage.index,
        first=draft.first,
        last=draft.last,
        head=draft.head,
        surface=page.text(draft.first, draft.last),
        serves=draft.serves,
        plural=draft.plural,
        **(fields | changes),  # type: ignore[arg-type]
    )
