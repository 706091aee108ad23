"""What is measured is a valid file, the same each time; what is tried at random is told by its seed."""

from __future__ import annotations

import sys

import pytest

from bench.generate import timeline
from bench.saving import versions
from bench.sessions import Ended, acts, session
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


def test_random_sessions_have_no_fault() -> None:
    assert [session(seed, number=25) for seed in (1, 2)] == [Ended(1, ""), Ended(2, "")]


def test_the_same_seed_does_the_same_and_all_that_can_befall_a_session_does() -> None:
    assert acts(1) == acts(1) != acts(2)
    done = [act for seed in range(50) for act in acts(seed)]
    assert {act.kind for act in done} == {"keys", "bytes", "mouse", "size", "save"}
    assert all(str(act) for act in done)


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("print('all keys'); sys.stdout.flush(); 1 / 0", "exit code 1"),
        ("print('all keys', flush=True); signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(9)", "hangs"),
        ("print('Traceback: all keys', flush=True); time.sleep(0.1)", "exit code 0"),
        ("print('all keys', '\\x1b[?1049h', flush=True); time.sleep(0.1)", "the terminal is not as it was"),
        ("print('all keys', flush=True); open(os.environ['HOME'] + '/bug.log', 'w').write('KeyError')", "KeyError"),
    ],
)
def test_a_session_says_what_went_wrong(monkeypatch: pytest.MonkeyPatch, program: str, told: str) -> None:
    monkeypatch.setattr("bench.sessions.PATIENCE", 0.5)
    ended = session(1, number=3, program=[sys.executable, "-c", f"import os, signal, sys, time\n{program}"])
    assert ended.seed == 1
    assert told in ended.fault
