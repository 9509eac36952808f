"""The attribution that one cue makes: a verb, a noun, or a preposition such as "according to"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar import is_passive, preposition
from brink.code.mention import Mentions
from brink.code.passage import Passage
from brink.code.rows import Certainty
from brink.code.stance.attributed import Attribution, Manner
from brink.code.stance.holder import Holder, holder_of
from brink.code.stance.lexicon import attribution_words, certainty_words, modality
from brink.code.stance.quotation import Quotation

_FAR: Final = 6
_INTERRUPTING: Final = frozenset({",", "—", "–", "-", "“", "”", '"'})


def by_verb(
    passage: Passage, verb: Token, mentions: Mentions, quotes: list[Quotation], speaker: Holder | None
) -> Attribution | None:
    """The attribution a verb of saying or thinking makes, if it makes one here."""
    words = attribution_words()
    content = _clause_content(verb)
    quoted = _quoted_content(verb, content, quotes)
    if content is None and quoted is None:
        content = _phrase_content(verb)
    elif (
        content is not None
        and content.dep_ != "ccomp"
        and verb.lemma_ in words.with_clause_only
        and not quoted
    ):
        return None
    if content is None and quoted is None:
        return None
    if content is not None and quoted is None and not _may_embed(verb, content):
        return None
    holder = _speaker_of(passage, verb, mentions, speaker, direct=quoted is not None)
    if holder is None:
        return None
    first, last = _extent(content, quoted)
    return _attribution(passage, verb, holder, first, last, content, quoted, verb.lemma_)


def _may_embed(verb: Token, content: Token) -> bool:
    """Control infinitives ("promised to leave") are acts of the speaker, not statements."""
    if content.dep_ != "xcomp":
        return True
    if is_passive(verb):
        return verb.lemma_ in attribution_words().impersonal
    return verb.lemma_ in {"claim", "deny", "see", "consider", "report"}


def _clause_content(verb: Token) -> Token | None:
    """Head of the clause that is said: a complement, or the clause the verb is thrown into."""
    best: Token | None = None
    for child in verb.children:
        relation = child.dep_
        if relation == "ccomp":
            return child
        if (relation == "xcomp" and child.pos_ != "ADP") or relation in {"csubj", "csubj:pass"} or (relation == "parataxis" and child.i != verb.i and child.lemma_ not in attribution_words().verbs):
            best = best or child
    if verb.dep_ == "parataxis" and any(child.dep_ in {"nsubj", "nsubj:pass"} for child in verb.children):
        return verb.head
    return best


def _quoted_content(verb: Token, content: Token | None, quotes: list[Quotation]) -> Quotation | None:
    """The quotation that stands next to the cue or inside what it governs."""
    sentence = verb.sent
    for quote in quotes:
        if quote.first <= verb.i < quote.last:
            continue
        inside = content is not None and quote.first <= content.i < quote.last
        touching = _touches(verb, quote)
        # A quoted sentence is often cut from its cue: “We will go,” | the mayor said.
        overlaps = quote.first < sentence.end and sentence.start < quote.last + 4
        if inside or (overlaps and touching and quote.last - quote.first > 2):
            return quote
    return None


def _touches(verb: Token, quote: Quotation) -> bool:
    """Nothing but the source and punctuation lies between the quotation and its cue."""
    doc = verb.doc
    gap = doc[quote.last : verb.i] if quote.last <= verb.i else doc[verb.i + 1 : quote.first]
    if len(gap) > 25:
        return False
    between = [
        token
        for token in gap
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"acl", "amod", "acl:relcl"}
    ]
    if quote.last <= verb.i:
        return not between and any(token.text in _INTERRUPTING or token.is_quote for token in gap[:2])
    before = doc[quote.first - 2] if quote.first > 1 else None
    return not between and before is not None and before.text in {",", ":"}


def _phrase_content(verb: Token) -> Token | None:
    """A noun or gerund that is said: "confirmed the arrest", "accused them of burning"."""
    words = attribution_words()
    prepositions = words.with_preposition.get(verb.lemma_)
    if prepositions:
        hung = [child for obj in verb.children if obj.dep_ in {"obj", "iobj"} for child in obj.children]
        for child in [*verb.children, *(child for child in hung if child.dep_ in {"acl", "nmod"})]:
            if child.dep_ in {"obl", "advcl", "acl", "nmod"} and (
                preposition(child) in prepositions or _mark(child) in prepositions
            ):
                return child
    if verb.lemma_ in words.with_object and not is_passive(verb):
        for child in verb.children:
            if (
                child.dep_ == "obj"
                and child.pos_ == "NOUN"
                and child.lemma_ not in {"responsibility", "life", "victory"}
            ):
                return child
    return None


def _mark(clause: Token) -> str | None:
    return next((child.lower_ for child in clause.children if child.dep_ in {"mark", "case"}), None)


def _speaker_of(
    passage: Passage, verb: Token, mentions: Mentions, speaker: Holder | None, *, direct: bool
) -> Holder | None:
    """The source, the empty name when a thing shows it, or None when nobody is said to speak."""
    words = attribution_words()
    subject = _subject(verb)
    if subject is None or subject.dep_ == "expl":
        return _unnamed(passage, verb, mentions)
    if is_passive(verb) and not direct and subject.dep_ in {"nsubj:pass", "nsubj"} and _subject_is_own(verb):
        agent = next((c for c in verb.children if c.dep_ == "obl:agent"), None)
        if agent is not None:
            return holder_of(passage, agent, mentions, speaker)
        if verb.lemma_ in {"tell", "inform", "advise", "remind", "warn", "notify"}:
            return None
        return (
            Holder("unnamed", (verb.i, verb.i + 1), passage.index)
            if verb.lemma_ in words.impersonal
            else None
        )
    if mentions.actor_at(passage.index, subject.i) is None:
        if subject.lemma_ in words.reports or subject.lower_ in words.reports:
            return Holder("reports", (subject.i, subject.i + 1), passage.index)
        if (
            (verb.lemma_ in words.evidence_verbs
            and subject.lemma_ in words.exhibits)
            or (
                subject.lemma_ in words.exhibits
                and subject.lemma_ not in words.texts
                and subject.pos_ != "PRON"
            )
        ):
            return Holder("", (subject.i, subject.i + 1), passage.index)
        if subject.pos_ == "PRON" and subject.lower_ in {"this", "that", "it", "which"} and not direct:
            return Holder("", (subject.i, subject.i + 1), passage.index)
    if subject.lower_ in {"i", "we", "you"} and speaker is None:
        return None
    return holder_of(passage, subject, mentions, speaker)


def _subject_is_own(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj:pass", "nsubj"} for child in verb.children)


def _unnamed(passage: Passage, verb: Token, mentions: Mentions) -> Holder | None:
    words = attribution_words()
    if is_passive(verb) and verb.lemma_ in words.impersonal:
        agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None)
        if agent is not None:
            return holder_of(passage, agent, mentions, None)
        return Holder("unnamed", (verb.i, verb.i + 1), passage.index)
    return None


def _subject(verb: Token) -> Token | None:
    """Subject of the cue, shared with the verb it is joined or adjoined to."""
    step = verb
    for _ in range(_FAR):
        expletive: Token | None = None
        for child in step.children:
            if child.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer"}:
                return _antecedent(child)
            if child.dep_ == "expl":
                expletive = child
        if expletive is not None:
            return expletive
        if step.dep_ in {"acl", "acl:relcl"} and step.tag_ in {"VBG", "VBD", "VBZ", "VBP"}:
            return step.head
        if step.dep_ not in {"conj", "xcomp", "advcl"} or step.head.pos_ not in {"VERB", "AUX", "ADJ"}:
            return None
        if step.dep_ == "advcl" and step.tag_ not in {"VBG", "VB"}:
            return None
        step = step.head
    return None


def _antecedent(subject: Token) -> Token:
    if subject.lower_ in {"who", "which", "that"} and subject.head.dep_ == "acl:relcl":
        return subject.head.head
    return subject


def _extent(content: Token | None, quote: Quotation | None) -> tuple[int, int]:
    if content is None:
        assert quote is not None
        return quote.first, quote.last
    first, last = content.left_edge.i, content.right_edge.i + 1
    if quote is not None:
        first, last = min(first, quote.first), max(last, quote.last)
    return first, last


def _attribution(
    passage: Passage,
    cue: Token,
    holder: Holder,
    first: int,
    last: int,
    content: Token | None,
    quote: Quotation | None,
    lemma: str,
) -> Attribution:
    named = holder.name or None
    manner: Manner = (
        "direct" if quote is not None and (content is None or quote.first <= content.i) else "indirect"
    )
    skip = _cue_clause(cue, content, first, last)
    head = content.i if content is not None else passage.doc[first:last].root.i
    return Attribution(
        passage=passage.index,
        first=first,
        last=last,
        head=head,
        cue=cue.i,
        cue_passage=passage.index,
        cue_lemma=lemma,
        skip=skip,
        source=holder.source,
        holder=named,
        manner=manner,
        certainty=_certainty(cue, lemma),
        negated=_negated(cue),
        because=f"{named or 'what is shown'} “{cue.text}” it",
    )


def _cue_clause(cue: Token, content: Token | None, first: int, last: int) -> tuple[int, int]:
    if not first <= cue.i < last:
        return (0, 0)
    inside = [
        token.i
        for token in cue.subtree
        if content is None or (token is not content and not content.is_ancestor(token))
    ]
    if cue.dep_ == "parataxis":
        return cue.left_edge.i, cue.right_edge.i + 1
    own = [i for i in inside if abs(i - cue.i) < 12]
    return (min(own, default=cue.i), max(own, default=cue.i) + 1)


def _certainty(cue: Token, lemma: str) -> Certainty | None:
    words = certainty_words()
    return words.noun.get(lemma) if cue.pos_ == "NOUN" else words.verb.get(lemma)


def _negated(cue: Token) -> bool:
    return any(child.lower_ in modality().negators for child in cue.children)


def by_noun(passage: Passage, noun: Token, mentions: Mentions, speaker: Holder | None) -> Attribution | None:
    """The attribution of "the army's claim that …" or "reports of …"."""
    words = attribution_words()
    content = next((child for child in noun.children if _noun_content(child, noun)), None)
    if content is None:
        return None
    holder = _noun_holder(passage, noun, mentions, speaker)
    if holder is None:
        if noun.lemma_ not in words.nouns_of_nobody:
            return None
        holder = Holder(words.nouns_of_nobody[noun.lemma_], (noun.i, noun.i + 1), passage.index)
    if any(child.lower_ in modality().negative_determiners for child in noun.children):
        return None
    return _attribution(
        passage, noun, holder, content.left_edge.i, content.right_edge.i + 1, content, None, noun.lemma_
    )


def _noun_content(child: Token, noun: Token) -> bool:
    if child.dep_ in {"acl", "ccomp", "acl:relcl"}:
        return any(mark.lower_ == "that" and mark.dep_ == "mark" for mark in child.children)
    return (
        child.dep_ == "nmod"
        and preposition(child) == "of"
        and noun.lemma_ in attribution_words().nouns_of_nobody
    )


def _noun_holder(passage: Passage, noun: Token, mentions: Mentions, speaker: Holder | None) -> Holder | None:
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and preposition(child) in {"by", "from"}):
            return holder_of(passage, child, mentions, speaker)
        if child.dep_ in {"amod", "compound"} and mentions.actor_at(passage.index, child.i) is not None:
            return holder_of(passage, child, mentions, speaker)
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_ in {"make", "issue", "voice", "repeat", "express"}:
        subject = _subject(verb)
        return holder_of(passage, subject, mentions, speaker) if subject is not None else None
    return None


def by_preposition(
    passage: Passage, case: Token, mentions: Mentions, speaker: Holder | None
) -> Attribution | None:
    """The attribution of "according to the mayor" over the clause it belongs to."""
    words = attribution_words()
    noun = case.head
    phrase = " ".join([case.lower_, *(child.lower_ for child in case.children if child.dep_ == "fixed")])
    if phrase not in words.prepositions or noun.dep_ not in {
        "obl",
        "nmod",
        "advcl",
        "advmod",
        "obl:unmarked",
    }:
        return None
    if phrase == "per" and noun.pos_ != "PROPN":
        return None
    holder = holder_of(passage, noun, mentions, speaker)
    if noun.lemma_ in words.reports and mentions.actor_at(passage.index, noun.i) is None:
        holder = Holder("reports", holder.source, passage.index)
    governor = noun.head
    while (
        governor.dep_ in {"nmod", "obl", "obj", "nsubj", "compound", "appos"}
        and governor.head is not governor
    ):
        governor = governor.head
    first, last = governor.left_edge.i, governor.right_edge.i + 1
    return Attribution(
        passage=passage.index,
        first=first,
        last=last,
        head=governor.i,
        cue=case.i,
        cue_passage=passage.index,
        cue_lemma="according",
        skip=(noun.left_edge.i, noun.right_edge.i + 1),
        source=holder.source,
        holder=holder.name,
        manner="indirect",
        certainty=None,
        because=f"it is “{phrase}” {holder.name}",
    )
