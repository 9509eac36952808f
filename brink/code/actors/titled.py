"""Who an office without a name stands for: "THE PRESIDENT" after "President William Ruto"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from brink.code.actors.cues import Cues
from brink.code.actors.page import Draft, Page
from brink.code.actors.seen import Antecedent
from brink.code.mention import Mention
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_REACH: Final = 12
"""Sentences within which an office goes back to its holder."""
_LONGEST: Final = 3
_NO_OFFICE: Final = _LISTS["no_office"]


@dataclass(slots=True)
class Titles:
    """The holders of offices that a story has named, in the order of its text."""

    cues: Cues
    seen: list[tuple[int, str, Mention]] = field(default_factory=list)

    def note(self, page: Page, mention: Mention, sentence: int) -> None:
        """Remember whom the text names with an office: a person after it, or the state that it is of."""
        if mention.how == "office" and mention.names and not mention.plural:
            if not any(mention.country and mention.country == known.country for _, _, known in self.seen):
                self.seen.append(
                    (sentence, " ".join(page.words.lowered[mention.first : mention.last]), mention)
                )
            return
        if (
            mention.kind != "person"
            or len(mention.names) != 1
            or mention.how not in {"name", "alias", "unknown"}
        ):
            return
        title = self._before(page, mention)
        if title and title not in _NO_OFFICE:
            self.seen.append((sentence, title, mention))

    def _before(self, page: Page, mention: Mention) -> str:
        words = page.words
        for start in range(max(0, mention.first - _LONGEST), mention.first + 1):
            end = self.cues.titles.end(words.folded, start)
            inside = start == mention.first and start < end < mention.last
            if inside or (start < mention.first and end == mention.first):
                return " ".join(words.lowered[start:end])
        return ""

    def holder(self, page: Page, draft: Draft, sentence: int) -> Antecedent:
        """The one person of late whose office the words name; nobody when several bore it."""
        words = page.words
        text = " ".join(words.lowered[draft.first : draft.last])
        definite = draft.first > 0 and words.lowered[draft.first - 1] == "the"
        if draft.plural or not definite:
            return Antecedent((), "no office that one person holds")
        late = [
            mention
            for at, title, mention in self.seen
            if sentence - at <= _REACH and (title == text or title.endswith(f" {text}"))
        ]
        if len({mention.names for mention in late}) != 1 or late[-1].kind != "person":
            return Antecedent((), "nobody, or more than one, was named with that office")
        return Antecedent((late[-1],), f"back to '{late[-1].surface}', the only {text} named of late")
