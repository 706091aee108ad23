"""How the screens look, as pictures: few, since text is asserted elsewhere."""

from __future__ import annotations

from typing import Protocol

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Open
from tests.app.steps import press, settle
from tui.app.app import JalonApp


class Compare(Protocol):
    """Holds the app's picture against the one that is kept."""

    def __call__(self, app: JalonApp, *, terminal_size: tuple[int, int], run_before: object) -> bool: ...


def after(*keys: str) -> object:
    """Press keys once the app has come to rest."""

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        ("encre", (120, 36), ("g", "j")),
        ("papier", (80, 24), ("a", *"ikan", "enter")),
        ("plomb", (60, 20), ("g", "j", "j")),
        ("phare", (100, 30), ("g", "j", "enter")),
        ("ardoise", (100, 24), ("c",)),
    ],
)
def test_the_picture_is_the_one_that_is_kept(
    open_app: Open, snap_compare: Compare, theme: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    assert snap_compare(open_app(theme=theme), terminal_size=size, run_before=after(*keys))
