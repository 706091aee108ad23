"""The line that says how far a long command is: at a terminal alone, and gone before anything else is said."""

from __future__ import annotations

import io
import sys

import pytest

from tui.cli.base.progress import Progress


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, total: int, name: str = "trends") -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "40")
    with Progress(total) as progress:
        progress.show(1, name)
        progress.clear()
        progress.show(total, name)
    return stream.getvalue()


def test_a_terminal_sees_how_far_it_is_and_the_line_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    clear = "\r\x1b[K"
    said = drawn(monkeypatch, Terminal(), 4)
    assert said == f"{clear}━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 1/4 trends{clear}{clear}━━━━━━━━━━━━━━━━━━━━ 4/4 trends{clear}"


def test_a_name_is_cut_to_the_terminal_and_steers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said = drawn(monkeypatch, Terminal(), 4, "\x1b[31m日本" * 9)
    assert "\x1b[31m" not in said
    assert len(said.split("\x1b[K")[1]) < 40


@pytest.mark.parametrize(("stream", "total"), [(io.StringIO(), 4), (Terminal(), 1), (Terminal(), 0)])
def test_nothing_is_drawn_where_nobody_looks_or_for_one_thing(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, total: int
) -> None:
    assert drawn(monkeypatch, stream, total) == ""
