"""The facet ribbon: counts that are live, chips for what is asked, and cells that can be clicked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, answers, event, steering, text_of
from tests.drawing.pens import PEN
from tui.core.query.tree import FACETS, Query, Term
from tui.core.theme import ROLES
from tui.core.timeline.in_language import short_name, value_name
from tui.core.timeline.model import Actor, Event, Source, Timeline
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.spine.facet_bar import FacetBarLine, facet_bar_line

KEYS = {"actor": "a", "country": "c", "kind": "K", "source": "s", "status": "S", "panel": "F", "clear": "x"}
ACTORS = {
    "ikanbi": Actor("ikanbi", {"en": "iKanbi Belgium"}, aliases=("Ikanbi", "IKB"), shorts={"en": "IKANBI"}),
    "total": Actor("total", {"en": "TotalEnergies"}),
}
EVENTS = [
    event(
        f"2025-01-{n + 1:02}",
        f"E{n}",
        actors=("ikanbi", "total") if n < 6 else ("setca",) if n < 9 else (f"a{n}",),
        countries=("BE", "MA") if n % 2 else ("FR",),
        kind="law" if n < 7 else "reaction",
    )
    for n in range(12)
]
IKANBI = Term("actor", ("ikanbi", "total"))
NOT_BELGIUM = Term("country", ("BE",), negative=True)
PLANNED = Term("status", ("reported",))
FROM = Term("from", ("2025-01-03",))


def drawn(width: int, *terms: Term, glyphs: Glyphs = UNICODE, events: list[Event] = EVENTS) -> FacetBarLine:
    asked = answers(events, *terms, actors=ACTORS)
    return facet_bar_line(
        asked, width, PEN._replace(glyphs=glyphs), keys=lambda name: KEYS.get(name, "")
    )


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (
            120,
            " a actors  IKANBI 6  TotalEnergies 6  setca 3  +3   c countries  BE 6  FR 6  MA 6 "
            "  K kinds  law 7  reaction 5   F",
        ),
        (80, " a actors  IKANBI 6  +5   c countries  BE 6  FR 6  MA 6   K kinds  law 7  +1   F"),
        (60, " a actors  IKANBI 6  +5   c countries  BE 6  FR 6  MA 6   F"),
        (40, " a actors  IKANBI 6  +5   F"),
        (20, " F"),
    ],
)
def test_each_facet_with_its_first_values_as_far_as_there_is_room(width: int, row: str) -> None:
    assert text_of(drawn(width).line).rstrip() == row


@pytest.mark.parametrize(
    ("terms", "width", "row"),
    [
        ((IKANBI,), 80, " a actor: IKANBI, TotalEnergies ×  c BE 3  FR 3  MA 3   K law 6   x all"),
        ((IKANBI,), 60, " a actor: IKANBI, TotalEnergies ×  c BE 3  FR 3  +1   x all"),
        ((IKANBI,), 40, " a actor: IKANBI, Tot…×  x all"),
        ((IKANBI,), 20, " a actor: I…×  x all"),
        ((NOT_BELGIUM, PLANNED), 80, " c country: not Belgium ×  S status: reported ×  a IKANBI 3  +3   x all"),
        ((FROM,), 60, " from: 2025-01-03 ×  a IKANBI 4  +5   c BE 5  +2   x all"),
    ],
)
def test_what_is_asked_becomes_chips_that_are_cut_before_they_are_left_out(
    terms: tuple[Term, ...], width: int, row: str
) -> None:
    assert text_of(drawn(width, *terms).line).rstrip() == row


def test_in_ascii() -> None:
    assert text_of(drawn(40, IKANBI, glyphs=ASCII).line).rstrip() == " a actor: IKANBI, T...x  x all"


def clickable(shown: FacetBarLine) -> dict[str, tuple[str, str, str]]:
    """What each zone says, and what it does."""
    row = text_of(shown.line)
    return {row[zone.begin : zone.end]: zone[2:] for zone in shown.zones}


def test_values_toggle_heads_open_pickers_and_the_key_opens_the_panel() -> None:
    found = clickable(drawn(120))
    assert found[" a"] == found[" actors"] == found["  +3"] == ("pick", "actor", "")
    assert found["  IKANBI "] == ("toggle", "actor", "ikanbi")
    assert found["  BE "] == ("toggle", "country", "BE")
    assert found[" F"] == ("panel", "panel", "")


def test_chips_open_pickers_and_are_shut() -> None:
    found = clickable(drawn(80, IKANBI))
    assert found[" actor: IKANBI, TotalEnergies "] == ("pick", "actor", "")
    assert found["×"] == ("clear", "actor", "")
    assert found[" x all"] == ("clear", "clear", "")


def test_a_span_of_time_has_no_picker() -> None:
    assert clickable(drawn(40, FROM)) == {"×": ("clear", "from", ""), " x all": ("clear", "clear", "")}


def test_without_events_there_is_nothing_to_pick() -> None:
    assert text_of(drawn(40, events=[]).line).rstrip() == " F"
    assert text_of(drawn(60, Term("country", ("DE",)), IKANBI).line).startswith(" c country: Germany ×")


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("actor", "ikanbi", "iKanbi Belgium"),
        ("actor", "total", "TotalEnergies"),
        ("actor", "no\x1bone", "no␛one"),
        ("source", "rtl", "150 emplois"),
        ("source", "bare", "bare"),
        ("country", "MA", "Maroc"),
        ("kind", "law", "law"),
    ],
)
def test_a_value_is_written_as_its_reader_knows_it(field: str, value: str, name: str) -> None:
    sources = {"rtl": Source("rtl", {"fr": "150 emplois"}), "bare": Source("bare")}
    timeline = Timeline("t", {}, "en", actors=ACTORS, sources=sources)
    assert value_name(field, value, timeline, "fr") == name
    assert short_name(field, value, timeline, "fr") == ("IKANBI" if value == "ikanbi" else name)


NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30)).filter(bool)
TERMS = st.lists(
    st.one_of(
        st.builds(Term, st.sampled_from(FACETS), st.tuples(st.sampled_from(("BE", "law"))), st.booleans()),
        st.just(FROM),
    ),
    max_size=4,
    unique_by=lambda term: (term.field, term.negative),
)


@given(st.lists(NAMES, max_size=5), TERMS, st.integers(20, 200), st.sampled_from([UNICODE, ASCII]))
@settings(max_examples=150)
def test_whatever_the_names_zones_lie_apart_in_a_row_as_wide_as_the_page(
    names: list[str], terms: list[Term], width: int, glyphs: Glyphs
) -> None:
    events = [event("2025", name, actors=(name,), kind=name, countries=("BE", "MA")) for name in names]
    shown = drawn(width, *terms, glyphs=glyphs, events=events)
    assert cell_len(text_of(shown.line)) == width
    assert not steering(shown.line)
    assert {span.role for span in shown.line} <= set(ROLES)
    edges = [edge for zone in shown.zones for edge in (zone.begin, zone.end)]
    assert edges == sorted(edges)
    assert all(zone.begin < zone.end for zone in shown.zones)
    assert all(0 <= edge <= width for edge in edges)
    everything = answers(events)
    for zone in shown.zones:
        if zone.action == "toggle":
            assert zone.value in dict(everything.counted(zone.field, 100))
            assert zone.value in Query().toggling(zone.field, zone.value).chosen(zone.field)
        elif zone.action == "pick":
            assert zone.field in FACETS
        else:
            assert zone.field in {"clear", "panel", *(term.field for term in terms)}
