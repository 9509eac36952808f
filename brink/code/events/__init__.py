"""Events: who did what to whom, when and where, each from one clause and resting on its words."""

from __future__ import annotations

from brink.code.events.find import events_in, find_events

__all__ = ["events_in", "find_events"]
