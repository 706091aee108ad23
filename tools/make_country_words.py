"""Write tui/core/timeline/country_words.py: the three-letter codes of ISO 3166-1 and the Dutch names of the CLDR.

Run with both installed (`pip install babel pycountry`): python tools/make_country_words.py
"""

from __future__ import annotations

from pathlib import Path

import pycountry
from babel import Locale
from make_country_names import in_lines

from tui.core.timeline.country_names import NAMES

TARGET = Path(__file__).resolve().parent.parent / "tui" / "core" / "timeline" / "country_words.py"

ADDED = {"EU": "EUE", "XK": "XKX"}
"""Three letters that are used of those two, in passports."""

MODULE = '''\
"""Of each country by its code the three letters of ISO 3166-1 alpha-3, and its Dutch name.

Made by tools/make_country_words.py from ISO 3166-1 and the Unicode CLDR; not to be edited by hand.
"""

from __future__ import annotations

_TABLE = """\\
{rows}"""

ROWS = [row.split("|") for row in _TABLE.replace("\\n", ";").split(";")]
"""The code, the three letters, the name."""
'''


def rows() -> list[str]:
    """A row of the table for each country."""
    dutch = Locale("nl").territories
    letters = {one.alpha_2: one.alpha_3 for one in pycountry.countries} | ADDED
    return [f"{code}|{letters[code]}|{dutch[code]}" for code in NAMES]


if __name__ == "__main__":
    TARGET.write_text(MODULE.format(rows=in_lines(rows())), encoding="utf-8")
