"""Which of the actors that fit a reference back is meant: the last subject, or all that share its place."""

from __future__ import annotations

from collections.abc import Sequence

from brink.code.actors.seen import Antecedent, Seen


def chosen(recent: Sequence[Seen], among: Sequence[Seen] | None = None) -> Antecedent:
    """The last subject, else the last of all; nobody where it shares its place with another that fits.

    `among` holds everybody who fits, where `recent` is only some of them.
    """
    subjects = [s for s in recent if s.is_subject]
    if not subjects:
        return nearest(recent)
    last = subjects[-1]
    sharing = (last, *joined_to(last, among or recent))
    others = sorted({s.mention.label[0] for s in sharing if s.mention.label})
    if len(others) > 1:
        return Antecedent((), f"could be {' or '.join(others)}")
    return Antecedent((last.mention,), f"back to '{last.mention.surface}', the last fitting subject")


def nearest(recent: Sequence[Seen]) -> Antecedent:
    """The last of all."""
    if not recent:
        return Antecedent((), "nobody of that kind named shortly before")
    return Antecedent((recent[-1].mention,), f"back to '{recent[-1].mention.surface}', the nearest that fits")


def together(seen: Sequence[Seen], fitting: Sequence[Seen]) -> Antecedent | None:
    """All of the last subjects that share their place, as "they" are after "Israel and Hamas agreed".

    None where one alone was subject last. `fitting` are those who may be "they" by themselves.
    """
    alone = {id(s) for s in fitting}
    for last in reversed([s for s in seen if s.is_subject and s.mention.label]):
        sharing = [last, *joined_to(last, seen)]
        if len({s.mention.label for s in sharing}) > 1:
            if not all(s.mention.names for s in sharing):
                return Antecedent((), "several act together, and not all of them are named")
            words = " and ".join(s.mention.surface for s in sharing)
            return Antecedent(tuple(s.mention for s in sharing), f"back to {words}, who act together")
        if id(last) in alone:
            return None
    return None


def joined_to(first: Seen, seen: Sequence[Seen]) -> list[Seen]:
    """Who is joined to a mention by "and" and so has its place in the clause."""
    place = (first.mention.passage, first.mention.head)
    return [s for s in seen if s.joined and s.governor == place and s.case is None]
