"""Out and in again: what a format carries as data comes back as it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tui.core.evidence.privacy import Withheld
from tui.core.export.carried import DATA, FORMATS
from tui.core.export.extract import extract
from tui.core.export.features import EVENT_FEATURES
from tui.core.export.losses import WHOLE, account
from tui.core.index.engines import engine_of
from tui.core.query.tree import Query
from tui.core.timeline.model import Event, Timeline
from tui.store.read.timeline import read

if TYPE_CHECKING:
    from tests.cli.conftest import Say

NOT_READ = {"key_events", "claims", "announcements", "short_titles", "relations", "data", "passages", "sources"}
"""What import leaves alone, and says so, or has in another form."""
SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8").replace("id: calls-to-morocco", "id: round-trip")


def said_of(event: Event, timeline: Timeline, feature: str) -> object:
    """What an event has of a feature, to compare: actors by their names, texts by their words, tags in any order."""
    if feature == "actors":
        return [timeline.say(timeline.actors[name].names, "en") for name in event.actors]
    if feature in ("text", "date_notes"):
        return " ".join(" ".join(EVENT_FEATURES[feature](event)).split())
    if feature == "precision":  # doubt and open ends are features of their own
        return [one.removesuffix("/..").rstrip("~?%") for one in EVENT_FEATURES[feature](event)]
    return sorted(EVENT_FEATURES[feature](event)) if feature == "tags" else EVENT_FEATURES[feature](event)


@pytest.mark.parametrize("name", ["csv", "xlsx", "timelinejs", "ics", "markwhen", "timesketch"])
def test_what_is_carried_as_data_comes_back(
    name: str, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = FORMATS[name]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")
    Path("s.yaml").write_text(SHIPPED, encoding="utf-8")
    out = f"out{form.ending}"
    assert say("export", "s.yaml", "--to", name, "-o", out).code == 0
    said = say("import", out, "--as", name, "--into", "back.yaml")
    assert said.code == 0, said.err
    before = read(SHIPPED.encode(), "s.yaml").timeline
    back = read(Path("back.yaml").read_bytes(), "back.yaml").timeline
    found = {event.id: event for event in back.events}
    lost = account(extract(engine_of(before, 739_577).select(Query()), "en"), form, Withheld()).losses
    left = {loss.id for loss in lost if loss.feature == WHOLE}
    assert set(found) == {event.id for event in before.events} - left
    carried = [one for one in EVENT_FEATURES if form.carries.get(one) == DATA and one not in NOT_READ]
    for event in before.events:
        if event.id in found:
            assert back.say(found[event.id].titles, "en") == event.titles["en"]
            for feature in carried:
                told = (event.id, feature, said_of(found[event.id], back, feature))
                assert told == (event.id, feature, said_of(event, before, feature))
            assert len(found[event.id].sources) in (len(event.sources), 0) or "sources" not in form.carries
