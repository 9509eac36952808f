"""The parts of an act of violence as the story words them: perpetrators, targets, victims, weapons."""

from brink.code.parts.find import with_parts

__all__ = ["with_parts"]
