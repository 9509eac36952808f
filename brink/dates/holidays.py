"""Days known by name."""

from __future__ import annotations

from datetime import date, timedelta

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.sense import Sense, named
from brink.dates.words import vocabulary
from brink.dates.yearless import nearest


def holiday(name: str) -> Sense:
    """A day known by its name; lunar feasts stay open."""
    known = vocabulary("feasts")[name]
    if "on" in known:
        return named(DateInterval.day(known["on"]), "day", "a day of history known by its name")
    if "moon" in known:
        return Sense(because=f"{known['moon']}, whose days are announced by sighting of the moon")

    def of_year(year: int) -> DateInterval:
        if "easter" in known:
            return DateInterval.day(reckoning.easter(year) + timedelta(days=known["easter"]))
        return DateInterval.day(date(year, known["month"], known["day"]))

    return Sense(because="a feast known by its name: the nearest one", at=nearest(of_year), bare_month=True)
