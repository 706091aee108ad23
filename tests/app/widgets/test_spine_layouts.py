"""The last few selections laid out, without a terminal."""

from __future__ import annotations

import pytest

from tests.app.conftest import STORY, TODAY
from tui.app.base.notebook import NotebookSession
from tui.app.base.query_session import QuerySession
from tui.app.base.reader import Reader
from tui.app.widgets.spine_layouts import KEPT, SpineLayouts
from tui.core.index.engines import engine_of
from tui.core.notebook import Notebook
from tui.core.query.parser import parse_query
from tui.store.personal import themes
from tui.store.read.timeline import read


@pytest.fixture
def session() -> QuerySession:
    return QuerySession(engine_of(read(STORY.encode(), "events.yaml").timeline, TODAY), NotebookSession())


@pytest.fixture
def layouts(session: QuerySession) -> SpineLayouts:
    return SpineLayouts(Reader(themes.load(None, "")[0], today=TODAY), session.notebook_session)


def test_a_selection_is_laid_out_once(session: QuerySession, layouts: SpineLayouts) -> None:
    spine = layouts.of(session.shown)
    assert layouts.of(session.shown) is spine
    for number in range(KEPT):
        layouts.of(session.answer(parse_query(f"word{number}", session.names)))
    assert layouts.of(session.shown) is not spine


def test_silences_and_the_width_lay_all_out_anew(session: QuerySession, layouts: SpineLayouts) -> None:
    spine = layouts.of(session.shown)
    layouts.turn_silences()
    assert len(layouts.of(session.shown)) < len(spine)
    assert not layouts.fit(80), "as many lanes as before"
    assert layouts.fit(40)


def test_marks_change_on_what_is_laid_out_already(session: QuerySession, layouts: SpineLayouts) -> None:
    spine = layouts.of(session.shown)
    session.notebook_session.notebook = Notebook(stars={"union": "2026-11-22"})
    layouts.take_own(spine)
    assert "union" in spine.own.starred
    assert layouts.of(session.shown) is spine
