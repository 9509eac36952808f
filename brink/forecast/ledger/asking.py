"""A question put by hand, checked before it is sealed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

from brink.case.parts.base import ID_PATTERN
from brink.case.parts.forecasts import Taken
from brink.case.series import series_key
from brink.errors import BadLedger, nearest
from brink.forecast.ledger.question import Question, Reads

if TYPE_CHECKING:
    from brink.case.view import View


def asked_question(
    view: View,
    question_id: str,
    *,
    text: str,
    opens: date | None,
    closes: date,
    reading_date: date | None,
    source: str,
    field: str,
    rule: str,
    vintage: str,
    if_source_stops: str,
    series: str | None,
    value: str | None,
    take: str,
    at_least: float | None,
    at_most: float | None,
    base_rate: float | None,
    base_rate_from: str,
    grounds: str,
) -> Question:
    """The question as it will stand in the ledger.

    Raises
    ------
    BadLedger
        When its id, its dates or its rule cannot be.
    NotInCase
        When it reads a series that the case does not have.
    """
    if not re.fullmatch(ID_PATTERN, question_id):
        raise BadLedger(f"{question_id!r} is no id; use letters, digits, dots and dashes: truce-2024")
    begin, read_on = opens or view.as_of + timedelta(days=1), reading_date or closes
    if closes <= begin:
        raise BadLedger(f"it closes on {closes}, not after it opens on {begin}; see --opens and --closes")
    if read_on < closes:
        raise BadLedger(f"it is read on {read_on}, before it closes on {closes}; see --reading-date")
    if base_rate is not None and not base_rate_from:
        raise BadLedger("say where the base rate is from: --base-rate-from")
    reads = None
    if series is not None:
        reads = _reads(view, series, value, take, begin, closes, at_least, at_most)
    elif at_least is not None or at_most is not None:
        raise BadLedger("--at-least and --at-most count in a series; name it with --series")
    return Question(
        question_id,
        text,
        min(view.as_of, begin),
        begin,
        closes,
        source,
        field,
        rule,
        vintage,
        read_on,
        if_source_stops,
        reads,
        base_rate,
        base_rate_from,
        (),
        grounds,
    )


def _reads(
    view: View,
    series: str,
    value: str | None,
    take: str,
    opens: date,
    closes: date,
    at_least: float | None,
    at_most: float | None,
) -> Reads:
    key = series_key(view, series)
    if value is not None and value not in key.values:
        known = ", ".join(key.values)
        raise BadLedger(f"series {series!r} has no {value!r}{nearest(value, key.values)} (values: {known})")
    if take not in get_args(Taken):
        known = ", ".join(get_args(Taken))
        raise BadLedger(f"{take!r} cannot be taken of months{nearest(take, get_args(Taken))} ({known})")
    if at_least is not None and at_most is not None:
        raise BadLedger("give --at-least or --at-most, not both; neither asks for the number")
    return Reads(series, value, take, f"{opens:%Y-%m}", f"{closes:%Y-%m}", at_least, at_most)
