"""The forms a brief takes: one HTML file without a script, Markdown, and tagged PDF."""

from __future__ import annotations

from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from brink.brief.content import Contents
from brink.brief.words import Ref, Sentence
from brink.errors import MissingExtra
from brink.plots.figure import table_cell


def as_html(contents: Contents) -> bytes:
    """The brief as one HTML file that makes no request and needs no script."""
    return _html(contents, themed=True).encode()


def as_markdown(contents: Contents) -> bytes:
    """The brief as Markdown, figures as their tables."""
    return environment(autoescape=False).get_template("brief.md.j2").render(c=contents).encode()


def as_pdf(contents: Contents) -> bytes:
    """The brief as a tagged PDF (PDF/UA-1).

    Raises
    ------
    MissingExtra
        When WeasyPrint or the Pango library it draws with is not installed.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise MissingExtra(
            f"PDF needs the extra: pip install 'brink[pdf]' and the system library Pango ({error}); "
            "any browser can also print the HTML brief"
        ) from error
    return bytes(HTML(string=_html(contents, themed=False)).write_pdf(pdf_variant="pdf/ua-1"))


def _html(contents: Contents, *, themed: bool) -> str:
    style = resources.files("brink.brief").joinpath("templates/brief.css").read_text(encoding="utf-8")
    template = environment(autoescape=True).get_template("brief.html.j2")
    return template.render(c=contents, style=style, themed=themed)


def environment(*, autoescape: bool) -> Environment:
    """What the templates of `brink.brief` are rendered with."""
    environment = Environment(
        loader=PackageLoader("brink.brief", "templates"),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["cell"] = table_cell
    environment.filters["unbroken"] = _unbroken
    environment.filters["in_one_line"] = _in_one_line
    environment.filters["md"] = _markdown_text
    environment.filters["md_sentence"] = _markdown_sentence
    environment.tests["ref"] = lambda run: isinstance(run, Ref)
    return environment


def _unbroken(text: str) -> str:
    """Text in which a per cent sign stays with its number."""
    return text.replace(" %", "\u00a0%")


def _in_one_line(text: str) -> str:
    """A number with its interval, which a narrow column must not break."""
    return text.replace(" ", "\u00a0")


def _markdown_text(text: Any) -> str:
    """Text that Markdown shows as it is."""
    plain = " ".join(str(text).split())
    for mark in "\\`*_[]<>#|":
        plain = plain.replace(mark, "\\" + mark)
    return plain


def _markdown_sentence(sentence: Sentence) -> str:
    return "".join(
        f"[{_markdown_text(run.words)}](#{run.target})" if isinstance(run, Ref) else run for run in sentence
    )
