"""What a player can see before choosing: counts and money, not what is hidden in heads."""

from __future__ import annotations

from collections.abc import Iterator

from brink.play.answers.measures import LEADING, column
from brink.play.game.match import Match

HOW = (
    "A line is a month: levers with levels, such as “talks full-closure=0.5”; “none”; an empty line for the "
    "same as last month. “levers” lists yours with prices, “state” tells how things stand, “quit” ends."
)


def situation(match: Match) -> Iterator[str]:
    """The last month, what was done in it, and the game so far."""
    if match.month == 0:
        yield "No month has been played yet."
        return
    seen = match.seen()
    at = match.month - 1

    def now(name: str, month: int = at) -> float:
        return float(seen.state(name)[month])

    before = now("money", at - 1) if at else float(match.what.bound.values("start_money")[seen.point])
    killed = match.measures()[LEADING]
    yield (
        f"Last month: {now('attacks'):.0f} attacks, {now('deaths'):.0f} dead in them on all sides; truce: "
        f"{'yes' if now('truce') else 'no'}; crossings closed: {now('border'):.0%}; reserves: USD "
        f"{now('money'):,.0f} million ({now('money') - before:+,.0f}). So far, {column(LEADING).words}: "
        f"{killed:,.0f}."
    )
    choice = match.choices[-1]
    done = ", ".join(name if level == 1 else f"{name}={level:g}" for name, level in choice.items() if level)
    yield f"You did: {done or 'nothing'}. An empty line does the same again."
