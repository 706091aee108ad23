"""A name or an alias leads to an id where it is one actor's."""

from __future__ import annotations

import pytest

from tui.core.text.fold import fold
from tui.core.timeline.actor_names import ids_by_name
from tui.core.timeline.model import Actor

ACTORS = (
    Actor("setca", {"fr": "Syndicat des employés"}, aliases=("BBTK", "SETCa-BBTK", "union")),
    Actor("cne", {"fr": "Centrale nationale des employés"}, aliases=("LBC", "union")),
    Actor("total-energies", {"en": "TotalEnergies"}, aliases=("Total", "القَرض")),
    Actor("total", {"en": "Total of Sampleton"}),
)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("setca", "setca"), ("SETCa", "setca"), ("bbtk", "setca"), ("Syndicat des employes", "setca"),
        ("القرض", "total-energies"),
        ("syndicat  des Employés", "setca"), ("lbc", "cne"), ("totalenergies", "total-energies"),
        ("union", None), ("Total", None), ("Syndicat", None), ("employés", None), ("", None), ("setc", None),
    ],
)  # fmt: skip
def test_a_name_of_one_actor_is_his_and_one_of_two_is_nobodys(text: str, own: str | None) -> None:
    assert ids_by_name(ACTORS).get(fold(text)) == own
