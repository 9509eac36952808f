"""Brink: from reporting on a conflict to an evidence-linked model an analyst can question."""

__version__ = "0.3.0"


def __getattr__(name: str) -> object:
    if name == "play":
        # Loaded when it is asked for, so that a command of another kind does not wait for it.
        from importlib import import_module

        return import_module("brink.play")
    raise AttributeError(f"module 'brink' has no attribute {name!r}")
