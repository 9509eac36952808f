"""What one section of a definition must know of another: names, ids, sums, times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from brink.case.parts.actors import NameInTime
from brink.case.parts.base import Part
from brink.case.parts.evidence import Count
from brink.case.problems import DefinitionProblem
from brink.case.yaml_text import KeyPath
from brink.errors import nearest

if TYPE_CHECKING:
    from brink.case.definition import Definition

Found = Iterator[DefinitionProblem]


def cross_problems(definition: Definition) -> list[DefinitionProblem]:
    """Everything in the sections that does not fit together."""
    checks: tuple[Callable[[Definition], Found], ...] = (
        _names_twice,
        _ids_twice,
        _names_shared,
        _actors_unknown,
        _ids_unknown,
        _fields_unknown,
        _ladders_unknown,
        _lanes_unknown,
        _parts_in_circles,
        _hypotheses_unknown,
        _sums,
        _times,
        _parameters_twice,
    )
    return [problem for check in checks for problem in check(definition)]


def _names_twice(definition: Definition) -> Found:
    first: dict[str, int] = {}
    for place, actor in enumerate(definition.actors):
        before = first.setdefault(actor.name.casefold(), place)
        if before != place:
            message = f"{actor.name!r} is already the name of actors[{before}]; merge them or rename one"
            yield DefinitionProblem(("actors", place, "name"), message)


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


def _names_shared(definition: Definition) -> Found:
    """A name of two actors at one time, unless `shared_names` says so."""
    declared = {shared.name.casefold(): set(shared.actors) for shared in definition.shared_names}
    holders: dict[str, list[tuple[str, NameInTime]]] = defaultdict(list)
    for place, actor in enumerate(definition.actors):
        for name in actor.names():
            key = name.name.casefold()
            for other, held in holders[key]:
                if other == actor.name or not _same_time(name, held):
                    continue
                if {actor.name, other} <= declared.get(key, set()):
                    continue
                message = (
                    f"{name.name!r} names both {other} and {actor.name}; give it to one, "
                    "or declare it under shared_names with both actors and why"
                )
                yield DefinitionProblem(("actors", place), message)
            holders[key].append((actor.name, name))


def _same_time(a: NameInTime, b: NameInTime) -> bool:
    a_before_b = a.until is not None and b.start is not None and a.until <= b.start
    b_before_a = b.until is not None and a.start is not None and b.until <= a.start
    return not (a_before_b or b_before_a)


def _actors_unknown(definition: Definition) -> Found:
    known = [actor.name for actor in definition.actors]
    aliases = {name.name.casefold(): actor.name for actor in definition.actors for name in actor.names()}
    for path, name in _actors_named(definition):
        if name not in known:
            meant = aliases.get(name.casefold())
            hint = f"; did you mean {meant}?" if meant else nearest(name, known)
            yield DefinitionProblem(path, f"{name!r} is not the name of an actor of this case{hint}")


def _actors_named(definition: Definition) -> Iterator[tuple[KeyPath, str]]:
    """Every place where a section names an actor."""
    for place, actor in enumerate(definition.actors):
        if actor.part_of is not None:
            yield ("actors", place, "part_of"), actor.part_of
    for section, keys in (
        ("shared_names", ("actors",)),
        ("ties", ("a", "b")),
        ("ladders", ("by", "against")),
        ("levers", ("who", "against")),
        ("options", ("who",)),
        ("forecasts", ("about",)),
        ("series", ("actors",)),
    ):
        for place, part in enumerate(getattr(definition, section)):
            for key in keys:
                yield from _named_at((section, place, key), getattr(part, key))
    if definition.model is not None:
        for key in ("target", "group", "host", "partner", "rivals"):
            yield from _named_at(("model", "roles", key), getattr(definition.model.roles, key))
    for path, count in _counts(definition):
        yield from _named_at((*path, "actors"), count.actors)
        yield from _named_at((*path, "recipients"), count.recipients)


def _named_at(path: KeyPath, named: str | tuple[str, ...] | None) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(named, str):
        yield path, named
    else:
        for place, name in enumerate(named or ()):
            yield (*path, place), name


def _counts(definition: Definition) -> Iterator[tuple[KeyPath, Count]]:
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


def _ids_unknown(definition: Definition) -> Found:
    levers = [lever.id for lever in definition.levers]
    for place, option in enumerate(definition.options):
        for which, move in enumerate(option.moves):
            yield from _unknown(("options", place, "moves", which, "lever"), move.lever, levers, "a lever")
    rungs = [rung.id for ladder in definition.ladders for rung in ladder.rungs]
    for place, lever in enumerate(definition.levers):
        if lever.rung is not None:
            yield from _unknown(("levers", place, "rung"), lever.rung, rungs, "a rung of the ladders")
    series = [key.id for key in definition.series]
    for path, count in _counts(definition):
        if count.series is not None:
            yield from _unknown((*path, "series"), count.series, series, "a series")
    for place, forecast in enumerate(definition.forecasts):
        if (reads := forecast.resolution.reads) is not None:
            path = ("forecasts", place, "resolution", "reads")
            yield from _unknown((*path, "series"), reads.series, series, "a series")
            values = [value for key in definition.series if key.id == reads.series for value in key.values]
            if reads.field is not None and values:
                yield from _unknown((*path, "field"), reads.field, values, f"a value of {reads.series}")
    if definition.model is not None:
        for key, named in (definition.model.fits_to or Part()).model_dump(exclude_none=True).items():
            yield from _unknown(("model", "fits_to", key), named, series, "a series")
        variants = [*(weight.id for weight in definition.model.structures), "H0", "H1", "H2", "H3", "H4"]
        for place, parameter in enumerate(definition.model.parameters):
            if parameter.under is not None:
                path = ("model", "parameters", place, "under")
                yield from _unknown(path, parameter.under, variants, "a structure or motive")


def _fields_unknown(definition: Definition) -> Found:
    """Series and fields that are counted, or that an outcome is read from."""
    values = {key.id: list(key.values) for key in definition.series}
    named = [(path, count.series, count.field) for path, count in _counts(definition)]
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
                yield from _unknown((*at, "series"), source, list(values), "a series")
    for path, series, field in named:
        if series in values and field is not None:
            yield from _unknown((*path, "field"), field, values[series], f"a value of series {series!r}")


def _ladders_unknown(definition: Definition) -> Found:
    """Counts of rungs that belong to no ladder."""
    pairs = {(ladder.by, ladder.against) for ladder in definition.ladders}
    for path, count in _counts(definition):
        if count.measure == "rung" and (count.actors[0], count.recipients[0]) not in pairs:
            have = ", ".join(f"{by} against {against}" for by, against in sorted(pairs)) or "none"
            message = f"{count.actors[0]} against {count.recipients[0]} is not a ladder of this case ({have})"
            yield DefinitionProblem((*path, "measure"), message)


def _hypotheses_unknown(definition: Definition) -> Found:
    """Hypotheses that evidence or a tell's chances name, and evidence that names one twice."""
    known = [hypothesis.id for hypothesis in definition.hypotheses]
    for place, weighed in enumerate(definition.weighed):
        named = [link.hypothesis for link in weighed.links]
        for which, name in enumerate(named):
            path: KeyPath = ("weighed", place, "links", which, "hypothesis")
            yield from _unknown(path, name, known, "a hypothesis")
            if name in named[:which]:
                yield DefinitionProblem(path, f"{name!r} is weighed twice here; keep one link")
    for place, hypothesis in enumerate(definition.hypotheses):
        rivals = [other.id for other in definition.hypotheses if other.question == hypothesis.question]
        for key in ("if_true", "if_false"):
            for which, tell in enumerate(getattr(hypothesis, key)):
                for name in tell.chance:
                    path = ("hypotheses", place, key, which, "chance", name)
                    yield from _unknown(path, name, [*rivals, "others"], "an answer to the same question")


def _unknown(path: KeyPath, name: str, known: list[str], what: str) -> Found:
    if name not in known:
        have = f"; known: {', '.join(known)}" if known else "; none is defined"
        yield DefinitionProblem(path, f"{name!r} is not {what} of this case{have}{nearest(name, known)}")


def _lanes_unknown(definition: Definition) -> Found:
    for place, actor in enumerate(definition.actors):
        if actor.lane is not None:
            yield from _unknown(("actors", place, "lane"), actor.lane, list(definition.lanes), "a lane")


def _parts_in_circles(definition: Definition) -> Found:
    whole = {actor.name: actor.part_of for actor in definition.actors}
    for place, actor in enumerate(definition.actors):
        above, seen = actor.part_of, {actor.name}
        while above is not None and above not in seen:
            seen.add(above)
            above = whole.get(above)
        if above == actor.name:
            message = f"{actor.name!r} is part of itself by way of {actor.part_of!r}; cut the circle"
            yield DefinitionProblem(("actors", place, "part_of"), message)


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
