"""Versions of a file that git keeps."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tui.store.system.git import GitError, bytes_at_revision


def git(folder: Path, *words: str) -> None:
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = {**kept, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, env=env)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in which `sub/story.yaml` has two versions: the last commit has `two`, v1 has `one`."""
    folder = tmp_path / "repository"
    (folder / "sub").mkdir(parents=True)
    git(folder, "init", "-q")
    for text, name in (("one", "v1"), ("two", "v2")):
        (folder / "sub" / "story.yaml").write_text(text)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", text)
        git(folder, "tag", name)
    return folder


def test_a_version_is_read_wherever_one_is(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By any path to it, also through a link, and whatever repository a hook speaks of."""
    path = repository / "sub" / "story.yaml"
    assert bytes_at_revision(str(path), "v1") == b"one"
    assert bytes_at_revision(str(path), "HEAD~1") == b"one"
    monkeypatch.chdir(repository / "sub")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert bytes_at_revision("story.yaml", "HEAD") == b"two"
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert bytes_at_revision(str(link), "v1") == b"one"


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("nope", 'git knows no revision "nope" here'),
        ("--output=x", '"--output=x" is no revision'),
        ("", '"" is no revision'),
        (" ", '"'),
        ("HEAD:sub", 'git knows no revision "HEAD:sub" here'),
        ("v1..v2", 'git knows no revision "v1..v2" here'),
        ("$(touch x); `touch x`", 'git knows no revision "$(touch x); `touch x`" here'),
        ("a\0b", 'git knows no revision'),
        ("\x1b[31mred", "git knows no revision"),
    ],
)
def test_what_is_no_revision_is_refused(repository: Path, revision: str, says: str) -> None:
    with pytest.raises(GitError) as caught:
        bytes_at_revision(str(repository / "sub" / "story.yaml"), revision)
    assert str(caught.value).startswith(says)
    assert "\x1b" not in str(caught.value)
    assert not list(repository.glob("**/x"))


def test_a_file_that_a_revision_lacks_is_said(repository: Path) -> None:
    (repository / "new.yaml").write_text("new")
    with pytest.raises(GitError, match=r"^new\.yaml is not in HEAD$"):
        bytes_at_revision(str(repository / "new.yaml"), "HEAD")


def test_outside_a_repository_there_are_no_versions(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_text("x")
    with pytest.raises(GitError, match="is not in a repository of git"):
        bytes_at_revision(str(tmp_path / "story.yaml"), "HEAD")


def test_without_git_that_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(GitError, match=r"^git is not installed$"):
        bytes_at_revision(str(repository / "sub" / "story.yaml"), "HEAD")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="there is no folder"):
        bytes_at_revision(str(tmp_path / "none" / "story.yaml"), "HEAD")
