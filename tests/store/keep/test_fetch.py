"""A page is fetched with all care: what a server does to a naive program is said in a clause, and costs little."""

from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.store.keep.web import PAGE, Web, needs_proof_extra, serving
from tui import __version__
from tui.core.proof.ledger import ALIVE, GONE, MOVED, REFUSED, UNREACHABLE
from tui.store.keep import fetch as fetching
from tui.store.keep.fetch import Fetched, Limits, fetch
from tui.store.keep.warc import warc

pytestmark = needs_proof_extra
QUICK = Limits(size=200_000, connecting=1, silence=0.3, time=1, pause=0)


@pytest.fixture(scope="module")
def server() -> Iterator[Web]:
    with serving() as one:
        yield one


@pytest.fixture
def web(server: Web) -> Web:
    server.asked.clear()
    server.headers.clear()
    server.pages.clear()
    server.statuses.clear()
    return server


def records(found: Fetched) -> list[Any]:
    from warcio.archiveiterator import ArchiveIterator

    kept = BytesIO(warc(found.exchanges, "test.warc.gz"))
    return [
        (one.rec_type, one.rec_headers, one.http_headers, one.content_stream().read())
        for one in ArchiveIterator(kept, check_digests="raise")
    ]


def test_a_page_is_fetched_with_an_honest_name_and_no_cookie(web: Web) -> None:
    found = fetch(web.at("/article?id=1#part"), "fr", QUICK)
    assert (found.state, found.status, found.why, found.to, found.media) == (ALIVE, 200, "", "", "text/html")
    assert [one.body for one in found.exchanges] == [PAGE]
    assert web.asked == ["/article?id=1"]
    (asked,) = web.headers
    assert asked["User-Agent"].startswith(f"jalon/{__version__} (")
    assert asked["Accept-Language"] == "fr,*;q=0.5"
    assert not {"Cookie", "Authorization", "Referer"} & set(asked)


def test_request_and_answer_are_kept_with_their_headers(web: Web) -> None:
    url = web.at("/redirect/2")
    kinds = [(kind, about.get_header("WARC-Target-URI")) for kind, about, *_others in records(fetch(url, None, QUICK))]
    assert kinds == [
        ("warcinfo", None),
        ("response", url), ("request", url),
        ("response", web.at("/redirect/1")), ("request", web.at("/redirect/1")),
        ("response", web.at("/landed")), ("request", web.at("/landed")),
    ]  # fmt: skip
    _kind, about, headers, body = records(fetch(url, None, QUICK))[-2]
    assert about.get_header("WARC-IP-Address") == "127.0.0.1"
    assert headers.get_statuscode() == "200"
    assert headers.get_header("Set-Cookie") == "follow=1"
    assert body == PAGE
    request = records(fetch(url, None, QUICK))[-1][2]
    assert f"{request.protocol} {request.statusline}" == "GET /landed HTTP/1.1"
    assert request.get_header("Host") == f"127.0.0.1:{web.server_port}"


@pytest.mark.parametrize("path", ["/gzip", "/chunks"])
def test_a_body_is_kept_as_it_came_and_reads_as_the_page(web: Web, path: str) -> None:
    found = fetch(web.at(path), None, QUICK)
    assert found.exchanges[-1].body in (PAGE, gzip.compress(PAGE)) or path == "/gzip"
    assert records(found)[1][3] == PAGE


def test_a_page_in_the_wrong_letters_is_kept_byte_for_byte(web: Web) -> None:
    body = records(fetch(web.at("/latin"), None, QUICK))[1][3]
    assert body == "<p>La grève est finie, dit-on à Liège.</p>".encode("latin-1")


@pytest.mark.parametrize(
    ("path", "state", "status", "why"),
    [
        ("/status/401", REFUSED, 401, "it is refused to a machine; a person may be able to read it"),
        ("/status/403", REFUSED, 403, "it is refused to a machine; a person may be able to read it"),
        ("/wait", REFUSED, 429, "it is refused to a machine; a person may be able to read it"),
        ("/status/451", REFUSED, 451, "it is refused to a machine; a person may be able to read it"),
        ("/status/999", REFUSED, 999, "it is refused to a machine; a person may be able to read it"),
        ("/status/404", GONE, 404, "it is gone from its address"),
        ("/status/410", GONE, 410, "it is gone from its address"),
        ("/status/500", UNREACHABLE, 500, "it cannot be reached"),
        ("/nowhere", UNREACHABLE, 301, "it cannot be reached"),
        ("/empty", ALIVE, 200, "the answer is empty"),
        ("/loop", UNREACHABLE, 301, "it leads on more than 10 times"),
        ("/redirect/11", UNREACHABLE, 302, "it leads on more than 10 times"),
        ("/cut", UNREACHABLE, None, "its answer is cut off, or is no answer"),
        ("/cut-chunk", UNREACHABLE, None, "its answer is cut off, or is no answer"),
        ("/hang-up", UNREACHABLE, None, "its answer is cut off, or is no answer"),
        ("/garbage", UNREACHABLE, None, "its answer is cut off, or is no answer"),
        ("/many-headers", UNREACHABLE, None, "its answer is cut off, or is no answer"),
        ("/huge", ALIVE, None, "it is larger than 1 MB"),
        ("/endless", ALIVE, None, "it is larger than 1 MB"),
        ("/silent", UNREACHABLE, None, "it does not come within 0 seconds"),
        ("/drip", UNREACHABLE, None, "it does not come within 1 second"),
    ],
)
def test_what_cannot_be_kept_is_said_in_a_clause(web: Web, path: str, state: str, status: int | None, why: str) -> None:
    begun = time.monotonic()
    found = fetch(web.at(path), None, QUICK)
    assert (found.state, found.status, str(found.why)) == (state, status, why)
    assert time.monotonic() - begun < 3


def test_a_handshake_that_drips_is_hung_up_on() -> None:
    import socket
    import threading

    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            call, _address = server.accept()
            with call, suppress(OSError):
                call.sendall(b"\x16\x03\x03\x40\x00")
                for _moment in range(200):
                    call.sendall(b"\x00")
                    time.sleep(0.05)

        threading.Thread(target=drip, daemon=True).start()
        begun = time.monotonic()
        found = fetch(f"https://127.0.0.1:{server.getsockname()[1]}/", None, QUICK)
        assert (found.state, str(found.why)) == (UNREACHABLE, "it does not come within 1 second")
        assert time.monotonic() - begun < 3


def test_ten_redirects_are_followed_and_where_they_led_is_known(web: Web) -> None:
    found = fetch(web.at("/redirect/10"), None, QUICK)
    assert (found.state, found.to, found.why) == (MOVED, web.at("/landed"), "")
    assert len(web.asked) == 11


def test_another_form_of_the_same_address_is_no_other_place(web: Web) -> None:
    web.moved["/a"] = "/a/?utm_source=mail"
    found = fetch(web.at("/a"), None, QUICK)
    assert (found.state, found.to, len(found.exchanges)) == (ALIVE, "", 2)
    web.moved["/a"] = "/b"
    assert fetch(web.at("/a"), None, QUICK).state == MOVED


def test_a_page_that_leads_to_the_front_page_is_not_kept(web: Web) -> None:
    found = fetch(web.at("/to?/"), None, QUICK)
    assert (found.state, found.to, str(found.why)) == (MOVED, web.at("/"), "it leads to the front page")


STEERING = (
    "file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:alert(1)", "http://user:word@127.0.0.1/", "http://[",
)  # fmt: skip


@pytest.mark.parametrize("target", STEERING)
def test_a_redirect_leads_to_plain_addresses_of_the_web_alone(web: Web, target: str) -> None:
    found = fetch(web.at(f"/to?{target}"), None, QUICK)
    assert (found.state, str(found.why)) == (UNREACHABLE, "it leads to something that is no plain address of the web")
    assert len(web.asked) == 1


def test_the_open_web_does_not_lead_into_the_local_network(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([True, False])
    monkeypatch.setattr(fetching, "_is_global", lambda _peer: next(answers))
    found = fetch(web.at("/to?/inside"), None, QUICK)
    assert str(found.why) == "it leads from the open web to a machine of the local network"
    assert web.asked == ["/to?/inside"]


@pytest.mark.parametrize(
    ("peer", "is_global"),
    [("93.184.216.34", True), ("127.0.0.1", False), ("10.0.0.1", False), ("169.254.169.254", False), ("::1", False),
     ("::ffff:127.0.0.1", False),
     ("fe80::1%eth0", False), ("2606:2800:220:1::1", True), ("", False)],
)  # fmt: skip
def test_the_open_web_is_known_from_the_local_network(peer: str, is_global: bool) -> None:
    assert fetching._is_global(peer) is is_global


@pytest.mark.parametrize(
    "address", ["ftp://example.org/", "http://u:p@example.org/", "http://", "copies/a.html", "http://a b/"]
)
def test_nothing_else_is_fetched(address: str) -> None:
    assert str(fetch(address, None, QUICK).why) == "it is no address that jalon opens"


def test_a_host_that_is_not_there_is_said(web: Web) -> None:
    assert str(fetch("http://nowhere.invalid/", None, QUICK).why) == "its host is not found"
    web_less = fetch("http://127.0.0.1:9/", None, QUICK)
    assert (web_less.state, str(web_less.why)) == (UNREACHABLE, "its host takes no call (connection refused)")


def test_a_failure_that_may_pass_is_tried_once_more(web: Web) -> None:
    assert fetch(web.at("/once"), None, QUICK).why == ""
    assert web.asked == ["/once", "/once"]
    fetch(web.at("/cut"), None, QUICK)
    fetch(web.at("/status/404"), None, QUICK)
    fetch(web.at("/wait"), None, QUICK)
    assert web.asked[2:] == ["/cut", "/cut", "/status/404", "/wait"]


def test_how_long_a_server_asks_to_wait_is_known(web: Web) -> None:
    assert fetch(web.at("/wait"), None, QUICK).wait == "120"


def test_a_proxy_of_the_environment_is_not_asked(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetch(web.at("/a"), None, QUICK).why == ""


@pytest.mark.skipif(shutil.which("openssl") is None, reason="the certificate of the test is made with openssl")
def test_a_page_is_had_over_tls_by_a_good_certificate_and_by_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-keyout", "key.pem", "-out", "cert.pem", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost"]  # fmt: skip
    subprocess.run(made, cwd=tmp_path, capture_output=True, check=True)
    with serving() as safe:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
        safe.socket = context.wrap_socket(safe.socket, server_side=True)
        address = f"https://localhost:{safe.server_port}/a"
        assert str(fetch(address, None, QUICK).why) == "its certificate is not good, or its connection is not safe"
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        found = fetch(address, None, QUICK)
        assert (found.why, found.exchanges[-1].body, found.exchanges[-1].peer) == ("", PAGE, "127.0.0.1")
        assert found.exchanges[-1].request.startswith(b"GET /a HTTP/1.1\r\n")
