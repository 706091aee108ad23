"""Timesketch, CSL-JSON and jalon's own JSON: records as events and sources."""

from __future__ import annotations

import json

import pytest

from tui.store.formats.csl import read_csl
from tui.store.formats.delimited import NoTable
from tui.store.formats.jalon_records import read_records
from tui.store.formats.timesketch import read_timesketch

LOG = {"message": "Logged in", "datetime": "2025-08-25T14:30:00+00:00", "timestamp_desc": "Login", "host": "a"}


def test_a_line_of_timesketch_is_an_event() -> None:
    (event,) = read_timesketch(json.dumps(LOG).encode()).events
    assert event.date is not None
    assert (event.date.text, event.titles, event.date_note) == ("2025-08-25T14:30Z", {"": "Logged in"}, "Login")
    assert event.rest == (("host", "a"),)


def test_rows_of_timesketch_are_events() -> None:
    data = b'message,datetime,timestamp_desc,tag\nLogged in,2025-08-25T14:30:09,Login,"a,b"\n'
    (event,) = read_timesketch(data).events
    assert event.date is not None
    assert (event.date.text, event.tags) == ("2025-08-25T14:30:09", ("a", "b"))


def test_a_line_that_is_no_json_is_refused_alone() -> None:
    events = read_timesketch(f"{json.dumps(LOG)}\n{{oops\n[1]\n".encode()).events
    assert [bool(one.faults) for one in events] == [False, True, True]


def test_references_are_sources_without_an_event() -> None:
    items = [
        {
            "id": "http://zotero.org/items/K7", "type": "webpage", "title": "A title", "container-title": "Le Soir",
            "URL": "https://a.example/1", "author": [{"family": "Dupont", "given": "Jean"}, {"literal": "AFP"}],
            "issued": {"date-parts": [[2025, 8]], "circa": True}, "accessed": {"date-parts": [["2025", "9", "1"]]},
            "language": "fr-BE", "volume": "3",
        },
        {"type": "webpage"},
    ]  # fmt: skip
    first, second = read_csl(json.dumps(items).encode()).events
    (source,) = first.sources
    assert first.date is None
    assert (source.id, source.publisher, source.author, source.language) == ("K7", "Le Soir", "Jean Dupont, AFP", "fr")
    assert source.published is not None
    assert source.seen is not None
    assert (source.published.text, source.seen.text) == ("2025-08~", "2025-09-01")
    assert first.rest == (("volume", "3"),)
    assert [str(one.message) for one in second.faults] == ["it has neither title nor address"]


def test_the_claims_of_a_record_cite_as_it_does() -> None:
    record = {
        "id": "union", "date": "2025-08-25", "title": "A", "titles": {"en": "A", "fr": "B"}, "texts": {},
        "sources": [
            {"source": "rtl", "passage": "jobs", "url": "https://rtl.example/1#:~:text=environ%20150,n%C3%A9gociaient"},
            {"source": "soir", "passage": None, "url": None, "title": "Le Soir"},
        ],
        "claims": [{"name": "jobs", "keep": None, "because": None, "values": [
            {"value": "150 people", "sources": [{"source": "rtl", "passage": "jobs"}]}]}],
    }  # fmt: skip
    found = read_records(json.dumps([record]).encode())
    (event,) = found.events
    assert (found.language, event.titles) == ("en", {"": "A", "fr": "B"})
    assert [(one.id, one.passage, one.is_claimed) for one in event.sources] == [
        ("rtl", "environ 150 … négociaient", True), ("soir", "", False),
    ]  # fmt: skip
    (cited,) = event.claims[0].values[0].citations
    assert cited.written == "rtl: environ 150 … négociaient"


@pytest.mark.parametrize("data", [b"", b"{", b"null", b"3", b'["a"]', b'{"events": [1]}'])
def test_what_is_none_of_them_is_refused(data: bytes) -> None:
    for read in (read_timesketch, read_records):
        with pytest.raises(NoTable):
            read(data)
