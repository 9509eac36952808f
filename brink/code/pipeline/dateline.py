"""The report begins after its dateline: "KHARTOUM, Sudan, April 17 (AFP) – Shells fell …".

Parsers read the place and the day as words of the first sentence, which then has no verb of its own.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

NAME: Final = "open_after_dateline"
_PLACE: Final = r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,3}"
_MORE: Final = r"(?:, (?:[A-Z][\w'’.-]*|\d{1,2})(?: (?:of |and |the )?[A-Z][\w'’.-]*| \d{1,4}){0,4}){0,3}"
_AGENCY: Final = r"(?: ?\([^()]{2,40}\))?"
_OPENS: Final = r"(?: ?[–—:]| --?) (?=[\"“‘']?[A-Z0-9])"
_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_IN_SMALL: Final = rf"[A-Z][\w'’.-]+(?:[ /][A-Z][\w'’.-]+){{0,3}}(?:, [A-Z][\w'’.-]+){{0,2}}, {_DAY}"
"""A dateline in small letters has its day: "Port Sudan, 3 May – …"."""
_DATELINE: Final = re.compile(rf"\s*(?:{_PLACE}{_MORE}|{_IN_SMALL}){_AGENCY}{_OPENS}")


@Language.component(NAME)  # type: ignore[untyped-decorator]
def open_after_dateline(doc: Doc) -> Doc:
    """Let a sentence begin after a dateline at the head of the text; no other text is touched."""
    found = _DATELINE.match(doc.text)
    if found is None:
        return doc
    first = next((token for token in doc if token.idx >= found.end()), None)
    if first is not None:
        first.is_sent_start = True
    return doc
