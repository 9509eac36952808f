"""From the stories of a case to its coded rows: only what is new or changed is coded."""

from __future__ import annotations

import gc
import signal
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from brink.case.digests import package_digest, text_digest
from brink.case.folder import Case
from brink.case.progress import Progress, Silent
from brink.case.saving import save_coded
from brink.case.store import transaction
from brink.case.work import Work, note_stale, stories
from brink.code.rows import Coded

if TYPE_CHECKING:
    from brink.code.actors.entry import ActorEntry
    from brink.code.coder import Coder
    from brink.code.cut import Telling

STORIES_A_TASK = 8
CHARACTERS_A_TASK = 100_000
MOST_CHARACTERS = 1_500_000
"""A story longer than a thick book is no report; coding it would take many minutes and say little."""
LONG_ENOUGH_TO_TELL = 30
"""Words from which on a text that does not read as English is left uncoded."""
TASKS_AHEAD = 4
"""Tasks a worker may have waiting, so that memory stays flat however many stories there are."""


@dataclass(frozen=True, slots=True)
class CodeReport:
    """What one coding did."""

    coded: int
    unchanged: int
    events: int
    claims: int
    ties: int
    uncoded: tuple[tuple[str, str], ...]
    """Stories left uncoded as a whole, with the reason."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What makes a coder: the pipeline's name, the case's actors and the country it is about."""

    pipeline: str
    actors: tuple[ActorEntry, ...]
    home: str | None

    def coder(self) -> Coder:
        from brink.code.actors.gazetteer import Gazetteer
        from brink.code.coder import Coder
        from brink.code.pipeline import load_pipeline

        return Coder(Gazetteer.load(self.actors), load_pipeline(self.pipeline), home=self.home)


def code_case(case: Case, *, pipeline: str, workers: int = 1, progress: Progress | None = None) -> CodeReport:
    """Bring the coded rows in line with the stories.

    A story is coded again when its text, its date, the case's actors, the pipeline or
    Brink's coding code changed. Each story is one transaction.
    """
    progress = progress or Silent()
    reader = Reader(pipeline, tuple(case.definition.actor_entries()), case.definition.home)
    basis = _basis(reader)
    todo = note_stale(case, basis)
    if todo:
        progress.begin("coding", todo)
        for work, coded in _coded(reader, stories(case, basis, stale=True), workers, todo):
            _keep(case.store, work, coded)
            progress.advance()
        progress.end()
    return _report(case.store, todo)


def _basis(reader: Reader) -> str:
    return text_digest(
        reader.pipeline, reader.home or "", repr(reader.actors), package_digest("brink.code", "brink.dates")
    )


def _coded(reader: Reader, todo: Iterator[Work], workers: int, size: int) -> Iterator[tuple[Work, Coded]]:
    if workers <= 1 or size <= STORIES_A_TASK:
        with _loaded_for_good(reader) as coder:
            for task in _tasks(todo):
                yield from zip(task, _code(coder, task), strict=True)
        return
    yield from _coded_in_parallel(reader, todo, workers)


@contextmanager
def _loaded_for_good(reader: Reader) -> Iterator[Coder]:
    """A coder that outlives all coding: looking for garbage goes through none of it, then or meanwhile."""
    looked_for = gc.isenabled()
    gc.disable()
    try:
        coder = reader.coder()
    finally:
        if looked_for:
            gc.enable()
    gc.freeze()
    try:
        yield coder
    finally:
        gc.unfreeze()


def _tasks(todo: Iterator[Work]) -> Iterator[list[Work]]:
    """Stories to be coded together: a few, and no more text than fits in memory easily."""
    task: list[Work] = []
    characters = 0
    for work in todo:
        if task and (len(task) == STORIES_A_TASK or characters + work.characters > CHARACTERS_A_TASK):
            yield task
            task, characters = [], 0
        task.append(work)
        characters += work.characters
    if task:
        yield task


def _coded_in_parallel(reader: Reader, todo: Iterator[Work], workers: int) -> Iterator[tuple[Work, Coded]]:
    tasks = _tasks(todo)
    pool = ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(reader,))
    of: dict[Future[list[Coded]], Sequence[Work]] = {}
    try:
        while True:
            for task in islice(tasks, workers * TASKS_AHEAD - len(of)):
                of[pool.submit(_code_task, task)] = task
            if not of:
                return
            done, _ = wait(of, return_when=FIRST_COMPLETED)
            for future in done:
                yield from zip(of.pop(future), future.result(), strict=True)
    finally:
        pool.shutdown(cancel_futures=True)


_worker: Coder | None = None


def _start_worker(reader: Reader) -> None:
    global _worker
    # The parent decides when an interrupted run ends; a worker would only print its own trace.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = reader.coder()
    gc.freeze()


def _code_task(task: Sequence[Work]) -> list[Coded]:
    if _worker is None:
        raise RuntimeError("a coding worker ran before it was started")
    return _code(_worker, task)


def _code(coder: Coder, task: Sequence[Work]) -> list[Coded]:
    left_out = [_why_not(work) for work in task]
    told = [_telling(work) for work, why in zip(task, left_out, strict=True) if why is None]
    coded = iter(coder.code_together(told))
    return [next(coded) if why is None else Coded(notes=(why,)) for why in left_out]


def _telling(work: Work) -> Telling:
    from brink.code.cut import Telling
    from brink.code.passage import Setting

    story = work.story
    setting = Setting(story.document, story.id, story.date, story.title, story.outlet)
    return Telling(setting, work.text, [(block.start, block.end) for block in story.body])


def _why_not(work: Work) -> str | None:
    """Why a story is left uncoded as a whole, if it is."""
    from brink.read.language import guess_language, language_name

    body = " ".join(work.text[block.start : block.end] for block in work.story.body)
    if len(body) > MOST_CHARACTERS:
        return f"not coded: {len(body):,} characters in one story, more than {MOST_CHARACTERS:,}"
    language = guess_language(body) if len(body.split()) >= LONG_ENOUGH_TO_TELL else None
    if language not in (None, "en"):
        return f"not coded: the text reads as {language_name(language)}, not as English"
    return None


def _keep(store: sqlite3.Connection, work: Work, coded: Coded) -> None:
    with transaction(store):
        save_coded(store, work.story.id, coded)
        notes = "\n".join(coded.notes)
        store.execute("INSERT OR REPLACE INTO coding VALUES (?, ?, ?)", (work.story.id, work.key, notes))


def _report(store: sqlite3.Connection, coded: int) -> CodeReport:
    def count(table: str) -> int:
        return int(store.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    notes = store.execute("SELECT story, notes FROM coding WHERE notes LIKE 'not coded:%' ORDER BY story")
    uncoded = tuple((row["story"], row["notes"]) for row in notes)
    return CodeReport(coded, count("story") - coded, count("event"), count("claim"), count("tie"), uncoded)
