"""Tags and labels of a parse that several rules ask for, and the small words that English has few of.

Tags are those of the Penn Treebank, labels those of Universal Dependencies.
"""

from __future__ import annotations

from typing import Final

NAME_TAGS: Final = frozenset({"NNP", "NNPS"})
NOUN_TAGS: Final = NAME_TAGS | {"NN", "NNS"}
FINITE_TAGS: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Verbs that tell by themselves."""
FINITE_OR_MODAL: Final = FINITE_TAGS | {"MD"}

NAMED_OR_NOUN: Final = frozenset({"NOUN", "PROPN"})
NOMINAL: Final = NAMED_OR_NOUN | {"PRON"}
NOMINAL_OR_NUMBER: Final = NOMINAL | {"NUM"}

SUBJECT: Final = frozenset({"nsubj", "nsubj:pass"})
SUBJECT_OR_TOPIC: Final = SUBJECT | {"nsubj:outer"}
SUBJECTS: Final = SUBJECT_OR_TOPIC | {"csubj", "csubj:pass"}
"""Clauses included, which are the subject of what is said of them."""
MAIN_CLAUSES: Final = frozenset({"ROOT", "ccomp", "parataxis"})
BEFORE_NAMES: Final = frozenset({"compound", "flat", "nmod:desc"})
"""Labels of a title before a name."""

GENITIVE: Final = frozenset({"'s", "’s", "'", "’"})
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never"})
RELATIVES: Final = frozenset({"who", "which", "that"})
SPEAKER: Final = frozenset({"we", "us", "our", "ourselves", "i", "me", "my"})
"""Whoever writes or speaks."""
OWNERS: Final = frozenset({"his", "her", "its", "their"})
BEFORE_CLAUSES: Final = frozenset({"after", "before", "as", "since", "until", "when", "while"})
"""What opens a clause that tells when."""
DAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
HYPHENS: Final = frozenset({"-", "‐", "–"})
DASHES: Final = frozenset({"-", "–", "—", "--", ":"})
"""Dashes and what stands for one."""
QUOTES: Final = frozenset({'"', "“", "‘", "'"})
"""Marks that open a quotation."""
