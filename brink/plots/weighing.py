"""What evidence does to each answer: from prior to posterior, with its range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from brink.plots.figure import Figure
from brink.plots.theme import INKS, config
from brink.weigh.weighed import Answer, Question
from brink.words.probability import percent_said

WIDTH = 640
ROW_HEIGHT = 40
LABEL_ROOM = 10
"""Per cent left free at the right for the number of the longest bar."""
FOR = ("weakly-for", "for", "strongly-for")


def prior_to_posterior(question: Question, *, name: str = "weighing") -> Figure | None:
    """Prior and posterior of every answer with the posterior's 90 % range, or None without evidence."""
    if not question.pieces:
        return None
    return Figure(
        id=name,
        title=_finding(question),
        reading=(
            "Hollow dots are priors, filled dots what is left after the evidence; a bar spans 90 % of the "
            "posteriors that the bands allow. Answers whose bars overlap are not told apart."
        ),
        spec=_chart(question.answers),
        columns=("answer", "prior", "posterior", "low", "high"),
        rows=tuple(_row(answer) for answer in question.answers),
        links=tuple(_for(question, answer.hypothesis.id) for answer in question.answers),
    )


def _finding(question: Question) -> str:
    lead = question.leader
    name = lead.hypothesis.id[0].upper() + lead.hypothesis.id[1:]
    moved = f"{name} goes from {percent_said(lead.prior)} to {percent_said(lead.posterior)}"
    if len(question.answers) > 1 and question.answers[1].high > lead.low:
        second = question.answers[1]
        return f"{moved} and leads, but its range overlaps that of {second.hypothesis.id}"
    return f"{moved} and leads beyond the range of every other answer"


def _row(answer: Answer) -> dict[str, Any]:
    return {
        "answer": answer.hypothesis.id,
        "prior": percent_said(answer.prior),
        "posterior": percent_said(answer.posterior),
        "low": percent_said(answer.low),
        "high": percent_said(answer.high),
    }


def _for(question: Question, hypothesis: str) -> tuple[str, ...]:
    """Rows whose evidence speaks for an answer; passages have no row."""
    return tuple(
        piece.item.id
        for piece in question.pieces
        if piece.item.rows and hypothesis in piece.links and piece.links[hypothesis].band in FOR
    )


def _chart(answers: Sequence[Answer]) -> dict[str, Any]:
    values: list[dict[str, Any]] = [
        {
            "answer": a.hypothesis.id,
            "prior": 100 * a.prior,
            "posterior": 100 * a.posterior,
            "low": 100 * a.low,
            "high": 100 * a.high,
            "right": 100 * max(a.high, a.prior),
            "said": percent_said(a.posterior),
        }
        for a in answers
    ]
    top = max(value["right"] for value in values)
    scale = alt.Scale(domain=[0, min(110, top + LABEL_ROOM)], nice=False)
    x = alt.X(
        "posterior:Q",
        scale=scale,
        title="probability, per cent",
        axis=alt.Axis(values=list(range(0, 101, 10))),
    )
    y = alt.Y("answer:N", sort=[a.hypothesis.id for a in answers], title=None,
              axis=alt.Axis(ticks=False, domain=False, labelFontSize=13, labelPadding=10))  # fmt: skip
    base = alt.Chart(alt.Data(values=values))
    bars = base.mark_bar(height=9, color=INKS["words"], opacity=0.35, cornerRadius=4).encode(
        x=alt.X("low:Q", scale=scale), x2="high:Q", y=y
    )
    priors = base.mark_point(size=90, filled=False, color=INKS["ink-soft"], strokeWidth=1.6).encode(
        x=alt.X("prior:Q", scale=scale), y=y
    )
    dots = base.mark_circle(size=120, color=INKS["words"], opacity=1).encode(x=x, y=y)
    said = base.mark_text(align="left", dx=11, fontSize=12, fontWeight=600, color=INKS["ink"]).encode(
        x=alt.X("right:Q", scale=scale), y=y, text="said:N"
    )
    chart = alt.layer(bars, priors, dots, said).properties(width=WIDTH, height=ROW_HEIGHT * len(answers))
    return {**chart.to_dict(validate=False), "config": config()}
