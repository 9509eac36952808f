"""Whom "he", "they", "it" and "we" mean on a page, by the words around them and who was named before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from brink.code.actors.backward import follows_others, is_empty_it, owns_members, told_by_others
from brink.code.actors.beside import owner_beside
from brink.code.actors.mentioned import as_mention, referring
from brink.code.actors.offered import offered
from brink.code.actors.owning import harming_verb, subject_over
from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.references import PERSON, PLURAL, Memory
from brink.code.actors.retelling import subject_told
from brink.code.actors.seen import Antecedent
from brink.code.grammar.labels import SPEAKER, SUBJECT_OR_TOPIC
from brink.code.mention import Mention, Mentions
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_BODIES = frozenset({"state", "government", "force", "body", "group", "role", "media"})
_PARTS = frozenset({"many", "some", "most", "several", "one", "two", "three", "all", "none", "dozen"})
_DEEP = 6
_ASKING: Final = _LISTS["asking"]
_FREEING = frozenset({"release", "freedom", "liberation"})
_OF_TEXTS = frozenset({"author", "finding", "conclusion", "wording", "publication"})
_OF_BODIES = frozenset({"it", "its", "their"})
_FIRST_PERSON = frozenset({"i", "my", "me"})


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Resolves the pronouns of a page."""

    reading: Reading
    memory: Memory
    mentions: Mentions
    """Those of the story so far."""
    speakers: Mapping[int, Sequence[Draft]]
    """Who speaks outside quotations on the page, by sentence."""

    def meant(self, page: Page, draft: Draft, sentence: int) -> Mention | None:
        """The pronoun as a mention of whom it means, unnamed with the reason where that stays open.

        None where it means no actor at all.
        """
        words, i = page.words, draft.first
        word = words.lowered[i]
        if word in SPEAKER:
            return referring(page, draft, self._speaker(page, i, sentence))
        if (beside := owner_beside(words, i)) is not None:
            return self._of_neighbour(page, draft, beside)
        is_object = words.deps[i] in {"obj", "iobj", "obl"}
        verb = words.heads[i]
        part = words.lemmas[verb] in _PARTS or words.pos[verb] == "NUM"
        if words.deps[i] == "nmod" and part and words.deps[verb] == "obj":
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
        if (asked := self._asked(page, i)) is not None:
            return referring(page, draft, asked)
        if (told := self._told_of(page, i) or offered(page, i, self.mentions)) is not None:
            return referring(page, draft, told)
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
        if not owner and (unknown := self._of_unknown_name(page, i)) is not None:
            return referring(page, draft, unknown) if unknown.mentions else None
        if not (owner or words.deps[i] in SUBJECT_OR_TOPIC) or is_empty_it(page, i):
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

    def _of_unknown_name(self, page: Page, i: int) -> Antecedent | None:
        """ "THE ETERNITY C was heading for Suez when IT came under attack" is of a ship."""
        words, clause = page.words, page.words.heads[i]
        if words.deps[clause] not in {"advcl", "conj", "ccomp"}:
            return None
        for child in words.children[words.heads[clause]]:
            if words.deps[child] in SUBJECT_OR_TOPIC and child < i and words.pos[child] == "PROPN":
                mention = self.mentions.actor_at(page.passage.index, child)
                if mention is not None and mention.kind != "unknown":
                    return None
                because = "back to the name that is the subject before it"
                return Antecedent((mention,) if mention is not None else (), because)
        return None

    def _asked(self, page: Page, i: int) -> Antecedent | None:
        """The owner in "urged THE TALIBAN to drop their demand": who is asked, forced or helped to do it."""
        words, step = page.words, page.words.heads[i]
        if words.deps[i] != "nmod:poss":
            return None
        for _ in range(_DEEP):
            if words.deps[step] in {"xcomp", "advcl", "ROOT", "root", "conj", "acl:relcl", "ccomp"}:
                break
            step = words.heads[step]
        above = words.heads[step]
        aim = words.deps[step] in {"xcomp", "advcl"} and words.lowered[step - 1] == "to"
        if not aim or words.lemmas[above] not in _ASKING:
            return None
        for child in words.children[above]:
            if words.deps[child] in {"obj", "iobj"} and above < child < step:
                named = (child, *(c for c in words.children[child] if words.deps[c] == "compound"))
                found = (self.mentions.actor_at(page.passage.index, at) for at in named)
                meant = next((m for m in found if m is not None and m.names), None)
                because = f"back to '{meant.surface}', who is to do it" if meant is not None else ""
                return Antecedent((meant,), because) if meant is not None else None
        return None

    def _told_of(self, page: Page, i: int) -> Antecedent | None:
        """Of whom somebody else tells before: "the US struck it, Centcom said, widening ITS campaign"."""
        if page.words.lowered[i] not in _OF_BODIES:
            return None
        subject = subject_told(page.words, i, self.reading.cues.speech_verbs)
        mention = self.mentions.actor_at(page.passage.index, subject) if subject is not None else None
        if mention is None or mention.kind == "person" or not mention.surface:
            return None
        return Antecedent((mention,), f"back to '{mention.surface}', of whom it is told")

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
            other = mention is not None and not mention.names and (mention.how == "office" or mention.plural)
            if words.deps[child] == "nsubj" and not other and mention is not None and mention.kind in _BODIES:
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
