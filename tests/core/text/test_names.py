from __future__ import annotations

import pytest

from tests.pseudo import Pseudo
from tui.core.text import messages
from tui.core.text.names import actor_kind_name, field_name, status_name, widest_actor_kind
from tui.core.timeline.model import ACTOR_KINDS, STATUSES

KEYS = ("date", "date_note", "title_fr", "about", "about_fr", "part_of", "passage jobs", "data idled", "view a b")


@pytest.mark.parametrize("key", [*KEYS, "passage", "_", "", "my_own", "passage the title"])
def test_in_english_a_field_is_called_by_its_key(key: str) -> None:
    assert field_name(key) == key.replace("_", " ")


def test_names_turn_and_what_is_the_readers_own_stays() -> None:
    messages.use(Pseudo())
    assert [status_name(one)[0] for one in STATUSES] == ["⟦"] * 5
    assert [field_name(key)[0] for key in KEYS] == ["⟦"] * len(KEYS)
    assert field_name("passage the jobs").endswith(" the jobs")
    assert [status_name("my own"), field_name("my own")] == ["my own", "my own"]


@pytest.mark.parametrize("status", STATUSES)
def test_in_english_a_status_is_called_by_its_code(status: str) -> None:
    assert status_name(status) == status


def test_a_kind_of_actor_is_called_by_its_code_in_english_and_has_a_name_elsewhere() -> None:
    assert [actor_kind_name(kind) for kind in ACTOR_KINDS] == list(ACTOR_KINDS)
    messages.use(Pseudo())
    assert [actor_kind_name(kind)[0] for kind in ACTOR_KINDS] == ["⟦"] * len(ACTOR_KINDS)
    assert [actor_kind_name(kind) for kind in ("my own", "")] == ["my own", ""]
    assert widest_actor_kind() == max(len(actor_kind_name(kind)) for kind in ACTOR_KINDS)
