"""The parts of a frame filled from the words around a trigger, or nothing when it needs more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.abroad import struck_abroad
from brink.code.events.charged import accused_by_noun
from brink.code.events.circumstances import means_of
from brink.code.events.draft import Draft
from brink.code.events.effect import take_effect
from brink.code.events.lexicon import Expression, Frame
from brink.code.events.manner import is_manner_of_speaking
from brink.code.events.needs import meets
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.provoked import provoking
from brink.code.events.scope import scope_of
from brink.code.events.seats import FORCE, first
from brink.code.events.senses import is_figurative, is_natural
from brink.code.events.things import things_hit
from brink.code.events.trigger import Trigger
from brink.code.events.turned import face, turn
from brink.code.events.weapon import hits_explosive, is_flown, possible_means
from brink.code.grammar import (
    agents,
    is_passive,
    noun_complements,
    passive_agents,
    patients,
    preposition,
    subjects,
)
from brink.code.parsed import Token
from brink.code.rows import Figure, Status
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_STATES = frozenset({"hostage", "captive"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})


def draft(trigger: Trigger, cast: Cast, figures: Sequence[tuple[Figure, Token]]) -> Draft | None:
    """The event that the trigger tells, or None when what its frame needs is not there."""
    scope = scope_of(trigger)
    counted = any(f.role in {"killed", "injured", "abducted"} and t in scope for f, t in figures)
    doing = agents(trigger.token) if not trigger.nominal else ()
    natural = is_natural(doing, cast.lexicon)
    for expression in trigger.expressions:
        frame = expression.frame
        if frame.type == "THREATEN" and _is_endangered(trigger):
            continue
        if frame.type in FORCE and (natural or _is_figure_of_speech(trigger, expression, cast)):
            continue
        made = _fill(trigger, expression, cast)
        means = possible_means(trigger, scope, cast.lexicon)
        weapon = means_of(means, cast.lexicon) if frame.type in {"ASSAULT", "COERCE"} else None
        if (
            weapon is not None
            and frame.type == "ASSAULT"
            and (made.mode in {None, "airstrike"} or is_flown(*weapon, made.mode, trigger))
        ):
            made.mode = weapon[0]
            made.because.append(f"mode {weapon[0]} from “{weapon[1].text}”")
        if is_manner_of_speaking(made, cast, weapon=weapon is not None, counted=counted):
            continue
        if meets(made, cast, weapon=weapon is not None, counted=counted):
            made.recipients = made.recipients or provoking(made, cast) or things_hit(made, cast)
            made.recipients = made.recipients or struck_abroad(made, cast)
            return made
    return None


def _is_endangered(trigger: Trigger) -> bool:
    """ "The town is threatened": in the passive somebody must be told to do it."""
    return not trigger.nominal and is_passive(trigger.token) and not passive_agents(trigger.token)


def _spoken_status(frame: Frame) -> Status | None:
    """What is done by saying it has happened once it is said."""
    return "happened" if "speaker" in frame.actor else frame.status


def _is_meant(trigger: Trigger) -> bool:
    """Whether a pronoun stands for the noun that the verb's expression asks for."""
    noun, verb = trigger.carried, trigger.token
    return noun is not None and not trigger.nominal and noun.i < verb.i and not verb.is_ancestor(noun)


def _is_figure_of_speech(trigger: Trigger, expression: Expression, cast: Cast) -> bool:
    return not trigger.nominal and not expression.objects and is_figurative(trigger.token, cast.lexicon)


def _fill(trigger: Trigger, expression: Expression, cast: Cast) -> Draft:
    frame = expression.frame
    actors, unnamed = first(trigger, frame.actor, cast, "actor")
    if _is_made_use_of(trigger):
        actors = []
    if frame.type in _DEEDS:
        actors = [cast.behind(party) for party in actors]
    own = frozenset(name for party in actors for name in party.names)
    recipients, _ = first(
        trigger, frame.recipient, cast, "recipient", but=frozenset() if frame.sides else own
    )
    if not recipients and frame.type == "CONCEDE" and (spared := trigger.carried) is not None:
        # "Will stop bombing YEMEN".
        recipients = cast.at(patients(spared), part="recipient") if spared.tag_ == "VBG" else recipients
    if _is_meant(trigger):
        # "Broke off talks and resumed THEM" resumes the talks, with nobody whom "them" could stand for.
        recipients = [party for party in recipients if party.token.pos_ != "PRON"]
    if frame.type == "REQUEST":
        recipients = [party for party in recipients if not _undergoes(party.token)]
    # What is "discussed" is the matter, not a party.
    topical = frame.type == "CONSULT" and not trigger.nominal and is_passive(trigger.token)
    if frame.sides and not actors and not trigger.nominal and not topical:
        actors = cast.at(subjects(trigger.token), part="actor")
    if not actors and trigger.carried is not None and is_passive(trigger.token):
        actors = _of_noun(trigger, frame, cast)
        recipients = [p for p in recipients if not {n for a in actors for n in a.names} & set(p.names)]
    if trigger.nominal and trigger.carrier is not None and trigger.carrier.lemma_ == "join":
        # "Norway joined the EU's SANCTIONS" tells what Norway does.
        actors = cast.at(agents(trigger.carrier), part="actor") or actors
    if not actors and trigger.nominal and frame.type == "AID":
        actors = _made_in(trigger.token, cast)
    if not actors and trigger.nominal:
        actors = cast.at(accused_by_noun(trigger.token), part="actor")
    if trigger.carrier is not None and trigger.nominal and trigger.token.dep_ == "obj":
        recipients = recipients or _given_to(trigger.carrier, frame, cast)
    if trigger.suffered and trigger.carrier is not None:
        recipients = cast.at(subjects(trigger.carrier), part="recipient") or recipients
    if trigger.within == "claimed" and trigger.carrier is not None:
        actors = cast.at(agents(trigger.carrier), part="actor") or actors
    made = Draft(
        trigger,
        expression,
        actors,
        recipients,
        mode=frame.mode,
        status=_spoken_status(frame),
        type=frame.type,
        unnamed=unnamed,
    )
    face(made)
    for effect in trigger.effects:
        take_effect(made, effect, cast)
    if frame.effect == "abducted" and recipients and all(_is_bare_state(p.token) for p in recipients):
        # "Officials held hostage" names those who are held, and nobody who holds them.
        made.actors, made.recipients = [], list(actors)
    turn(made)
    if hits_explosive(trigger, cast.lexicon):
        made.recipients = [*made.recipients, *made.actors]
        made.actors = []
        made.because.append("who hits an explosive suffers it; who laid it is not told")
    if not frame.sides and not (made.recipients and made.recipients == made.actors):
        _drop_selves(made)
    return made


def _is_made_use_of(trigger: Trigger) -> bool:
    """ "Afghan soil is USED TO ATTACK Pakistan": what is used does not do it."""
    verb = trigger.carrier or trigger.token
    used = verb.head
    return verb.dep_ in {"xcomp", "advcl"} and used.lemma_ == "use" and used != verb and is_passive(used)


def _undergoes(party: Token) -> bool:
    """Whether others are to do it to the party: "requested HIS extradition" asks nothing of him."""
    owned = party.dep_ in {"nmod:poss", "nmod"} and (party.dep_ == "nmod:poss" or preposition(party) == "of")
    return owned and party.head.lemma_ in _UNDERGONE


_UNDERGONE: Final = _LISTS["undergone"]


def _of_noun(trigger: Trigger, frame: Frame, cast: Cast) -> list[Party]:
    """Whose act a passive completes: "a request BY CHAD was filed", "the withdrawal of CHAD was complete"."""
    noun = trigger.carried
    expressions = cast.lexicon.nouns.get(noun.lemma_.lower(), ()) if noun is not None else ()
    same = [one for one in expressions if one.frame.type == frame.type and not one.beside]
    if noun is None or not same:
        return []
    named = Trigger(noun, (same[0],), True, noun.i, noun.i + 1)
    return first(named, [place for place in same[0].frame.actor if place != "light"], cast, "actor")[0]


def _given_to(carrier: Token, frame: Frame, cast: Cast) -> list[Party]:
    """ "THE PRESIDENT was sent a death threat": who is given words in the passive."""
    if frame.type not in _GIVEN or not is_passive(carrier):
        return []
    return cast.at(subjects(carrier), part="recipient")


_GIVEN: Final = frozenset({"THREATEN", "REQUEST", "AID", "CONCEDE"})


def _made_in(noun: Token, cast: Cast) -> list[Party]:
    """Whose goods are given in "the delivery of IRANIAN drones to the army"."""
    goods = noun_complements(noun).get("of", ())
    whose = [c for good in goods for c in good.children if c.dep_ in {"amod", "compound", "nmod:poss"}]
    return [party for party in cast.at(whose, part="actor") if party.kind == "state"]


def _is_bare_state(token: Token) -> bool:
    """The state of being held, "officials held HOSTAGE", not people: "12 hostages", "a hostage"."""
    return token.lower_ in _STATES and not any(c.dep_ in {"det", "nummod", "amod"} for c in token.children)


def _drop_selves(made: Draft) -> None:
    names = made.names
    made.recipients = [party for party in made.recipients if not names.issuperset(party.names)]
