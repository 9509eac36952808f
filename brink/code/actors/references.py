"""What "he", "the group" and "both sides" refer back to, where a rule can be right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from brink.code.actors.choosing import chosen, nearest, together
from brink.code.actors.fitting import (
    REBELS,
    is_holder,
    is_many,
    is_one_body,
    is_person,
    is_single,
)
from brink.code.actors.seen import Antecedent, Seen
from brink.code.mention import Mention

PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
THING = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
# How many sentences back each kind of reference may reach.
_PRONOUN_REACH = 1
_PERSON_REACH = 5
_PLURAL_REACH = 3
DESCRIPTION_REACH = 4
# Mentions weighed for one reference; a sentence without end must not make reading slow.
MOST_REMEMBERED = 60


@dataclass(slots=True)
class Memory:
    """Mentions of the story so far, in reading order."""

    seen: list[Seen] = field(default_factory=list)
    serving: dict[str, dict[str, Mention]] = field(default_factory=dict)
    """People named so far, by the actor they serve."""
    armies: dict[str, Mention] = field(default_factory=dict)
    """Armies of states named so far in the story."""
    rulers: dict[str, Mention] = field(default_factory=dict)
    """Governments spoken of so far as such ("the junta"), by country."""
    home: str | None = None
    """ISO country that the story was filed from."""
    callings: dict[str, set[str]] = field(default_factory=dict)
    """Groups by the words for fighters that the story has called them by."""
    other_subjects: set[int] = field(default_factory=set)
    """Sentences whose main subject is a thing and no actor."""

    def add(self, seen: Seen) -> None:
        self.seen.append(seen)
        mention = seen.mention
        if mention.kind == "person" and mention.serves and mention.names:
            self.serving.setdefault(mention.serves, {})[mention.names[0]] = mention
        word = mention.surface.rpartition(" ")[2].casefold()
        if mention.kind == "group" and len(mention.names) == 1 and word in REBELS:
            self.callings.setdefault(word, set()).add(mention.names[0])
        named = mention.how not in {"pronoun", "description"} and len(mention.names) == 1
        if named and mention.kind == "force" and mention.country and not seen.polices:
            self.armies[mention.names[0]] = mention
        if mention.kind == "government" and mention.country and mention.how in {"role", "description"}:
            self.rulers.setdefault(mention.country, mention)

    def open_section(self, country: str | None) -> None:
        """Forget whom earlier sections spoke of: under "Mali." the army is that of Mali."""
        self.seen.clear()
        self.armies.clear()
        self.rulers.clear()
        self.home = country

    def person(
        self, sentence: int, *, governor: tuple[int, int] | None = None, quoted: bool = False
    ) -> Antecedent:
        """Who "he" or "she" is: the last person as subject nearby, or the only person of late.

        For an object ("him"), `governor` is its verb, and whoever does that is not meant: somebody of its
        own sentence is, if there is one. In a quotation somebody is meant who did not speak before.
        """
        near = [s for s in self.recent(sentence, _PRONOUN_REACH, is_person) if s.governor != governor]
        here = [s for s in near if s.sentence == sentence and not s.is_subject] if governor else []
        if here:
            return nearest(here)
        silent = [s for s in near if not s.speaks] if quoted else []
        if silent and any(s.speaks for s in near):
            return nearest(silent)
        if (unnamed := self._speaker_without_name(sentence, near)) is not None:
            return Antecedent((unnamed,), f"back to '{unnamed.surface}', who spoke last")
        if near:
            return chosen(near)
        late = self.recent(sentence, _PERSON_REACH, is_person)
        if len({s.mention.label for s in late}) == 1:
            return Antecedent(
                (late[-1].mention,), f"back to '{late[-1].mention.surface}', the only person named of late"
            )
        holders = self.recent(sentence, 0, is_holder)
        if not late and len({s.mention.label for s in holders}) == 1:
            meant = holders[-1].mention
            return Antecedent((meant,), f"back to '{meant.surface}', the only one in the sentence")
        return Antecedent((), "no person named shortly before, or more than one")

    def _speaker_without_name(self, sentence: int, named: Sequence[Seen]) -> Mention | None:
        """Somebody told of by their office who said something after the last person with a name did."""
        recent = self.lately(sentence, _PRONOUN_REACH, lambda _: True)
        places = {id(seen): place for place, seen in enumerate(recent)}
        spoke = [s for s in recent if s.speaks and is_holder(s.mention)]
        # "One official said HE had planned it" is of whom the story speaks, if it has named somebody before.
        holders = [s for s in spoke if s.sentence < sentence or self._is_new(s)]
        leading = [places.get(id(s), -1) for s in named if s.main and s.is_subject]
        if not holders or any(place > places[id(holders[-1])] for place in leading):
            return None
        return holders[-1].mention

    def _is_new(self, speaker: Seen) -> bool:
        """Whether nobody with a name did anything in the sentence before the one who speaks."""
        before = self.lately(speaker.sentence, _PRONOUN_REACH, lambda s: is_person(s.mention))
        return not any(s.is_subject and s.main for s in before)

    def struck(self, sentence: int, governor: tuple[int, int]) -> Antecedent:
        """What "it" is as an object: the one state, body or group before it that does not do the act."""
        recent = [s for s in self.recent(sentence, _PRONOUN_REACH, is_single) if s.governor != governor]
        here = [s for s in recent if s.sentence == sentence and s.is_subject]
        if len({s.mention.label for s in here}) != 1:
            return Antecedent((), "no subject before it, or more than one")
        return Antecedent(
            (here[-1].mention,), f"back to '{here[-1].mention.surface}', which does something else"
        )

    def thing(
        self,
        sentence: int,
        *,
        owner: bool,
        after_for: bool,
        of_members: bool,
        harmer: tuple[int, int] | None = None,
    ) -> Antecedent:
        """What "it" or "its" is: the last state, body or group that was a subject.

        In "praised Y for its efforts" the nearer one owns; members ("its fighters") belong
        to a group rather than to a state, and not to who does the act `harmer` to them.
        """
        recent = self.recent(sentence, _PRONOUN_REACH, is_single)
        recent = [s for s in recent if s.governor != harmer]
        here = [s for s in recent if s.sentence == sentence]
        if owner and after_for and here:
            return Antecedent(
                (here[-1].mention,), f"back to '{here[-1].mention.surface}', the nearest before 'for its'"
            )
        if not here and sentence - 1 in self.other_subjects:
            recent = []
        meant = {s.mention.label: s for s in here if of_members and s.mention.kind == "group"}
        if len(meant) == 1:
            return nearest(list(meant.values()))
        subjects = [s for s in recent if s.is_subject]
        groups = [s for s in subjects if s.mention.kind == "group"]
        found = groups if of_members and groups else subjects
        if not found and of_members:
            # "Then came THE TTP. ITS fighters ..."
            named = [s for s in recent if s.mention.kind == "group"]
            found = named if len({s.mention.label for s in named}) == 1 else found
        if not found and owner and len({s.mention.label for s in here}) == 1:
            found = here
        found = _leading(found, sentence)
        return chosen(found, recent) if found else Antecedent((), "no subject shortly before fits")

    def many(
        self,
        sentence: int,
        *,
        governor: tuple[int, int] | None,
        harmer: tuple[int, int] | None = None,
        of_members: bool = False,
        but: tuple[str, ...] | None = None,
    ) -> Antecedent:
        """Who "they" are: the last group, force or people, subjects first.

        For an object ("them"), `governor` is its verb: whoever does that is not meant, and
        the nearest of the others is. `harmer` and members are as for `thing`; `but` is whom the words
        make the doer.
        """
        recent = self.recent(sentence, _PRONOUN_REACH, is_many)
        recent = [s for s in recent if s.governor != harmer]
        groups = [s for s in recent if s.mention.kind == "group"]
        recent = groups if of_members and groups else recent
        # "They" are people or a group rather than an army told of as one thing ("the military crushed them").
        recent = [s for s in recent if not is_one_body(s.mention)] or recent
        if governor is not None:
            others = [s for s in recent if s.governor != governor and s.mention.label != but]
            # "Its list of TERRORIST GROUPS" is no group that anything is done to.
            return nearest([s for s in others if s.mention.names or s.case != "of"] or others)
        near = self.lately(sentence, _PRONOUN_REACH, lambda _: True)
        if (several := together(near, recent)) is not None:
            return several
        if recent:
            return chosen(recent)
        late = self.lately(sentence, _PLURAL_REACH, lambda s: is_many(s.mention) and s.main and s.is_subject)
        if len({s.mention.label for s in late}) != 1:
            return Antecedent((), "nobody named shortly before fits")
        meant = late[-1].mention
        return Antecedent((meant,), f"back to '{meant.surface}', the only ones who did anything of late")

    def holder(self, actor: str) -> Antecedent:
        """The one person of the story who serves an actor: "the Ukrainian president"."""
        found = self.serving.get(actor, {})
        if len(found) != 1:
            return Antecedent((), "no holder of that office named, or more than one")
        (mention,) = found.values()
        return Antecedent((mention,), f"the only person named who serves {actor}")

    def recent(self, sentence: int, reach: int, fits: Callable[[Mention], bool]) -> list[Seen]:
        """Whose mention fits among those of the last sentences, in reading order."""
        return self.lately(sentence, reach, lambda seen: fits(seen.mention))

    def lately(self, sentence: int, reach: int, fits: Callable[[Seen], bool]) -> list[Seen]:
        """What fits among the mentions of the last sentences, in reading order."""
        recent: list[Seen] = []
        for seen in islice(reversed(self.seen), 4 * MOST_REMEMBERED):
            if sentence - seen.sentence > reach or len(recent) == MOST_REMEMBERED:
                break
            if fits(seen):
                recent.append(seen)
        return recent[::-1]


def _leading(found: Sequence[Seen], sentence: int) -> list[Seen]:
    """Of the subjects of a sentence before, those of its main clause, if it has one that fits."""
    if not found or found[-1].sentence == sentence:
        return list(found)
    return [s for s in found if s.main and s.sentence == found[-1].sentence] or list(found)
