"""What was published comes back from data as it was, and with nothing that was not told."""

from __future__ import annotations

import json

from tests.conftest import ROOT
from tui.core.comparison.difference import difference
from tui.core.publication.state import from_plain, to_plain
from tui.store.read.timeline import read


def test_the_shipped_timeline_comes_back_with_all_that_a_comparison_looks_at() -> None:
    told = read((ROOT / "events.yaml").read_bytes(), "events.yaml").timeline
    back = from_plain(json.loads(json.dumps(to_plain(told))))
    found = difference(back, told)
    fields = {field.name for event in found.events for field in event.fields}
    fields |= {field.name for source in found.sources for field in source.fields}
    assert {name.partition(" ")[0] for name in fields} <= {"silence"}
    assert [event.date for event in back.events] == [event.date for event in told.events]


def test_no_silence_no_line_and_no_actor_that_nobody_names_is_kept() -> None:
    text = b"""\
actors: {seen: Seen, unseen: Unseen}
sources: {rtl: {title: R}, uncited: {title: Uncited}}
events:
- {id: a, date: 2025, title: A, actors: seen, sources: rtl, silence: {single-source: hush}}
- {id: b, date: unknown, title: B}
views: {mine: {query: "tag:secret"}}
"""
    plain = json.dumps(to_plain(read(text, "events.yaml").timeline))
    assert [word for word in ("hush", "Unseen", "Uncited", "secret", "line") if word in plain] == []
    assert from_plain(json.loads(plain)).events[1].date.is_undated
