"""Sentences that the parser ended inside a name: "Defence Minister Khawaja | ASIF flew to Kabul"."""

from __future__ import annotations

from typing import Final

from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Token

from brink.code.grammar.labels import NAME_TAGS, NOUN_TAGS, SUBJECT
from brink.code.pipeline.reduced import child_of, tie

NAME: Final = "unsplit_names"
_CLAUSAL: Final = SUBJECT | frozenset({"aux", "aux:pass", "cop", "expl", "mark", "case"})
_OF_NAME: Final = frozenset({"flat", "compound", "nmod:desc", "amod", "punct", "det"})
_SAYING: Final = frozenset({"said", "says", "told", "added"})


@Language.component(NAME)  # type: ignore[untyped-decorator]
def unsplit_names(doc: Doc) -> Doc:
    """Join what is one sentence: no sentence ends without a mark before a word of the same name."""
    starts = [token for token in doc if token.is_sent_start and token.i and _splits_name(token)]
    for start in starts:
        _join(start)
    if starts:
        # Setting the heads again lets spaCy count its sentences anew.
        doc.from_array([HEAD, DEP], doc.to_array([HEAD, DEP]))
    return doc


def _splits_name(start: Token) -> bool:
    """Whether a sentence starts with a name right after another, or after what its bearer is."""
    before = start.nbor(-1)
    return (
        (start.tag_ in NAME_TAGS | {"VBD"} or before.tag_ in NAME_TAGS)
        and start.text[0].isupper()
        and not start.text.isupper()
        and before.tag_ in NOUN_TAGS
        and before.text[-1].isalpha()
        and not before.text.isupper()
    )


def _join(start: Token) -> None:
    before, later = start.nbor(-1), _root(start)
    earlier = _root(before)
    doer = next((child for one in SUBJECT if (child := child_of(later, one)) is not None), None)
    if doer is not None and doer.left_edge.i == start.i and not _is_clause(earlier):
        _lead_on(earlier, doer, later)
    elif _is_clause(earlier) and (doer is None or start.tag_ == "VBD"):
        tie(later, before, "flat" if before.tag_ in NAME_TAGS else "appos")
    elif doer is not None and doer.left_edge.i == start.i and before.tag_ in NAME_TAGS:
        tie(later, earlier, "parataxis")
        tie(doer, before, "flat")
    elif doer is not None and doer.left_edge.i == start.i and later.lower_ in _SAYING:
        _say(later, doer, earlier)
    elif not _is_clause(earlier) and doer is None:
        tie(earlier, later, "nmod:desc")


def _say(speech: Token, speaker: Token, told: Token) -> None:
    """ "Killed three, the superintendent of police | AYUB KHOSA said": the speaker's office stands before."""
    office = speaker.doc[speaker.left_edge.i - 1]
    while office.head.i < office.i and office.head != told and office.nbor(-1).text != ",":
        office = office.head
    if office.left_edge.i and speaker.doc[office.left_edge.i - 1].text == ",":
        tie(speech, told, "parataxis")
        tie(office, speaker, "nmod:desc")


def _lead_on(earlier: Token, doer: Token, verb: Token) -> None:
    """The words before are of the doer: more of its name, or what it is."""
    if earlier.tag_ in NAME_TAGS and doer.tag_ in NAME_TAGS:
        tie(earlier, verb, doer.dep_)
        tie(doer, earlier, "flat")
    else:
        tie(earlier, verb, doer.dep_)
        tie(doer, doer.doc[doer.left_edge.i - 1], "appos")


def _root(token: Token) -> Token:
    while token.head != token:
        token = token.head
    return token


def _is_clause(root: Token) -> bool:
    """Whether the words tell something whole, and are no mere name or noun."""
    if root.text[0].isupper() and root.i and all(child.dep_ in _OF_NAME for child in root.children):
        return False
    return root.pos_ in ("VERB", "AUX") or any(child.dep_ in _CLAUSAL for child in root.children)
