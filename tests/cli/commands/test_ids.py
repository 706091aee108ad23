"""jalon ids: what can be cited, one a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["events"], "union\nend\nban\n"),
        (["sources", "events.yaml"], "rtl\n"),
        (["events.yaml", "sources"], "rtl\n"),
        (["passages"], "rtl#jobs\n"),
        (["actors"], "ikanbi\ntrends\n"),
        (["events", "--long", "--lang", "fr"], "union\tThe union speaks\nend\tFin du contrat\nban\tThe ban\n"),
        (["sources", "--long"], "rtl\tRTL item\n"),
        (["passages", "--long"], "rtl#jobs\tenviron 150 … négociaient\n"),
        (["actors", "--long"], "ikanbi\tiKanbi\ntrends\tTrends\n"),
    ],
)
def test_ids_come_one_a_line(story: Path, say: Say, words: list[str], out: str) -> None:
    assert say("ids", *words) == (out, "", 0)


def test_what_hides_or_steers_is_shown(story: Path, say: Say) -> None:
    Path("events.yaml").write_text('events:\n- {id: "a\\e[2Jb", date: 2020, title: "x\\ty"}\n', encoding="utf-8")
    assert say("ids", "events", "--long").out == "a␛[2Jb\tx y\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["source"], 'there are no ids of "source"; did you mean "sources"?'),
        (["zzz"], 'there are no ids of "zzz"; of events, sources, passages, actors'),
        (["events", "x.yaml"], "x.yaml: there is no such file"),
        (["events", "x"], '"x" is not a file; a FILE exists, is "-", holds a "/" or ends in .yaml or .yml'),
    ],
)
def test_what_is_no_kind_of_id_is_refused(story: Path, say: Say, words: list[str], said: str) -> None:
    assert say("ids", *words) == ("", f"jalon: {said}\n", 2)
