"""A server of the tests on 127.0.0.1, with every manner that servers of the world have."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec

import pytest

LIBRARIES = ("urllib3", "warcio", "selectolax", "pypdf", "rfc3161_client")
needs_proof_extra = pytest.mark.skipif(
    any(find_spec(name) is None for name in LIBRARIES), reason="the extra `proof` holds what is needed"
)

TEXT = "The board met on Monday. The contract of the site ends in December, and 300 jobs go to Tangier."
PAGE = f"<!doctype html><html><head><title>Trends</title></head><body><p>{TEXT}</p></body></html>".encode()


class Web(ThreadingHTTPServer):
    """The server, with what it was asked for, and pages that a test puts there."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Manners)
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.pages: dict[str, bytes] = {}
        self.statuses: dict[str, int] = {}
        """Statuses of paths that have another than 200."""
        self.moved: dict[str, str] = {}

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: most clients of these tests hang up."""


@contextmanager
def serving() -> Iterator[Web]:
    """The server while it runs."""
    server = Web()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class _Manners(BaseHTTPRequestHandler):
    server: Web

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append(self.path)
        self.server.headers.append(dict(self.headers.items()))
        manner = getattr(self, "_" + path.strip("/").partition("/")[0].replace("-", "_"), None)
        if path in self.server.statuses:
            self._answer(b"<p>No.</p>", self.server.statuses[path])
        elif self.path in self.server.moved:
            self._answer(b"", 301, Location=self.server.moved[self.path])
        elif path in self.server.pages:
            self._answer(self.server.pages[path])
        elif manner is not None:
            with suppress(OSError):
                manner()
        else:
            self._answer(PAGE)

    def _answer(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Set-Cookie", "follow=1")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _rest(self) -> str:
        return self.path.strip("/").partition("/")[2]

    def _status(self) -> None:
        self._answer(b"<p>No.</p>", int(self._rest()))

    def _wait(self) -> None:
        self._answer(b"<p>Later.</p>", 429, Retry_After="120")

    def _redirect(self) -> None:
        left = int(self._rest())
        self._answer(b"", 302, Location=f"/redirect/{left - 1}" if left > 1 else "/landed")

    def _loop(self) -> None:
        self._answer(b"", 301, Location="/loop")

    def _to(self) -> None:
        self._answer(b"", 302, Location=self.path.partition("?")[2])

    def _nowhere(self) -> None:
        self._answer(b"<p>moved</p>", 301)

    def _gzip(self) -> None:
        self._answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def _latin(self) -> None:
        self._answer("<p>La grève est finie, dit-on à Liège.</p>".encode("latin-1"))

    def _cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE) * 2))
        self.end_headers()
        self.wfile.write(PAGE)

    def _cut_chunk(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"%x\r\n%s" % (len(PAGE) * 2, PAGE))

    def _chunks(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in (PAGE[:20], PAGE[20:]):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def _huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000000000000")
        self.end_headers()
        self.wfile.write(b"<p>")

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def _silent(self) -> None:
        time.sleep(3)

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _second in range(100):
            time.sleep(0.05)
            self.wfile.write(b"X-Slow: 1\r\n")
        self.end_headers()

    def _hang_up(self) -> None:
        self.connection.close()

    def _garbage(self) -> None:
        self.wfile.write(b"\x00\x01\x02 no protocol at all\r\n\r\n")

    def _many_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 100_000 + b"\r\n")

    def _empty(self) -> None:
        self._answer(b"")

    def _once(self) -> None:
        is_first = self.server.asked.count(self.path) == 1
        self._answer(PAGE, 503 if is_first else 200)
