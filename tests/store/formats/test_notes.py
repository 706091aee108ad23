"""Markwhen and Chronos: lines of notes as events; what is counted from another date, or recurs, is refused."""

from __future__ import annotations

import pytest

from tui.core.exchange.foreign import ForeignEvent
from tui.store.formats.chronos import read_chronos
from tui.store.formats.delimited import NoTable
from tui.store.formats.markwhen import read_markwhen


def event(text: str) -> ForeignEvent:
    (found,) = read_markwhen(text.encode()).events
    return found


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("2025-08-25: A", "2025-08-25"),
        ("2025-08: A", "2025-08"),
        ("2025: A", "2025"),
        ("2025-09/2025-12: A", "2025-09/2025-12"),
        ("2025-08-25/2025-08-30: A", "2025-08-25/2025-08-30"),
        ("2025-08-25 14:30: A", "2025-08-25T14:30"),
        ("2025-09/now: A", "2025-09/.."),
        ("3000 BC: A", "-2999"),
        ("300–200 BCE: A", "-0299/-0199"),
        ("44 BCE - 14 CE: A", "-0043/0014"),
        ("08/25/2025: A", "2025-08-25"),
        ("Aug 25 2025: A", "2025-08-25"),
        ("25 August 2025: A", "2025-08-25"),
        ("Aug 2025 - Oct 2025: A", "2025-08/2025-10"),
    ],
)
def test_dates_of_markwhen(line: str, wanted: str) -> None:
    found = event(line)
    assert [str(one.message) for one in found.faults] == []
    assert found.date is not None
    assert (found.date.text, found.titles) == (wanted, {"": "A"})


def test_the_header_says_that_the_day_comes_first() -> None:
    found = event("dateFormat: d/M/y\n\n03/04/2025: A")
    assert found.date is not None
    assert found.date.text == "2025-04-03"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2024-01-01 every 2 weeks for 3 times: A", "it recurs: 2024-01-01 every 2 weeks for 3 times"),
        ("!other + 2 weeks: A", '"!other + 2 weeks" is counted from another date'),
        ("now: A", '"now" is counted from another date'),
    ],
)
def test_what_recurs_or_is_counted_from_another_date_is_refused(line: str, said: str) -> None:
    assert [str(one.message) for one in event(line).faults] == [said]


def test_properties_tags_groups_and_links() -> None:
    found = event(
        'title: All\n\n# Part one\n\n2025-08-25: The **union** speaks #jobs\nid: union\nactors: ["A, B", C]\n'
        "colour: red\n\nSome text with a [link](https://a.example/1).\n// a comment\n- [x] done\n"
    )
    assert (found.titles, found.tags) == ({"": "The union speaks"}, ("jobs",))
    assert (found.id, found.kind) == ("union", "Part one")
    assert found.actors == ("A, B", "C")
    assert found.texts == {"": "Some text with a link.\n\n– done"}
    assert [(one.title, one.address) for one in found.sources] == [("link", "https://a.example/1")]
    assert found.rest == (("colour", "red"),)


def test_items_of_chronos_in_a_note() -> None:
    note = (
        "Text\n\n```chronos\n> NOTODAY\n# a comment\n- [2020-01~2020-03-05] #red {Group A} Title | About [[Note|it]]\n"
        "@ [-550~-20] Period\n* [2024-02-28T12] Hour\n= [2021] Marker\n- no item\n```\n`chronos [2025] In a line`\n"
    )
    found = read_chronos(note.encode())
    assert [one.date.text if one.date else None for one in found.events] == [
        "2020-01/2020-03-05", "-0549/-0019", "2024-02-28T12:00", "2021", None, "2025",
    ]  # fmt: skip
    first = found.events[0]
    assert (first.titles, first.kind, first.texts) == ({"": "Title"}, "Group A", {"": "About it"})
    assert [str(one) for one in found.about] == ["1 colour is left out"]
    assert [str(one.message) for one in found.events[4].faults] == ["this is no item of Chronos: - no item"]


@pytest.mark.parametrize("data", [b"", b"no date here\n", b"\xff\x00\x01"])
def test_what_holds_nothing_is_refused(data: bytes) -> None:
    for read in (read_markwhen, read_chronos):
        with pytest.raises(NoTable):
            read(data)
