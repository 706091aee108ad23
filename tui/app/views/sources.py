"""The sources: who published what when, and which events rest on it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.app import commands
from tui.app.scopes.citations import Citing
from tui.app.views.list_view import ListScreen
from tui.core.citation.resolve import ResolvedCitation, resolved_citation
from tui.core.citation.sentence import sentence
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Source, Timeline
from tui.drawing.lists.profile import source_profile
from tui.drawing.lists.sources import SourceList
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line


class SourcesScreen(ListScreen, Citing):
    """Every source by the day on which it was published."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.SOURCES_VIEW)]
    COMMANDS_HERE = commands.SOURCES_VIEW
    FIELD = "source"
    NO_EVENT = "no event rests on this source"
    EMPTY = "no source"

    press: SourceList

    def listed(self) -> SourceList:
        """The sources of what is shown."""
        self.press = SourceList(self.shown, self.app.reader.pen)
        return self.press

    def value_at(self, row: int) -> str:
        """The id of a source."""
        source = self.press.rows[row].source
        return source.id if source else ""

    def row_of(self, value: str) -> int | None:
        """The row of a source."""
        return self.press.row_of.get(value)

    def has_events(self, row: int) -> bool:
        """Whether any event that could be shown rests on it."""
        return self.press.rows[row].events > 0

    def told(self, value: str, sheet: TextColumn, voice: TimelineInLanguage) -> list[Line]:
        """The source whole."""
        return source_profile(self._source(value), self.press.events_of(value), voice, sheet)

    def timeline_at_hand(self) -> Timeline:
        """The timeline that the sources are of."""
        return self.index.timeline

    def _source(self, value: str) -> Source:
        return self.index.timeline.sources.get(value) or Source(value)

    def citation_at_hand(self) -> ResolvedCitation | None:
        """The source as if it were cited, without a passage."""
        value = self.value_at_hand
        return resolved_citation(Citation(value), 1, self.index.timeline) if value else None

    def to_copy(self, value: str) -> dict[str, tuple[str, str]]:
        """Its citation, its address, its id; of what is private nothing is copied."""
        whole = resolved_citation(Citation(value), 1, self.index.timeline)
        voice = TimelineInLanguage(self.index.timeline, self.app.reader.language)
        return {
            "c": ("citation", sentence(whole, voice)),
            "u": ("address", whole.target or ""),
            "i": ("id", value),
        }

    def may_copy(self, value: str) -> bool:
        """Whether it may leave jalon."""
        return self.app.reader.with_private or not self._source(value).private

    def action_open(self) -> None:  # type: ignore[override]  # there is never one to choose
        """Open the source; when its page is gone, the archive's copy."""
        whole = self.citation_at_hand()
        if whole is not None:
            self.open_article(whole)

    def action_year(self, steps: int) -> None:
        """To the first source of the next or the previous year that has one."""
        self.list_view.go_to_row(self.press.next_year(self.list_view.cursor, steps), steps)
        self.tell()
