"""A case bound with its history and posterior: what every simulation of a case starts from."""

from __future__ import annotations

from collections.abc import Mapping

from brink.case.view import View
from brink.play.fit.posterior import Posterior, Progress, posterior_of
from brink.play.model.binding import SEED, bind
from brink.play.model.bound_model import BoundModel
from brink.play.model.history import history_of
from brink.play.model.knowable import as_knowable
from brink.play.model.starting import starting_state


def bind_case(
    view: View,
    *,
    points: int = 1024,
    seed: int = SEED,
    structures: Mapping[str, float] | None = None,
    motives: Mapping[str, float] | None = None,
    posterior: Posterior | None = None,
    fitted: bool = True,
    progress: Progress | None = None,
) -> BoundModel:
    """The model bound to a case as of its date: fitted to its series where it names some, else from priors.

    The first call on a case fits it, which takes a minute or two; the posterior is then kept beside it.
    With `fitted=False` the priors stand, and only the starting state comes from history. The weights of the
    structures are the case's own judgement unless given; those from held-out months are in the posterior.
    """
    history = history_of(view)
    if posterior is None and fitted:
        posterior = posterior_of(view, progress=progress)
    known, _ = as_knowable(view.definition, as_of=view.as_of, history=history)
    return bind(
        known,
        points=points,
        seed=seed,
        structures=structures,
        motives=motives,
        start=starting_state(history) if history else None,
        posterior=posterior.columns if posterior and fitted else None,
        as_of=view.as_of,
    )
