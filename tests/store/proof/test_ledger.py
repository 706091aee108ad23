"""The ledger lies beside the timeline; it only grows, by whole lines, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.core.proof.ledger import Copy, Ledger, ledger_line
from tui.store.proof.ledger import ledger_of, ledger_path, record
from tui.store.system.atomic_write import NotSaved
from tui.store.system.read_bytes import Unreadable


def fact(number: int = 0, name: str = "trends") -> Copy:
    return Copy("2026-11-30T10:00:00+01:00", name, f"copies/{name}/{number}.html", "a" * 64, number)


@pytest.fixture
def timeline(tmp_path: Path) -> str:
    path = tmp_path / "events.yaml"
    path.write_text("events: []\n")
    return str(path)


def test_a_timeline_without_a_ledger_has_an_empty_one(timeline: str) -> None:
    assert ledger_of(timeline) == Ledger()
    assert record(timeline, []) == ""
    assert not Path(f"{timeline}.ledger.jsonl").exists()


def test_facts_are_added_below_what_stands_there(timeline: str) -> None:
    record(timeline, [fact(1), fact(2)])
    before = Path(f"{timeline}.ledger.jsonl").read_bytes()
    record(timeline, [fact(3)])
    assert Path(f"{timeline}.ledger.jsonl").read_bytes() == before + f"{ledger_line(fact(3))}\n".encode()
    assert ledger_of(timeline).facts == (fact(1), fact(2), fact(3))


def test_the_ledger_is_that_of_the_file_that_a_link_leads_to(timeline: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "story.yaml"
    link.symlink_to(timeline)
    record(str(link), [fact()])
    assert ledger_path(str(link)) == os.path.realpath(timeline) + ".ledger.jsonl"
    assert ledger_of(timeline).facts == (fact(),)


@pytest.mark.parametrize("torn", [b'{"at": "2026', b"\xff\xfe", b"{}"])
def test_what_a_line_without_an_end_holds_is_not_joined_to_the_next(timeline: str, torn: bytes) -> None:
    path = Path(f"{timeline}.ledger.jsonl")
    path.write_bytes(f"{ledger_line(fact(1))}\n".encode() + torn)
    record(timeline, [fact(2)])
    found = ledger_of(timeline)
    assert found.facts == (fact(1), fact(2))
    assert [one.line for one in found.damaged] == [2]
    assert torn in path.read_bytes()


def test_bytes_that_are_no_text_cost_their_line(timeline: str) -> None:
    lines = [ledger_line(fact(number)).encode() for number in range(3)]
    lines[1] = lines[1].replace(b"trends", b"tr\xe9nds")
    Path(f"{timeline}.ledger.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    found = ledger_of(timeline)
    assert found.facts == (fact(0), fact(2))
    assert [(one.line, one.reason) for one in found.damaged] == [(2, "it is not UTF-8")]


def test_a_full_disk_leaves_the_ledger_as_it_was(timeline: str, monkeypatch: pytest.MonkeyPatch) -> None:
    record(timeline, [fact(1)])
    before = Path(f"{timeline}.ledger.jsonl").read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved, match="no space left on device"):
        record(timeline, [fact(2)])
    assert Path(f"{timeline}.ledger.jsonl").read_bytes() == before
    assert sorted(os.listdir(os.path.dirname(timeline))) == ["events.yaml", "events.yaml.ledger.jsonl", "home"]


def test_what_is_no_file_is_no_ledger(timeline: str) -> None:
    os.mkdir(f"{timeline}.ledger.jsonl")
    with pytest.raises(Unreadable):
        ledger_of(timeline)
    with pytest.raises(Unreadable):
        record(timeline, [fact()])


WRITER = """
import sys
from tui.core.proof.ledger import Copy
from tui.store.proof.ledger import record
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(count):
    record(path, [Copy("2026-11-30", name, f"{half}", "a" * 64, number) for half in (1, 2)])
    print(number, flush=True)
"""


def writer(timeline: str, name: str, count: int) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITER, timeline, name, str(count)]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)


def test_two_at_once_lose_nothing(timeline: str) -> None:
    writers = [writer(timeline, name, 20) for name in "ab"]
    assert [one.wait() for one in writers] == [0, 0]
    for one in writers:
        one.communicate()
    facts = [(one.source, one.size) for one in ledger_of(timeline).of_kind(Copy)]
    assert sorted(facts) == sorted((name, number) for name in "ab" for number in range(20) for _half in (1, 2))


def test_a_writer_that_is_killed_leaves_whole_lines_and_all_that_it_said_it_wrote(timeline: str) -> None:
    said: dict[str, int] = {}
    for round_number in range(8):
        name = f"w{round_number}"
        process = writer(timeline, name, 1000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.004 * round_number)
        process.send_signal(signal.SIGKILL)
        said[name] = 1 + len(process.communicate()[0].splitlines())
    record(timeline, [fact()])  # takes away what they left
    found = ledger_of(timeline)
    assert found.damaged == ()
    for name, count in said.items():
        mine = [one.size for one in found.of_kind(Copy) if one.source == name]
        assert count * 2 <= len(mine) <= (count + 1) * 2
        assert mine == [number for number in range(len(mine) // 2) for _half in (1, 2)]
    assert sorted(os.listdir(os.path.dirname(timeline))) == [
        "events.yaml", "events.yaml.ledger.jsonl", "home",
    ]  # fmt: skip
