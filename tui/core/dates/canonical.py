"""The one spelling of a date, where EDTF allows for several.

A mark of doubt before a part is about that part, one behind it about the parts before it too. So doubt about the
whole of a date may be said in several ways (`~2025-~08`, `2025~-08~`), and is best said once, at the end (`2025-08~`):
that is level 1 of the standard, which every reader of dates knows. Anything else has but one spelling here.
"""

from __future__ import annotations

import re

from tui.core.dates.edtf_member import parse_single_date
from tui.core.dates.parse import parse_date

_DOUBTS = "~?%"
_MARK = re.compile(f"[{_DOUBTS}]")
_BETWEEN = re.compile(r"(\.\.|[/,\[\]{}])")
"""The signs between the dates of an interval or a set."""
_LONE_MARK = re.compile(f"^([{_DOUBTS}])([^{_DOUBTS}]{{4,}}-[^{_DOUBTS}]+)$")
_MINUS_YEAR = re.compile(r"^-((?:1[89]|20)[0-9]{2})(?![0-9X])")


def canonical(text: str) -> str:
    """A date in its one spelling, without white space around it; DateError for what is no date."""
    date = parse_date(text)
    return "".join(_member(piece) if _MARK.search(piece[:-1]) else piece for piece in _BETWEEN.split(date.text))


def with_marks_behind(text: str) -> str:
    """A date whose marks of doubt before a year are about all of it: `2025-08-25~` for `~2025-08-25`.

    Where EDTF means the year alone, people often mean the whole; a date with other marks is told apart on purpose.
    """
    pieces = _BETWEEN.split(text)
    return "".join(_LONE_MARK.sub(r"\2\1", piece) for piece in pieces)


def with_modern_years(text: str) -> str:
    """A date whose years from -1800 to -2100 have lost their sign: `2025` for `-2025`."""
    return "".join(_MINUS_YEAR.sub(r"\1", piece) for piece in _BETWEEN.split(text))


def _member(text: str) -> str:
    """One date, its mark of doubt at its end when the doubt is about all of it."""
    one = parse_single_date(text)
    about = {mark for mark, part in zip(one.marks, (one.year, one.month, one.day), strict=True) if part}
    return _MARK.sub("", text) + about.pop() if len(about) == 1 else text
