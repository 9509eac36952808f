"""The simulation model as a case binds it: roles, structures, parameters."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from brink.case.parts.base import Grounded, Name, Part, Probability, Sentence
from brink.case.parts.numbers import Parameter

Structure = Literal["S1", "S2", "S3"]
"""What drives attacks: S1 stock of fighters and clustering, S2 slow self-excitation, S3 trend."""


class Roles(Part):
    """Which actor of the case plays which part of the sanctuary model."""

    target: Name
    group: Name
    host: Name
    partner: Name | None = None
    rivals: tuple[Name, ...] = ()


class StructureWeight(Grounded):
    """How far one structure is believed before fitting."""

    id: Structure
    meaning: Sentence
    weight: Probability


class FitsTo(Part):
    """Which monthly series, with fields `events` and `deaths`, the model is fitted to."""

    attacks: Name
    """Lethal events between target and group."""
    interstate: Name | None = None
    first_rival: Name | None = None
    second_rival: Name | None = None


class Model(Part):
    """The sanctuary model bound to a case."""

    kind: Literal["sanctuary"]
    roles: Roles
    structures: tuple[StructureWeight, ...] = ()
    parameters: Annotated[tuple[Parameter, ...], Field(min_length=1)]
    fits_to: FitsTo | None = None
    history: Name | None = None
    """Table in `series/` of dated truces, strikes, closures and the like; see its README."""
    not_modelled: tuple[Sentence, ...] = ()
    """What the model leaves out, so that readers are told first."""
