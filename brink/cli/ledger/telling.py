"""Telling what the ledger holds: list, show, score, drafts, verify, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from brink.cli.ledger.shared import QuestionId, Reveal, ledger_view
from brink.cli.opening import say
from brink.cli.options import AsOf, Csv, Json
from brink.cli.output import emit


def list_(
    context: typer.Context,
    as_of: AsOf = None,
    reveal: Reveal = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the questions with what each author last said, and how they came out.

    \b
    Example:
      brink ledger pakistan-ttp list --reveal 2026-07-31
    """
    from brink.forecast.ledger.book import book
    from brink.forecast.ledger.listing import question_row

    view = ledger_view(context, as_of, reveal)
    rows = [question_row(page, view.definition.words) for page in book(view).pages]
    told = f", outcomes known by {view.reveal}" if view.reveal else ""
    emit(
        rows,
        columns=("id", "closes", "question", "answers", "base rate", "state"),
        title=f"{len(rows)} questions as of {view.as_of}{told}",
        as_json=as_json,
        as_csv=as_csv,
        empty="the ledger holds no question; put some under forecasts: in case.yaml, or `add` one",
    )


def show(
    context: typer.Context,
    question: QuestionId,
    as_of: AsOf = None,
    reveal: Reveal = None,
    as_json: Json = False,
) -> None:
    """Show one question: its rule, every answer with its day, and how it came out.

    \b
    Example:
      brink ledger pakistan-ttp show ttp-events-2023
    """
    import json

    from brink.forecast.ledger.book import book
    from brink.forecast.ledger.listing import page_fields

    view = ledger_view(context, as_of, reveal)
    fields = page_fields(book(view).page(question), view.definition.words)
    if as_json:
        print(json.dumps(fields, ensure_ascii=False))
        return
    for key, shown in fields.items():
        for line in shown if isinstance(shown, list) else [shown]:
            if line not in (None, ""):
                print(f"{key:>14}  {line}")


def score(
    context: typer.Context,
    as_of: AsOf = None,
    reveal: Reveal = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Score every author on every resolved question, beside base rate and conflictology.

    \b
    Example:
      brink ledger pakistan-ttp score --reveal 2026-07-31
    """
    from dataclasses import asdict

    from brink.forecast.ledger.book import book
    from brink.forecast.ledger.listing import calibration_lines, record_line
    from brink.forecast.ledger.scoring import calibration, records, scores

    view = ledger_view(context, as_of, reveal)
    kept = book(view)
    earned = scores(kept)
    rows = [{key: _rounded(part) for key, part in asdict(one).items()} for one in earned]
    emit(
        rows,
        columns=(
            "question",
            "author",
            "state",
            "stood",
            "entered_late",
            "brier",
            "log",
            "crps",
            "log_crps",
            "skill_on_base_rate",
        ),
        title=f"{len(rows)} scored answers; lower is better, skill above 0 beats the base rate",
        as_json=as_json,
        as_csv=as_csv,
        empty=f"no question of the ledger was resolved by {kept.known_to}; see --reveal DATE",
    )
    for record in records(earned):
        say(record_line(record))
    for line in calibration_lines(calibration(kept)):
        say(line)


def _rounded(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value


def drafts(context: typer.Context, as_of: AsOf = None, as_json: Json = False, as_csv: Csv = False) -> None:
    """List forecasts that coding found in the reporting and nobody has confirmed.

    \b
    Example:
      brink ledger pakistan-ttp drafts
    """
    from brink.forecast.ledger.drafts import forecast_drafts
    from brink.forecast.ledger.listing import draft_row

    view = ledger_view(context, as_of)
    rows = [draft_row(draft) for draft in forecast_drafts(view)]
    emit(
        rows,
        columns=("id", "made", "author", "certainty", "quote"),
        title=f"{len(rows)} drafts as of {view.as_of}; none counts until `confirm` gives it a question",
        as_json=as_json,
        as_csv=as_csv,
        empty="coding found no forecast in the reporting that is not in the ledger already",
    )


def verify(
    context: typer.Context,
    head: Annotated[
        str | None, typer.Option(help="A seal noted earlier, or its beginning: it must still be there.")
    ] = None,
) -> None:
    """Prove that no entry was changed, removed or put in, and print the last seal.

    \b
    Example:
      brink ledger pakistan-ttp verify
    """
    from brink.forecast.ledger.entries import load_entries
    from brink.forecast.ledger.entries import verify as check

    view = ledger_view(context)
    entries = load_entries(view.case.store)
    print(check(entries, head=head))
    say(f"{len(entries)} entries, every seal fits; note the last one elsewhere, it vouches for all before it")


def export(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="File (default: standard output).")] = None,
) -> None:
    """Write all entries with their seals, one JSON object a line.

    \b
    Example:
      brink ledger pakistan-ttp export -o ledger.jsonl
    """
    import json

    from brink.forecast.ledger.entries import as_row, load_entries

    view = ledger_view(context)
    lines = [json.dumps(as_row(entry), ensure_ascii=False) for entry in load_entries(view.case.store)]
    if out is None:
        for line in lines:
            print(line)
    else:
        out.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        print(out)
