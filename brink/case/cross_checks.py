"""What one section of a definition must know of another: names, ids, sums, times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from brink.case.name_checks import (
    actors_unknown,
    lanes_unknown,
    names_shared,
    names_twice,
    parts_in_circles,
)
from brink.case.problems import DefinitionProblem, Found
from brink.case.reference_checks import fields_unknown, hypotheses_unknown, ids_unknown, ladders_unknown
from brink.case.yaml_text import KeyPath

if TYPE_CHECKING:
    from brink.case.definition import Definition


def cross_problems(definition: Definition) -> list[DefinitionProblem]:
    """Everything in the sections that does not fit together."""
    checks: tuple[Callable[[Definition], Found], ...] = (
        names_twice,
        _ids_twice,
        names_shared,
        actors_unknown,
        ids_unknown,
        fields_unknown,
        ladders_unknown,
        lanes_unknown,
        parts_in_circles,
        hypotheses_unknown,
        _sums,
        _times,
        _parameters_twice,
    )
    return [problem for check in checks for problem in check(definition)]


def _ids_twice(definition: Definition) -> Found:
    sections: dict[str, Iterable[Any]] = {
        "hypotheses": definition.hypotheses,
        "indicators": definition.indicators,
        "tripwires": definition.tripwires,
        "levers": definition.levers,
        "options": definition.options,
        "forecasts": definition.forecasts,
        "series": definition.series,
    }
    for section, parts in sections.items():
        yield from _repeated(section, [part.id for part in parts])
    for place, ladder in enumerate(definition.ladders):
        yield from _repeated(("ladders", place, "rungs"), [rung.id for rung in ladder.rungs])


def _repeated(section: str | KeyPath, ids: list[str]) -> Found:
    path = (section,) if isinstance(section, str) else section
    for place, name in enumerate(ids):
        if name in ids[:place]:
            message = f"{name!r} is already the id of item {ids.index(name)}; ids must differ"
            yield DefinitionProblem((*path, place, "id"), message)


def _sums(definition: Definition) -> Found:
    totals: dict[str, float] = defaultdict(float)
    for hypothesis in definition.hypotheses:
        totals[hypothesis.question] += hypothesis.prior
    for question, total in totals.items():
        if abs(total - 1) > 1e-6:
            first = next(i for i, h in enumerate(definition.hypotheses) if h.question == question)
            message = f"priors of the answers to {question!r} add up to {total:g}; they must add up to 1"
            yield DefinitionProblem(("hypotheses", first, "prior"), message)
    weights = definition.model.structures if definition.model else ()
    total = sum(weight.weight for weight in weights)
    if weights and abs(total - 1) > 1e-6:
        message = f"weights add up to {total:g}; they must add up to 1"
        yield DefinitionProblem(("model", "structures"), message)


def _times(definition: Definition) -> Found:
    """Options lie ahead of the as-of date; nothing a parameter rests on does."""
    this_month = definition.as_of.replace(day=1)
    for place, option in enumerate(definition.options):
        for which, move in enumerate(option.moves):
            if move.start is not None and move.start <= this_month:
                message = f"{move.start:%Y-%m} is not after as_of, {definition.as_of}; start an option later"
                yield DefinitionProblem(("options", place, "moves", which, "from"), message)
    for place, parameter in enumerate(definition.model.parameters if definition.model else ()):
        if parameter.data_to is not None and parameter.data_to > definition.as_of:
            message = f"{parameter.data_to} is after as_of, {definition.as_of}; use what was knowable then"
            yield DefinitionProblem(("model", "parameters", place, "data_to"), message)


def _parameters_twice(definition: Definition) -> Found:
    parameters = definition.model.parameters if definition.model else ()
    count = Counter((parameter.id, parameter.under) for parameter in parameters)
    for place, parameter in enumerate(parameters):
        if count[parameter.id, parameter.under] > 1:
            under = f" under {parameter.under}" if parameter.under else ""
            message = f"{parameter.id!r} stands more than once{under}; keep one"
            yield DefinitionProblem(("model", "parameters", place, "id"), message)
