"""From the stories of a case to the second coder's rows, kept apart from the rules' rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from brink.case.coding import Reader
from brink.case.digests import package_digest, text_digest
from brink.case.folder import Case
from brink.case.progress import Progress, Silent
from brink.case.quoted import stands
from brink.case.view import View
from brink.code.coder import Coder
from brink.code.passage import Setting
from brink.code.rows import Event
from brink.errors import NotInCase
from brink.read.story import Story
from brink.second.asked import Asked
from brink.second.asking import Patience
from brink.second.check import check
from brink.second.endpoint import Endpoint
from brink.second.evidence import StoryEvidence
from brink.second.kept import (
    ANSWERED,
    Checked,
    Rejected,
    answering_models,
    answers,
    coding_key,
    keep_answer,
    keep_story,
)
from brink.second.outcome import Failure
from brink.second.prompt import Question, questions
from brink.second.proposal import read_content, read_proposal
from brink.second.rejection import Rejection


@dataclass(frozen=True, slots=True)
class Task:
    """A story with its questions, and the digest of all that its rows depend on."""

    story: Story
    asked: Mapping[str, Question]
    key: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do: stories to code, and the questions that no kept answer settles."""

    tasks: Sequence[Task]
    unchanged: int
    open: Mapping[str, Question]

    @property
    def characters(self) -> int:
        """Of reporting that would be sent."""
        return sum(len(question.report) for question in self.open.values())


@dataclass(frozen=True, slots=True)
class SecondReport:
    """What one run of the second coder did."""

    coded: int
    unchanged: int
    asked: int
    events: int
    rejected: Mapping[str, int]
    """Rows not kept, by cause."""
    failed: Sequence[tuple[str, str]]
    """Stories without an answer, and why."""
    left: int
    """Stories not asked about."""
    stopped: str | None
    form: str


def plan_second(case: Case, model: str, *, pipeline: str, limit: int | None = None) -> Plan:
    """The stories that count by the case's as-of date and the rules have coded, as far as they are new.

    Raises
    ------
    NotInCase
        When the rules have not coded every story: the second coder is never the only one.
    """
    view = View(case)
    rows = case.store.execute("SELECT story, notes FROM coding").fetchall()
    by_rules = {row["story"] for row in rows}
    uncoded = {row["story"] for row in rows if row["notes"].startswith("not coded:")}
    if any(story.id not in by_rules for story in view.stories):
        raise NotInCase("the rules have not coded every story; run `brink code CASE` first")
    basis = _basis(case, pipeline, view)
    tasks, unchanged = [], 0
    for story in view.stories:
        if story.id in uncoded:
            continue
        task = _task(story, view.documents[story.document].text, model, basis)
        if coding_key(case.store, story.id, model) == task.key:
            unchanged += 1
        else:
            tasks.append(task)
    tasks = tasks[:limit]
    every = {key: question for task in tasks for key, question in task.asked.items()}
    known = answers(case.store, every)
    return Plan(tasks, unchanged, {key: one for key, one in every.items() if key not in known})


def _basis(case: Case, pipeline: str, view: View) -> str:
    actors = tuple(case.definition.actor_entries())
    code = package_digest("brink.code", "brink.dates", "brink.second")
    return text_digest(pipeline, case.definition.home or "", repr(actors), view.as_of.isoformat(), code)


def _task(story: Story, text: str, model: str, basis: str) -> Task:
    asked = {question.key(model): question for question in questions(story, text)}
    places = [f"{block.start}-{block.end}" for block in story.body]
    return Task(story, asked, text_digest(basis, story.id, str(story.date), *places, *asked))


def second_code(
    case: Case,
    endpoint: Endpoint,
    plan: Plan,
    *,
    pipeline: str,
    at_once: int = 2,
    patience: Patience | None = None,
    progress: Progress | None = None,
) -> SecondReport:
    """Ask what is open, then check every answer against its story.

    Each answer and each story is one transaction: a run that is cut short has kept what came.
    """
    progress = progress or Silent()
    asked = Asked(endpoint, patience or Patience(), at_once=at_once)
    failures = _ask(case, endpoint.model, plan, asked, progress)
    checked = _check(case, endpoint.model, plan, failures, pipeline, progress)
    done = checked.values()
    return SecondReport(
        coded=sum(one.outcome == ANSWERED for one in done),
        unchanged=plan.unchanged,
        asked=len(plan.open),
        events=sum(len(one.events) for one in done),
        rejected=Counter(row.cause for one in done for row in one.rejected),
        failed=[(s, f"{one.outcome}: {one.detail}") for s, one in checked.items() if one.outcome != ANSWERED],
        left=len(plan.tasks) - len(checked),
        stopped=asked.stopped,
        form=asked.form,
    )


def check_kept(case: Case, *, pipeline: str, progress: Progress | None = None) -> dict[str, int]:
    """Hold kept answers against stories that were read or coded anew, asking nobody.

    Returns how many stories were checked, by model; nothing where all is as it was.
    """
    checked = {}
    for model in answering_models(case.store):
        plan = plan_second(case, model, pipeline=pipeline)
        whole = [task for task in plan.tasks if task.asked and not plan.open.keys() & task.asked.keys()]
        if whole:
            ready = replace(plan, tasks=whole)
            checked[model] = len(_check(case, model, ready, {}, pipeline, progress or Silent()))
    return checked


def _ask(case: Case, model: str, plan: Plan, asked: Asked, progress: Progress) -> dict[str, Failure]:
    failures: dict[str, Failure] = {}
    if plan.open:
        progress.begin("asking", len(plan.open))
        for key, answer in asked.answers(plan.open):
            if isinstance(answer, Failure):
                failures[key] = answer
            else:
                keep_answer(case.store, key, answer, model=model)
            progress.advance()
        progress.end()
    return failures


def _check(
    case: Case, model: str, plan: Plan, failures: Mapping[str, Failure], pipeline: str, progress: Progress
) -> dict[str, Checked]:
    """What became of each story whose questions were all asked."""
    if not plan.tasks:
        return {}
    view = View(case)
    reader = Reader(pipeline, tuple(case.definition.actor_entries()), case.definition.home)
    coder, found = reader.coder(), {}
    progress.begin("checking", len(plan.tasks))
    for task in plan.tasks:
        known = answers(case.store, task.asked)
        failed = next((failures[key] for key in task.asked if key in failures), None)
        if failed is None and len(known) < len(task.asked):
            continue
        text = view.documents[task.story.document].text
        checked = _checked(task, known, failed, coder, text, model=model, view=view)
        keep_story(case.store, task.story.id, checked, model=model, key="" if failed else task.key)
        found[task.story.id] = checked
        progress.advance()
    progress.end()
    return found


def _checked(
    task: Task,
    known: Mapping[str, str],
    failed: Failure | None,
    coder: Coder,
    text: str,
    *,
    model: str,
    view: View,
) -> Checked:
    """The rows of a story's answers, each checked against the story."""
    story = task.story
    setting = Setting(story.document, story.id, story.date, story.title, story.outlet)
    parsed = coder.parse(setting, text, [(block.start, block.end) for block in story.body], [])
    evidence = StoryEvidence(parsed, coder.gazetteer, story=story.id, written=story.date, as_of=view.as_of)
    events: dict[str, Event] = {}
    rejected: list[Rejected] = []
    for key in task.asked:
        rows = read_content(known[key]) if key in known else []
        for row in [] if isinstance(rows, Failure) else rows:
            try:
                event = _row(row, evidence, model)
                if not stands(view, event.quote, story):
                    raise Rejection("quote not in story", f"“{event.quote.text[:120]}”")
                events.setdefault(event.id, event)
            except Rejection as rejection:
                rejected.append(Rejected(story.id, rejection.cause, rejection.detail, row))
    outcome = (failed.kind, failed.detail) if failed else (ANSWERED, "")
    return Checked(*outcome, list(events.values()), rejected)


def _row(row: object, evidence: StoryEvidence, model: str) -> Event:
    proposal = read_proposal(row)
    if isinstance(proposal, tuple):
        raise Rejection(*proposal)
    try:
        return check(proposal, evidence, model=model)
    except Rejection:
        raise
    except Exception as error:
        # Words nobody foresaw cost one row and are named, as a passage does when the rules fail on it.
        raise Rejection("could not be checked", f"{type(error).__name__}: {error}") from error
