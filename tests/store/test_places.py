"""The one reader of the environment: where things are, what the terminal can, which day it is."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from tui.store import places


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment in which nothing that jalon looks at is set."""
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LC_ALL", "LC_MESSAGES", "LANG", "JALON_TODAY")
    for name in (*names, "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_what_is_shipped_is_found_in_a_checkout() -> None:
    assert Path(places.shipped("themes"), "encre.yaml").is_file()


def test_in_an_installed_package_it_lies_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "tui"
    (package / "themes").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", str(package))
    assert places.shipped("themes") == str(package / "themes")
    assert places.shipped("events.yaml") == str(tmp_path / "events.yaml")


def test_the_timeline_here_comes_before_the_shipped_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.default_timeline() == places.shipped("events.yaml")
    (tmp_path / "events.yaml").mkdir()  # a folder is no timeline
    assert places.default_timeline() == places.shipped("events.yaml")
    (tmp_path / "events.yaml").rmdir()
    (tmp_path / "events.yaml").touch()
    assert places.default_timeline() == "events.yaml"


@pytest.mark.skipif("sys.platform != 'linux'")
def test_folders_are_those_of_the_xdg_specification(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.setenv("HOME", str(tmp_path))
    assert places.config_folder() == str(tmp_path / ".config/jalon")
    assert places.data_folder() == str(tmp_path / ".local/share/jalon")
    assert places.state_folder() == str(tmp_path / ".local/state/jalon")
    environment.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert places.user_themes_folder() == str(tmp_path / "config/jalon/themes")
    assert places.keymap_file() == str(tmp_path / "config/jalon/keymap.yaml")
    environment.setenv("XDG_CONFIG_HOME", "relative")  # which the specification says to ignore
    assert places.config_folder() == str(tmp_path / ".config/jalon")


@pytest.mark.skipif("sys.platform != 'linux'")
def test_they_are_where_platformdirs_puts_them(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import platformdirs

    environment.setenv("HOME", str(tmp_path))
    assert places.config_folder() == platformdirs.user_config_dir("jalon")
    assert places.data_folder() == platformdirs.user_data_dir("jalon")
    assert places.state_folder() == platformdirs.user_state_dir("jalon")


@pytest.mark.parametrize(
    ("option", "is_terminal", "variables", "wanted"),
    [
        ("auto", True, {"TERM": "xterm"}, True),
        ("auto", False, {"TERM": "xterm"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {}, False),  # a terminal without a name
        ("auto", True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
        ("auto", True, {"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
        ("auto", True, {"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"TERM": "xterm", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_those_who_want_it(
    environment: pytest.MonkeyPatch, option: str, is_terminal: bool, variables: dict[str, str], wanted: bool
) -> None:
    for name, value in variables.items():
        environment.setenv(name, value)
    assert places.colour_wanted(option, is_terminal) is wanted


@pytest.mark.parametrize(
    ("encoding", "can"), [("utf-8", True), ("ascii", False), ("latin-1", False), ("cp1252", False)]
)
def test_an_encoding_can_draw_or_not(encoding: str, can: bool) -> None:
    assert places.encoding_can_draw(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is can


def test_a_stream_without_an_encoding_gets_ascii() -> None:
    assert not places.encoding_can_draw(io.StringIO())


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr.UTF-8"}, "fr"),
        ({"LANG": "fr@euro"}, "fr"),
        ({"LANG": "frp_FR.UTF-8"}, "en"),  # Franco-Provençal
        ({"LANG": "nl_BE.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "fr"),
    ],
)
def test_the_language_is_the_locales(environment: pytest.MonkeyPatch, variables: dict[str, str], language: str) -> None:
    for name, value in variables.items():
        environment.setenv(name, value)
    assert places.language() == language
    assert places.language("fr") == "fr"
    assert places.language("en") == "en"


def test_today_is_the_options_then_the_environments_then_the_clocks(environment: pytest.MonkeyPatch) -> None:
    before = date.today().toordinal()
    assert before <= places.today() <= date.today().toordinal()
    environment.setenv("JALON_TODAY", "2026-08-11")
    assert places.today() == date(2026, 8, 11).toordinal()
    assert places.today("2025-12-31") == date(2025, 12, 31).toordinal()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-08", '--today takes a day such as 2026-11-22, and "2026-08" is none'),
        ("2025-02-29", '--today takes a day such as 2026-11-22, and "2025-02-29" is none'),
        ("2026-08-11~", '--today takes a day such as 2026-11-22, and "2026-08-11~" is none'),
        ("", '--today takes a day such as 2026-11-22, and "" is none'),
        ("\x1b[2J", '--today takes a day such as 2026-11-22, and "␛[2J" is none'),
    ],
)
def test_what_is_no_day_is_refused(text: str, message: str) -> None:
    with pytest.raises(places.DayError) as caught:
        places.today(text)
    assert str(caught.value) == message


def test_the_environments_day_is_named_when_it_is_none(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("JALON_TODAY", "soon")
    with pytest.raises(places.DayError) as caught:
        places.today()
    assert str(caught.value) == 'JALON_TODAY takes a day such as 2026-11-22, and "soon" is none'
