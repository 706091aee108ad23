"""The one reader of the environment: where things are, what the terminal can, which day it is."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from tui.store.system import environment


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment in which nothing that jalon looks at is set."""
    names = (
        "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
        "LC_ALL", "LC_MESSAGES", "LANG", "JALON_TODAY", "JALON_LANG",
    )  # fmt: skip
    for name in (*names, "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_what_is_shipped_is_found_in_a_checkout() -> None:
    assert Path(environment.shipped_path("themes"), "encre.yaml").is_file()


def test_in_an_installed_package_it_lies_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "tui"
    (package / "themes").mkdir(parents=True)
    monkeypatch.setattr(environment, "_PACKAGE", str(package))
    assert environment.shipped_path("themes") == str(package / "themes")
    assert environment.shipped_path("events.yaml") == str(tmp_path / "events.yaml")


def test_the_timeline_here_comes_before_the_shipped_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert environment.default_timeline() == environment.shipped_path("events.yaml")
    (tmp_path / "events.yaml").mkdir()  # a folder is no timeline
    assert environment.default_timeline() == environment.shipped_path("events.yaml")
    (tmp_path / "events.yaml").rmdir()
    (tmp_path / "events.yaml").touch()
    assert environment.default_timeline() == "events.yaml"


@pytest.mark.skipif("sys.platform != 'linux'")
def test_folders_are_those_of_the_xdg_specification(variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    variables.setenv("HOME", str(tmp_path))
    assert environment.config_folder() == str(tmp_path / ".config/jalon")
    assert environment.data_folder() == str(tmp_path / ".local/share/jalon")
    assert environment.state_folder() == str(tmp_path / ".local/state/jalon")
    variables.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert environment.user_themes_folder() == str(tmp_path / "config/jalon/themes")
    assert environment.keymap_file() == str(tmp_path / "config/jalon/keymap.yaml")
    variables.setenv("XDG_CONFIG_HOME", "relative")  # which the specification says to ignore
    assert environment.config_folder() == str(tmp_path / ".config/jalon")


@pytest.mark.skipif("sys.platform != 'linux'")
def test_they_are_where_platformdirs_puts_them(variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import platformdirs

    variables.setenv("HOME", str(tmp_path))
    assert environment.config_folder() == platformdirs.user_config_dir("jalon")
    assert environment.data_folder() == platformdirs.user_data_dir("jalon")
    assert environment.state_folder() == platformdirs.user_state_dir("jalon")


@pytest.mark.parametrize(
    ("option", "is_terminal", "given", "wanted"),
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
    variables: pytest.MonkeyPatch, option: str, is_terminal: bool, given: dict[str, str], wanted: bool
) -> None:
    for name, value in given.items():
        variables.setenv(name, value)
    assert environment.colour_wanted(option, is_terminal) is wanted


@pytest.mark.parametrize(
    ("encoding", "can"), [("utf-8", True), ("ascii", False), ("latin-1", False), ("cp1252", False)]
)
def test_an_encoding_can_draw_or_not(encoding: str, can: bool) -> None:
    assert environment.encoding_can_draw(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is can


def test_a_stream_without_an_encoding_gets_ascii() -> None:
    assert not environment.encoding_can_draw(io.StringIO())


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr.UTF-8"}, "fr"),
        ({"LANG": "fr@euro"}, "fr"),
        ({"LANG": "frp_FR.UTF-8"}, "en"),  # Franco-Provençal
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "it_IT.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "fr"),
        ({"LANG": "en_GB.UTF-8", "JALON_LANG": "fr"}, "fr"),
        ({"LC_ALL": "fr_FR.UTF-8", "JALON_LANG": "en"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "JALON_LANG": "xx"}, "fr"),
        ({"JALON_LANG": "fr-BE"}, "fr"),
    ],
)
def test_the_language_is_the_locales(variables: pytest.MonkeyPatch, given: dict[str, str], language: str) -> None:
    for name, value in given.items():
        variables.setenv(name, value)
    assert environment.language() == language
    assert environment.language("fr") == "fr"
    assert environment.language("en") == "en"


def test_today_is_the_options_then_the_environments_then_the_clocks(variables: pytest.MonkeyPatch) -> None:
    before = date.today().toordinal()
    assert before <= environment.today() <= date.today().toordinal()
    variables.setenv("JALON_TODAY", "2026-08-11")
    assert environment.today() == date(2026, 8, 11).toordinal()
    assert environment.today("2025-12-31") == date(2025, 12, 31).toordinal()


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
    with pytest.raises(environment.DayError) as caught:
        environment.today(text)
    assert str(caught.value) == message


def test_the_environments_day_is_named_when_it_is_none(variables: pytest.MonkeyPatch) -> None:
    variables.setenv("JALON_TODAY", "soon")
    with pytest.raises(environment.DayError) as caught:
        environment.today()
    assert str(caught.value) == 'JALON_TODAY takes a day such as 2026-11-22, and "soon" is none'
