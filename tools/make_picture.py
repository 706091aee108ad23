"""Draws docs/screen.svg, the picture in the README: the shipped timeline at 120x36, as of a fixed day."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from tui.app.app import JalonApp
from tui.app.views.timeline import TimelineScreen
from tui.core.dates.calendar import parse_day
from tui.store.personal import themes
from tui.store.read.timeline import read

ROOT = Path(__file__).resolve().parent.parent
SIZE = (120, 36)
DAY = "2026-11-22"
EVENT = "setca-confirms-non-renewal"


async def draw() -> str:
    """The screen as SVG, with no font fetched from anywhere."""
    reading = read((ROOT / "events.yaml").read_bytes(), "events.yaml")
    theme, _ = themes.load(None, "")
    app = JalonApp(reading.timeline, theme, today=parse_day(DAY) or 0)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.pause()
        screen = app.screen
        if isinstance(screen, TimelineScreen):
            found = screen.session.shown.event(EVENT)
            screen.spine_view.go_to_event(found.event if found else None)
        await pilot.pause()
        picture = app.export_screenshot(title="jalon")
    picture = re.sub(r"@font-face\s*\{.*?\}", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code", "ui-monospace, 'DejaVu Sans Mono'")


if __name__ == "__main__":
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "screen.svg").write_text(asyncio.run(draw()), encoding="utf-8")
