"""Country codes for the names that conflict data sets use."""

from __future__ import annotations

import re
from functools import lru_cache

_AS_UCDP_HAS_IT = {"Congo": "CG"}
"""Names that mean one country in UCDP's list of states (Gleditsch and Ward) and several elsewhere."""
_BRACKETED = re.compile(r"([^()]*)\(([^()]*)\)")


@lru_cache(maxsize=1024)
def alpha_3(iso: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of an alpha-2 code; None when there is none.

    >>> alpha_3("PK")
    'PAK'
    """
    import pycountry

    found = pycountry.countries.get(alpha_2=iso) if iso else None
    return str(found.alpha_3) if found is not None else None


@lru_cache(maxsize=1024)
def country_code(name: str | None) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name; of `DR Congo (Zaire)` either name is enough.

    None when the name is unknown or belongs to more than one country.
    """
    from brink.code.places.atlas import load_atlas
    from brink.code.places.spelling import fold

    if not name or name in _AS_UCDP_HAS_IT:
        return _AS_UCDP_HAS_IT.get(name or "")
    inside = _BRACKETED.match(name)
    for candidate in (name, *(inside.groups() if inside else ())):
        known = load_atlas().find(fold(candidate.strip()))
        found = {place.country for place in known if place.kind == "country"}
        if len(found) == 1:
            return found.pop()
    return None
