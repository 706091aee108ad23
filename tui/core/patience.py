"""Long work that is given up when nobody waits for it any more: who leaves, or saves, need not wait for its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

OFTEN = 256
"""Things after which it is asked again: some milliseconds."""


class NotWanted(Exception):
    """Nobody waits for this work any more."""


_still_wanted: ContextVar[Callable[[], bool] | None] = ContextVar("still_wanted", default=None)


@contextmanager
def while_wanted(is_wanted: Callable[[], bool]) -> Iterator[None]:
    """Do what stands within, as long as it is wanted; it ends between two things that are gone through patiently."""
    token = _still_wanted.set(is_wanted)
    try:
        yield
    except NotWanted:
        pass
    finally:
        _still_wanted.reset(token)


def patient(things: Iterable[T]) -> Iterable[T]:
    """The things one after the other, which ends with NotWanted when the work of this thread is not wanted any more."""
    is_wanted = _still_wanted.get()
    return things if is_wanted is None else _asking(things, is_wanted)


def _asking(things: Iterable[T], is_wanted: Callable[[], bool]) -> Iterator[T]:
    for place, thing in enumerate(things):
        if place % OFTEN == 0 and not is_wanted():
            raise NotWanted
        yield thing
