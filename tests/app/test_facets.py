"""What divides a file is picked, counted and clicked; hints and the counts of the heading lead to their events."""

from __future__ import annotations

from tests.app.conftest import Open
from tests.app.seeing import rows, text
from tests.app.steps import press, screen, settle
from tui.app.views.problems import ProblemsScreen
from tui.app.views.timeline import TimelineScreen


async def test_places_publishers_and_years_are_picked_like_actors(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "P")
        assert "Liège" in text(app)
        await press(pilot, "enter")
        assert str(screen(app).session.asked) == "place:Liège"
        await press(pilot, "x", "B", *"tren", "enter")
        assert str(screen(app).session.asked) == "publisher:Trends"
        await press(pilot, "x", "Y", *"2030", "enter")
        assert str(screen(app).session.asked) == "year:2030"
        assert "1 of 6" in rows(app)[0]


async def test_a_facet_that_no_event_has_is_not_offered(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "T")
        assert "no event has a tag" in text(app)
        await press(pilot, "F")
        assert " tag " not in text(app)


async def test_the_counts_of_the_heading_lead_to_their_events(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        at = rows(app)[0].index("4 on one source")
        await pilot.click("Heading", offset=(at + 3, 0))
        await settle(pilot)
        assert str(screen(app).session.asked) == "is:single-source"
        assert "4 of 6" in rows(app)[0]
        await press(pilot, "x", "F", "shift+tab", "space")
        assert str(screen(app).session.asked) == "is:disputed"


async def test_a_hint_shows_its_events(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        await app.workers.wait_for_complete()
        await settle(pilot)
        row = next(at for at, row in enumerate(rows(app)) if "single-source" in row)
        await press(pilot, *"j" * (row - 1), "t")
        assert str(screen(app).session.asked) == "hint:single-source"
        assert "of 6" in rows(app)[0]
        assert "q back" in rows(app)[-1]
        await press(pilot, "q")
        await settle(pilot)
        assert isinstance(app.screen, ProblemsScreen), "a way back never leaves"
        await press(pilot, "q")
        assert isinstance(app.screen, TimelineScreen)
        assert "q leave" in rows(app)[-1]
