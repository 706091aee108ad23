"""jalon beside an editor: each save at once, the reader's place kept, every mistake named, nothing lost."""

from __future__ import annotations

import gc
import os
import weakref
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tests.conftest import with_shipped_id
from tui.app.app import JalonApp
from tui.app.dialogs.find_line import FindLine
from tui.app.dialogs.picker import Picker
from tui.app.dialogs.query_line import FilterLine
from tui.app.session.file import FollowedFile
from tui.app.views.event import EventScreen
from tui.app.views.facets import FacetScreen
from tui.app.views.lanes import LanesScreen
from tui.app.views.problems import ProblemsScreen
from tui.core.index.memory import MemoryEngine
from tui.core.index.protocol import Engine
from tui.store.system import environment
from tui.store.system.editor import EditorPosition, NoEditor

NEW = "- {id: new, date: 2025-09-15, title: Something new, countries: BE, actors: ikanbi, sources: rtl}\n"
MISTAKEN = STORY.replace("actors: [ikanbi, totalenergies]\n  countries: [BE, MA]\n  place", "actors: ikanby\n  place")


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.yaml"
    path.write_text(STORY)
    return path


@pytest.fixture
def open_file(open_app: Open, story: Path) -> Open:
    """Opens the file by its path; what it holds can be given."""

    def opening(content: str = STORY, **more: object) -> JalonApp:
        story.write_text(content)
        return open_app(content, path=str(story), **more)

    return opening


def told(app: JalonApp) -> str:
    """The whole screen as one line: a sentence may go on on the next row."""
    return " ".join(text(app).split())


def under_cursor(app: JalonApp) -> str:
    """The row that the cursor is on."""
    return next(row for row in rows(app) if row.startswith("▌"))


def line_of(part: str, whole: str = STORY) -> int:
    """The line on which a part of a file begins, from 1."""
    return whole[: whole.index(part)].count("\n") + 1


WRONG = f"{line_of('actors: ikanby', MISTAKEN)}:11"
"""Where the one mistake is."""

SECONDS = count()
"""A clock for the looks at a file: one a second."""


async def save(pilot: Pilot[None], content: str | bytes | None) -> None:
    """Save the file (None takes it away), and look at it until it has rested."""
    app = pilot.app
    assert isinstance(app, JalonApp)
    assert app.file.reloader is not None
    path = Path(app.file.reloader.path)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    for _ in range(3):
        app.file.reloader.step(next(SECONDS))
    await pilot.pause()
    await pilot.pause()


async def test_a_save_is_shown_with_the_cursor_on_the_same_event(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "j", "j")
        assert at_hand(app) == "end"
        await save(pilot, STORY.replace("events:\n", f"events:\n{NEW}").replace("The contract ends", "It ends"))
        assert at_hand(app) == "end"
        assert "7 events" in rows(app)[0]
        assert "Something new" in text(app)
        assert "It ends" in text(app)


async def test_a_save_of_the_same_size_and_time_is_shown(open_file: Open, story: Path) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert app.file.reloader is not None
        before = story.stat()
        story.write_text(STORY.replace("The contract ends", "The contract lasts"[:17]))
        os.utime(story, ns=(before.st_atime_ns, before.st_mtime_ns))  # as `cp -p` and `rsync -t` do
        after = story.stat()
        assert (after.st_size, after.st_mtime_ns, after.st_ino) == (before.st_size, before.st_mtime_ns, before.st_ino)
        for _ in range(3):
            app.file.reloader.step(next(SECONDS))
        await settle(pilot)
        assert "The contract last" in text(app)


def held_by(engine: Engine) -> Callable[[], object]:
    """What an engine holds, as long as anybody does."""
    assert isinstance(engine, MemoryEngine)
    return weakref.ref(engine.index)


async def test_what_was_shown_before_a_save_takes_no_room_after_it(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        before = held_by(screen(app).session.engine)
        gc.collect()
        gc.disable()
        try:
            await save(pilot, STORY.replace("The ban", "A ban"))
            assert before() is None
        finally:
            gc.enable()


@pytest.mark.parametrize("keys", [("v", "l"), ("enter",), ("question_mark",), ("f",)])
async def test_what_was_open_during_a_save_takes_no_room_once_it_is_closed(
    open_file: Open, keys: tuple[str, ...]
) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        before = held_by(screen(app).session.engine)
        await press(pilot, *keys)
        await save(pilot, STORY.replace("The ban", "A ban"))
        await press(pilot, "escape", "escape")
        app._look_for_garbage()
        gc.collect()
        assert before() is None


async def test_the_row_of_the_cursor_stands_still_on_the_screen(open_file: Open) -> None:
    events = [f"- {{id: e{n}, date: {1900 + n}, title: Event {n}}}\n" for n in range(200)]
    app = open_file(f"events:\n{''.join(events)}")
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "space", "space", "space", "k", "k")
        before, at = at_hand(app), next(at for at, row in enumerate(rows(app)) if "▌" in row)
        await save(pilot, f"events:\n{''.join([*events[:5], *events[10:]])}")
        assert at_hand(app) == before
        assert "▌" in rows(app)[at]
        assert "story" not in text(app)
        assert "events.yaml: 5 events fewer than before" in rows(app)[-1]


async def test_the_cursor_stays_on_the_end_of_an_interval(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "j", "percent_sign")
        assert screen(app).spine_view.is_at_end
        await save(pilot, STORY.replace("events:\n", f"events:\n{NEW}"))
        assert at_hand(app) == "handover"
        assert screen(app).spine_view.is_at_end


async def test_an_event_that_went_leaves_the_cursor_at_its_time(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j")
        begin, end = STORY.index("- id: union"), STORY.index("- id: handover")
        await save(pilot, STORY[:begin] + STORY[end:])
        assert at_hand(app) in ("tender", "handover")
        assert "1 event fewer than before" in text(app)
        await press(pilot, "j")
        assert "fewer" not in text(app)


async def test_the_filter_its_history_and_what_is_found_stay(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "c", *"belg", "enter", "slash", *"the", "enter")
        assert "4 of 6" in rows(app)[0]
        await save(pilot, STORY.replace("events:\n", f"events:\n{NEW}"))
        assert str(screen(app).session.asked) == "country:BE"
        assert "5 of 7" in rows(app)[0]
        assert screen(app).find_scope.sought == "the"
        await press(pilot, "u")
        assert "7 events" in rows(app)[0]


async def test_an_actor_that_went_from_the_file_leaves_a_query_that_nothing_matches(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "a", *"french", "enter")
        gone = STORY.replace("  fr-state: {", "  state: {").replace("actors: fr-state", "actors: state")
        await save(pilot, gone)
        assert "Nothing matches actor:fr-state" in text(app)
        await press(pilot, "a", "escape", "F", "q", "f", "escape", "o", "e", "x")
        assert "6 events" in rows(app)[0]


async def test_a_save_with_errors_leaves_the_last_good_view_and_says_the_first_and_heals(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j")
        before = rows(app)
        await save(pilot, MISTAKEN)
        assert [row for row in before if row not in rows(app)] == [before[1]] or "events.yaml" in rows(app)[1]
        assert f'events.yaml: 1 error; {WRONG} no actor is called "ikanby"; the last good save is shown' in told(app)
        assert "p lists all, R shows this one" in told(app)
        assert "TotalEnergies 4" in text(app)
        await save(pilot, STORY)
        assert rows(app) == before


async def test_a_save_that_cannot_be_read_as_yaml_says_how_many_events_it_has_fewer(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await save(pilot, STORY.replace('date: "[..2025-08-21~]"', 'date: "[..2025-08-21~]'))
        assert "the last good save is shown, this one has 1 event fewer than before" in told(app)
        assert "6 events" in rows(app)[0]
        await press(pilot, "R")
        assert app.file.reloader is not None
        app.file.reloader.step(next(SECONDS))
        await settle(pilot)
        assert "5 events" in rows(app)[0]
        assert "the last good save" not in text(app)
        assert "events.yaml: 1 error" in text(app)
        assert "1 event fewer than before" in rows(app)[-1]


async def test_over_a_view_with_errors_goes_what_is_no_worse(open_file: Open) -> None:
    app = open_file(MISTAKEN)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await save(pilot, MISTAKEN.replace("events:\n", f"events:\n{NEW}"))
        assert "7 events" in rows(app)[0]
        assert "the last good save" not in text(app)


async def test_a_file_that_is_gone_is_said_to_be_and_found_again(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await save(pilot, None)
        assert "events.yaml: there is no such file any more; what is shown was read before" in told(app)
        await save(pilot, STORY)
        assert "no such file" not in text(app)
        await save(pilot, b"\xff\xfe\x00")
        assert "text in UTF-16" in told(app)


async def test_the_problems_do_not_say_that_all_is_well_with_a_file_that_is_gone(open_file: Open) -> None:
    sound = "timeline: {title: Nothing yet}\nevents: []\n"
    app = open_file(sound)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        await settle(pilot)
        assert "nothing is wrong with events.yaml" in text(app)
        await save(pilot, None)
        await settle(pilot)
        assert "events.yaml  no problems, as it was read last" in text(app)
        assert "events.yaml: there is no such file any more" in text(app)
        await save(pilot, sound)
        await settle(pilot)
        assert "as it was read last" not in text(app)
        assert "nothing is wrong with events.yaml" in text(app)


async def test_hostile_text_in_a_save_stays_text(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await save(pilot, STORY.replace("actors: fr-state", 'actors: "[/b]\\e]52;x\\a"'))
        assert 'no actor is called "[/b]␛]52;x␇"' in text(app)
        await press(pilot, "p")
        assert 'no actor is called "[/b]␛]52;x␇"' in text(app)


# ---- What is open when a save comes


async def test_the_event_on_its_own_screen_is_told_anew_and_stays_when_it_is_gone(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "enter")
        more = STORY.replace("events:\n", f"events:\n{NEW}")
        await save(pilot, more.replace("The union confirms", "The union denies"))
        assert isinstance(app.screen, EventScreen)
        assert "The union denies" in text(app)
        await press(pilot, "l")
        assert "Something new" in text(app)
        await save(pilot, STORY)
        assert "Something new" in text(app)
        assert "this event is no longer there, or no longer asked for" in told(app)
        await press(pilot, "h", "q")
        assert at_hand(app) == "union"
        assert "6 events" in rows(app)[0]


async def test_from_the_lanes_too_one_comes_back_to_the_event_that_was_gone_to(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "v", "l")
        await settle(pilot)
        await press(pilot, "enter")
        more = "".join(NEW.replace("new,", f"new{n},") for n in range(9))
        await save(pilot, STORY.replace("events:\n", f"events:\n{more}"))
        assert isinstance(app.screen, EventScreen)
        await press(pilot, *["l"] * 10)
        reached = app.screen.view.event
        await press(pilot, "q")
        await settle(pilot)
        assert isinstance(app.screen, LanesScreen)
        assert app.screen.chart_view.event == reached


async def test_the_facet_panel_counts_anew_with_the_cursor_on_its_value(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "F", "l", "j")
        assert isinstance(app.screen, FacetScreen)
        row = app.screen.facet_list.row
        await save(pilot, STORY.replace("events:\n", f"events:\n{NEW}").replace("kind: law", "kind: zeal"))
        assert row is not None
        assert app.screen.facet_list.row is not None
        assert app.screen.facet_list.row[:2] == row[:2]
        assert "zeal" in text(app)
        assert "7 events" in rows(app)[0]
        await press(pilot, "space", "q")
        assert str(screen(app).session.asked) == f"country:{row.value}"


async def test_a_picker_that_is_open_still_picks(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "a", *"ikan")
        await save(pilot, STORY.replace("events:\n", f"events:\n{NEW}"))
        assert isinstance(app.screen, Picker)
        await press(pilot, "enter")
        assert "4 of 7" in rows(app)[0]


async def test_the_filter_line_answers_from_what_the_file_holds_now(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"kind:zeal")
        assert "no kind is called" in text(app)
        await save(pilot, STORY.replace("kind: law", "kind: zeal"))
        assert isinstance(app.screen, FilterLine)
        assert "1 of 6" in text(app)
        await press(pilot, "enter")
        assert str(screen(app).session.asked) == "kind:zeal"
        await press(pilot, "f", "backspace", "escape")
        await save(pilot, STORY)
        await press(pilot, "f")
        assert "no kind is called" in text(app)
        await press(pilot, "escape")


async def test_the_find_line_counts_what_the_file_holds_now(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"handover")
        assert "1 of 1 event" in text(app)
        await save(pilot, STORY.replace("The ban takes effect", "The handover is banned"))
        assert isinstance(app.screen, FindLine)
        assert "of 2 events" in text(app)


# ---- All problems


async def test_all_problems_are_listed_and_follow_every_save(open_file: Open) -> None:
    app = open_file(MISTAKEN)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        await settle(pilot)
        assert isinstance(app.screen, ProblemsScreen)
        assert rows(app)[0].startswith(" events.yaml  1 error")
        assert under_cursor(app).startswith(f'▌{WRONG}  error    no actor is called "ikanby"'), "the gravest first"
        assert under_cursor(app).endswith("unknown-actor")
        told = [
            f' {WRONG}  error[unknown-actor]  no actor is called "ikanby"',
            "    |",
            f" {WRONG[:2]} |   actors: ikanby",
            '    |           ^^^^^^ did you mean "ikanbi"?',
        ]
        begin = rows(app).index(told[0])
        assert rows(app)[begin : begin + 4] == told
        more = MISTAKEN.replace("- id: tender\n  date", "- date").replace("kind: law", "kind: law\n  tags: [a, a]")
        await save(pilot, more)
        await settle(pilot)
        assert rows(app)[0].startswith(" events.yaml  1 error, 1 warning, ")
        assert "ikanby" in under_cursor(app), "the cursor stays on its problem"
        assert '"a" stands here twice' in text(app)
        await press(pilot, "g")
        assert "ikanby" in under_cursor(app), "errors come first"
        await press(pilot, "G")
        assert "hint" in under_cursor(app)
        await save(pilot, "events: []\n")
        await settle(pilot)
        assert "nothing is wrong with events.yaml" in text(app)
        await press(pilot, "j", "enter", "G", "space", "p")
        assert not isinstance(app.screen, ProblemsScreen)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 10), (20, 5)])
async def test_problems_have_room_on_every_screen(open_file: Open, size: tuple[int, int]) -> None:
    lines = "".join(f"- {{date: 2025-13, title: Event {n}}}\n" for n in range(60))
    app = open_file(f"events:\n{lines}")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        await settle(pilot)
        await press(pilot, "g", "l", "h", "l", "G")
        if "▸" in under_cursor(app):
            await press(pilot, "l", "G")
        assert under_cursor(app).startswith("▌61:")
        assert "q back" in rows(app)[-1]
        await press(pilot, "b", "g", "space", "escape")


async def test_problems_of_one_code_stand_under_its_heading_which_folds(open_file: Open) -> None:
    days = "".join(f"- {{id: d{n}, date: 2025-13, title: Day {n}}}\n" for n in range(9))
    actors = "".join(f"- {{id: a{n}, date: 2025-11, title: Strike {n}, actors: ikanby}}\n" for n in range(2))
    odd = "- {id: s, date: 2025, title: S, status: x}\n"
    app = open_file(f"actors: {{ikanbi: iKanbi}}\nevents:\n{days}{actors}{odd}")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        await settle(pilot)
        assert [row.rstrip() for row in rows(app)[1:6]] == [
            "▌    ▸  error    9 bad-date: a date that is not EDTF",
            "     ▾  error    2 unknown-actor: an actor that is not in the file",
            " 12:52             no actor is called \"ikanby\"",
            " 13:52             no actor is called \"ikanby\"",
            ' 14:41  error    "x" is no status' + " " * 52 + "unknown-status",
        ]
        assert "Dates are EDTF (ISO 8601-2)" in text(app), "a code is explained"
        await press(pilot, "enter")
        assert rows(app)[1].startswith("▌    ▾  error    9 bad-date")
        assert rows(app)[2].startswith("  3:23")
        await press(pilot, "j", "j", "h")
        assert rows(app)[1].startswith("▌    ▸  error    9 bad-date"), "left goes to the heading and folds it"
        await press(pilot, "l", "l")
        assert under_cursor(app).startswith("▌ 3:23"), "right goes into what is unfolded"
        await save(pilot, f"events:\n{days}")
        await settle(pilot)
        assert under_cursor(app).startswith("▌ 2:23"), "the cursor stays on its problem, unfolded as it was"


# ---- The editor


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, EditorPosition | None]]:
    """What the editor is opened on; it ends at once, and well."""
    opened: list[tuple[str, EditorPosition | None]] = []

    def run(_app: JalonApp, path: str, at: EditorPosition | None) -> int:
        opened.append((path, at))
        return 0

    monkeypatch.setattr(FollowedFile, "run_editor", run)
    return opened


async def test_e_opens_the_editor_at_the_event_and_reads_the_file_at_once(
    open_file: Open, story: Path, edited: list[tuple[str, EditorPosition | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "e")
        assert edited == [(str(story), EditorPosition(line_of("- id: union")))]
        await press(pilot, "enter", "l", "e")
        assert edited[1:] == [(str(story), EditorPosition(line_of("- id: handover")))]
        story.write_text(STORY.replace("The ban", "A ban"))
        assert app.file.reloader is not None
        app.file.reloader.step(next(SECONDS))
        await press(pilot, "q")
        assert "A ban takes effect" in text(app)


async def test_the_line_is_that_of_the_last_save_even_if_another_is_shown(
    open_file: Open, edited: list[tuple[str, EditorPosition | None]]
) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j")
        await save(pilot, "\n\n" + MISTAKEN)
        await press(pilot, "e")
        assert edited[0][1] == EditorPosition(line_of("- id: union") + 2)


async def test_enter_on_a_problem_opens_the_editor_there(
    open_file: Open, edited: list[tuple[str, EditorPosition | None]]
) -> None:
    app = open_file(MISTAKEN)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "p", "enter")
        assert edited[0][1] == EditorPosition(line_of("actors: ikanby", MISTAKEN), 11)


async def test_an_editor_that_cannot_be_had_is_said(open_file: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_app: JalonApp, _path: str, _at: EditorPosition | None) -> int:
        raise NoEditor("no editor was found here; VISUAL or EDITOR can name one")

    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert "environment" in text(app), "a headless app cannot give its terminal away"
        monkeypatch.setattr(FollowedFile, "run_editor", run)
        await press(pilot, "e")
        assert "no editor was found here" in text(app)
        monkeypatch.setattr(FollowedFile, "run_editor", lambda *_: 7)
        await press(pilot, "e")
        assert "the editor ended with 7" in text(app)


async def test_what_is_no_file_is_neither_edited_nor_read_again(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert "there is no file to edit" in text(app)
        await press(pilot, "R")
        assert "is not followed" in text(app)


async def test_the_shipped_timeline_is_copied_before_it_is_edited(
    open_app: Open, story: Path, edited: list[tuple[str, EditorPosition | None]]
) -> None:
    app = open_app(path=environment.shipped_path("events.yaml"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.file.reloader is None
        await press(pilot, "g", "e")
        assert "this timeline comes with jalon: copy it to ./events.yaml, and edit that?" in told(app)
        await press(pilot, "escape")
        assert edited == []
        assert not os.path.exists("events.yaml")
        await press(pilot, "e", "y")
        assert edited[0][0] == "events.yaml"
        copied = Path("events.yaml").read_text(encoding="utf-8")
        assert with_shipped_id(copied) == Path(environment.shipped_path("events.yaml")).read_text(encoding="utf-8")
        assert app.file.reloader is not None
        assert app.file.reloader.path == "events.yaml"


async def test_a_file_that_is_there_is_not_written_over_by_the_shipped_one(
    open_app: Open, story: Path, edited: list[tuple[str, EditorPosition | None]]
) -> None:
    Path("events.yaml").write_text("mine")
    app = open_app(path=environment.shipped_path("events.yaml"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "e", "y")
        assert "./events.yaml is there already: nothing is written over it" in text(app)
        assert edited == []
        assert Path("events.yaml").read_text() == "mine"


@pytest.mark.parametrize("letter", ["o", "a"])
async def test_the_views_follow_a_save_even_when_what_is_told_went_with_it(open_file: Open, letter: str) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", letter, *("G" if letter == "o" else "j"))
        await save(pilot, STORY + NEW)
        assert "7 events" in rows(app)[0]
        assert ("A thing on paper" if letter == "o" else "IKANBI") in under_cursor(app)
        await press(pilot, "d")
        await save(pilot, "events:\n- {id: a, date: 2025, title: A}\n")
        await pilot.resize_terminal(60, 20)
        await press(pilot, "q")
        assert ("no source" if letter == "o" else "no actor") in text(app)


async def test_the_citation_at_hand_may_be_gone_after_a_save(open_file: Open) -> None:
    app = open_file()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "enter", "shift+tab")
        fewer = STORY.replace("      150 people: trends#jobs\n      163 people: rtl\n", "      163 people: rtl\n")
        await save(pilot, fewer.replace("  sources: paper\n- id: handover", "- id: handover"))
        await press(pilot, "enter")
        assert app.is_running
        assert "union" in told(app).casefold()
