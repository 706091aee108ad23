"""The timelines that figures are taken on: what is measured is a valid file, the same each time."""

from __future__ import annotations

from bench.generate import timeline
from bench.saving import versions
from tui.store.read.timeline import read


def test_the_same_seed_gives_the_same_file_and_another_gives_another() -> None:
    assert list(timeline(200, seed=1)) == list(timeline(200, seed=1)) != list(timeline(200, seed=2))


def test_a_generated_file_is_read_whole_and_without_a_problem() -> None:
    reading = read("\n".join(timeline(1000, seed=1)).encode(), "generated.yaml")
    assert reading.problems == ()
    assert len(reading.timeline.events) == 1000


def test_what_is_saved_is_shown_for_it_is_sound_and_says_which_it_is() -> None:
    for number, (data, count) in enumerate(versions(5)):
        reading = read(data, "saved.yaml")
        assert [one for one in reading.problems if one.severity == "error"] == []
        assert reading.timeline.titles["en"] == f"Save {number}"
        assert len(reading.timeline.events) == count
