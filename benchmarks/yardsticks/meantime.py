"""NewsReader MEANTIME: figures, who did what, and actors across documents (120 Wikinews articles, CC BY 4.0).

Figures and parts are marked in the title and the first five sentences of an article, so only these are
scored. Lengths of time, which are no figures there, are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from spacy.tokens import Doc as Source

from benchmarks.yardsticks.measured import Measured, f1
from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.events.lexicon import load_lexicon
from brink.code.figures import find_figures
from brink.code.grammar import agents, noun_complements, patients
from brink.code.parsed import Doc, Token
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline

NEEDS = ("yardsticks/meantime",)
Span = frozenset[int]
MARKED = 5
"""Last sentence (counted from the title, 0) whose figures and parts are marked."""
TIMES = frozenset(["years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades", "quarters"])


@dataclass(slots=True)
class Article:
    """Words with what people marked on them; marks are sets of word positions, counted from 0."""

    words: list[str]
    sentences: list[int]
    figures: list[Span] = field(default_factory=list)
    mentions: dict[str, Span] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    """By mention of a name, the instance it is of."""
    instance: dict[str, str] = field(default_factory=dict)
    """By mention of any kind, pronouns and relatives too, the instance it is of."""
    events: dict[str, Span] = field(default_factory=dict)
    parts: list[tuple[str, str, str]] = field(default_factory=list)
    """Event, role (Arg0, Arg1), mention."""


def measure(shared: Path) -> Iterator[Measured]:
    folder = shared / "yardsticks" / "meantime" / "intra_cross-doc_annotation"
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    clusters: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*/*.xml")):
        article = read(path)
        if not article.events:
            continue
        doc = parsed(article)
        add(counts["figures"], figures(article, doc))
        for role in ("Arg0", "Arg1"):
            add(counts[role], arguments(article, doc, role))
        clusters += same(article, doc)
    right, found, wanted = counts["figures"]
    yield Measured("MEANTIME", "figures, F1", f1(right, found, wanted), f"{wanted} figures", 0.75, 0.90)
    yield Measured("MEANTIME", "figures, precision", right / found, f"{wanted} figures")
    yield Measured("MEANTIME", "figures, recall", right / wanted, f"{wanted} figures")
    both = [a + b for a, b in zip(counts["Arg0"], counts["Arg1"], strict=True)]
    size = f"{both[2]} parts"
    yield Measured("MEANTIME", "who did it to whom, given the act, F1", f1(*both), size, 0.50, 0.65)
    for role, name in (("Arg0", "who did it, F1"), ("Arg1", "to whom, F1")):
        yield Measured("MEANTIME", name, f1(*counts[role]), f"{counts[role][2]} parts")
    yield Measured(
        "MEANTIME", "same actor across documents, pairs F1", pairs(clusters), f"{len(clusters)} names"
    )


def add(total: list[int], more: tuple[int, int, int]) -> None:
    total[:] = [a + b for a, b in zip(total, more, strict=True)]


def read(path: Path) -> Article:
    root = ElementTree.parse(path).getroot()
    tokens = root.findall("token")
    place = {token.get("t_id"): i for i, token in enumerate(tokens)}
    article = Article([t.text or "_" for t in tokens], [int(t.get("sentence", 0)) for t in tokens])
    instances = {}
    for mark in root.find("Markables") or ():
        span = frozenset(place[anchor.get("t_id")] for anchor in mark.findall("token_anchor"))
        key = mark.get("m_id", "")
        if mark.tag == "ENTITY":
            instances[key] = mark.get("instance_id") or mark.get("TAG_DESCRIPTOR") or key
        elif mark.tag == "VALUE":
            article.figures.append(span)
        elif mark.tag == "EVENT_MENTION":
            article.events[key] = span
        elif mark.tag == "ENTITY_MENTION":
            article.mentions[key] = span
    names = {m.get("m_id") for m in root.iter("ENTITY_MENTION") if m.get("syntactic_type") == "NAM"}
    for link in root.find("Relations") or ():
        sources = [str(one.get("m_id")) for one in link.findall("source")]
        target = str(next(iter(link.findall("target"))).get("m_id")) if link.findall("target") else ""
        if link.tag == "REFERS_TO" and target in instances:
            article.instance.update(dict.fromkeys(sources, target))
            article.named.update({one: instances[target] for one in sources if one in names})
        elif link.tag == "HAS_PARTICIPANT" and link.get("sem_role") in ("Arg0", "Arg1"):
            article.parts += [(one, str(link.get("sem_role")), target) for one in sources]
    return article


def parsed(article: Article) -> Doc:
    """The annotated sentences, parsed sentence by sentence as they were cut."""
    nlp = load_pipeline()
    end = sum(sentence <= MARKED for sentence in article.sentences)
    starts = [i == 0 or article.sentences[i] != article.sentences[i - 1] for i in range(end)]
    closing = {",", ".", ";", ":", ")", "]", "”", "'s", "’s", "%", "'", "n't"}
    spaces = [
        i + 1 < end and article.words[i + 1] not in closing and article.words[i] not in "($[“"
        for i in range(end)
    ]
    doc = Source(nlp.vocab, words=article.words[:end], spaces=spaces, sent_starts=starts)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return Doc(doc)


def figures(article: Article, doc: Doc) -> tuple[int, int, int]:
    """Figures right, found and wanted: right is any overlap, one to one."""
    passage = Passage("d", "d#1", 0, 0, doc)
    found = []
    for figure in find_figures(passage, anchor=None):
        span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
        if span is not None and figure.unit not in TIMES:
            found.append(frozenset(range(span.start, span.end)))
    right, taken = 0, set()
    marked = [one for one in article.figures if min(one) < len(doc)]
    for wanted in marked:
        hit = next((i for i, one in enumerate(found) if i not in taken and one & wanted), None)
        if hit is not None:
            right += 1
            taken.add(hit)
    return right, len(found), len(marked)


def arguments(article: Article, doc: Doc, role: str) -> tuple[int, int, int]:
    """Parts of marked events right, found and wanted.

    Right is a head inside the marked mention, or that of another mention of the same entity: "which" is
    marked where the rules give the noun it stands for.
    """
    wanted: dict[str, list[Span]] = defaultdict(list)
    for event, which, mention in article.parts:
        if (
            which == role
            and mention in article.mentions
            and min(article.events.get(event) or {len(doc)}) < len(doc)
        ):
            wanted[event].append(alike(article, doc, mention))
    right = found = 0
    told = {event for event, _, _ in article.parts if min(article.events.get(event) or {len(doc)}) < len(doc)}
    for event in told:
        heads = set(filled(doc, article.events.get(event, frozenset()), role))
        spans = wanted.get(event, [])
        found += len(heads)
        right += min(len(spans), sum(any(head in span for head in heads) for span in spans))
    return right, found, sum(map(len, wanted.values()))


def alike(article: Article, doc: Doc, mention: str) -> Span:
    """The words of a mention, and the head words of all other mentions of its entity."""
    entity = article.instance.get(mention)
    same_ = [m for m, e in article.instance.items() if e == entity]
    others = [article.mentions[m] for m in same_ if m in article.mentions]
    heads = {
        i for span in others for i in span if entity and i < len(doc) and doc[i].head.i not in span - {i}
    }
    return article.mentions[mention] | heads


def filled(doc: Doc, event: Span, role: str) -> Iterator[int]:
    """Words that fill a role of an event, as the rules read the parse."""
    inside = [doc[i] for i in sorted(event) if i < len(doc)]
    head = next((token for token in inside if token.head.i not in event or token.head == token), None)
    if head is None:
        return
    heads = given(head, role)
    yield from (token.i for token in heads)


def given(head: Token, role: str) -> tuple[Token, ...]:
    """Who stands where the event rules look for doers and targets; a sum of money is neither."""
    if head.pos_ in ("VERB", "AUX"):
        found = agents(head) if role == "Arg0" else patients(head)
        return tuple(token for token in found if token.pos_ not in ("SYM", "NUM"))
    complements = noun_complements(head)
    if role == "Arg0":
        named = tuple(token for token in complements.get("compound", ()) if token.pos_ == "PROPN")
        stated = (*complements.get("poss", ()), *complements.get("by", ()), *named)
        return stated or carrying(head)
    return tuple(token for tie in ("of", "against", "on") for token in complements.get(tie, ()))


def carrying(noun: Token) -> tuple[Token, ...]:
    """The doer of a verb that only carries the noun ("GM made an offer")."""
    light = noun.dep_ == "obj" and noun.head.lemma_.lower() in load_lexicon().means.light
    return agents(noun.head) if light else ()


def same(article: Article, doc: Doc) -> Iterator[tuple[str, str]]:
    """For each marked name that Brink finds: the instance it is of, and the name Brink gives it."""
    passage = Passage("d", "d#1", 0, 0, doc)
    found = find_actors([passage], Setting("d", "d#1", None), Gazetteer.load())
    for mention, instance in article.named.items():
        for place in sorted(article.mentions[mention], reverse=True):
            actor = found.actor_at(0, place) if place < len(doc) else None
            if actor is not None and actor.label:
                yield instance, actor.label[0]
                break


def pairs(clusters: list[tuple[str, str]]) -> float:
    """F1 of the pairs of mentions that are taken for the same."""
    by: list[dict[str, int]] = [defaultdict(int), defaultdict(int)]
    joint: dict[tuple[str, str], int] = defaultdict(int)
    for instance, name in clusters:
        by[0][instance] += 1
        by[1][name] += 1
        joint[instance, name] += 1
    two = [sum(n * (n - 1) // 2 for n in counts.values()) for counts in (joint, by[1], by[0])]
    return f1(*two)
