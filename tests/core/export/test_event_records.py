"""Events as data for other programs, and as rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tui.core.dates.edtf import undated
from tui.core.dates.parse import parse_date
from tui.core.export.event_records import COLUMNS, bounds, columns, defused, record, row
from tui.core.text.clean import to_json
from tui.core.timeline.model import Citation, Claim, Event, Passage, Source, Timeline, Value

CONTRACT = Passage("contract", "Le personnel de", "le 31 décembre")
IN_PLACE = Passage("", "TotalEnergies, client", None)

TIMELINE = Timeline(
    "t",
    {"en": "Calls"},
    "en",
    sources={
        "trends": Source(
            "trends",
            {"fr": "150 emplois menacés"},
            publisher="Trends",
            url="https://trends.example/a-b",
            published=parse_date("2025-08-25~"),
            passages={"contract": CONTRACT},
        ),
        "bladi": Source("bladi", publisher="Bladi", url="javascript:alert(1)"),
    },
)

WHOLE = Event(
    "contract-end",
    parse_date("2025-12-31"),
    {"en": "The contract ends", "fr": "Fin du contrat"},
    date_note={"en": "Challenge gives the full date"},
    kind="contract",
    status="planned",
    actors=("ikanbi", "totalenergies"),
    countries=("BE",),
    places=("Liège",),
    tags=("jobs",),
    texts={"fr": "Le texte."},
    claims=(
        Claim(
            "jobs",
            (Value("150 people", (Citation("trends", CONTRACT),)), Value("163 people", (Citation("bladi", IN_PLACE),))),
            keep="150 people",
            because={"en": "it is broken down"},
        ),
    ),
    citations=(Citation("trends"),),
)

BARE = Event("bare", parse_date("2025-09/.."), {"en": "Something goes on"})


def test_a_record_has_the_files_names_the_bounds_the_words_and_every_source() -> None:
    assert record(WHOLE, TIMELINE, "fr") == {
        "id": "contract-end",
        "date": "2025-12-31",
        "date_note": "Challenge gives the full date",
        "title": "Fin du contrat",
        "kind": "contract",
        "status": "planned",
        "actors": ["ikanbi", "totalenergies"],
        "countries": ["BE"],
        "place": ["Liège"],
        "tags": ["jobs"],
        "text": "Le texte.",
        "claims": [
            {
                "name": "jobs",
                "values": [
                    {"value": "150 people", "sources": [{"source": "trends", "passage": "contract"}]},
                    {"value": "163 people", "sources": [{"source": "bladi", "passage": "TotalEnergies, client"}]},
                ],
                "keep": "150 people",
                "because": "it is broken down",
            }
        ],
        "sources": [
            {
                "source": "trends",
                "passage": None,
                "announces": False,
                "publisher": "Trends",
                "title": "150 emplois menacés",
                "published": "2025-08-25~",
                "seen": None,
                "gone": None,
                "url": "https://trends.example/a-b",
                "archive": None,
            },
            {
                "source": "trends",
                "passage": "contract",
                "announces": False,
                "publisher": "Trends",
                "title": "150 emplois menacés",
                "published": "2025-08-25~",
                "seen": None,
                "gone": None,
                "url": "https://trends.example/a-b#:~:text=Le%20personnel%20de,le%2031%20d%C3%A9cembre",
                "archive": None,
            },
            {
                "source": "bladi",
                "passage": "TotalEnergies, client",
                "announces": False,
                "publisher": "Bladi",
                "title": None,
                "published": None,
                "seen": None,
                "gone": None,
                "url": None,
                "archive": None,
            },
        ],
        "start": {"earliest": "2025-12-31", "latest": "2025-12-31"},
        "end": {"earliest": "2025-12-31", "latest": "2025-12-31"},
        "words": "31 décembre 2025",
        "private": False,
        "about": [],
        "told": [],
        "says": [],
        "short": None,
        "key": False,
        "titles": {"en": "The contract ends", "fr": "Fin du contrat"},
        "texts": {"fr": "Le texte."},
    }


def test_what_an_event_does_not_say_is_null_or_empty_and_never_missing() -> None:
    bare = record(BARE, TIMELINE, "en")
    assert list(bare) == list(record(WHOLE, TIMELINE, "en"))
    assert {key for key, value in bare.items() if value is None} == {"date_note", "kind", "text", "short"}
    assert {key for key, value in bare.items() if value in ([], {})} == {
        "actors", "countries", "place", "tags", "claims", "sources", "about", "told", "says", "texts",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2025-10/2026-03-31", ("2025-10-01", "2025-10-31"), ("2026-03-31", "2026-03-31")),
        ("2025-09/..", ("2025-09-01", "2025-09-30"), (None, None)),
        ("2025-09/", ("2025-09-01", "2025-09-30"), ("2025-09-01", None)),
        ("[..2025-08-21~]", (None, "2025-08-21"), (None, "2025-08-21")),
        ("-0044-03-15", ("-0044-03-15", "-0044-03-15"), ("-0044-03-15", "-0044-03-15")),
        ("Y-170000000", ("Y-170000000-01-01", "Y-170000000-12-31"), ("Y-170000000-01-01", "Y-170000000-12-31")),
    ],
)
def test_bounds_are_inclusive_days_and_null_where_they_are_open(
    date: str, start: tuple[str | None, str | None], end: tuple[str | None, str | None]
) -> None:
    read = parse_date(date)
    assert tuple(bounds(read.start).values()) == start
    assert tuple(bounds(read.end).values()) == end


def test_json_keeps_every_character_of_a_text_and_lets_none_of_them_act() -> None:
    title = "a\x1b]52;c;aGk=\x07\u202eb\u0085"
    written = to_json(record(BARE._replace(titles={"en": title}), TIMELINE, "en"), indent=2)
    assert json.loads(written)["title"] == title
    assert "\\u202e" in written
    assert not {"\x1b", "\x07", "\u202e", "\u0085"} & set(written)


def test_a_row_joins_lists_and_claims_in_one_cell() -> None:
    cells = dict(zip(COLUMNS, row(WHOLE, TIMELINE, "en"), strict=True))
    assert cells["actors"] == "ikanbi; totalenergies"
    assert cells["claims"] == "jobs: 150 people | 163 people"
    assert cells["sources"] == "trends; trends#contract; bladi: TotalEnergies, client"
    assert (cells["start_earliest"], cells["end_latest"]) == ("2025-12-31", "2025-12-31")
    assert cells["words"] == "31 December 2025"
    told = row(WHOLE._replace(about=("end", "=start"), told=("@staff", "rtbf")), TIMELINE, "en")
    told_cells = dict(zip(COLUMNS, told, strict=True))
    assert (told_cells["about"], told_cells["told"], told_cells["says"]) == ("end; =start", "'@staff; rtbf", "")
    assert (told_cells["short"], told_cells["key"]) == ("", "")
    assert dict(zip(COLUMNS, row(WHOLE._replace(key=True), TIMELINE, "en"), strict=True))["key"] == "true"


def test_open_bounds_are_empty_cells() -> None:
    cells = dict(zip(COLUMNS, row(BARE, TIMELINE, "en"), strict=True))
    assert (cells["start_latest"], cells["end_earliest"], cells["end_latest"]) == ("2025-09-30", "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert defused(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"
    titled = BARE._replace(titles={"en": f"{start}cmd|' /C calc'!A0"}, kind=f"{start}x", tags=(f"{start}1+1",))
    for cell in row(titled, TIMELINE, "en"):
        assert not cell.startswith(start)


def test_a_date_before_the_year_0_is_left_as_it_is() -> None:
    cells = dict(zip(COLUMNS, row(BARE._replace(date=parse_date("-0044-03-15")), TIMELINE, "en"), strict=True))
    assert cells["date"] == cells["start_earliest"] == "-0044-03-15"


def test_a_row_shows_controls_and_is_read_back_as_one_row() -> None:
    event = WHOLE._replace(titles={"en": 'a "b",\n\x1b[31m\u202ec'}, texts={"en": "one\ntwo"})
    page = io.StringIO()
    csv.writer(page).writerow(row(event, TIMELINE, "en"))
    (back,) = csv.reader(io.StringIO(page.getvalue(), newline=""))
    cells = dict(zip(COLUMNS, back, strict=True))
    assert cells["title"] == 'a "b", ␛[31m<U+202E>c'
    assert cells["text"] == "one\ntwo"


def test_what_has_no_date_says_so_in_words_and_leaves_the_rest_empty() -> None:
    bare = BARE._replace(date=undated("sans date"))
    found = record(bare, TIMELINE, "fr")
    nowhere = {"earliest": None, "latest": None}
    assert (found["date"], found["words"], found["start"], found["end"]) == (None, "sans date", nowhere, nowhere)
    cells = dict(zip(COLUMNS, row(bare, TIMELINE, "en"), strict=True))
    assert (cells["date"], cells["words"], cells["start_earliest"], cells["end_latest"]) == ("", "undated", "", "")


def test_numbers_are_numbers_and_words_are_words() -> None:
    timeline = TIMELINE._replace(data={"idled": "people", "mood": "", "depth": "m"})
    data = {"idled": "1200", "mood": "=low", "depth": "-3.5"}
    bare = WHOLE
    told = bare._replace(data=data)
    assert record(told, timeline, "en")["data"] == {"idled": 1200, "mood": "=low", "depth": -3.5}
    assert record(bare, timeline, "en")["data"] == {}
    assert columns(timeline)[-3:] == ("data.idled", "data.mood", "data.depth")
    assert row(told, timeline, "en")[-3:] == ["1200", "'=low", "-3.5"]
    assert len(row(bare, timeline, "en")) == len(columns(timeline))


def test_a_source_without_a_title_is_called_by_its_page() -> None:
    source = Source("l1", url="https://www.example.org/2020/march-dispersed.html")
    cited = BARE._replace(citations=(Citation("l1"),))
    told = record(cited, TIMELINE._replace(sources={"l1": source}), "en")["sources"]
    assert isinstance(told, list)
    assert (told[0]["publisher"], told[0]["title"]) == ("example.org", "example.org › march-dispersed")
