"""Why a proposed row is not kept as one."""

from __future__ import annotations


class Rejection(Exception):
    """A part of a proposal that the story does not hold; `cause` is one of few, `detail` says which words."""

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail
