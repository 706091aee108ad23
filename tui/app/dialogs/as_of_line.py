"""The line of a day: everything is told as published by it while one types, or steps between publications."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from tui.app.base.one_line_input import OneLineInput
from tui.app.dialogs.base import QuestionScreen
from tui.app.dialogs.picker import PickerTitle
from tui.app.dialogs.query_line import Answer, Faults
from tui.core.dates.calendar import iso
from tui.core.dates.words import day_in_words
from tui.core.evidence.as_of_words import maybe_known, sources_standing
from tui.core.query.lexer import QueryError, values_of
from tui.core.query.tree import AS_OF, Query
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.drawing.spans.spans import Line, Span
from tui.drawing.spine.heading import shown

if TYPE_CHECKING:
    from tui.app.base.query_session import QuerySession


class DayInput(OneLineInput):
    """A line that leaves `<` and `>` to the screen: no day holds them."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """True when a key is typed rather than acted on."""
        return character not in ("<", ">") and super().check_consume_key(key, character)


class AsOfLine(QuestionScreen[Query | None]):
    """A day, what was out by then, and who came out on it; enter keeps, escape changes nothing, no day tells all."""

    DEFAULT_CSS = """
    AsOfLine { align: center bottom; }
    AsOfLine > Vertical { width: 100%; height: 5; background: $background; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("less_than_sign,up,ctrl+p", "step(-1)", "publication before", priority=True),
        Binding("greater_than_sign,down,ctrl+n", "step(1)", "next publication", priority=True),
        Binding("enter", "keep", "keep", priority=True),
        Binding("escape,ctrl+c,ctrl+g", "leave", "leave", priority=True),
    ]
    AUTO_FOCUS = "Input"

    line = query_one(DayInput)
    explained = query_one("#explained", Answer)
    out = query_one("#out", Answer)
    came = query_one("#came", Answer)

    def __init__(self, session: QuerySession) -> None:
        super().__init__()
        self.session = session
        self.begun_with = session.history
        self.faults = Faults()
        self.day = self.begun_with.now.as_of

    def compose(self) -> ComposeResult:
        """Title, the line, what the day means, how many sources were out, who came out on it."""
        with Vertical():
            yield PickerTitle(_("as published by"), _("< > from publication to publication · enter keeps · esc"))
            yield DayInput(
                "" if self.day is None else iso(self.day),
                placeholder=_("a day, such as 2025-08-26; none tells everything"),
                compact=True,
                select_on_focus=True,
                highlighter=self.faults,
            )
            yield Answer(id="explained")
            yield Answer(id="out")
            yield Answer(id="came")

    def on_mount(self) -> None:
        """Begin with the day in force."""
        self._tell()

    @on(Input.Changed)
    def _typed(self, change: Input.Changed) -> None:
        self._follow(change.value)

    def _follow(self, text: str) -> None:
        """Tell everything by the day that is typed; what is no day says why, and the last one stays."""
        self.faults.error = None
        if not text.strip():
            self._turn_to(None)
            return
        try:
            (value,) = values_of(AS_OF, text, self.session.names)
        except QueryError as error:
            self.faults.error = error
            hint = error.hint or ""
            self.explained.say(Span(clean_line(error.message), "alarm"), Span(hint and "  " + clean_line(hint), "dim"))
            self.line.refresh()
        else:
            self._turn_to(Query().choosing(AS_OF, (value,)).as_of)

    def _turn_to(self, day: int | None) -> None:
        self.day = day
        self.session.turn_to(self.begun_with._replace(now=self.session.by_day(day)))
        self._tell()

    def _tell(self) -> None:
        """Say what the day means."""
        now = self.session.shown
        language = self.app.reader.language
        as_of = now.engine.head.as_of
        if self.day is None or as_of is None:
            self.explained.say(Span(shown(now), "strong"), Span("  " + _("the file as it is"), "dim"))
            self.out.say()
            self.came.say()
            return
        words = day_in_words(self.day, language, weekday=True)
        dot = self.app.reader.glyphs.separator
        maybe = f" {dot} {maybe_known(now.possibly_out())}" if now.possibly_out() else ""
        self.explained.say(Span(words, "now"), Span(f"  {shown(now)}{maybe}", "strong"))
        self.out.say(Span(sources_standing(as_of, dot), "dim"))
        self.came.say(*self._came_out())

    def _came_out(self) -> Line:
        """The sources that came out on that day."""
        there = next((one for one in self.session.publications if one.day == self.day), None)
        if there is None:
            return (Span(_("no source came out on that day"), "dim"),)
        voice = TimelineInLanguage(self.session.engine.head, self.app.reader.language)
        surely, possibly = (", ".join(map(voice.publisher, names)) for names in (there.surely, there.possibly))
        if not possibly:
            return (Span(_("out on that day: {publishers}", publishers=surely)),)
        lead = _("out on that day: {publishers}; ", publishers=surely) if surely else ""
        return (Span(lead), Span(_("perhaps from that day: ({publishers})", publishers=possibly), "dim"))

    def action_step(self, steps: int) -> None:
        """To the day of the next publication, or of the one before."""
        day = self.session.next_publication(self.day, steps)
        if day is None:
            self.app.bell()
            return
        with self.prevent(Input.Changed):
            self.line.value = iso(day)
        self.faults.error = None
        self.line.cursor_position = len(self.line.value)
        self._turn_to(day)

    def action_keep(self) -> None:
        """Keep the day that is typed; what is none is not left."""
        if self.faults.error is not None:
            self.app.bell()
        else:
            self.answer(self.session.by_day(self.day))
