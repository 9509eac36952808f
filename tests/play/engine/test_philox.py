"""The generator gives the published numbers, and a uniform is never an end of its interval."""

from __future__ import annotations

import numpy as np
import pytest

from brink.play.engine.compiled import compiled
from brink.play.engine.philox import philox4x32, uniform

PUBLISHED = [
    # Random123, tests/kat_vectors, lines "philox4x32 10": counter, key, answer.
    (
        "00000000 00000000 00000000 00000000",
        "00000000 00000000",
        "6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    ),
    (
        "ffffffff ffffffff ffffffff ffffffff",
        "ffffffff ffffffff",
        "408f276d 41c83b0e a20bc7c6 6d5451fd",
    ),
    (
        "243f6a88 85a308d3 13198a2e 03707344",
        "a4093822 299f31d0",
        "d16cfe09 94fdcceb 5001e420 24126ea1",
    ),
]


def words(text: str) -> list[np.uint64]:
    return [np.uint64(int(word, 16)) for word in text.split()]


@pytest.mark.parametrize(("counter", "key", "answer"), PUBLISHED)
def test_philox_gives_the_published_answers_compiled_and_not(counter: str, key: str, answer: str):
    given = [*words(counter), *words(key)]
    assert list(philox4x32(*given)) == words(answer)
    assert list(compiled(philox4x32)(*given)) == words(answer)


def test_uniforms_lie_inside_their_interval():
    assert uniform(np.uint64(0)) == 0.5 / 2**32
    assert uniform(np.uint64(2**32 - 1)) == 1 - 0.5 / 2**32
