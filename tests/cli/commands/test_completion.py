"""jalon completion: installed by one command, and taken away as it came."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tui.cli.commands.completion import SHELLS
from tui.store.system import environment


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of somebody who uses bash."""
    home = Path(os.environ["HOME"])
    home.mkdir()
    monkeypatch.setenv("SHELL", "/bin/bash")
    monkeypatch.delenv("ZDOTDIR", raising=False)
    return home


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_is_printed(say: Say, shell: str) -> None:
    said = say("completion", shell)
    assert (said.err, said.code) == ("", 0)
    assert f"--complete {shell} " in said.out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_one_that_its_shell_takes(say: Say, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    ran = subprocess.run([shell, "-n"], input=say("completion", shell).out, capture_output=True, text=True, check=False)
    assert (ran.stderr, ran.returncode) == ("", 0)


def test_it_is_installed_once_and_taken_away(say: Say, home: Path) -> None:
    rc, script = home / ".bashrc", Path(environment.data_folder()) / "completion" / "jalon.bash"
    before = b"alias l=ls\n# caf\xe9"
    rc.write_bytes(before)
    said = say("completion", "install")
    assert said.err == (
        f"{script}: written\n{rc}: a line that loads it\n"
        "a new bash completes jalon: type jalon, a space, and tab\n"
    )
    assert rc.read_bytes() == before + f"\n[ -r {script} ] && . {script}  # completion of jalon\n".encode()
    after = rc.read_bytes()
    assert "a line that loads it" not in say("completion", "install").err
    assert rc.read_bytes() == after
    assert say("completion", "remove").code == 0
    assert (rc.read_bytes(), script.exists()) == (before + b"\n", False)
    assert say("completion", "remove") == ("", "", 0)


def test_fish_finds_its_script_by_itself(say: Say, home: Path) -> None:
    assert say("completion", "install", "--shell", "fish").code == 0
    assert (home / ".config" / "fish" / "completions" / "jalon.fish").exists()


def test_zsh_has_its_own_folder(say: Say, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZDOTDIR", str(home / "z"))
    assert say("completion", "install", "--shell", "zsh").code == 0
    assert "jalon.zsh" in (home / "z" / ".zshrc").read_text()


def test_a_link_stays_a_link(say: Say, home: Path) -> None:
    (home / "dot").write_text("mine\n")
    (home / ".bashrc").symlink_to("dot")
    assert say("completion", "install").code == 0
    assert (home / ".bashrc").is_symlink()
    assert (home / "dot").read_text().startswith("mine\n[ -r ")


def test_another_shell_is_refused(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    message = 'jalon: "tcsh" is no shell that jalon knows; --shell takes bash, zsh, fish\n'
    assert say("completion", "install") == ("", message, 2)
    assert say("completion", "tcsh").code == 2
