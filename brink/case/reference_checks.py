"""What sections of a definition name of each other by id: levers, rungs, series, hypotheses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from brink.case.parts.base import Part
from brink.case.parts.evidence import Count
from brink.case.parts.numbers import Parameter, Range, RestsOn
from brink.case.parts.options import Strength
from brink.case.problems import DefinitionProblem, Found
from brink.case.yaml_text import KeyPath
from brink.errors import nearest

if TYPE_CHECKING:
    from brink.case.definition import Definition


def counts(definition: Definition) -> Iterator[tuple[KeyPath, Count]]:
    """Every count of rows or series in the definition, with its place."""
    for section in ("indicators", "tripwires"):
        for place, indicator in enumerate(getattr(definition, section)):
            yield (section, place, "counts"), indicator.counts
            if indicator.undone_by is not None:
                yield (section, place, "undone_by"), indicator.undone_by
    for place, ladder in enumerate(definition.ladders):
        for which, rung in enumerate(ladder.rungs):
            if rung.like is not None:
                yield ("ladders", place, "rungs", which, "like"), rung.like
    for place, hypothesis in enumerate(definition.hypotheses):
        for key in ("if_true", "if_false"):
            for which, tell in enumerate(getattr(hypothesis, key)):
                if tell.like is not None:
                    yield ("hypotheses", place, key, which, "like"), tell.like


def rests_on(definition: Definition) -> Iterator[tuple[KeyPath, RestsOn]]:
    """Every row that a number of the definition rests on, with its place."""
    held: list[tuple[KeyPath, Parameter | Range | Strength | None]] = [
        (("model", "parameters", place), one)
        for place, one in enumerate(definition.model.parameters if definition.model else ())
    ]
    held += [(("levers", place, "cost"), lever.cost) for place, lever in enumerate(definition.levers)]
    held += [(("levers", place, "strength"), lever.strength) for place, lever in enumerate(definition.levers)]
    for place, ladder in enumerate(definition.ladders):
        for which, rung in enumerate(ladder.rungs):
            at = ("ladders", place, "rungs", which)
            held += [((*at, "cost"), rung.cost), ((*at, "civilian_toll"), rung.civilian_toll)]
    for path, number in held:
        for which, one in enumerate(number.rests_on if number is not None else ()):
            yield (*path, "rests_on", which), one


def unknown(path: KeyPath, name: str, known: list[str], what: str) -> Found:
    """A problem where a name is none of those known."""
    if name not in known:
        have = f"; known: {', '.join(known)}" if known else "; none is defined"
        yield DefinitionProblem(path, f"{name!r} is not {what} of this case{have}{nearest(name, known)}")


def ids_unknown(definition: Definition) -> Found:
    """Levers, rungs, series and variants that a section names and the case does not hold."""
    levers = [lever.id for lever in definition.levers]
    for place, option in enumerate(definition.options):
        for which, move in enumerate(option.moves):
            yield from unknown(("options", place, "moves", which, "lever"), move.lever, levers, "a lever")
    rungs = [rung.id for ladder in definition.ladders for rung in ladder.rungs]
    for place, lever in enumerate(definition.levers):
        if lever.rung is not None:
            yield from unknown(("levers", place, "rung"), lever.rung, rungs, "a rung of the ladders")
    series = [key.id for key in definition.series]
    for path, count in counts(definition):
        if count.series is not None:
            yield from unknown((*path, "series"), count.series, series, "a series")
    for place, forecast in enumerate(definition.forecasts):
        if (reads := forecast.resolution.reads) is not None:
            path = ("forecasts", place, "resolution", "reads")
            yield from unknown((*path, "series"), reads.series, series, "a series")
            values = [value for key in definition.series if key.id == reads.series for value in key.values]
            if reads.field is not None and values:
                yield from unknown((*path, "field"), reads.field, values, f"a value of {reads.series}")
    for path, rests in rests_on(definition):
        if rests.series is not None:
            yield from unknown((*path, "series"), rests.series, series, "a series")
    if definition.model is not None:
        for key, named in (definition.model.fits_to or Part()).model_dump(exclude_none=True).items():
            yield from unknown(("model", "fits_to", key), named, series, "a series")
        variants = [*(weight.id for weight in definition.model.structures), "H0", "H1", "H2", "H3", "H4"]
        for place, parameter in enumerate(definition.model.parameters):
            if parameter.under is not None:
                path = ("model", "parameters", place, "under")
                yield from unknown(path, parameter.under, variants, "a structure or motive")


def fields_unknown(definition: Definition) -> Found:
    """Series and fields that are counted, or that an outcome is read from."""
    values = {key.id: list(key.values) for key in definition.series}
    named = [(path, count.series, count.field) for path, count in counts(definition)]
    for section in ("indicators", "tripwires"):
        for place, indicator in enumerate(getattr(definition, section)):
            rule, at = indicator.outcome, (section, place, "outcome")
            if rule is None:
                continue
            source = rule.series or indicator.counts.series
            named.append((at, source, rule.field))
            if source is None:
                yield DefinitionProblem(at, "is read from no series; name one in series:")
            elif rule.series is not None:
                yield from unknown((*at, "series"), source, list(values), "a series")
    named += [(path, one.series, one.field) for path, one in rests_on(definition)]
    for path, series, field in named:
        if series in values and field is not None:
            yield from unknown((*path, "field"), field, values[series], f"a value of series {series!r}")


def ladders_unknown(definition: Definition) -> Found:
    """Counts of rungs that belong to no ladder."""
    pairs = {(ladder.by, ladder.against) for ladder in definition.ladders}
    for path, count in counts(definition):
        if count.measure == "rung" and (count.actors[0], count.recipients[0]) not in pairs:
            have = ", ".join(f"{by} against {against}" for by, against in sorted(pairs)) or "none"
            message = f"{count.actors[0]} against {count.recipients[0]} is not a ladder of this case ({have})"
            yield DefinitionProblem((*path, "measure"), message)


def hypotheses_unknown(definition: Definition) -> Found:
    """Hypotheses that evidence or a tell's chances name, and evidence that names one twice."""
    known = [hypothesis.id for hypothesis in definition.hypotheses]
    for place, weighed in enumerate(definition.weighed):
        named = [link.hypothesis for link in weighed.links]
        for which, name in enumerate(named):
            path: KeyPath = ("weighed", place, "links", which, "hypothesis")
            yield from unknown(path, name, known, "a hypothesis")
            if name in named[:which]:
                yield DefinitionProblem(path, f"{name!r} is weighed twice here; keep one link")
    for place, hypothesis in enumerate(definition.hypotheses):
        rivals = [other.id for other in definition.hypotheses if other.question == hypothesis.question]
        for key in ("if_true", "if_false"):
            for which, tell in enumerate(getattr(hypothesis, key)):
                for name in tell.chance:
                    path = ("hypotheses", place, key, which, "chance", name)
                    yield from unknown(path, name, [*rivals, "others"], "an answer to the same question")
