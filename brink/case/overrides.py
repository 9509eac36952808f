"""What `case.yaml` says of single stories, over what reading inferred."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brink.read.story import Story

if TYPE_CHECKING:
    from brink.case.definition import Definition


def overridden(story: Story, definition: Definition) -> Story:
    """The story with the date, outlet and kind that the case gives it, if it does.

    An entry may name a story (`file.txt#2`) or a whole document (`file.txt`); the story's
    own entry wins.
    """
    for key in (story.document, story.id):
        entry = definition.stories.get(key)
        if entry is None:
            continue
        story = replace(
            story,
            date=entry.date or story.date,
            date_because=f"case.yaml: {entry.because}" if entry.date else story.date_because,
            outlet=entry.outlet or story.outlet,
            kind=entry.kind or story.kind,
        )
    return story
