"""Garbage is looked for at rest, and what stands is not looked at."""

from __future__ import annotations

import gc
import weakref

from tests.app.conftest import Open
from tests.app.steps import settle
from tui.app import garbage


class Ring:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_at_rest_what_holds_itself_goes() -> None:
    garbage.look_at_rest()
    assert not gc.isenabled()
    gone = weakref.ref(Ring())
    assert gone() is not None
    much = [Ring() for _ in range(garbage.WORTH_A_LOOK + 10)]
    garbage.look()
    assert gone() is None
    assert len(much) > garbage.WORTH_A_LOOK


def test_what_stood_before_is_not_looked_at() -> None:
    standing = weakref.ref(Ring())
    garbage.look_at_rest()
    much = [Ring() for _ in range(garbage.WORTH_A_LOOK + 10)]
    garbage.look()
    assert standing() is not None
    assert len(much) > garbage.WORTH_A_LOOK


def test_little_is_not_worth_a_look() -> None:
    garbage.look_at_rest()
    gc.collect()
    gone = weakref.ref(Ring())
    garbage.look()
    assert gone() is not None


async def test_the_first_screen_and_every_key_come_before_it(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert not gc.isenabled()
        assert gc.get_freeze_count() > 0
