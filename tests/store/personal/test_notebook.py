"""A reader's notebook of one timeline: whatever is answered is kept."""

from __future__ import annotations

import itertools
import os
import re

import pytest

from tui.core.notebook import LastPlace, Notebook
from tui.store.personal import notebook
from tui.store.personal.notebook import NoSuchNote, NotebookStore
from tui.store.personal.story import Story
from tui.store.system import environment


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> NotebookStore:
    """A notebook by a clock that goes on a second at each look."""
    seconds = itertools.count()
    monkeypatch.setattr(environment, "now", lambda: f"2026-11-25T10:00:{next(seconds):02}+01:00")
    return NotebookStore("story")


def test_a_star_is_set_and_taken_away(keeper: NotebookStore) -> None:
    assert keeper.star("end")
    assert list(keeper.look().stars) == ["end"]
    assert not keeper.star("end")
    assert keeper.look().stars == {}
    assert keeper.mark_read("end")
    assert list(keeper.look().own.read) == ["end"]


def test_a_note_is_written_changed_and_removed(keeper: NotebookStore) -> None:
    note = keeper.add_note("end", "first")
    assert re.fullmatch("[2-9a-z]{4}", note.id)
    assert note.created == note.changed
    changed = keeper.edit_note(note, "second")
    assert (changed.id, changed.text, changed.created) == (note.id, "second", note.created)
    assert changed.changed > note.changed
    assert keeper.look().notes == (changed,)
    assert keeper.remove_note(note.id) == changed
    with pytest.raises(NoSuchNote):
        keeper.remove_note(note.id)


def test_what_was_changed_or_removed_meanwhile_is_not_overwritten(keeper: NotebookStore) -> None:
    note = keeper.add_note("end", "first")
    NotebookStore("story").edit_note(note, "theirs")
    mine = keeper.edit_note(note, "mine")
    assert mine.id != note.id
    assert {one.text for one in keeper.look().notes} == {"theirs", "mine"}
    keeper.remove_note(mine.id)
    assert keeper.edit_note(mine, "mine all the same").text == "mine all the same"


def test_no_two_notes_have_one_id(keeper: NotebookStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", lambda length: bytes(length))
    ids = [keeper.add_note("end", "a note").id for _ in range(3)]
    assert ids == ["2222", "22222", "222222"]
    assert NotebookStore("other").add_note("end", "a note").id == "2222222"


def test_timelines_do_not_see_each_others_notes(keeper: NotebookStore) -> None:
    note = keeper.add_note("end", "of the story")
    other = NotebookStore("other")
    assert other.look().notes == ()
    assert other.timeline_of(note.id) == "story"
    assert other.timeline_of("none") is None
    with pytest.raises(NoSuchNote):
        other.remove_note(note.id)


def test_all_that_is_about_an_event_is_moved_to_another(keeper: NotebookStore) -> None:
    keeper.star("old")
    keeper.star("new")
    keeper.mark_read("old")
    keeper.add_note("old", "a note")
    keeper.move("old", "new")
    found = keeper.look()
    assert (list(found.stars), list(found.read), [note.event for note in found.notes]) == (["new"], ["new"], ["new"])


def test_marks_and_a_single_note_are_taken_away_or_moved(keeper: NotebookStore) -> None:
    keeper.star("end")
    keeper.mark_read("end")
    note = keeper.add_note("end", "a note")
    keeper.unmark("end")
    keeper.move_note(note, "ban")
    assert (keeper.look().stars, keeper.look().read, keeper.look().notes[0].event) == ({}, {}, "ban")


def test_a_draft_is_kept_until_its_note_is(keeper: NotebookStore) -> None:
    keeper.keep_draft("end", "", "half a sen")
    keeper.keep_draft("end", "", "half a sentence")
    assert [draft.text for draft in keeper.look().drafts] == ["half a sentence"]
    keeper.add_note("end", "a whole sentence")
    assert keeper.look().drafts == ()
    keeper.keep_draft("end", "", "another")
    keeper.drop_draft("end", "")
    assert keeper.look().drafts == ()


def test_views_of_ones_own_are_kept_and_forgotten(keeper: NotebookStore) -> None:
    keeper.keep_view("mine", "is:starred")
    keeper.keep_view("mine", "has:note")
    assert [(view.name, view.query) for view in keeper.look().views] == [("mine", "has:note")]
    keeper.forget_view("mine")
    assert keeper.look().views == ()


def test_where_one_was_and_what_was_asked_is_remembered_the_latest_first(keeper: NotebookStore) -> None:
    keeper.leave(LastPlace("end", "n", "", "kind:law"), ("kind:law", "country:BE"))
    keeper.leave(LastPlace("ban"), ("status:planned", "country:BE"))
    found = keeper.look()
    assert found.spot is not None
    assert (found.spot.event, found.spot.query) == ("ban", "")
    assert found.queries == ("status:planned", "country:BE", "kind:law")


def test_only_so_much_is_remembered(keeper: NotebookStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "MOST_QUERIES", 2)
    monkeypatch.setattr(notebook, "MOST_SPOTS", 2)
    keeper.leave(LastPlace("end"), ("a", "b", "c"))
    NotebookStore("second").leave(LastPlace("end"))
    NotebookStore("third").leave(LastPlace("end"))
    assert keeper.look().queries == ("a", "b")
    assert keeper.look().spot is None
    assert NotebookStore("third").look().spot is not None


def test_a_taste_is_for_all_timelines(keeper: NotebookStore) -> None:
    keeper.prefer(theme="papier")
    keeper.prefer(language="fr")
    assert NotebookStore("other").look().taste == ("papier", "fr")


def test_a_timeline_that_gets_an_id_keeps_its_notes(keeper: NotebookStore) -> None:
    before = NotebookStore("/a/b.yaml")
    note = before.add_note("end", "written before it had an id")
    before.star("end")
    before.star("ban")
    before.leave(LastPlace("end"))
    for one, word in ((before, "before"), (keeper, "now")):
        one.keep_view("mine", f"tag:{word}")
        one.keep_draft("end", "", f"a draft {word}")
    keeper.star("end")
    found = NotebookStore(Story("/a/b.yaml", "story", frozenset(("end",)))).look()
    assert set(found.stars) == {"end", "ban"}
    assert [one.text for one in found.notes] == [note.text, "a draft before"]
    assert [one.text for one in found.drafts] == ["a draft now"]
    assert {view.query for view in found.views} == {"tag:before", "tag:now"}
    assert len({view.name for view in found.views}) == 2
    assert found.spot is not None
    assert NotebookStore("/a/b.yaml").look() == Notebook()
