"""Opening an address: only http and https, one argument, no shell, never waited for."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tui.store.system.browser import NoBrowser, open_address, open_document


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down each argument it is given."""
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word" >> "{tmp_path}/said"; done\n')
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(script))
    return tmp_path / "said"


def said(path: Path) -> str:
    for _ in range(200):
        if path.exists() and path.read_text().endswith("\n"):
            return path.read_text()
        time.sleep(0.01)
    return ""


def test_the_reader_s_browser_gets_the_address_as_one_argument(recorder: Path) -> None:
    address = "https://a.example/x?y=1&z=$(id)#:~:text=a%20b,c"
    open_address(address)
    assert said(recorder) == address + "\n"


@pytest.mark.parametrize(
    "address",
    [
        "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/etc/passwd", "--remote-debugging-port=9",
        "-P", "https://", "https:///x", "http://a.example/\nx", "https://a.example/" + "x" * 3000, "ftp://a.example",
    ],
)  # fmt: skip
def test_nothing_else_is_opened(recorder: Path, address: str) -> None:
    with pytest.raises(NoBrowser, match="only http and https addresses are opened"):
        open_address(address)
    assert not recorder.exists()


def test_a_document_of_this_machine_is_opened_at_its_place(recorder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a b é.pdf"
    path.write_text("x")
    open_document(str(path), "#page=12")
    assert said(recorder) == f"file://{tmp_path}/a%20b%20%C3%A9.pdf#page=12\n"


@pytest.mark.parametrize("name", ["run.sh", "a.desktop", "gone.html", "folder.html", "a.warc.gz", "a.svg"])
def test_no_other_file_is_opened(recorder: Path, tmp_path: Path, name: str) -> None:
    if name == "folder.html":
        (tmp_path / name).mkdir()
    elif name != "gone.html":
        (tmp_path / name).write_text("x")
    with pytest.raises(NoBrowser, match="only pages, PDFs and texts are opened"):
        open_document(str(tmp_path / name))
    assert not recorder.exists()


def test_percent_s_stands_for_the_address(recorder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", os.environ["BROWSER"] + " --new %s --end")
    open_address("https://a.example/x")
    assert said(recorder) == "--new\nhttps://a.example/x\n--end\n"


def test_without_a_browser_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(NoBrowser, match="no browser was found here"):
        open_address("https://a.example/x")
