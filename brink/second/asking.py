"""A question to the second coder, tried again where that may help, in the form the server takes."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brink.second.endpoint import Endpoint
from brink.second.outcome import WORTH_ASKING_AGAIN, Failure
from brink.second.prompt import Question, schema_in_words
from brink.second.proposal import answer_schema, read_content
from brink.second.transport import post

FORMS = ("schema", "words", "bare")
"""Structured output at temperature 0; the schema in the prompt instead; and without a temperature."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server, and how often to come back."""

    seconds: float = 120.0
    """For one whole exchange."""
    tries: int = 3
    pause: float = 1.0
    """Seconds before the second try; each further pause is twice as long."""


class Asker:
    """Asks one endpoint; remembers the form of question that its server takes.

    `wait` is called with the seconds of a pause and says whether to go on.
    """

    def __init__(self, endpoint: Endpoint, patience: Patience, *, wait: Callable[[float], bool]) -> None:
        self._endpoint = endpoint
        self._patience = patience
        self._wait = wait
        self._form = 0
        self._lock = threading.Lock()

    @property
    def form(self) -> str:
        """The form of question in use, one of `FORMS`."""
        return FORMS[self._form]

    def ask(self, question: Question) -> str | Failure:
        """The answer's content, readable as rows, or why there is none."""
        failure = Failure("unreachable", "never asked")
        for tried in range(self._patience.tries):
            answer = self._once(question)
            if isinstance(answer, str) or answer.kind not in WORTH_ASKING_AGAIN:
                return answer
            failure = answer
            pause = answer.wait if answer.wait is not None else self._patience.pause * 2**tried
            if tried + 1 < self._patience.tries and not self._wait(pause):
                break
        return failure

    def _once(self, question: Question) -> str | Failure:
        """One try, in simpler forms as long as the server calls the question a bad one."""
        form = self._form
        answer = self._exchange(question, FORMS[form])
        while isinstance(answer, Failure) and answer.kind == "bad request" and form + 1 < len(FORMS):
            form += 1
            answer = self._exchange(question, FORMS[form])
        if not (isinstance(answer, Failure) and answer.kind == "bad request"):
            with self._lock:
                self._form = max(self._form, form)
        return answer

    def _exchange(self, question: Question, form: str) -> str | Failure:
        body = request_body(self._endpoint.model, question, form)
        answer = post(self._endpoint, body, seconds=self._patience.seconds)
        return answer if isinstance(answer, Failure) else _content(answer)


def request_body(model: str, question: Question, form: str) -> dict[str, Any]:
    """The body of a chat completion in one of `FORMS`."""
    system = question.system if form == "schema" else f"{question.system}\n\n{schema_in_words()}"
    body: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": question.report}],
    }
    if form != "bare":
        body["temperature"] = 0
    if form == "schema":
        named = {"name": "coded_events", "strict": True, "schema": answer_schema()}
        body["response_format"] = {"type": "json_schema", "json_schema": named}
    return body


def _content(answer: bytes) -> str | Failure:
    """The words of the first choice, when they can be read as rows."""
    try:
        completion = json.loads(answer.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return Failure("no completion", f"the body is not JSON: {error}")
    if not isinstance(completion, Mapping) or not isinstance(completion.get("choices"), Sequence):
        return Failure("no completion", "the body has no list of choices")
    choices = completion["choices"]
    if not choices:
        return Failure("no choice", "the list of choices is empty")
    return _of_choice(choices[0])


def _of_choice(choice: object) -> str | Failure:
    message = choice.get("message") if isinstance(choice, Mapping) else None
    if not isinstance(choice, Mapping) or not isinstance(message, Mapping):
        return Failure("no completion", "the first choice has no message")
    ended = choice.get("finish_reason")
    refusal = message.get("refusal")
    if ended == "content_filter" or refusal:
        return Failure("refused", str(refusal or "by the server's filter"))
    if ended == "length":
        return Failure("unfinished", "the answer hit the server's limit of length")
    content = message.get("content")
    if not isinstance(content, str) or not content.strip():
        return Failure("no choice", "the first choice says nothing")
    read = read_content(content)
    return read if isinstance(read, Failure) else content
