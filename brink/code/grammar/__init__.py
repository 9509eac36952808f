"""Who does what in a clause, read off a Universal Dependencies parse.

Every function takes a token and gives tokens back: heads of noun phrases or of clauses, in
the order of the text, with the members of coordinations ("Sudan and Chad") each on its own.
Nothing here recurses along the parse, so a degenerate sentence costs time in proportion to
its length and no more.
"""

from brink.code.grammar.argument import agents, noun_complements, obliques, passive_agents, patients
from brink.code.grammar.charged import judged_by, judging_verbs, told_with
from brink.code.grammar.clause import clause, descendants, governor, opens_clause, reporting_verb, superior
from brink.code.grammar.object import indirect_objects, objects
from brink.code.grammar.phrase import (
    called_so,
    conjuncts,
    has_auxiliary,
    is_predicate,
    particle,
    preposition,
    relative_antecedent,
)
from brink.code.grammar.subject import subjects
from brink.code.grammar.voice import is_passive, misread_verb

__all__ = [
    "agents",
    "called_so",
    "clause",
    "conjuncts",
    "descendants",
    "governor",
    "has_auxiliary",
    "indirect_objects",
    "is_passive",
    "is_predicate",
    "judged_by",
    "judging_verbs",
    "misread_verb",
    "noun_complements",
    "objects",
    "obliques",
    "opens_clause",
    "particle",
    "passive_agents",
    "patients",
    "preposition",
    "relative_antecedent",
    "reporting_verb",
    "subjects",
    "superior",
    "told_with",
]
