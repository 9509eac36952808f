"""Which language a text is in: coding reads English only, and says what it left aside."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]{1,40}")
_FEWEST_WORDS = 5
_SAMPLE_CHARACTERS = 20_000
# Terse English full of West African names looks like Nigerian Pidgin to the model; what Pidgin cannot do
# without tells them apart.
_PIDGIN = "pcm"
_PIDGIN_WORDS = frozenset(["dey", "wey", "di", "dem", "don", "na", "pipo", "sey", "im", "oga", "wetin"])
_PIDGIN_SHARE = 0.03
# Words that English cannot do without and no other language of that script has many of; where so many of a
# sample are among them, the model need not be asked, which takes a while.
_ENGLISH = frozenset(
    ["the", "and", "that", "which", "were", "with", "from", "their", "they", "his", "said", "been", "this"]
)
_ENGLISH_SHARE = 0.1
# Small neighbours of languages that conflicts are reported in, which short samples are taken for.
_LEFT_OUT = "an br eo ext fo fy gcf gcr grc hbo la lb lij ltg nn oc sa vec vo wa"


def guess_language(text: str) -> str | None:
    """The two- or three-letter code (ISO 639) of the language a sample from the start reads as.

    None where fewer than five words leave nothing to judge. The model is py3langid's, after Lui and Baldwin
    (2012), "langid.py: an off-the-shelf language identification tool".
    """
    sample = text[:_SAMPLE_CHARACTERS]
    words = _WORD.findall(sample.casefold())
    if len(words) < _FEWEST_WORDS:
        return None
    if sum(word in _ENGLISH for word in words) > _ENGLISH_SHARE * len(words):
        return "en"
    code = str(_identifier().classify(sample)[0])
    if code == _PIDGIN and sum(word in _PIDGIN_WORDS for word in words) < _PIDGIN_SHARE * len(words):
        return "en"
    return code


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in identifier.labels if code not in _LEFT_OUT.split()])
    return identifier


@cache
def language_name(code: str) -> str:
    """The English name of a language (`French` for `fr`), or the code itself where it has none."""
    import pycountry

    found = pycountry.languages.get(**{f"alpha_{len(code)}": code}) if len(code) in (2, 3) else None
    return str(found.name).removesuffix(" (macrolanguage)") if found is not None else code
