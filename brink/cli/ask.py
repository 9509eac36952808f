"""Questions to a case: one row with its evidence, and full-text search."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.opening import viewed
from brink.cli.options import AsOf, CaseName, Csv, Json, Limit
from brink.cli.output import emit, plain
from brink.errors import NotInCase

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.code.rows import Claim, Event, Tie


def show(
    case: CaseName,
    row_id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an event, claim, tie, incident or story.")
    ],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show one row: its quote in its paragraph, how it was coded and why.

    \b
    Example:
      brink show pakistan-ttp e1f0a2b3c4
    """
    view = viewed(case, as_of)
    if row_id in view.story:
        _show_story(view, row_id, as_json=as_json)
        return
    incident = next((i for i in view.incidents if i.id == row_id), None)
    if incident is not None:
        from brink.case.listing import incident_row

        _fields(incident_row(view, incident), as_json=as_json)
        if not as_json:
            for event in incident.events:
                _in_paragraph(view, event)
        return
    if not _show_proposed(view, row_id, as_json=as_json):
        _show_row(view, row_id, as_json=as_json)


def _show_proposed(view: View, row_id: str, *, as_json: bool) -> bool:
    """Show a row of the second coder that nobody has accepted, when that is what the id means."""
    known = view.case.store.execute("SELECT story FROM second_event WHERE id = ?", (row_id,)).fetchone()
    if known is None or row_id in view.event or known["story"] not in view.story:
        return False
    from brink.case.accepted import event_json
    from brink.case.quoted import paragraph_of
    from brink.second.kept import second_event

    event, model = second_event(view.case.store, row_id)
    paragraph, at = paragraph_of(view, event.quote)
    counted = f"no: a row of the second coder ({model}) until `brink judge CASE accept {row_id}`"
    fields = {**event_json(event), "because": "; ".join(event.because), "counted": counted}
    if as_json:
        print(json.dumps({**fields, "paragraph": paragraph, "quote_at": at}, ensure_ascii=False))
        return True
    _quoted_in(view, event)
    _fields({key: value for key, value in fields.items() if key != "quote"}, as_json=False)
    return True


def _show_row(view: View, row_id: str, *, as_json: bool) -> None:
    from brink.case.listing import claim_row, event_row, tie_row
    from brink.case.quoted import paragraph_of
    from brink.code.rows import Claim, Event

    row = view.row(row_id)
    if isinstance(row, Event):
        fields = event_row(view, row)
    elif isinstance(row, Claim):
        fields = claim_row(view, row)
    else:
        fields = tie_row(view, row)
    paragraph, at = paragraph_of(view, row.quote)
    fields = {
        **fields,
        "paragraph": paragraph,
        "quote_at": at,
        "notes": list(view.decisions.notes.get(row_id, ())),
    }
    if as_json:
        print(json.dumps(fields, ensure_ascii=False))
        return
    _in_paragraph(view, row_id)
    _fields({k: v for k, v in fields.items() if k not in ("paragraph", "quote_at", "quote")}, as_json=False)


def _in_paragraph(view: View, row_id: str) -> None:
    _quoted_in(view, view.row(row_id))


def _quoted_in(view: View, row: Event | Claim | Tie) -> None:
    from rich.console import Console
    from rich.text import Text

    from brink.case.outlets import outlet_of
    from brink.case.quoted import paragraph_of

    paragraph, at = paragraph_of(view, row.quote)
    end = at + len(row.quote.text)
    console = Console(highlight=False)
    story = view.story[row.story]
    console.print(
        Text(plain(f"{outlet_of(view, story)}, {story.date or 'undated'}, {row.quote.document}"), style="dim")
    )
    console.print(
        Text.assemble(
            plain(paragraph[:at]), "«", (plain(paragraph[at:end]), "bold"), "»", plain(paragraph[end:]), "\n"
        )
    )


def _fields(fields: dict[str, Any], *, as_json: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    if as_json:
        print(json.dumps(fields, ensure_ascii=False))
        return
    console = Console(highlight=False)
    for key, value in fields.items():
        if value not in (None, [], ""):
            lines = [_part(part) for part in value] if key == "parts" else [value]
            for line in lines:
                shown = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
                console.print(Text.assemble((f"{key:>12}  ", "dim"), plain(shown)))


def _part(part: dict[str, Any]) -> str:
    """A part of an act on one line: "victim  Maria Lopez (“the councilwoman”, 0.71)"."""
    said = "" if part["called"] == part["quote"] else f"“{part['quote']}”, "
    return f"{part['role']:<12}  {part['called']} ({said}{part['chance']:.2f})"


def _show_story(view: View, story_id: str, *, as_json: bool) -> None:
    from brink.case.listing import story_row

    story = view.story[story_id]
    text = view.documents[story.document].text
    body = [text[block.start : block.end] for block in story.body]
    copies = [
        {
            "story": link.b if link.a == story_id else link.a,
            "relation": link.relation,
            "because": link.because,
        }
        for link in view.links
        if story_id in (link.a, link.b)
    ]
    fields = {**story_row(view, story), "copies": copies}
    if as_json:
        print(json.dumps({**fields, "body": body}, ensure_ascii=False))
        return
    _fields(fields, as_json=False)
    print()
    print("\n\n".join(plain(paragraph) for paragraph in body))


def search(
    case: CaseName,
    words: Annotated[str, typer.Argument(help='Words, "a phrase", a prefix*, AND, OR, NOT.')],
    as_of: AsOf = None,
    limit: Limit = 20,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Search the text of the stories.

    \b
    Example:
      brink search sahel "airstrike*"
    """
    view = viewed(case, as_of)
    rows = [row for row in _matches(view, words) if row["story"] in view.story][:limit]
    emit(
        rows,
        columns=("story", "date", "title", "excerpt"),
        title=f"{len(rows)} stories with {words} as of {view.as_of}",
        as_json=as_json,
        as_csv=as_csv,
        empty=f"no story as of {view.as_of} holds {words!r}; a prefix such as attack* finds more",
    )


def _matches(view: View, words: str) -> list[dict[str, Any]]:
    query = (
        "SELECT story, title, snippet(story_text, 2, '«', '»', ' … ', 24) AS excerpt FROM story_text "
        "WHERE story_text MATCH ? ORDER BY rank, story"
    )
    try:
        found = view.case.store.execute(query, (words,)).fetchall()
    except sqlite3.OperationalError as error:
        raise NotInCase(
            f"cannot search for {words!r} ({error}); put phrases in double quotes: '\"cease fire\"'"
        ) from error
    dates = {story.id: str(story.date) if story.date else None for story in view.stories}
    return [
        {
            "story": row["story"],
            "date": dates.get(row["story"]),
            "title": row["title"],
            "excerpt": row["excerpt"],
        }
        for row in found
    ]
