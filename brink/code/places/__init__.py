"""Where the words of a story lie on the map, as precisely as they say."""
