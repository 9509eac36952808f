"""A server on this machine that speaks chat completions, and misbehaves on demand."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Behaviour = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Server:
    """Where it listens, and every request it got."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def reports(self) -> list[str]:
        return [body["messages"][1]["content"] for body in self.asked]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    behave: Behaviour
    seen: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.seen.asked.append(body)
        self.seen.headers.append(dict(self.headers))
        try:
            type(self).behave(self, body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass

    def send(self, body: bytes, *, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(behave: Behaviour, *, certificate: tuple[Path, Path] | None = None) -> Iterator[Server]:
    """A server that behaves so, until the block ends; encrypted, with a certificate and its key."""
    seen = Server("")
    kind = type("Behaving", (Handler,), {"behave": staticmethod(behave), "seen": seen})
    http = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    http.daemon_threads = True
    seen.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        http.socket = context.wrap_socket(http.socket, server_side=True)
        seen.url = f"https://localhost:{http.server_address[1]}/v1"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        http.shutdown()
        http.server_close()


def completion(content: str | None, *, finish: str = "stop", **message: object) -> bytes:
    choice = {
        "index": 0,
        "finish_reason": finish,
        "message": {"role": "assistant", "content": content, **message},
    }
    return json.dumps({"id": "c1", "object": "chat.completion", "choices": [choice]}).encode()


def says(content: str | None, **more: Any) -> Behaviour:
    """Always this content."""
    return lambda handler, body: handler.send(completion(content, **more))


def coding(rows: Callable[[str], list[dict[str, object]]]) -> Behaviour:
    """Rows for each report, by its text."""

    def behave(handler: Handler, body: dict[str, Any]) -> None:
        handler.send(completion(json.dumps({"events": rows(body["messages"][1]["content"])})))

    return behave


def status(code: int, words: str = "no", **headers: str) -> Behaviour:
    return lambda handler, body: handler.send(
        json.dumps({"error": {"message": words}}).encode(), status=code, **headers
    )


def raw(body: bytes, *, kind: str = "application/json") -> Behaviour:
    return lambda handler, _: handler.send(body, kind=kind)


def silent(handler: Handler, body: dict[str, Any]) -> None:
    time.sleep(1.0)
    handler.close_connection = True


def dripping(handler: Handler, body: dict[str, Any], *, status: int = 200) -> None:
    """A byte now and then, each in time, for ever."""
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.03)


def dripping_headers(handler: Handler, body: dict[str, Any]) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for i in range(90):
        handler.wfile.write(f"X-{i}: y\r\n".encode())
        handler.wfile.flush()
        time.sleep(0.03)


def dripping_refusal(handler: Handler, body: dict[str, Any]) -> None:
    dripping(handler, body, status=401)


def resetting(handler: Handler, body: dict[str, Any]) -> None:
    import socket
    import struct

    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()
    handler.wfile = open("/dev/null", "wb")  # noqa: SIM115


def breaking_off(handler: Handler, body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def huge(handler: Handler, body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" " * 65_536)
    handler.close_connection = True


def no_http(handler: Handler, body: dict[str, Any]) -> None:
    handler.wfile.write(b"hello there\r\n\r\n")
    handler.close_connection = True


def breaking_a_chunk(handler: Handler, body: dict[str, Any]) -> None:
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"
    )
    handler.close_connection = True
