"""The live page over HTTP: its files, and a word to the open browser whenever there is another version."""

from __future__ import annotations

import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tui.page.content.addresses import INDEX
from tui.page.serve.live import LiveSite
from tui.page.serve.visitors import HOST, SAFE_HEADERS, is_welcome

CHANGES = "/changes"
ALIVE = 10.0
"""Seconds after which a browser that waits is told that there is nothing, to see that it is there still."""
MOST_WAITING = 64
"""Browsers that wait at once."""


class PageServer(ThreadingHTTPServer):
    """Serves the pages of a live site to this machine."""

    daemon_threads = True
    request_queue_size = 32

    def __init__(self, site: LiveSite, port: int) -> None:
        """With port 0 the system chooses one. OSError where the port is taken."""
        self.site = site
        self.waiting = threading.BoundedSemaphore(MOST_WAITING)
        super().__init__((HOST, port), _Handler)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{HOST}:{self.port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: PageServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "jalon", ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with a page, or with the news."""
        self._answer(has_body=True)

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._answer(has_body=False)

    def _answer(self, *, has_body: bool) -> None:
        if not is_welcome(self.headers.get("Host"), self.headers.get("Origin"), self.server.port):
            self._send(HTTPStatus.FORBIDDEN, b"", has_body=has_body)
            return
        path = self.path.partition("?")[0]
        if path == CHANGES and has_body:
            self._tell_changes()
            return
        page = self.server.site.page(path.lstrip("/") or INDEX)
        if page is None:
            self._send(HTTPStatus.NOT_FOUND, b"", has_body=has_body)
        else:
            self._send(HTTPStatus.OK, page.encode(), has_body=has_body)

    def _send(self, status: HTTPStatus, body: bytes, *, has_body: bool) -> None:
        self.send_response(status)
        self._safe_headers()
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if has_body:
            self.wfile.write(body)

    def _safe_headers(self) -> None:
        for name, value in SAFE_HEADERS.items():
            self.send_header(name, value)

    def _tell_changes(self) -> None:
        """Tell the version that there is, then each other one (server-sent events)."""
        if not self.server.waiting.acquire(blocking=False):
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"", has_body=True)
            return
        try:
            self.close_connection = True
            self.send_response(HTTPStatus.OK)
            self._safe_headers()
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            with suppress(OSError):
                self._keep_telling()
        finally:
            self.server.waiting.release()

    def _keep_telling(self) -> None:
        site = self.server.site
        number = site.now.number
        self.wfile.write(f"retry: 500\ndata: {number}\n\n".encode())
        while not site.is_over:
            other = site.wait_for_another(number, ALIVE)
            if other is not None:
                number = other.number
            self.wfile.write(f"data: {number}\n\n".encode() if other else b":\n\n")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server has
        """Nothing is logged."""
