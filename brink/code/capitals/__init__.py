"""Text whose letters are all small or all capitals, given back the capitals that the parser goes by."""

from brink.code.capitals.caseless import is_caseless
from brink.code.capitals.restore import acronyms_of, restored

__all__ = ["acronyms_of", "is_caseless", "restored"]
