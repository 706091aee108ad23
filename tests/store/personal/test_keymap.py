"""A keymap gives commands other keys; whatever it gets wrong is said, and the rest holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.store.personal import keymap

KNOWN = ("cursor.down", "cursor.up", "pick.actor", "quit")


def load(tmp_path: Path, text: str) -> tuple[dict[str, str], list[str]]:
    """The keys and messages of a keymap with that text; the path is left out of the messages."""
    path = tmp_path / "keymap.yaml"
    path.write_text(text, encoding="utf-8")
    keys, messages, _ = keymap.load(str(path), KNOWN)
    return keys, [message.removeprefix(f"{path}:") for message in messages]


def test_without_a_file_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert keymap.load(str(tmp_path / "none.yaml"), KNOWN) == ({}, [], {})
    assert load(tmp_path, "# nothing yet\n") == ({}, [])


def test_commands_get_keys(tmp_path: Path) -> None:
    text = "cursor.down: j, down\ncursor.up: ctrl+p\nquit: Q\npick.actor: ','\n"
    assert load(tmp_path, text) == (
        {"cursor.down": "j,down", "cursor.up": "ctrl+p", "quit": "Q", "pick.actor": "comma"},
        [],
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("cursor.dwn: j", 'no command is called "cursor.dwn" (did you mean "cursor.down"?)'),
        ("xyz: j", 'no command is called "xyz"'),
        ("cursor.down:", "cursor.down has no keys"),
        ("cursor.down: {a: b}", "cursor.down takes keys, not a section"),
        ("cursor.down: j,,k", '"j,,k" is no list of keys such as "j,down" or "ctrl+n"'),
        ("cursor.down: j k", '"j k" is no list of keys such as "j,down" or "ctrl+n"'),
    ],
)
def test_a_bad_line_is_said_and_the_others_hold(tmp_path: Path, line: str, message: str) -> None:
    assert load(tmp_path, f"quit: Q\n{line}\n") == ({"quit": "Q"}, [f"2: {message}"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("quit: [q, Q]\n", "1: quit takes a text, not a list or a section"),
        ("quit: 'q\n", "2: this is not YAML: found unexpected end of stream"),
        ("- q\n", "1: the file takes keys with values (key: value)"),
    ],
)
def test_a_bad_file_changes_no_key(tmp_path: Path, text: str, message: str) -> None:
    assert load(tmp_path, text) == ({}, [message])


def test_a_folder_in_its_place_is_a_message(tmp_path: Path) -> None:
    assert keymap.load(str(tmp_path), KNOWN) == ({}, [f"{tmp_path}: it is a folder, not a file"], {})


def test_each_binding_has_its_place_for_what_is_said_of_it_later(tmp_path: Path) -> None:
    path = tmp_path / "keymap.yaml"
    path.write_text("# mine\nquit: Q\n\ncursor.up: foo+bar\n", encoding="utf-8")
    assert keymap.load(str(path), KNOWN).places == {"quit": f"{path}:2", "cursor.up": f"{path}:4"}
