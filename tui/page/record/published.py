"""The record beside a page, `published.json`: what was published last, and every change since the first time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from tui.core.publication.state import Plain, from_plain, to_plain
from tui.core.text.clean import to_json
from tui.core.text.messages import worded
from tui.core.timeline.model import Timeline
from tui.page.record.history import Change, changes_between, tellable_changes

NAME = "published.json"
FORMAT = 1


class DamagedRecord(Exception):
    """A record that is none; its text says why, in one clause."""


class Record(NamedTuple):
    """The moment at which anything changed last, the timeline as published, as plain data, and all changes."""

    updated: str
    told: Plain
    changes: tuple[Change, ...] = ()
    """The first first."""


def record_from(data: bytes) -> Record:
    """The record that a file holds; DamagedRecord when it holds none."""
    try:
        plain = json.loads(data)
        if plain["format"] != FORMAT:
            raise DamagedRecord(worded("it is of another version of jalon"))
        changes = tuple(Change(**one) for one in plain["changes"])
        updated = str(plain["updated"])
        _a_second_after(updated)  # to see that it is a moment
        from_plain(plain["timeline"])  # to see that it is a timeline
        return Record(updated, plain["timeline"], changes)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise DamagedRecord(worded("it is not what jalon wrote")) from error


def record_as_file(record: Record) -> bytes:
    """The bytes of a record."""
    events = record.told.get("events", [])
    timeline = {name: said for name, said in record.told.items() if name != "events"}
    head = {"format": FORMAT, "updated": record.updated}
    return "\n".join(
        (
            f"{to_json(head)[:-1]},",
            f'"changes": {in_lines(one._asdict() for one in record.changes)},',
            f'"timeline": {to_json(timeline)[:-1]}, "events": {in_lines(events)}',
            "}}\n",
        )
    ).encode()


def in_lines(items: Iterable[object]) -> str:
    """A list as JSON, an item a line."""
    return "[" + ",\n".join(map(to_json, items)) + "]"


def next_record(before: Record | None, told: Timeline, whole: Timeline, now: str) -> Record:
    """The record of this publication: `told` is what it tells, `whole` the file, which says what is private now."""
    if before is not None and now <= before.updated:
        now = _a_second_after(before.updated)
    plain = to_plain(told)
    if before is None:
        return Record(now, plain)
    # What is compared is what is read back: nothing but what is told.
    is_same = before.told == plain
    found = [] if is_same else changes_between(from_plain(before.told), from_plain(plain), whole, now)
    earlier = tuple(tellable_changes(before.changes, whole))
    return Record(now if found else before.updated, plain, (*earlier, *found))


def _a_second_after(moment: str) -> str:
    """The next moment: no two publications have the same."""
    from datetime import datetime, timedelta

    then = datetime.fromisoformat(moment) + timedelta(seconds=1)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")
