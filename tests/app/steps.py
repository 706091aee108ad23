"""What a test does to the app, and what it then asks of it."""

from __future__ import annotations

from textual.pilot import Pilot

from tui.app.app import JalonApp
from tui.app.views.timeline import TimelineScreen


def screen(app: JalonApp) -> TimelineScreen:
    """The timeline, whatever stands in front of it."""
    return next(one for one in app.screen_stack if isinstance(one, TimelineScreen))


def at_hand(app: JalonApp) -> str:
    """The id of the event under the cursor."""
    event = screen(app).spine_view.event
    return event.id if event else ""


async def settle(pilot: Pilot[None]) -> None:
    """Let all that is under way come to rest."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and let what they set off come to rest; what waits for an answer is not waited for."""
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()
