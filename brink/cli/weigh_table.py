"""A weighing on the terminal: four tables and the sentences between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from brink.case.view import View
from brink.cli.output import emit
from brink.weigh.listing import answer_row, look_row, marks, origin_row, piece_row
from brink.weigh.said import sensitivity
from brink.weigh.weighed import Question, Weighing

SHOWN = 8
Row = dict[str, Any]


def weighing_rows(view: View, weighing: Weighing, *, part: str | None) -> list[Row]:
    """All rows of a weighing, or those of one part."""
    out: list[Row] = []
    for question in weighing.questions:
        if part in (None, "hypotheses"):
            out += [answer_row(question, answer) for answer in question.answers]
        if part in (None, "evidence"):
            out += [piece_row(view, question, piece) for piece in question.pieces]
        if part in (None, "origins"):
            out += [origin_row(question, origin) for origin in question.origins]
        if part in (None, "next"):
            out += [look_row(question, look) for look in question.looks]
    return out


def print_weighing(view: View, weighing: Weighing, *, part: str | None) -> None:
    """Print a weighing for people."""
    for question in weighing.questions:
        if part in (None, "hypotheses"):
            _print_answers(question, weighing.discount, view)
        if part is None:
            print("\n".join(f"  {line}" for line in sensitivity(question)) + "\n")
        if part in (None, "evidence"):
            _print_pieces(question)
        if part in (None, "origins"):
            _print_origins(question)
        if part in (None, "next"):
            _print_looks(question, whole=part == "next")


def _emit(rows: list[Row], columns: tuple[str, ...], title: str, empty: str) -> None:
    emit(rows, columns=columns, title=title, as_json=False, as_csv=False, empty=empty)
    if rows:
        print()


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f} %" if value < 0.1 else f"{100 * value:.0f} %"


def _print_answers(question: Question, discount: float, view: View) -> None:
    rows = [
        {
            "hypothesis": a.hypothesis.id,
            "statement": a.hypothesis.statement,
            "prior": _percent(a.prior),
            "posterior": _percent(a.posterior),
            "90 % range": f"{_percent(a.low)} – {_percent(a.high)}",
            "level at prior": _percent(a.level_prior),
        }
        for a in question.answers
    ]
    title = (
        f"{question.question} As of {view.as_of}, {len(question.pieces)} pieces of evidence, "
        f"discount {discount:g} within an origin"
    )
    columns = ("hypothesis", "statement", "prior", "posterior", "90 % range", "level at prior")
    _emit(rows, columns, title, "")


def _print_pieces(question: Question) -> None:
    names = [answer.hypothesis.id for answer in question.answers]
    rows = []
    for piece in question.pieces:
        held = {name: link.band for name, link in piece.links.items()}
        bands = marks({name: held.get(name) for name in names})
        rows.append(
            {
                "id": piece.item.id,
                "quote": piece.item.quote.text,
                **bands,
                "ratio": f"{piece.ratio:.1f}",
                "counts": "copy" if piece.share.copy_of else f"{piece.counted:.1f}",
                "bits": f"{piece.bits:.3f}",
                "flips": "yes" if piece.flips else "",
            }
        )
    columns = ("id", "quote", *names, "ratio", "counts", "bits", "flips")
    title = "Evidence, most diagnostic first: + for, - against, 0 looked at, · not judged"
    _emit(rows, columns, title, "no evidence is linked to these answers yet, so the posterior is the prior")


def _print_origins(question: Question) -> None:
    names = [answer.hypothesis.id for answer in question.answers]
    rows = [
        {
            "shared": f"{origin.what}: {origin.which}",
            "pieces": len(origin.items),
            "bits": f"{origin.bits:.3f}",
            **{name: _percent(origin.without[name]) for name in names},
            "flips": "yes" if origin.flips else "",
        }
        for origin in question.origins
    ]
    title = "What several pieces share, and the posterior if all of it were wrong"
    _emit(rows, ("shared", "pieces", "bits", *names, "flips"), title, "")


def _print_looks(question: Question, *, whole: bool) -> None:
    lead = question.leader.hypothesis.id
    rows = [
        {
            "bits": f"{look.bits:.3f}",
            "look whether": look.sees,
            "speaks": f"{look.speaks} {look.hypothesis}",
            "within": look.within or "",
            "leads if seen": _leads(look.if_seen),
            f"{lead} if seen": _percent(look.if_seen[lead]),
            "if not": _percent(look.if_not[lead]),
            "chances": "assumed" if look.assumed else "case.yaml",
            "so far": len(look.rows) or "",
        }
        for look in question.looks[: None if whole else SHOWN]
    ]
    columns = ("bits", "look whether", "speaks", "within", "leads if seen", f"{lead} if seen", "if not",
               "chances", "so far")  # fmt: skip
    title = "What to look for next, by expected information"
    if not whole and len(question.looks) > SHOWN:
        title += f" (first {SHOWN} of {len(question.looks)}; --part next shows all)"
    _emit(rows, columns, title, "")


def _leads(posterior: Mapping[str, float]) -> str:
    return max(posterior, key=lambda name: round(posterior[name], 9))
