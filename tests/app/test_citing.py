"""Opening an event's articles and copying its citations."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.seeing import text
from tests.app.steps import press, settle
from tui.store.browser import NoBrowser

AT_PASSAGE = "https://trends.example/jobs#:~:text=environ%20150,n%C3%A9gociaient"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that would have been opened."""
    addresses: list[str] = []
    monkeypatch.setattr("tui.app.screens.citing.open_address", addresses.append)
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
        await press(pilot, "g", "j", "o", "3")
        assert opened == ["https://rtl.example/calls"]


async def test_a_digit_opens_the_article_of_that_number_at_its_passage(open_app: Open, opened: list[str]) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "2")
        assert opened == [AT_PASSAGE]
        await press(pilot, "1")
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

    monkeypatch.setattr("tui.app.screens.citing.open_address", refuse)
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
