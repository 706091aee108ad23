"""A browser without a screen, where there is one, and a story as pages for it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.page.browser import Browser
from tui.cli.main import run

AXE = ROOT / ".ci" / "node_modules" / "axe-core" / "axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests that need a browser are skipped with a word where there is none."""
    missing = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    for item in items:
        if missing and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason=f"{missing[0]} is not here"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser of its own, with a log of its console and of every request."""
    pytest.importorskip("selenium")
    with Browser(tmp_path_factory.mktemp("browser")) as one:
        yield one


@pytest.fixture(scope="session")
def axe() -> str:
    """The judge of what people can use."""
    if not AXE.exists():
        pytest.skip("axe-core is not here: npm install --prefix .ci")
    return AXE.read_text(encoding="utf-8")


ARABIC = {
    "title_ar": "مكالمات إلى المغرب",
    "text_ar": "أعلنت «توتال إنرجي» أنها لن تجدد عقدها مع مركز الاتصال في لييج، وأن 163 وظيفة مهددة.",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped story, and one event more that is in Arabic, and excepted."""
    made = tmp_path_factory.mktemp("story")
    text = (ROOT / "events.yaml").read_text(encoding="utf-8")
    event = {"id": "in-arabic", "date": "2025-08-26?", "title": "The press in Arabic", "kind": "reaction", **ARABIC}
    text += "\npublish: {except: {in-arabic: a test of scripts}, about: desk@example.org}\n"
    text = text.replace("\nevents:\n", f"\nevents:\n- {json.dumps(event, ensure_ascii=False)}\n", 1)
    (made / "events.yaml").write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def site(folder: Path) -> Path:
    """The pages of the story: of today, and once more after a correction."""
    return published(folder, "site")


def published(folder: Path, name: str, *options: str) -> Path:
    """A site in a folder of that name, made anew."""
    with ExitStack() as stack:
        before = os.getcwd()
        stack.callback(os.chdir, before)
        os.chdir(folder)
        assert run(["publish", "-o", name, "--today", "2026-11-30", *options]) == 0
    return folder / name


def violations(browser: Browser, axe: str) -> list[Any]:
    """What axe-core finds on the page that is open: the rule, and where."""
    browser.run(axe)
    found = browser.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(done)"
    )
    return [(one["id"], [node["target"] for node in one["nodes"]][:5]) for one in found["violations"]]
