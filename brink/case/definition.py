"""What people decide about a case: `case.yaml`, read strictly."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from brink.case.cross_checks import cross_problems
from brink.case.parts.actors import Actor, DeclaredTie, SharedName
from brink.case.parts.base import Country, Day, Name, Part, Sentence
from brink.case.parts.evidence import Hypothesis, Weighed
from brink.case.parts.forecasts import Forecast
from brink.case.parts.model import Model
from brink.case.parts.options import Lever, Limit, Option
from brink.case.parts.reporting import Outlet, SeriesKey, StoryOverride
from brink.case.parts.watch import Indicator, Ladder
from brink.case.problems import problems_of, refuse
from brink.case.yaml_text import read_yaml
from brink.code.actors.entry import ActorEntry
from brink.errors import BadDefinition, nearest


class Definition(Part):
    """A case as its analysts define it."""

    title: Annotated[str, Field(min_length=1)]
    as_of: Day
    """Nothing dated later may influence a result."""
    home: Country | None = None
    """Country whose places are preferred when a name is found in several."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    about: Sentence | None = None
    words: Literal["icd-203", "phia"] = "icd-203"
    """Scale of words for probabilities."""
    lanes: tuple[Name, ...] = ()
    """Rows of the timeline, from top to bottom."""
    actors: tuple[Actor, ...] = ()
    shared_names: tuple[SharedName, ...] = ()
    ties: tuple[DeclaredTie, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    stories: dict[Name, StoryOverride] = Field(default_factory=dict)
    hypotheses: tuple[Hypothesis, ...] = ()
    weighed: tuple[Weighed, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tripwires: tuple[Indicator, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    levers: tuple[Lever, ...] = ()
    options: tuple[Option, ...] = ()
    limits: tuple[Limit, ...] = ()
    model: Model | None = None
    forecasts: tuple[Forecast, ...] = ()
    series: tuple[SeriesKey, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Definition:
        """The definition in a `case.yaml`, or in the folder that holds one.

        Raises
        ------
        BadDefinition
            When the file cannot be read or used; it lists every problem with line and key path.
        """
        file = path / "case.yaml" if path.is_dir() else path
        try:
            text = file.read_text(encoding="utf-8-sig")
        except OSError as wrong:
            raise BadDefinition(f"{file} cannot be read: {wrong.strerror or wrong}") from None
        except UnicodeDecodeError as wrong:
            raise BadDefinition(f"{file} is not UTF-8 at byte {wrong.start}; save it as UTF-8") from None
        return cls.parse(text, source=str(file))

    @classmethod
    def parse(cls, text: str, *, source: str) -> Definition:
        """The definition in a text; `source` names it in errors.

        Raises
        ------
        BadDefinition
            When the text cannot be used; it lists every problem with line and key path.
        """
        read = read_yaml(text, source=source)
        if not isinstance(read.value, dict):
            raise BadDefinition(f"{source} holds no keys; start with title: and as_of:, or see `brink new`")
        try:
            definition = cls.model_validate(_without_empty(read.value))
        except ValidationError as wrong:
            raise refuse(problems_of(wrong, cls), read, source=source) from None
        if problems := cross_problems(definition):
            raise refuse(problems, read, source=source)
        return definition

    @staticmethod
    def blank(title: str, as_of: date) -> str:
        """A commented `case.yaml` for a new case, which loads as it stands."""
        template = files("brink.case").joinpath("blank.yaml").read_text(encoding="utf-8")
        quoted = "'" + " ".join(title.split()).replace("'", "''") + "'"
        return template.replace("{title}", quoted).replace("{as_of}", as_of.isoformat())

    def actor(self, name: str) -> Actor:
        """The actor of that canonical name.

        Raises
        ------
        KeyError
            When the case has none, with the nearest names.
        """
        for actor in self.actors:
            if actor.name == name:
                return actor
        raise KeyError(f"{name!r} is not an actor of this case{nearest(name, [a.name for a in self.actors])}")

    def actor_entries(self) -> list[ActorEntry]:
        """The actors as the gazetteer takes them, in the order of the file."""
        return [actor.entry() for actor in self.actors]

    def outlet(self, name: str | None, *, host: str | None = None) -> Outlet | None:
        """The graded outlet by name or by host of the address, if the case knows it."""
        for outlet in self.outlets:
            if name is not None and outlet.name.casefold() == name.casefold():
                return outlet
            if host is not None and any(f".{host}".endswith(f".{known}") for known in outlet.hosts):
                return outlet
        return None


def _without_empty(value: dict[Any, Any]) -> dict[Any, Any]:
    """Top-level sections left empty in the file count as not there."""
    return {key: part for key, part in value.items() if part is not None or key in ("title", "as_of")}
