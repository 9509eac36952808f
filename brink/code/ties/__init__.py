"""Standing relations between actors: who is ally, patron, rival, enemy or member of whom."""

from brink.code.ties.find import find_ties

__all__ = ["find_ties"]
