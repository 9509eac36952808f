"""The attribution that one cue makes: a verb, a noun, or a preposition such as "according to"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from brink.code.grammar import descendants, preposition
from brink.code.grammar.labels import NOMINAL
from brink.code.mention import Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.rows import Certainty
from brink.code.stance.aside import Aside, aside_at
from brink.code.stance.attributed import Attribution
from brink.code.stance.content import Content, content_of
from brink.code.stance.holder import UNNAMED, Holder, holder_of
from brink.code.stance.lexicon import attribution_words, certainty_words, modality
from brink.code.stance.quotation import Quotation
from brink.code.stance.speaker import owner_of, speaker_of


def by_verb(
    passage: Passage, verb: Token, mentions: Mentions, quotes: list[Quotation], speaker: Holder | None
) -> Attribution | None:
    """The attribution a verb of saying or thinking makes, if it makes one here."""
    content = content_of(verb, quotes)
    if content is None:
        return None
    holder = speaker_of(passage, verb, mentions, speaker, direct=content.direct)
    if holder is not None and holder.name == UNNAMED and _is_writer(passage, holder):
        quoted = any(quote.first <= verb.i < quote.last for quote in quotes)
        holder = holder if quoted or content.direct else replace(holder, name="")
    return None if holder is None else _row(passage, verb, holder, content)


def _is_writer(passage: Passage, holder: Holder) -> bool:
    """Whether the source is the article itself: "we assess that …"."""
    return passage.doc[holder.source[0]].lower_ in {"we", "i"}


def by_aside(
    passage: Passage, cue: Token, mentions: Mentions, quotes: list[Quotation], speaker: Holder | None
) -> Attribution | None:
    """The attribution of a speaker thrown in or put last: "the raids, analysts caution, go on"."""
    if any(quote.first <= cue.i < quote.last for quote in quotes):
        return None
    aside = aside_at(cue)
    if aside is None:
        return None
    thing = mentions.actor_at(passage.index, aside.speaker.i) is None and _shows(aside)
    holder = _aside_holder(passage, aside, mentions, speaker)
    if holder is None:
        return None
    if thing or (holder.name == UNNAMED and _is_writer(passage, holder)):
        return None
    row = _row(passage, cue, holder, Content(aside.head, aside.first, aside.last, None))
    return replace(
        row, cue_lemma=aside.lemma, skip=aside.skip, certainty=certainty_words().verb.get(aside.lemma)
    )


def _aside_holder(
    passage: Passage, aside: Aside, mentions: Mentions, speaker: Holder | None
) -> Holder | None:
    """The source of an aside; "it" is nobody of whom the words themselves speak.

    "The ministry takes a graver view: the branch could strike, IT estimates" is the ministry's.
    """
    holder = holder_of(passage, aside.speaker, mentions, speaker)
    if aside.speaker.pos_ != "PRON" or (speaker is not None and holder.name == speaker.name):
        return holder
    inside = {
        name
        for token in passage.doc[aside.first : aside.last]
        if token.pos_ != "PRON" and (mention := mentions.actor_at(passage.index, token.i)) is not None
        for name in mention.names
    }
    if holder.name not in inside and holder.name != UNNAMED:
        return holder
    if aside.first > aside.speaker.sent.start:
        before = passage.doc[aside.speaker.sent.start : aside.first]
        subjects = (token for token in before if token.dep_ == "nsubj" and token.pos_ in {"NOUN", "PROPN"})
        subject = next(subjects, None)
        return holder_of(passage, subject, mentions, None) if subject is not None else None
    return speaker


def _shows(aside: Aside) -> bool:
    """Whether no person or body speaks but a thing or a pronoun for one: "this, it suggests, …"."""
    words, lemma = attribution_words(), aside.speaker.lemma_.lower()
    return lemma in words.exhibits - {"it"} and lemma not in words.reports


def by_noun(passage: Passage, noun: Token, mentions: Mentions, speaker: Holder | None) -> Attribution | None:
    """The attribution of "the army's claim that …" or "reports of …"."""
    words = attribution_words()
    head = next((child for child in noun.children if _is_content(child, noun)), None)
    if head is not None and (_has_own_verb(head, noun) or _proved_false(noun)):
        return None
    if head is None or any(child.lower_ in modality().negative_determiners for child in noun.children):
        return None
    holder = owner_of(passage, noun, mentions, speaker)
    if holder is None:
        if noun.lemma_ not in words.nouns_of_nobody:
            return None
        holder = Holder(words.nouns_of_nobody[noun.lemma_], (noun.i, noun.i + 1), passage.index)
    return _row(passage, noun, holder, Content(head, head.left_edge.i, head.right_edge.i + 1, None))


def _has_own_verb(content: Token, noun: Token) -> bool:
    """Whether another verb opens the content: "the warning to citizens UNDERSCORES that …"."""
    doc = noun.doc
    that = next((token for token in doc[noun.i + 1 : content.i] if token.lower_ == "that"), None)
    if that is None or that.i - 1 == noun.i:
        return False
    before = doc[that.i - 1]
    return before.lemma_ in attribution_words().evidence_verbs or before.lower_ in _OPENING_VERBS


def _proved_false(noun: Token) -> bool:
    """ "Reports that he was dead PROVED FALSE": nobody holds it any more."""
    return any(token.lower_ in _FALSE for token in noun.doc[noun.i + 1 : noun.sent.end])


_FALSE: Final = frozenset({"false", "untrue", "unfounded", "baseless"})
_OPENING_VERBS: Final = frozenset({"underscore", "underline", "highlight", "show", "suggest", "indicate"})


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
    if before.pos_ in NOMINAL:
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
