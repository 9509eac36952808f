"""The words around a verb, which decide what expressions fit it."""

from __future__ import annotations

from typing import Final

from brink.code.events.lexicon import Expression, load_lexicon
from brink.code.grammar import noun_complements, objects, obliques, patients, preposition
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_STATES: Final = frozenset({"dead", "wounded", "injured"})
_MEASURES: Final = _LISTS["measures"]
_SUMS: Final = frozenset({"million", "billion"})
_INNER: Final = frozenset({"VB", "VBG"})
"""Of clauses that parsers hang on the object: "suspected Chad OF ARMING them", "gave it a week TO GO"."""
_ARMOURED: Final = frozenset({"armoured", "armored", "personnel", "troop"})
_BROKEN: Final = _LISTS["kept_or_broken"]
_PARTICLES: Final = frozenset({"over", "up", "off", "down", "out"})
"""Particles that the parser takes for prepositions ("handed over weapons")."""


def _near(verb: Token) -> set[str]:
    """The words on a verb, and those right after it that the parser hung elsewhere."""
    doc = verb.doc
    near = {str(child.lower_) for child in verb.children}
    if verb.i + 1 < len(doc) and not _governs(doc[verb.i + 1]):
        near.add(str(doc[verb.i + 1].lower_))
    if verb.i + 2 < len(doc) and doc[verb.i + 1].is_punct:
        near.add(str(doc[verb.i + 2].lower_))
    return near


class Company:
    """The words around a verb that expressions may ask for, gathered once."""

    def __init__(self, verb: Token) -> None:
        self.verb = verb
        self.near = _near(verb)
        self.nouns = {str(noun.lemma_).lower(): noun for noun in reversed(_object_nouns(verb))}
        self.nouns.update({str(noun.lower_): noun for noun in self.nouns.values()})
        self._add_compounds()
        for noun in tuple(self.nouns.values()):
            self._add_attributes(noun)
            self._add_measured(noun)
        self._add_meant(verb)
        self._turn_carriers()
        self._add_state(verb)
        self.ties: dict[str, set[str]] = {}
        self.marks: set[str] = set()
        """Words that open clauses, not phrases."""
        self._tie_all(verb)

    def _add_compounds(self) -> None:
        """ "Cease-fire", which is three words to the parser."""
        for noun in tuple(self.nouns.values()):
            doc = noun.doc
            if noun.i > 1 and doc[noun.i - 1].text == "-":
                self.nouns.setdefault(f"{doc[noun.i - 2].lower_}-{noun.lower_}", noun)

    def _add_attributes(self, noun: Token) -> None:
        for before in noun.children:
            if before.i < noun.i and before.dep_ in {"compound", "amod"}:
                self.nouns.setdefault(f"{before.lower_}-{noun.lemma_.lower()}", noun)
                if before.lower_ == "gas":
                    # "Tear GAS shells" are no shells.
                    self.nouns = {w: n for w, n in self.nouns.items() if n != noun} | {"gas": noun}

    def _add_measured(self, noun: Token) -> None:
        """What a noun only measures: "containers of MUNITIONS", "a MILLION dollars"."""
        if noun.lemma_.lower() in _MEASURES:
            for inner in noun_complements(noun).get("of", ()):
                self.nouns.setdefault(str(inner.lemma_).lower(), inner)
                self.nouns.setdefault(str(inner.lower_), inner)
        for sum_ in noun.children:
            # A million of whatever money; of people it is a count of them.
            if sum_.dep_ == "nummod" and sum_.lemma_ in _SUMS and not _counts_people(noun):
                self.nouns.setdefault(str(sum_.lemma_), noun)

    def _tie_all(self, verb: Token) -> None:
        """Gather what prepositions and marks tie to the verb, and to its objects."""
        for child in verb.children:
            self._tie(child)
        for child in verb.children:
            if child.dep_ == "obl" and preposition(child) in _PARTICLES:
                self.nouns.setdefault(str(child.lemma_).lower(), child)
        spans = [child for child in verb.children if child.dep_ == "obl:unmarked"]
        for child in (child for noun in (*objects(verb), *spans) for child in noun.children):
            if child.dep_ == "nmod":
                self._tie(child)
                self._tie_given(child)
                self.near.update((preposition(child) or "").split())
            elif child.dep_ == "acl" and child.tag_ in _INNER:
                self._tie_clause(child)

    def _add_meant(self, verb: Token) -> None:
        """The truce in "signed a truce and broke IT": what a pronoun means of what can be kept or broken."""
        if self.nouns.keys().isdisjoint({"it", "them"}):
            return
        for token in reversed(verb.doc[verb.sent.start : verb.i]):
            if token.lemma_.lower() in _BROKEN and token.dep_ not in {"compound", "amod"}:
                self.nouns.setdefault(str(token.lemma_).lower(), token)
                return

    def _turn_carriers(self) -> None:
        """Armoured and personnel carriers are vehicles, not ships."""
        noun = self.nouns.get("carrier")
        if noun is not None and any(child.lower_ in _ARMOURED for child in noun.children):
            for word in ("carrier", "carriers"):
                self.nouns.pop(word, None)
            self.nouns["vehicle"] = noun

    def _add_state(self, verb: Token) -> None:
        """ "dead" in "left 14 civilians dead", wherever the parser hung it."""
        if verb.lemma_ != "leave":
            return
        # "The wounded" who are left behind are people, not what the leaving did to them.
        self.nouns = {word: noun for word, noun in self.nouns.items() if not _is_people(noun)}
        for token in verb.doc[verb.i + 1 : verb.i + 9]:
            if token.is_punct or token.dep_ == "mark" or _is_people(token):
                return
            if token.lower_ in _STATES:
                self.nouns.setdefault(str(token.lower_), token)
                return

    def _tie(self, child: Token) -> None:
        if child.dep_.startswith("obl") or child.dep_ == "nmod":
            tie = preposition(child)
            if tie is not None:
                self.ties.setdefault(tie, set()).update(_below(child))
                self._add_second(child)
        elif child.dep_ in {"xcomp", "ccomp", "advcl"}:
            self._tie_clause(child)
        elif child.dep_ in {"compound:prt", "advmod"}:
            self.ties.setdefault(str(child.lower_), set())

    def _tie_given(self, whole: Token) -> None:
        """Who is given it in "handed the bodies of hostages TO THE RED CROSS", hung on the hostages."""
        if preposition(whole) == "of":
            for inner in noun_complements(whole).get("to", ()):
                self.ties.setdefault("to", set()).update(_below(inner))

    def _tie_clause(self, child: Token) -> None:
        marks = [str(mark.lower_) for mark in child.children if mark.dep_ in {"mark", "case"}]
        self.marks.update(marks)
        for mark in marks or (["that"] if child.dep_ == "ccomp" else []):
            self.ties.setdefault(mark, set()).update(_below(child))

    def _add_second(self, child: Token) -> None:
        """Both words of "walked OUT OF talks" and "handed them OVER TO Chad", hung on the noun."""
        cases = [str(part.lower_) for part in child.children if part.dep_ == "case" and part.i < child.i]
        if len(cases) > 1 and cases[0] in _PARTICLES:
            self.near.add(cases[0])
            self.ties.setdefault(cases[1], set()).update(_below(child))

    def fits(self, expression: Expression) -> bool:
        if any(word not in self.near for word in expression.beside):
            return False
        if expression.objects and expression.objects.isdisjoint(self.nouns):
            return False
        if not expression.prepositions:
            return True
        if _asks_to(expression) and "to" not in self.marks:
            # "Pushed ties TO THEIR LOWEST POINT" asks nothing of anybody.
            return False
        tails = [self.ties[tie] for tie in expression.prepositions if tie in self.ties]
        return any(all(words & tail for words in expression.tail) for tail in tails)

    def carried(self, expression: Expression) -> Token | None:
        for word, noun in self.nouns.items():
            if word in expression.objects:
                return noun
        for child in obliques(self.verb):
            bound = expression.beside if expression.tail else (*expression.beside, *expression.prepositions)
            if preposition(child) in bound:
                return child
            if any(words & {str(child.lemma_).lower(), str(child.lower_)} for words in expression.tail):
                return child
        return None


def _asks_to(expression: Expression) -> bool:
    """ "Push ~to", of which the rest is what somebody is to do."""
    bare = expression.prepositions == {"to"} and not (expression.objects or expression.tail)
    return bare and expression.frame.type == "REQUEST"


def _counts_people(noun: Token) -> bool:
    means = load_lexicon().means
    return noun.lemma_.lower() in means.people or noun.lemma_.lower() in means.armed


def _is_people(token: Token) -> bool:
    owned = any(child.lower_ in {"the", "their", "its"} for child in token.children)
    return owned and token.lower_ in _STATES


def _governs(word: Token) -> bool:
    """Whether it is the preposition of a phrase, not the verb's particle ("gave IN parliament")."""
    return bool(word.dep_ == "case" and word.tag_ == "IN" and word.lower_ == "in") and word.head.i > word.i


def _object_nouns(verb: Token) -> list[Token]:
    beside = [
        c for c in verb.children if c.dep_ in {"obj", "xcomp", "obl:unmarked", "iobj", "advmod", "ccomp"}
    ]
    beside = [c for c in beside if not (c.tag_ == "VB" and any(part.lower_ == "to" for part in c.children))]
    return [*patients(verb), *objects(verb), *beside]


def _below(token: Token) -> set[str]:
    words = {str(token.lemma_).lower(), str(token.lower_)}
    for child in token.children:
        words.update((str(child.lemma_).lower(), str(child.lower_)))
    return words
