"""The language pipeline that reads English: the one shipped here, or any installed spaCy model."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import use_ops

from brink.code.pipeline.clauses import NAME as CLAUSES
from brink.code.pipeline.dateline import NAME as DATELINE
from brink.code.pipeline.lemmas import correct_lemmas
from brink.code.pipeline.mend import NAME
from brink.code.pipeline.paired import NAME as PAIRED
from brink.code.pipeline.unsplit import NAME as UNSPLIT
from brink.code.pipeline.vectors import quicken
from brink.errors import MissingExtra

SHIPPED = "en_brink_news"


def load_pipeline(name: str = SHIPPED) -> Language:
    """The shipped pipeline, or an installed spaCy model by its name; read once a process.

    Raises
    ------
    MissingExtra
        When no model of that name is installed.
    """
    return _loaded(name)


@lru_cache(maxsize=2)
def _loaded(name: str) -> Language:
    if name == SHIPPED:
        # NumPy multiplies these small matrices nearly twice as fast as spaCy's own routines.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(Path(__file__).parent / SHIPPED)
        nlp.add_pipe(DATELINE, first=True)
        nlp.add_pipe(UNSPLIT, before="lemmatizer")
        nlp.add_pipe(PAIRED, before="lemmatizer")
        nlp.add_pipe(NAME, before="lemmatizer")
        nlp.add_pipe(CLAUSES, before="lemmatizer")
        correct_lemmas(nlp)
        quicken(nlp)
        return nlp
    try:
        return spacy.load(name)
    except OSError as error:
        raise MissingExtra(
            f"no spaCy model named {name!r} is installed; install it with pip, or leave --pipeline out "
            f"to use the shipped {SHIPPED}"
        ) from error
