"""The account of an import: each row ends in one of four ways, and the counts add up to the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.core.exchange.foreign import CellFault
from tui.core.text.messages import forms

IMPORTED, UPDATED, UNCHANGED, REFUSED = "imported", "updated", "unchanged", "refused"
ENDS = (IMPORTED, UPDATED, UNCHANGED, REFUSED)
"""The ways in which a row can end."""
END_WORDS = {
    IMPORTED: forms("{number} imported", "{number} imported"),
    UPDATED: forms("{number} updated", "{number} updated"),
    UNCHANGED: forms("{number} unchanged", "{number} unchanged"),
    REFUSED: forms("{number} refused", "{number} refused"),
}


class EditedField(NamedTuple):
    """A field that was edited by hand since it was imported, and what both say."""

    place: str
    """The cell or the row."""
    field: str
    sheet: str
    """The value that the sheet has; empty for none."""
    file: str
    """The value that the file has, which stays."""


class RowEnd(NamedTuple):
    """The end of one row."""

    place: str
    """The name of the row: `Sheet1!17`."""
    end: str
    """One of ENDS."""
    id: str = ""
    """Of its event, or of its source where it has no event."""
    fields: tuple[str, ...] = ()
    """The fields that were updated."""
    faults: tuple[CellFault, ...] = ()
    """The reasons why it was refused."""
    conflicts: tuple[EditedField, ...] = ()
    """The fields of its event that were edited by hand since."""


class Account(NamedTuple):
    """The account of one import."""

    rows: tuple[RowEnd, ...]
    empty: int = 0
    """Rows that say nothing, or repeat the headers: they are none of the above."""
    lost: Mapping[str, int] = {}
    """The number of values that no field takes, by column."""
    gone: int = 0
    """Rows of the last import that are no longer there; their events stay."""

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows that ended in each way."""
        counts = Counter(row.end for row in self.rows)
        return {end: counts[end] for end in ENDS}


def account_record(account: Account, head: Mapping[str, object]) -> dict[str, object]:
    """The account as data for other programs; `head` is what is told of the file before it."""
    return {
        **head,
        "rows": len(account.rows),
        **account.counts,
        "empty": account.empty,
        "left_out": dict(account.lost),
        "gone": account.gone,
        "conflicts": sum(len(row.conflicts) for row in account.rows),
        "each": [_row_record(row) for row in account.rows],
    }


def _row_record(row: RowEnd) -> dict[str, object]:
    return {
        "row": row.place,
        "end": row.end,
        "id": row.id or None,
        "fields": list(row.fields),
        "problems": _faults(row.faults),
        "conflicts": [
            {"cell": one.place, "field": one.field, "input": one.sheet, "file": one.file} for one in row.conflicts
        ],
    }


def _faults(faults: Sequence[CellFault]) -> list[dict[str, object]]:
    return [{"cell": one.place, "message": str(one.message), "hint": one.hint and str(one.hint)} for one in faults]
