"""A plain command line is opened without click, and as click would have it opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.cli.commands import open_timeline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("arguments", "is_plain"),
    [
        ([], True),
        (["story.yaml"], True),
        (["./story"], True),
        (["print"], False),
        (["story"], False),
        (["-"], False),
        (["-/story.yaml"], False),
        (["--lang=a/b"], False),
        (["story.yaml", "other.yaml"], False),
        ([""], False),
    ],
)
def test_a_plain_command_line_is_at_most_a_file(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], is_plain: bool
) -> None:
    monkeypatch.setattr(open_timeline, "is_readable_on_screen", lambda _path: True)
    assert open_timeline.is_plain(arguments) is is_plain


def test_without_a_terminal_no_command_line_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_timeline, "is_readable_on_screen", lambda _path: False)
    assert not open_timeline.is_plain(["story.yaml"])


def test_a_file_that_cannot_be_read_is_refused_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert open_timeline.open_plainly([str(tmp_path / "none.yaml")]) == 2
    assert capsys.readouterr().err.startswith("jalon: ")


def test_a_folder_without_a_file_is_refused_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert open_timeline.open_plainly([f"{tmp_path}/"]) == 2
    assert "no YAML file in this folder" in capsys.readouterr().err
