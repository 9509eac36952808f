"""How a place's name is folded, so that its spellings in the news meet those in the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WHOLE = str.maketrans({
    "ı": "i", "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th",
    "’": "", "‘": "", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "'": "", "`": "", "´": "", "′": "", ".": "",
})  # fmt: skip
_BREAKS = re.compile(r"[\s\-‐-―_/]+")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The name in small letters without accents, apostrophes, points and hyphens.

    >>> fold("Deir ez-Zor"), fold("Sa’ada"), fold("Mīrān Shāh")
    ('deir ez zor', 'saada', 'miran shah')
    """
    # Taken apart before and after, because some signs come apart to capitals and some capitals to accents.
    whole = unicodedata.normalize("NFKD", name).casefold().translate(_WHOLE)
    apart = unicodedata.normalize("NFKD", whole)
    bare = "".join(char for char in apart if not unicodedata.combining(char)).translate(_WHOLE)
    return _BREAKS.sub(" ", bare).strip()
