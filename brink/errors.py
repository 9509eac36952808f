"""What can go wrong, as one small tree that callers can catch by name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any


class BrinkError(Exception):
    """Anything Brink refuses to do, with what is wrong, what was given and what to do."""


class NotInCase(BrinkError):
    """A name or id that the case does not hold."""


class BadDefinition(BrinkError):
    """A `case.yaml` that cannot be used as it stands."""


class UnreadableSource(BrinkError):
    """A file or archive member that could not be read as reporting."""


class QuoteMismatch(BrinkError):
    """A quote that is not the text of its document at its offsets."""


class BadJudgement(BrinkError):
    """A judgement that cannot be applied to the case as it is."""


class BadImport(BrinkError):
    """A table whose columns or values cannot be brought into a case."""


class BadExport(BrinkError):
    """A format that Brink does not write, or a place it cannot write to."""


class BadForecast(BrinkError):
    """Draws, probabilities or a series that cannot be forecast from or scored."""


class BadPlay(BrinkError):
    """An option, a model or an ensemble that cannot be played or compared as asked."""


class BadLedger(BrinkError):
    """An entry that the ledger of forecasts cannot take."""


class TamperedLedger(BrinkError):
    """A ledger of forecasts whose seals do not fit what it says."""


class CaseBusy(BrinkError):
    """A case that another process is writing to."""


class CaseExists(BrinkError):
    """A folder that is already there and will not be overwritten."""


class BadModel(BrinkError):
    """A simulation model whose parts do not fit together, or numbers that do not fit the model."""


class BrokenFuture(BrinkError):
    """A simulated future in which a quantity left its range, with its number, month and mechanism."""

    def __init__(self, message: str, *, future: int, month: int, mechanism: str) -> None:
        super().__init__(message)
        self.future = future
        self.month = month
        self.mechanism = mechanism

    def __reduce__(self) -> tuple[Any, ...]:
        return (_broken_future, (str(self), self.future, self.month, self.mechanism))


def _broken_future(message: str, future: int, month: int, mechanism: str) -> BrokenFuture:
    # Errors cross from one process to another by pickling, which gives arguments by place alone.
    return BrokenFuture(message, future=future, month=month, mechanism=mechanism)


class PlayStopped(BrinkError):
    """A simulation that was asked to stop before it was done; finished blocks are kept."""


class PartMismatch(BrinkError):
    """Parts of a simulation that do not belong together, or do not make a whole."""


class BadEndpoint(BrinkError):
    """A second coder that is not named well enough to be asked."""


class MissingExtra(BrinkError):
    """An optional library that a command needs and that is not installed."""


def nearest(word: str, known: Iterable[str], *, most: int = 3) -> str:
    """A clause for error messages that names the closest known words, or nothing.

    >>> nearest("Pakstan", ["Pakistan", "Peru"])
    '; did you mean Pakistan?'
    """
    folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), folded, n=most, cutoff=0.6)
    if not close and len(word) <= 5:
        # Half of a short acronym's letters in place is as near as one slip of typing leaves it.
        close = difflib.get_close_matches(word.casefold(), folded, n=most, cutoff=0.5)
    return f"; did you mean {' or '.join(folded[c] for c in close)}?" if close else ""
