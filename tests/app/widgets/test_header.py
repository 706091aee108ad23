"""The counts of many events come in the frame after these."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.seeing import rows
from tests.app.steps import press, settle
from tui.app.app import JalonApp
from tui.app.widgets import header


class Painted(list[str]):
    """Each frame, and each time that what is shown is counted."""

    def __init__(self, app: JalonApp, monkeypatch: pytest.MonkeyPatch) -> None:
        display, count = app._display, header.Header.count

        def displayed(screen: object, renderable: object) -> None:
            if renderable is not None:
                self.append("painted")
            display(screen, renderable)  # type: ignore[arg-type]  # Textual's own types

        def counted(screen: header.Header, shown: object) -> None:
            self.append("counted")
            count(screen, shown)  # type: ignore[arg-type]  # it is what `count` gave

        monkeypatch.setattr(app, "_display", displayed)
        monkeypatch.setattr(header.Header, "count", counted)


@pytest.mark.parametrize("way", [("v", "l"), ()], ids=["lanes", "spine"])
async def test_what_is_picked_is_painted_before_it_is_counted(
    open_app: Open, monkeypatch: pytest.MonkeyPatch, way: tuple[str, ...]
) -> None:
    monkeypatch.setattr(header, "COUNTED_AT_ONCE", 0)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *way, "c", "down")
        painted = Painted(app, monkeypatch)
        await press(pilot, "enter")
        assert painted.count("counted") == 1
        assert painted.index("painted") < painted.index("counted") < len(painted) - 1
        assert " of 6" in rows(app)[0]
