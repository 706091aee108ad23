"""Styles in words, themes with every role, and the arithmetic of contrast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.theme import ANSI_COLORS, ATTRIBUTES, BARE, ROLES, Style, StyleError, contrast, make, parse_style

COLORS = st.from_regex("#[0-9a-f]{6}", fullmatch=True)
STYLES = st.builds(Style, st.none() | COLORS, st.none() | COLORS, *[st.booleans()] * len(ATTRIBUTES))
GOOD = {**dict.fromkeys(ROLES, "#d5d2c8"), "cursor": "#ffffff on #2a3342"}


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("#d5d2c8", Style("#d5d2c8")),
        ("bold #F09C63", Style("#f09c63", bold=True)),
        ("#14171c on #dcc67e", Style("#14171c", "#dcc67e")),
        ("on #dcc67e", Style(None, "#dcc67e")),
        ("dim italic underline", Style(dim=True, italic=True, underline=True)),
        ("plain", Style()),
    ],
)
def test_a_style_is_written_in_words(text: str, style: Style) -> None:
    assert parse_style(text) == style


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'it says nothing; quote a colour, "#e8a05c", for a bare # begins a comment'),
        ("blue", '"blue" is not a colour like "#e8a05c" nor one of bold, italic, underline, reverse, dim'),
        ("#fff", '"#fff" is not a colour like "#e8a05c" nor one of bold, italic, underline, reverse, dim'),
        ("#d5d2c8 #ffffff", '"#ffffff" is one colour too many'),
        ("#d5d2c8 on", '"on" needs a colour after it'),
        ("ansi_red", '"ansi_red" is a colour of the terminal\'s own, which needs "terminal: true"'),
    ],
)
def test_a_wrong_style_says_why(text: str, message: str) -> None:
    with pytest.raises(StyleError) as caught:
        parse_style(text)
    assert str(caught.value) == message


def test_the_terminals_own_colours_are_for_a_theme_that_asks_for_them() -> None:
    for color in ANSI_COLORS:
        assert parse_style(f"bold {color}", terminal=True) == Style(color, bold=True)


@given(STYLES)
def test_words_say_the_whole_style(style: Style) -> None:
    assert parse_style(style.words()) == style


@given(STYLES, STYLES)
def test_a_style_over_another_keeps_its_colours_and_the_attributes_of_both(above: Style, below: Style) -> None:
    both = above.over(below)
    assert both.color == (above.color or below.color)
    assert all(both[at] == (above[at] or below[at]) for at in range(2, len(both)))
    assert both.over(below) == both


def test_a_theme_has_a_style_for_each_role() -> None:
    theme, faults = make("mine", {"title": "Mine", "kind": "light", "background": "#FFFFFF", "ascii": "true"}, GOOD)
    assert not faults
    assert set(theme.roles) == set(ROLES)
    assert theme[:4] == ("mine", "Mine", "light", "#ffffff")
    assert (theme.terminal, theme.ascii) == (False, True)


def test_of_a_theme_only_the_roles_are_required() -> None:
    theme, faults = make("mine", {}, GOOD)
    assert not faults
    assert theme[:4] == ("mine", "mine", "dark", None)


def test_everything_wrong_with_a_theme_is_said() -> None:
    styles = {**GOOD, "alarm": "red", "cursor": "bold"}
    del styles["plan"]
    _, faults = make("mine", {"kind": "grey", "background": "", "ascii": "maybe"}, styles)
    assert faults == [
        ("ascii", '"maybe" is neither true nor false'),
        ("kind", '"grey" is neither dark nor light'),
        ("background", 'it says nothing; quote a colour, "#e8a05c", for a bare # begins a comment'),
        ("alarm", '"red" is not a colour like "#e8a05c" nor one of bold, italic, underline, reverse, dim'),
        ("roles", 'the role "plan" is missing'),
        ("cursor", 'it needs a background ("#ffffff on #2a3342") or reverse, to be seen'),
    ]


def test_on_the_cursors_row_each_role_keeps_its_colour_and_text_takes_the_cursors() -> None:
    theme, _ = make("mine", {}, {**GOOD, "alarm": "bold #f09c63", "match": "#000000 on #dcc67e"})
    assert theme.on_cursor("text") == Style("#ffffff", "#2a3342")
    assert theme.on_cursor("alarm") == Style("#f09c63", "#2a3342", bold=True)
    assert theme.on_cursor("match") == Style("#000000", "#dcc67e")


def test_a_cursor_that_reverses_takes_the_whole_row_and_leaves_the_attributes() -> None:
    styles = {**GOOD, "alarm": "bold #f09c63", "cursor": "reverse"}
    theme, _ = make("mine", {}, styles)
    assert theme.on_cursor("text") == theme.on_cursor("plan") == Style(reverse=True)
    assert theme.on_cursor("alarm") == Style(reverse=True, bold=True)


def test_themes_can_be_kept_by_theme() -> None:
    one, _ = make("mine", {}, GOOD)
    same, _ = make("mine", {}, GOOD)
    other, _ = make("mine", {}, {**GOOD, "plan": "#aaaaaa"})
    assert {one: 1}[same] == 1
    assert other not in {one: 1}


def test_without_any_file_there_is_still_a_theme() -> None:
    assert set(BARE.roles) == set(ROLES)
    assert BARE.roles["cursor"].reverse


@pytest.mark.parametrize(
    ("foreground", "background", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.478),
        ("#0000ff", "#ffffff", 8.592),
    ],
)
def test_contrast_is_that_of_the_wcag(foreground: str, background: str, ratio: float) -> None:
    assert contrast(foreground, background) == pytest.approx(ratio, abs=0.001)


@given(COLORS, COLORS)
def test_contrast_has_no_direction_and_lies_between_1_and_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001
    assert contrast(one, one) == 1
