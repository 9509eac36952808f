"""One key judgement of a brief."""

from __future__ import annotations

from dataclasses import dataclass

from brink.brief.confidence import Confidence
from brink.brief.words import Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One key judgement: what is said, how much the evidence bears, and why."""

    says: Sentence
    confidence: Confidence
