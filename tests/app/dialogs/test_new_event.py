"""The form for a new event: what is typed is checked at once, saved in its place, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.app.conftest import STORY, Open
from tests.app.seeing import text
from tests.app.steps import at_hand, press, screen
from tui.app.app import JalonApp
from tui.app.dialogs.new_event import NewEvent
from tui.store.system import atomic_write, environment

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The story as a file."""
    path = tmp_path / "story.yaml"
    path.write_text(STORY, encoding="utf-8")
    return path


def opened(open_app: Open, path: Path) -> JalonApp:
    return open_app(path.read_text(encoding="utf-8"), path=str(path))


async def typed(pilot: Pilot[None], *texts: str) -> None:
    """Type a text into each field, from the one that has the keys on."""
    for number, one in enumerate(texts):
        await pilot.press(*(["tab"] if number else []), *("space" if letter == " " else letter for letter in one))
    await press(pilot)


async def saved(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+s")
    saving_still = [one for one in pilot.app.workers if one.group == "saving"]
    if saving_still:  # of an empty list, Textual waits for all workers
        await pilot.app.workers.wait_for_complete(saving_still)
    await press(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_an_event_is_saved_in_its_place_and_gone_to(open_app: Open, file: Path, size: tuple[int, int]) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+n")
        await typed(
            pilot, "2025-09~", "Talks : begin", "Début", "talk", "planned", "ikanbi", "BE", "Huy", "jobs", "rtl"
        )
        await typed(pilot, "", "They talk.")
        await saved(pilot)
        assert at_hand(app) == "2025-09-talks-begin"
        assert "2025-09-talks-begin is added" in text(app)
    event = """\
- id: 2025-09-talks-begin
  date: 2025-09~
  title: 'Talks : begin'
  title_fr: Début
  kind: talk
  status: planned
  actors: ikanbi
  countries: BE
  place: Huy
  tags: [jobs]
  text: They talk.
  sources: rtl
"""
    assert file.read_text(encoding="utf-8") == STORY.replace("- id: handover\n", f"{event}- id: handover\n")


async def test_a_date_is_explained_as_it_is_typed(open_app: Open, file: Path) -> None:
    async with opened(open_app, file).run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2025-08")
        assert "August 2025" in text(pilot.app)
        await typed(pilot, "-3")
        assert "months and days have two digits" in text(pilot.app)
        assert "did you mean 2025-08-03?" in text(pilot.app)
        await typed(pilot, "1~")
        assert "about 31 August 2025" in text(pilot.app)


async def test_what_lies_in_the_future_is_proposed_as_planned(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2025-09-01")
        assert "status    reported" in text(app)
        await pilot.press(*["backspace"] * 10)
        await typed(pilot, "2035-09-01", "Board")
        assert "status    planned" in text(app)
        await saved(pilot)
        assert at_hand(app) == "2035-09-01-board"
    assert "title: Board\n  status: planned\n" in file.read_text(encoding="utf-8")


async def test_what_is_wrong_stands_below_its_field_and_the_keys_go_there(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "", "", "", "maybe", "ikanb")
        assert "no actor" not in text(app)  # it may still become ikanbi
        await press(pilot, "tab")
        assert 'no actor is called "ikanb"' in text(app)
        await saved(pilot)
        assert '"maybe" is no status' in text(app)
        assert "an event has a title" in text(app)
        await typed(pilot, "T")  # the keys are at the first that is wrong
        assert "title en  T" in text(app)
    assert file.read_text(encoding="utf-8") == STORY


async def test_a_name_is_completed_with_the_arrow(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "T", "", "", "", "ikanbi, tot")
        await press(pilot, "right")
        assert "ikanbi, totalenergies" in text(app)


async def test_values_are_picked_and_what_is_typed_stays(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "T", "", "", "", "ikanbi,")
        await press(pilot, "enter", *"etat", "enter")
        assert "actors    ikanbi, fr-state" in text(app)
        await press(pilot, ",", "enter", "tab", "tab", "enter")  # the first unmarked and marked: the most used
        await press(pilot, "tab", "enter", *"maroc", "enter")
        assert "countries MA" in text(app)
        await press(pilot, "tab", "tab", "tab", *"https://a.example/x,1,", "enter", *"jobs", "enter")
        assert "sources   https://a.example/x,1, trends#jobs" in text(app)
        await press(pilot, ",", "enter", "escape")
        assert isinstance(app.screen, NewEvent)


@pytest.mark.parametrize("typed_actor", ["ikanbi", "IKANBI", "totalenergies, ikanbi", "iKanbi Belgium"])
async def test_enter_on_an_exact_match_takes_it_and_adds_nothing(
    open_app: Open, file: Path, typed_actor: str
) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "T", "", "strike", "", typed_actor)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, NewEvent) or "countries" in text(app)
        await press(pilot, *(() if isinstance(app.screen, NewEvent) else ("escape",)))
        assert f"actors    {typed_actor}" in text(app)
        await press(pilot, "shift+tab", "shift+tab", "shift+tab", "enter")
        assert isinstance(app.screen, NewEvent), "a kind that is new and begins no other is taken"
        assert "kind      strike" in text(app)


async def test_what_is_nothing_of_the_file_is_sought_and_nothing_else_is_added(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "T", "", "", "", "zzz")
        await press(pilot, "enter", "enter", "escape")
        assert "actors    zzz" in text(app)


async def test_a_date_in_words_several_sources_and_a_text_in_each_language_are_saved(
    open_app: Open, file: Path
) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 36)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "25 août 2026", "T", "", "", "", "", "", "", "", "rtl, trends#jobs")
        assert "2026-08-25: 25 August 2026" in text(app)
        await typed(pilot, "", "They talk.", "Ils parlent.")
        await saved(pilot)
    whole = file.read_text(encoding="utf-8")
    assert "  date: 2026-08-25\n" in whole
    assert "  text: They talk.\n  text_fr: Ils parlent.\n" in whole
    assert "  sources: [rtl, trends#jobs]\n" in whole


async def test_what_is_begun_narrows_what_is_picked_from(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "T", "", "la", "", "ikanbi, Etat")
        await press(pilot, "enter", "enter")
        assert "actors    ikanbi, fr-state" in text(app)
        await press(pilot, "shift+tab", "shift+tab", "enter", "enter")
        assert "kind      law" in text(app)


async def test_a_pasted_address_becomes_a_source(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "T", "", "", "", "", "", "", "", "")
        assert app.focused is not None
        app.focused.post_message(
            Paste("https://www.rtl.example/2025/08/26/la-suite?utm_id=1\nhttp://trends.example/jobs/\n")
        )
        await press(pilot)
        assert "a new source, rtl-suite, RTL, published 2025-08-26" in text(app)
        await saved(pilot)
    whole = file.read_text(encoding="utf-8")
    assert "  rtl-suite:\n    publisher: RTL\n    url: https://www.rtl.example/2025/08/26/la-suite\n" in whole
    assert "    published: 2025-08-26  # from the address\n" in whole
    assert "  sources: [rtl-suite, trends]\n" in whole


async def test_a_pasted_text_is_harmless(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        assert app.focused is not None
        app.focused.post_message(Paste("\x1b[2J\u202e[b]x[/b]\n\x07"))
        await press(pilot)
        assert "␛[2J<U+202E>[b]x[/b] ␇" in text(app)
        await press(pilot, "shift+tab")
        app.focused.post_message(Paste("one\r\n\x1btwo"))
        await press(pilot)
        assert "␛two" in text(app)


async def test_a_file_that_changed_is_read_again_and_what_was_typed_stays(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "Typed")
        changed = STORY + "- id: other\n  date: 2031\n  title: Somebody else's\n"
        file.write_text(changed, encoding="utf-8")
        await saved(pilot)
        assert "has changed since it was read" in " ".join(text(app).split())
        assert "title en  Typed" in text(app)
        assert file.read_text(encoding="utf-8") == changed
        await saved(pilot)
        assert at_hand(app) == "2026-typed"
        assert screen(app).session.engine.select().count() == 8
    assert "title: Typed" in file.read_text(encoding="utf-8")


async def test_a_file_that_cannot_be_saved_keeps_the_form_open(
    open_app: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, *_: object) -> None:
        raise atomic_write.NotSaved(path, "no space left on device")

    monkeypatch.setattr(atomic_write, "replace", refuse)
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026", "Typed")
        await saved(pilot)
        assert "no space left on device" in " ".join(text(app).split())
        assert isinstance(app.screen, NewEvent)


async def test_what_is_typed_is_not_thrown_away_unasked(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n", "escape")
        assert app.screen is screen(app)
        await press(pilot, "ctrl+n")
        await typed(pilot, "2026")
        await press(pilot, "escape")
        assert "what is typed is not saved" in text(app)
        await press(pilot, "escape")
        assert "date      2026" in text(app)
        await press(pilot, "escape", "s")
        assert "an event has a title" in text(app)
        await press(pilot, "escape", "d")
        assert app.screen is screen(app)
    assert file.read_text(encoding="utf-8") == STORY


async def test_an_event_that_the_filter_hides_is_said(open_app: Open, file: Path) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "K", *"law", "enter", "ctrl+n")
        await typed(pilot, "2026", "T")
        await saved(pilot)
        assert "2026-t is added: what is asked for hides it, x shows all" in " ".join(text(app).split())
        await press(pilot, "x")
        assert screen(app).session.shown.count() == 7


async def test_without_a_file_there_is_nothing_to_add_to(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        assert "there is no file to add to" in text(app)


async def test_the_timeline_that_comes_with_jalon_is_copied_when_one_agrees(
    open_app: Open, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    app = opened(open_app, file)
    monkeypatch.setattr(environment, "shipped_path", lambda _name: str(file))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        assert "copy it to ./events.yaml" in text(app)
        await press(pilot, "escape")
        assert list(here.iterdir()) == []
        await press(pilot, "ctrl+n", "y")
        await typed(pilot, "2026", "T")
        await saved(pilot)
        assert at_hand(app) == "2026-t"
    assert "title: T\n" in (here / "events.yaml").read_text(encoding="utf-8")
    assert file.read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (200, 60)])
async def test_the_form_stands_in_any_room(open_app: Open, file: Path, size: tuple[int, int]) -> None:
    app = opened(open_app, file)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+n", "2", "tab", "x", "enter", "down", "up", "ctrl+s")
        assert isinstance(app.screen, NewEvent)
