"""A case in the forms other tools read, and tables of other projects as Brink takes them."""

from brink.exchange.acled import import_acled
from brink.exchange.export import FORMATS, export
from brink.exchange.imported import Imported, RowIncident
from brink.exchange.ucdp import import_ucdp

__all__ = ["FORMATS", "Imported", "RowIncident", "export", "import_acled", "import_ucdp"]
