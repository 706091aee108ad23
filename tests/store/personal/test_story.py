"""Whose the notes are: nothing of one story is ever shown in another, and nothing that was written is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.notebook import LastPlace
from tui.store.personal.notebook import NotebookStore
from tui.store.personal.story import SHIPPED, Story
from tui.store.read.timeline import read
from tui.store.system import environment


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the stories are, and where we are."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def write(name: str, story_id: str = "", events: str = "end") -> str:
    """The path of a file with a story in it."""
    head = f"timeline: {{id: {story_id}}}\n" if story_id else ""
    items = "".join(f"- {{id: {one}, date: 2025, title: {one}}}\n" for one in events.split())
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{head}events:\n{items}")
    return name


def keeper(path: str, text: str = "") -> NotebookStore:
    """The notebook of a file, as it is known now."""
    timeline = read(text.encode() if text else Path(path).read_bytes(), path).timeline
    return NotebookStore(Story.of(timeline, path, text))


def notes(path: str) -> list[str]:
    """The texts of the notes on a file."""
    return [note.text for note in keeper(path).look().notes]


@pytest.mark.parametrize(
    ("story_id", "path", "key"),
    [("story", "a.yaml", "story"), ("", "a.yaml", "{here}/a.yaml"), ("story", "-", "story"), ("", "-", "")],
)
def test_a_timeline_is_known_by_its_id_else_by_its_path(folder: Path, story_id: str, path: str, key: str) -> None:
    text = Path(write("a.yaml", story_id)).read_text()
    assert keeper(path, text).timeline == key.format(here=folder)


@pytest.mark.parametrize("story_id", ["example", "/etc/passwd", "a/b.yaml", "a\\b", "-", SHIPPED])
def test_what_is_no_id_of_ones_own_is_none(folder: Path, story_id: str) -> None:
    assert keeper("a.yaml", f"timeline: {{id: '{story_id}'}}\nevents: []\n").timeline == f"{folder}/a.yaml"


def test_an_id_that_names_another_files_path_opens_nothing_of_it(folder: Path) -> None:
    keeper(write("a.yaml")).add_note("end", "of a")
    write("b.yaml", f"{folder}/a.yaml")
    assert notes("b.yaml") == []


def test_two_files_with_one_id_have_two_notebooks(folder: Path) -> None:
    keeper(write("a.yaml", "one")).add_note("end", "of a")
    keeper("a.yaml").leave(LastPlace("end", query="kind:a"), ("kind:a",))
    other = keeper(write("b/a.yaml", "one"))
    assert other.look() == NotebookStore("nothing").look()
    other.add_note("end", "of b")
    assert (notes("a.yaml"), notes("b/a.yaml")) == (["of a"], ["of b"])
    assert other.take_news() == [f'"one" is the id of {folder}/a.yaml too: notes here go by the path of the file']


def test_whoever_writes_first_has_the_id_though_both_were_open(folder: Path) -> None:
    one, other = keeper(write("a.yaml", "one")), keeper(write("b.yaml", "one"))
    assert (one.timeline, other.timeline) == ("one", "one")
    one.add_note("end", "of a")
    other.add_note("end", "of b")
    assert (notes("a.yaml"), notes("b.yaml")) == (["of a"], ["of b"])
    assert [note.text for note in other.look().notes] == ["of b"]


def test_a_file_that_is_moved_takes_its_notes_along(folder: Path) -> None:
    keeper(write("a.yaml", "one")).add_note("end", "mine")
    Path("a.yaml").rename("b.yaml")
    assert notes("b.yaml") == ["mine"]
    write("a.yaml", "one")
    assert notes("a.yaml") == []
    assert notes("b.yaml") == ["mine"]


def test_a_link_to_a_file_is_that_file(folder: Path) -> None:
    keeper(write("a.yaml")).add_note("end", "mine")
    Path("link.yaml").symlink_to("a.yaml")
    assert notes("link.yaml") == ["mine"]


def test_another_story_in_the_place_of_one_without_an_id_has_nothing_of_it(folder: Path) -> None:
    keeper(write("a.yaml", events="end ban")).add_note("end", "of the first")
    write("a.yaml", "second", events="other")
    assert notes("a.yaml") == []
    assert [*keeper("a.yaml").left()] == [f"{folder}/a.yaml"]


def test_a_story_that_gets_an_id_keeps_its_notes(folder: Path) -> None:
    keeper(write("a.yaml", "example")).add_note("end", "mine")
    write("a.yaml", "one")
    assert notes("a.yaml") == ["mine"]
    assert keeper("a.yaml").timeline == "one"


def test_an_id_that_is_changed_by_hand_leaves_the_notes_where_they_were_until_they_are_moved(folder: Path) -> None:
    keeper(write("a.yaml", "one")).add_note("end", "mine")
    keeper("a.yaml").star("end")
    keeper("a.yaml").keep_view("late", "after:2025")
    write("a.yaml", "two")
    now = keeper("a.yaml")
    assert notes("a.yaml") == []
    assert now.take_news() == ["1 note, 1 star, 1 view left under one: jalon notes move a.yaml one has them here"]
    assert now.take_news() == []
    assert now.take("one") == "1 note, 1 star, 1 view"
    assert (notes("a.yaml"), [*now.look().stars], len(now.look().views)) == (["mine"], ["end"], 1)
    assert keeper("a.yaml").take_news() == []
    assert notes(write("b.yaml", "one")) == []  # who takes the old id has nothing of it


def test_the_old_id_stays_with_the_file_that_has_notes_under_it(folder: Path) -> None:
    keeper(write("a.yaml", "one")).add_note("end", "of a")
    write("a.yaml", "two")
    assert notes(write("b.yaml", "one")) == []


def test_an_id_that_nobody_has_any_more_and_nothing_is_under_is_free(folder: Path) -> None:
    keeper(write("a.yaml", "one")).begin()
    assert keeper(write("b.yaml", "one")).timeline == f"{folder}/b.yaml"
    keeper("b.yaml").add_note("end", "by path")
    write("a.yaml", "two")
    assert keeper("b.yaml").timeline == "one"
    assert notes("b.yaml") == ["by path"]


def test_what_an_earlier_jalon_kept_under_an_id_is_there(folder: Path) -> None:
    NotebookStore("one").add_note("end", "from before")
    assert notes(write("a.yaml", "one")) == ["from before"]
    assert notes(write("b.yaml", "one")) == []


def test_what_an_earlier_jalon_kept_of_other_events_under_an_id_is_announced(folder: Path) -> None:
    NotebookStore("one").add_note("else", "from before")
    assert notes(write("a.yaml", "one")) == []
    assert keeper("a.yaml").take_news() == ["1 note left under one: jalon notes move a.yaml one has them here"]
    keeper("a.yaml").take("one")
    assert notes("a.yaml") == ["from before"]
    assert keeper("a.yaml").timeline == "one"


def test_of_what_examples_shared_each_takes_what_is_about_its_own_events(folder: Path) -> None:
    before = NotebookStore("example")
    for event in ("mine", "yours"):
        before.add_note(event, event)
    before.keep_view("late", "after:2025")
    now = keeper(write("a.yaml", "example", events="mine"))
    assert now.look().notes == ()
    assert list(map(str, now.left())) == ["example"]
    assert now.take("example") == "1 note"
    assert notes("a.yaml") == ["mine"]
    assert notes(write("b.yaml", "example", events="yours")) == []
    keeper("b.yaml").take("example")
    assert notes("b.yaml") == ["yours"]
    assert [view.name for view in before.look().views] == ["late"]


def test_notes_of_a_file_that_was_moved_without_an_id_are_announced(folder: Path) -> None:
    keeper(write("a.yaml")).add_note("end", "mine")
    Path("a.yaml").rename("b.yaml")
    assert notes("b.yaml") == []
    path = f"{folder}/a.yaml"
    assert keeper("b.yaml").take_news() == [f"1 note left under {path}: jalon notes move b.yaml {path} has them here"]
    assert keeper(write("c.yaml", events="other")).take_news() == []
    keeper("b.yaml").take(path)
    assert notes("b.yaml") == ["mine"]


def test_a_stream_has_the_notes_of_the_file_that_it_is_and_of_no_other(folder: Path) -> None:
    keeper(write("a.yaml", "one")).add_note("end", "mine")
    text = Path("a.yaml").read_text()
    assert [note.text for note in keeper("-", text).look().notes] == ["mine"]
    other = keeper("-", text + "# another\n")
    assert (other.timeline, other.look().notes) == ("", ())
    assert other.take_news() == [f'"one" is the id of {folder}/a.yaml too: its notes are not shown here']
    assert notes("a.yaml") == ["mine"]


def test_the_shipped_timeline_is_one_wherever_jalon_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("first", "second"):
        path = write(f"{place}/events.yaml", "calls")
        monkeypatch.setattr(environment, "shipped_path", lambda _name, path=path: f"{folder}/{path}")
        keeper(path).add_note("end", place)
    assert notes("second/events.yaml") == ["first", "second"]


def test_a_name_with_signs_that_a_shell_knows_is_quoted_in_what_is_said(folder: Path) -> None:
    NotebookStore("my story").add_note("else", "x")
    said = keeper(write("a b.yaml", "my story")).take_news()
    assert said == ["1 note left under my story: jalon notes move 'a b.yaml' 'my story' has them here"]


def test_a_notebook_that_cannot_be_written_shows_nothing_of_another(folder: Path) -> None:
    keeper(write("a.yaml", "one")).add_note("end", "of a")
    Path(environment.state_folder(), "notebook.lock").unlink()
    Path(environment.state_folder(), "notebook.lock").mkdir()
    assert notes(write("b.yaml", "one")) == []
