"""The app in another language: each screen stands longer sentences, and has no word that is not in the language."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.seeing import text
from tests.app.steps import press, settle
from tests.pseudo import Pseudo, unmarked
from tests.test_languages import DATA, NAMES, STORY, words_of_dates
from tui.core.text import messages
from tui.store.system import catalogues

SCREENS = {
    "timeline": (),
    "event": ("enter",),
    "help": ("question_mark",),
    "palette": ("colon",),
    "facets": ("F",),
    "picker": ("a",),
    "query": ("f", "a", "c", "t", "o", "r", "colon", "x"),
    "find": ("slash", "z"),
    "as of": ("w", "2"),
    "saved views": ("V",),
    "views": ("v",),
    "lanes": ("v", "l"),
    "overview": ("v", "o"),
    "actors": ("v", "a"),
    "sources": ("v", "s"),
    "notebook": ("v", "n"),
    "problems": ("p",),
    "new event": ("ctrl+n",),
    "note": ("i",),
    "about": ("I",),
}
"""The keys that lead to each screen."""

COUNTRIES = "Belgique Maroc"
"""Names of countries, which are made from the CLDR."""

SHOWN = {
    "event": "il",
    "facets": COUNTRIES,
    "actors": COUNTRIES,
    "query": "actor",
    "problems": "title publisher overdue plan",
    "new event": "reported",
}
"""The names of codes, of countries and in distances that screens show; no other word on a screen is English."""



@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=str)
async def test_a_screen_stands_long_sentences(
    name: str, size: tuple[int, int], open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: Pseudo())
    catalogues.speak("fr")
    app = open_app(STORY, language="fr")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *SCREENS[name])
        seen = text(app)
        assert seen.strip()
        assert unmarked(seen, (DATA, NAMES, SHOWN.get(name, ""), words_of_dates())) == []


async def test_the_language_turns_while_the_app_is_open(open_app: Open) -> None:
    app = open_app(STORY, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2 events" in text(app)
        app.speak("fr")
        await settle(pilot)
        assert "2 événements" in text(app)
        app.speak("en")
        await settle(pilot)
        assert "2 events" in text(app)
        assert messages.spoken() == "en"
