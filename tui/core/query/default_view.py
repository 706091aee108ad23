"""The query of the view that a file opens with, where nothing else is asked for."""

from __future__ import annotations

from tui.core.query.lexer import QueryError
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.query.tree import AS_OF, Query


def default_query(names: Names) -> Query:
    """The query of the default view; the empty one where the file names none, or its query means nothing."""
    timeline = names.timeline
    view = next((one for one in timeline.views if one.name == timeline.view), None)
    if view is None:
        return Query()
    try:
        return parse_query(view.query, names).simplified()
    except QueryError:
        return Query()


def or_default(query: Query, names: Names) -> Query:
    """A query; where it asks for nothing but a day of publication, with what the default view asks for."""
    return query if query.without(AS_OF).terms else Query((*default_query(names).terms, *query.terms))


def is_default(query: Query, names: Names) -> bool:
    """True for what the default view asks for, by whatever day it is told."""
    return names.timeline.view is not None and bool(query.terms) and query.without(AS_OF) == default_query(names)
