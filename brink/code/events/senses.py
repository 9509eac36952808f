"""Word senses that tell no event, known by the company a word keeps."""

from __future__ import annotations

from brink.code.events.lexicon import Lexicon
from brink.code.events.word_kinds import Words
from brink.code.grammar import noun_complements, patients, preposition, subjects
from brink.code.parsed import Token

_PRESENT = frozenset({"VBP", "VBZ", "VB"})
_PHYSICAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})


def verb_is_blocked(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb's object, subject or other company makes it a manner of speaking."""
    senses, lemma = lexicon.senses, verb.lemma_.lower()
    if lemma == "meet" and verb.tag_ in _PRESENT and any(child.lower_ == "where" for child in verb.children):
        # Borders, rivers and roads meet; officials met.
        return True
    suffering = _words_of(patients(verb))
    if suffering and not suffering.isdisjoint(senses.objects.get(lemma, frozenset())):
        return True
    beside = senses.beside.get(lemma)
    if beside is not None and not beside.isdisjoint(_beside(verb)):
        return True
    doing = _words_of(tuple(token for token in subjects(verb) if not _is_in_long_name(token)))
    return bool(doing) and doing <= senses.sport


def _is_in_long_name(token: Token) -> bool:
    """The last word of a name ("the Arab LEAGUE"), which is no league on a pitch."""
    before = [child for child in token.children if child.i < token.i and child.dep_ in {"amod", "compound"}]
    return token.text[0].isupper() and any(child.text[0].isupper() for child in before)


def is_figurative(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what an act of force is done to is a thing that force cannot touch ("fight corruption")."""
    suffering = _words_of(
        tuple(inner for token in patients(verb) if not _is_shot_at(token) for inner in _counted(token))
    )
    return bool(suffering) and suffering <= lexicon.senses.abstract


def _is_shot_at(token: Token) -> bool:
    """ "Jets pounded TARGETS in Gaza", which are nobody's aims."""
    owned = any(child.dep_ == "nmod:poss" for child in token.children)
    return token.lower_ == "targets" and not owned


def _counted(token: Token) -> tuple[Token, ...]:
    """The people in "killed SCORES of bandits"."""
    return (token.lower_ == "scores" and noun_complements(token).get("of")) or (token,)


def is_natural(tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether the doers are storms, diseases, accidents and the like."""
    # Sentence-initial plurals are often taken for names and keep their ending.
    plurals = {
        str(token.lower_).removesuffix("s") for token in tokens if token.pos_ == "PROPN" and _opens(token)
    }
    doing = _words_of(tokens) | plurals
    if bool(doing) and not doing.isdisjoint(lexicon.senses.natural):
        return True
    return any(_is_storm(token, lexicon) for token in tokens)


def _opens(token: Token) -> bool:
    return bool(token.i == token.sent.start)


def _is_storm(name: Token, lexicon: Lexicon) -> bool:
    """ "HURRICANE Melissa", whichever of its words heads the name."""
    parts = (name, *(child for child in name.children if child.dep_ in {"compound", "flat", "nmod:desc"}))
    named = name.pos_ == "PROPN" or any(part.pos_ == "PROPN" for part in parts)
    return named and any(part.lower_ in lexicon.senses.storms for part in parts)


def noun_is_blocked(head: Token, last: Token, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the words before or after a noun make it something else ("heart attack", "war on drugs")."""
    senses = lexicon.senses
    key = last.lemma_.lower()
    before = senses.before.get(key, frozenset()) | senses.before.get(last.lower_, frozenset())
    if span[1] - span[0] == 1 and before and not before.isdisjoint(_before(head)):
        return True
    if preposition(head) in senses.under.get(key, frozenset()):
        return True
    after = senses.after.get(key)
    if after is None:
        return False
    complements = noun_complements(head)
    return any(not nouns.isdisjoint(_words_of(complements.get(tie, ()))) for tie, nouns in after.items())


def _words_of(tokens: tuple[Token, ...]) -> Words:
    return frozenset(str(token.lemma_).lower() for token in tokens)


def _before(noun: Token) -> set[str]:
    return {str(child.lower_) for child in noun.children if child.i < noun.i}


def _beside(verb: Token) -> set[str]:
    words: set[str] = set()
    for child in verb.children:
        words.add(str(child.lemma_).lower())
        if child.dep_.startswith(("obl", "nmod")):
            words.update(str(grandchild.lemma_).lower() for grandchild in child.children)
    return words
