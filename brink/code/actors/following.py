"""Drafts become mentions, with pronouns and descriptions followed back in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from brink.code.actors.backward import (
    add_descriptions,
    add_pronouns,
    follows_others,
    in_main_clause,
    is_empty_it,
    is_pair,
    owns_members,
    refers,
    speakers,
    told_by_others,
)
from brink.code.actors.beside import owner_beside
from brink.code.actors.countries import state_of, whose_country
from brink.code.actors.entry import ActorEntry
from brink.code.actors.fitting import is_police
from brink.code.actors.mentioned import as_mention, referring
from brink.code.actors.naming import congress, led, owned
from brink.code.actors.owning import doer_over, harming_verb, led_person, stands_beside, subject_over
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.pairs import pair
from brink.code.actors.references import DESCRIPTION_REACH, PERSON, PLURAL, SPEAKER, Memory
from brink.code.actors.roles import meaning
from brink.code.actors.sections import heading_of
from brink.code.actors.seen import Antecedent, Seen
from brink.code.actors.spelling import fold
from brink.code.actors.titled import Titles
from brink.code.mention import Mention, Mentions

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_FREEING = frozenset({"release", "freedom", "liberation"})
_AIMING = frozenset({"fire", "launch", "shoot", "lob", "hurl", "aim", "missile", "rocket", "shell", "volley"})
_FAR_MORE = 3
"""How many times as often a story names one state as another that it only names in passing."""
_BODIES = frozenset({"state", "government", "force", "body", "group", "role", "media"})
_PARTS = frozenset({"many", "some", "most", "several", "one", "two", "three", "all", "none", "dozen"})
_MEDIATING = frozenset({"mediation", "mediate", "mediator", "broker", "facilitate"})
_MEETING = frozenset({"meet", "host", "brief", "urge", "press", "ask", "tell", "visit", "persuade", "invite"})
_OF_TEXTS = frozenset({"author", "finding", "conclusion", "wording", "publication"})
_FIRST_PERSON = frozenset({"i", "my", "me"})


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
                self._remember(page, mention, sentence)
                self.titles.note(page, mention, sentence)
        self.sentences += (page.words.sentence[-1] if page.words.n else 0) + 1

    def _mark_things(self, page: Page) -> None:
        words = page.words
        for i in range(words.n):
            main = words.deps[i] in _SUBJECTS and words.deps[words.heads[i]] in {"ROOT", "root"}
            if not main or words.pos[i] != "NOUN" or i in page.at:
                continue
            if not any(words.deps[c] == "ccomp" and c < i for c in words.children[words.heads[i]]):
                self.memory.other_subjects.add(self.sentences + words.sentence[i])

    def _remember(self, page: Page, mention: Mention, sentence: int) -> None:
        if mention.how == "pronoun" and not mention.names:
            return
        words, case = page.words, page.words.case(mention.head)
        located = case in self.reading.cues.place_prepositions or (
            case == "from" and mention.kind == "state" and words.deps[mention.head] in {"obl", "nmod"}
        )
        head = self._explained(page, mention.head)
        governor, main = words.heads[head], in_main_clause(words, head)
        # "Fired missiles AT Israel": it is hit, and not only where something is.
        located = located and not (case == "at" and words.lemmas[governor] in _AIMING)
        said = (
            words.deps[mention.head] == "nsubj" and words.lemmas[governor] in self.reading.cues.speech_verbs
        )
        self.memory.add(
            Seen(
                mention,
                sentence,
                words.deps[head],
                case,
                located,
                (page.passage.index, governor),
                main=main,
                joined=words.deps[mention.head] in {"conj", "appos"} and stands_beside(words, mention.first),
                armed=self._is_armed(mention),
                speaks=main and said,
                mediates=self._mediates(page, head),
                polices=self._polices(mention),
            )
        )

    def _polices(self, mention: Mention) -> bool:
        """Whether it is a force that no one calls the army, by its name or by what its country has it for."""
        organs = self.reading.gazetteer.organs
        names = {organs.get((mention.country or "", role)) for role in ("police", "intelligence")}
        entry = self.reading.entry(mention.names[0]) if len(mention.names) == 1 else None
        longer = replace(mention, names=entry.aliases) if entry is not None else mention
        return is_police(mention) or is_police(longer) or bool(names.intersection(mention.names))

    def _mediates(self, page: Page, head: int) -> bool:
        """Whether it is told of as who mediates, by itself or joined to one that does."""
        words = page.words
        first = words.heads[head] if words.deps[head] == "conj" else head
        return words.lemmas[words.heads[first]] in _MEDIATING

    def _explained(self, page: Page, head: int) -> int:
        """The noun that a name stands beside, where nobody else names it: "its affiliate, ISIL-K, …"."""
        words, above = page.words, page.words.heads[head]
        if words.deps[head] != "appos" or above >= head or words.texts[head - 1] == "(":
            return head
        other = self.mentions.actor_at(page.passage.index, above)
        named = other is not None and other.names and other.how not in {"role", "office"}
        return head if named else above

    def _is_armed(self, mention: Mention) -> bool:
        """Whether the actor is an armed group, be it one that rules a country on the story's date."""
        if mention.kind not in {"group", "government"} or len(mention.names) != 1:
            return False
        entry = self.reading.entry(mention.names[0])
        return entry is not None and entry.kind == "group"

    def _resolved(self, page: Page, draft: Draft, sentence: int) -> Mention | None:
        if draft.same_as is not None:
            meant = self._resolved(page, draft.same_as, sentence)
            return meant and replace(meant, first=draft.first, last=draft.last, head=draft.head, plural=True)
        if draft.how == "pronoun":
            return self._pronoun(page, draft, sentence)
        if draft.owner is not None and draft.role is not None:
            return owned(page, draft, self._owner(page, draft.owner, sentence), self.reading)
        if draft.office is not None and (holder := self.memory.holder(draft.office)).mentions:
            return referring(page, draft, holder)
        if draft.group_of is not None and (group := self._group_of(draft.group_of, sentence)).mentions:
            return referring(page, draft, group)
        if draft.short:
            text = " ".join(page.words.lowered[draft.first : draft.last])
            long = self.memory.described(text, sentence, self.reading.cues)
            named = long.mentions and page.words.folded[draft.head] in _name_words(long.mentions[0])
            return referring(page, draft, long) if named else as_mention(page, draft)
        if draft.role is None and draft.how != "description":
            return as_mention(page, draft)
        if draft.how == "office" and (held := self.titles.holder(page, draft, sentence)).mentions:
            return referring(page, draft, held)
        last = page.words.lowered[draft.last - 1]
        if is_pair(page, draft.last - 1, self.reading):
            over = page.words.lemmas[page.words.heads[draft.head]]
            met = over in _MEETING and page.words.deps[draft.head] in {"obj", "obl", "iobj"}
            apart = over in _MEDIATING or met
            two = pair(self.memory, last, sentence, lambda m: state_of(m, self.reading), apart=apart)
            return referring(page, draft, two)
        if (parliament := congress(page, draft, self.reading)) is not None:
            return parliament
        if draft.how != "description" and not refers(page, draft, self.reading):
            return as_mention(page, draft)
        if draft.how == "description" and (served := led_person(page, draft.head)) is not None:
            return led(page, draft, served, self.reading)
        text = " ".join(page.words.lowered[draft.first : draft.last])
        country = whose_country(page, draft.head, self.mentions, self.reading) if text == "country" else None
        doer = doer_over(page.words, draft.head) if draft.plural else None
        found = self.memory.described(
            text,
            sentence,
            self.reading.cues,
            country=country,
            doer=(page.passage.index, doer) if doer is not None else None,
        )
        if (
            draft.role is not None
            and (of_state := self._of_only_state(page, draft, found, sentence)) is not None
        ):
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
            entry = self.reading.entry(seen.mention.names[0]) if len(seen.mention.names) == 1 else None
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
        found = found if found.mentions else self.memory.only_state(sentence)
        entry = self.reading.entry(found.mentions[0].names[0]) if found.mentions else None
        if entry is None and self.memory.home is not None:
            entry = self.reading.gazetteer.states.get(self.memory.home)
            found = Antecedent((), f"the story is filed from {entry.name if entry else self.memory.home}")
        entry = self._foremost(entry)
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

    def _foremost(self, state: ActorEntry | None) -> ActorEntry | None:
        """The state that the story speaks of far more often, in place of one named in passing."""
        counts = self.reading.context.countries
        if state is None or state.kind != "state" or not counts or state.country == self.memory.home:
            return state
        ((country, most),) = counts.most_common(1)
        passing = country != state.country and most >= _FAR_MORE * max(1, counts[state.country or ""])
        return self.reading.gazetteer.states.get(country, state) if passing else state

    def _pronoun(self, page: Page, draft: Draft, sentence: int) -> Mention | None:
        words, i = page.words, draft.first
        word = words.lowered[i]
        if word in SPEAKER:
            return referring(page, draft, self._speaker(page, i, sentence))
        if (beside := owner_beside(words, i)) is not None:
            return self._of_neighbour(page, draft, beside)
        is_object = words.deps[i] in {"obj", "iobj", "obl"}
        verb = words.heads[i]
        if words.deps[i] == "nmod" and words.lemmas[verb] in _PARTS and words.deps[verb] == "obj":
            # "Kidnapped MANY OF THEM".
            is_object, verb = True, words.heads[verb]
        governor = (page.passage.index, verb) if is_object else None
        if word in PERSON:
            person = self.memory.person(sentence, governor=governor, quoted=words.quoted[i])
            return referring(page, draft, person)
        others = word == "they" and (
            follows_others(page, i, self.reading) or told_by_others(page, i, self.reading)
        )
        if others:
            return referring(page, draft, Antecedent((), "others speak before, whom the text does not name"))
        if word == "their" and words.lemmas[words.heads[i]] in _FREEING:
            # Those who are to be freed are not who spoke or acted last.
            return referring(page, draft, Antecedent((), "those held, whom the pronoun alone does not tell"))
        harmed = harming_verb(words, i)
        harmer = (page.passage.index, harmed) if harmed is not None else None
        if word in PLURAL:
            found = self.memory.many(
                sentence,
                governor=governor,
                harmer=harmer,
                of_members=owns_members(page, i),
                but=self._charged(page, verb) if governor is not None else None,
            )
            return referring(page, draft, found)
        suffers = words.deps[i] == "obj" and words.lemmas[words.heads[i]] in self.reading.cues.verbs_on_people
        if word == "it" and suffers and governor is not None:
            struck = self.memory.struck(sentence, governor)
            return referring(page, draft, struck) if struck.mentions else None
        if word == "it" and (own := self._of_itself(page, draft)) is not None:
            return own
        owner = words.deps[i] == "nmod:poss"
        if not (owner or words.deps[i] in _SUBJECTS) or is_empty_it(page, i):
            return None
        if owner and words.lemmas[words.heads[i]] in _OF_TEXTS:
            # "Dismissed the report and accused ITS AUTHORS".
            return None
        if owner and (nameless := self._nameless_subject(page, i)) is not None:
            return referring(page, draft, nameless)
        after_for = owner and words.case(words.heads[i]) == "for"
        found = self.memory.thing(
            sentence, owner=owner, after_for=after_for, of_members=owns_members(page, i), harmer=harmer
        )
        return referring(page, draft, found) if found.mentions else None

    def _charged(self, page: Page, verb: int) -> tuple[str, ...] | None:
        """Whom "accused REBELS of kidnapping them" says to do what is done to "them"."""
        words = page.words
        if words.deps[verb] not in {"advcl", "acl", "xcomp"}:
            return None
        for child in words.children[words.heads[verb]]:
            mention = self.mentions.actor_at(page.passage.index, child)
            if words.deps[child] == "obj" and child < verb and mention is not None:
                return mention.label
        return None

    def _nameless_subject(self, page: Page, i: int) -> Antecedent | None:
        """The subject of the clause, whom nothing names, as the owner: "since THE GROUP began ITS siege"."""
        subject = subject_over(page.words, i)
        mention = self.mentions.actor_at(page.passage.index, subject) if subject is not None else None
        if (
            mention is None
            or mention.names
            or not mention.surface
            or mention.plural
            or mention.how == "pronoun"
        ):
            return None
        return Antecedent((mention,), f"back to '{mention.surface}', the subject of its clause")

    def _of_itself(self, page: Page, draft: Draft) -> Mention | None:
        """ "The army said IT had killed them": a body that speaks of it, before anybody else named."""
        words, i = page.words, draft.first
        clause = words.heads[i]
        verb = words.heads[clause]
        told = (
            words.deps[clause] == "ccomp"
            and verb < i
            and words.lemmas[verb] in self.reading.cues.speech_verbs
        )
        if not told or any(words.deps[c] in {"cop", "expl"} for c in words.children[clause]):
            return None
        for child in words.children[verb]:
            mention = self.mentions.actor_at(page.passage.index, child)
            if words.deps[child] == "nsubj" and mention is not None and mention.kind in _BODIES:
                return referring(page, draft, Antecedent((mention,), f"said by {mention.surface} of itself"))
        return None

    def _of_neighbour(self, page: Page, draft: Draft, owner: int) -> Mention:
        because = f"'{page.words.texts[owner]}' stands beside what is owned"
        mention = self.mentions.actor_at(page.passage.index, owner)
        known = (mention,) if mention is not None and mention.label else ()
        return referring(page, draft, Antecedent(known, because))

    def _speaker(self, page: Page, i: int, sentence: int) -> Antecedent:
        """The side that "we" in a quotation speaks for: whom the speaker serves, else the speaker."""
        words = page.words
        here = words.sentence[i]
        near = [
            *self.speakers.get(here, ()),
            *self.speakers.get(here - 1, ()),
            *self.speakers.get(here + 1, ()),
        ]
        if not near:
            return Antecedent((), "the quotation's speaker is not clear")
        speaker = min(near, key=lambda d: (abs(words.sentence[d.head] - here), abs(d.head - i)))
        mention = as_mention(page, speaker)
        if speaker.how == "pronoun" and words.lowered[speaker.head] in PERSON:
            found = self.memory.person(sentence)
            if not found.mentions:
                return Antecedent((), "the quotation's speaker is not clear")
            mention = found.mentions[0]
        if not mention.label:
            return Antecedent((), "the quotation's speaker is not clear")
        served = self.reading.entry(mention.serves) if mention.serves else None
        own_view = served is not None and served.kind in {"body", "media"}
        if mention.serves is None or own_view or words.lowered[i] in _FIRST_PERSON:
            return Antecedent((mention,), f"spoken by {mention.label[0]}")
        return Antecedent(
            (self._served(page, speaker, mention),),
            f"spoken by {mention.label[0]}, who serves {mention.serves}",
        )

    def _served(self, page: Page, draft: Draft, mention: Mention) -> Mention:
        side = self.reading.side(mention.serves or "")
        entry = self.reading.entry(side)
        return as_mention(
            page,
            draft,
            names=(side,),
            kind=entry.kind if entry else "unknown",
            country=entry.country if entry else None,
            serves=None,
        )


def _name_words(mention: Mention) -> set[str]:
    return {fold(word) for name in mention.names for word in name.split()}
