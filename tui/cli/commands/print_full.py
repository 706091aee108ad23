"""jalon print --full: every event whole, with numbered notes, headed by what it was made from."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from tui.cli.base.request import STANDARD_INPUT, DisplayOptions
from tui.core.evidence.privacy import Withheld
from tui.core.index.protocol import Answers
from tui.core.query.tree import Query
from tui.drawing.lists.dossier import Provenance
from tui.drawing.spans.pen import Pen

DIGITS = 12
"""Of the 64 hexadecimal digits of a SHA-256, those that are printed: `sha256sum` begins with them."""


def write(
    form: str,
    answers: Answers,
    query: Query,
    withheld: Withheld,
    look: DisplayOptions,
    *,
    name: str,
    data: bytes,
    order: str | None,
) -> None:
    """Print what is selected, in an order of time.

    `name` and `data` are the file's, and of its path only the last part is printed.
    """
    from hashlib import sha256

    from tui.store.system.read_bytes import display_name

    file = display_name(name if name == STANDARD_INPUT else os.path.basename(name))
    made_from = Provenance(file, sha256(data).hexdigest()[:DIGITS], str(query), withheld, order)
    FORMATS[form](answers, made_from, look)


def _draw(answers: Answers, made_from: Provenance, look: DisplayOptions) -> None:
    from tui.drawing.lists.dossier import dossier

    look._replace(today=answers.engine.today).draw_column(lambda sheet: dossier(answers, made_from, sheet))


def _write_markdown(answers: Answers, made_from: Provenance, look: DisplayOptions) -> None:
    from tui.printing.markdown.dossier import document

    sys.stdout.write(document(answers, made_from, Pen(look.language, answers.engine.today)))


FORMATS: Mapping[str, Callable[[Answers, Provenance, DisplayOptions], None]] = {
    "text": _draw,
    "markdown": _write_markdown,
}
