"""Whose "the report" is that a story quotes, once it has said so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from brink.code.mention import Mentions
from brink.code.passage import Passage
from brink.code.stance.attributed import Attribution
from brink.code.stance.holder import author_of

_REPORTS: Final = frozenset({"report", "study", "survey", "assessment", "document"})
UNTOLD: Final = "reports"
"""The holder of what a report says that the text gives no author."""


@dataclass(slots=True)
class Reports:
    """The reports that a story has named with their authors, in the order of its text."""

    authors: list[str] = field(default_factory=list)

    def read(self, passage: Passage, mentions: Mentions) -> None:
        """Note the authors of a passage's reports: "a UN REPORT", "a report by the UN"."""
        for token in passage.doc:
            if token.lemma_ not in _REPORTS or token.pos_ not in {"NOUN", "PROPN"}:
                continue
            author = author_of(passage, token, mentions)
            if author is not None and len(author.names) == 1 and author.kind not in {"person", "people"}:
                self.authors.append(author.names[0])

    def named(self, passage: Passage, row: Attribution) -> Attribution:
        """The attribution with the one author that the story has given a report before "the report"."""
        if row.holder != UNTOLD or row.source is None or len(set(self.authors)) != 1:
            return row
        noun = passage.doc[row.source[1] - 1]
        definite = any(child.lower_ in {"the", "this", "that", "its"} for child in noun.children)
        if not definite or noun.lower_ != "report":
            return row
        (author,) = set(self.authors)
        return replace(row, holder=author, because=f"the report is that of {author}, named before")
