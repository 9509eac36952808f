"""Drafts become mentions, with pronouns and descriptions followed back in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from brink.code.actors.backward import (
    add_descriptions,
    add_pronouns,
    is_pair,
    named_next,
    refers,
    speakers,
)
from brink.code.actors.countries import state_of, whose_country
from brink.code.actors.descriptions import described, only_state
from brink.code.actors.entry import ActorEntry
from brink.code.actors.foremost import beside, fielding, is_plain_army, leading, names_other
from brink.code.actors.mentioned import as_mention, referring
from brink.code.actors.naming import congress, led, owned
from brink.code.actors.owning import doer_over, led_person
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.pairs import pair
from brink.code.actors.pronouns import Pronouns
from brink.code.actors.references import DESCRIPTION_REACH, Memory
from brink.code.actors.remembered import MEDIATING, seen_at
from brink.code.actors.roles import meaning
from brink.code.actors.sections import heading_of
from brink.code.actors.seen import Antecedent, Seen
from brink.code.actors.spelling import fold
from brink.code.actors.titled import Titles
from brink.code.grammar.labels import SUBJECT_OR_TOPIC
from brink.code.mention import Mention, Mentions
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_FAR_MORE = 3
"""How many times as often a story names one state as another that it only names in passing."""
_MEETING: Final = _LISTS["meeting"]


def follow(pages: Sequence[Page], reading: Reading) -> Mentions:
    """All drafts as mentions, with what refers back resolved or left open with its reason."""
    follower = _Follower(reading, Titles(reading.cues), memory=Memory(home=reading.home))
    for page in pages:
        follower.read(page)
    return follower.mentions


@dataclass(slots=True)
class _Follower:
    """Reads pages in order and remembers who was named."""

    reading: Reading
    titles: Titles
    mentions: Mentions = field(default_factory=Mentions)
    memory: Memory = field(default_factory=Memory)
    speakers: dict[int, list[Draft]] = field(default_factory=dict)
    """Who speaks outside quotations on the page at hand, by sentence."""
    sentences: int = 0
    """Sentences of the pages before this one."""

    def read(self, page: Page) -> None:
        if (heading := heading_of(page)) is not None:
            self.memory.open_section(heading.country)
        add_pronouns(page)
        add_descriptions(page, self.reading)
        self._mark_things(page)
        self.speakers = speakers(page, self.reading)
        for draft in sorted(page.drafts, key=lambda d: (d.first, d.last)):
            sentence = self.sentences + page.words.sentence[draft.head]
            mention = self._resolved(page, draft, sentence)
            if mention is not None:
                self.mentions.add(mention)
                seen = seen_at(page, mention, sentence, self.mentions, self.reading)
                if seen is not None:
                    self.memory.add(seen)
                self.titles.note(page, mention, sentence)
        self.sentences += (page.words.sentence[-1] if page.words.n else 0) + 1

    def _mark_things(self, page: Page) -> None:
        words = page.words
        for i in range(words.n):
            main = words.deps[i] in SUBJECT_OR_TOPIC and words.deps[words.heads[i]] in {"ROOT", "root"}
            if not main or words.pos[i] != "NOUN" or i in page.at:
                continue
            if not any(words.deps[c] == "ccomp" and c < i for c in words.children[words.heads[i]]):
                self.memory.other_subjects.add(self.sentences + words.sentence[i])

    def _resolved(self, page: Page, draft: Draft, sentence: int) -> Mention | None:
        if draft.same_as is not None:
            meant = self._resolved(page, draft.same_as, sentence)
            return meant and replace(meant, first=draft.first, last=draft.last, head=draft.head, plural=True)
        if draft.how == "pronoun":
            pronouns = Pronouns(self.reading, self.memory, self.mentions, self.speakers)
            return pronouns.meant(page, draft, sentence)
        if draft.owner is not None and draft.role is not None:
            return owned(page, draft, self._owner(page, draft.owner, sentence), self.reading)
        if draft.office is not None and (holder := self.memory.holder(draft.office)).mentions:
            return referring(page, draft, holder)
        if draft.group_of is not None and (group := self._group_of(draft.group_of, sentence)).mentions:
            return referring(page, draft, group)
        if draft.short:
            text = " ".join(page.words.lowered[draft.first : draft.last])
            long = described(self.memory, text, sentence, self.reading.cues)
            named = long.mentions and page.words.folded[draft.head] in _name_words(long.mentions[0])
            return referring(page, draft, long) if named else as_mention(page, draft)
        if draft.role is None and draft.how != "description":
            return as_mention(page, draft)
        if draft.how == "office" and (held := self.titles.holder(page, draft, sentence)).mentions:
            return referring(page, draft, held)
        if is_pair(page, draft.last - 1, self.reading):
            return referring(page, draft, self._pair(page, draft, sentence))
        if (parliament := congress(page, draft, self.reading)) is not None:
            return parliament
        if draft.how != "description" and not refers(page, draft, self.reading):
            return self._of_leading_army(page, draft) or as_mention(page, draft)
        if draft.how == "description" and (served := led_person(page, draft.head)) is not None:
            return led(page, draft, served, self.reading)
        return self._described(page, draft, sentence)

    def _pair(self, page: Page, draft: Draft, sentence: int) -> Antecedent:
        """Whom "both sides" and "the two countries" mean; who meets them or makes peace is neither."""
        over = page.words.lemmas[page.words.heads[draft.head]]
        met = over in _MEETING and page.words.deps[draft.head] in {"obj", "obl", "iobj"}
        last = page.words.lowered[draft.last - 1]
        apart = over in MEDIATING or met
        return pair(self.memory, last, sentence, lambda m: state_of(m, self.reading), apart=apart)

    def _described(self, page: Page, draft: Draft, sentence: int) -> Mention | None:
        """The mention of whom a noun means that refers back; None where it is only a noun."""
        if (own := named_next(page, draft.last - 1)) is not None:
            because = f"named beside it: {own.names[0]}"
            return as_mention(
                page, draft, names=own.names, kind=own.kind, because=because, country=own.country
            )
        text = " ".join(page.words.lowered[draft.first : draft.last])
        country = whose_country(page, draft.head, self.mentions, self.reading) if text == "country" else None
        doer = doer_over(page.words, draft.head) if draft.plural else None
        found = described(
            self.memory,
            text,
            sentence,
            self.reading.cues,
            country=country,
            doer=(page.passage.index, doer) if doer is not None else None,
        )
        of_state = self._of_only_state(page, draft, found, sentence) if draft.role is not None else None
        if of_state is not None:
            return of_state
        if found.mentions or draft.how != "description" or text in self.reading.cues.described["group"]:
            return referring(page, draft, found)
        return None

    def _owner(self, page: Page, at: int, sentence: int) -> Mention | None:
        """Who owns a role, though he stands behind it: "fighters of THE GROUP"."""
        owner = self.mentions.actor_at(page.passage.index, at)
        draft = page.at.get(at)
        if owner is None and draft is not None and draft.owner is None:
            owner = self._resolved(page, draft, sentence)
        return owner

    def _group_of(self, country: str, sentence: int) -> Antecedent:
        """The one group of that country named of late: "the Venezuelan gang" after Tren de Aragua."""

        def fits(seen: Seen) -> bool:
            entry = self.reading.entry_of(seen.mention)
            return entry is not None and entry.kind == "group" and entry.country == country

        late = self.memory.lately(sentence, DESCRIPTION_REACH, fits)
        if len({seen.mention.names for seen in late}) != 1:
            return Antecedent((), "no group of that country named shortly before, or more than one")
        meant = late[-1].mention
        return Antecedent(
            (meant,), f"back to '{meant.surface}', the only group of that country named of late"
        )

    def _of_only_state(self, page: Page, draft: Draft, found: Antecedent, sentence: int) -> Mention | None:
        """ "The army" or "the government" of the only state that the story speaks of."""
        found = found if found.mentions else only_state(self.memory, sentence)
        entry = self.reading.entry_of(found.mentions[0]) if found.mentions else None
        if entry is None and self.memory.home is not None:
            entry = self.reading.gazetteer.states.get(self.memory.home)
            found = Antecedent((), f"the story is filed from {entry.name if entry else self.memory.home}")
        entry = self._foremost(entry)
        if is_plain_army(page, draft) and (fielder := fielding(entry, self.reading)) is not entry:
            entry = fielder
            found = Antecedent((), "the state that the story speaks of most")
        organ = draft.role is not None and draft.role.classes[0].kind in {"force", "government"}
        if draft.role is None or not organ or entry is None or entry.kind != "state":
            return None
        meant = meaning(draft.role, entry, self.reading.gazetteer, self.reading.on)
        return as_mention(
            page,
            draft,
            names=(meant.name,) if meant.name else (),
            kind=meant.kind,
            how="description",
            because=f"{found.because}; {meant.because}",
            country=meant.country,
        )

    def _of_leading_army(self, page: Page, draft: Draft) -> Mention | None:
        """ "Soldiers" without an article, in a story about one state, with no other beside them."""
        state = leading(self.reading) if is_plain_army(page, draft) and draft.of is None else None
        if state is None or draft.role is None or draft.names:
            return None
        if any(names_other(entry, state, self.reading) for entry in beside(page, draft)):
            return None
        meant = meaning(draft.role, state, self.reading.gazetteer, self.reading.on)
        because = f"the state that the story speaks of most; {meant.because}"
        names = (meant.name,) if meant.name else ()
        kind, country = meant.kind, meant.country
        return as_mention(
            page, draft, names=names, kind=kind, how="description", because=because, country=country
        )

    def _foremost(self, state: ActorEntry | None) -> ActorEntry | None:
        """The state that the story speaks of far more often, in place of one named in passing."""
        counts = self.reading.context.countries
        if state is None or state.kind != "state" or not counts or state.country == self.memory.home:
            return state
        home = self.memory.home
        if home is not None and counts[home] > counts[state.country or ""]:
            # "The government" is that of where the story was filed, if it speaks of that more.
            return self.reading.gazetteer.states.get(home, state)
        ((country, most),) = counts.most_common(1)
        passing = country != state.country and most >= _FAR_MORE * max(1, counts[state.country or ""])
        return self.reading.gazetteer.states.get(country, state) if passing else state


def _name_words(mention: Mention) -> set[str]:
    return {fold(word) for name in mention.names for word in name.split()}
