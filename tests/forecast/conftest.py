"""Examples are not timed: a busy machine must not make a law of scores look broken."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
