"""jalon print --full: every event whole, with numbered notes, headed by what it was made from."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from tui.cli.base.options import STANDARD_INPUT, DisplayOptions, measure
from tui.core.evidence.privacy import Withheld
from tui.core.index.selection import Selection
from tui.core.query.tree import Query
from tui.drawing.lists.dossier import Provenance

DIGITS = 12
"""Of the 64 hexadecimal digits of a SHA-256, those that are printed: `sha256sum` begins with them."""


def write(
    form: str, selection: Selection, query: Query, withheld: Withheld, look: DisplayOptions, *, name: str, data: bytes
) -> None:
    """Print what is selected; `name` and `data` are the file's, and of its path only the last part is printed."""
    from hashlib import sha256

    from tui.store.system.read_bytes import display_name

    file = display_name(name if name == STANDARD_INPUT else os.path.basename(name))
    FORMATS[form](selection, Provenance(file, sha256(data).hexdigest()[:DIGITS], str(query), withheld), look)


def _draw(selection: Selection, made_from: Provenance, look: DisplayOptions) -> None:
    from tui.drawing.lists.dossier import dossier
    from tui.printing.lines import draw

    theme = look.theme()
    glyphs = look.glyphs(theme)
    rows = dossier(selection, made_from, width=look.width, language=look.language, glyphs=glyphs, measure=measure())
    draw(rows, look.width, theme)


def _write_markdown(selection: Selection, made_from: Provenance, look: DisplayOptions) -> None:
    from tui.printing.markdown.dossier import document

    sys.stdout.write(document(selection, made_from, language=look.language))


FORMATS: Mapping[str, Callable[[Selection, Provenance, DisplayOptions], None]] = {
    "text": _draw,
    "markdown": _write_markdown,
}
