"""From the text of a kernel to machine code, kept on disk between runs."""

from __future__ import annotations

import hashlib
import importlib.util
import inspect
import os
import sys
import tempfile
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from brink.errors import BadModel
from brink.play.engine.contract import Model
from brink.play.engine.kernel import HEAD, kernel_source
from brink.play.engine.source import gathered

CACHE = "BRINK_CACHE"
"""Environment variable that names another folder for compiled kernels."""


_MADE: deque[tuple[Model, Kernel]] = deque(maxlen=8)
"""Kernels of the models last played: to write one out takes longer than to play a thousand futures."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """A model's generated text and its digest; it can be sent to another process as it is."""

    text: str

    @classmethod
    def of(cls, model: Model) -> Kernel:
        """The kernel of a model; equal models give equal digests."""
        # By identity, since a model holds mappings and cannot be hashed; the entry keeps it alive.
        for known, kernel in _MADE:
            if known is model:
                return kernel
        kernel = cls(kernel_source(model))
        _MADE.append((model, kernel))
        return kernel

    @property
    def digest(self) -> str:
        """SHA-256 of the text, which holds all that can change a result except the numbers given."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def play_block(self) -> Callable[..., None]:
        """The compiled function that plays neighbouring futures."""
        return _loaded(self).play_block  # type: ignore[no-any-return]


def cache_folder() -> Path:
    """Where compiled kernels are kept: $BRINK_CACHE, else the user's cache folder."""
    if named := os.environ.get(CACHE):
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return base / "brink" / "kernels"


@lru_cache(maxsize=8)
def _loaded(kernel: Kernel) -> ModuleType:
    path = _written(kernel)
    name = f"brink_kernel_{kernel.digest[:32]}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise BadModel(f"the generated kernel {path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    # Numba looks the module up by its name when it reads compiled code back.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _written(kernel: Kernel) -> Path:
    """The file of the text; one that is there and differs is written anew."""
    try:
        return _write(kernel, cache_folder())
    except OSError:
        # A read-only home must not stop a run; it only costs compiling again next time.
        return _write(kernel, Path(tempfile.mkdtemp(prefix="brink-kernel-")))


def _write(kernel: Kernel, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"kernel_{kernel.digest[:32]}.py"
    if not path.exists() or path.read_text(encoding="utf-8") != kernel.text:
        handle, draft = tempfile.mkstemp(dir=folder, suffix=".draft")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(kernel.text)
        os.replace(draft, path)
    return path


def compiled(function: Any) -> Any:
    """A plain function, such as a sampler, and all it calls, compiled for use on its own."""
    head = HEAD.format(name="(one function)")
    given = ", ".join(inspect.signature(function).parameters)
    call = f"\n@_njit(error_model='numpy')\ndef entry({given}):\n    return {function.__name__}({given})\n"
    return _loaded(Kernel(head + gathered([function]) + call)).entry
