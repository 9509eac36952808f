"""Who the words of a story stand for: names, aliases, roles and references back."""
