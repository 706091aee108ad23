"""Write the tables of country names in tui/core/timeline from the names of the Unicode CLDR, which Babel carries.

Run with Babel installed (`pip install babel`): python tools/make_country_names.py
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from babel import Locale

ROOM = Path(__file__).resolve().parent.parent / "tui" / "core" / "timeline"
TARGET = ROOM / "country_names.py"
OTHERS = ROOM / "country_names_ar_de_es.py"

# Two-letter codes of the CLDR that ISO 3166-1 does not assign: islands reserved on request, groups, tests.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
ASSIGNED = 249
ADDED = {"EU", "XK"}

# Where the CLDR's name is longer or stranger than what a newspaper writes.
CHOSEN = {
    "CD": ("Congo (Kinshasa)",) * 3,
    "CG": ("Congo (Brazzaville)",) * 3,
    "GS": (
        "South Georgia & South Sandwich Islands",
        "Géorgie du Sud-et-les Îles Sandwich du Sud",
        "Zuid-Georgia en Sandwicheilanden",
    ),
    "HK": ("Hong Kong", "Hong Kong", "Hongkong"),
    "MM": ("Myanmar",) * 3,
    "MO": ("Macao", "Macao", "Macau"),
    "PS": ("Palestine", "Palestine", "Palestina"),
    "TR": ("Turkey", "Turquie", "Turkije"),
}

CHOSEN_ELSEWHERE = {
    "CD": ("الكونغو (كينشاسا)", "Kongo (Kinshasa)", "Congo (Kinshasa)"),
    "CG": ("الكونغو (برازافيل)", "Kongo (Brazzaville)", "Congo (Brazzaville)"),
    "GS": (
        "جورجيا الجنوبية وجزر ساندويتش",
        "Südgeorgien und Südliche Sandwichinseln",
        "Georgia del Sur y Sandwich del Sur",
    ),
    "HK": ("هونغ كونغ", "Hongkong", "Hong Kong"),
    "MM": ("ميانمار", "Myanmar", "Myanmar"),
    "MO": ("ماكاو", "Macau", "Macao"),
    "PS": ("فلسطين", "Palästina", "Palestina"),
}
"""The same in the other languages."""

MODULE = '''\
"""Countries of ISO 3166-1 with XK and EU, by code: the English name, the French one and the Dutch one.

Made by tools/make_country_names.py from the Unicode CLDR; not to be edited by hand. The table is text in a module, for
the core reads no files and every command needs it: one text is read sooner than 251 tuples.
"""

from __future__ import annotations

_TABLE = """\\
{rows}"""

_ROWS = (row.split("|") for row in _TABLE.replace("\\n", ";").split(";"))
NAMES = {{code: (english, french, dutch) for code, english, french, dutch in _ROWS}}
'''
MODULE_ELSEWHERE = '''\
"""The same countries by code: the Arabic name, the German one and the Spanish one, which jalon does not speak itself.

Made by tools/make_country_names.py from the Unicode CLDR; not to be edited by hand.
"""

from __future__ import annotations

_TABLE = """\\
{rows}"""

_ROWS = (row.split("|") for row in _TABLE.replace("\\n", ";").split(";"))
NAMES = {{code: dict(zip(("ar", "de", "es"), names, strict=True)) for code, *names in _ROWS}}
'''


def names(called: tuple[str, ...], chosen: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The names in some languages by code, in the order of the codes."""
    languages = [dict(Locale(language).territories) for language in called]
    letters = {str(code) for code in languages[0] if re.fullmatch("[A-Z]{2}", str(code))}
    codes = sorted(letters - NOT_COUNTRIES)
    if len(codes) != ASSIGNED + len(ADDED):
        raise SystemExit(f"{len(codes)} codes, where {ASSIGNED} and {len(ADDED)} are due")
    return {code: chosen.get(code, tuple(names[code] for names in languages)) for code in codes}


def in_lines(rows: Iterable[str]) -> str:
    """Rows with `;` between them, in lines of at most 120 characters."""
    lines = [""]
    for row in rows:
        if len(lines[-1]) + len(row) >= 120:
            lines.append("")
        lines[-1] += f";{row}" if lines[-1] else row
    return "\n".join(lines)


def module(text: str, table: dict[str, tuple[str, ...]]) -> str:
    """The text of a module that holds these names."""
    return text.format(rows=in_lines("|".join((code, *called)) for code, called in table.items()))


if __name__ == "__main__":
    TARGET.write_text(module(MODULE, names(("en", "fr", "nl"), CHOSEN)), encoding="utf-8")
    OTHERS.write_text(module(MODULE_ELSEWHERE, names(("ar", "de", "es"), CHOSEN_ELSEWHERE)), encoding="utf-8")
