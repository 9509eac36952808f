"""The sanctuary model: what happens in a month between a target, a group, its host, a partner and rivals."""

from brink.play.model.binding import bind
from brink.play.model.bound_model import BoundModel
from brink.play.model.levers import LEVER_OF, LEVERS, lever_for
from brink.play.model.sanctuary import MODEL

__all__ = ["LEVERS", "LEVER_OF", "MODEL", "BoundModel", "bind", "lever_for"]
