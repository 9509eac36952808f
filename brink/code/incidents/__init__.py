"""Events of different stories and sentences that tell of one happening."""

from brink.code.incidents.incident import Incident, SourceCount, Toll
from brink.code.incidents.join import Telling, join_events
from brink.code.incidents.names import Names

__all__ = ["Incident", "Names", "SourceCount", "Telling", "Toll", "join_events"]
