"""One request to the endpoint, bounded in time and size; whatever the server does has a name."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from typing import IO, Any

from brink import __version__
from brink.second.endpoint import Endpoint
from brink.second.outcome import Failing, Failure

MOST_BYTES = 4_000_000
"""A coded story is a few kilobytes; what is longer is no answer."""
_STEP = 65_536
_LONGEST_WAIT = 60.0
"""Seconds a server may ask to be left alone; more is cut to this."""


def post(endpoint: Endpoint, body: Mapping[str, Any], *, seconds: float) -> bytes | Failure:
    """The server's answer to a JSON body, or why there is none.

    `seconds` bound the whole exchange, from connecting to the last byte. A redirect is not
    followed: the text would go where the analyst did not send it.
    """
    deadline = _Deadline(seconds)
    with deadline:
        try:
            with _opener(endpoint, deadline).open(_request(endpoint, body), timeout=seconds) as answer:
                return _read(answer, deadline)
        except urllib.error.HTTPError as error:
            with error:
                return _refused(error, endpoint)
        except urllib.error.URLError as error:
            return _broken(error.reason, deadline, seconds)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _broken(error, deadline, seconds)


def _request(endpoint: Endpoint, body: Mapping[str, Any]) -> urllib.request.Request:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "User-Agent": f"brink/{__version__}",
    }
    request = urllib.request.Request(endpoint.url, json.dumps(body).encode(), headers, method="POST")
    if endpoint.key:
        request.add_unredirected_header("Authorization", f"Bearer {endpoint.key}")
    return request


class _Deadline:
    """Shuts the sockets of one exchange when its time is up: bytes that drip reset no clock."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def watch(self, opened: socket.socket) -> None:
        self._sockets.append(opened)

    def _pass(self) -> None:
        self.passed = True
        for opened in self._sockets:
            try:
                opened.shutdown(socket.SHUT_RDWR)
            except OSError:
                # Closed on its own a moment ago.
                continue


def _watched(kind: type[http.client.HTTPConnection], deadline: _Deadline) -> Callable[..., Any]:
    """Connections of that kind, each of whose sockets the deadline knows."""

    class Watched(kind):  # type: ignore[misc,valid-type]
        def connect(self) -> None:
            super().connect()
            deadline.watch(self.sock)

    return Watched


class _Http(urllib.request.HTTPHandler):
    def __init__(self, deadline: _Deadline) -> None:
        super().__init__()
        self._connection = _watched(http.client.HTTPConnection, deadline)

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._connection, req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, deadline: _Deadline) -> None:
        super().__init__()
        self._connection = _watched(http.client.HTTPSConnection, deadline)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._connection, req, context=self._context)  # type: ignore[attr-defined]


class _Staying(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def _opener(endpoint: Endpoint, deadline: _Deadline) -> urllib.request.OpenerDirector:
    # A proxy of the environment must not see what is meant for this machine.
    proxies = urllib.request.ProxyHandler({} if endpoint.is_local else None)
    return urllib.request.build_opener(proxies, _Http(deadline), _Https(deadline), _Staying())


def _read(answer: IO[bytes], deadline: _Deadline) -> bytes | Failure:
    if deadline.passed:
        raise TimeoutError
    kind = str(getattr(answer, "headers", {}).get("Content-Type", ""))
    if "json" not in kind.lower():
        return Failure(
            "not JSON by its type", f"the server sent {kind[:60]!r}; is the address that of an API?"
        )
    whole = bytearray()
    while piece := answer.read1(_STEP):  # type: ignore[attr-defined]
        whole += piece
        if len(whole) > MOST_BYTES:
            return Failure("too large", f"more than {MOST_BYTES:,} bytes")
    if deadline.passed:
        raise TimeoutError
    length = getattr(answer, "length", None)
    if length:
        return Failure("cut off", f"{length:,} bytes of the answer never came")
    return bytes(whole)


def _refused(error: urllib.error.HTTPError, endpoint: Endpoint) -> Failure:
    said = f"HTTP {error.code} {_words(error, endpoint)}".strip()
    if 300 <= error.code < 400:
        target = str(error.headers.get("Location", ""))[:120]
        return Failure(
            "redirected", f"HTTP {error.code} to {target!r}, not followed; name that address if it is right"
        )
    if error.code == 429:
        return Failure("too many requests", said, _wait(error.headers.get("Retry-After")))
    if error.code >= 500:
        return Failure("server error", said, _wait(error.headers.get("Retry-After")))
    named: dict[int, Failing] = {401: "not allowed", 403: "not allowed", 404: "not found", 405: "not found"}
    return Failure(named.get(error.code, "bad request"), said)


def _words(error: urllib.error.HTTPError, endpoint: Endpoint) -> str:
    """What the server says of its refusal, without the key, which some servers repeat."""
    try:
        said = error.read(2_000).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    try:
        inside = json.loads(said)["error"]
        said = str(inside.get("message", inside) if isinstance(inside, dict) else inside)
    except (ValueError, KeyError, TypeError, RecursionError):
        said = said if not said.lstrip().startswith("<") else ""
    if endpoint.key:
        said = said.replace(endpoint.key, "[key]")
    return said


def _wait(header: str | None) -> float | None:
    """Whole seconds only: a date would need the server's clock."""
    return min(float(header), _LONGEST_WAIT) if header and header.isascii() and header.isdecimal() else None


def _broken(reason: object, deadline: _Deadline, seconds: float) -> Failure:
    if deadline.passed or isinstance(reason, TimeoutError):
        return Failure("timed out", f"no whole answer within {seconds:g} s")
    if isinstance(reason, (ConnectionRefusedError, socket.gaierror, ssl.SSLError)):
        return Failure("unreachable", str(reason))
    if isinstance(reason, (ConnectionError, http.client.HTTPException, ValueError)):
        return Failure("cut off", f"{type(reason).__name__}: {reason}")
    return Failure("unreachable", str(reason))
