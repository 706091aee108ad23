"""The shipped themes are whole and readable; a bad one is a message and never a crash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.core.theme import BARE, ROLES, Style, Theme, contrast
from tui.store.personal import themes
from tui.store.system import environment

SHIPPED = sorted(path.stem for path in Path(environment.shipped_path("themes")).glob("*.yaml"))
LANES = {"lane1", "lane2", "lane3"}
HIGH_CONTRAST = {"phare", "midi"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The reader's own themes folder, empty."""
    own = tmp_path / "own themes"
    own.mkdir()
    return own


def shipped(name: str) -> Theme:
    """A shipped theme, which has no faults."""
    theme, message = themes.load(name, "")
    assert message is None
    return theme


def good(**changes: str) -> str:
    """The text of a good theme, with some of its styles changed; an empty change takes the role away."""
    styles = {**dict.fromkeys(ROLES, '"#d5d2c8"'), "cursor": '"#ffffff on #2a3342"', **changes}
    return "roles:\n" + "".join(f"  {role}: {style}\n" for role, style in styles.items() if style)


def test_there_are_dark_and_light_ones_for_strong_eyes_and_for_no_colour() -> None:
    kinds = [shipped(name).kind for name in SHIPPED]
    assert len(SHIPPED) >= 7
    assert kinds.count("dark") >= 2
    assert kinds.count("light") >= 2
    assert {"encre", "plomb", "terminal", *HIGH_CONTRAST} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_each_says_what_it_is(name: str) -> None:
    theme = shipped(name)
    assert theme.name == name
    assert theme.title
    assert set(theme.roles) == set(ROLES)
    assert Path(environment.shipped_path("themes"), f"{name}.yaml").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", SHIPPED)
def test_text_stands_out_from_its_ground_and_from_the_cursors(name: str) -> None:
    theme = shipped(name)
    if theme.background is None:
        assert all(style.color is None or theme.terminal for style in theme.roles.values())
        return
    least = 7.0 if name in HIGH_CONTRAST else 4.5
    for role in ROLES:
        wanted = 3.0 if role in LANES else least
        for style in (theme.roles[role], theme.on_cursor(role)):
            assert style.color is not None
            assert contrast(style.color, style.background or theme.background) >= wanted, (role, style)


@pytest.mark.parametrize("name", SHIPPED)
def test_only_the_cursor_is_reversed_or_lies_on_a_ground_of_its_own_but_for_what_was_found(name: str) -> None:
    theme = shipped(name)
    for role, style in theme.roles.items():
        if role not in ("cursor", "match"):
            assert not style.reverse
            assert style.background is None
    assert theme.roles["cursor"].background or theme.roles["cursor"].reverse


@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_roles_look_alike_but_for_lanes_which_have_columns_of_their_own(name: str) -> None:
    theme = shipped(name)
    styles = [style for role, style in theme.roles.items() if role not in LANES]
    assert len(set(styles)) == len(styles)
    assert len({theme.roles[lane] for lane in LANES}) == len(LANES)


def test_without_colour_roles_differ_by_attribute() -> None:
    assert all(style[:2] == (None, None) for style in shipped("plomb").roles.values())


def test_the_default_is_what_no_name_gives(folder: Path) -> None:
    assert themes.load(None, str(folder)) == (shipped(themes.DEFAULT), None)
    assert themes.DEFAULT_IN_PRINT in SHIPPED


def test_ones_own_theme_is_found_first(folder: Path) -> None:
    (folder / "calme.yaml").write_text("title: Calme\nkind: light\n" + good(alarm="bold underline"))
    (folder / "encre.yaml").write_text(good(alarm="italic"))
    calme, message = themes.load("calme", str(folder))
    assert message is None
    assert (calme.name, calme.title, calme.kind) == ("calme", "Calme", "light")
    assert calme.roles["alarm"] == Style(bold=True, underline=True)
    assert themes.load(None, str(folder))[0].roles["alarm"] == Style(italic=True)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", '1: roles: the role "text" is missing (and 13 more)'),
        (good(plan=""), '1: roles: the role "plan" is missing'),
        (good(plan="#a0a0a0"), '9: plan: it says nothing; quote a colour, "#e8a05c", for a bare # begins a comment'),
        (
            good(dim="grey"),
            '3: dim: "grey" is not a colour like "#e8a05c" nor one of bold, italic, underline, reverse, dim',
        ),
        (good(dim="ansi_red"), '3: dim: "ansi_red" is a colour of the terminal\'s own, which needs "terminal: true"'),
        (good(cursor="bold"), '5: cursor: it needs a background ("#ffffff on #2a3342") or reverse, to be seen'),
        (good(alrm="bold"), '16: "alrm" means nothing here (did you mean "alarm"?)'),
        ("tilte: X\n" + good(), '1: "tilte" means nothing here (did you mean "title"?)'),
        ("title: X\ntitle: Y\n" + good(), '2: "title" is there twice'),
        ("kind: grey\n" + good(), '1: kind: "grey" is neither dark nor light'),
        ("title: [a]\n" + good(), "1: title takes a text, not a list or a section"),
        ("title: {a: b}\n" + good(), "1: title takes a text, not a section"),
        ("title: X\nroles: none\n", '2: roles takes a style for each role (text: "#d5d2c8")'),
        ("- a\n- b\n", "1: the file takes keys with values (key: value)"),
        ("just words\n", "1: the file takes keys with values (key: value)"),
        ("{[a]: b}\n", "1: a key is a text"),
        ("title: X\nkind: 'dark\n", "3: this is not YAML: found unexpected end of stream"),
        ("[" * 30_000, "1: it is nested too deep"),
        ("a: &a [*a]\n", "1: a takes a text, not a list or a section"),
        ("# x\n" * 20_000, "1: it is larger than 64 KB"),
        (b"title: X\nkind: \xe9\n", "2: this is not UTF-8"),
        ("title: \x00\n", "1: this is not YAML: it holds a character that YAML does not allow"),
    ],
)
def test_a_bad_theme_is_a_message_and_the_default_takes_its_place(folder: Path, text: str | bytes, fault: str) -> None:
    path = folder / "bad.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    theme, message = themes.load("bad", str(folder))
    assert theme == shipped(themes.DEFAULT)
    assert message == f"{path}:{fault}; encre takes its place"


def test_a_theme_that_cannot_be_read_is_a_message_too(folder: Path) -> None:
    (folder / "dir.yaml").mkdir()
    (folder / "gone.yaml").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.yaml")
    for name in ("dir", "gone", "pipe"):
        theme, message = themes.load(name, str(folder))
        assert theme == shipped(themes.DEFAULT)
        assert message is not None
        assert message.startswith(f"{folder / name}.yaml: ")


@pytest.mark.parametrize(
    "name", ["../themes/encre", "/etc/passwd", "..", ".", "", "a/b", "a\\b", ".encre", "a\nb", "a\0b"]
)
def test_a_name_leads_to_no_other_folder(folder: Path, name: str) -> None:
    if name:
        with pytest.raises(themes.ThemeNameError, match="no theme is called"):
            themes.load(name, str(folder / "deeper"))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("encer", 'no theme is called "encer" (did you mean "encre"?)'),
        ("Papier", 'no theme is called "Papier" (did you mean "papier"?)'),
        ("xyz", f'no theme is called "xyz" (there are {", ".join(SHIPPED)})'),
        ("\x1b[2J", f'no theme is called "␛[2J" (there are {", ".join(SHIPPED)})'),
    ],
)
def test_an_unknown_name_is_refused_with_a_suggestion(folder: Path, name: str, message: str) -> None:
    with pytest.raises(themes.ThemeNameError) as caught:
        themes.load(name, str(folder))
    assert str(caught.value) == message


def test_all_of_them_are_listed_ones_own_and_the_faulty_too(folder: Path) -> None:
    (folder / "encre.yaml").write_text("title: Mine\n" + good())
    (folder / "faux.yaml").write_text("title: x")
    (folder / "notes.txt").write_text("no theme")
    (folder / ".hidden.yaml").write_text("no theme")
    listed = {each.name: each for each in themes.names(str(folder))}
    assert sorted(listed) == sorted([*SHIPPED, "faux"])
    assert listed["encre"][1:] == ("Mine", "dark", "yours", None)
    assert listed["papier"][2:] == ("light", "shipped", None)
    assert listed["faux"].fault == f'{folder / "faux.yaml"}:1: roles: the role "text" is missing (and 13 more)'


def test_an_installation_without_its_themes_still_shows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "shipped_path", lambda name: str(tmp_path / "nowhere" / name))
    theme, message = themes.load(None, str(tmp_path))
    assert theme == BARE
    assert message is not None
    assert message.endswith("there is no such file; bare takes its place")
