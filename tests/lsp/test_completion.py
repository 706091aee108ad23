"""What could stand where somebody types."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.lsp.test_known import known
from tui.core.timeline.model import STATUSES
from tui.lsp.completion import Item, completion
from tui.lsp.open_text import OpenText
from tui.lsp.surroundings import surroundings

SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")
TIMELINE = known(SHIPPED).timeline


def offered(typed: str, language: str = "en") -> dict[str, Item]:
    """The items for what is typed behind an open quote, which no parser would read."""
    before = f'events:\n  - id: x\n    title: "open\n{typed}'
    text = OpenText(before)
    row = before.count("\n")
    found = completion(surroundings(text, row, len(before) - before.rfind("\n") - 1), TIMELINE, language)
    return {one.label: one for one in found.items}


def test_names_of_the_file_are_offered_with_what_they_stand_for() -> None:
    assert offered("    actors: [to")["totalenergies"].detail == "TotalEnergies"
    assert set(TIMELINE.sources) <= set(offered("    sources: ["))
    assert any("#" in label for label in offered("    sources: ["))
    assert offered("    sources:\n      - t") == offered("    sources: [t")
    assert "ikanbi-contract-end" in offered("    about: ")
    assert offered("    claims:\n      jobs:\n        150: [") == offered("    sources: [")


def test_words_of_closed_lists_are_offered() -> None:
    assert tuple(offered("    status: ")) == STATUSES
    assert "union" in offered("actors:\n  x:\n    kind: ")
    assert {"story", "jobs"} <= set(offered("timeline:\n  view: "))
    assert {"jobs"} <= set(offered("    tags: ["))


def test_a_country_is_found_by_its_name_in_three_languages() -> None:
    found = offered("    countries: [", "fr")
    assert found["DE"].detail == "Allemagne"
    assert {"Germany", "Allemagne", "Duitsland"} <= set(found["DE"].found_by.split())
    assert next(iter(found)) in ("BE", "FR", "MA")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("fin août 2025", "[2025-08-21..2025-08-31]"),
        ("25 August 2025", "2025-08-25"),
        ("eind augustus 2025", "[2025-08-21..2025-08-31]"),
    ],
)
def test_a_date_in_words_is_a_date(words: str, date: str) -> None:
    assert next(iter(offered(f"    date: {words}"))) == date
    assert offered("    date: xyz") == {}


def test_the_keys_of_a_place_are_offered_with_their_explanation() -> None:
    found = offered("    st")
    assert found["status"].text == "status: "
    assert "announced" in found["status"].explanation
    assert "publisher" in offered("sources:\n  new:\n    ")
    assert "events" in offered("ev")
    assert {"event", "title"} <= set(offered("  - "))
    assert "source" in offered("sources:\n  ")
