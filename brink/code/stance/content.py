"""What is said: the clause, quotation or phrase that a cue hands to its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.grammar import is_passive, is_predicate
from brink.code.parsed import Token
from brink.code.stance.answered import is_answered
from brink.code.stance.lexicon import attribution_words
from brink.code.stance.quotation import Quotation
from brink.code.stance.said import evidence, phrase_end, phrase_said, rejected
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.stance")
_INTERRUPTING: Final = frozenset({",", "—", "–", "-", "“", "”", '"'})
_GAP: Final = 25
"""Tokens that may stand between a quotation and its cue: the source with its titles."""
_LONG: Final = 150
"""Tokens that indirect speech may run on after the clause the parse gave it."""
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
_ADDRESSED: Final = frozenset({"obj", "iobj", "obl", "obl:unmarked"})


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens `[first, last)` that are said, and the word that heads them."""

    head: Token | None
    first: int
    last: int
    quote: Quotation | None

    @property
    def direct(self) -> bool:
        """Whether it is speech quoted whole, not a clause with a quoted term in it."""
        if self.quote is None:
            return False
        return self.head is None or self.quote.first <= self.head.left_edge.i + 1


def content_of(verb: Token, quotes: list[Quotation]) -> Content | None:
    """The content of a verb of saying or thinking, or None when it says nothing here."""
    words = attribution_words()
    clause = _clause(verb)
    quote = _quotation(verb, clause, quotes)
    if clause is not None and quote is None:
        if clause.dep_ not in {"ccomp", "acl:relcl"} and verb.lemma_ in words.with_clause_only:
            return None
        if clause.dep_ == "xcomp" and not _embeds(verb):
            return None
    if clause is None and quote is None:
        return _nominal(verb)
    if clause is None:
        assert quote is not None
        return Content(None, quote.first, quote.last, quote)
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    if quote is not None:
        first, last = min(first, quote.first), max(last, quote.last)
    if clause.i > verb.i and first > verb.i:
        last = max(last, _reported_until(verb, last))
    return Content(clause, first, last, quote)


def _nominal(verb: Token) -> Content | None:
    """What is said as a phrase, or as a clause that was read as one."""
    phrase = rejected(verb) or phrase_said(verb) or evidence(verb)
    if phrase is None:
        return None
    first = int(phrase.left_edge.i)
    if phrase.left_edge.lower_ == "that" and first > verb.i and phrase.pos_ == "NOUN":
        last = int(verb.sent.end)
        while last > phrase.i + 1 and verb.doc[last - 1].is_punct:
            last -= 1
        return Content(_finite_in(phrase, last), first, last, None)
    return Content(phrase, first, phrase_end(phrase, verb), None)


def _finite_in(phrase: Token, last: int) -> Token:
    """The predicate of a clause read as a phrase: "predicts that aid to the north | WILL be MODEST"."""
    for token in phrase.doc[phrase.left_edge.i : last]:
        tags = {child.tag_ for child in token.children if child.dep_ in {"aux", "cop", "aux:pass"}}
        if (tags | {token.tag_}) & {"MD", "VBD", "VBZ", "VBP"} and token.dep_ not in _INNER:
            return token
    return phrase


_INNER: Final = frozenset({"acl:relcl", "aux", "cop", "aux:pass", "advcl"})


def _embeds(verb: Token) -> bool:
    """Control infinitives ("promised to leave") are acts of the speaker, not statements."""
    if is_passive(verb):
        return verb.lemma_ in attribution_words().impersonal
    return verb.lemma_ in {"claim", "deny", "see", "consider", "report"}


def _clause(verb: Token) -> Token | None:
    """Head of the clause that is said: a complement, or the clause the verb is thrown into."""
    fallback: Token | None = None
    complement: Token | None = None
    for child in verb.children:
        relation = child.dep_
        if relation == "ccomp":
            complement = complement or (None if _circumstance(child) or is_answered(child) else child)
        elif relation in _ADDRESSED and (verb.lemma_ in _TOLD or child.lemma_ in _TIMES):
            hung = _hung_on_hearer(child, told=verb.lemma_ in _TOLD)
            if hung is not None:
                return hung
        elif (relation in {"xcomp", "csubj", "csubj:pass"} and child.lower_ not in _LEADING) or (
            relation == "parataxis"
            and child.lemma_ not in attribution_words().verbs
            and not _parted(child, verb)
        ):
            fallback = fallback or child
    if complement is not None:
        return complement
    subject = any(child.dep_ in _SUBJECTS for child in verb.children)
    if verb.dep_ == "parataxis" and subject and not _parted(verb.head, verb):
        return verb.head
    return fallback


def _parted(one: Token, other: Token) -> bool:
    """Whether a semicolon keeps two clauses apart: "officials hope for rain; farmers expect none"."""
    first, last = sorted((one.i, other.i))
    return any(token.text == ";" for token in one.doc[first:last])


def _circumstance(clause: Token) -> bool:
    """A clause of reason or contrast that the parse took for what is said."""
    return any(child.dep_ == "mark" and child.lower_ in _REASONS for child in clause.children)


_LEADING: Final = frozenset({"considering", "given", "following", "including", "depending", "according"})
_REASONS: Final = frozenset(
    {"considering", "given", "while", "although", "though", "since", "because", "as", "after"}
)
_TIMES: Final = _LISTS["times_of_doing"]
_TOLD: Final = frozenset({"tell", "inform", "warn", "assure", "remind", "brief", "notify", "advise"})


def _hung_on_hearer(hearer: Token, *, told: bool) -> Token | None:
    """A "that" clause the parse hung on whoever was told: "told Reuters that …"."""
    for child in hearer.children:
        first = child.left_edge
        if child.dep_ not in {"acl:relcl", "acl"} or first.lower_ != "that" or first.i <= hearer.i:
            continue
        role = {c.dep_ for c in child.children if c.lower_ == "that"}
        # "told parliament that 1,200 people had died": nothing is left for "that" to stand for.
        subject = any(c.dep_ in {"nsubj", "nsubj:pass"} and c.lower_ != "that" for c in child.children)
        if not role & {"nsubj", "obj"} or (told and subject and role == {"obj"}):
            return child
    return None


def _reported_until(verb: Token, last: int) -> int:
    """End of indirect speech: the end of its sentence, or where the cue's own clause goes on.

    What follows the clause and is no clause of the cue's own was cut off by the parse; what
    follows "and that" is said too.
    """
    doc = verb.doc
    end: int = min(verb.sent.end, last + _LONG)
    while end > last and doc[end - 1].is_punct:
        end -= 1
    joined = False
    for token in doc[last:end]:
        joined = joined or (token.lower_ == "that" and doc[token.i - 1].lower_ == "and")
        resumes = is_predicate(token) and token.head.i < last and token.dep_ in _RESUMED
        if token.dep_ == "ccomp" and token.head.i == verb.i:
            continue
        if resumes and not joined:
            return max(last, min(int(token.left_edge.i), int(token.i)))
    return end


_RESUMED: Final = frozenset({"conj", "parataxis", "advcl", "ROOT", "ccomp"})


def _quotation(verb: Token, clause: Token | None, quotes: list[Quotation]) -> Quotation | None:
    """The quotation that stands next to the cue or inside what it governs."""
    sentence = verb.sent
    for quote in quotes:
        if quote.first <= verb.i < quote.last:
            continue
        inside = clause is not None and quote.first <= clause.i < quote.last
        # A quoted sentence is often cut from its cue: “We will go,” | the mayor said.
        near = quote.first < sentence.end and sentence.start < quote.last + 4
        if inside or (near and quote.last - quote.first > 2 and _touches(verb, quote)):
            return quote
    return None


def _touches(verb: Token, quote: Quotation) -> bool:
    """Nothing but the source and punctuation lies between the quotation and its cue."""
    doc = verb.doc
    gap = doc[quote.last : verb.i] if quote.last <= verb.i else doc[verb.i + 1 : quote.first]
    if len(gap) > _GAP or any(
        token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"acl", "amod", "acl:relcl"} for token in gap
    ):
        return False
    if quote.last <= verb.i:
        # “They left.” The mayor says …: a full stop ends the quotation's own sentence.
        if doc[quote.last - 1].text == "." or (quote.last + 1 < verb.i and doc[quote.last + 1].text == "."):
            return False
        return any(token.text in _INTERRUPTING or token.is_quote for token in gap[:2])
    return quote.first > 1 and doc[quote.first - 2].text in {",", ":"}
