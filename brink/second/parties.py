"""Whom the second coder may name: whoever the words of the quote name, or refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from brink.code.mention import Mention
from brink.second.evidence import BY_NAME, StoryEvidence, Stretch
from brink.second.proposal import Named
from brink.second.rejection import Rejection

_REFERRING: Final = frozenset(
    {
        "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "it", "he",
        "she", "they", "them", "him", "we", "us", "i", "who", "which", "whose", "both", "such",
    }
)  # fmt: skip
_OF_STATES: Final = frozenset({"state", "government", "force", "office", "people"})
_ARTICLES: Final = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Names that a row may carry for a party, with the reason."""

    names: tuple[str, ...]
    because: str
    mention: Mention | None


def resolve(party: Named, within: Stretch, evidence: StoryEvidence, *, part: str) -> Resolved:
    """Whom a party of a proposal is.

    Words that name somebody decide themselves; words that refer ("the group") may stand for
    anybody the story names; all others stand for nobody but themselves.

    Raises
    ------
    Rejection
        When the words do not stand within the stretch, or cannot be whom they are said to be.
    """
    stretch = next(_stretches(party.words, within, evidence), None)
    if stretch is None:
        return _by_another_name(party, within, evidence, part)
    mention = evidence.mention_of(stretch)
    if _bare(party.name) == _bare(party.words):
        return _as_written(stretch, mention, part)
    names = evidence.canonical(party.name)
    if not names:
        raise Rejection(f"{part} not in story", f"nobody is called “{party.name}” there")
    if any(name in one.names for one in evidence.mentions(stretch) for name in names):
        return Resolved(names, f"{part} {_listed(names)} from “{stretch.text}”", mention)
    by_name = [one for one in evidence.mentions(stretch) if one.names and one.how in BY_NAME]
    if by_name:
        return _as_named(stretch, mention if mention in by_name else by_name[0], names, evidence, part)
    if stretch.text.split()[0].casefold() in _REFERRING:
        because = f"{part} {_listed(names)}: “{stretch.text}” stands for them by the second coder's reading"
        return Resolved(names, because, mention)
    raise Rejection(_not_in(part), f"“{stretch.text}” neither names “{party.name}” nor refers to them")


def _stretches(words: str, within: Stretch, evidence: StoryEvidence) -> Iterator[Stretch]:
    # The first letter is a capital or not by the place in the sentence.
    for written in (words, words[:1].swapcase() + words[1:]):
        found = evidence.find(written, within=within)
        yield from (one for one in found if not evidence.names_part_of_another(one))


def _by_another_name(party: Named, within: Stretch, evidence: StoryEvidence, part: str) -> Resolved:
    """An actor whom the words name otherwise than the second coder wrote them: "TTP" for its full name."""
    names = evidence.canonical(party.name)
    for mention in evidence.mentions(within) if names else ():
        if all(name in mention.names for name in names):
            return Resolved(names, f"{part} {_listed(names)} from “{mention.surface}”", mention)
    raise Rejection(_not_in(part), f"“{party.words}” does not stand there")


def _as_written(stretch: Stretch, mention: Mention | None, part: str) -> Resolved:
    if mention is not None and mention.names:
        return Resolved(mention.names, f"{part} {_listed(mention.names)} from “{stretch.text}”", mention)
    if stretch.text.casefold() in _REFERRING:
        raise Rejection(f"{part} unnamed", f"“{stretch.text}” is said to stand for nobody")
    label = (mention.surface if mention is not None and mention.surface else "") or stretch.text
    return Resolved((_without_article(label),), f"{part} as written, “{stretch.text}”", mention)


def _as_named(
    stretch: Stretch, mention: Mention, names: Sequence[str], evidence: StoryEvidence, part: str
) -> Resolved:
    """What the words name, when that is close to whom they are said to be."""
    countries = {evidence.country(name) for name in names} - {None}
    of_one_state = mention.kind in _OF_STATES and mention.country in countries
    if not of_one_state and not any(_kin(a, b) for a in names for b in mention.names):
        raise Rejection(
            f"{part} is another", f"“{stretch.text}” names {_listed(mention.names)}, not {_listed(names)}"
        )
    return Resolved(mention.names, f"{part} {_listed(mention.names)} from “{stretch.text}”", mention)


def _not_in(part: str) -> str:
    return f"{part} not in {'paragraph' if part == 'source' else 'quote'}"


def _kin(a: str, b: str) -> bool:
    return a == b or a.startswith(f"{b} ") or b.startswith(f"{a} ")


def _bare(words: str) -> str:
    return _without_article(" ".join(words.split())).casefold()


def _without_article(words: str) -> str:
    article = next((one for one in _ARTICLES if words.casefold().startswith(one)), "")
    return words[len(article) :]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names)
