"""What a terminal does not take ends no thread that writes to it."""

from __future__ import annotations

import io

import pytest

from tui.app.base.terminal_output import SteadyOutput


class Refusing(io.StringIO):
    """A file that raises a fault whatever is written."""

    def __init__(self, fault: Exception) -> None:
        super().__init__()
        self.fault = fault

    def write(self, text: str) -> int:
        raise self.fault

    def flush(self) -> None:
        raise self.fault


def test_what_is_written_is_written() -> None:
    file, told = io.StringIO(), list[Exception]()
    output = SteadyOutput(file, told.append)
    assert output.write("été") == 3
    output.flush()
    assert (file.getvalue(), told) == ("été", [])


@pytest.mark.parametrize("fault", [OSError(5, "Input/output error"), BrokenPipeError(), BlockingIOError()])
def test_a_terminal_that_is_gone_is_no_fault(fault: OSError) -> None:
    told: list[Exception] = []
    output = SteadyOutput(Refusing(fault), told.append)
    assert output.write("x") == 1
    output.flush()
    assert told == []


def test_any_other_fault_is_told_and_ends_nothing() -> None:
    told: list[Exception] = []
    output = SteadyOutput(Refusing(ValueError("I/O operation on closed file.")), told.append)
    output.write("x")
    output.flush()
    assert [type(fault) for fault in told] == [ValueError]
