"""Events of different stories and sentences that tell of one happening."""

from brink.code.incidents.incident import Incident, SourceCount, Toll
from brink.code.incidents.index import Index, InMemory
from brink.code.incidents.join import join_events, join_from
from brink.code.incidents.names import Names
from brink.code.incidents.telling import Telling

__all__ = [
    "InMemory",
    "Incident",
    "Index",
    "Names",
    "SourceCount",
    "Telling",
    "Toll",
    "join_events",
    "join_from",
]
