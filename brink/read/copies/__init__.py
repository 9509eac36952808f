"""Which stories are one report: copied, cut, wrapped or re-spun."""

from brink.read.copies.families import Family, families
from brink.read.copies.links import find_links
from brink.read.copies.words import StoryText

__all__ = ["Family", "StoryText", "families", "find_links"]
