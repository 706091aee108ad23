"""What a reader has of a timeline, out of tables that hold all timelines."""

from __future__ import annotations

from typing import Any

import pytest

from tui.core.notebook import ABOUT, Note, counted, fault, lacking, of_timeline, version_of

TABLES: dict[str, dict[str, Any]] = {
    "about": {"1": {"version": 1}},
    "reader": {"1": {"theme": "papier", "language": "fr"}},
    "stars": {
        "1": {"timeline": "story", "event": "end", "when": "2026-11-25T10:00:00+01:00"},
        "2": {"timeline": "other", "event": "start", "when": "2026-11-25T10:00:00+01:00"},
    },
    "notes": {
        "1": {
            "id": "k7mn", "timeline": "story", "event": "end", "text": "later", "created": "2026-11-25T11:00:00+01:00",
            "changed": "2026-11-25T11:00:00+01:00",
        },
        "2": {
            "id": "abcd", "timeline": "story", "event": "ban", "text": "sooner", "created": "2026-11-25T10:00:00+01:00",
            "changed": "2026-11-26T10:00:00+01:00", "colour": "what a later jalon may add",
        },
    },
    "views": {"1": {"timeline": "story", "name": "mine", "query": "is:starred"}},
    "queries": {"1": {"timeline": "story", "asked": ["country:BE", "kind:law"]}},
}  # fmt: skip


def test_a_timeline_has_what_is_its_own_and_the_taste_is_for_all() -> None:
    notebook = of_timeline(TABLES, "story")
    assert list(notebook.stars) == ["end"]
    assert [note.text for note in notebook.notes] == ["sooner", "later"], "in the order of writing"
    assert notebook.queries == ("country:BE", "kind:law")
    assert [view.query for view in notebook.views] == ["is:starred"]
    assert notebook.taste.theme == "papier"
    other = of_timeline(TABLES, "other")
    assert (list(other.stars), other.notes, other.taste.language) == (["start"], (), "fr")
    assert of_timeline({}, "story").own == ((), (), ()) or not any(of_timeline({}, "story").own)


def test_what_a_query_takes_are_ids_of_events() -> None:
    own = of_timeline(TABLES, "story").own
    assert (set(own.starred), set(own.noted), set(own.read)) == ({"end"}, {"end", "ban"}, set())


def test_a_note_is_found_by_its_id_and_by_its_event() -> None:
    notebook = of_timeline(TABLES, "story")
    assert notebook.note("k7mn") == Note(
        "k7mn", "end", "later", "2026-11-25T11:00:00+01:00", "2026-11-25T11:00:00+01:00"
    )
    assert notebook.note("none") is None
    assert [note.id for note in notebook.notes_on("ban")] == ["abcd"]


def test_sound_tables_have_no_fault_though_a_later_jalon_added_to_them() -> None:
    assert fault(TABLES) == ""
    assert fault({**TABLES, "colours": {"1": {"any": "thing"}}}) == ""
    assert version_of(TABLES) == 1
    assert version_of({}) == 0


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ([], "it holds no tables"),
        (None, "it holds no tables"),
        ({"notes": []}, 'its table "notes" is none'),
        ({"notes": {"one": {}}}, 'a document of its table "notes" has no number'),
        ({"notes": {"١": {}}}, 'a document of its table "notes" has no number'),
        ({"notes": {"1": []}}, 'document 1 of its table "notes" is none'),
        ({"stars": {"3": {"timeline": "a", "event": 7}}}, 'document 3 of its table "stars" has no sound "event"'),
        ({ABOUT: {"1": {"version": True}}}, 'document 1 of its table "about" has no sound "version"'),
    ],
)
def test_a_wrong_shape_is_said(tables: object, said: str) -> None:
    assert fault(tables) == said


def test_what_is_lacking_is_told_by_what_tells_documents_apart() -> None:
    now = {"stars": {"9": {"timeline": "story", "event": "end", "when": "another time"}}}
    found = [(name, document.get("event") or document.get("name")) for name, document in lacking(now, TABLES)]
    assert ("stars", "end") not in found
    assert {("stars", "start"), ("notes", "end"), ("notes", "ban"), ("views", "mine")} <= set(found)
    assert not list(lacking(TABLES, TABLES))


def test_what_would_be_missed_is_counted_in_words() -> None:
    assert counted(TABLES) == "2 notes, 2 stars, 1 view"
    assert counted({}) == "no notes"
