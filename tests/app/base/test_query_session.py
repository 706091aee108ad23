"""What is asked of a timeline, without a terminal."""

from __future__ import annotations

import pytest

from tests.app.conftest import STORY, TODAY
from tui.app.base.notebook import NotebookSession
from tui.app.base.query_session import KEPT, QuerySession
from tui.core.dates.calendar import iso, parse_day
from tui.core.index.engines import engine_of
from tui.core.index.protocol import Engine, walk
from tui.core.notebook import Notebook
from tui.core.query.history import History
from tui.core.query.parser import parse_query
from tui.core.query.tree import Query
from tui.store.read.timeline import read


def engine(text: str = STORY) -> Engine:
    return engine_of(read(text.encode(), "events.yaml").timeline, TODAY)


@pytest.fixture
def session() -> QuerySession:
    return QuerySession(engine(), NotebookSession())


def query(session: QuerySession, text: str) -> Query:
    return parse_query(text, session.names)


def test_everything_is_shown_until_something_is_asked(session: QuerySession) -> None:
    assert session.shown.count() == 6
    session.ask(query(session, "country:FR"))
    assert [one.event.id for one in walk(session.shown)] == ["ban"]
    assert session.notebook_session.queries == ("country:FR",), "what is asked is remembered"


def test_followers_are_told_of_each_other_answer_and_of_nothing_else(session: QuerySession) -> None:
    told: list[str] = []
    session.followers.append(lambda: told.append(str(session.asked)))
    session.ask(query(session, "country:FR"))
    session.ask(query(session, "country:FR"))
    session.turn_to(session.history.undo())
    session.turn_to(session.history.undo())
    session.turn_to(session.history.redo())
    assert told == ["country:FR", "", "country:FR"]
    session.group_by("kind")
    assert told[3:] == ["country:FR"]


def test_a_preview_is_not_kept_in_the_history(session: QuerySession) -> None:
    begun_with = session.history
    session.preview(query(session, "country:MA"))
    assert session.shown.count() == 4
    session.turn_to(begun_with)
    assert session.shown.count() == 6
    assert session.notebook_session.queries == ()


def test_the_last_answers_are_kept(session: QuerySession) -> None:
    french = query(session, "country:FR")
    session.ask(french)
    first = session.shown
    session.turn_to(session.history.undo())
    session.turn_to(session.history.redo())
    assert session.shown is first
    for number in range(KEPT + 1):
        session.answer(query(session, f"word{number}"))
    assert session.answer(french) is not first


def test_a_session_beside_it_asks_for_itself(session: QuerySession) -> None:
    session.followers.append(pytest.fail)
    other = session.beside()
    other.ask(query(session, "country:FR"))
    assert (other.shown.count(), session.shown.count()) == (1, 6)
    assert not session.history.before


def test_a_save_is_asked_the_same(session: QuerySession) -> None:
    session.ask(query(session, "country:FR"))
    session.take(engine(STORY.replace("countries: MA", "countries: FR")))
    assert session.shown.count() == 2
    assert str(session.asked) == "country:FR"


def test_what_asks_for_the_readers_marks_is_answered_anew_when_they_change(session: QuerySession) -> None:
    session.ask(query(session, "is:starred"))
    assert session.shown.count() == 0
    assert not session.take_own()
    session.notebook_session.notebook = Notebook(stars={"union": "2026-11-22"})
    assert session.take_own()
    assert [one.event.id for one in walk(session.shown)] == ["union"]
    session.ask(Query())
    session.notebook_session.notebook = Notebook()
    assert not session.take_own(), "what everything is does not depend on marks"


def test_one_comes_back_to_the_event_that_was_at_hand_before_a_query_was_typed(session: QuerySession) -> None:
    first, second = (one.event for one in session.shown.window(None, 2))
    session.look_at(first)
    session.look_at(None)
    assert session.stays_at is first
    session.is_typed = True
    session.look_at(second)
    assert session.stays_at is first
    session.is_typed = False
    session.look_at(second)
    assert session.stays_at is second


def test_publications_are_stepped_to_one_after_the_other(session: QuerySession) -> None:
    day = parse_day("2025-08-25")
    assert session.next_publication(None, 1) is not None
    assert session.next_publication(day, 1) is None
    first = session.next_publication(None, 1)
    assert first is not None
    assert str(session.by_day(first)) == f"as-of:{iso(first)}"
    session.ask(session.by_day(first))
    assert session.asked.as_of == first
    assert session.by_day(None) == Query()


def test_it_begins_with_a_history() -> None:
    begun = QuerySession(engine(), NotebookSession(), History(Query((*parse_query("kind:law", engine().names).terms,))))
    assert begun.shown.count() == 1
