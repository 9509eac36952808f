"""Where the words of a story lie on the map, as precisely as they say."""

from brink.code.places.find import find_places

__all__ = ["find_places"]
