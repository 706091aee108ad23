"""Another name: every mention changes, and not one other byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.lsp.test_known import EVERY, known
from tui.core.problems.edits import with_cures
from tui.core.problems.problem import Cure
from tui.lsp.mentions import Mention
from tui.lsp.rename import NotRenamed, follow, renamed

SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")


def mention(text: str, kind: str, name: str) -> Mention:
    return next(one for one in known(text).mentions if (one.kind, one.id) == (kind, name))


def under(text: str, kind: str, name: str, new: str) -> str:
    edits = renamed(known(text), mention(text, kind, name), new)
    return with_cures(text, [Cure(edits)])


@pytest.mark.parametrize("kind", ["actor", "source", "passage", "event", "view"])
def test_every_name_of_the_shipped_timeline_can_be_another(kind: str) -> None:
    found = known(SHIPPED)
    names = list(dict.fromkeys(one.id for one in found.mentions if one.kind == kind))
    for name in names[:: max(1, len(names) // 4)]:
        after = under(SHIPPED, kind, name, "a-new-name")
        old = name.rpartition("#")[2]
        count = sum((one.kind, one.id) == (kind, name) for one in found.mentions)
        assert after.count("a-new-name") == count
        assert after.replace("a-new-name", old) == SHIPPED


def test_quotes_prose_and_other_names_stay() -> None:
    assert under(EVERY, "actor", "one", "uno") == (
        re.sub(r"(?<![\w\"])one(?=[,:\]}\n])", "uno", EVERY)
        .replace('"One, uno"', '"One, one"')
        .replace("because uno said", "because one said")
        .replace("after:e1 uno", "after:e1 one")
    )
    assert under(EVERY, "passage", "src#p", "q").count("src#q") == 2


@pytest.mark.parametrize(
    ("kind", "name", "new", "reason"),
    [
        ("actor", "one", "two", "taken"),
        ("actor", "one", "a b", "no name"),
        ("actor", "one", "", "no name"),
        ("actor", "one", "a: [", "no name"),
        ("source", "src", "x#y", "no name"),
    ],
)
def test_a_name_that_cannot_be_is_refused(kind: str, name: str, new: str, reason: str) -> None:
    with pytest.raises(NotRenamed, match=reason):
        under(EVERY, kind, name, new)


def test_what_nothing_defines_has_no_other_name() -> None:
    with pytest.raises(NotRenamed, match="defines"):
        under("events: [{id: a, date: 2025, title: b, actors: [x]}]\nactors: {y: {name: Y}}\n", "actor", "x", "z")


def test_the_notebook_follows_an_event_once_the_file_has_its_new_id(tmp_path: Path) -> None:
    from tui.lsp.known import Known
    from tui.store.personal.notebook import NotebookStore
    from tui.store.personal.story import Story

    before = Known(EVERY.encode(), str(tmp_path / "events.yaml"), 1)
    store = NotebookStore(Story.of(before.timeline, before.name))
    store.add_note("e1", "mine")
    after = Known(under(EVERY, "event", "e1", "first").encode(), before.name, 1)
    follow(before, [("e1", "first")])
    assert [note.event for note in store.look().notes] == ["e1"]
    follow(after, [("e1", "first")])
    assert [note.event for note in NotebookStore(Story.of(after.timeline, after.name)).look().notes] == ["first"]
