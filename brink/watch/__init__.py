"""Indicators and tripwires with a past, and the ladder each pair of actors has climbed."""

from __future__ import annotations

from brink.watch.state import State, Watch, watch

__all__ = ["State", "Watch", "watch"]
