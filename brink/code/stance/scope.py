"""From an act up the tree: what every governing word makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Token

from brink.code.grammar import is_passive, is_predicate, particle, preposition
from brink.code.rows import Certainty, Status
from brink.code.stance.clause import Reading, inverted_condition, is_definite, read_noun, read_predicate
from brink.code.stance.lexicon import Effect, attribution_words, certainty_words, modality

_FAR: Final = 15
"""How many governors are asked; longer chains are broken parses."""
_NOMINAL: Final = frozenset(
    {
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "obj",
        "iobj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "nmod",
        "nmod:poss",
        "compound",
        "appos",
        "nmod:desc",
        "nmod:unmarked",
        "dep",
        "amod",
        "csubj",
        "csubj:pass",
    }
)
_FACES: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_TOPIC: Final = frozenset({"on", "about", "over", "regarding", "concerning"})


@dataclass(slots=True)
class Climb:
    """What was learned on the way from an act to the top of its sentence."""

    status: Status
    certainties: list[Certainty] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)
    hearsay: str | None = None
    ended: bool = False
    bare: bool = True
    """Still about the act's own noun phrase, not about a plan or threat that contains it."""

    def apply(self, effect: Effect, word: Token, *, phrase: str | None = None) -> None:
        """Let a governing word act on the status so far."""
        before = self.status
        if effect == "happened":
            self.ended = True
        else:
            self.status = compose(effect, before)
        if effect != "inherit":
            shown = phrase or word.text
            self.because.append(
                f"“{shown}” takes it for granted"
                if effect == "happened"
                else f"“{shown}” makes it {self.status}"
            )
            self.cues.append(word.i)

    def take(self, reading: Reading) -> None:
        """Keep what a governor's own words say of certainty and source."""
        if reading.certainty is not None:
            self.certainties.append(reading.certainty)
        self.hearsay = self.hearsay or reading.hearsay
        self.because.extend(reading.because)
        self.cues.extend(reading.cues)


def compose(effect: Effect, status: Status) -> Status:
    """The status of an act under an operator, from its status below it."""
    if effect == "denied":
        return "possible" if status == "denied" else "denied"
    if effect == "possible":
        return "possible"
    if effect == "planned":
        return status if status in {"possible", "denied"} else "planned"
    if effect == "ongoing":
        return "ongoing" if status == "happened" else status
    return status


def climb(head: Token, own: Reading, *, verbal: bool) -> Climb:
    """Status of the act after every word that governs it has been asked."""
    state = Climb(own.status)
    state.take(own)
    if verbal and head.pos_ == "NOUN":
        state.take(read_noun(head))
    node, nominal = _by_surface(head, state) or head, not verbal
    for _ in range(_FAR):
        if state.ended or node.dep_ == "ROOT" or node.head.i == node.i:
            break
        step = _through_noun_phrase(node, state) if nominal else _through_clause(node, state)
        if step is None:
            break
        node = step
        nominal = node.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and not any(
            c.dep_ == "cop" for c in node.children
        )
    _finish(node, state)
    return state


def _by_surface(head: Token, state: Climb) -> Token | None:
    """The governor of "set to deploy" where the parse lost it."""
    if head.tag_ != "VB" or head.i < 2 or head.dep_ in {"xcomp", "advcl", "acl", "ccomp", "conj"}:
        return None
    doc = head.doc
    governor = doc[head.i - 2]
    if doc[head.i - 1].lower_ != "to" or governor.sent.start != head.sent.start:
        return None
    effect = modality().predicate.get(governor.lower_) or modality().clause.get(governor.lemma_)
    if effect is None or effect == "happened":
        return None
    _governed(effect, governor, read_predicate(governor), state, silent=False)
    return governor


def _finish(node: Token, state: Climb) -> None:
    if (
        state.status == "happened"
        and node.dep_ == "ROOT"
        and node.tag_ == "VBG"
        and not any(child.dep_ in {"aux", "cop"} for child in node.children)
    ):
        state.status = "ongoing"


# --- clauses ---------------------------------------------------------------------------------


def _through_clause(node: Token, state: Climb) -> Token | None:
    relation, head = node.dep_, node.head
    if relation == "conj":
        return head
    if inverted_condition(node):
        state.apply("possible", node, phrase="the inverted condition")
        return None
    if relation in {"xcomp", "ccomp", "csubj", "csubj:pass"} or (relation == "advcl" and _complements(node)):
        return _through_complement(node, state)
    if relation == "advcl":
        return _through_adverbial(node, state)
    if relation == "acl":
        return _through_noun_clause(node, state)
    if relation in {"acl:relcl", "advcl:relcl", "parataxis", "discourse"}:
        return None
    if relation in _NOMINAL:
        return _through_noun_phrase(node, state)
    return None


def _complements(node: Token) -> bool:
    """Whether an infinitive hung beside a verb is really what the verb asks, orders or plans."""
    lemma = node.head.lemma_
    words = modality()
    if preposition(node) or not any(child.dep_ == "mark" and child.lower_ == "to" for child in node.children):
        return False
    if lemma in words.purpose_carried_out:
        return False
    return lemma in words.clause or node.head.lower_ in words.predicate


def _clause_effect(node: Token) -> Effect | None:
    governor, words = node.head, modality()
    if governor.pos_ in {"ADJ", "NOUN", "ADV"} or is_passive(governor) or governor.lower_ == "set":
        effect = words.predicate.get(governor.lower_)
        if effect is not None and governor.lower_ not in {"expected", "reported"}:
            return effect
        if governor.pos_ == "NOUN" and governor.lemma_ in words.noun_of:
            return words.noun_of[governor.lemma_]
    if governor.lemma_ == "go" and governor.tag_ == "VBG" and node.tag_ == "VB":
        return "planned"
    if governor.lemma_ == "have" and node.tag_ == "VB" and node.dep_ == "xcomp" and governor.tag_ != "VBD":
        return "denied" if _has_yet(node) else "possible"
    return words.clause.get(governor.lemma_)


def _has_yet(node: Token) -> bool:
    return any(token.lower_ == "yet" for token in node.doc[max(0, node.i - 3) : node.i])


def _speaks(verb: Token) -> bool:
    return verb.pos_ in {"VERB", "ADJ"} and verb.lemma_ in attribution_words().verbs


def _through_complement(node: Token, state: Climb) -> Token | None:
    governor = node.head
    reading = read_predicate(governor)
    finite = node.dep_ == "ccomp" and read_predicate(node).finite
    lemma, words, sure = governor.lemma_, modality(), certainty_words()
    effect = _clause_effect(node)
    if finite and (_speaks(governor) or effect is None):
        _reported(node, governor, reading, state)
        return governor
    certainty = sure.adjective.get(governor.lower_) if effect in {"possible", "planned", "denied"} else None
    if certainty is None and is_passive(governor) and lemma in attribution_words().impersonal:
        certainty = sure.verb.get(lemma, "probable")
        state.hearsay = state.hearsay or "unnamed"
        effect = "inherit" if _perfect(node) else effect
    if certainty is not None and not (certainty == "certain" and effect == "possible"):
        state.certainties.append(certainty)
    if effect == "possible" and lemma == "able":
        effect = "inherit" if reading.past else "possible"
    _governed(effect or "inherit", governor, reading, state, silent=lemma in words.silent_when_negated)
    return governor


def _perfect(node: Token) -> bool:
    return (
        any(child.dep_ == "aux" and child.lemma_ == "have" for child in node.children)
        or node.tag_ == "VBN"
        or any(child.dep_ in {"aux", "cop"} and child.lemma_ == "be" for child in node.children)
    )


def _governed(effect: Effect, governor: Token, reading: Reading, state: Climb, *, silent: bool) -> None:
    """Apply an operator together with the governor's own modality."""
    state.apply(effect, governor)
    state.take(reading)
    if state.ended:
        return
    if reading.negated and reading.status == "denied":
        if effect == "denied":
            state.status = (
                "possible" if silent or governor.lemma_ in {"deny", "prevent", "reject"} else "happened"
            )
        else:
            state.status = "possible" if silent else "denied"
            if not silent and governor.lower_ in {"likely", "expected"}:
                state.status = "possible"
                state.certainties.append("doubtful")
    elif reading.status == "possible":
        state.status = "possible"
    elif reading.status == "planned":
        state.status = compose("planned", state.status)
    elif reading.status == "ongoing" and effect == "inherit" and reading.finite:
        state.status = compose("ongoing", state.status)


def _reported(node: Token, governor: Token, reading: Reading, state: Climb) -> None:
    """A "that" clause keeps its own tense; the verb above it may doubt, deny or foresee it."""
    words, sure = modality(), certainty_words()
    effect = _clause_effect(node)
    modal = _modal_of(node)
    marker = next((c.lower_ for c in node.children if c.dep_ == "mark"), None)
    if effect == "denied":
        state.apply("denied", governor)
    elif (
        governor.lemma_ in {"doubt", "hope", "fear", "wonder", "want", "demand", "urge", "request"}
        or (governor.lower_ in words.predicate and words.predicate[governor.lower_] == "possible")
        or marker in {"whether", "if"}
    ):
        state.apply("possible", governor)
        lean = sure.adjective.get(governor.lower_) or sure.verb.get(governor.lemma_)
        if lean is not None and lean != "certain":
            state.certainties.append(lean)
    elif modal in {"will", "would", "shall"} and governor.lemma_ in words.outlook:
        state.status = "possible" if state.status != "denied" else state.status
        state.because.append(f"“{governor.text}” foresees it")
        state.cues.append(governor.i)
    elif (
        modal == "would"
        and state.status == "possible"
        and (reading.past or governor.tag_ in {"VBG", "VBN"})
        and (_speaks(governor) and not read_predicate(node).conditional)
    ):
        state.status = "planned"
        state.because.append(f"“{governor.text}” announces it")
        state.cues.append(governor.i)
    if _speaks(governor) and governor.lemma_ in sure.verb and effect != "denied":
        state.certainties.append(sure.verb[governor.lemma_])
    if reading.negated:
        _not_said(governor, state)


def _modal_of(node: Token) -> str | None:
    return read_predicate(node).modal


def _not_said(governor: Token, state: Climb) -> None:
    sure = certainty_words()
    if governor.lemma_ in {"deny", "dispute"}:
        state.status = "possible"
    elif sure.verb.get(governor.lemma_) == "probable":
        state.status = "denied"
        state.certainties.append("doubtful")
    else:
        state.status = "possible"
    state.because.append(f"“{governor.text}” is negated")
    state.cues.append(governor.i)


def _through_adverbial(node: Token, state: Climb) -> Token | None:
    governor, words = node.head, modality()
    marker = _opening(node)
    effect = words.marker.get(marker) if marker else None
    if marker == "to" or (marker is None and node.tag_ == "VB"):
        return _through_purpose(node, state)
    if effect in {"possible", "denied"}:
        if (marker == "until" and read_predicate(node).past) or (marker == "once" and read_predicate(node).past):
            return None
        state.apply(
            effect, next(c for c in node.children if c.lower_ == marker.split()[0]) if marker else node
        )
        return None
    if effect == "happened" or node.tag_ == "VBN" or (marker is None and read_predicate(node).finite):
        return None
    if not is_predicate(governor):
        return None
    # "killing nine", "by cutting the road": as real as what it goes with
    reading = read_predicate(governor)
    if marker in {None, "by"}:
        state.status = (
            reading.status if state.status == "happened" and reading.status != "ongoing" else state.status
        )
        return governor if reading.status != "denied" else None
    return None


def _opening(node: Token) -> str | None:
    for child in node.children:
        if child.i < node.i and child.dep_ in {"mark", "case"}:
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return None


def _through_purpose(node: Token, state: Climb) -> Token | None:
    governor, words = node.head, modality()
    reading = read_predicate(governor) if is_predicate(governor) else read_noun(governor)
    if governor.lemma_ in words.purpose_carried_out:
        _governed("inherit", governor, reading, state, silent=False)
        if reading.status == "ongoing":
            state.status = "ongoing" if state.status == "happened" else state.status
        return governor
    state.apply("possible", node, phrase="the purpose “to”")
    return None


def _asked_of(node: Token) -> Token | None:
    """The verb an infinitive belongs to when the parse hung it on that verb's object ("urged them to go")."""
    noun, words = node.head, modality()
    if noun.lemma_ in words.noun_of or noun.dep_ not in {"obj", "iobj", "obl"}:
        return None
    verb = noun.head
    known = verb.lemma_ in words.clause or verb.lemma_ in words.purpose_carried_out
    return verb if known and words.clause.get(verb.lemma_) != "happened" else None


def _through_noun_clause(node: Token, state: Climb) -> Token | None:
    noun, words = node.head, modality()
    infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in node.children)
    that = any(child.dep_ == "mark" and child.lower_ in {"that", "whether", "if"} for child in node.children)
    case = any(
        child.dep_ in {"case", "mark"} and child.lower_ in {"of", "for", "on", "at", "about"}
        for child in node.children
    )
    effect = words.noun_of.get(noun.lemma_)
    asking = _asked_of(node) if infinitive or (case and node.tag_ == "VBG") else None
    if asking is not None:
        effect = words.clause.get(asking.lemma_, "inherit")
        _governed(
            effect, asking, read_predicate(asking), state, silent=asking.lemma_ in words.silent_when_negated
        )
        return None if state.ended else asking
    if not (infinitive or that or case):
        return None
    if effect is None:
        effect = "possible" if infinitive else "inherit"
    if effect == "happened" and that:
        effect = "inherit"
    return _inside_noun(noun, effect, state)


def _inside_noun(noun: Token, effect: Effect, state: Climb) -> Token | None:
    """The act sits inside a plan, threat or report: apply that noun, then what is said of it."""
    sure = certainty_words()
    state.apply(effect, noun)
    if state.ended:
        return None
    reading = read_noun(noun)
    if noun.lemma_ in sure.noun and effect != "denied":
        state.certainties.append(sure.noun[noun.lemma_])
    if reading.negated and any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in noun.children):
        state.status = "denied"
        if noun.lemma_ in sure.evidence:
            state.certainties.append("doubtful")
    elif reading.status != "happened":
        state.status = compose(_as_effect(reading.status), state.status)
    state.take(reading)
    if effect != "inherit":
        state.bare = False
    return noun


def _as_effect(status: Status) -> Effect:
    return "inherit" if status == "happened" else status


# --- noun phrases ----------------------------------------------------------------------------


def _through_noun_phrase(node: Token, state: Climb) -> Token | None:
    relation, head = node.dep_, node.head
    if relation == "conj":
        return head
    if relation in {"appos", "nmod:poss"}:
        return None
    if relation in {
        "compound",
        "nmod",
        "nmod:desc",
        "nmod:unmarked",
        "amod",
        "acl",
        "dep",
    } and not is_predicate(head):
        return _under_noun(node, state)
    if relation in {"ccomp", "xcomp", "advcl", "acl", "parataxis"}:
        return _through_clause(node, state)
    if relation in _NOMINAL:
        return _under_verb(node, state)
    return None


def _under_noun(node: Token, state: Climb) -> Token | None:
    noun, words = node.head, modality()
    case = preposition(node)
    if case is not None and words.preposition.get(case) is not None and case not in {"against", "over"}:
        state.apply(words.preposition[case], node, phrase=case)
        return None
    effect = words.noun_of.get(noun.lemma_)
    if effect is None:
        return noun if not is_definite(node) and case == "of" else None
    if effect in {"possible", "planned"} and case in _TOPIC and is_definite(node):
        return None
    if effect == "inherit" and node.dep_ == "compound":
        return noun
    return _inside_noun(noun, effect, state)


def _under_verb(node: Token, state: Climb) -> Token | None:
    verb, words = node.head, modality()
    case = preposition(node)
    reading = read_predicate(verb) if is_predicate(verb) else Reading(status="happened", finite=False)
    if node.i in reading.cues:
        # "found no proof": the noun's own "no" has been counted.
        reading = Reading(status="happened", finite=reading.finite, past=reading.past)
    effect = _noun_effect(node, verb, case)
    if case is not None and verb.lower_ in {"ahead", "short", "because", "instead"}:
        case = f"{verb.lower_} {case}"
    if effect is None and case is not None:
        outer = words.preposition.get(case)
        if outer is not None:
            state.apply(outer, node, phrase=case)
            return None
    if not state.bare:
        return _container(effect, verb, reading, state)
    if effect is None:
        return _unknown_verb(node, verb, reading, state)
    certainty = certainty_words().adjective.get(verb.lower_)
    if certainty is not None and effect in {"possible", "planned"}:
        state.certainties.append(certainty)
    if effect == "happened" and verb.lemma_ in {"confirm", "acknowledge", "admit"} and reading.negated:
        effect = "possible"
    _governed(effect, verb, reading, state, silent=verb.lemma_ in words.silent_when_negated)
    return None if state.ended else verb


def _noun_effect(node: Token, verb: Token, case: str | None) -> Effect | None:
    words, lemma = modality(), verb.lemma_
    if node.dep_ in _FACES and not is_passive(verb):
        if verb.pos_ in {"ADJ", "ADV"}:
            return words.predicate.get(verb.lower_)
        if lemma in words.occur:
            return "ongoing" if words.noun.get(lemma) == "ongoing" else "inherit"
        return None
    if case is not None and node.dep_.startswith("obl") and case != "by":
        return words.noun.get(f"{lemma}-{case}")
    if case == "by":
        return "inherit"
    part = particle(verb)
    if part is not None and f"{lemma}-{part}" in words.noun:
        return words.noun[f"{lemma}-{part}"]
    if lemma == "rule" and not any(c.lower_ == "out" for c in verb.children):
        return None
    if node.dep_ in _FACES and verb.lower_ in words.predicate:
        return words.predicate[verb.lower_]
    return words.noun.get(lemma)


def _container(effect: Effect | None, verb: Token, reading: Reading, state: Climb) -> Token | None:
    """What is said of a plan or threat touches the act only when it is denied, dropped or left open."""
    if effect in {"denied", "possible"}:
        _governed(effect, verb, reading, state, silent=False)
        return verb
    if effect in {"inherit", "planned"} or verb.lemma_ in {"make", "be"}:
        if reading.negated:
            state.take(reading)
            state.status = "denied"
        elif reading.status == "possible":
            state.status = "possible"
        return verb
    return None


def _unknown_verb(node: Token, verb: Token, reading: Reading, state: Climb) -> Token | None:
    definite = is_definite(node)
    if node.dep_ in _FACES and not is_passive(verb):
        if not definite and reading.status in {"possible", "planned"} and state.status == "happened":
            state.take(reading)
            state.status = "possible"
        return None
    if definite:
        return None
    _governed("inherit", verb, _untensed(reading), state, silent=True)
    return verb


def _untensed(reading: Reading) -> Reading:
    """The present tense of a verb we know nothing of does not make the act go on."""
    return Reading(status="happened", finite=False) if reading.status == "ongoing" else reading
