"""The lanes as a picture: it is an SVG, it says what it shows, and nothing in it comes from elsewhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given, settings

from tests.core.timelines import HOSTILE, TODAY, answers, event, timeline
from tests.drawing.gantt.charts import whole, year
from tests.drawing.gantt.test_chart import EVENTS, STORY
from tui.core.index.protocol import Answers
from tui.core.query.parser import parse_query
from tui.core.query.tree import Term
from tui.core.theme import BARE, Theme
from tui.core.timeline.model import GROUPS, Actor, Citation, Event, Source
from tui.drawing.gantt.svg_document import HIGHEST, picture
from tui.drawing.gantt.svg_words import query_in_words
from tui.drawing.spans.pen import Pen
from tui.drawing.time.density import fitted
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.scale import Scale
from tui.store.personal import themes
from tui.store.system import catalogues

PAPIER, ENCRE = (themes.load(name, "")[0] for name in ("papier", "encre"))


def drawn(
    asked: Answers,
    field: str = "kind",
    scale: Scale | None = None,
    language: str = "en",
    theme: Theme = PAPIER,
    by_night: Theme | None = ENCRE,
) -> str:
    """A picture of events, 1,100 pixels wide."""
    over = scale or fitted(asked.engine.select(), 600)
    return picture(Grouping(asked, field), over, Pen(language, TODAY), width=1100, theme=theme, by_night=by_night).text


def read(svg: str) -> ElementTree.Element:
    """The picture as elements."""
    return ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", svg, count=1))  # noqa: S314 - our own


def texts(svg: str) -> list[str]:
    """What stands on it."""
    return [found.text or "" for found in read(svg).iter("text")]


def test_it_says_what_it_shows_to_who_sees_it_and_to_who_does_not() -> None:
    svg = drawn(answers(STORY, Term("kind", ("deal", "law"))), scale=year(2025, 1))
    root = read(svg)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "jalon-title jalon-desc")
    assert root.findtext("title") == "Calls to Morocco"
    assert root.findtext("desc") == (
        "6 of 7 events, by kind: deal (4), law (2). From 1 January 2025 to 31 December 2025. "
        "Asked for: kind: deal, law."
    )
    said = texts(svg)
    assert said[:2] == ["Calls to Morocco", "6 of 7 events · by kind · kind: deal, law"]
    for told in ("deal", "law", "A bill", "Handover", "~A meeting", "planned", "in force", "not certain", "'25", "Mar"):
        assert told in said
    assert "reported" in said
    assert "cancelled" not in said, "the legend tells of what is there"
    titles = [found.findtext("title") for found in root.iter("g")]
    assert "July – 31 October 2025: Handover" in titles


def test_it_speaks_french() -> None:
    catalogues.speak("fr")
    said = texts(drawn(answers(STORY), scale=year(2025, 1), language="fr"))
    counted = "7 événements · par genre · 0 plus tôt et 1 plus tard non montrés"
    for told in (counted, "prévu", "en vigueur", "incertain", "mars"):
        assert told in said


def test_it_fetches_nothing_and_runs_nothing() -> None:
    svg = drawn(answers(STORY))
    assert svg.count("http") == 1, "the name of the SVG language alone"
    assert not {"script", "image", "use", "a", "foreignObject", "link"} & {found.tag for found in read(svg).iter()}
    assert "@import" not in svg
    assert "url(" not in svg


def test_it_is_dark_where_the_reader_prefers_that_unless_a_theme_is_chosen() -> None:
    assert "@media (prefers-color-scheme:dark)" in drawn(answers(STORY))
    assert "prefers-color-scheme" not in drawn(answers(STORY), by_night=None)
    assert f".ground-fill{{fill:{PAPIER.background}}}" in drawn(answers(STORY))


@pytest.mark.parametrize("theme", [BARE, *(themes.load(name, "")[0] for name in ("terminal", "plomb"))])
def test_a_theme_without_colours_of_its_own_has_ink_and_ground(theme: Theme) -> None:
    svg = drawn(answers(STORY), theme=theme, by_night=None)
    colours = set(re.findall(r"(?:fill|stroke):([^;}]*)", svg))
    assert {colour for colour in colours if not colour.startswith("#")} <= {"none"}
    assert "ansi" not in svg


def test_statuses_are_told_apart_by_shape_alone() -> None:
    statuses = ("reported", "inferred", "planned", "in-force", "cancelled")
    for date in ("2025-03-01", "2025"):
        shapes = set()
        for status in statuses:
            svg = drawn(answers([event(date, "A", status=status)]), scale=year(2025, 1))
            (found,) = read(svg).iter("g")
            parts = [one for one in found[1:] if one.tag != "text"]
            looks = [(one.tag, re.sub(r"(plan|lane\d|dim|doubt)-", "", one.get("class") or "")) for one in parts]
            shapes.add(tuple(looks))
        assert len(shapes) == len(statuses)


def test_groups_of_which_nothing_is_in_view_are_left_out() -> None:
    assert "later" not in texts(drawn(answers(STORY), scale=year(2025, 1)))


def test_a_crowd_is_a_strip_of_heights() -> None:
    many = [event(f"2025-08-{1 + n % 28:02}", f"E{n}", kind="x") for n in range(400)]
    svg = drawn(answers(many), scale=year(2025, 1))
    assert "E1" not in texts(svg)
    assert len([found for found in read(svg).iter("rect") if found.get("class") == "lane1-fill"]) >= 5


@pytest.mark.parametrize("name", ["ages.yaml", "hours.yaml"])
def test_ages_and_hours_are_drawn(name: str) -> None:
    said = texts(drawn(whole(name)))
    assert ("3000 BC" in said) == (name == "ages.yaml")
    assert ("12:00" in said) == (name == "hours.yaml")


@given(EVENTS)
@settings(max_examples=40)
def test_nothing_from_a_file_is_anything_but_text(events: list[Event]) -> None:
    root = read(drawn(answers(events), scale=year(2025, 1)))
    known = {"svg", "title", "desc", "style", "rect", "line", "text", "g", "circle", "path", "polygon"}
    assert {found.tag for found in root.iter()} <= known


def test_hostile_names_are_text_too() -> None:
    evil = [event("2025", f"</text><script>{title[:40]}", kind=f"</style>{title[:20]}") for title in HOSTILE]
    svg = drawn(answers(evil))
    assert "<script" not in svg
    assert svg.count("</style>") == 1
    assert "\x1b" not in svg


def test_what_it_has_no_height_for_is_counted_and_it_stays_as_high_as_anything_shows() -> None:
    many = [event("2025-05-01", f"E{n}", actors=(f"a{n}",)) for n in range(700)]
    svg = drawn(answers(many), "actor")
    assert int(read(svg).get("height", "0")) < HIGHEST + 300
    (said,) = [one for one in texts(svg) if "not drawn" in one]
    drawn_groups = sum(one.startswith("a") and one[1:].isdecimal() for one in texts(svg))
    assert said == f"and {700 - drawn_groups} more groups that are not drawn"
    assert "not drawn" not in " ".join(texts(drawn(answers(many[:20]), "actor")))


def test_what_has_no_date_is_counted_and_the_publishers_are_named() -> None:
    sources = {name: Source(name, publisher=name.title()) for name in ("trends", "rtl")}
    told = [
        event("2025-05-01", "A", citations=(Citation("trends"), Citation("rtl"))),
        event("2025-06-01", "B", citations=(Citation("rtl"),)),
        event("../..", "C"),
    ]
    said = texts(drawn(answers(told, sources=sources)))
    assert "1 without a date" in said[1]
    assert said[-1] == "Sources: Rtl, Trends"
    catalogues.speak("fr")
    assert texts(drawn(answers(told, sources=sources), language="fr"))[-1] == "Sources : Rtl, Trends"


@pytest.mark.parametrize("field", GROUPS)
def test_groups_of_every_field_have_words(field: str) -> None:
    assert "by " in texts(drawn(answers("2025 A"), field))[1]
    catalogues.speak("fr")
    assert "par " in texts(drawn(answers("2025 A"), field, language="fr"))[1]


@pytest.mark.parametrize(
    ("query", "english", "french"),
    [
        ("actor:ikb in:2025-02", "actor: iKanbi · in February 2025", "acteur : iKanbi · date : février 2025"),
        ("-kind:law", "kind: not law", "genre : sauf law"),
        ("country:BE,MA to:2025", "country: Belgium, Morocco · until 2025", "pays : Belgique, Maroc · jusqu’à : 2025"),
        ("is:disputed -in:2025 strike", "disputed · not in 2025 · strike", "contesté · sauf date : 2025 · strike"),
    ],
)
def test_a_query_is_said_in_the_reader_s_words(query: str, english: str, french: str) -> None:
    told = timeline([event("2025", "A", kind="law")], actors={"ikb": Actor("ikb", {"en": "iKanbi"})})
    asked = parse_query(query, told)
    assert query_in_words(asked, told, "en") == english
    catalogues.speak("fr")
    assert query_in_words(asked, told, "fr") == french
