"""Universal Dependencies treebanks as spaCy training data.

The folder of treebanks holds `ewt/en_ewt-ud-{train,dev,test}.conllu.gz`, `gum/en_gum-
open-{train,dev,test}.conllu.gz` (the genres of GUM whose texts are free of a NonCommercial licence) and
`pud/en_pud-ud-test.conllu.gz`. The news half of PUD is only ever measured on; its Wikipedia half is trained
on.
"""

from __future__ import annotations

import gzip
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

# Columns of a CoNLL-U row.
ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, RELATION, _, MISC = range(10)
# How printers set what treebanks type.
PRINTED = {
    "n't": "n’t", "'s": "’s", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m", "--": "—",
}  # fmt: skip
PRINTED_SHARE, TITLED_SHARE = 0.4, 0.03
GROUPS = (1, 2, 3, 5, 8, 12)
VARIANTS, MADE = 9000, 4500
"""Real trees to be given words of conflict reporting, and sentences made from a grammar of such reports."""
VOCABULARY = spacy.blank("en").vocab

Row = list[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank: its rows, and after which of them no space follows."""

    rows: tuple[Row, ...]
    glued: frozenset[int]
    name: str
    opens_document: bool


def write_corpora(treebanks: Path, out: Path, *, with_dev: bool = False) -> None:
    """Write `train.spacy`, `choose.spacy` (EWT and GUM dev) and a file for each treebank measured on.

    `with_dev` adds EWT and GUM dev to what is trained on; nothing is left to choose a state by then.
    """
    # They build on what is defined here.
    from made_sentences import made_sentences
    from news_variants import in_the_news

    out.mkdir(parents=True, exist_ok=True)
    read = {
        name: list(sentences(treebanks / path))
        for name, path in {
            "ewt-train": "ewt/en_ewt-ud-train.conllu.gz",
            "ewt-dev": "ewt/en_ewt-ud-dev.conllu.gz",
            "ewt-test": "ewt/en_ewt-ud-test.conllu.gz",
            "gum-train": "gum/en_gum-open-train.conllu.gz",
            "gum-dev": "gum/en_gum-open-dev.conllu.gz",
            "gum-test": "gum/en_gum-open-test.conllu.gz",
            "pud": "pud/en_pud-ud-test.conllu.gz",
        }.items()
    }
    pud = [named_agents(sentence) for sentence in read.pop("pud")]
    read["pud-news"] = [sentence for sentence in pud if sentence.name.startswith("n")]
    wiki = [sentence for sentence in pud if not sentence.name.startswith("n")]
    train = [*read.pop("ewt-train"), *read.pop("gum-train")]
    if with_dev:
        train += [*read["ewt-dev"], *read["gum-dev"]]
    rng = random.Random(5)
    long = [sentence for sentence in train if 6 <= len(sentence.rows) <= 45]
    altered = [other for one in rng.sample(long, VARIANTS) if (other := in_the_news(one, rng=rng))]
    made = [
        Sentence(tuple(rows), glued_, f"made-{i}", False)
        for i, (rows, glued_) in enumerate(made_sentences(MADE, seed=1))
    ]
    documents = [
        *varied(train, seed=1), *varied(wiki, seed=2, alone=True), *varied(altered, seed=3), *varied(made, seed=4),
    ]  # fmt: skip
    rng.shuffle(documents)
    save(out / "train.spacy", documents)
    save(out / "choose.spacy", [*plain(read["ewt-dev"]), *plain(read["gum-dev"])])
    for name, held in read.items():
        save(out / f"{name}.spacy", plain(held, size=1 if name == "pud-news" else 10))


def sentences(path: Path) -> Iterator[Sentence]:
    for block in re.split(r"\n\s*\n", gzip.open(path, "rt", encoding="utf-8").read().strip()):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        cells = [line.split("\t") for line in lines if not line.startswith("#")]
        rows = tuple(row for row in cells if row[ID].isdigit())
        if not rows:
            continue
        name = next((line.split("=", 1)[1].strip() for line in comments if line.startswith("# sent_id")), "")
        yield Sentence(rows, glued(cells), name, any(line.startswith("# newdoc") for line in comments))


def glued(cells: list[Row]) -> frozenset[int]:
    """Positions (from 0) of words that the next one follows without a space."""
    found = {int(row[ID]) - 1 for row in cells if row[ID].isdigit() and "SpaceAfter=No" in row[MISC]}
    for row in cells:
        if "-" in row[ID]:
            first, last = map(int, row[ID].split("-"))
            found |= set(range(first - 1, last - 1))
            found = found | {last - 1} if "SpaceAfter=No" in row[MISC] else found - {last - 1}
    return frozenset(found)


def named_agents(sentence: Sentence) -> Sentence:
    """PUD has no `obl:agent`: the by-phrases of its passives get it, as in the other treebanks."""
    children: dict[str, list[Row]] = defaultdict(list)
    for row in sentence.rows:
        children[row[HEAD]].append(row)

    def agent(row: Row) -> bool:
        by = any(child[RELATION] == "case" and child[FORM].lower() == "by" for child in children[row[ID]])
        return (
            row[RELATION] == "obl"
            and by
            and any(sibling[RELATION] in ("aux:pass", "nsubj:pass") for sibling in children[row[HEAD]])
        )

    rows = tuple(
        [*row[:RELATION], "obl:agent", *row[RELATION + 1 :]] if agent(row) else row for row in sentence.rows
    )
    return replace(sentence, rows=rows)


def plain(held: list[Sentence], *, size: int = 10) -> Iterator[Doc]:
    for group in grouped(held, sizes=(size,), rng=random.Random(0)):
        yield document(group)


def varied(held: list[Sentence], *, seed: int, alone: bool = False) -> Iterator[Doc]:
    """Paragraphs of several lengths, some with printers' quotes and dashes and a few set as headlines are."""
    rng = random.Random(seed)
    for group in grouped(held, sizes=(1,) if alone else GROUPS, rng=rng):
        drawn = rng.random()
        if drawn < PRINTED_SHARE:
            group = [printed(sentence) for sentence in group]
        elif drawn < PRINTED_SHARE + TITLED_SHARE:
            group = [titled(sentence) for sentence in group]
        yield document(group)


def grouped(held: list[Sentence], *, sizes: tuple[int, ...], rng: random.Random) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    size = rng.choice(sizes)
    for sentence in held:
        if group and (sentence.opens_document or len(group) >= size):
            yield group
            group, size = [], rng.choice(sizes)
        group.append(sentence)
    if group:
        yield group


def printed(sentence: Sentence) -> Sentence:
    rows, is_open = [], False
    for row in sentence.rows:
        form = row[FORM]
        if form == '"':
            opening = row[XPOS] == "``" or (row[XPOS] != "''" and not is_open)
            form, is_open = ("“", True) if opening else ("”", False)
        elif form == "'":
            form = "‘" if row[XPOS] == "``" else "’"
        else:
            form = PRINTED.get(form, form)
        rows.append([row[ID], form, *row[LEMMA:]])
    return replace(sentence, rows=tuple(rows))


def titled(sentence: Sentence) -> Sentence:
    kept = {"ADP", "DET", "CCONJ", "PART", "PUNCT"}
    rows = [
        row
        if row[UPOS] in kept or "'" in row[FORM]
        else [row[ID], row[FORM][:1].upper() + row[FORM][1:], *row[LEMMA:]]
        for row in sentence.rows
    ]
    return replace(sentence, rows=tuple(rows))


def document(group: list[Sentence]) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    starts: list[bool] = []
    rows = [row for sentence in group for row in sentence.rows]
    for sentence in group:
        offset = len(words)
        last = len(sentence.rows) - 1
        for position, row in enumerate(sentence.rows):
            words.append(row[FORM])
            spaces.append(position == last or position not in sentence.glued)
            heads.append(offset + (int(row[HEAD]) - 1 if row[HEAD] != "0" else position))
            starts.append(position == 0)
    spaces[-1] = False
    return Doc(
        VOCABULARY,
        words=words,
        spaces=spaces,
        tags=[row[XPOS] for row in rows],
        pos=[row[UPOS] for row in rows],
        morphs=["" if row[FEATS] == "_" else row[FEATS] for row in rows],
        lemmas=[row[LEMMA] for row in rows],
        heads=heads,
        deps=["ROOT" if row[RELATION] == "root" else row[RELATION] for row in rows],
        sent_starts=starts,
    )


def save(path: Path, documents: Iterator[Doc] | list[Doc]) -> None:
    bin_ = DocBin(docs=list(documents), store_user_data=False)
    bin_.to_disk(path)
    print(f"{path.name}: {len(bin_)} documents", flush=True)
