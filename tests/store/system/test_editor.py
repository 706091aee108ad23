"""The reader's editor: its own way of taking a line, no shell, and no name of a file that is more than a name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.store.system.editor import FOUND, WAYS, EditorPosition, NoEditor, command_for, open_at

AT = EditorPosition(42, 15)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for, with one that writes down each argument it is given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    monkeypatch.chdir(tmp_path)
    return folder


def install(folder: Path, *names: str) -> None:
    for name in names:
        script = folder / name
        script.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word" >> "{folder.parent}/said"; done\nexit 3\n')
        script.chmod(0o755)


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ["+42", "+normal! 014l", "--", "FILE"]),
        ("nvim", ["+42", "+normal! 014l", "--", "FILE"]),
        ("vi", ["+42", "--", "FILE"]),
        ("nano", ["+42,15", "--", "FILE"]),
        ("emacs", ["+42:15", "FILE"]),
        ("emacsclient -t", ["-t", "+42:15", "FILE"]),
        ("hx", ["FILE:42:15"]),
        ("helix", ["FILE:42:15"]),
        ("code --wait", ["--wait", "--goto", "FILE:42:15"]),
        ("codium", ["--goto", "FILE:42:15"]),
        ("kate", ["--line", "42", "--column", "15", "FILE"]),
        ("micro", ["+42:15", "FILE"]),
        ("subl -w", ["-w", "FILE:42:15"]),
        ("gedit", ["+42:15", "FILE"]),
        ("gnome-text-editor", ["+42:15", "FILE"]),
        ("zed", ["FILE:42:15"]),
        ("kak", ["+42:15", "FILE"]),
        ("joe", ["+42", "FILE"]),
        ("mate", ["--line", "42:15", "FILE"]),
        ("gvim", ["+42", "+normal! 014l", "--", "FILE"]),
        ("vim.basic", ["+42", "+normal! 014l", "--", "FILE"]),
        ("ed", ["FILE"]),
        ("my-own 'two words'", ["two words", "FILE"]),
    ],
)
def test_each_editor_has_its_own_way_of_taking_a_line(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, editor: str, words: list[str]
) -> None:
    name = editor.split()[0]
    install(bin_folder, name)
    monkeypatch.setenv("EDITOR", editor)
    file = os.path.abspath("story.yaml")
    assert command_for("story.yaml", AT) == [name, *(word.replace("FILE", file) for word in words)]


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("code", ["--wait", "FILE"]), ("code --wait", ["--wait", "FILE"]), ("subl -w", ["-w", "FILE"]),
        ("kate", ["--block", "FILE"]), ("gvim", ["--nofork", "--", "FILE"]), ("vim", ["--", "FILE"]),
        ("nano", ["--", "FILE"]), ("ed", ["FILE"]),
    ],
)  # fmt: skip
def test_where_one_waits_for_it_an_editor_with_a_window_of_its_own_is_asked_to_stay(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, editor: str, words: list[str]
) -> None:
    install(bin_folder, editor.split()[0])
    monkeypatch.setenv("EDITOR", editor)
    file = os.path.abspath("story.yaml")
    assert command_for("story.yaml", None, waits=True)[1:] == [word.replace("FILE", file) for word in words]


@pytest.mark.parametrize("name", ["+!touch harm", "-x", "--help", "; touch harm", "$(touch harm)", "a b", "-c:q"])
@pytest.mark.parametrize("editor", [*WAYS, "another"])
def test_the_name_of_a_file_is_never_more_than_a_name(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, editor: str, name: str
) -> None:
    install(bin_folder, editor)
    monkeypatch.setenv("VISUAL", editor)
    for at in (None, AT):
        command = command_for(name, at)
        (word,) = (word for word in command if name in word)
        assert word.startswith("/")
    assert open_at(name, AT) == 3
    assert f"{bin_folder.parent}/{name}" in (bin_folder.parent / "said").read_text()
    assert not (bin_folder.parent / "harm").exists()


def test_a_link_has_the_way_of_what_it_leads_to(bin_folder: Path) -> None:
    install(bin_folder, "nano")
    (bin_folder / "editor").symlink_to("nano")
    assert command_for("x", AT)[:2] == ["editor", "+42,15"]


def test_visual_comes_before_editor_and_both_before_what_is_found(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(bin_folder, "joe", "vi", "nano", "kak")
    assert command_for("x")[0] == "nano"
    monkeypatch.setenv("EDITOR", "vi")
    assert command_for("x")[0] == "vi"
    monkeypatch.setenv("VISUAL", " ")
    assert command_for("x")[0] == "vi"
    monkeypatch.setenv("VISUAL", "kak")
    assert command_for("x")[0] == "kak"


def test_whatever_editor_is_found_can_be_told_a_line() -> None:
    assert set(FOUND) - {"editor", "nvim"} <= set(WAYS)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("none-such --x", 'EDITOR names "none-such", which is not to be found'),
        ("vi 'open", "EDITOR cannot be read: a quote in it is not closed"),
        ("\x1b[2J", 'EDITOR names "␛[2J", which is not to be found'),
    ],
)
def test_an_editor_that_cannot_be_had_is_said(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, value: str, reason: str
) -> None:
    install(bin_folder, "vi")
    monkeypatch.setenv("EDITOR", value)
    with pytest.raises(NoEditor) as caught:
        command_for("x")
    assert str(caught.value) == reason


def test_that_there_is_no_editor_at_all_is_said(bin_folder: Path) -> None:
    with pytest.raises(NoEditor, match="no editor was found here; VISUAL or EDITOR can name one"):
        open_at("x")


def test_a_program_that_does_not_start_is_said(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(bin_folder, "vi")
    (bin_folder / "vi").write_text("#!/no/such/interpreter\n")
    monkeypatch.setenv("EDITOR", "vi")
    with pytest.raises(NoEditor, match="the editor vi cannot be run: no such file or directory"):
        open_at("x")


def test_an_interrupt_is_the_editor_s_and_what_else_comes_waits_for_its_end(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = os.getpid()
    script = bin_folder / "vi"
    script.write_text(f"#!/bin/sh\nkill -INT {ours}\nkill -TERM {ours}\necho ended > said\n")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", "vi")
    told: list[str] = []
    before = signal.signal(signal.SIGTERM, lambda *_: told.append(Path("said").read_text()))
    try:
        assert open_at("x") == 0
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == ["ended\n"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.skipif(not hasattr(signal, "sigtimedwait"), reason="the system has no way to ask for it")
def test_an_interrupt_that_no_thread_has_taken_yet_is_the_editor_s_too(bin_folder: Path) -> None:
    """It is kept waiting here as it is by a thread that is slow to wake."""
    program = (
        "import os, signal; from tui.store.system.editor import open_at\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGTERM])\n"
        "signal.signal(signal.SIGTERM, lambda *_: print('told'))\n"
        "open_at('x')\n"
        "signal.pthread_sigmask(signal.SIG_SETMASK, [])\n"
        "print('goes on')"
    )
    script = bin_folder / "vi"
    script.write_text("#!/bin/sh\nkill -INT $PPID\nkill -TERM $PPID\n")
    script.chmod(0o755)
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "EDITOR": "vi", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("told\ngoes on\n", "")
