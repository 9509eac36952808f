"""The status of an act on its way up the tree, and how one governor changes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from brink.code.parsed import Token
from brink.code.rows import Certainty, Status
from brink.code.stance.lexicon import Effect
from brink.code.stance.tense import Reading


@dataclass(slots=True)
class Climb:
    """What was learned on the way from an act to the top of its sentence."""

    status: Status
    certainties: list[Certainty] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)
    hearsay: str | None = None
    ended: bool = False
    bare: bool = True
    """Still about the act's own noun phrase, not about a plan or threat that contains it."""

    def apply(self, effect: Effect, word: Token, *, phrase: str | None = None) -> None:
        """Let a governing word act on the status so far."""
        before = self.status
        if effect == "happened":
            self.ended = True
        else:
            self.status = compose(effect, before)
        if effect != "inherit":
            shown = phrase or word.text
            self.because.append(
                f"“{shown}” takes it for granted"
                if effect == "happened"
                else f"“{shown}” makes it {self.status}"
            )
            self.cues.append(word.i)

    def take(self, reading: Reading) -> None:
        """Keep what a governor's own words say of certainty and source."""
        if reading.certainty is not None:
            self.certainties.append(reading.certainty)
        self.hearsay = self.hearsay or reading.hearsay
        self.because.extend(reading.because)
        self.cues.extend(reading.cues)


def compose(effect: Effect, status: Status) -> Status:
    """The status of an act under an operator, from its status below it."""
    if effect == "denied":
        return "possible" if status == "denied" else "denied"
    if effect == "possible":
        return "possible"
    if effect == "planned":
        return status if status in {"possible", "denied"} else "planned"
    if effect == "ongoing":
        return "ongoing" if status == "happened" else status
    return status


def governed(effect: Effect, governor: Token, reading: Reading, state: Climb, *, silent: bool) -> None:
    """Apply an operator together with the governor's own modality."""
    state.apply(effect, governor)
    state.take(reading)
    if state.ended:
        return
    if reading.negated and reading.status == "denied":
        if effect == "denied":
            state.status = (
                "possible" if silent or governor.lemma_ in {"deny", "prevent", "reject"} else "happened"
            )
        else:
            state.status = "possible" if silent else "denied"
            if not silent and governor.lower_ in {"likely", "expected"}:
                state.status = "possible"
                state.certainties.append("doubtful")
    elif reading.status == "possible":
        state.status = "possible"
    elif reading.status == "planned":
        state.status = compose("planned", state.status)
    elif reading.status == "ongoing" and effect == "inherit" and reading.finite:
        state.status = compose("ongoing", state.status)
