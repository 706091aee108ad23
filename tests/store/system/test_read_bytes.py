"""Only regular files and standard input are read; every refusal is one clear sentence."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tui.store.system import read_bytes
from tui.store.system.read_bytes import Unreadable, display_name, fetch
from tui.store.yaml.decode import decode


def refusal(path: str | Path) -> str:
    """Why a path is not read, without its name."""
    with pytest.raises(Unreadable) as error:
        fetch(str(path))
    assert str(error.value) == f"{error.value.name}: {error.value.reason}"
    return error.value.reason


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xff\r\n")
    assert fetch(str(path)) == b"\xef\xbb\xbfa: \xff\r\n"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"events: []")))
    assert fetch("-") == b"events: []"


def test_what_is_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    plain = tmp_path / "plain"
    plain.write_text("x")
    assert refusal(tmp_path / "none") == "there is no such file"
    assert refusal(tmp_path) == "it is a folder, not a file"
    assert refusal(pipe) == "it is a pipe, not a file (use - for standard input)"
    assert refusal("/dev/zero") == "it is a device, not a file"
    assert refusal(plain / "x") == "a part of its path is not a folder"
    assert refusal("a\0b") == "no file can have this name"
    monkeypatch.setattr(read_bytes, "LARGEST", 0)
    assert refusal(plain) == "it is too large (more than 0 MB)"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("x")
    path.chmod(0)
    assert refusal(path) == "it may not be read (permission denied)"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(read_bytes.LARGEST + 1)
    assert refusal(path) == "it is too large (more than 256 MB)"


def test_names_are_harmless() -> None:
    assert display_name("a\x1b]0;x\x07\nb.yaml") == "a␛]0;x␇ b.yaml"
    assert display_name("-") == "standard input"


NOT_TEXT = [
    (b"a: \xe9t\xe9\n", 'byte 0xE9 at 1:4 (it looks like Latin-1, where that is "é"; save it as UTF-8)'),
    (
        "é\nab".encode() + b"\x92 and so on",
        'byte 0x92 at 2:3 (it looks like Latin-1, where that is "’"; save it as UTF-8)',
    ),
    ("a: é".encode()[:-1], "byte 0xC3 at 1:4 (the file is cut short within a character)"),
    (b"a\r\nb\rc\0", "byte 0x00 at 3:2 (it looks like no text at all)"),
    ("events: []".encode("utf-16-le"), "byte 0x00 at 1:2 (it looks like UTF-16; save it as UTF-8)"),
    ("events: []".encode("utf-32-le"), "byte 0x00 at 1:2 (it looks like UTF-32; save it as UTF-8)"),
]


@pytest.mark.parametrize(("data", "reason"), NOT_TEXT)
def test_what_is_not_utf8_is_refused_with_the_first_bad_byte(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        decode(data, "x.yaml")
    assert str(error.value) == f"x.yaml: not text in UTF-8: {reason}"


SIGNED = [
    (b"\x1f\x8b\x08", "this is a gzip archive, not text in UTF-8 (at 1:1)"),
    (b"\x89PNG\r\n", "this is a picture, not text in UTF-8 (at 1:1)"),
    ("é".encode("utf-16"), "this is text in UTF-16, not text in UTF-8 (at 1:1); save it as UTF-8"),
]


@pytest.mark.parametrize(("data", "reason"), SIGNED)
def test_what_is_something_else_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        decode(data, "x.yaml")
    assert error.value.reason == reason


def test_a_mark_at_the_beginning_and_every_line_end_are_accepted() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x") == "a\nb\nc\n"


def test_what_a_shell_hands_over_as_a_process_is_read_and_a_named_pipe_is_not(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"events: []")
    os.close(writing)
    assert read_bytes.fetch(f"/dev/fd/{reading}") == b"events: []"
    os.close(reading)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(read_bytes.Unreadable, match="it is a pipe"):
        read_bytes.fetch(str(tmp_path / "pipe"))


def test_a_file_that_has_nothing_to_read_now_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing(io.BytesIO):
        def read(self, *_: object) -> bytes:
            return None  # type: ignore[return-value]  # as a device does

    path = tmp_path / "kmsg"
    path.write_bytes(b"")
    monkeypatch.setattr("builtins.open", lambda *_, **_more: Nothing())
    with pytest.raises(read_bytes.Unreadable, match="it has nothing to read now"):
        read_bytes.fetch(str(path))
