"""What coding a story yields: rows that each rest on a quote."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, Literal

from brink.dates import DateInterval

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Mode = Literal[
    "suicide-attack",
    "explosives",
    "airstrike",
    "drone-strike",
    "firearms",
    "heavy-weapons",
    "hostage-taking",
    "assassination",
    "demo",
    "riot",
    "strike",
    "other",
]
Status = Literal["happened", "ongoing", "planned", "possible", "denied"]
ClaimKind = Literal["assessment", "forecast", "cause", "motive", "fact", "recommendation"]
SUM_UP: Final = "sum up many happenings"
SUMS_UP: Final = "sums up many happenings"
"""What is said of such a row wherever a person meets it: a coder's reason, a listing, an export."""

ALLEGED: Final = "told only as an accusation"
"""Why a row is to be reviewed of which the text says no more than that somebody is accused of it."""

PartRole = Literal["perpetrator", "organisation", "target", "victim", "weapon"]
Certainty = Literal["certain", "probable", "possible", "doubtful"]
Relation = Literal["ally", "patron", "rival", "enemy", "member", "allegiance", "partner", "mediator"]
PlacePrecision = Literal["point", "town", "district", "province", "country", "region"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words of a document: `document.text[start:end] == text` always holds."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where, as well as the text says it; `precision` is the size of what was named."""

    name: str
    country: str | None
    """ISO 3166-1 alpha-2."""
    lat: float | None
    lon: float | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place where a story names it, whether or not anything coded happens there."""

    quote: Quote
    place: Place
    because: str
    """Why the words mean that place."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people between `min` and `max`; `max` None means open ("at least 20")."""

    min: int
    max: int | None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money or material: a value with its unit ("USD", "tonnes")."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number the text states, with what it counts."""

    start: int
    end: int
    text: str
    value: float
    low: float
    high: float | None
    """None when open above ("at least", "more than")."""
    unit: str
    """`people`, `USD`, `percent`, `events`, `months`, or the noun counted."""
    of: str
    """What is counted, in the words of the text ("children", "terror attacks")."""
    qualifier: str | None = None
    """The word that makes it a range or an estimate ("at least", "almost", "up to")."""
    role: Literal["killed", "injured", "abducted", "arrested", "displaced"] | None = None
    when: DateInterval | None = None
    part_of: int | None = None
    """`start` of the figure that this one is a part of ("12 people, including 3 children")."""
    joins: int | None = None
    """`start` of the figure that this one adds to ("16 soldiers and a guide")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A phrase of the story that has a part in an act of violence, in the story's own words.

    `document.text[start:end] == text`; `called` is the fullest name the story has for the same.
    """

    role: PartRole
    start: int
    end: int
    text: str
    called: str
    chance: float
    """How likely the phrase has this part, by the model's own reckoning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, when and where, and whether it is so; all from one quote."""

    id: str
    story: str
    quote: Quote
    type: EventType
    mode: Mode | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: DateInterval | None
    place: Place | None
    status: Status
    source: str | None
    """Who says so, when it is not the article in its own voice."""
    killed: Count | None
    injured: Count | None
    abducted: Count | None
    amount: Amount | None
    confidence: float
    """How well its parts are evidenced, between 0 and 1; not a chance that the row is right."""
    because: tuple[str, ...]
    """Why each part was coded so, one sentence a part."""
    review: str | None = None
    """Why a person should look, when evidence is thin or disagrees."""
    summary: bool = False
    """Whether it sums up many happenings ("attacks by the group") and tells of no single one."""
    parts: tuple[Part, ...] = ()
    """Of acts of violence: who did it, to whom and what, with what, as phrases of the text."""


def is_alleged(event: Event) -> bool:
    """Whether the event is told only as what somebody is accused of; its source accuses."""
    return ALLEGED in (event.review or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody, or the article itself, holds to be so."""

    id: str
    story: str
    quote: Quote
    holder: str
    """A canonical or surface name, or `article` for its own voice."""
    about: tuple[str, ...]
    kind: ClaimKind
    certainty: Certainty
    figures: tuple[Figure, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A standing relation between two actors, as a quote states it."""

    id: str
    story: str
    quote: Quote
    a: str
    b: str
    relation: Relation
    sign: Literal["+", "-", "0"]
    directed: bool
    when: DateInterval | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """All rows of one story, and what was left open with its reason."""

    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    notes: tuple[str, ...] = ()


def row_id(kind: str, quote: Quote, *parts: str) -> str:
    """An id that the same row gets on every run: a letter and ten hexadecimal digits.

    Made from the quote's place and what was coded, so that re-coding the same text keeps
    ids and judgements that refer to them.
    """
    key = "\x1f".join([kind, quote.document, str(quote.start), str(quote.end), *parts])
    return kind[0] + hashlib.sha256(key.encode()).hexdigest()[:10]
