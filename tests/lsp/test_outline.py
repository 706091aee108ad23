"""The outline, what folds, links, and what stands in the margin."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.lsp.test_known import EVERY, known
from tui.lsp.margin import hints, lenses
from tui.lsp.outline import folds, links, named, symbols

SHIPPED = known((ROOT / "events.yaml").read_text(encoding="utf-8"))
LAST = len(SHIPPED.lines)


def test_events_stand_by_year() -> None:
    found = {one.name: one for one in symbols(SHIPPED, 1, LAST, "en")}
    assert list(found) == ["timeline", "actors", "sources", "events", "views"]
    years = found["events"].inside
    assert sum(len(year.inside) for year in years) == len(SHIPPED.timeline.events)
    assert [year.name for year in years][-1] > "2024"
    assert len(found["actors"].inside) == len(SHIPPED.timeline.actors)
    for one in (*found.values(), *years, *years[0].inside):
        assert one.place[:2] <= one.head[:2] <= one.head[2:] <= one.place[2:]
        for inner in one.inside:
            assert one.place[:2] <= inner.place[:2] <= inner.place[2:] <= one.place[2:]


def test_all_that_is_more_than_a_line_folds_and_no_blank_line_with_it() -> None:
    found = folds(SHIPPED, 1, LAST)
    assert len(found) > 200
    assert all(SHIPPED.lines[last - 1].strip() for _first, last in found)


def test_only_addresses_of_the_web_are_links() -> None:
    text = "sources:\n  a: {url: 'https://example.org/x', archive: file:///etc/passwd}\n  b: {url: 'javascript:x'}\n"
    text += "  c: {url: 'https://user@evil.example'}\nevents: []\n"
    assert [address for _place, address in links(known(text), 1, 9)] == ["https://example.org/x"]


def test_what_is_defined_is_found_by_its_title_in_small_letters_without_accents() -> None:
    assert next(one.name for one in named(SHIPPED, "TOTALENERGIES", "en")) == "totalenergies"
    assert {one.kind for one in named(SHIPPED, "", "en")} == {"actor", "source", "event", "view"}


def test_the_margin_tells_dates_in_words_and_whom_an_id_means() -> None:
    found = known(EVERY.replace("date: 2025\n    title: b", "date: 2025-08~\n    title: b"))
    assert {one.text for one in hints(found, 25, 29, "en")} == {"about August 2025"}
    texts = [one.text for one in lenses(found, 1, 99)]
    assert texts == ["2 sources · disputed", "1 source"]
