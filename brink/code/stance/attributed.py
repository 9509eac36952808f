"""An attribution: who is said to say what; and all of a story's, found by token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from brink.code.rows import Certainty

Manner = Literal["direct", "indirect", "inherited"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Tokens of a passage that somebody is said to say, think or deny."""

    passage: int
    first: int
    last: int
    """Content tokens `[first, last)`."""
    head: int
    """The content's main predicate or noun."""
    cue: int
    """The word that attributes, as a token of passage `cue_passage`."""
    cue_passage: int
    cue_lemma: str
    skip: tuple[int, int] = (0, 0)
    """Tokens inside the content that are not said: the cue and its source in mid-quote."""
    source: tuple[int, int] | None
    """Tokens of the source, in the cue's passage."""
    holder: str | None
    """None when a thing shows it rather than somebody says it: the article speaks."""
    manner: Manner
    certainty: Certainty | None
    negated: bool = False
    because: str

    def covers(self, token: int) -> bool:
        return self.first <= token < self.last and not self.skip[0] <= token < self.skip[1]


class Attributions:
    """The attributions of a story, found by token."""

    def __init__(self, found: Iterable[Attribution]) -> None:
        self._by_passage: dict[int, list[Attribution]] = {}
        for attribution in found:
            self._by_passage.setdefault(attribution.passage, []).append(attribution)
        for rows in self._by_passage.values():
            rows.sort(key=lambda row: (row.first - row.last, row.first, row.cue))

    def covering(self, passage: int, token: int) -> list[Attribution]:
        """Attributions whose content holds the token, outermost first."""
        return [row for row in self._by_passage.get(passage, ()) if row.covers(token)]

    def of_passage(self, passage: int) -> Sequence[Attribution]:
        """Attributions whose content lies in the passage, longest first."""
        return self._by_passage.get(passage, ())
