"""The wheel stands alone: built, and installed elsewhere, it has its timeline and its themes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT

SHIPPED = "no events.yaml here: this is the timeline that comes with jalon\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network by the hatchling that is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )
    (built,) = folder.glob("jalon-*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the wheel, and nothing else."""
    folder = tmp_path_factory.mktemp("elsewhere") / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-qq", "--no-index", "--no-deps", "--target", folder, wheel],
        capture_output=True, text=True, check=True,
    )
    return folder


def run(site: Path, *args: str, cwd: Path) -> str:
    """What Python prints, given these arguments, when it finds the installed jalon before any other."""
    ran = subprocess.run(
        [sys.executable, *args], env={**os.environ, "PYTHONPATH": str(site)},
        cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )
    assert (ran.returncode, ran.stderr.replace(SHIPPED, "")) == (0, "")
    return ran.stdout


def test_the_wheel_holds_the_package_its_timeline_and_its_themes_and_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    package = {name for name in names if name.startswith("tui/")}
    rest = {name.partition("/")[2] for name in names if name not in package}
    pages = {f"data/share/man/{language}man1/jalon.1" for language in ("", "fr/", "nl/")}
    assert rest == {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", *pages}

    code = {f"tui/{path.relative_to(ROOT / 'tui')}" for path in (ROOT / "tui").rglob("*.*")}
    themes = {f"tui/themes/{path.name}" for path in (ROOT / "themes").glob("*.yaml")}
    assert themes
    assert "tui/py.typed" in package
    beside = {"tui/events.yaml", "tui/events.schema.json"}
    compiled = {f"tui/locale/{language}/LC_MESSAGES/jalon.mo" for language in ("fr", "nl")}
    left = {name for name in code if "__pycache__" in name or name.endswith(".po")}
    assert package == (code - left) | themes | beside | compiled


def test_the_installed_jalon_prints_the_shipped_timeline(site: Path, tmp_path: Path) -> None:
    assert run(site, "-c", "import tui; print(tui.__file__)", cwd=tmp_path).startswith(str(site))
    assert "IKANBI" in run(site, "-m", "tui", "print", "--width", "80", cwd=tmp_path)


def test_the_installed_jalon_knows_every_shipped_theme(site: Path, tmp_path: Path) -> None:
    for theme in sorted((ROOT / "themes").glob("*.yaml")):
        assert run(site, "-m", "tui", "print", "--color", "always", "--theme", theme.stem, cwd=tmp_path)


def test_the_command_is_called_jalon(site: Path, tmp_path: Path) -> None:
    script = site / "bin" / "jalon"
    assert run(site, str(script), "--version", cwd=tmp_path).startswith("jalon ")


def test_the_installed_jalon_speaks_french(site: Path, tmp_path: Path) -> None:
    assert "Utilisation\u202f:" in run(site, "-m", "tui", "ids", "--help", "--lang", "fr", cwd=tmp_path)
