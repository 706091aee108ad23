"""jalon edit: the editor at the right line, then a check; nothing is edited that should not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Say

END = STORY[: STORY.index("- id: end")].count("\n") + 1


@pytest.fixture
def editor(story: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that takes a line as vim does, and writes down each argument it is given."""
    script = story / "bin" / "vim"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word" >> {story}/said; done\n. {story}/also\n')
    script.chmod(0o755)
    (story / "also").write_text("")
    monkeypatch.setenv("EDITOR", str(script))
    return story / "said"


def test_the_editor_gets_the_line_of_the_event_and_the_file_is_checked(story: Path, editor: Path, say: Say) -> None:
    said = say("edit", "end")
    assert editor.read_text().splitlines() == [f"+{END}", "--", str(story / "events.yaml")]
    assert said == say("check")
    assert said.code == 0


def test_what_is_wrong_afterwards_is_printed_as_by_a_check(story: Path, editor: Path, say: Say) -> None:
    (story / "also").write_text(f"sed -i 's/status: planned/status: planed/' {story}/events.yaml\n")
    said = say("edit", "events.yaml", "end")
    assert said.code == 1
    assert "error[unknown-status]" in said.out
    assert said == say("check")


def test_without_an_event_the_first_error_is_where_the_editor_begins(story: Path, editor: Path, say: Say) -> None:
    say("edit")
    assert editor.read_text().splitlines() == ["--", str(story / "events.yaml")]
    editor.unlink()
    (story / "events.yaml").write_text(STORY.replace("countries: BE\n", "countries: BX\n"))
    assert say("edit").code == 1
    line = STORY[: STORY.index("countries: BE\n")].count("\n") + 1
    assert editor.read_text().splitlines()[:2] == [f"+{line}", "+normal! 013l"]


def test_a_file_that_is_no_text_yet_can_be_mended(story: Path, editor: Path, say: Say) -> None:
    (story / "events.yaml").write_bytes(b"events:\n- {title: \xe9}\n")
    assert say("edit").code == 2
    assert editor.read_text().splitlines()[0] == "+2"


def test_an_editor_that_fails_is_said(story: Path, editor: Path, say: Say) -> None:
    (story / "also").write_text("exit 9\n")
    assert say("edit").err == "the editor ended with 9\n" + say("check").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("unoin",), 'jalon: no event is called "unoin"; did you mean "union"?\n'),
        (("none.yaml",), "jalon: none.yaml: there is no such file; jalon init none.yaml begins one\n"),
        (("-",), "jalon: standard input cannot be edited; name a file\n"),
        (("end", "ban"), 'jalon: one event at a time: "ban" is a second; jalon edit [FILE] [EVENT]\n'),
        (
            ("end", "events.yaml"),
            'jalon: "end" is not a file, and "events.yaml" comes after it; the file comes first\n',
        ),
    ],
)
def test_what_cannot_be_edited_is_refused(
    story: Path, editor: Path, say: Say, words: tuple[str, ...], said: str
) -> None:
    assert say("edit", *words) == ("", said, 2)
    assert not editor.exists()


def test_an_editor_that_cannot_be_had_is_said(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "none-such")
    assert say("edit") == ("", 'jalon: VISUAL names "none-such", which is not to be found\n', 2)
