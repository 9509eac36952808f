"""What the model of a case holds, in the order of a month, each number with grounds, each claim with rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brink.case.parts.model import Roles
from brink.case.view import View
from brink.dates.months import month_words
from brink.errors import NotInCase
from brink.play.engine import Mechanism
from brink.play.model.binding import bind, model_of
from brink.play.model.derived_from import DERIVED_FROM
from brink.play.model.evidence import Evidence, evidence_for
from brink.play.model.history import history_of
from brink.play.model.knowable import as_knowable
from brink.play.model.observation import Reporting, reporting
from brink.play.model.priors import Known, column, unknown_parameters
from brink.play.model.rests_on import Followed, Grounds
from brink.play.model.sanctuary import MECHANISMS, MODEL
from brink.play.model.starts import Start, starts
from brink.play.model.strengths import LeverStrength, lever_strengths
from brink.play.model.variants import judged_motives, judged_structures
from brink.weigh.motives import motive_weights

if TYPE_CHECKING:
    from brink.play.fit.posterior import Posterior


@dataclass(frozen=True, slots=True)
class Step:
    """One mechanism as a reader meets it."""

    place: int
    mechanism: Mechanism
    parameters: tuple[Known, ...]
    rests_on: tuple[tuple[Followed, ...], ...]
    """For each parameter the rows of the case that it rests on."""
    evidence: tuple[Evidence, ...]
    reads: tuple[str, ...]
    """States and levers that bear on it."""


@dataclass(frozen=True, slots=True)
class ModelPage:
    """Everything the page says."""

    title: str
    as_of: str
    start: str
    roles: Roles
    not_modelled: tuple[str, ...]
    unused: tuple[str, ...]
    """Parameters of the case that the model does not know."""
    structures: tuple[tuple[str, str, float], ...]
    """Id, meaning, judged weight."""
    held_out: Mapping[str, float]
    """Weights from held-out months; empty when the case has not been fitted."""
    fitted: frozenset[str]
    """Columns that play draws from the fit; empty when the case has not been fitted."""
    motives: Mapping[str, float]
    """Priors of the hypotheses that stand for them: the weights that points are drawn by."""
    weighed: Mapping[str, float]
    """The same after weighing the evidence; empty where no hypothesis stands for a motive."""
    steps: tuple[Step, ...]
    levers: tuple[LeverStrength, ...]
    """How strong each lever of the case is taken to be."""
    starts: tuple[Start, ...]
    """The starting state that history settles; empty for a case without history."""
    reporting: tuple[Reporting, ...]
    reporting_rests_on: tuple[tuple[Followed, ...], ...]
    """For each source's factor the rows of the case that it rests on."""

    @property
    def numbers(self) -> dict[str, int]:
        """How many parameters are known how, and how many the case itself gives."""
        known = {(p.id, p.under): p for step in self.steps for p in step.parameters}
        out = {
            mark: sum(p.mark == mark for p in known.values())
            for mark in ("seen", "fitted", "recalled", "assumed")
        }
        followed = {
            (p.id, p.under)
            for step in self.steps
            for p, rests in zip(step.parameters, step.rests_on, strict=True)
            if rests
        }
        return out | {
            "from the case": sum(p.from_case for p in known.values()),
            "followed": len(followed),
            "in all": len(known),
        }


STRUCTURE_WORDS = {
    "S1": "growing stock of fighters and fast clustering",
    "S2": "slow self-excitation",
    "S3": "a plain trend",
}
STANDING_GAPS = (
    "space: where attacks happen, and which crossings fighters use",
    "talks between the two states, mediation, and what other countries do beyond help and sponsorship",
    "learning: how tactics of either side change",
    "chance of errors in the counts, beyond a factor for each source",
)
"""What no binding of the model holds."""


def _weighed(view: View) -> dict[str, float]:
    # Without hypotheses that stand for motives there is nothing to weigh.
    with suppress(NotInCase):
        return {str(motive): weight for motive, weight in motive_weights(view).weighed.items()}
    return {}


def model_page(view: View, *, posterior: Posterior | None = None) -> ModelPage:
    """The page of a case's model as of the view's date; raises BadModel when the case binds none."""
    case_model = model_of(view.definition)
    history = history_of(view)
    known, _ = as_knowable(view.definition, as_of=view.as_of, history=history)
    grounds = Grounds(view)
    factors = tuple(reporting(case_model))
    bound = bind(known, points=1, as_of=view.as_of)
    meanings: dict[str, str] = {one.id: one.meaning for one in case_model.structures}
    return ModelPage(
        title=view.title,
        as_of=view.as_of.isoformat(),
        start=month_words(bound.start_month),
        roles=case_model.roles,
        not_modelled=(*case_model.not_modelled, *STANDING_GAPS),
        unused=tuple(unknown_parameters(case_model)),
        structures=tuple(
            (name, meanings.get(name, STRUCTURE_WORDS[name]), weight)
            for name, weight in judged_structures(case_model).items()
        ),
        held_out=posterior.held_out.weights if posterior else {},
        fitted=frozenset[str]().union(*posterior.columns.values()) if posterior else frozenset(),
        motives=judged_motives(view.definition),
        weighed=_weighed(view),
        steps=tuple(_steps(view, case_model.roles, bound.known, grounds)),
        levers=lever_strengths(view, grounds),
        starts=tuple(starts(view, history, grounds)),
        reporting=factors,
        reporting_rests_on=tuple(grounds.of_parameter(one.parameter) for one in factors),
    )


def _steps(
    view: View, roles: Roles, known: Mapping[tuple[str, str | None], Known], grounds: Grounds
) -> Iterator[Step]:
    states = {*MODEL.state_names, *MODEL.levers}
    for place, mechanism in enumerate(MECHANISMS, start=1):
        wanted = _columns(mechanism)
        parameters = tuple(one for one in known.values() if column(one.id) in wanted)
        yield Step(
            place=place,
            mechanism=mechanism,
            parameters=parameters,
            rests_on=tuple(map(grounds.of, parameters)),
            evidence=tuple(evidence_for(view, roles, mechanism.id)),
            reads=tuple(name for name in mechanism.reads if name in states and name not in mechanism.writes),
        )


def _columns(mechanism: Mechanism) -> set[str]:
    """Columns of priors that a mechanism reads, through what is derived from them too."""
    wanted = set(mechanism.reads)
    for name in mechanism.reads:
        wanted |= set(DERIVED_FROM.get(name, ()))
    return wanted
