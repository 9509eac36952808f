"""Words of probability, each derived from a number that is printed beside it."""

from brink.words.probability import SCALES, chance_said, probability_words

__all__ = ["SCALES", "chance_said", "probability_words"]
