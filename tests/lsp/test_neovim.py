"""Neovim itself, without a screen, with the lines that docs/editors.md gives for it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PINNED, ROOT
from tests.lsp.conftest import TODAY

pytestmark = pytest.mark.skipif(not shutil.which("nvim"), reason="Neovim is not installed")

SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")
SCRIPT = """
local function ask(method, params)
  local found = vim.lsp.buf_request_sync(0, method, params, 10000)
  for _, one in pairs(found or {}) do return one.result end
end
local out = {}
vim.cmd("edit events.yaml")
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(out, { one.lnum + 1, one.col + 1, one.code or one.user_data.lsp.code, one.severity })
end
local at = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = LINE, character = 14 } }
local told = ask("textDocument/hover", at)
local offers = ask("textDocument/completion", at)
local edit = ask("textDocument/rename", vim.tbl_extend("force", at, { newName = "uno" }))
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
vim.cmd("silent write")
local all = { problems = out, card = told.contents.value, offers = #offers.items }
vim.fn.writefile({ vim.fn.json_encode(all) }, "out.json")
vim.cmd("quitall!")
"""


def test_neovim_shows_the_problems_and_renames_without_touching_another_byte(tmp_path: Path) -> None:
    page = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    (lines,) = [block for block in re.findall(r"```lua\n(.*?)```", page, re.DOTALL) if "start_client" in block]
    text = SHIPPED.replace("kind: company", "kind: \U0001f9ed", 1)
    row = next(n for n, line in enumerate(text.split("\n")) if line.startswith("  actors: [totalenergies"))
    (tmp_path / "events.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "init.lua").write_text(lines, encoding="utf-8")
    (tmp_path / "go.lua").write_text(SCRIPT.replace("LINE", str(row)), encoding="utf-8")
    program = tmp_path / "bin" / "jalon"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {
        **PINNED, "HOME": str(tmp_path / "home"), "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT), "JALON_TODAY": TODAY,
    }  # fmt: skip
    command = ["nvim", "--headless", "-u", "init.lua", "-n", "-i", "NONE", "-S", "go.lua"]
    ran = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    line = next(n for n, line in enumerate(text.split("\n"), 1) if "\U0001f9ed" in line)
    assert told["problems"] == [[line, 11, "unknown-kind", 1]]
    assert told["card"].startswith("**TotalEnergies**")
    assert told["offers"] > 40
    after = (tmp_path / "events.yaml").read_text(encoding="utf-8")
    assert after.count("uno") > 5
    assert after.replace("uno", "totalenergies") == text
