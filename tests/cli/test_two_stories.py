"""Two stories from `jalon init`, a note in one: no command of the other shows anything of it, whatever the ids."""

from __future__ import annotations

import re
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tui.core.notebook import LastPlace
from tui.store.personal.notebook import NotebookStore
from tui.store.personal.story import Story
from tui.store.read.timeline import read

NOTED = "the source is our neighbour"
OTHER = (
    ("notes", "list"), ("notes", "list", "closing-decided"), ("notes", "export"), ("notes", "move"),
    ("notes", "export", "--format", "json"), ("print",), ("print", "-q", "has:note"), ("print", "-q", "is:starred"),
    ("print", "--full"), ("print", "--saved", "mine"), ("show", "closing-decided"), ("check",), ("claims",), (),
    ("print", "--format", "json", "-q", "has:note OR is:starred OR is:read"), ("who", "closing-decided"),
)  # fmt: skip


def story(path: Path) -> Story:
    """The story in a file, as the notebook looks for it."""
    return Story.of(read(path.read_bytes(), str(path)).timeline, str(path))


def id_of(path: Path) -> str:
    """The id of a file's timeline."""
    return read(path.read_bytes(), str(path)).timeline.id or ""


def give_id(path: Path, story_id: str) -> None:
    """Set the id of a file's timeline by hand."""
    path.write_text(re.sub(r"(?m)^  id: .*$", f"  id: {story_id}", path.read_text(), count=1))


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say) -> tuple[Path, Path]:
    """Two files from init; all that the notebook knows is about the first, and the second is where we are."""
    files = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert say("init", "--title", f"Story {name}").code == 0
        files.append(tmp_path / name / "events.yaml")
    keeper = NotebookStore(story(files[0]))
    keeper.add_note("closing-decided", NOTED)
    keeper.star("doors-close")
    keeper.mark_read("doors-close")
    keeper.keep_view("mine", f"tag:library -{NOTED.split()[-1]}")
    keeper.leave(LastPlace("doors-close", query="neighbour"), ("neighbour",))
    return files[0], files[1]


def shows_nothing(say: Say, second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever one asks of the second story, nothing of the first is said."""
    for words in OTHER:
        said = say(*words)
        assert "neighbour" not in said.out + said.err
        assert not {"★", "¶"} & set(said.out)
    for query in ("has:note", "is:starred"):
        assert len(say("print", "-q", query, "--format", "csv").out.splitlines()) == 1
    assert say("print", "--saved", "mine").code == 2
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(second.read_bytes())))
    assert "neighbour" not in "".join(say("notes", "list", "-")[:2])
    found = NotebookStore(story(second)).look()
    assert (found.notes, found.stars, found.read, found.views, found.queries, found.spot) == ((), {}, {}, (), (), None)


def test_two_stories_from_init_have_nothing_in_common(
    two: tuple[Path, Path], say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert id_of(two[0]) != id_of(two[1])
    shows_nothing(say, two[1], monkeypatch)
    assert say("check").code == 0
    assert NOTED in say("notes", "list", str(two[0])).out


def test_with_ids_that_were_set_equal_by_hand_it_is_the_same_and_said_as_an_error(
    two: tuple[Path, Path], say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two
    give_id(second, id_of(first))
    said = say("check", "--format", "json")
    assert (said.code, '"code": "taken-id", "severity": "error"' in said.out) == (1, True)
    assert f"{first} has this id too, and the notes under it" in said.out
    shows_nothing(say, second, monkeypatch)
    assert say("notes", "add", "doors-close", "of the second").code == 0
    said = say("notes", "list")
    assert said.out.endswith("of the second\n")
    assert said.err == f'"{id_of(first)}" is the id of {first} too: notes here go by the path of the file\n'
    assert [one[:1] for one in re.findall("(error|warning)", say("check", str(first)).out)] == ["w"]
    assert "of the second" not in say("notes", "list", str(first)).out
    give_id(second, "its-own")
    assert say("check").code == 0
    assert say("notes", "list").out.endswith("of the second\n")


def test_the_id_of_an_example_is_doubted_and_shares_nothing(
    two: tuple[Path, Path], say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_id(two[1], "example")
    said = say("check", "--strict")
    assert (said.code, "warning[example-id]" in said.out) == (1, True)
    shows_nothing(say, two[1], monkeypatch)


def test_what_was_left_under_an_earlier_id_is_announced_and_moved(two: tuple[Path, Path], say: Say) -> None:
    first, second = two
    earlier = id_of(first)
    give_id(first, "another")
    said = say("notes", "list", str(first))
    assert said.out == ""
    command = f"jalon notes move {first} {earlier}"
    assert said.err == f"1 note, 1 star, 1 view left under {earlier}: {command} has them here\n"
    assert say("notes", "move", str(second), earlier).code == 2
    assert say(*command.split()[1:]) == ("", f"from {earlier}: 1 note, 1 star, 1 view\n", 0)
    assert NOTED in say("notes", "list", str(first)).out
    refused = "jalon: nothing of this timeline is left elsewhere; jalon notes move EARLIER names an id or a path\n"
    assert say("notes", "move", str(first)) == ("", refused, 2)


def test_without_a_name_all_that_is_left_is_moved(two: tuple[Path, Path], say: Say) -> None:
    NotebookStore("example").add_note("doors-close", "of old")
    give_id(two[0], "example")
    assert say("notes", "move", str(two[0])).code == 0
    assert {"of old", NOTED} <= {line.split("  ")[-1] for line in say("notes", "list", str(two[0])).out.splitlines()}


@pytest.mark.parametrize("earlier", ["id", "path"])
def test_the_notes_of_a_story_that_is_there_are_not_moved(two: tuple[Path, Path], say: Say, earlier: str) -> None:
    first, second = two
    if earlier == "path":
        first.write_text("events:\n- {id: doors-close, date: 2024, title: A}\n")
        say("notes", "add", str(first), "doors-close", "by path")
    said = say("notes", "move", str(second), id_of(first) if earlier == "id" else str(first))
    assert (said.code, f"are those of {first}" in said.err) == (2, True)
    assert "neighbour" not in said.err
    assert say("notes", "list", str(second)).out == ""


def test_nothing_of_another_is_moved_by_a_name_that_nothing_is_under(two: tuple[Path, Path], say: Say) -> None:
    said = say("notes", "move", "nobody")
    assert said == ("", 'jalon: nothing that could be moved is kept under "nobody"\n', 2)
