"""Who the words of a story stand for: names, aliases, roles and references back."""

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer

__all__ = ["Gazetteer", "find_actors"]
