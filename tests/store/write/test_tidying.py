"""Laws of tidying, held against files such as people write: nothing is lost, and every comment keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml
from hypothesis import given, settings

from tests.store.write.handmade import ENDS, FIELDS, HEADS, Handmade, handmade
from tui.core.dates.parse import parse_date
from tui.store.read.schema import schema
from tui.store.write.fmt import tidied


def lines(data: bytes) -> list[str]:
    """The lines of a file without their ends."""
    return re.split("\r\n|\r|\n", data.decode("utf-8-sig"))


def told(data: bytes, made: Handmade) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each event by its name, as the file has it: the lines right above that are comments, and all from its dash on."""
    rows = lines(data)
    begins = [n for n, row in enumerate(rows) if re.match(rf"{made.indent}-( |$)", row)]
    for begin, end in pairwise([*begins, len(rows)]):
        top = begin
        while rows[top - 1].lstrip().startswith("#"):
            top -= 1
        (name,) = re.findall(r"\bid: (e\d+\.)", "\n".join(rows[begin:end]))
        yield name, rows[top:begin], rows[begin:end]


def respelt(row: str) -> str:
    """A line with the dates that have a better spelling in that."""
    return row.replace("~2025-~01", "2025-01~").replace("~2025", "2025~")


def meaning(data: bytes) -> Any:
    """What a YAML library makes of a file, its events by id, dates in their one spelling."""
    root = yaml.load("\n".join(map(respelt, lines(data))), yaml.BaseLoader)  # noqa: S506 - it makes texts
    return {**root, "events": {event["id"]: event for event in root["events"]}}


def test_files_are_made_of_every_field_of_the_format() -> None:
    parts = schema()["$defs"]
    head = yaml.load(HEADS[1] + ENDS[2], yaml.BaseLoader)  # noqa: S506 - it makes texts
    assert set(parts["timeline"]["properties"]) <= set(head["timeline"])
    assert set(parts["actor"]["properties"]) <= set(head["actors"]["a"])
    assert set(parts["source"]["properties"]) <= set(head["sources"]["s"])
    assert set(parts["view"]["properties"]) <= set(head["views"]["v"])
    assert set(parts["event"]["properties"]) <= {"id", "date", *(re.split(":|# {c}\\n{i}", one)[0] for one in FIELDS)}


@settings(max_examples=200)
@given(handmade())
def test_what_the_file_says_survives(made: Handmade) -> None:
    done = tidied(made.data, "made.yaml")
    assert meaning(done.data) == meaning(made.data)
    assert done.is_changed == (done.data != made.data)
    assert done.data.startswith(b"\xef\xbb\xbf") == made.data.startswith(b"\xef\xbb\xbf")
    assert set(re.findall("\r\n|\r|\n", done.data.decode())) == set(re.findall("\r\n|\r|\n", made.data.decode()))
    assert done.data[-1:].isspace() == made.data[-1:].isspace()
    assert sorted(filter(None, lines(done.data))) == sorted(filter(None, map(respelt, lines(made.data))))


@settings(max_examples=200)
@given(handmade())
def test_every_comment_stands_with_the_same_event(made: Handmade) -> None:
    data = tidied(made.data, "made.yaml").data
    *_, last = made.events
    for name, above, own in told(data, made):
        assert [row.split()[-1] for row in above] == made.events[name].above
        mine = [*made.events[name].within, *(made.events[name].loose if name != last else ())]
        assert set(mine) <= set(re.findall(r"comment-\d+\.", "\n".join(own)))
    text = data.decode()
    for comment in made.events[last].loose:
        assert set(re.findall(r"\bid: (e\d+\.)", text[: text.index(f"# {comment}")])) == made.events.keys()
    for section, head in enumerate(made.heads):
        for comment in head:
            before = text[: text.index(f"# {comment}")]
            earlier = {name for name, one in made.events.items() if one.section < section}
            assert set(re.findall(r"\bid: (e\d+\.)", before)) == earlier


@settings(max_examples=200)
@given(handmade())
def test_events_come_in_order_one_blank_line_apart(made: Handmade) -> None:
    found = list(told(tidied(made.data, "made.yaml").data, made))
    for section in range(len(made.heads)):
        dates = [made.events[name].date for name, _, _ in found if made.events[name].section == section]
        keys = [parse_date(date).sort_key for date in dates if date]
        assert keys == sorted(keys)
    for (name, _, own), (following, above, _) in pairwise(found):
        if made.events[name].section == made.events[following].section:
            body = own[: len(own) - len(above)]
            assert body[-1] == ""
            assert body[-2] != ""


@settings(max_examples=200)
@given(handmade())
def test_tidying_twice_is_tidying_once(made: Handmade) -> None:
    once = tidied(made.data, "made.yaml").data
    again = tidied(once, "made.yaml")
    assert (again.data, again.is_changed) == (once, False)
