"""The sources: who published what when, and which events rest on it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.base.reader import Reader
from tui.app.scopes.rows import RowScope
from tui.app.views.list_view import ListScreen
from tui.app.views.timeline import TimelineScreen
from tui.core.citation.resolve import ResolvedCitation, resolved_citation
from tui.core.citation.sentence import sentence
from tui.core.index.protocol import Answers
from tui.core.text.messages import _, translatable
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Source
from tui.drawing.lists.profile import source_profile
from tui.drawing.lists.sources import SourceList
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line


class SourceListing:
    """The sources of a selection."""

    FIELD: ClassVar[str] = "source"
    NO_EVENT: ClassVar[str] = translatable("no event rests on this source")
    EMPTY: ClassVar[str] = translatable("no source")

    def __init__(self, shown: Answers, reader: Reader) -> None:
        self.timeline = shown.engine.head
        self.rows = SourceList(shown, reader.pen)

    def value_at(self, row: int) -> str:
        """The id of a source."""
        source = self.rows.rows[row].source
        return source.id if source else ""

    def row_of(self, value: str) -> int | None:
        """The row of a source."""
        return self.rows.row_of.get(value)

    def has_events(self, row: int) -> bool:
        """True when any event that could be shown rests on it."""
        return self.rows.rows[row].events > 0

    def _source(self, value: str) -> Source:
        return self.timeline.sources.get(value) or Source(value)

    def told(self, value: str, column: TextColumn, voice: TimelineInLanguage) -> list[Line]:
        """The source whole."""
        row = self.row_of(value)
        alone = 0 if row is None else self.rows.rows[row].alone
        return source_profile(self._source(value), self.rows.events_of(value), alone, voice, column)

    def citation_of(self, value: str) -> ResolvedCitation:
        """The source as if it were cited, without a passage."""
        return resolved_citation(Citation(value), 1, self.timeline)

    def to_copy(self, value: str, voice: TimelineInLanguage) -> dict[str, tuple[str, str]]:
        """Its citation, its address, its id."""
        whole = self.citation_of(value)
        return {
            "c": (_("citation"), sentence(whole, voice)),
            "u": (_("address"), whole.target or ""),
            "i": (_("id"), value),
        }

    def is_private(self, value: str) -> bool:
        """True when it is not to leave jalon."""
        return self._source(value).private


class SourceScope(RowScope[SourceListing]):
    """The sources, which can be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.SOURCES_VIEW, "open", "open_archive", "copy", "year")
    ]

    def __init__(self, session: QuerySession) -> None:
        super().__init__(session, SourceListing)

    @property
    def _cited(self) -> ResolvedCitation | None:
        return self.listing.citation_of(self.value) if self.listing and self.value else None

    def action_open(self) -> None:
        """Open the source; when its page is gone, the archive's copy."""
        if self._cited:
            self.open_article(self._cited)

    def action_open_archive(self) -> None:
        """Open the archive's copy."""
        one = self._cited
        if one and (one.archive or one.copy_in_file):
            self.open_copy(one)
        elif one:
            self.say(_("no copy of this article is known"))

    def action_year(self, steps: int) -> None:
        """To the first source of the next or the previous year that has one."""
        if self.listing:
            self.view.go_to_row(self.listing.rows.next_year(self.view.cursor, steps), steps)


class SourcesScreen(ListScreen):
    """Every source by the day on which it was published."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.SOURCES_VIEW, *commands.OF_SCREENS)]
    COMMANDS_HERE = commands.SOURCES_VIEW

    def __init__(self, spine: TimelineScreen) -> None:
        super().__init__(spine, SourceScope(spine.session))
