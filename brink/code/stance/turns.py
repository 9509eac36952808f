"""What is said in turns, handed to whom its label names: "SECRETARY RUBIO: …"."""

from __future__ import annotations

from typing import Final

from brink.code.mention import Mentions
from brink.code.passage import Passage
from brink.code.stance.attributed import Attribution
from brink.code.stance.holder import UNNAMED, Holder

_TITLED: Final = frozenset({"mr", "ms", "mrs", "dr", "miss", "prof", "sir", "lord"})


class Speakers:
    """Who speaks in each passage of a transcript; labels stand in passages of their own."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._last: Holder | None = None
        self._called: set[str] = set()

    def of(self, passage: Passage) -> Attribution | None:
        """The attribution of all a passage says; None of a label, a question and a text without turns."""
        turn = passage.turn
        if turn is None or turn.asks or len(passage.doc) == 0:
            return None
        if turn.names:
            self._last = Holder(self._named(passage), (0, len(passage.doc)), passage.index)
            self._called.add(self._last.name)
            return None
        # "A:" is whoever answers, which a label tells only where it names nobody else.
        holder = self._last if turn.label or len(self._called) == 1 else None
        return Attribution(
            passage=passage.index,
            first=0,
            last=len(passage.doc),
            head=passage.doc[:].root.i,
            cue=holder.source[0] if holder else 0,
            cue_passage=holder.passage if holder else -1,
            cue_lemma="say",
            source=holder.source if holder else None,
            holder=holder.name if holder else UNNAMED,
            manner="direct",
            certainty=None,
            because=f"the turn of {holder.name}" if holder else "an answer of whom no label names",
        )

    def _named(self, label: Passage) -> str:
        """The person a label means: who is mentioned there, whose surname it is, else its own words."""
        for token in label.doc:
            mention = self._mentions.actor_at(label.index, token.i)
            if mention is not None and mention.kind == "person" and len(mention.names) == 1:
                return mention.names[0]
        last = label.doc[len(label.doc) - 1].text.casefold()
        found = {
            name
            for mention in self._mentions.actors
            if mention.kind == "person"
            for name in mention.names
            if name.split()[-1].casefold() == last
        }
        if len(found) == 1:
            return found.pop()
        words = [w.text for w in label.doc if w.is_alpha and w.lower_ not in _TITLED]
        return " ".join(w.title() if w.isupper() else w for w in words)
