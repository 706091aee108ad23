"""A field as it was imported, as the sheet has it, and as the file has it: what becomes of it."""

from __future__ import annotations

import pytest

from tui.core.exchange.memory import ImportMemory, RowMemory, memory_of
from tui.core.exchange.reconcile import CONFLICT, EDITED, KEPT, WRITTEN, merged_field
from tui.core.exchange.status_words import status_of
from tui.core.exchange.values import fingerprint


def merged(base: str | None, sheet: str, file: str, *, is_list: bool = False) -> tuple[str, str]:
    first, second, third = (None if text is None else tuple(text) for text in (base, sheet, file))
    hashes = None if first is None else [fingerprint(one) for one in first]
    kind, value = merged_field(hashes, second or (), third or (), is_list=is_list)
    return kind, "".join(value)


@pytest.mark.parametrize(
    ("base", "sheet", "file", "wanted"),
    [
        (None, "a", "a", (KEPT, "a")),
        (None, "a", "", (WRITTEN, "a")),
        (None, "a", "b", (CONFLICT, "b")),
        ("a", "a", "a", (KEPT, "a")),
        ("a", "b", "a", (WRITTEN, "b")),
        ("a", "a", "b", (EDITED, "b")),
        ("a", "b", "c", (CONFLICT, "c")),
        ("a", "b", "b", (KEPT, "b")),
        ("a", "", "a", (WRITTEN, "")),
        ("a", "", "b", (CONFLICT, "b")),
        ("", "b", "", (WRITTEN, "b")),
        ("a", "a", "", (EDITED, "")),
    ],
)
def test_a_text(base: str | None, sheet: str, file: str, wanted: tuple[str, str]) -> None:
    assert merged(base, sheet, file) == wanted


@pytest.mark.parametrize(
    ("base", "sheet", "file", "wanted"),
    [
        (None, "ab", "bac", (KEPT, "bac")),
        (None, "ab", "c", (CONFLICT, "c")),
        ("ab", "ab", "ba", (KEPT, "ba")),
        ("ab", "ab", "abc", (KEPT, "abc")),
        ("ab", "abd", "abc", (WRITTEN, "abcd")),
        ("ab", "a", "abc", (WRITTEN, "ac")),
        ("ab", "ab", "a", (EDITED, "a")),
        ("ab", "b", "ab", (WRITTEN, "b")),
    ],
)
def test_a_list_keeps_what_was_added_by_hand(base: str | None, sheet: str, file: str, wanted: tuple[str, str]) -> None:
    assert merged(base, sheet, file, is_list=True) == wanted


def test_a_sheet_is_known_by_its_rows_when_it_has_another_name() -> None:
    fields = {"title": ["1"]}
    known = {"old": ImportMemory({"k": RowMemory("e", fields), "m": RowMemory("f", {"title": ["2"]})})}
    assert memory_of("new", {"k": fields}, known)[0] == "old"
    assert memory_of("new", {"k": {"title": ["9"]}}, known)[0] == "new"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Planned", "planned"),
        ("prévue", "planned"),
        ("van kracht", "in-force"),
        ("annulé", "cancelled"),
        ("maybe", None),
    ],
)
def test_words_for_a_status(word: str, status: str | None) -> None:
    assert status_of(word) == status
