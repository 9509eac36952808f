"""A game in one future: what the player may pull, what happened, and what else would have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from brink.case.parts.options import Lever
from brink.dates.months import month_words
from brink.errors import BadPlay
from brink.play.answers.story import told
from brink.play.engine.moves import MoveTable, Pull
from brink.play.engine.replay import Replay, replay
from brink.play.game.levers import Choice, check_levels, levers_of
from brink.play.model.levers import AS_GIVEN, lever_for, rung_of
from brink.play.model.mechanisms.ladder import GROUND, affordable
from brink.play.playing import replayed
from brink.play.setting import Setting


@dataclass
class Match:
    """The game so far: the future it is played in and a choice for each month played."""

    what: Setting
    player: str
    future: int
    choices: list[Choice] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.levers = levers_of(self.what.definition, self.player)

    @property
    def month(self) -> int:
        """The month to be played next, from 0 on."""
        return len(self.choices)

    @property
    def is_over(self) -> bool:
        return self.month >= self.what.months

    def month_words(self) -> str:
        return month_words(self.what.bound.start_month + self.month)

    def choose(self, choice: Choice) -> str:
        """Play a month and tell what happened in it.

        Raises
        ------
        BadPlay
            For a lever that the player does not hold, a level off 0 to 1, or a campaign that
            the reserves do not allow.
        """
        self._check(choice)
        self.choices.append(dict(choice))
        return told(self.what, self.seen(), self.month - 1)

    def _check(self, choice: Choice) -> None:
        check_levels(self.player, self.levers, choice)
        for name, level in choice.items():
            if level > 0:
                self._check_means(self.levers[name])

    def _check_means(self, lever: Lever) -> None:
        if lever.rung is None or (rung := rung_of(lever.rung)) < GROUND:
            return
        point = self.future % self.what.points
        value = {
            name: float(self.what.bound.values(name)[point])
            for name in ("start_money", "money_floor", "cost_ground", "cost_war")
        }
        money, sponsor = value["start_money"], 0.0
        if self.month:
            seen = self.seen()
            money, sponsor = float(seen.state("money")[-1]), float(seen.state("sponsor")[-1])
        if not affordable(
            float(rung), money, sponsor, value["money_floor"], value["cost_ground"], value["cost_war"]
        ):
            raise BadPlay(
                f"{lever.id} cannot be paid for: reserves stand at USD {money:,.0f} million, three months of "
                f"it must leave USD {value['money_floor']:,.0f} million, and nobody sponsors it"
            )

    def moves(self) -> MoveTable:
        """All choices as one table."""
        return MoveTable.of(self.what.counted.model, self.pulls())

    def pulls(self) -> list[Pull]:
        """All choices; whoever plays the target plays without the target's own rules."""
        pulls = [
            Pull(self._model_lever(name), level * self.levers[name].strength.share, first=at, end=at + 1)
            for at, choice in enumerate(self.choices)
            for name, level in choice.items()
            if level > 0
        ]
        if self._plays_the_target:
            pulls.append(Pull(AS_GIVEN))
        return pulls

    @property
    def _plays_the_target(self) -> bool:
        model = self.what.definition.model
        return model is not None and self.player == model.roles.target

    def _model_lever(self, name: str) -> str:
        lever = lever_for(self.what.definition, name)
        assert lever is not None
        return lever

    def seen(self) -> Replay:
        """The future as far as it was played."""
        return self._replayed(self.month)

    def _replayed(self, months: int) -> Replay:
        return replay(
            self.what.counted.model,
            self.what.bound.table,
            self.moves(),
            seed=self.what.seed,
            future=self.future,
            months=max(1, months),
        )

    def measures(self) -> dict[str, float]:
        """What the game came to, by measure."""
        return self._measured(self.seen())

    def measures_of(self, option: str) -> dict[str, float]:
        """What an option of the case would have come to in the same future, as long as was played."""
        return self._measured(replayed(self.as_long(), option, self.future))

    def as_long(self) -> Setting:
        """The setting over the months played so far."""
        return replace(self.what, months=max(1, self.month))

    def _measured(self, seen: Replay) -> dict[str, float]:
        months = seen.states.shape[1]
        values = self.what.counted.values(seen.outcomes[None, :], months)[0]
        return dict(zip(self.what.counted.names, map(float, values), strict=True))
