"""Many questions, a few at a time; each answer is handed over as it comes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Mapping

from brink.second.asking import Asker, Patience
from brink.second.endpoint import Endpoint
from brink.second.outcome import HOPELESS, Failure
from brink.second.prompt import Question

IN_A_ROW = 3
"""Questions without a usable reply of the server, one after the other, after which no more are asked."""


class Asked:
    """A run of questions; `stopped` says why not all were asked, when they were not."""

    def __init__(self, endpoint: Endpoint, patience: Patience, *, at_once: int) -> None:
        self.stopped: str | None = None
        self._stop = threading.Event()
        self._asker = Asker(endpoint, patience, wait=lambda seconds: not self._stop.wait(seconds))
        self._at_once = at_once

    @property
    def form(self) -> str:
        return self._asker.form

    def answers(self, todo: Mapping[str, Question]) -> Iterator[tuple[str, str | Failure]]:
        """Key and answer of each question, in the order in which they come."""
        waiting: queue.SimpleQueue[tuple[str, Question]] = queue.SimpleQueue()
        for item in todo.items():
            waiting.put(item)
        done: queue.SimpleQueue[tuple[str, str | Failure] | Exception | None] = queue.SimpleQueue()
        # Threads that die with the process: an interrupted run need not wait for a slow server.
        threads = [
            threading.Thread(target=self._work, args=(waiting, done), daemon=True)
            for _ in range(min(self._at_once, len(todo)))
        ]
        for thread in threads:
            thread.start()
        try:
            yield from self._gathered(done, len(threads))
        finally:
            self._stop.set()

    def _work(
        self,
        waiting: queue.SimpleQueue[tuple[str, Question]],
        done: queue.SimpleQueue[tuple[str, str | Failure] | Exception | None],
    ) -> None:
        try:
            while not self._stop.is_set():
                try:
                    key, question = waiting.get_nowait()
                except queue.Empty:
                    break
                answer = self._asker.ask(question)
                if isinstance(answer, Failure) and answer.kind in HOPELESS:
                    self._give_up(answer)
                done.put((key, answer))
        except Exception as error:
            done.put(error)
        finally:
            done.put(None)

    def _gathered(
        self, done: queue.SimpleQueue[tuple[str, str | Failure] | Exception | None], working: int
    ) -> Iterator[tuple[str, str | Failure]]:
        in_a_row = 0
        while working:
            item = done.get()
            if item is None:
                working -= 1
                continue
            if isinstance(item, Exception):
                raise item
            answer = item[1]
            if isinstance(answer, Failure) and not answer.is_of_the_answer:
                in_a_row += 1
                if in_a_row >= IN_A_ROW:
                    self._give_up(answer)
            else:
                in_a_row = 0
            yield item

    def _give_up(self, answer: Failure) -> None:
        if self.stopped is None:
            self.stopped = str(answer)
        self._stop.set()
