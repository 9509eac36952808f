"""After a game: what holding and the options would have come to in the same future."""

from __future__ import annotations

from collections.abc import Iterator

from brink.play.answers.answers import Answers
from brink.play.answers.measures import column
from brink.play.answers.sentences import number
from brink.play.game.match import Match

SHOWN = ("killed", "attacks", "host_civilian_deaths", "interstate_deaths", "truce_months", "money")


def debrief(match: Match, answers: Answers) -> Iterator[str]:
    """The player's months beside the same months, with the same chance, under other policies.

    `answers` are those of an ensemble over many futures: the best option on average is what a
    player could have known; the best in this one future also had its luck.
    """
    if match.month == 0:
        yield "No month was played, so there is nothing to compare."
        return
    baseline, best = match.what.baseline, answers.best
    came_to = {one.option.id: match.measures_of(one.option.id) for one in match.what.plans}
    hindsight = min(answers.open_options, key=lambda option: came_to[option]["killed"])
    yield f"In the simulation, future {match.future}, {match.month} months, the same chance for each:"
    yield _line("you", match.measures())
    yield _line(f"holding ({baseline})", came_to[baseline])
    yield _line(f"best of the case's options on average ({best})", came_to[best])
    yield _line(f"best of them in this one future, luck included ({hindsight})", came_to[hindsight])
    better = sum(came_to[o]["killed"] > match.measures()["killed"] for o in answers.open_options)
    yield (
        f"By people killed you did better than {better} of the {len(answers.open_options)} options within "
        "the money. One future is one draw of luck: a good choice can lose in it."
    )


def _line(who: str, measures: dict[str, float]) -> str:
    parts = [f"{column(name).id.replace('_', ' ')} {number(measures[name])}" for name in SHOWN]
    return f"  {who}: {', '.join(parts)}"
