"""The line that names the schema: one line at the top, and every other byte as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.read.schema import NAME
from tui.store.read.timeline import read
from tui.store.write import modeline
from tui.store.write.modeline import BOM, named_schema, with_line

LINE = b"# yaml-language-server: $schema=events.schema.json"
EVENT = b"events:\n- id: a\n  date: 2025\n  title: A\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (EVENT, LINE + b"\n" + EVENT),
        (b"", LINE + b"\n"),
        (b"events: []", LINE + b"\nevents: []"),
        (BOM + EVENT, BOM + LINE + b"\n" + EVENT),
        (b"events:\r\n- id: a\n", LINE + b"\r\nevents:\r\n- id: a\n"),
        (b"events:\r- id: a\r", LINE + b"\revents:\r- id: a\r"),
        (b"%YAML 1.2\n---\n" + EVENT, LINE + b"\n%YAML 1.2\n---\n" + EVENT),
    ],
)
def test_the_line_stands_first_and_ends_as_the_others_do(before: bytes, after: bytes) -> None:
    assert with_line(before) == after
    timeline = read(before, "x").timeline
    assert [one.id for one in read(after, "x").timeline.events] == [one.id for one in timeline.events]


@pytest.mark.parametrize(
    ("content", "schema"),
    [
        ("# yaml-language-server: $schema=./x.json\nevents: []\n", "./x.json"),
        ("# mine\n\n#  yaml-language-server : $schema = https://x.example/s.json # so\n", "https://x.example/s.json"),
        ("events: []\n# yaml-language-server: $schema=x.json\n", None),
        ("# the yaml-language-server: $schema=x.json\n", None),
        ("# yaml-language-server: nothing\n", None),
        ("", None),
    ],
)
def test_the_schema_that_a_file_names(content: str, schema: str | None) -> None:
    assert named_schema(content) == schema


@given(st.text(max_size=80))
def test_a_file_of_any_text_names_it_afterwards(text: str) -> None:
    after = with_line(text.encode())
    assert named_schema(after.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")) == NAME
    assert after.removeprefix(BOM).partition(LINE)[2].lstrip(b"\r\n") == text.encode().removeprefix(BOM).lstrip(b"\r\n")


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(EVENT)
    link = tmp_path / "link.yaml"
    link.symlink_to("real.yaml")
    written = modeline.write(str(link))
    assert (written.has_new_line, written.is_new_schema, written.other) == (True, True, None)
    assert link.is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == LINE + b"\n" + EVENT


def test_a_file_with_faults_gets_its_line_too(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(EVENT + b"- id: [b\n  date: 2026\n")
    assert modeline.write(str(path)).has_new_line
    assert path.read_bytes().startswith(LINE)
