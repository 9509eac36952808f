"""After a game: what holding and the options would have come to in the same future, and from here on."""

from __future__ import annotations

from collections.abc import Iterator

from brink.play.answers.answers import Answers
from brink.play.answers.measures import LEADING, column
from brink.play.answers.sentences import number
from brink.play.answers.story import assumed
from brink.play.game.match import Match
from brink.play.game.onward import onward_said

SHOWN = {
    LEADING: "killed",
    "attacks": "attacks",
    "host_civilian_deaths": "of the host's civilians",
    "interstate_deaths": "between the states",
    "truce_months": "months of truce",
    "money": "USD million left",
}


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
    own = own_options(match)
    alone = next((option for option in answers.ranking if option in own), baseline)
    hindsight = min(answers.open_options, key=lambda option: came_to[option][LEADING])
    length = f"{match.month} month{'' if match.month == 1 else 's'}"
    yield (
        f"In the simulation, future {match.future}, {length}, the same chance for each. killed: "
        f"{column(LEADING).words}; of them civilians of the host, and dead between the states:"
    )
    yield _line("you", match.measures())
    yield _line(f"holding, {_target(match)} by its own rules ({baseline})", came_to[baseline])
    yield _line(f"best of the case's options over many futures ({best})", came_to[best])
    if alone != best:
        yield _line(f"best of those that {match.player} can take alone ({alone})", came_to[alone])
    yield _line(f"best of all in this one future, luck included ({hindsight})", came_to[hindsight])
    yield _place(match, [came_to[option][LEADING] for option in answers.open_options])
    yield f"What you could not see: {_lower(assumed(match.what, match.future % match.what.points))}"
    yield from onward_said(match, [o for o in answers.open_options if o != baseline], sorted(own))


def own_options(match: Match) -> set[str]:
    """Options that pull only levers which the player holds."""
    return {
        plan.option.id
        for plan in match.what.plans
        if all(move.lever in match.levers for move in plan.option.moves)
    }


def _place(match: Match, others: list[float]) -> str:
    mine = match.measures()[LEADING]
    better, level = sum(one > mine for one in others), sum(one == mine for one in others)
    alike = f", as well as {level}" if level else ""
    return (
        f"By people killed you did better than {better} of the {len(others)} options within the money{alike}"
        f" and worse than {len(others) - better - level}. One future is one draw of luck: a good choice can "
        "lose in it."
    )


def _target(match: Match) -> str:
    assert match.what.definition.model is not None
    return match.what.definition.model.roles.target


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _line(who: str, measures: dict[str, float]) -> str:
    parts = [f"{number(measures[name])} {words}" for name, words in SHOWN.items()]
    return f"  {who}: {', '.join(parts)}"
