"""Claims: who holds what to be so, how surely, and of which kind."""

from brink.code.claims.find import find_claims

__all__ = ["find_claims"]
