"""The filter line: a query that is answered at every keystroke, with what could follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from tui.app.base.one_line_input import OneLineInput
from tui.app.dialogs.base import QuestionScreen
from tui.app.dialogs.picker import ChoiceList, PickerTitle
from tui.app.widgets.lines import Lines
from tui.core.entry.picker_choices import choice
from tui.core.entry.query_completion import Completions, completions
from tui.core.index.protocol import Answers
from tui.core.query.lexer import QueryError
from tui.core.query.names import names_beside
from tui.core.query.parser import parse_query
from tui.core.query.tree import Query
from tui.core.text.cells import fit
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.drawing.spans.spans import Line, Span
from tui.drawing.spine.heading import shown

if TYPE_CHECKING:
    from tui.app.base.hosts import EventView
    from tui.app.base.query_session import QuerySession


FIRST = 3
"""Queries that were asked before and are offered before all else; the others come last."""


class Faults(Highlighter):
    """Underlines what is wrong with the query that is typed."""

    def __init__(self) -> None:
        self.error: QueryError | None = None

    def highlight(self, text: Text) -> None:
        """Called by the input as it draws."""
        if self.error is not None:
            end = self.error.position + max(1, self.error.length)
            text.stylize("underline bold", self.error.position, end)  # no words: a style


class Answer(Lines):
    """The number of events, or why there is no answer."""

    DEFAULT_CSS = """
    Answer { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.line: Line = ()

    def say(self, *spans: Span) -> None:
        """Say something else."""
        self.line = spans
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        room = width - 1
        cut: list[Span] = [Span(" ")]
        for span in self.line:
            text = fit(span.text, max(0, room), self.measure, self.glyphs.cut)
            room -= self.measure(text)
            cut.append(span._replace(text=text))
        return [tuple(cut)]


class Following(ChoiceList):
    """The choices that could follow; often there are none."""

    NOTHING = ""


class FilterLine(QuestionScreen[Query | None]):
    """One line: the answer follows every keystroke; tab completes, enter keeps, escape changes nothing."""

    DEFAULT_CSS = """
    FilterLine { align: center bottom; }
    FilterLine > Vertical { width: 100%; height: 10; max-height: 60%; background: $background; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "next", priority=True),
        Binding("up,ctrl+p", "move(-1)", "previous", priority=True),
        Binding("tab", "complete", "complete", priority=True),
        Binding("enter", "keep", "keep", priority=True),
        Binding("escape,ctrl+c,ctrl+g", "leave", "leave", priority=True),
    ]
    AUTO_FOCUS = "Input"

    choice_list = query_one(ChoiceList)
    told = query_one(Answer)
    line = query_one(Input)

    def __init__(self, session: QuerySession, view: EventView | None) -> None:
        """`view` is where one looks at the events that are asked for, if one does."""
        super().__init__()
        self.session = session
        self.view = view
        self.faults = Faults()
        self.begun_with = self.session.asked
        self.offered = Completions(0, 0, [])
        self.is_waiting = False
        """True while the answer is looked for."""

    def compose(self) -> ComposeResult:
        """Title, the line, the answer, what could follow."""
        text = str(self.begun_with)
        with Vertical():
            yield PickerTitle(_("filter"), _("tab completes · enter keeps · esc"))
            yield OneLineInput(
                text + " " if text else "",
                placeholder=_('actor:ikanbi country:BE -kind:reaction "agency workers" in:2026-08'),
                compact=True,
                select_on_focus=False,
                highlighter=self.faults,
            )
            yield Answer()
            yield Following()

    def on_mount(self) -> None:
        """Begin with the query in force."""
        self._follow(self.line.value)
        self.session.followers.append(self._arrive)

    def on_unmount(self) -> None:
        """Tell of no answer any more."""
        self.session.followers.remove(self._arrive)

    def renew(self, shown: Answers) -> None:
        """Answer what is typed from what the file holds now."""
        if self.is_mounted and self.children:
            self._follow(self.line.value)

    @on(Input.Changed)
    def _typed(self, change: Input.Changed) -> None:
        self._follow(change.value)

    def _follow(self, text: str) -> None:
        """Answer what is typed; a faulty query says why, and the last good answer stays."""
        try:
            query = parse_query(text, self.session.names)
        except QueryError as error:
            self.faults.error = error
            hint = error.hint or ""
            self.told.say(Span(clean_line(error.message), "alarm"), Span(hint and "  " + clean_line(hint), "dim"))
        else:
            self.faults.error = None
            self.session.preview(query)
            self._tell()
        self._offer(text)
        self.line.refresh()

    def _arrive(self) -> None:
        """Say it once the answer that was looked for is there; any other was told already."""
        if self.is_waiting and self.faults.error is None and self.session.awaited is None:
            self._tell()

    def _tell(self) -> None:
        """Say how many events there are of what is typed, or that they are looked for."""
        session = self.session
        self.is_waiting = session.awaited is not None
        query = (session.awaited or session.history).now
        beside = clean_line(" · ".join(names_beside(query, session.names)))
        self.told.say(
            Span(_("looking for them …") if session.awaited else shown(session.shown), "strong"),
            Span(f"  {beside}" if beside else "", "doubt"),
            Span("  " + clean_line(str(query)), "dim"),
        )

    def _offer(self, text: str) -> None:
        event, language = self.view.event if self.view else None, self.app.reader.language
        self.offered = completions(text, self.line.cursor_position, self.session.shown, event, language)
        if not text.strip():
            queries = self.app.notebook_session.queries
            asked = [choice(query, clean_line(query), (), note=_("asked before")) for query in queries]
            self.offered = self.offered._replace(
                choices=[*asked[:FIRST], *self.offered.choices, *asked[FIRST:]]
            )
        self.choice_list.show(self.offered.choices, 0)

    def action_move(self, steps: int) -> None:
        """Move among what could follow."""
        self.choice_list.move(steps)

    def action_complete(self) -> None:
        """Write the highlighted completion in place of what it completes."""
        one = self.choice_list.highlighted
        if one is None or not one.value:
            self.app.bell()
            return
        text = self.line.value
        before = text[: self.offered.begin] + one.value
        with self.prevent(Input.Changed):  # the cursor moves after the text, and both say what is offered
            self.line.value = before + text[self.offered.end :]
        self.line.cursor_position = len(before)
        self._follow(self.line.value)

    @on(Following.Pointed)
    def _complete_clicked(self, pointed: Following.Pointed) -> None:
        if pointed.clicks:
            self.action_complete()

    def action_keep(self) -> None:
        """Keep the query that is typed; a faulty one is not left."""
        if self.faults.error is not None:
            self.app.bell()
        else:
            self.answer(parse_query(self.line.value, self.session.names))
