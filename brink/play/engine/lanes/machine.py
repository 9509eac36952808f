"""From LLVM's language to machine code for this processor, kept on disk between runs."""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import llvmlite
from llvmlite import binding

from brink.errors import BadModel

CACHE = "BRINK_CACHE"
"""Environment variable that names another folder for compiled kernels."""
PROCESSOR = "BRINK_CPU"
"""Environment variable that names another processor, as LLVM does, to make machine code for: `x86-64` is the
plainest one, without wide vectors and without fused arithmetic. By default it is the one that is here."""
DIGEST = 32
"""Bytes of SHA-256 at the head of a kept file, by which one that was cut short is known."""
EFFORT = 2
"""How much LLVM does to make code fast; more than this takes longer and gains nothing."""

_LOCK = threading.Lock()
_ENGINES: dict[str, Any] = {}
"""Loaded machine code, which must not be freed while it can be called."""


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


def processor() -> str:
    """The processor that machine code is made for."""
    return os.environ.get(PROCESSOR) or str(binding.get_host_cpu_name())


def entry_of(key: str, written: Callable[[], str], name: str) -> int:
    """The address of a function of the module that `written` gives; equal keys mean equal modules.

    The module is only written out where no machine code of it for this processor is kept.
    """
    made_for = f"{key} {processor()}"
    with _LOCK:
        if made_for not in _ENGINES:
            _ENGINES[made_for] = _loaded(_kept(key, written))
        address: int = _ENGINES[made_for].get_function_address(name)
        return address


def _loaded(code: bytes) -> Any:
    engine = binding.create_mcjit_compiler(binding.parse_assembly(""), _target(processor()))
    engine.add_object_file(binding.ObjectFileRef.from_data(code))
    engine.finalize_object()
    return engine


def _kept(key: str, written: Callable[[], str]) -> bytes:
    path = (
        cache_folder() / f"kernel_{hashlib.sha256(f'{key} {here(processor())}'.encode()).hexdigest()[:40]}.o"
    )
    try:
        held = path.read_bytes()
    except OSError:
        held = b""
    if hashlib.sha256(held[DIGEST:]).digest() == held[:DIGEST]:
        return held[DIGEST:]
    code = assembled(written())
    # A read-only home must not stop a run; it only costs compiling again next time.
    with contextlib.suppress(OSError):
        _write(path, hashlib.sha256(code).digest() + code)
    return code


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(draft, path)


def assembled(text: str) -> bytes:
    """Machine code of a module; raises BadModel where LLVM refuses it."""
    try:
        module = binding.parse_assembly(text)
        module.verify()
    except RuntimeError as error:
        raise BadModel(f"the kernel cannot be compiled: {error}") from error
    target = _target(processor())
    options = binding.create_pipeline_tuning_options(speed_level=EFFORT)
    # All is written as vectors already.
    options.loop_vectorization = options.slp_vectorization = False
    passes = binding.create_pass_builder(target, options)
    passes.getModulePassManager().run(module, passes)
    code: bytes = target.emit_object(module)
    return code


@cache
def _target(cpu: str) -> Any:
    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    # Windows' own format for object files lacks what a loader in memory needs.
    triple = binding.get_process_triple() + ("-elf" if sys.platform == "win32" else "")
    return binding.Target.from_triple(triple).create_target_machine(
        cpu=cpu,
        features=_features(cpu),
        opt=EFFORT,
        codemodel="jitdefault",
        jit=True,
    )


def _features(cpu: str) -> str:
    """What this processor can do beyond its name; of another, what its name says."""
    return str(binding.get_host_cpu_features().flatten()) if cpu == binding.get_host_cpu_name() else ""


@cache
def here(cpu: str) -> str:
    """What machine code depends on beside the model: the processor, LLVM, and how Brink translates."""
    from brink.play.engine import elementary, philox, sketch

    written = sorted(Path(__file__).parent.glob("*.py"))
    parts = [inspect.getsource(one) for one in (elementary, philox, sketch)]
    texts = "".join([*(path.read_text(encoding="utf-8") for path in written), *parts])
    return hashlib.sha256(
        f"{(cpu, _features(cpu))}{llvmlite.__version__}{sys.platform}{texts}".encode()
    ).hexdigest()
