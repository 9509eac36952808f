"""Dictionary forms that the lemmatizer's tables have wrong for news of conflict ("staged" from "stag")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spacy.language import Language

_VERBS: Final = (
    "stage",
    "wage",
    "rage",
    "rape",
    "snipe",
    "cordon",
    "resupply",
    "waterboard",
    "fine",
    "machinegun",
)
_DOUBLED: Final = frozenset({"machinegun"})
"""Those whose last letter is doubled, or written once, before an ending."""
_RIVALS: Final = frozenset({"stag", "wag", "rag", "rap", "snip", "fin"})
"""Rarer verbs that share these forms and would win."""
_NOUNS: Final[Mapping[str, str]] = {"bases": "base", "taxes": "tax", "axes": "axe", "attachés": "attaché"}


def correct_lemmas(nlp: Language) -> None:
    """Give the lemmatizer these forms; one without a table of exceptions stays as it is."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_exc"):
        return
    exceptions, index = lookups.get_table("lemma_exc"), lookups.get_table("lemma_index")
    index["verb"] = [word for word in index.get("verb", ()) if word not in _RIVALS]
    verbs = {form: [verb] for verb in _VERBS for form in _inflected(verb)}
    exceptions["verb"] = {**exceptions.get("verb", {}), **verbs}
    exceptions["noun"] = {**exceptions.get("noun", {}), **{form: [noun] for form, noun in _NOUNS.items()}}


def _inflected(verb: str) -> Iterator[str]:
    """Past, participle and third person of a regular verb."""
    stem = verb.removesuffix("e")
    past = f"{verb[:-1]}ied" if verb.endswith("y") else f"{stem}ed"
    third = f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"
    yield from (past, f"{stem}ing", third)
    if verb in _DOUBLED:
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
