"""jalon lsp: what it says before it speaks to an editor; tests/lsp has the rest."""

from __future__ import annotations

import sys

import pytest

from tui.cli.base import streams
from tui.cli.main import run


def test_without_its_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith(("tui.lsp", "pygls", "lsprotocol"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert streams.guarded(lambda: run(["lsp"])) == streams.MISUSED
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.endswith('; pip install "jalon[lsp]"\n')
