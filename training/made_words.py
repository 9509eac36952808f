"""Words of made sentences and their trees as CoNLL-U rows."""

from __future__ import annotations

from dataclasses import dataclass, field

SINGULAR, PLURAL = "Number=Sing", "Number=Plur"
PAST = "Mood=Ind|{}|Person=3|Tense=Past|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"


@dataclass
class Word:
    """A word with what stands before and after it in its phrase."""

    form: str
    upos: str
    xpos: str
    relation: str
    feats: str = "_"
    before: list[Word] = field(default_factory=list)
    after: list[Word] = field(default_factory=list)
    glued: bool = False
    """No space stands before it."""

    def as_(self, relation: str) -> Word:
        self.relation = relation
        return self

    def then(self, *words: Word | None) -> Word:
        self.after += [word for word in words if word is not None]
        return self

    def led_by(self, *words: Word | None) -> Word:
        self.before = [word for word in words if word is not None] + self.before
        return self

    def line(self) -> list[Word]:
        """All its words in the order of the sentence."""
        left = [word for child in self.before for word in child.line()]
        return [*left, self, *[word for child in self.after for word in child.line()]]

    @property
    def plural(self) -> bool:
        return PLURAL in self.feats or any(child.relation == "conj" for child in self.after)


def rows(root: Word) -> tuple[list[list[str]], frozenset[int]]:
    """CoNLL-U rows of a sentence, and the positions that no space follows."""
    line = root.line()
    number = {id(word): str(i + 1) for i, word in enumerate(line)}
    head = {id(child): number[id(word)] for word in line for child in (*word.before, *word.after)}
    table = [
        [
            number[id(word)], word.form, word.form.lower(), word.upos, word.xpos, word.feats,
            head.get(id(word), "0"), "root" if word is root else word.relation, "_", "_",
        ]
        for word in line
    ]  # fmt: skip
    table[0][1] = table[0][1][:1].upper() + table[0][1][1:]
    return table, frozenset(i for i in range(len(line) - 1) if line[i + 1].glued)


def word(form: str, upos: str, xpos: str, relation: str, feats: str = "_") -> Word:
    return Word(form, upos, xpos, relation, feats)


def proper(form: str, relation: str) -> Word:
    return Word(form, "PROPN", "NNP", relation, SINGULAR)


def comma() -> Word:
    return Word(",", "PUNCT", ",", "punct", glued=True)


def the() -> Word:
    return Word("the", "DET", "DT", "det", "Definite=Def|PronType=Art")


def article(following: str) -> Word:
    form = "an" if following[:1].lower() in "aeiou" else "a"
    return Word(form, "DET", "DT", "det", "Definite=Ind|PronType=Art")


def was(plural: bool) -> Word:
    return Word(
        "were" if plural else "was", "AUX", "VBD", "aux:pass", PAST.format(PLURAL if plural else SINGULAR)
    )
