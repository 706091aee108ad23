"""The app in a browser: read with keys, by whoever has the token, and by nobody else."""

from __future__ import annotations

import base64
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from tests.conftest import ROOT
from tests.page.browser import Browser

pytest.importorskip("textual_serve")
pyte = pytest.importorskip("pyte")


class Served:
    """A running `jalon serve --app`."""

    def __init__(self, process: subprocess.Popen[str], file: str) -> None:
        self.process, self.file = process, file
        assert process.stdout is not None
        self.address = process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([\w-]{20,})/", self.address)
        assert found, self.address
        self.port, self.token = int(found[1]), found[2]

    def sessions(self) -> list[int]:
        """The processes of the sessions."""
        return [pid for pid, line in processes() if "serve_session" in line and self.file in line]

    def ask(self, path: str, **headers: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status

    def socket(self, **headers: str) -> tuple[int, http.client.HTTPConnection]:
        """The answer to a WebSocket's first words, and the connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        key = base64.b64encode(os.urandom(16)).decode()
        asked = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
        asked |= {"Sec-WebSocket-Key": key, **headers}
        connection.request("GET", f"/{self.token}/ws?width=80&height=24", headers=asked)
        return connection.getresponse().status, connection


def processes() -> Iterator[tuple[int, str]]:
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                yield int(name), Path(f"/proc/{name}/cmdline").read_text().replace("\0", " ")
            except (OSError, UnicodeDecodeError):
                continue


@contextmanager
def served(file: Path) -> Iterator[Served]:
    command = [sys.executable, "-m", "tui", "serve", str(file), "--app", "--port", "0", "--today", "2026-11-30"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=env, text=True)
    try:
        one = Served(process, str(file))
        yield one
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        if process.stdout is not None:
            process.stdout.close()
    until(lambda: not one.sessions())


def until(holds: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


class Screen:
    """The screen of the terminal in a browser, as far as its frames were read."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.screen = pyte.Screen(400, 100)
        self.stream = pyte.ByteStream(self.screen)

    def text(self) -> str:
        for one in self.browser._log("performance"):
            message = json.loads(one["message"])["message"]
            if message["method"] == "Network.webSocketFrameReceived":
                frame = message["params"]["response"]
                if frame["opcode"] == 2:
                    self.stream.feed(base64.b64decode(frame["payloadData"]))
        return "\n".join(self.screen.display)

    def shows(self, words: str) -> None:
        end = time.monotonic() + 20
        while words not in (text := self.text()):
            assert time.monotonic() < end, text
            time.sleep(0.05)


@pytest.fixture
def story(folder: Path, tmp_path: Path) -> Path:
    """The story with a private event in it."""
    text = (folder / "events.yaml").read_text()
    event = "- {id: secret, date: 2025-12-31, title: SECRET-MEMO, private: true, sources: [bladi-116490]}\n"
    (tmp_path / "story.yaml").write_text(text.replace("\nevents:\n", f"\nevents:\n{event}", 1))
    return tmp_path / "story.yaml"


def test_a_reader_filters_by_actor_with_the_keys_and_can_only_read(browser: Browser, story: Path) -> None:
    with served(story) as server:
        browser.go(server.address)
        screen = Screen(browser)
        screen.shows("TotalEnergies' contract with IKANBI")
        assert "SECRET-MEMO" not in screen.text()
        until(lambda: "xterm" in browser.run("return document.activeElement.className"))
        browser.press("a")
        screen.shows("type to narrow")
        browser.press(*"ikanbi", Keys.ENTER)
        screen.shows("IKANBI ×")
        browser.press("e")
        screen.shows("no file")
        asked = [one for one in browser.asked() if not one.startswith(("chrome:", server.address))]
        assert asked == []
        assert [line for line in browser.said() if "WebGL" not in line and "ping" not in line] == []
        assert len(server.sessions()) == 1
        browser.driver.get("about:blank")
        until(lambda: not server.sessions())


def test_only_who_has_the_token_comes_in_and_no_page_of_another_site(story: Path) -> None:
    with served(story) as server:
        own = f"http://127.0.0.1:{server.port}"
        assert server.ask(f"/{server.token}/") == 200
        assert server.ask(f"/{server.token}/", Origin=own) == 200
        for path in ("/", "/ws", f"/{server.token[:-1]}/", f"/{server.token}x/", f"/{'x' * 22}/ws"):
            assert server.ask(path) == 404
        assert server.ask(f"/{server.token}/", Host="evil.example") == 403
        assert server.ask(f"/{server.token}/", Origin="https://evil.example") == 403
        for headers in ({}, {"Origin": "https://evil.example"}, {"Origin": own, "Host": "evil.example"}):
            assert server.socket(**headers)[0] == 403
        assert server.sessions() == []


def test_at_most_eight_sessions_and_none_outlives_its_server(story: Path) -> None:
    with served(story) as server:
        own = f"http://127.0.0.1:{server.port}"
        opened = [server.socket(Origin=own) for _ in range(8)]
        assert [status for status, _connection in opened] == [101] * 8
        assert server.socket(Origin=own)[0] == 503
        until(lambda: len(server.sessions()) == 8)
        server.process.kill()
        until(lambda: not server.sessions())
