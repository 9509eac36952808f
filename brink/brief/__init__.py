"""Key judgements and their evidence on one page: HTML, Markdown or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brink.errors import BrinkError, nearest

if TYPE_CHECKING:
    from brink.case.progress import Progress
    from brink.case.view import View

FORMS = ("html", "md", "pdf")


def write_brief(view: View, *, to: str, out: Path, progress: Progress | None = None) -> Path:
    """Write the brief of a view as `html`, `md` or `pdf` and return its path.

    Raises
    ------
    BrinkError
        For another form.
    MissingExtra
        For `pdf` when the extra is not installed.
    """
    from brink.brief.content import contents
    from brink.brief.forms import as_html, as_markdown, as_pdf

    if to not in FORMS:
        raise BrinkError(
            f"a brief cannot be written as {to!r}{nearest(to, FORMS)} (forms: {', '.join(FORMS)})"
        )
    write = {"html": as_html, "md": as_markdown, "pdf": as_pdf}[to]
    data = write(contents(view, progress=progress))
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(out.name + ".part")
    partial.write_bytes(data)
    partial.replace(out)
    return out
