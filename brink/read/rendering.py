"""HTML as plain text, tag by tag, for pages in which no main text stands out."""

from __future__ import annotations

import re
from html import unescape

# Possessive, so that a page of a million open brackets costs one pass and no backtracking.
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_OPENER = re.compile(r"<!--|<[!?]|</?[a-zA-Z]")
_HIDDEN = re.compile(
    r"""(?:^|\s)hidden(?:[\s=/]|$)|style\s{0,5}=\s{0,5}["'][^"']*(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)""",
    re.IGNORECASE,
)
_UNSEEN_TAGS = "script style noscript template svg iframe object head title textarea select"
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_VOID_TAGS = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span "
    "strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


def render(html: str) -> str:
    """The visible text of a page, one line a block."""
    text = _BLANKS.sub(" ", unescape("".join(_pieces(html))))
    return _BREAKS.sub("\n", text).strip()


def _pieces(html: str) -> list[str]:
    """Runs of visible text with line breaks where blocks begin and end."""
    pieces: list[str] = []
    at, unseen, depth = 0, "", 0
    while (opener := _OPENER.search(html, at)) is not None:
        if not unseen:
            pieces.append(_SPACE.sub(" ", html[at : opener.start()]))
        tag = _TAG.match(html, opener.start())
        if tag is None:
            at = _past_declaration(html, opener)
            continue
        at, name, closing = tag.end(), tag[2].casefold(), tag[1] == "/"
        if unseen:
            depth += (-1 if closing else 1) if name == unseen else 0
            unseen = unseen if depth > 0 else ""
        elif not closing and name not in _VOID and (name in _UNSEEN or _HIDDEN.search(tag[3][:2000])):
            unseen, depth = name, 1
            at = _past_raw(html, name, at)
        elif name not in _INLINE:
            pieces.append("\n")
    if not unseen:
        pieces.append(_SPACE.sub(" ", html[at:]))
    return pieces


def _past_declaration(html: str, opener: re.Match[str]) -> int:
    """Where a comment, declaration or broken tag ends; a lone bracket is skipped alone."""
    if opener[0] == "<!--":
        end = html.find("-->", opener.end())
        return len(html) if end < 0 else end + 3
    if opener[0] in ("<!", "<?"):
        end = html.find(">", opener.end())
        return len(html) if end < 0 else end + 1
    return opener.end()


def _past_raw(html: str, name: str, at: int) -> int:
    """Script and style hold no tags: their text ends only at their own closing tag."""
    if name not in ("script", "style"):
        return at
    end = re.compile(rf"</{name}", re.IGNORECASE).search(html, at)
    return len(html) if end is None else end.start()
