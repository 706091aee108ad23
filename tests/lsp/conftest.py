"""An editor that speaks to a language server in a process of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from lsprotocol import types

from tests.conftest import PINNED, ROOT
from tests.lsp.editor import Editor, capabilities

TODAY = "2026-11-30"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder for the files that are edited."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
async def editor(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Editor]:
    """An editor with its server; a parameter names the encoding that it counts in."""
    encoding = str(getattr(request, "param", "utf-16"))
    home = tmp_path / "home"
    environment = {
        **PINNED, "HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "JALON_TODAY": TODAY,
    }  # fmt: skip
    client = Editor()
    await client.start_io(sys.executable, "-m", "tui", "lsp", "--stdio", env=environment, cwd=str(tmp_path))
    answer = await client.initialize_session(types.InitializeParams(capabilities(encoding), root_uri=tmp_path.as_uri()))
    agreed = answer.capabilities.position_encoding
    client.encoding = str(getattr(agreed, "value", agreed))
    yield client
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]  # pygls has no types there
