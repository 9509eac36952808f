"""Who does what in a clause, read off a Universal Dependencies parse.

Every function takes a token and gives tokens back: heads of noun phrases or of clauses, in
the order of the text, with the members of coordinations ("Sudan and Chad") each on its own.
Nothing here recurses along the parse, so a degenerate sentence costs time in proportion to
its length and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
CLAUSES: Final = frozenset(
    {
        "ROOT",
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "ccomp",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "parataxis",
    }
)
"""Relations that open a clause of their own (`conj` and `xcomp` do when their token is a predicate)."""
_RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose"})
_FAR: Final = 12
"""How many heads a subject or governor is looked for; longer chains are broken parses."""


def conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and what is coordinated with it further right ("Sudan, Chad and Libya")."""
    found = [token]
    for member in found:
        if len(found) > 40:
            break
        found.extend(child for child in member.children if child.dep_ == "conj" and not is_predicate(child))
    return tuple(sorted(found, key=lambda member: member.i)) if len(found) > 1 else (token,)


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a noun or adjective with a copula."""
    if token.pos_ == "VERB":
        return True
    if token.pos_ == "AUX":
        return token.dep_ not in {"aux", "aux:pass", "cop"}
    return any(child.dep_ == "cop" or child.dep_ in SUBJECTS for child in token.children)


def _misread(verb: Token) -> tuple[Token, Token] | None:
    """Subject and object of a past tense that the parser took for an attribute of its object.

    In "Burkina Faso accused Ivory Coast" some parses read "accused Ivory Coast" as an
    apposition to "Burkina Faso".
    """
    noun = verb.head
    subject = noun.head
    if verb.dep_ != "amod" or verb.tag_ not in {"VBN", "VBD"} or not subject.i < verb.i < noun.i:
        return None
    if noun.dep_ not in {"appos", "conj", "dep", "parataxis", "obj"} or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    before = verb.nbor(-1)
    touching = before == subject or (before.head == subject and before.dep_ == "flat")
    return (subject, noun) if touching else None


def is_passive(verb: Token) -> bool:
    """Whether the subject of the verb suffers the act, in finite clauses and reduced relatives alike."""
    step = verb
    for _ in range(_FAR):
        known = _voice(step)
        if known is not None:
            return known
        # A conjoined participle without an auxiliary of its own has the voice of its partner.
        if step.head.tag_ == "VBD" or not is_predicate(step.head):
            return False
        step = step.head
    return False


def _voice(verb: Token) -> bool | None:
    """True if passive, False if active, None if its conjunct decides."""
    if verb.dep_ == "amod" and _misread(verb) is not None:
        return False
    if _is_finite_passive(verb):
        return True
    for child in verb.children:
        if child.dep_ == "nsubj:pass":
            return True
        if child.dep_ == "nsubj":
            return verb.tag_ == "VBN" and verb.dep_ == "conj" and _is_finite_passive(verb.head)
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in {"acl", "amod", "advcl"}:
        return not has_auxiliary(verb, "have")
    if verb.dep_ not in {"conj", "xcomp"} or any(child.dep_.startswith("aux") for child in verb.children):
        return False
    return None if verb.dep_ == "conj" else verb.head.tag_ != "VBD"


def _is_finite_passive(verb: Token) -> bool:
    """Whether a conjoined participle may share this verb's auxiliary ("was taken and two men held")."""
    return any(child.dep_ == "aux:pass" for child in verb.children)


def has_auxiliary(verb: Token, lemma: str) -> bool:
    """Whether the verb stands with this auxiliary ("have", "may", "will")."""
    return any(child.dep_.startswith("aux") and child.lemma_ == lemma for child in verb.children)


def particle(verb: Token) -> str | None:
    """The adverb that belongs to the verb: "off" in "broke off"."""
    for child in verb.children:
        if child.dep_ == "compound:prt":
            return str(child.lower_)
    return None


def preposition(token: Token) -> str | None:
    """The words that govern the noun phrase, as one string: "in", "because of", "on behalf of"."""
    for child in token.children:
        if child.dep_ == "case" and child.lower_ not in {"'s", "’s", "'", "’"}:
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return None


def relative_antecedent(token: Token) -> Token | None:
    """The noun a relative pronoun stands for: "rebels" in "the rebels, who seized Goma"."""
    if token.lower_ not in _RELATIVES or token.dep_ in {"mark", "det"}:
        return None
    step = token
    for _ in range(_FAR):
        if step.dep_ == "acl:relcl":
            return step.head
        if step.head == step:
            return None
        step = step.head
    return None


def subjects(verb: Token) -> tuple[Token, ...]:
    """Heads of the grammatical subject, shared or understood ones included.

    A conjoined verb takes its partner's subject; an `xcomp` its governor's object, else
    subject; a participle or infinitive adjoined to a clause the subject of that clause, and
    one adjoined to a noun that noun; a relative pronoun is replaced by its antecedent.
    """
    misread = _misread(verb) if verb.dep_ == "amod" else None
    if misread is not None:
        return conjuncts(misread[0])
    step = verb
    for _ in range(_FAR):
        own = _own_subjects(step)
        if own:
            return own
        relation, head = step.dep_, step.head
        if head == step:
            return ()
        if relation == "xcomp":
            controlled = _controller(step)
            if controlled:
                return controlled
            step = head
        elif relation == "conj" and is_predicate(head):
            step = head
        elif relation == "advcl" and _subjectless(step):
            if not is_predicate(head):
                return conjuncts(head) if head.pos_ in {"NOUN", "PROPN"} and step.tag_ != "VB" else ()
            step = head
        elif relation == "acl" and step.tag_ == "VBD":
            phrase = _phrase_head(head)
            if not _is_resumed(step, phrase):
                return conjuncts(phrase)
            step = phrase.head
        elif relation in {"acl", "acl:relcl", "amod"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return _antecedents(head) if step.tag_ in {"VBG", "VBN", "VBD", "JJ"} else ()
        else:
            return ()
    return ()


def _is_resumed(verb: Token, phrase: Token) -> bool:
    """Whether a past tense after a noun goes on with the clause's own subject, not with the noun.

    It does after a comma ("attacked farmers, killed four") and after an adjunct ("raids flown
    with jets killed four"), but not in "after leaders threatened", where "after" opens a clause.
    """
    if phrase.head == phrase or not is_predicate(phrase.head):
        return False
    if verb.i and verb.nbor(-1).text == ",":
        return True
    return phrase.dep_ == "obl" and preposition(phrase) not in _CONJUNCTIONS


_CONJUNCTIONS: Final = frozenset({"after", "before", "since", "as", "until", "while", "when", "because"})
_ATTACHED: Final = frozenset({"nmod", "appos", "compound", "flat", "nmod:poss"})


def _phrase_head(noun: Token) -> Token:
    """The head of the whole noun phrase ("gunmen" from "motorcycles" in "gunmen on motorcycles").

    A past tense hung on a noun without a relative pronoun is a verb of the main clause.
    """
    step = noun
    for _ in range(_FAR):
        if (
            step.dep_ not in {"nmod", "appos", "compound", "flat", "nmod:poss"}
            or step.head.pos_ not in _NOMINAL
        ):
            return step
        step = step.head
    return step


_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})


def _antecedents(noun: Token) -> tuple[Token, ...]:
    antecedent = relative_antecedent(noun)
    return (antecedent or noun,)


def _subjectless(verb: Token) -> bool:
    """Participles and infinitives; a finite adverbial clause without a subject is a broken parse."""
    return verb.tag_ in {"VBG", "VBN", "VB", "JJ", "NN", "NNS"}


def _own_subjects(verb: Token) -> tuple[Token, ...]:
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer"}:
            antecedent = relative_antecedent(child)
            found.extend((antecedent,) if antecedent is not None else conjuncts(child))
    return tuple(found)


_SUBJECT_CONTROL: Final = frozenset(
    {"promise", "threaten", "vow", "refuse", "agree", "offer", "pledge", "swear"}
)


def _controller(verb: Token) -> tuple[Token, ...]:
    governor_ = verb.head
    if governor_.lemma_ in _SUBJECT_CONTROL or is_passive(governor_):
        return subjects_of_head(governor_)
    return _own_objects(governor_) or indirect_objects(governor_)


def subjects_of_head(verb: Token) -> tuple[Token, ...]:
    """The subject stated at this very verb, without looking further up."""
    return _own_subjects(verb)


def _own_objects(verb: Token) -> tuple[Token, ...]:
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "obj":
            antecedent = relative_antecedent(child)
            found.extend((antecedent,) if antecedent is not None else conjuncts(child))
    return tuple(found)


_BARE: Final = frozenset({"help", "let", "make", "see", "have", "watch", "hear"})


def _bare_objects(verb: Token) -> tuple[Token, ...]:
    """ "Pakistan" in "help Pakistan fight", which parsers hang on the infinitive."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} and child.tag_ in {"VB", "VBP"} and child.i > verb.i + 1:
            between = [part for part in child.children if verb.i < part.i < child.i]
            if between and all(part.dep_ in {"nsubj", "compound", "obj"} for part in between):
                return conjuncts(between[0])
    return ()


def objects(verb: Token) -> tuple[Token, ...]:
    """Heads of the direct object; the antecedent for "the deal (that) the rebels signed"."""
    own = _own_objects(verb)
    if own:
        return own
    misread = _misread(verb) if verb.dep_ == "amod" else None
    if misread is not None:
        return (misread[1],)
    if verb.lemma_ in _BARE:
        return _bare_objects(verb)
    if verb.dep_ == "acl:relcl" and not is_passive(verb):
        stated = [child for child in verb.children if child.dep_ == "nsubj"]
        if stated and relative_antecedent(stated[0]) is None:
            return (verb.head,)
    if verb.dep_ == "acl" and verb.tag_ == "VB" and any(child.dep_ == "nsubj" for child in verb.children):
        return (verb.head,)
    return ()


def indirect_objects(verb: Token) -> tuple[Token, ...]:
    """Heads of "whom" in "gave them weapons"."""
    return tuple(head for child in verb.children if child.dep_ == "iobj" for head in conjuncts(child))


def agents(verb: Token) -> tuple[Token, ...]:
    """Who does it: the subject of an active verb, the `by` phrase of a passive one."""
    return passive_agents(verb) if is_passive(verb) else subjects(verb)


def passive_agents(verb: Token) -> tuple[Token, ...]:
    """Heads of the `by` phrases of a passive verb."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and preposition(child) == "by"):
            found.extend(conjuncts(child))
    return tuple(found)


def patients(verb: Token) -> tuple[Token, ...]:
    """Who or what it is done to: the object of an active verb, the subject of a passive one."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def obliques(verb: Token, *prepositions: str) -> tuple[Token, ...]:
    """Heads of the prepositional phrases of a verb, all of them or those with these prepositions."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_.startswith("obl") and (not prepositions or preposition(child) in prepositions):
            found.extend(conjuncts(child))
    return tuple(found)


def noun_complements(noun: Token) -> dict[str, tuple[Token, ...]]:
    """What hangs on a noun, by the word that ties it.

    Keys are prepositions ("of", "by", "against", "on", …), `poss` for possessors, `compound`
    for nouns before it ("TTP attacks"), `amod` for adjectives ("Pakistani airstrikes").
    """
    found: dict[str, list[Token]] = {}
    for child in noun.children:
        key = _complement_key(child)
        if key is not None:
            found.setdefault(key, []).extend(conjuncts(child))
    return {key: tuple(heads) for key, heads in found.items()}


def _complement_key(child: Token) -> str | None:
    relation = child.dep_
    if relation == "nmod:poss":
        return "poss"
    if relation == "compound" or relation == "nmod:desc":
        return "compound"
    if relation == "amod":
        return "amod"
    if relation in {"nmod", "obl", "obl:agent", "nmod:unmarked"}:
        return preposition(child) or "compound"
    return None


def opens_clause(token: Token) -> bool:
    """Whether the token heads a clause of its own rather than a part of one."""
    relation = token.dep_
    return relation in CLAUSES or (relation in {"conj", "xcomp"} and is_predicate(token))


def misread_verb(token: Token) -> bool:
    """Whether an attribute in the parse is the verb of its sentence."""
    return token.dep_ == "amod" and _misread(token) is not None


def clause(head: Token) -> tuple[Token, ...]:
    """The tokens of the clause or phrase under `head`, without clauses that it embeds.

    Control complements ("refused to withdraw") and conjoined predicates are clauses of
    their own and left out, as are relative, adverbial and complement clauses.
    """
    return tuple(sorted(_spread(head), key=lambda token: token.i))


def _spread(head: Token) -> Iterator[Token]:
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(child for child in token.children if not opens_clause(child))


def descendants(head: Token) -> tuple[Token, ...]:
    """All tokens under `head`, itself included, embedded clauses too."""
    found = [head]
    for token in found:
        found.extend(token.children)
    return tuple(sorted(found, key=lambda token: token.i))


def governor(token: Token) -> Token:
    """The head of the clause that holds the token (the token itself when it heads one)."""
    step = token
    while not opens_clause(step) and step.head != step:
        step = step.head
    return step


def reporting_verb(head: Token) -> Token | None:
    """The verb whose content a clause is ("said" in "said that it would"), if it is one's content.

    Parsers hang "that it will" on the nearest noun in "has said many times that it will".
    """
    if head.dep_ == "ccomp" and head.head.pos_ == "VERB":
        return head.head
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in head.children)
    if (
        head.dep_ == "acl:relcl"
        and marked
        and head.head.head.pos_ == "VERB"
        and head.head.dep_.startswith("obl")
    ):
        return head.head.head
    return None


def superior(head: Token) -> Token | None:
    """The head of the clause that embeds this one, or None at the top of the sentence."""
    top = governor(head)
    return None if top.head == top else governor(top.head)
