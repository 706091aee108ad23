"""The screen of the views that list something else than events: the spine's query, a cursor, a detail."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one

from tui.app.scopes.as_of import AsOfScope
from tui.app.scopes.query import QueryScope
from tui.app.scopes.rows import RowScope
from tui.app.views.timeline import TimelineScreen
from tui.app.views.view_screen import ViewScreen
from tui.app.widgets.detail import Detail
from tui.app.widgets.header import Header
from tui.app.widgets.key_bar import KeyBar
from tui.core.index.protocol import Answers
from tui.drawing.lists.profile import in_brief


class ListScreen(ViewScreen):
    """A list that stands over the spine: it shows what is asked there, and what is asked here is asked there."""

    AUTO_FOCUS = "RowListView"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-wider")]  # noqa: RUF012 - Textual's type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-some"), (30, "-tall"), (44, "-towering")]  # noqa: RUF012 - the same

    header = query_one(Header)
    detail = query_one(Detail)

    def __init__(self, spine: TimelineScreen, row_scope: RowScope[Any]) -> None:
        super().__init__(spine.session, spine)
        self.row_scope = row_scope
        row_scope.on_choose = self.leave_to
        if spine.way_back is not None:
            row_scope.starts_at = spine.way_back.value

    def compose(self) -> ComposeResult:
        """From top to bottom, as one reads."""
        with QueryScope(self.session), AsOfScope(self.session):
            yield Header(self.keys_now)
            with Container(id="body"):
                yield self.row_scope
                yield Detail(id="detail")
        yield KeyBar(self.COMMANDS_HERE)

    def on_mount(self) -> None:
        """Begin with the query in force."""
        self.detail.more = partial(self.key_of, "whole")
        self.row_scope.view.on_move = self.tell
        self.session.followers.append(self.follow)
        self.follow()

    def on_unmount(self) -> None:
        """Follow the query no more."""
        self.session.followers.remove(self.follow)

    def follow(self) -> None:
        """Show what is asked, with the cursor on the same value, else at the same height."""
        if self.is_left:
            return
        self.header.show(self.session.shown)
        self.row_scope.show()
        self.tell()
        self.refresh_bindings()

    def renew(self, shown: Answers) -> None:
        """Show what the file holds now, with the cursor on the same value."""
        if self.is_mounted:
            self.follow()

    def tell_anew(self) -> None:
        """Tell the same in the language that is now the reader's."""
        self.follow()

    def tell(self) -> None:
        """Tell what is under the cursor."""
        scope, value = self.row_scope, self.row_scope.value
        if value:
            self.detail.show(
                lambda width, _: scope.lines(value, width),
                lambda width, rows: in_brief(scope.lines(value, width), rows, scope.column(width)),
            )
        else:
            self.detail.show(None, None)
