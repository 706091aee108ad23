"""Garbage is looked for at rest, and what stands is not looked at."""

from __future__ import annotations

import gc
import weakref

from tests.app.conftest import Open
from tests.app.steps import settle
from tui.app.base import gc_policy


class Ring:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def came_and_stayed() -> list[Ring]:
    """As many things as are worth a look."""
    return [Ring() for _ in range(gc_policy.WORTH_A_LOOK + 10)]


def test_at_rest_what_holds_itself_goes() -> None:
    gc_policy.freeze_objects()
    assert not gc.isenabled()
    gone, much = weakref.ref(Ring()), came_and_stayed()
    assert gone() is not None
    gc_policy.collect_garbage(nothing_is_open=True)
    assert gone() is None
    assert much[0].itself is much[0]


def test_what_stands_is_not_looked_at_until_it_is_let_go() -> None:
    standing = weakref.ref(Ring())
    gc_policy.freeze_objects()
    much = came_and_stayed()
    gc_policy.collect_garbage(nothing_is_open=True)
    assert standing() is not None
    gc_policy.unfreeze_objects()
    much += came_and_stayed()
    gc_policy.collect_garbage(nothing_is_open=True)
    assert standing() is None


def test_what_may_close_is_looked_at_again() -> None:
    gc_policy.freeze_objects()
    for nothing_is_open, goes in ((False, True), (True, False)):
        much = came_and_stayed()
        last = weakref.ref(much[-1])
        gc_policy.collect_garbage(nothing_is_open=nothing_is_open)
        del much
        again = came_and_stayed()
        gc_policy.collect_garbage(nothing_is_open=False)
        assert (last() is None) is goes
        del again


def test_little_is_not_worth_a_look() -> None:
    gc_policy.freeze_objects()
    gc.collect()
    gone = weakref.ref(Ring())
    gc_policy.collect_garbage(nothing_is_open=True)
    assert gone() is not None


async def test_the_first_screen_comes_before_it(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert not gc.isenabled()
        assert gc.get_freeze_count() > 0
