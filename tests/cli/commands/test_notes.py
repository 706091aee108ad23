"""jalon notes: what the reader wrote, from the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Say
from tui.store.personal.notebook import NotebookStore
from tui.store.system import environment


def add(say: Say, event: str, text: str) -> str:
    said = say("notes", "add", event, text)
    assert (said.code, said.err) == (0, "")
    return said.out.strip()


def test_add_prints_the_id_that_edit_and_rm_take(story: Path, say: Say) -> None:
    note = add(say, "end", "first")
    assert say("notes", "edit", note, "second") == ("", "", 0)
    assert say("notes", "show", note).out.splitlines()[1:] == ["  second"]
    assert say("notes", "rm", note) == ("", "removed: second\n", 0)
    assert say("notes", "list") == ("", "", 0)


def test_list_has_a_line_a_note_in_the_order_of_the_events(story: Path, say: Say) -> None:
    ban, end = add(say, "ban", "about the ban\nand more"), add(say, "end", "about the end")
    lines = say("notes", "list").out.splitlines()
    assert [(line[:4], line.split("  ", 2)[2]) for line in lines] == [
        (end, "end  about the end"),
        (ban, "ban  about the ban and more"),
    ]
    assert say("notes", "list", "ban").out.splitlines() == [lines[1]]


def test_json_has_objects_of_id_event_text_created_changed(story: Path, say: Say) -> None:
    note = add(say, "end", "née à Liège")
    for words in (("list",), ("show", note), ("export",)):
        data = json.loads(say("notes", *words, "--format", "json", "--today", "2026-11-22").out)
        found = data if words[0] == "show" else data[0]
        assert list(found) == ["id", "event", "text", "created", "changed"]
        assert (found["id"], found["event"], found["text"]) == (note, "end", "née à Liège")


def test_export_is_a_document_with_a_section_an_event(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "now", lambda: "2026-11-25T10:00:00+01:00")
    note, other = add(say, "end", "*first*"), add(say, "end", "second")
    assert say("notes", "export", "--lang", "en").out == (
        "## The contract ends, 31 December 2025\n"
        f"\n*first*\n\n*{note}, 2026-11-25*\n"
        f"\nsecond\n\n*{other}, 2026-11-25*\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("add", "ende", "text"), 'jalon: no event is called "ende"; did you mean "end"?\n'),
        (("list", "ende"), 'jalon: no event is called "ende"; did you mean "end"?\n'),
        (("add", "end", " \n "), "jalon: a note says something, and this one does not\n"),
        (("show", "none"), 'jalon: no note is called "none"; jalon notes list has them all\n'),
        (("rm", "none"), 'jalon: no note is called "none"; jalon notes list has them all\n'),
        (("restore",), "jalon: there is no good copy to bring anything back from\n"),
        ((), "jalon: what is to be done with the notes?; jalon notes list|show|add|edit|rm|move|export|restore\n"),
        (("list", "--file", "none.yaml"), "jalon: none.yaml: there is no such file\n"),
    ],
)
def test_what_cannot_be_done_is_refused(story: Path, say: Say, words: tuple[str, ...], message: str) -> None:
    assert say("notes", *words) == ("", message, 2)


def test_another_timeline_has_other_notes(story: Path, say: Say, tmp_path: Path) -> None:
    note = add(say, "end", "of the story")
    other = tmp_path / "other.yaml"
    other.write_text("events:\n- {id: end, date: 2025-01-01, title: Another end}\n")
    assert say("notes", "list", "--file", str(other)).out == ""
    said = say("notes", "show", note, "--file", str(other))
    assert said.err == f'jalon: note "{note}" is on another timeline, story; --file names its file\n'
    assert say("notes", "add", "end", "of the other", "--file", str(other)).code == 0
    assert [one.text for one in NotebookStore(str(other)).look().notes] == ["of the other"]


def test_the_file_may_come_first_as_in_other_commands(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    (story / "story.yaml").write_text(STORY.replace("id: story", "id: another"), encoding="utf-8")
    note = say("notes", "add", "story.yaml", "end", "of the other").out.strip()
    assert say("notes", "list").out == ""
    assert say("notes", "list", "--format", "text", "story.yaml", "end").out.startswith(f"{note}  ")
    assert say("notes", "show", "story.yaml", note).out.splitlines()[1:] == ["  of the other"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("story.yaml").read_bytes())))
    assert say("notes", "list", "-").out.startswith(f"{note}  ")
    assert say("notes", "list", "--help").out.startswith("Usage: jalon notes list [OPTIONS] [FILE] [EVENT]\n")


def test_text_comes_from_standard_input(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO("\ufeffligne\r\n- née\n\n".encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    note = say("notes", "add", "end", "-").out.strip()
    found = json.loads(say("notes", "show", note, "--format", "json").out)
    assert found["text"] == "ligne\n- née"


def test_the_editor_writes_a_note_and_changes_it(
    story: Path, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!{sys.executable}\nimport sys\nopen(sys.argv[-1], "a").write("more\\n")\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    note = say("notes", "add", "end").out.strip()
    say("notes", "edit", note)
    assert [one.text for one in NotebookStore("story").look().notes] == ["moremore"]
    monkeypatch.setenv("EDITOR", "true")
    assert say("notes", "edit", note) == ("", "jalon: nothing was written\n", 2)


def test_what_was_written_in_the_editor_outlives_a_notebook_that_cannot_be_written(
    story: Path, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!{sys.executable}\nimport sys\nopen(sys.argv[-1], "a").write("dear to me\\n")\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    Path(environment.data_folder()).parent.mkdir(parents=True)
    Path(environment.data_folder()).write_text("no folder")
    said = say("notes", "add", "end")
    assert said.code == 2
    kept = said.err.rpartition("what was written is in ")[2].strip()
    assert Path(kept).read_text() == "dear to me\n"


def test_a_note_is_moved_to_another_event_and_of_a_vanished_one_told_apart(story: Path, say: Say) -> None:
    add(say, "union", "by which jalon knows the file")
    note = NotebookStore("story").add_note("vanished", "still here").id
    assert "vanished  (no longer in the file)  still here" in say("notes", "list").out
    assert "## vanished (no longer in the file)" in say("notes", "export").out
    assert say("notes", "edit", note, "--event", "end").code == 0
    assert "  end  still here" in say("notes", "list").out


def test_damage_is_said_and_restore_brings_it_back(story: Path, say: Say) -> None:
    add(say, "end", "not to be lost")
    Path(environment.notebook_file()).write_bytes(b"")
    said = say("notes", "list")
    assert (said.code, said.out) == (0, "")
    assert "is damaged (it is empty), and kept as notebook.damaged-" in said.err
    assert "its last good copy has 1 note; jalon notes restore brings it back" in said.err
    assert say("notes", "restore").err == "brought back 1 of what the copy has: 1 note\n"
    assert "not to be lost" in say("notes", "list").out


def test_notes_are_only_ever_text(story: Path, say: Say) -> None:
    add(say, "end", "\x1b]52;c;eA==\x07 \u202e [red]\tx")
    for words in (("list",), ("export",), ("list", "--format", "json"), ("export", "--format", "text")):
        out = say("notes", *words).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[red]" in out


def test_print_asks_for_what_is_the_readers_own_and_shows_no_mark_of_it(story: Path, say: Say) -> None:
    keeper = NotebookStore("story")
    keeper.star("end")
    keeper.mark_read("ban")
    keeper.add_note("union", "a note")
    for query, title in (("is:starred", "The contract ends"), ("is:read", "The ban"), ("has:note", "The union")):
        out = say("print", "-q", query, "--format", "csv").out
        assert (title in out, len(out.splitlines())) == (True, 2)
    assert not {"★", "¶", "✓"} & set(say("print", "-q", "is:starred OR has:note OR is:read").out)
    assert '"id": "end"' in say("show", "-q", "is:starred", "--format", "json").out


def test_print_knows_views_of_the_readers_own(story: Path, say: Say) -> None:
    NotebookStore("story").keep_view("mine", "kind:law")
    assert "The ban" in say("print", "--saved", "mine").out
    said = say("print", "--saved", "mind")
    assert (said.code, said.err) == (2, 'jalon: no view is called "mind"; did you mean "mine"?\n')


def test_where_tells_where_everything_is(story: Path, say: Say) -> None:
    assert f"{environment.notebook_file()}  (not there)\n" in say("where").out
    objects = {one["what"]: one for one in json.loads(say("where", "--format", "json").out)}
    assert objects["notebook"] == {"what": "notebook", "path": environment.notebook_file(), "exists": False}
    assert objects["timeline"]["path"] == str(story / "events.yaml")
    assert {"keymap", "your themes", "themes", "lock", "log of a fault", "its good copy"} <= set(objects)
    add(say, "end", "a note")
    assert f"{environment.notebook_file()}\n" in say("where").out
