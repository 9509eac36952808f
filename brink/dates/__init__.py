"""Dates as intervals with a precision, and how English words become them."""

from brink.dates.interval import DateInterval, Precision

__all__ = ["DateInterval", "Precision"]
