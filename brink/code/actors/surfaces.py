"""The words under which somebody whom the story does not name is printed."""

from __future__ import annotations

from brink.code.actors.cues import Cues
from brink.code.actors.page import Draft, Page

_NAMES = frozenset({"PROPN"})


def surface_of(page: Page, draft: Draft) -> str:
    """The words for a mention nobody has named: a bare role in lower case, nothing for a pronoun."""
    if draft.how == "pronoun":
        return ""
    text = page.text(draft.first, draft.last)
    if draft.how not in {"role", "office", "description"}:
        return text
    words = page.words
    capitals = sum(words.texts[i][:1].isupper() for i in range(draft.first, draft.last))
    opens = words.opens_sentence(draft.first) or words.titled or words.shouted
    if text == "Congress":
        return text
    if capitals > 1 and not opens and words.texts[draft.last - 1][:1].isupper():
        # A body's own name, such as "Foreign Office".
        return text
    return "".join(
        _lowered(page, i, draft) + (words.spaces[i] if i < draft.last - 1 else "")
        for i in range(draft.first, draft.last)
    )


def _lowered(page: Page, i: int, draft: Draft) -> str:
    """The word without the capital that its place gave it; demonyms, names and acronyms keep theirs."""
    words = page.words
    text = str(words.texts[i])
    if text.isupper() and len(text) > 1 and not (words.shouted or words.titled):
        return text
    is_noun = i >= draft.last - (len(draft.role.words) if draft.role is not None else 1)
    named = i in page.entry_at or words.pos[i] in _NAMES or not words.opens_sentence(i)
    return text if named and not is_noun else text.lower()


def classifies(page: Page, i: int, cues: Cues) -> bool:
    """Whether a word before a role noun says which sort of people they are, and not how many, when or how.

    "Rohingya refugees" and "hospital staff" are sorts; "wounded", "several", "Tuesday" and "local" are not.
    """
    words = page.words
    word = words.folded[i]
    if word in cues.time_words or words.pos[i] in {"NUM", "DET", "VERB"} or not words.texts[i][0].isalpha():
        return False
    if word in cues.sorting_words:
        return True
    if words.pos[i] == "NOUN":
        return words.deps[i] == "compound" and not word.endswith("ed")
    return words.texts[i][0].isupper() and not words.opens_sentence(i)
