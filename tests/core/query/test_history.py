"""Going back and forth among the queries one came by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.core.query.history import History
from tui.core.query.tree import Query, Term

QUERIES = st.lists(
    st.builds(Term, st.sampled_from(("actor", "country")), st.tuples(st.sampled_from(("a", "b"))), st.booleans()),
    max_size=2,
).map(lambda terms: Query(tuple(terms)))
STEPS = st.lists(st.one_of(QUERIES, st.sampled_from(("undo", "redo"))), max_size=20)
BELGIUM = Query((Term("country", ("BE",)),))
MOROCCO = Query((Term("country", ("MA",)),))


def walked(steps: list[Query | str]) -> History:
    """The history after asking, undoing and redoing in that order."""
    history = History()
    for step in steps:
        history = taken(history, step)
    return history


def taken(history: History, step: Query | str) -> History:
    if isinstance(step, Query):
        return history.ask(step)
    return history.undo() if step == "undo" else history.redo()


HISTORIES = st.builds(walked, STEPS)


@given(HISTORIES, QUERIES)
def test_undoing_what_was_asked_gives_the_query_before(history: History, query: Query) -> None:
    asked = history.ask(query)
    assert asked.now == query
    if query == history.now:
        assert asked == history
    else:
        assert asked.undo().now == history.now
        assert asked.undo().before == history.before


@given(HISTORIES)
def test_redo_after_undo_changes_nothing(history: History) -> None:
    if history.before:
        assert history.undo().redo() == history
    else:
        assert history.undo() == history


@given(HISTORIES)
def test_undo_after_redo_changes_nothing(history: History) -> None:
    if history.undone:
        assert history.redo().undo() == history
    else:
        assert history.redo() == history


@given(HISTORIES, QUERIES)
def test_a_new_query_leaves_nothing_to_redo(history: History, query: Query) -> None:
    if query != history.now:
        assert history.ask(query).undone == ()


@given(HISTORIES)
def test_undoing_all_comes_back_to_everything(history: History) -> None:
    while history.before:
        history = history.undo()
    assert history.now == Query()


def test_back_and_forth() -> None:
    history = History().ask(BELGIUM).ask(MOROCCO)
    assert history.undo().now == BELGIUM
    assert history.undo().undo().now == Query()
    assert history.undo().undo().redo().redo() == history
    assert history.undo().ask(Query()).before == (Query(), BELGIUM)
