"""Work that is given up when nobody waits for it."""

from __future__ import annotations

import pytest

from tui.core.patience import OFTEN, NotWanted, patient, while_wanted


def test_without_anybody_who_may_leave_things_are_what_they_were() -> None:
    things = [1, 2, 3]
    assert patient(things) is things


def test_work_ends_soon_after_it_is_not_wanted_any_more_and_what_comes_next_is_not_begun() -> None:
    done: list[int] = []
    with while_wanted(lambda: len(done) < 2 * OFTEN):
        done.extend(patient(range(OFTEN)))
        for one in patient(range(100 * OFTEN)):
            done += [one]
        done.append(-1)
    assert len(done) == 2 * OFTEN
    assert list(patient([4])) == [4], "of what comes after it nothing is asked"


def test_another_fault_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), while_wanted(lambda: True):
        _ = 1 // len(list(patient([])))


def test_one_within_another_ends_alone() -> None:
    with while_wanted(lambda: True):
        with while_wanted(lambda: False):
            list(patient([1]))
        assert list(patient([1])) == [1]
    with pytest.raises(NotWanted):
        raise NotWanted
