"""Whatever a server does has a name, in bounded time, and no rows come of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from brink.second.asking import Asker, Patience
from brink.second.endpoint import Endpoint
from brink.second.outcome import Failure
from brink.second.prompt import Question
from tests.second import server as at

QUESTION = Question("Code it.", "<report>\nTroops shelled the town.\n</report>")
QUICK = Patience(seconds=0.3, tries=2, pause=0.01)
"""For servers that never answer in whole."""
PATIENT = Patience(seconds=20, tries=2, pause=0.01)
"""For servers that do, however busy the machine is."""
NOTHING = json.dumps({"events": []})


def ask(url: str, patience: Patience = PATIENT, key: str | None = None) -> str | Failure:
    endpoint = Endpoint.named(url, "m", {"BRINK_LLM_KEY": key} if key else {})
    return Asker(endpoint, patience, wait=lambda seconds: time.sleep(seconds) or True).ask(QUESTION)


MISBEHAVIOURS = {
    "silence": (at.silent, "timed out"),
    "dripping body": (at.dripping, "timed out"),
    "dripping headers": (at.dripping_headers, "timed out"),
    "a reset": (at.resetting, "cut off"),
    "half a body": (at.breaking_off, "cut off"),
    "a broken chunk": (at.breaking_a_chunk, "cut off"),
    "no HTTP": (at.no_http, "cut off"),
    "a huge body": (at.huge, "too large"),
    "HTML": (at.raw(b"<html>welcome</html>", kind="text/html"), "not JSON by its type"),
    "a redirect": (at.status(307, Location="http://127.0.0.1:9/elsewhere"), "redirected"),
    "a wrong key": (at.status(401), "not allowed"),
    "no right": (at.status(403), "not allowed"),
    "no such path": (at.status(404), "not found"),
    "too many requests": (at.status(429), "too many requests"),
    "an error": (at.status(500), "server error"),
    "an overloaded server": (at.status(503), "server error"),
    "a bad request": (at.status(400), "bad request"),
    "a body that is no JSON": (at.raw(b"{choices"), "no completion"),
    "bytes that are no text": (at.raw(b"\xff\xfe\x00"), "no completion"),
    "a list": (at.raw(b"[]"), "no completion"),
    "deep nesting": (at.raw(b"[" * 100_000), "no completion"),
    "no choices": (at.raw(b'{"object": "error"}'), "no completion"),
    "a choice without message": (at.raw(b'{"choices": [{}]}'), "no completion"),
    "an empty list of choices": (at.raw(b'{"choices": []}'), "no choice"),
    "an empty message": (at.says(""), "no choice"),
    "no content": (at.says(None), "no choice"),
    "content that is a list": (at.raw(b'{"choices": [{"message": {"content": [1]}}]}'), "no choice"),
    "a refusal": (at.says(None, refusal="I cannot help with violence."), "refused"),
    "a filter": (at.says("", finish="content_filter"), "refused"),
    "a refusal in words": (at.says("I'm sorry, but I can't help with that."), "answered in words"),
    "words around JSON": (at.says('Here you are: {"events": []}'), "answered in words"),
    "an answer cut at its length": (at.says('{"events": [', finish="length"), "unfinished"),
    "bad JSON": (at.says('{"events": [}'), "bad JSON"),
    "a number that is none": (at.says('{"events": [NaN]}'), "bad JSON"),
    "a number without end": (at.says('{"events": [1e999]}'), "bad JSON"),
    "half a character": (at.says('{"events": ["\\ud800"]}'), "bad JSON"),
    "a thousand levels": (at.says('{"events": [' + "[" * 900 + "]" * 900 + "]}"), "wrong shape"),
    "one key twice": (at.says('{"events": [], "events": []}'), "bad JSON"),
    "JSON nested deep": (at.says("[" * 100_000), "bad JSON"),
    "a list of rows": (at.says("[]"), "wrong shape"),
    "rows that are none": (at.says('{"events": {}}'), "wrong shape"),
    "another key": (at.says('{"events": [], "note": "x"}'), "wrong shape"),
    "a thousand rows": (at.says(json.dumps({"events": [{}] * 1000})), "wrong shape"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_a_misbehaving_server_is_named_in_bounded_time(name: str):
    behave, kind = MISBEHAVIOURS[name]
    with at.serving(behave) as server:
        began = time.monotonic()
        answer = ask(server.url, QUICK if kind == "timed out" else PATIENT)
    assert isinstance(answer, Failure)
    assert answer.kind == kind, answer
    assert time.monotonic() - began < 2.0


def test_every_way_to_fail_is_met_by_a_test():
    from brink.second.outcome import FAILINGS

    assert set(FAILINGS) - {kind for _, kind in MISBEHAVIOURS.values()} == {"unreachable"}


def test_a_refusal_that_drips_is_bounded_too():
    with at.serving(at.dripping_refusal) as server:
        began = time.monotonic()
        assert str(ask(server.url, QUICK)).startswith(("not allowed", "timed out"))
    assert time.monotonic() - began < 1.5


def test_a_server_that_is_not_there_is_unreachable():
    with at.serving(at.says(NOTHING)) as server:
        pass
    answer = ask(server.url)
    assert isinstance(answer, Failure)
    assert answer.kind == "unreachable"


@pytest.mark.parametrize("code", [429, 500, 503])
def test_a_busy_server_is_asked_again_and_then_heard(code: int):
    def behave(handler: at.Handler, body: dict[str, object]) -> None:
        (at.status(code) if len(handler.seen.asked) == 1 else at.says(NOTHING))(handler, body)

    with at.serving(behave) as server:
        assert ask(server.url) == NOTHING
    assert len(server.asked) == 2


@pytest.mark.parametrize(("code", "times"), [(500, 2), (401, 1), (404, 1)])
def test_tries_are_bounded_and_only_made_where_they_may_help(code: int, times: int):
    with at.serving(at.status(code)) as server:
        ask(server.url)
    assert len(server.asked) == times


def test_what_a_server_says_cannot_command_the_terminal():
    for behave in (at.status(401, "\x1b[2J\x07gone"), at.says(None, refusal="\x1b[2Jno \ud800"), at.no_http):
        with at.serving(behave) as server:
            answer = ask(server.url)
        assert isinstance(answer, Failure)
        assert answer.detail.isprintable()


def test_the_server_may_say_how_long_to_wait():
    waited: list[float] = []
    endpoint_of = Endpoint.named
    with at.serving(at.status(429, Retry_After="7")) as server:
        asker = Asker(endpoint_of(server.url, "m", {}), PATIENT, wait=lambda s: waited.append(s) or True)
        asker.ask(QUESTION)
    assert waited == [7.0]


def test_a_server_without_structured_output_gets_the_schema_in_words():
    def behave(handler: at.Handler, body: dict[str, object]) -> None:
        (at.status(400) if "response_format" in body else at.says(NOTHING))(handler, body)

    with at.serving(behave) as server:
        assert ask(server.url) == NOTHING
    first, second = server.asked
    assert first["response_format"]["json_schema"]["schema"]["additionalProperties"] is False
    assert "additionalProperties" in second["messages"][0]["content"]
    assert (first["temperature"], second["temperature"]) == (0, 0)


def test_a_server_without_a_temperature_is_asked_without():
    def behave(handler: at.Handler, body: dict[str, object]) -> None:
        (at.status(400) if "temperature" in body else at.says(NOTHING))(handler, body)

    with at.serving(behave) as server:
        assert ask(server.url) == NOTHING


def test_an_answer_in_a_fence_or_after_thoughts_is_read():
    for content in (f"```json\n{NOTHING}\n```", f"<think>Let me see {{.</think>\n{NOTHING}"):
        with at.serving(at.says(content)) as server:
            assert ask(server.url) == content


def test_the_key_is_sent_and_never_said():
    with at.serving(at.status(401, "Incorrect API key provided: s3cret-key")) as server:
        answer = ask(server.url, key="s3cret-key")
    assert server.headers[0]["Authorization"] == "Bearer s3cret-key"
    assert "s3cret" not in str(answer)
    assert "s3cret" not in repr(Endpoint.named(server.url, "m", {"BRINK_LLM_KEY": "s3cret-key"}))


def test_a_redirect_is_not_followed():
    with (
        at.serving(at.says(NOTHING)) as elsewhere,
        at.serving(at.status(307, Location=elsewhere.url)) as server,
    ):
        ask(server.url)
    assert elsewhere.asked == []


def test_a_proxy_of_the_environment_does_not_see_what_is_for_this_machine(monkeypatch: pytest.MonkeyPatch):
    with at.serving(at.status(500)) as proxy, at.serving(at.says(NOTHING)) as server:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert ask(server.url) == NOTHING
    assert proxy.asked == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")
def test_an_encrypted_server_is_heard_when_its_certificate_is_trusted_and_else_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost".split()
    more = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *words, *more], check=True, capture_output=True)
    with at.serving(at.says(NOTHING), certificate=(certificate, key)) as server:
        refused = ask(server.url)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert ask(server.url) == NOTHING
    assert isinstance(refused, Failure)
    assert refused.kind == "unreachable"
    assert "certificate" in refused.detail
