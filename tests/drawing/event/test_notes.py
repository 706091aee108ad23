"""What a reader has jotted down about an event, as rows: as wide as there is room, and never a steering character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, answers, selection, steering, text_of
from tests.drawing.pens import PEN, column
from tui.core.notebook import Note, Notebook
from tui.core.query.parser import parse_query
from tui.core.query.predicates import ReaderMarks
from tui.drawing.event.notes import begins, jottings, notes_in_one_row
from tui.drawing.lists.notebook import item_lines, notebook_counts, notebook_items
from tui.drawing.spans.column import TextColumn
from tui.drawing.spine.spine import Spine
from tui.store.write.event_lines import saved_view_yaml

STORY = "2025-08-25 Union\n2025-12-31 planned End\n2026 Ban"
NOTEBOOK = Notebook(
    stars={"End": "", "Gone": ""},
    read={"Union": ""},
    notes=(
        Note("k7mn", "End", "ask **SETCa**\n\n- who?", "2026-11-25T10:00:00+01:00", "2026-11-26T10:00:00+01:00"),
        Note("abcd", "Gone", "still here", "not a time", "not a time"),
    ),
)


def sheet(width: int = 40) -> TextColumn:
    return column(width)


def test_star_read_mark_and_each_note_have_rows() -> None:
    assert [text_of(line) for line in jottings("End", NOTEBOOK, sheet())] == [
        "★ starred",
        "¶ 25 Nov 2026, changed 26 Nov 2026  k7mn",
        "  ask **SETCa**",
        "",
        "  - who?",
    ]
    french = column(40, PEN._replace(language="fr"))
    assert [text_of(line) for line in jottings("Union", NOTEBOOK, french)] == ["✓ read"]
    assert jottings("Ban", NOTEBOOK, sheet()) == []
    assert text_of(notes_in_one_row("End", NOTEBOOK, sheet())) == "★ starred · ¶ ask **SETCa** - who?"
    assert notes_in_one_row("Ban", NOTEBOOK, sheet()) == ()


def test_of_several_notes_each_says_its_number() -> None:
    two = NOTEBOOK._replace(notes=(NOTEBOOK.notes[0], NOTEBOOK.notes[0]._replace(id="w2xy", text="again")))
    heads = [text_of(line) for line in jottings("End", two, sheet(50)) if text_of(line).startswith("¶")]
    assert heads == [
        "¶ 1 of 2  25 Nov 2026, changed 26 Nov 2026  k7mn",
        "¶ 2 of 2  25 Nov 2026, changed 26 Nov 2026  w2xy",
    ]


@given(st.one_of(st.sampled_from([text[:300] for text in HOSTILE]), st.text(max_size=60)), st.integers(1, 60))
def test_rows_of_any_note_are_no_wider_than_there_is_room_and_steer_nothing(text: str, width: int) -> None:
    hostile = Notebook(stars={text: ""}, notes=(Note(text, text, text, text, text),))
    everything = answers(STORY)
    rows = [*jottings(text, hostile, sheet(width)), notes_in_one_row(text, hostile, sheet(width))]
    for leaf in notebook_items(hostile, everything):
        rows += item_lines(leaf, hostile, everything.engine.head, sheet(width))
    for row in rows:
        assert cell_len(text_of(row)) <= max(width, 24)
        assert not steering(row)
    assert not steering(notes_in_one_row(text, hostile, sheet(width)))


def test_leaves_stand_in_order_of_time_and_what_is_gone_comes_last() -> None:
    everything = answers(STORY)
    found = notebook_items(NOTEBOOK, everything)
    assert [(leaf.event_id, leaf.note.id if leaf.note else "") for leaf in found] == [
        ("End", ""), ("End", "k7mn"), ("", ""), ("Gone", ""), ("Gone", "abcd"),
    ]  # fmt: skip
    assert [text_of(line) for line in item_lines(found[2], NOTEBOOK, everything.engine.head, sheet())] == [
        "",
        "no longer in the file",
    ]
    assert notebook_counts(NOTEBOOK, everything, "·") == "2 stars · 2 notes · 1 read · 1 event no longer in the file"
    assert notebook_counts(Notebook(), everything, "·") == "0 stars · 0 notes · 0 read"


@pytest.mark.parametrize(
    ("sought", "ids"),
    [("SETCA", ["End", "End"]), ("end", ["End", "End"]), ("here", ["", "Gone", "Gone"]), ("none", [])],
)
def test_a_search_leaves_what_holds_it_with_the_event_it_is_about(sought: str, ids: list[str]) -> None:
    assert [leaf.event_id for leaf in notebook_items(NOTEBOOK, answers(STORY), sought)] == ids


def test_a_long_note_is_cut_in_the_list() -> None:
    long = Notebook(notes=(Note("k7mn", "End", "line\n" * 40, "2026-11-25", "2026-11-25"),))
    everything = answers(STORY)
    rows = item_lines(notebook_items(long, everything)[1], long, everything.engine.head, sheet())
    assert len(rows) == 12
    assert text_of(rows[-1]).strip() == "… 29 more rows"


@pytest.mark.parametrize("width", [20, 40, 60, 120])
def test_marks_take_blank_cells_and_a_row_stays_as_wide_as_it_was(width: int) -> None:
    own = ReaderMarks(starred={"End"}, noted={"End", "Union"}, read={"Union"})
    plain = Spine(answers(STORY), PEN.on(0))
    marked = Spine(answers(STORY), PEN.on(0), own=own)
    for row in range(len(plain)):
        before, after = text_of(plain.draw(row, width)), text_of(marked.draw(row, width))
        assert cell_len(before) == cell_len(after) == width
        assert [one for one, other in zip(before[:16], after[:16], strict=True) if one != other and one != " "] == []
    assert "★" in text_of(marked.draw(marked.layout.row_of["End"], width))


def test_how_a_text_begins_is_one_line() -> None:
    assert begins("one\n\ttwo  three") == "one two three"
    assert begins("x" * 80, 10) == "x" * 9 + "…"


def test_a_view_for_the_file_is_one_that_the_file_means() -> None:
    import yaml

    timeline = selection(STORY).index.timeline
    for text in ('country:BE "a \\"quoted\\" phrase"', "back\\\\slash", "-tag:'x' OR (in:2025 is:starred)"):
        query = str(parse_query(text, timeline))
        assert yaml.safe_load(saved_view_yaml(query, "mine")) == {"views": {"mine": {"query": query}}}
