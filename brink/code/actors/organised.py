"""States at the end of an organisation's name: "Freedom House KENYA accused the police"."""

from __future__ import annotations

from brink.code.actors.page import Page
from brink.code.actors.runs import Run
from brink.code.actors.story import Hit
from brink.code.names.find import Sorts


def ends_organisation(page: Page, hit: Hit) -> bool:
    """Whether a state's name is only the last word of an organisation's, as the learned weights read it.

    The capitals before it then go on to its end.
    """
    run = page.run_at.get(hit.first - 1)
    if run is None or run.last != hit.first or run.titled or not _is_state(hit):
        return False
    if page.words.titled or page.words.shouted:
        return False
    name = Sorts(page.passage.doc).name_ending(hit.last)
    if name is None or name.sort != "organisation" or name.first > run.first:
        return False
    longer = Run(run.title, run.first, hit.last)
    page.runs[page.runs.index(run)] = longer
    page.run_at.update(dict.fromkeys(range(longer.first, longer.last), longer))
    return True


def _is_state(hit: Hit) -> bool:
    """Whether the words are a state's name and no adjective ("Malian" in "the Malian army")."""
    plain = all(name.sort not in {"demonym", "people", "capital", "seat"} for name in hit.names)
    return plain and all(entry.kind == "state" for entry in hit.entries)
