"""The place of the reader when jalon was left, and the way back there."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.app import App
from textual.css.query import QueryError as NoWidget
from textual.screen import Screen

from tui.app.base.view_names import view_of
from tui.app.scopes.query import QueryScope
from tui.app.views import letter_of
from tui.app.views.timeline import TimelineScreen
from tui.app.widgets.key_bar import say
from tui.core.notebook import LastPlace
from tui.core.query.default_view import is_default
from tui.core.query.history import History
from tui.core.query.tree import Query
from tui.core.text.messages import _


@runtime_checkable
class Zooming(Protocol):
    """A scope in which one stands nearer or farther."""

    zoom_word: str
    """The zoom, in words that `zoom_to` takes."""

    def zoom_to(self, word: str) -> None:
        """Stand so near again."""


def where(app: App[None]) -> LastPlace | None:
    """The event at hand on the timeline, what is asked there, and the view over it; None while nothing stands."""
    spot, view, zoom = None, "", ""
    for screen in app.screen_stack:
        try:
            if isinstance(screen, TimelineScreen) and spot is None:
                event = screen.spine_view.event
                spot = LastPlace(event=event.id if event else "", query=str(screen.session.asked))
            for scope in screen.query("ChartScope"):
                zoom = scope.zoom_word if isinstance(scope, Zooming) else zoom
        except NoWidget:  # it does not stand yet
            return None
        view = letter_of(screen) or view
    return spot._replace(view=view, zoom=zoom) if spot else None


def return_to(screen: TimelineScreen, spot: LastPlace | None) -> None:
    """Go where one was; what the command line asks for wins, and a filter that comes back is said."""
    if spot is None:
        return
    asked, names = screen.session.asked, screen.session.names
    if is_default(asked, names) and spot.query != str(asked):
        screen.session.turn_to(History(Query(), (asked,)))  # the view that the file opens with was left
    if spot.query and not screen.session.asked.terms:
        _ask_again(screen, spot.query)
    found = screen.session.engine.select().event(spot.event)
    if found is not None:
        screen.spine_view.go_to_event(found.event)
    if spot.view:
        screen.call_after_refresh(_look_again, screen, spot.view, spot.zoom)


def _ask_again(screen: TimelineScreen, text: str) -> None:
    from tui.core.query.lexer import QueryError
    from tui.core.query.parser import parse_query

    try:
        query = parse_query(text, screen.session.names)
    except QueryError:
        screen.say(_("what was asked when you left means nothing here any more: {query}", query=text))
        return
    screen.session.turn_to(History(query, (Query(),)))
    screen.say(_only(screen))


def _only(screen: TimelineScreen) -> str:
    """The query, and the key that clears it."""
    dot, clear = screen.app.reader.glyphs.separator, screen.key_of("clear") or "x"
    return _(
        "as you left it, only: {query} {dot} {key} clears it", query=screen.session.asked, dot=dot, key=clear
    )


async def _look_again(screen: TimelineScreen, letter: str, zoom: str) -> None:
    view = view_of(letter)
    if view is None or view.is_root:
        return
    above = await screen.app.open_screen(letter, screen)
    above.call_after_refresh(_go_on, screen, above, zoom)  # once it has laid itself out


def _go_on(screen: TimelineScreen, above: Screen[None], zoom: str) -> None:
    """Say in the view what is asked, and stand as near as before."""
    if screen.session.history.before and screen.session.asked.terms and above.query(QueryScope):
        say(above, _only(screen))
    for scope in above.query("ChartScope") if zoom else ():
        if isinstance(scope, Zooming):
            scope.zoom_to(zoom)
