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
"""What stands between the dates of an interval or a set."""


def canonical(text: str) -> str:
    """A date in its one spelling, without white space around it; DateError for what is no date."""
    date = parse_date(text)
    return "".join(_member(piece) if _MARK.search(piece[:-1]) else piece for piece in _BETWEEN.split(date.text))


def _member(text: str) -> str:
    """One date, its mark of doubt at its end when the doubt is about all of it."""
    one = parse_single_date(text)
    about = {mark for mark, part in zip(one.marks, (one.year, one.month, one.day), strict=True) if part}
    return _MARK.sub("", text) + about.pop() if len(about) == 1 else text
