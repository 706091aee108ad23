"""One page fetched because somebody asks for it: http and https only, within limits, without cookies or names.

Each redirect is looked at before it is followed. It may not lead from the open web to a machine of the local network.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from tui import __version__
from tui.core.citation.links import safe_url
from tui.core.proof.ledger import ALIVE, MOVED, UNREACHABLE
from tui.core.proof.link_states import REDIRECTS, STATE_WORDS, is_front_page, state_of
from tui.core.text.messages import forms, worded, worded_number
from tui.store.keep.warc import Exchange
from tui.store.system.os_errors import reason_of

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

USER_AGENT = f"jalon/{__version__} (a copy kept because a reader asked for it)"  # no words: for servers
_PIECE = 65536


class Limits(NamedTuple):
    """The most that a page may cost."""

    size: int = 20_000_000
    """Bytes, as they come."""
    connecting: float = 10
    """Seconds until a machine takes the call."""
    silence: float = 20
    """Seconds without a byte."""
    time: float = 90
    """Seconds for all of it, redirects included."""
    redirects: int = 10
    pause: float = 2
    """Seconds before a failure is tried once more."""


class Fetched(NamedTuple):
    """The outcome for an address."""

    url: str
    state: str
    """One of `LINK_STATES`."""
    status: int | None = None
    to: str = ""
    """The address that it leads to, where that is of another page."""
    why: str = ""
    """The reason why there is nothing to keep, in one clause; empty where there is."""
    exchanges: tuple[Exchange, ...] = ()
    """The request for each address on the way, with its answer; the last is the page."""
    wait: str = ""
    """The seconds, or the time, that the server asks to wait."""

    @property
    def media(self) -> str:
        """The kind of content, as the server says: `text/html`."""
        headers = self.exchanges[-1].headers if self.exchanges else ()
        said = next((value for name, value in headers if name.lower() == "content-type"), "")
        return said.partition(";")[0].strip().lower()


class _Failed(Exception):
    """A page that cannot be had, and why, in one clause."""

    def __init__(self, why: str, state: str = UNREACHABLE, *, is_worth_another: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.state = state
        self.is_worth_another = is_worth_another


def fetch(url: str, language: str | None = None, limits: Limits | None = None) -> Fetched:
    """The page at an address, or why there is none; tried twice where the first failure may be a passing one."""
    limits = limits or Limits()
    found, is_worth_another = _tried(url, language, limits)
    if is_worth_another:
        time.sleep(limits.pause)
        found, _again = _tried(url, language, limits)
    return found


def _tried(url: str, language: str | None, limits: Limits) -> tuple[Fetched, bool]:
    exchanges: list[Exchange] = []
    address = safe_url(url)
    if address is None:
        return Fetched(url, UNREACHABLE, why=worded("it is no address that jalon opens")), False
    first = address = address.partition("#")[0]
    ends = time.monotonic() + limits.time
    is_open = False
    try:
        for _hop in range(limits.redirects + 1):
            one = _exchange(address, language, limits, ends, is_open=is_open)
            exchanges.append(one)
            is_open = is_open or _is_global(one.peer)
            further = _further(one)
            if not further:
                return _outcome(url, first, address, tuple(exchanges))
            address = further
    except _Failed as failed:
        status = _status(exchanges[-1]) if exchanges else None
        return Fetched(url, failed.state, status, why=failed.why), failed.is_worth_another
    many = limits.redirects
    why = worded_number("it leads on more than {number} time", "it leads on more than {number} times", many)
    return Fetched(url, UNREACHABLE, _status(exchanges[-1]), why=why), False


def _outcome(url: str, first: str, last: str, exchanges: tuple[Exchange, ...]) -> tuple[Fetched, bool]:
    """The outcome of a page that was answered, and whether to ask once more."""
    page = exchanges[-1]
    status = _status(page)
    state = state_of(status, first, last)
    found = Fetched(url, state, status, last if state == MOVED else "", "", exchanges, _header(page, "retry-after"))
    if state not in (ALIVE, MOVED):
        return found._replace(why=worded(STATE_WORDS[state])), status in (502, 503, 504) and not found.wait
    if not page.body or status in (204, 205):
        return found._replace(why=worded("the answer is empty")), False
    if state == MOVED and is_front_page(first, last):
        return found._replace(why=worded("it leads to the front page")), False
    return found, False


def _further(one: Exchange) -> str:
    """The address that an answer leads to; empty where it is no redirect."""
    location = _header(one, "location")
    if _status(one) not in REDIRECTS or not location:
        return ""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")  # as browsers read what should be ASCII
    try:
        address = safe_url(urljoin(one.url, location.strip()))
    except ValueError:
        address = None
    if address is None:
        raise _Failed(worded("it leads to something that is no plain address of the web"))
    return address.partition("#")[0]


def _status(one: Exchange) -> int:
    return int(one.status.partition(" ")[0])


def _header(one: Exchange, wanted: str) -> str:
    return next((value for name, value in one.headers if name.lower() == wanted), "")


# ---- One request ----


def _exchange(url: str, language: str | None, limits: Limits, ends: float, *, is_open: bool) -> Exchange:
    """One request and its answer; `ends` is the moment when all has to be over, `is_open` said of the open web."""
    import urllib3

    address = urlsplit(url)
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
        "Accept-Encoding": "gzip",
        **({"Accept-Language": f"{language},*;q=0.5"} if language else {}),
    }
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    line = _line_to(address.scheme)
    pool = line.pool(address.hostname, address.port, limits)
    target = (address.path or "/") + (f"?{address.query}" if address.query else "")
    try:
        with pool, line.ended_at(ends):
            line.is_local_refused = is_open
            answer = pool.urlopen(
                "GET", target, headers=headers, redirect=False, retries=False, preload_content=False,
                decode_content=False,
            )  # fmt: skip
            try:
                body = _body(answer, limits)
            finally:
                answer.close()
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        if line.is_kept_out:
            raise _Failed(worded("it leads from the open web to a machine of the local network")) from None
        if line.is_over:
            raise _Failed(_late(limits.time)) from None
        raise _failure(error, limits) from None
    if line.is_over:  # hung up, which a header reads as its end
        raise _Failed(_late(limits.time))
    version = {9: "HTTP/0.9", 10: "HTTP/1.0"}.get(answer.version, "HTTP/1.1")
    status = f"{answer.status} {answer.reason or ''}".strip()
    answered = tuple((name, str(value)) for name, value in answer.headers.items())
    return Exchange(url, at, line.sent, status, version, answered, body, line.peer)


def _body(answer: BaseHTTPResponse, limits: Limits) -> bytes:
    """The bytes of an answer, no more than may be."""
    size = answer.headers.get("Content-Length", "")
    if size.isdecimal() and int(size[:20]) > limits.size:
        raise _too_large(answer, limits)
    body = bytearray()
    for piece in answer.stream(_PIECE, decode_content=False):
        body += piece
        if len(body) > limits.size:
            raise _too_large(answer, limits)
    return bytes(body)


def _too_large(answer: BaseHTTPResponse, limits: Limits) -> _Failed:
    state = ALIVE if 200 <= answer.status < 300 else UNREACHABLE
    return _Failed(worded("it is larger than {number} MB", number=limits.size // 1_000_000 or 1), state)


def _late(seconds: float) -> str:
    one, many = forms("it does not come within {number} second", "it does not come within {number} seconds")
    return worded_number(one, many, round(seconds))


def _failure(error: Exception, limits: Limits) -> _Failed:
    """The words for a failure of the network."""
    from urllib3 import exceptions

    if isinstance(error, exceptions.NameResolutionError):
        return _Failed(worded("its host is not found"), is_worth_another=True)
    if isinstance(error, exceptions.NewConnectionError):
        behind = error.__cause__ or error.__context__
        return _Failed(_no_call(behind), is_worth_another=True)
    if isinstance(error, exceptions.ConnectTimeoutError):
        return _Failed(_late(limits.connecting), is_worth_another=True)
    if isinstance(error, exceptions.ReadTimeoutError):
        return _Failed(_late(limits.silence))
    if isinstance(error, exceptions.SSLError):
        return _Failed(worded("its certificate is not good, or its connection is not safe"))
    if isinstance(error, (exceptions.ProtocolError, OSError)):
        return _Failed(worded("its answer is cut off, or is no answer"), is_worth_another=True)
    return _Failed(worded("its answer cannot be read"))


def _no_call(error: BaseException | None) -> str:
    reason = reason_of(error) if isinstance(error, OSError) else ""
    return worded("its host takes no call ({reason})", reason=reason) if reason else worded("its host takes no call")


# ---- The line ----


def _is_global(peer: str) -> bool:
    import ipaddress

    try:
        address = ipaddress.ip_address(peer.partition("%")[0])
        return (getattr(address, "ipv4_mapped", None) or address).is_global
    except ValueError:
        return False


class _Line:
    """A connection that is watched: what is sent over it, to whom, and until when."""

    sent = b""
    peer = ""
    is_over = False
    """True when its time was over before the answer was there."""
    is_local_refused = False
    """True when a machine of the local network is not to be asked."""
    is_kept_out = False
    """True when that is what it was about to do."""

    def __init__(self, pool_class: Any, settings: dict[str, Any]) -> None:
        self._pool_class = pool_class
        self._settings = settings
        self._call: Any = None
        """The same call once more, for hanging up whatever lies over it."""

    def pool(self, host: str | None, port: int | None, limits: Limits) -> Any:
        """A pool of one connection, which is this one."""
        from urllib3 import Timeout

        pool = self._pool_class(
            host, port, maxsize=1, timeout=Timeout(connect=limits.connecting, read=limits.silence), **self._settings
        )
        pool.ConnectionCls = self._watched(pool.ConnectionCls)
        return pool

    def _watched(self, plain: Any) -> Any:
        line = self

        class Watched(plain):  # type: ignore[misc]  # http or https, as the pool has it
            def _new_conn(self) -> Any:
                called = super()._new_conn()
                line._call = called.dup()
                line.peer = str(called.getpeername()[0])
                if line.is_local_refused and not _is_global(line.peer):
                    called.close()
                    line.is_kept_out = True
                    raise OSError
                return called

            def send(self, data: Any) -> None:
                line.sent += data
                super().send(data)

        return Watched

    @contextmanager
    def ended_at(self, ends: float) -> Iterator[None]:
        """Hang up at a moment, whatever the other side does."""
        timer = Timer(max(ends - time.monotonic(), 0.001), self._hang_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            if self._call is not None:
                self._call.close()

    def _hang_up(self) -> None:
        import socket

        self.is_over = True
        if self._call is not None:
            with suppress(OSError):
                self._call.shutdown(socket.SHUT_RDWR)


def _line_to(scheme: str) -> _Line:
    import urllib3

    if scheme == "https":
        import ssl

        return _Line(urllib3.HTTPSConnectionPool, {"ssl_context": ssl.create_default_context()})
    return _Line(urllib3.HTTPConnectionPool, {})
