"""A model's kernel: its text, the machine code made of the same functions, and how either is called."""

from __future__ import annotations

import ctypes
import hashlib
import os
import threading
import zlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brink.play.engine.contract import ABREAST
from brink.play.engine.kernel import kernel_source
from brink.play.engine.layout import Layout
from brink.play.engine.model import Model

PLAIN = ("BRINK_PLAIN", "NUMBA_DISABLE_JIT")
"""Environment variables that have the text of a kernel run as plain Python: slow, and easy to look into.

The second is what switches compiling off in Numba, and what those who know it try first.
"""
LINE = 64
"""Bytes that a processor fetches at once; what it takes as vectors begins at such a place."""
LINE_OF_BINS = LINE // 2
"""Bins of 16 bits in a line. Rows of bins are an odd number of lines long: a processor's cache has room for
few lines whose places differ by a power of two, and all rows are written side by side."""

_HELD = threading.local()
_MADE: deque[tuple[Model, Kernel]] = deque(maxlen=8)
"""Kernels of the models last played: to write one out takes longer than to play a thousand futures."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """A model's kernel; it can be sent to another process, which needs no more than it to play the model."""

    text: str
    rows: int
    module: Callable[[], str] = field(compare=False, repr=False)
    """Writes the model out in LLVM's language, for machine code to be made of."""

    @classmethod
    def of(cls, model: Model) -> Kernel:
        """The kernel of a model; equal models give equal digests."""
        # By identity, since a model holds mappings and cannot be hashed; the entry keeps it alive.
        for known, kernel in _MADE:
            if known is model:
                return kernel
        kernel = cls(kernel_source(model), Layout.of(model).rows, _Module(model))
        _MADE.append((model, kernel))
        return kernel

    @property
    def digest(self) -> str:
        """SHA-256 of the text, which holds all that can change a result except the numbers given."""
        return _digest(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        return Kernel, (self.text, self.rows, _Packed(zlib.compress(self.module().encode())))

    def play_block(
        self,
        numbers: Sequence[int],
        arrays: Sequence[NDArray[Any]],
        results: Sequence[NDArray[Any]],
        seen: NDArray[np.float64] | None = None,
    ) -> None:
        """Play neighbouring futures; what is given, and what is filled, is as in `Job.inputs` and `results`.

        `seen` (months, rows) takes every state, lever and draw of the first future, if given.
        """
        if _is_plain():
            _plain(self)(numbers, arrays, results, seen)
            return
        seed, salt, first, count, months, on = numbers
        parameters, moves = arrays[0], arrays[1:]
        frame = aligned((self.rows, ABREAST), np.float64)
        left = aligned((len(moves[0]), ABREAST), np.int64)
        stride = (-(-count // LINE_OF_BINS) | 1) * LINE_OF_BINS
        bins, work = _room(results[2].shape, stride)
        _compiled(self, os.environ.get("BRINK_CPU"))(
            *(seed, salt, first, count, stride, months, on, len(parameters), len(moves[0])),
            *(one.ctypes.data for one in (parameters, *moves, frame, left, bins, work, *results)),
            seen.ctypes.data if seen is not None else None,
        )

    def add_counts(self, totals: NDArray[np.int64], counts: NDArray[np.uint16]) -> None:
        """Add a block's counts to the totals; both have as many bins in all as `SOME` divides."""
        if _is_plain():
            totals += counts
            return
        from brink.play.engine.lanes.counting import SOME

        add = _compiled_adding(self, os.environ.get("BRINK_CPU"))
        add(totals.ctypes.data, counts.ctypes.data, counts.size // SOME)


def _is_plain() -> bool:
    return any(os.environ.get(name, "0") not in ("", "0") for name in PLAIN)


@dataclass(frozen=True, slots=True)
class _Module:
    model: Model

    def __call__(self) -> str:
        from brink.play.engine.lanes.kernel import module_text

        return module_text(self.model)


@dataclass(frozen=True, slots=True)
class _Packed:
    text: bytes

    def __call__(self) -> str:
        return zlib.decompress(self.text).decode()


def _room(sketch: tuple[int, ...], stride: int) -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """Room to work in, kept from block to block: bins of all series and months, and four empty counts."""
    series, months, bins = sketch
    size = series * months * stride
    held: NDArray[np.uint16] | None = getattr(_HELD, "bins", None)
    if held is None or held.size < size:
        _HELD.bins = held = np.empty(size, dtype=np.uint16)
        _HELD.work = np.zeros((4, bins), dtype=np.uint16)
    return held, _HELD.work


def aligned(shape: tuple[int, ...], dtype: Any) -> NDArray[Any]:
    """Zeros that begin where a processor takes vectors best."""
    size = int(np.prod(shape)) * np.dtype(dtype).itemsize
    room = np.zeros(size + LINE, dtype=np.uint8)
    start = -room.ctypes.data % LINE
    numbers: NDArray[Any] = room[start : start + size].view(dtype).reshape(shape)
    return numbers


@lru_cache(maxsize=8)
def _compiled(kernel: Kernel, cpu: str | None) -> Any:
    """How the kernel's machine code is called; made anew where another processor is named."""
    del cpu
    from brink.play.engine.lanes.inputs import INPUTS, NUMBERS
    from brink.play.engine.lanes.machine import entry_of

    kinds = [ctypes.c_uint64] * NUMBERS + [ctypes.c_void_p] * (len(INPUTS) - NUMBERS)
    return ctypes.CFUNCTYPE(None, *kinds)(entry_of(kernel.digest, kernel.module, "play_block"))


@lru_cache(maxsize=8)
def _compiled_adding(kernel: Kernel, cpu: str | None) -> Any:
    """How the adding of a block's counts is called."""
    del cpu
    from brink.play.engine.lanes.machine import entry_of

    kind = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)
    return kind(entry_of(kernel.digest, kernel.module, "add_counts"))


@lru_cache(maxsize=8)
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=8)
def _plain(kernel: Kernel) -> Callable[..., None]:
    names: dict[str, Any] = {}
    exec(compile(kernel.text, "<kernel>", "exec"), names)

    def play(
        numbers: Sequence[int],
        arrays: Sequence[Any],
        results: Sequence[Any],
        seen: NDArray[np.float64] | None,
    ) -> None:
        seed, salt, first, count, months, on = numbers
        words = (np.uint64(seed), np.uint64(salt))
        with np.errstate(all="ignore"):
            names["play_block"](
                *words, first, count, months, arrays[0], on, *arrays[1:], *results,
                seen if seen is not None else np.empty((0, 0)),
            )  # fmt: skip

    return play


def compiled(function: Any) -> Callable[..., Any]:
    """A plain function, such as a sampler, compiled for arrays of numbers: floats, or words of 64 bits."""
    from brink.play.engine.lanes.alone import over_arrays

    return over_arrays(function)
