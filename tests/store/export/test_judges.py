"""The readers of others, who judge what goes out to them: TimelineJS in a browser, Markwhen's parser, icalendar."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.store.export.stories import extract_of
from tui.store.export.render import rendered

SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")
MODULES = ROOT / ".ci" / "node_modules"
LINES = (
    "2025: an event", "2025-08-25/now: an event", "now: an event", "by 3 days: an event", "after !id 3 days: an event",
    "- 2025: an event", "-3 days: an event", ": an event", "// a comment", "# Section", "#tag: red", "[x] done",
    "10 BC: an event", "August 2025: an event", "25 Aug - 3 Sep: an event", "id: mine", "---", "12/2025: an event",
    "every 3 days: an event", "2025-W03: an event", "group Mine", "section: Mine", "endgroup", "/* a comment",
)  # fmt: skip
"""Lines that would be something of their own in Markwhen."""
HOSTILE = "timeline: {{id: t, title: 'T: </script><b>'}}\nevents:\n{events}".format(
    events="".join(
        f"- {{id: e{place}, date: 2024-01-0{place % 9 + 1}, title: {json.dumps(line)}, text: {json.dumps(text)}}}\n"
        for place, line in enumerate(LINES)
        for text in [f"{line}\n\n{line}\n\nlast"]
    )
)


# ---- Markwhen


@pytest.fixture(scope="module")
def read_markwhen() -> Any:
    """Markwhen's own parser: the events of a document, its header and its messages."""
    node, parser = shutil.which("node"), MODULES / "@markwhen" / "parser" / "cjs" / "index.js"
    if node is None or not parser.exists():
        pytest.skip("node, or @markwhen/parser, is not here")
    script = (
        "const {parse} = require(process.argv[1]), read = parse(require('fs').readFileSync(0, 'utf8')), found = [];"
        "const walk = one => one.children ? one.children.forEach(walk) : found.push(one); walk(read.events);"
        "console.log(JSON.stringify({found, header: read.header, messages: read.parseMessages}))"
    )

    def reading(text: str) -> Any:
        ran = subprocess.run([node, "-e", script, parser], input=text, capture_output=True, text=True, check=True)
        return json.loads(ran.stdout)

    return reading


def markwhen(story: str, **options: Any) -> str:
    return rendered("markwhen", extract_of(story, **options)).decode()


def test_markwhen_reads_each_event_with_its_properties(read_markwhen: Any) -> None:
    whole = extract_of(SHIPPED)
    told = read_markwhen(rendered("markwhen", whole).decode())
    assert told["messages"] == []
    assert told["header"]["title"] == "Calls to Morocco"
    assert [one["properties"]["id"] for one in told["found"]] == [event.id for event in whole.timeline.events]
    dates = {event.id: event.date.text for event in whole.timeline.events}
    assert {one["properties"]["id"]: one["properties"]["edtf"] for one in told["found"]} == dates


def test_no_text_is_an_event_a_section_or_a_property_of_markwhen(read_markwhen: Any) -> None:
    told = read_markwhen(markwhen(HOSTILE))
    assert len(told["found"]) == len(LINES)
    assert told["messages"] == []
    assert sorted(one["properties"]["id"] for one in told["found"]) == sorted(f"e{at}" for at in range(len(LINES)))
    assert all(one.get("tags", []) == [] for one in told["found"])


@pytest.mark.parametrize(
    ("written", "first", "past"),
    [
        ("2025-08-25", "2025-08-25", "2025-08-26"),
        ("2025-08", "2025-08-01", "2025-09-01"),
        ("2025-10/2026-03-31", "2025-10-01", "2026-04-01"),
        ("'[2025-08-21..2025-08-25]'", "2025-08-21", "2025-08-26"),
        ("2025-08-25T13:45", "2025-08-25T13:45", "2025-08-25T13:45"),
        ("2025-08-25T09:30/2025-08-25T11:00", "2025-08-25T09:30", "2025-08-25T11:00"),
        ("-2999", "-002999-01-01", "-002998-01-01"),
        ("-0043", "-000043-01-01", "-000042-01-01"),
    ],
)
def test_markwhen_understands_the_days_as_we_do(written: str, first: str, past: str, read_markwhen: Any) -> None:
    story = f"events:\n- {{id: a, date: {written}, title: A}}\n"
    (event,) = read_markwhen(markwhen(story))["found"]
    found = (event["dateRangeIso"]["fromDateTimeIso"], event["dateRangeIso"]["toDateTimeIso"])
    assert tuple(re.sub(r"T00:00.*|:00\.000.*", "", one) for one in found) == (first, past)


# ---- TimelineJS


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium, where it is, with TimelineJS beside it."""
    pytest.importorskip("selenium")
    missing = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    if missing or not (MODULES / "@knight-lab").exists():
        pytest.skip(f"{(missing or ['@knight-lab/timelinejs'])[0]} is not here")
    from tests.page.browser import Browser

    with Browser(tmp_path_factory.mktemp("browser")) as one:
        yield one


PAGE = """<!doctype html><meta charset=utf-8><link rel=stylesheet href="{home}/css/timeline.css">
<div id=t style="width: 1200px; height: 700px"></div><script src="{home}/js/timeline.js"></script>
<script>window.drawn = new TL.Timeline("t", {data}, {{hash_bookmark: false, font: null, script_path: "{home}/js/"}});
</script>"""


def drawn(story: str, browser: Any, folder: Path) -> Any:
    """A timeline as TimelineJS draws it: its slides, its messages, and what it understands of the dates."""
    from selenium.webdriver.support.wait import WebDriverWait

    data = rendered("timelinejs", extract_of(story)).decode().replace("<", "\\u003c")
    home = (MODULES / "@knight-lab" / "timelinejs" / "dist").as_uri()
    (folder / "t.html").write_text(PAGE.format(home=home, data=data), encoding="utf-8")
    browser.open(folder / "t.html")
    WebDriverWait(browser.driver, 30).until(
        lambda _: browser.run("return document.querySelectorAll('.tl-slide, .tl-message-content').length")
    )
    return browser.run(
        "return {slides: document.querySelectorAll('.tl-slide').length,"
        " markers: document.querySelectorAll('.tl-timemarker').length,"
        " titles: [...document.querySelectorAll('.tl-headline')].map(one => one.textContent.trim()),"
        " dates: [...document.querySelectorAll('.tl-headline-date')].map(one => one.textContent.trim()),"
        " links: [...document.querySelectorAll('.tl-slide a[href]')].map(one => one.href),"
        " errors: [...document.querySelectorAll('.tl-message-content')].map(one => one.textContent)}"
    )


def test_timelinejs_draws_each_event_with_its_doubt_and_its_sources(browser: Any, tmp_path: Path) -> None:
    events = len(extract_of(SHIPPED).timeline.events)
    told = drawn(SHIPPED, browser, tmp_path)
    assert (told["slides"], told["markers"]) == (events + 1, events)
    assert "Calls to Morocco" in told["titles"]
    assert "about 2018" in told["dates"]
    assert any(link.startswith("https://trends.levif.be/") for link in told["links"])
    assert told["errors"] == [] or "".join(told["errors"]).strip() == ""


def test_no_text_is_markup_for_timelinejs(browser: Any, tmp_path: Path) -> None:
    told = drawn(HOSTILE.replace("an event", "<img src=x onerror=window.hacked=1>"), browser, tmp_path)
    assert told["markers"] == len(LINES)
    assert browser.run("return window.hacked") is None
    assert "T: </script><b>" in told["titles"]
    assert browser.run("return document.querySelectorAll('.tl-slide img').length") == 0


def test_timelinejs_draws_what_lies_far_away(browser: Any, tmp_path: Path) -> None:
    story = "events:\n- {id: a, date: Y-13800000000, title: A}\n- {id: b, date: -2999, title: B}\n"
    told = drawn(story, browser, tmp_path)
    assert told["markers"] == 2


# ---- Calendars

DATES = """\
timeline: {id: t, title: "T; with, signs", language: en}
sources: {s: {title: S, url: "https://s.example/a", publisher: P}}
events:
- {id: day, date: 2025-12-31, title: "A; day, with signs", text: "one\\n\\ntwo", sources: s,
   status: planned, tags: [a, b]}
- {id: span, date: 2025-10/2026-03-31, title: Span}
- {id: between, date: "[2025-08-21..2025-08-25]", title: Between, status: cancelled}
- {id: time, date: 2025-08-25T22:00, title: Time, place: Liège}
- {id: zoned, date: 2025-08-25T22:00+02:00, title: Zoned}
- {id: midnight, date: 2025-08-25T24:00:00, title: Midnight}
- {id: hours, date: 2025-08-25T09:30/2025-08-25T11:00, title: Hours}
- {id: about, date: 2025-08-25~, title: About}
- {id: open, date: 2025-08/.., title: Open}
- {id: by, date: "[..2025-08-25]", title: By}
- {id: none, undated: true, title: None}
- {id: old, date: -0043, title: Old}
- {id: last, date: 9999-12-31, title: Last}
- {id: first, date: 0001-01-01T00:00+02:00, title: First}
"""


def test_a_calendar_has_what_is_certain_or_bounded_and_nothing_else() -> None:
    icalendar = pytest.importorskip("icalendar")
    book = icalendar.Calendar.from_ical(rendered("ics", extract_of(DATES)))
    found = {str(one["uid"]): one for one in book.walk("VEVENT")}
    kept = ["day", "span", "between", "time", "zoned", "midnight", "hours"]
    assert sorted(found) == sorted(f"{name}@t" for name in kept)

    def ends(name: str) -> tuple[Any, Any]:
        one = found[f"{name}@t"]
        return one["dtstart"].dt, one["dtend"].dt if "dtend" in one else None

    assert ends("day") == (date(2025, 12, 31), date(2026, 1, 1))
    assert ends("span") == (date(2025, 10, 1), date(2026, 4, 1))
    assert ends("between") == (date(2025, 8, 21), date(2025, 8, 26))
    assert ends("time") == (datetime(2025, 8, 25, 22), None)
    assert ends("zoned") == (datetime(2025, 8, 25, 20, tzinfo=UTC), None)
    assert ends("midnight") == (datetime(2025, 8, 26), None)
    assert ends("hours") == (datetime(2025, 8, 25, 9, 30), datetime(2025, 8, 25, 11))
    assert str(found["day@t"]["summary"]) == "A; day, with signs"
    assert "one\n\ntwo" in str(found["day@t"]["description"])
    assert [str(found[f"{name}@t"]["status"]) for name in kept[:3]] == ["TENTATIVE", "CONFIRMED", "CANCELLED"]
    assert str(found["between@t"]["summary"]) == "Between (between 21 and 25 August 2025)"
    assert str(found["day@t"]["url"]) == "https://s.example/a"


def test_a_calendar_keeps_to_the_lines_of_its_standard() -> None:
    pytest.importorskip("icalendar")
    data = rendered("ics", extract_of(SHIPPED))
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(b"DTSTAMP" in one and b"UID" in one for one in data.split(b"BEGIN:VEVENT")[1:])
