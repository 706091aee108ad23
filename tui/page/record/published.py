"""The record beside a page, `published.json`: what was published last, and every change since the first time."""

from __future__ import annotations

import json
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
    """The timeline as published, when anything of it changed last, and all changes, the first first."""

    updated: str
    timeline: Timeline
    changes: tuple[Change, ...] = ()


def record_from(data: bytes) -> Record:
    """The record that a file holds; DamagedRecord when it holds none."""
    try:
        plain = json.loads(data)
        if plain["format"] != FORMAT:
            raise DamagedRecord(worded("it is of another version of jalon"))
        changes = tuple(Change(**one) for one in plain["changes"])
        updated = str(plain["updated"])
        _a_second_after(updated)  # to see that it is a moment
        return Record(updated, from_plain(plain["timeline"]), changes)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise DamagedRecord(worded("it is not what jalon wrote")) from error


def record_as_file(record: Record) -> bytes:
    """The bytes of a record."""
    plain: Plain = {
        "format": FORMAT,
        "updated": record.updated,
        "changes": [one._asdict() for one in record.changes],
        "timeline": to_plain(record.timeline),
    }
    return (to_json(plain, indent=1) + "\n").encode()


def next_record(before: Record | None, told: Timeline, whole: Timeline, now: str) -> Record:
    """The record of this publication: `told` is what it tells, `whole` the file, which says what is private now."""
    if before is not None and now <= before.updated:
        now = _a_second_after(before.updated)
    plain = from_plain(to_plain(told))  # as it will be read back, so that nothing but what is told is compared
    if before is None:
        return Record(now, plain)
    found = changes_between(before.timeline, plain, whole, now)
    earlier = tuple(tellable_changes(before.changes, whole))
    return Record(now if found else before.updated, plain, (*earlier, *found))


def _a_second_after(moment: str) -> str:
    """The next moment: no two publications have the same."""
    from datetime import datetime, timedelta

    then = datetime.fromisoformat(moment) + timedelta(seconds=1)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")
