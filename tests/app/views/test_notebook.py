"""The reader's notebook in the app: stars, notes, read marks, private views, and coming back where one was."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tui.app.app import JalonApp
from tui.app.base.notebook import NotebookSession
from tui.app.dialogs.chord import Chord
from tui.app.dialogs.note_editor import NoteEditor, Page
from tui.app.views.event import EventScreen
from tui.app.views.notebook import NotebookScreen
from tui.core.notebook import LastPlace
from tui.core.query.tree import Query, Term
from tui.store.personal.notebook import NotebookStore
from tui.store.personal.story import Story
from tui.store.read.timeline import read
from tui.store.system import environment


@pytest.fixture
def keeper() -> NotebookStore:
    """A notebook in a folder of the test's own."""
    return NotebookStore("story")


async def test_another_story_with_the_same_id_shows_nothing_of_this_one(open_app: Open, tmp_path: Path) -> None:
    timeline = read(STORY.encode(), "events.yaml").timeline
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(STORY)
    stories = [Story.of(timeline, str(tmp_path / f"{name}.yaml")) for name in ("one", "two")]
    first = NotebookStore(stories[0])
    first.add_note("union", "the source is our neighbour")
    first.star("tender")
    first.leave(LastPlace("union", "n", "", "is:starred"), ("is:starred",))
    app = open_app(notebook_session=NotebookSession(story=lambda: stories[1]))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        seen = [text(app)]
        for keys in (("v", "n"), ("escape",), ("V",), ("escape",), ("f",), ("up",), ("escape",), ("enter",)):
            await press(pilot, *keys)
            seen.append(text(app))
        assert "the id of" in "".join(seen)
        assert not [one for one in seen if "neighbour" in one or "★" in one or "¶" in one or "is:starred" in one]
        app.notebook_session.write("union", None, "of the second")
    assert [note.text for note in first.look().notes] == ["the source is our neighbour"]


def row_of(app: JalonApp, words: str) -> str:
    return next(row for row in rows(app) if words in row)


async def test_star_note_and_read_mark_stand_on_the_spine_in_cells_that_were_blank(
    open_app: Open, keeper: NotebookStore
) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j")
        before = row_of(app, "The union confirms ")
        await press(pilot, "asterisk")
        starred = row_of(app, "The union confirms ")
        assert [at for at, (one, other) in enumerate(zip(before, starred, strict=True)) if one != other] == [5]
        assert starred[5] == "★"
        await press(pilot, "i", *"150", "ctrl+s")
        assert "The union confirms ¶" in row_of(app, "The union confirms ")
        await press(pilot, "asterisk", "r")
        assert row_of(app, "The union confirms ")[5] == "✓"
    found = keeper.look()
    assert (dict(found.stars), list(found.read), [note.text for note in found.notes]) == ({}, ["union"], ["150"])


async def test_marks_are_drawn_in_ascii_too(open_app: Open, keeper: NotebookStore) -> None:
    keeper.star("union")
    keeper.add_note("union", "a note")
    app = open_app(notebook_session=NotebookSession(keeper), ascii=True)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        row = row_of(app, "The union confirms")
        assert row.isascii()
        assert row[5] == "*"
        assert "The union confirms &" in row


async def test_without_a_notebook_it_is_said(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        for key in ("asterisk", "i", "r"):
            await press(pilot, key)
            assert "there is no notebook here" in rows(app)[-1]


async def test_a_note_has_lines_and_stands_in_the_detail_and_on_the_events_screen(
    open_app: Open, keeper: NotebookStore
) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "i", *"first", "enter", *"second", "ctrl+s")
        assert [note.text for note in keeper.look().notes] == ["first\nsecond"]
        assert "│   second" in text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, EventScreen)
        assert "  second" in text(app)
        await press(pilot, "asterisk")
        assert "★ starred" in text(app)


async def test_i_edits_a_note_that_is_there_or_writes_another(open_app: Open, keeper: NotebookStore) -> None:
    keeper.add_note("tender", "old")
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "i", "enter", *"er", "ctrl+s")
        assert [note.text for note in keeper.look().notes] == ["older"]
        await press(pilot, "i", *"another", "enter", *"new", "ctrl+s")
        assert sorted(note.text for note in keeper.look().notes) == ["new", "older"]


async def test_escape_asks_before_a_note_is_thrown_away(open_app: Open, keeper: NotebookStore) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "i", "escape")
        assert app.screen is screen(app), "nothing was written, nothing is asked"
        await press(pilot, "i", *"half", "escape")
        assert isinstance(app.screen, Chord)
        await press(pilot, "escape")
        assert isinstance(app.screen, NoteEditor)
        await press(pilot, "escape", "d")
        assert app.screen is screen(app)
        assert keeper.look().notes == ()
        await press(pilot, "i", *"whole", "escape", "s")
        assert [note.text for note in keeper.look().notes] == ["whole"]
        assert keeper.look().drafts == ()


async def test_what_cannot_be_kept_stays_on_the_screen_with_the_reason(
    open_app: Open, keeper: NotebookStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        keeper.star("union")
        await press(pilot, "g", "i", *"dear")
        with monkeypatch.context() as patch:
            patch.setattr("tui.store.system.atomic_write.os.access", lambda path, mode: False)
            await press(pilot, "ctrl+s")
            assert "it may only be read" in " ".join(text(app).split())
            assert app.screen.query_one(Page).text == "dear"
        await press(pilot, "ctrl+s")
        assert [note.text for note in keeper.look().notes] == ["dear"]


async def test_an_unfinished_note_is_kept_as_a_draft_when_jalon_ends_and_offered_at_the_next_start(
    open_app: Open, keeper: NotebookStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "i", *"half a sen")
        app.exit(return_code=143)
    assert [(draft.event, draft.text) for draft in keeper.look().drafts] == [("union", "half a sen")]
    app = open_app(notebook_session=NotebookSession(NotebookStore("story")))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot)
        assert "a note was not finished: half a sen" in text(app)
        await press(pilot, "i", *"tence", "ctrl+s")
    assert [(note.event, note.text) for note in keeper.look().notes] == [("union", "half a sentence")]
    assert keeper.look().drafts == ()


async def test_a_note_that_is_being_written_in_another_jalon_is_not_offered(
    open_app: Open, keeper: NotebookStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "process", lambda: 1)  # which is alive
    keeper.keep_draft("union", "", "theirs")
    monkeypatch.undo()
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert app.screen is screen(app)


async def test_is_starred_has_note_and_is_read_are_answered_live(open_app: Open, keeper: NotebookStore) -> None:
    keeper.star("union")
    keeper.star("ban")
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"is:starred", "enter")
        assert "2 of 6" in rows(app)[0]
        await press(pilot, "g", "asterisk")
        assert "1 of 6" in rows(app)[0]
        assert at_hand(app) == "ban"
        NotebookStore("story").star("end")
        app.own_notebook.look_again()
        await press(pilot)
        assert "2 of 6" in rows(app)[0], "another jalon starred it"


async def test_what_another_jalon_writes_is_seen(open_app: Open, keeper: NotebookStore) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        NotebookStore("story").add_note("union", "from elsewhere")
        app.own_notebook.look_again()
        await press(pilot)
        assert "The union confirms ¶" in row_of(app, "The union confirms")


async def test_what_another_jalon_writes_is_seen_also_when_one_writes_oneself_in_between(
    open_app: Open, keeper: NotebookStore
) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        NotebookStore("story").star("tender")
        await press(pilot, "g", "j", "i", *"half")
        app.own_notebook.keep_drafts()
        app.own_notebook.look_again()
        await press(pilot, "escape", "d")
        assert row_of(app, "The tender")[5] == "★"


async def test_a_note_that_was_changed_elsewhere_is_not_overwritten(open_app: Open, keeper: NotebookStore) -> None:
    note = keeper.add_note("tender", "old")
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "i", "enter", *" mine")
        NotebookStore("story").edit_note(note, "theirs")
        await press(pilot, "ctrl+s")
        assert "was changed or removed meanwhile: yours is kept as another" in rows(app)[-1]
    assert {one.text for one in keeper.look().notes} == {"theirs", "old mine"}


async def test_the_notebook_lists_notes_and_stars_in_order_of_time_and_what_is_gone(
    open_app: Open, keeper: NotebookStore
) -> None:
    keeper.star("end")
    keeper.add_note("tender", "about the tender")
    keeper.add_note("vanished", "about nothing any more")
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "n")
        assert isinstance(app.screen, NotebookScreen)
        shown = text(app)
        places_of = [shown.index(words) for words in ("The tender", "about the tender", "The contract ends")]
        assert places_of == sorted(places_of)
        assert shown.index("no longer in the file") < shown.index("vanished") < shown.index("about nothing any more")
        assert "1 star · 2 notes · 0 read · 1 event no longer in the file" in rows(app)[0]
        await press(pilot, "G", "m", *"handover", "enter")
        assert [note.event for note in keeper.look().notes] == ["tender", "handover"]
        assert "no longer in the file" not in text(app)


async def test_in_the_notebook_one_searches_edits_removes_and_goes_to_the_event(
    open_app: Open, keeper: NotebookStore
) -> None:
    keeper.add_note("tender", "first")
    keeper.add_note("ban", "second")
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "n", "slash", *"secon", "enter")
        assert "first" not in text(app)
        await press(pilot, "G", "i", *" thoughts", "ctrl+s")
        assert [note.text for note in keeper.look().notes] == ["first", "second thoughts"]
        await press(pilot, "x")
        assert "first" in text(app)
        await press(pilot, "g", "j", "d", "escape")
        assert len(keeper.look().notes) == 2, "it asks"
        await press(pilot, "d", "y")
        assert [note.text for note in keeper.look().notes] == ["second thoughts"]
        await press(pilot, "enter")
        assert (app.screen is screen(app), at_hand(app)) == (True, "ban")


async def test_an_empty_notebook_says_how_one_begins(open_app: Open, keeper: NotebookStore) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "n")
        assert "on the timeline * stars an event, i writes a note on it" in text(app)


async def test_what_is_asked_is_kept_as_a_view_of_ones_own_and_copied_for_the_file(
    open_app: Open, keeper: NotebookStore
) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"country:BE", "enter", "V", *"keep", "enter")
        app.screen.query_one(Input).value = "in Belgium"
        await press(pilot, "enter")
        assert [(view.name, view.query) for view in keeper.look().views] == [("in Belgium", "country:BE")]
        await press(pilot, "V", *"copy", "enter")
        assert app.clipboard == 'views:\n  a-name: {query: "country:BE"}\n'
        await press(pilot, "x", "V", *"belgium", "enter")
        assert str(screen(app).session.asked) == "country:BE"
        await press(pilot, "V", *"forget", "enter")
        assert keeper.look().views == ()


async def test_jalon_reopens_where_one_was_and_says_which_filter_is_on(open_app: Open, keeper: NotebookStore) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"country:BE", "enter", "g", "j", "v", "n")
        app.exit()
    assert app.spot == LastPlace("union", "n", "", "country:BE")
    app.notebook_session.leave(app.spot)
    app = open_app(notebook_session=NotebookSession(NotebookStore("story")))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, NotebookScreen)
        await pilot.press("q")
        await pilot.pause()
        assert at_hand(app) == "union"
        assert str(screen(app).session.asked) == "country:BE"
        await press(pilot, "f", "ctrl+u")
        assert "country:BE" in text(app)
        assert "asked before" in text(app)


async def test_every_view_is_come_back_to_and_says_the_filter_too(open_app: Open, keeper: NotebookStore) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"country:BE", "enter", "v", "a")
        app.exit()
    assert app.spot is not None
    assert app.spot.view == "a"
    app.notebook_session.leave(app.spot)
    app = open_app(notebook_session=NotebookSession(NotebookStore("story")))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert type(app.screen).__name__ == "ActorsScreen"
        assert "as you left it, only: country:BE · x clears it" in rows(app)[-1]
        await press(pilot, "x")
        assert "6 events" in rows(app)[0]


async def test_where_the_default_view_was_left_nothing_is_said_to_be_asked(
    open_app: Open, keeper: NotebookStore
) -> None:
    story = STORY.replace("timeline: {", "timeline: {view: short, ", 1) + 'views: {short: {query: "-kind:law"}}\n'
    keeper.leave(LastPlace("union", "l", "", ""))
    app = open_app(story, notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert type(app.screen).__name__ == "LanesScreen"
        assert str(screen(app).session.asked) == ""
        assert "as you left it" not in text(app)


async def test_the_lanes_are_come_back_to_as_near_as_one_left_them(open_app: Open, keeper: NotebookStore) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "l", "L", "plus", "plus")
        near = rows(app)[1:-1]
        await press(pilot, "asterisk")
        app.exit()
    assert app.spot is not None
    assert app.spot.view == "l"
    assert list(keeper.look().stars) == [app.spot.event]
    app.notebook_session.leave(app.spot)
    app = open_app(notebook_session=NotebookSession(NotebookStore("story")))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot)
        assert [row for row in rows(app)[1:-6] if row not in near] == []


@pytest.mark.parametrize("zoom", ["actor 5 1", "nobody x y", "actor 9 999999999999999999999", "  ", "actor"])
async def test_a_zoom_that_means_nothing_is_left_out(open_app: Open, keeper: NotebookStore, zoom: str) -> None:
    keeper.leave(LastPlace("end", "l", zoom))
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert type(app.screen).__name__ == "LanesScreen"
        assert "IKANBI" in text(app)


async def test_what_the_command_line_asks_wins(open_app: Open, keeper: NotebookStore) -> None:
    keeper.leave(LastPlace("union", "", "", "country:BE"))
    app = open_app(notebook_session=NotebookSession(keeper), query=Query((Term("as-of", ("2025-09-01",)),)))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert str(screen(app).session.asked) == "as-of:2025-09-01"
        assert "as you left it" not in text(app)
        assert at_hand(app) == "union"


async def test_an_as_of_comes_back_with_a_line_that_says_so(open_app: Open, keeper: NotebookStore) -> None:
    keeper.leave(LastPlace("union", "", "", "as-of:2025-09-01"))
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "as you left it, only: as-of:2025-09-01 · x clears it" in rows(app)[-1]
        await press(pilot, "x")
        assert str(screen(app).session.asked) == ""


async def test_theme_and_language_are_the_readers_for_all_timelines(open_app: Open, keeper: NotebookStore) -> None:
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"papier", "enter")
    assert NotebookStore("another").look().taste.theme == "papier"


async def test_a_filter_that_comes_back_is_said_with_the_key_that_clears_it(
    open_app: Open, keeper: NotebookStore
) -> None:
    keeper.leave(LastPlace("end", "", "", "country:BE"))
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "as you left it, only: country:BE · x clears it" in rows(app)[-1]
        assert at_hand(app) == "end"
        await press(pilot, "x")
        assert "6 events" in rows(app)[0]


async def test_a_filter_that_means_nothing_any_more_is_said_and_left_out(open_app: Open, keeper: NotebookStore) -> None:
    keeper.leave(LastPlace("vanished", "z", "", "actor:nobody"))
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "means nothing here any more: actor:nobody" in rows(app)[-1]
        assert at_hand(app) == "ban", "the last before today"


async def test_a_damaged_notebook_is_said_and_its_good_copy_brought_back(open_app: Open, keeper: NotebookStore) -> None:
    keeper.add_note("union", "not to be lost")
    Path(environment.notebook_file()).write_bytes(b"\0" * 100)
    app = open_app(notebook_session=NotebookSession(NotebookStore("story")))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot)
        assert "its last good copy has 1 note" in text(app)
        await press(pilot, "y")
        assert "The union confirms ¶" in row_of(app, "The union confirms")


async def test_damage_while_jalon_is_open_is_said(open_app: Open, keeper: NotebookStore) -> None:
    keeper.add_note("union", "not to be lost")
    app = open_app(notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        Path(environment.notebook_file()).write_bytes(b"[]")
        app.own_notebook.look_again()
        await press(pilot)
        assert "is damaged (it holds no tables)" in text(app)
        await press(pilot, "y")
        assert "The union confirms ¶" in row_of(app, "The union confirms")


async def test_notes_are_only_ever_text(open_app: Open, keeper: NotebookStore) -> None:
    keeper.add_note("union", "[red]bold[/] \x1b[2J \u202e **x**\n\ttabbed")
    app = open_app(STORY, notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for keys in (("g", "j"), ("enter",), ("q",), ("v", "n"), ("j", "i")):
            await press(pilot, *keys)
            assert "\x1b" not in text(app)
            assert "\u202e" not in text(app)
        assert "[red]bold[/]" in text(app)


async def test_a_note_of_a_vanished_event_outlives_a_change_of_the_file(open_app: Open, keeper: NotebookStore) -> None:
    keeper.add_note("union", "stays")
    app = open_app(STORY.replace("- id: union", "- id: another"), notebook_session=NotebookSession(keeper))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "n")
        assert "no longer in the file" in text(app)
        assert "stays" in text(app)
