"""The model's page as one HTML file, with the picture of what drives what."""

from __future__ import annotations

from importlib.resources import files

from brink.play.model.diagram import diagram
from brink.play.model.flows import flows_drawn
from brink.play.model.page import ModelPage
from brink.play.model.page_text import (
    HOW_IT_STARTS,
    HOW_LOOKED_UP,
    NEVER_MERGED,
    in_numbers,
    mark_in_words,
    numbers_in_words,
    roles_in_words,
)
from brink.play.model.strengths import strengths_in_words


def as_html(page: ModelPage) -> str:
    """The whole page; it loads nothing and runs nothing."""
    from jinja2 import BaseLoader, Environment, StrictUndefined

    template = files("brink.play.model").joinpath("templates", "model.html.j2").read_text(encoding="utf-8")
    css = files("brink.brief").joinpath("templates", "brief.css").read_text(encoding="utf-8")
    environment = Environment(loader=BaseLoader(), autoescape=True, undefined=StrictUndefined)
    return environment.from_string(template).render(
        page=page,
        css=css,
        flows=flows_drawn(f"Stocks and flows of the model of {page.title}"),
        picture=diagram(f"What drives what in the model of {page.title}"),
        roles=roles_in_words(page),
        numbers=numbers_in_words(page),
        never_merged=NEVER_MERGED,
        strengths=strengths_in_words(page.levers),
        how=HOW_LOOKED_UP,
        how_it_starts=HOW_IT_STARTS,
        in_numbers=in_numbers,
        marked=lambda known: mark_in_words(page, known),
    )
