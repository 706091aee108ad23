"""Every theme gives a page letters that can be read."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tui.core.theme import BARE, contrast
from tui.page.site.colours import DRAWN, LETTERS, SHAPE, TEXT, colours, mixed
from tui.store.personal import themes

NAMES = sorted(path.stem for path in (ROOT / "themes").glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_letters_and_shapes_have_contrast_enough_on_ground_and_panel(name: str) -> None:
    found = colours(themes.load(name, "")[0])
    for least, roles in ((TEXT, LETTERS), (SHAPE, DRAWN)):
        for role in roles:
            assert min(contrast(found[role], found["ground"]), contrast(found[role], found["panel"])) >= least, role


def test_a_theme_without_a_colour_is_ink_on_paper() -> None:
    assert contrast(colours(BARE)["text"], colours(BARE)["ground"]) > 10


def test_a_theme_whose_text_cannot_be_read_is_given_another() -> None:
    grey = BARE._replace(kind="light", background="#808080")
    assert contrast(colours(grey)["text"], "#808080") >= TEXT


def test_a_colour_between_two() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
