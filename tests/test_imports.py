"""Start-up is a feature: what each command leaves alone, seen from a fresh interpreter."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Jalon

NEVER = {
    "textual", "tinydb", "pendulum", "platformdirs", "asyncio", "babel", "edtf", "pygls", "lsprotocol",
    "selectolax", "pypdf", "warcio", "urllib3", "rfc3161_client", "cryptography",
    "tui.core.proof.find", "tui.store.proof.reading",
}  # fmt: skip
"""What only the app needs, or nobody at run time."""


LEFT_ALONE = {
    "--version": NEVER | {"click", "yaml", "rich", "anyascii", "json", "tui.core.timeline.model"},
    "--help": NEVER | {"yaml", "rich", "anyascii"},
    "print": NEVER | {"yaml", "yaml.reader", "json", "csv", "subprocess", "struct", "tui.core.dates.spoken"},
    "check": NEVER | {"json", "subprocess", "struct"},
    "fmt --check": NEVER | {"json", "difflib", "rich", "subprocess"},
    "init -": NEVER | {"yaml", "rich", "anyascii", "json"},
    "date 2025-08-25~": NEVER | {"yaml", "rich", "anyascii"},
    "print -q is:starred": NEVER | {"csv", "filelock"},
    "notes list": NEVER | {"rich", "filelock"},
    "where": NEVER | {"yaml", "rich", "anyascii", "json", "filelock"},
    "show ikanbi-contract-end": NEVER | {"csv"},
    "new --help": NEVER | {"json", "csv", "rich", "yaml"},
    "import --help": NEVER | {"json", "csv", "rich", "yaml", "python_calamine", "icalendar", "tui.store.write.add"},
    "keep --help": NEVER | {"json", "csv", "rich", "yaml", "filelock"},
    "seal --help": NEVER | {"json", "csv", "rich", "yaml"},
    "verify --help": NEVER | {"json", "csv", "rich", "yaml"},
    "ids passages": NEVER | {"json", "csv", "rich"},
}


@pytest.mark.parametrize("command", LEFT_ALONE)
def test_a_command_imports_only_what_it_needs(jalon: Jalon, command: str) -> None:
    ran = jalon(*command.split(), env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert ran.code == 0, ran.stderr.splitlines()[-1]
    imported = set(re.findall(r"^import time:.*\| +(\S+)$", ran.stderr, re.MULTILINE))
    assert "tui" in imported
    assert not LEFT_ALONE[command] & imported


LATER = {
    "click", "yaml", "tinydb", "pendulum", "filelock", "tui.cli.help_list", "tui.cli.main",
    "tui.cli.base.options", "tui.core.citation.sentence", "tui.core.entry.draft",
    "tui.core.entry.picker_choices", "tui.core.checks.lints",
    "tui.core.dates.spoken", "tui.core.dates.phrases.phrases_fr", "tui.store.read.check", "tui.store.system.editor",
    "tui.store.write.add", "tui.store.write.insert",
}  # fmt: skip
"""What the first screen of `jalon FILE` does not need; most of it waits for a key."""


SCREENS = ("tui.app.views.", "tui.app.scopes.", "tui.app.dialogs.")


async def test_the_first_screen_does_not_wait_for_those_that_a_key_opens() -> None:
    from tui.app.app import JalonApp
    from tui.store.personal import themes
    from tui.store.read.timeline import read

    ran = subprocess.run(
        [sys.executable, "-c", "import sys, tui.cli.commands.open_timeline, tui.app.app; print(*sys.modules)"],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )
    imported = set(ran.stdout.split())
    screens = {name for name in imported if name.startswith(SCREENS)}
    app = JalonApp(read(b"events: []", "events.yaml").timeline, themes.load(None, "")[0], today=0)
    async with app.run_test():
        shown = {type(node) for node in (app.screen, *app.screen.walk_children())}
    modules = {kind.__module__ for one in shown for kind in one.__mro__}
    assert screens == {module for module in modules if module.startswith(SCREENS)}
    assert not LATER & imported


CORE = """
import importlib, sys
from tests.conftest import ROOT
class Wall:
    def find_spec(self, name, path=None, target=None):
        known = name == "tui" or f"{name}.".startswith("tui.core.")
        if not known and name.partition(".")[0] not in sys.stdlib_module_names:
            raise AssertionError(f"{name} is imported")
sys.path.insert(0, sys.argv[1])
sys.meta_path.insert(0, Wall())
for module in sys.argv[2:]:
    importlib.import_module(module)
"""


def test_the_core_is_imported_whole_where_there_is_nothing_but_the_standard_library(tmp_path: Path) -> None:
    paths = sorted((ROOT / "tui" / "core").rglob("[!_]*.py"))
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    ran = subprocess.run(
        [sys.executable, "-c", CORE, ROOT, *modules],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def painted_at_most(given: str) -> tuple[str, ...]:
    """Frames a second that Textual paints in a fresh interpreter, and what those that jalon starts are told of it."""
    told = {} if given == "" else {"TEXTUAL_FPS": given}
    env = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    asks = "import os, tui.app, textual.constants as c; print(c.MAX_FPS, os.environ.get('TEXTUAL_FPS'))"
    env |= told
    ran = subprocess.run([sys.executable, "-c", asks], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(ran.stdout.split())


def test_frames_come_fast_unless_the_reader_says_otherwise_and_nobody_inherits_that() -> None:
    assert painted_at_most("") == ("240", "None")
    assert painted_at_most("30") == ("30", "30")
