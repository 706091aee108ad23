"""Opening an event's articles and copying its citations."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Open
from tests.app.seeing import text
from tests.app.steps import press, settle
from tui.store.system.browser import NoBrowser

AT_PASSAGE = "https://trends.example/jobs#:~:text=environ%20150,n%C3%A9gociaient"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that would have been opened."""
    addresses: list[str] = []
    monkeypatch.setattr("tui.app.scopes.citations.open_address", addresses.append)
    return addresses


async def test_o_opens_the_one_article_of_an_event_and_shows_its_address(open_app: Open, opened: list[str]) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        assert opened == ["https://rtl.example/calls"]
        assert "opening https://rtl.example/calls" in text(app)


async def test_o_offers_several_articles_to_choose_from_with_their_addresses(
    open_app: Open, opened: list[str]
) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "o")
        assert "RTL" in text(app)
        assert opened == []
        await press(pilot, *"trends")
        assert AT_PASSAGE in text(app), "the whole address is seen before it is opened"
        await press(pilot, "enter")
        assert opened == [AT_PASSAGE]


async def test_in_the_list_a_digit_opens_that_article(open_app: Open, opened: list[str]) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "o", "2")
        assert opened == ["https://rtl.example/calls"]


async def test_a_digit_opens_the_article_of_that_number_at_its_passage(open_app: Open, opened: list[str]) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "1")
        assert opened == [AT_PASSAGE]
        await press(pilot, "3")
        assert "paper has no http or https address" in text(app)
        await press(pilot, "9")
        assert "this event has no article 9" in text(app)
        assert len(opened) == 1
        await press(pilot, "j")
        assert "this event has no article 9" not in text(app), "the next key takes the message away"


async def test_where_nothing_can_open_an_address_it_is_shown(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(address: str) -> None:
        raise NoBrowser("no browser was found here; BROWSER can name one")

    monkeypatch.setattr("tui.app.scopes.citations.open_address", refuse)
    app = open_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        assert "no browser was found here" in text(app)
        assert "https://rtl.example/calls" in text(app)


@pytest.mark.parametrize(
    ("key", "copied"),
    [
        ("i", "union"),
        ("u", AT_PASSAGE),
        ("s", "paper\ntrends#jobs\nrtl"),
        (
            "c",
            "Archive, A thing on paper, undated\n"
            f"Trends, 150 jobs, about 25 August 2025, {AT_PASSAGE}\n"
            "RTL, Calls, 25 August 2025, https://rtl.example/calls",
        ),
    ],
)
async def test_y_and_a_second_key_copy(open_app: Open, key: str, copied: str) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "y")
        assert "c citations" in text(app)
        await press(pilot, key)
        assert app.clipboard == copied


async def test_any_other_key_after_y_copies_nothing(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "y", "q")
        assert app.clipboard == ""
        assert app.is_running


# ---- The archive, what is gone, what is private

ARCHIVED = """\
sources:
  trends:
    title: 150 jobs
    publisher: Trends
    url: https://trends.example/jobs
    gone: 2026-05
    archive: https://archive.example/jobs
    passages:
      jobs: environ 150 … négociaient
      contract: le contrat … décembre
  rtl: {title: Calls, publisher: RTL, url: "https://rtl.example/calls", archive: copies/rtl.html}
  lost: {title: Lost, url: "https://lost.example/x", gone: 2026}
  leak: {title: Leaked memo, private: true, url: "https://leak.example/x"}
events:
- id: union
  date: 2025-08-25
  title: The union confirms
  sources: [trends#jobs, trends#contract, rtl, lost, leak]
- id: memo
  date: 2025-08-26
  title: What the memo says
  sources: leak
- id: bare
  date: 2025-08-27
  title: Nobody says so
"""
COPY = "https://archive.example/jobs#:~:text=environ%20150,n%C3%A9gociaient"


async def test_an_article_whose_page_is_gone_opens_from_the_archive_and_that_is_said(
    open_app: Open, opened: list[str]
) -> None:
    app = open_app(ARCHIVED)
    async with app.run_test(size=(140, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "1")
        assert opened == [COPY]
        assert "the page of trends is gone (May 2026); opening the archive's copy: https://archive" in text(app)
        await press(pilot, "3")
        assert opened == [COPY]
        assert "the page of lost is gone (2026), and no copy of it is known" in text(app)


async def test_capital_o_opens_the_archives_copy_and_never_a_file(open_app: Open, opened: list[str]) -> None:
    app = open_app(ARCHIVED, name_of_file="folder/events.yaml")
    async with app.run_test(size=(140, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "O")
        assert COPY in text(app)
        await press(pilot, "1")
        assert opened == [COPY]
        await press(pilot, "O", "2")
        assert opened == [COPY]
        assert "the copy is a file (its path is copied): folder/copies/rtl.html" in text(app)
        assert app.clipboard == "folder/copies/rtl.html"
        await press(pilot, "j", "O")
        assert "no copy of an article of this event is known" in text(app)
        await press(pilot, "j", "o")
        assert "this event cites no source" in text(app)


async def test_a_copy_beside_the_file_opens_at_the_passage_in_what_shows_it(
    open_app: Open, opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr("tui.app.scopes.citations.open_document", lambda *words: shown.append(words))
    (tmp_path / "copies").mkdir()
    for name in ("rtl.html", "memo.pdf"):
        (tmp_path / "copies" / name).write_text("x")
    story = ARCHIVED.replace(
        'private: true, url: "https://leak.example/x"}',
        'archive: copies/memo.pdf, passages: {p: "p. 12: one … two"}}',
    )
    story = story.replace("  sources: leak\n", "  sources: [leak#p, rtl]\n")
    app = open_app(story, name_of_file=str(tmp_path / "events.yaml"))
    async with app.run_test(size=(140, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j")
        assert "1-2 open" in text(app)
        await press(pilot, "1")
        assert shown == [(str(tmp_path / "copies/memo.pdf"), "#page=12")]
        assert "opening the copy: copies/memo.pdf" in text(app)
        await press(pilot, "2")
        assert (opened, len(shown)) == (["https://rtl.example/calls"], 1)
        await press(pilot, "O", "2")
        assert shown[1:] == [(str(tmp_path / "copies/rtl.html"), "")]
        await press(pilot, "k", "O", "1")
        assert opened[1:] == [COPY]


async def test_i_tells_all_that_is_known_of_a_citation_at_hand_and_else_writes_a_note(open_app: Open) -> None:
    app = open_app(ARCHIVED)
    async with app.run_test(size=(100, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "enter", "tab", "i")
        shown = text(app)
        assert "trends#jobs" in shown
        assert "“environ 150 … négociaient”" in shown
        assert "archive: https://archive.example/jobs" in shown
        assert "not sought in a copy, as far as the ledger says" in shown
        await press(pilot, "q", "tab", "tab", "i")
        assert "archive: copies/rtl.html" in text(app)
        assert "sought" not in text(app), "it has no passage"


async def test_on_the_events_screen_tab_goes_from_citation_to_citation_and_enter_opens_it(
    open_app: Open, opened: list[str]
) -> None:
    app = open_app(ARCHIVED)
    async with app.run_test(size=(100, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "enter", "tab")
        assert "▌   environ 150 … négociaient" in text(app)
        await press(pilot, "tab", "enter")
        assert opened == ["https://archive.example/jobs#:~:text=le%20contrat,d%C3%A9cembre"]
        await press(pilot, "y", "s")
        assert app.clipboard == "trends#contract"
        await press(pilot, "tab", "enter", "y", "u")
        assert opened[1:] == ["https://rtl.example/calls"] == [app.clipboard]
        await press(pilot, "O")
        assert "copies/rtl.html" in text(app)
        await press(pilot, "shift+tab", "shift+tab", "shift+tab", "enter")
        assert opened[2:] == ["https://leak.example/x"], "from the first one goes round to the last"
        await press(pilot, "O")
        assert "no copy of this article is known" in text(app)


async def test_without_a_citation_at_hand_enter_offers_all_and_tab_rings_where_there_is_none(
    open_app: Open, opened: list[str]
) -> None:
    app = open_app(ARCHIVED)
    async with app.run_test(size=(100, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "enter", "enter")
        assert "open an article" in text(app)
        await press(pilot, "escape", "l", "l", "tab", "enter")
        assert "this event cites no source" in text(app)
        assert opened == []


async def test_what_is_private_is_shown_and_marked_but_not_copied(open_app: Open) -> None:
    app = open_app(ARCHIVED)
    async with app.run_test(size=(140, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "y", "c")
        assert "Leaked memo" in text(app)
        assert "private" in text(app)
        assert "copied (withheld as private: 1 source): Trends" in text(app)
        assert "leak" not in app.clipboard.casefold()
        app.copy_to_clipboard("")
        await press(pilot, "j", "y", "i")
        assert "not copied: this is private (jalon --with-private copies it)" in text(app)
        assert app.clipboard == ""
        await press(pilot, "k", "enter", "shift+tab", "y", "u")
        assert "not copied: this is private" in text(app)
        assert app.clipboard == ""


async def test_with_private_copies_hold_everything(open_app: Open) -> None:
    app = open_app(ARCHIVED, with_private=True)
    async with app.run_test(size=(140, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "y", "s")
        assert app.clipboard == "trends#jobs\ntrends#contract\nrtl\nlost\nleak"
        await press(pilot, "j", "y", "i")
        assert app.clipboard == "memo"
