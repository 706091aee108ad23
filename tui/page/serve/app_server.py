"""The app in browsers of this machine: a process a session, ended with it, over the client of textual-serve."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from types import SimpleNamespace

import textual_serve
from aiohttp import WSMsgType, web
from markupsafe import Markup
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.core.text.messages import _, spoken
from tui.core.theme import Theme
from tui.page.serve.visitors import HOST, SAFE_HEADERS, is_welcome
from tui.page.site.colours import colours
from tui.page.site.render import environment, hash_of, script

MOST = 8
"""Sessions at once."""
PATIENCE = 2.0
"""Seconds that a session has to end by itself."""
COLUMNS, ROWS = 400, 200
"""The largest terminal that a browser may ask for."""
_SEES = frozenset(("stdin", "resize", "ping", "blur", "focus"))
"""The kinds of messages that a browser sends."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Session(AppService):
    """One process of the app; it is started without a shell, and never outlives its browser."""

    def __init__(self, arguments: Sequence[str], to: web.WebSocketResponse) -> None:
        """`arguments` are the words of the command line that opens the app."""
        super().__init__(
            "",
            write_bytes=to.send_bytes,
            write_str=to.send_str,
            close=to.close,  # type: ignore[arg-type]  # it gives a word on how it went
            download_manager=DownloadManager(),
        )
        self.arguments = arguments

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            *self.arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._build_environment(width=width, height=height),
            start_new_session=True,  # ctrl+c is for the server, which ends its sessions
        )
        self._stdin = self._process.stdin
        return self._process

    async def stop(self) -> None:
        """End the process: asked first, and then made to."""
        with suppress(asyncio.TimeoutError, OSError, RuntimeError):
            await asyncio.wait_for(super().stop(), PATIENCE)
        process = self._process
        if process is not None and process.returncode is None:
            try:
                await asyncio.wait_for(process.wait(), PATIENCE)
            except TimeoutError:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()


class AppServer:
    """Serves the app under an address with a token."""

    def __init__(self, arguments: Sequence[str], title: str, theme: Theme, port: int) -> None:
        """With port 0 the system chooses one. OSError where the port is taken."""
        self.arguments, self.title, self.theme = arguments, title, theme
        self.token = secrets.token_urlsafe(16)
        self.socket = socket.create_server((HOST, port))
        self.port = int(self.socket.getsockname()[1])
        self.sessions: set[web.WebSocketResponse] = set()

    @property
    def address(self) -> str:
        """The address to open, with its token."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def serve(self) -> None:
        """Serve until ctrl+c or SIGTERM; then every session ends."""
        web.run_app(
            self._application(), sock=self.socket, print=None, access_log=None, shutdown_timeout=2 * PATIENCE
        )

    def _application(self) -> web.Application:
        made = web.Application(middlewares=[self._guard])
        base = f"/{self.token}"
        statics = os.path.join(os.path.dirname(textual_serve.__file__), "static")
        made.router.add_get(f"{base}/", self._index)
        made.router.add_get(f"{base}/ws", self._session)
        made.router.add_static(f"{base}/static", statics)
        made.on_shutdown.append(self._close_all)
        return made

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse whoever another site has sent; a wrong token leads nowhere, for no other address is known."""
        if not is_welcome(request.headers.get("Host"), request.headers.get("Origin"), self.port):
            raise web.HTTPForbidden(text="")
        is_session = request.path == f"/{self.token}/ws"
        if is_session and "Origin" not in request.headers:
            raise web.HTTPForbidden(text="")  # a browser always says who sent it
        answer = await handler(request)
        if not is_session:
            answer.headers.update({**SAFE_HEADERS, "Content-Security-Policy": self._policy()})
        return answer

    def _policy(self) -> str:
        own = f"ws://{HOST}:{self.port} ws://localhost:{self.port}"
        return (
            f"default-src 'none'; script-src 'self' {hash_of(script('app.js'))}; "  # no words: a policy
            "style-src 'self' 'unsafe-inline'; font-src 'self'; "  # no words: so
            f"img-src 'self' data:; connect-src 'self' {own}; base-uri 'none'; form-action 'none'"  # no words: a policy
        )

    async def _index(self, request: web.Request) -> web.Response:
        """The page with the terminal."""
        found = colours(self.theme)
        text = environment().get_template("app.html").render(
            lang=spoken(),
            title=self.title,
            ground=found["ground"],
            text=found["text"],
            socket=f"ws://{request.host}/{self.token}/ws",
            script=Markup(script("app.js")),  # noqa: S704 - jalon's own
            words=SimpleNamespace(ended=_("The session has ended."), again=_("Begin another")),
        )
        return web.Response(text=text, content_type="text/html")

    async def _session(self, request: web.Request) -> web.StreamResponse:
        """A session: from the browser's connection to its end."""
        if len(self.sessions) >= MOST:
            raise web.HTTPServiceUnavailable(text="")
        connection = web.WebSocketResponse(heartbeat=5, max_msg_size=64 * 1024)
        self.sessions.add(connection)
        try:
            await connection.prepare(request)
            session = Session(self.arguments, connection)
            await session.start(_size(request, "width", COLUMNS, 80), _size(request, "height", ROWS, 24))
            try:
                await _converse(connection, session)
            finally:
                await asyncio.shield(session.stop())
        finally:
            self.sessions.discard(connection)
        return connection

    async def _close_all(self, _app: web.Application) -> None:
        for connection in tuple(self.sessions):
            await connection.close()


def _size(request: web.Request, name: str, most: int, usual: int) -> int:
    said = request.query.get(name, "")
    return min(max(int(said), 1), most) if said.isascii() and said.isdigit() and len(said) < 6 else usual


async def _converse(connection: web.WebSocketResponse, session: Session) -> None:
    """Pass on what the browser sends, until it goes; what it should not send ends the session."""
    async for message in connection:
        if message.type is not WSMsgType.TEXT:
            return
        try:
            kind, *values = message.json()
            if kind not in _SEES:
                return
            if kind == "stdin":
                await session.send_bytes(str(values[0]).encode())
            elif kind == "resize":
                width, height = int(values[0]["width"]), int(values[0]["height"])
                await session.set_terminal_size(min(max(width, 1), COLUMNS), min(max(height, 1), ROWS))
            elif kind == "ping":
                await connection.send_json(["pong", values[0]])
            else:
                await (session.blur() if kind == "blur" else session.focus())
        except (ValueError, TypeError, KeyError, IndexError):
            return


def session_arguments(path: str, *values: str) -> list[str]:
    """The command line of a session: this Python, and what is to be shown."""
    return [sys.executable, "-m", "tui.cli.commands.serve_session", os.path.abspath(path), *values]
