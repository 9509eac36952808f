"""The attribution that one cue makes: a verb, a noun, or a preposition such as "according to"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from brink.code.grammar import descendants, preposition
from brink.code.mention import Mentions
from brink.code.passage import Passage
from brink.code.rows import Certainty
from brink.code.stance.attributed import Attribution
from brink.code.stance.content import Content, content_of
from brink.code.stance.holder import Holder, holder_of
from brink.code.stance.lexicon import attribution_words, certainty_words, modality
from brink.code.stance.quotation import Quotation
from brink.code.stance.speaker import owner_of, speaker_of

_MENTIONED: Final = frozenset({"nmod", "obl", "obj", "nsubj", "compound", "appos"})


def by_verb(
    passage: Passage, verb: Token, mentions: Mentions, quotes: list[Quotation], speaker: Holder | None
) -> Attribution | None:
    """The attribution a verb of saying or thinking makes, if it makes one here."""
    content = content_of(verb, quotes)
    if content is None:
        return None
    holder = speaker_of(passage, verb, mentions, speaker, direct=content.direct)
    return None if holder is None else _row(passage, verb, holder, content)


def by_noun(passage: Passage, noun: Token, mentions: Mentions, speaker: Holder | None) -> Attribution | None:
    """The attribution of "the army's claim that …" or "reports of …"."""
    words = attribution_words()
    head = next((child for child in noun.children if _is_content(child, noun)), None)
    if head is None or any(child.lower_ in modality().negative_determiners for child in noun.children):
        return None
    holder = owner_of(passage, noun, mentions, speaker)
    if holder is None:
        if noun.lemma_ not in words.nouns_of_nobody:
            return None
        holder = Holder(words.nouns_of_nobody[noun.lemma_], (noun.i, noun.i + 1), passage.index)
    return _row(passage, noun, holder, Content(head, head.left_edge.i, head.right_edge.i + 1, None))


def _is_content(child: Token, noun: Token) -> bool:
    if child.dep_ in {"acl", "ccomp", "acl:relcl"}:
        return any(mark.lower_ == "that" and mark.dep_ == "mark" for mark in child.children)
    of = child.dep_ == "nmod" and preposition(child) == "of"
    return of and noun.lemma_ in attribution_words().nouns_of_nobody


def misread_verb(noun: Token) -> str | None:
    """The verb, when "concludes that" or "some argue that" was taken for a noun by the tagger."""
    doc = noun.doc
    if noun.i == 0 or noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "that":
        return None
    if noun.pos_ not in {"NOUN", "VERB"}:
        return None
    before, lower = doc[noun.i - 1], noun.lower_
    verbs = attribution_words().verbs
    lemma = next((word for word in (noun.lemma_, lower[:-3] + "y", lower[:-2], lower) if word in verbs), None)
    if before.pos_ in {"NOUN", "PROPN", "PRON"}:
        return lemma if noun.tag_ in {"NNS", "VBZ"} or before.tag_ in {"NNS", "NNPS", "PRP"} else None
    return lemma if before.lower_ in {"some", "many", "others", "most", "few"} else None


def by_misread(
    passage: Passage, cue: Token, lemma: str, mentions: Mentions, speaker: Holder | None
) -> Attribution | None:
    """The attribution of a cue the tagger took for a noun: its source stands right before it."""
    head = next((c for c in cue.children if c.i > cue.i and c.dep_ in {"acl", "acl:relcl", "ccomp"}), None)
    if head is None:
        return None
    holder = holder_of(passage, passage.doc[cue.i - 1], mentions, speaker)
    row = _row(passage, cue, holder, Content(head, cue.i + 1, head.right_edge.i + 1, None))
    return replace(row, cue_lemma=lemma, certainty=certainty_words().verb.get(lemma))


def by_preposition(
    passage: Passage, case: Token, mentions: Mentions, speaker: Holder | None
) -> Attribution | None:
    """The attribution of "according to the mayor" over the clause it belongs to."""
    words, noun = attribution_words(), case.head
    phrase = " ".join([case.lower_, *(child.lower_ for child in case.children if child.dep_ == "fixed")])
    if phrase not in words.prepositions or noun.dep_ not in _MENTIONED | {"advcl", "advmod", "obl:unmarked"}:
        return None
    if phrase == "per" and noun.pos_ != "PROPN":
        return None
    holder = holder_of(passage, noun, mentions, speaker)
    if noun.lemma_ in words.reports and mentions.actor_at(passage.index, noun.i) is None:
        holder = Holder("reports", holder.source, passage.index)
    governor = noun.head
    while governor.dep_ in _MENTIONED and governor.head.i != governor.i:
        governor = governor.head
    return Attribution(
        passage=passage.index,
        first=governor.left_edge.i,
        last=governor.right_edge.i + 1,
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


def _row(passage: Passage, cue: Token, holder: Holder, content: Content) -> Attribution:
    named = holder.name or None
    head = content.head.i if content.head is not None else passage.doc[content.first : content.last].root.i
    return Attribution(
        passage=passage.index,
        first=content.first,
        last=content.last,
        head=head,
        cue=cue.i,
        cue_passage=passage.index,
        cue_lemma=cue.lemma_,
        skip=_aside(cue, content),
        source=holder.source,
        holder=named,
        manner="direct" if content.direct else "indirect",
        certainty=_certainty(cue),
        negated=any(child.lower_ in modality().negators for child in cue.children),
        because=f"{named or 'what is shown'} “{cue.text}” it",
    )


def _aside(cue: Token, content: Content) -> tuple[int, int]:
    """The cue with its source where they stand inside the content, as in “We,” he said, “left”."""
    if not content.first <= cue.i < content.last:
        return (0, 0)
    if cue.dep_ == "parataxis":
        return cue.left_edge.i, cue.right_edge.i + 1
    said = {token.i for token in descendants(content.head)} if content.head is not None else set()
    own = [token.i for token in descendants(cue) if token.i not in said and abs(token.i - cue.i) < 12]
    return min(own, default=cue.i), max(own, default=cue.i) + 1


def _certainty(cue: Token) -> Certainty | None:
    words = certainty_words()
    return words.noun.get(cue.lemma_) if cue.pos_ == "NOUN" else words.verb.get(cue.lemma_)
