"""One field of a form: its name, what is typed, and below it what that means or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.getters import query_one
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, TextArea

from tui.app.base.one_line_input import OneLineInput
from tui.app.widgets.lines import Lines
from tui.core.text.cells import fit, wrap
from tui.core.text.clean import clean
from tui.drawing.spans.spans import Line, Span

LABEL = 12
"""Cells before what is typed, where the names of fields have room in them."""


def label_cells(names: Iterable[str]) -> int:
    """The cells before what is typed, for fields of these names: some more where one is long."""
    return max(LABEL, 3 + max(map(cell_len, names)))


class Name(Lines):
    """The name of a field, and the mark of one that can be picked."""

    DEFAULT_CSS = f"""
    Name {{ width: {LABEL}; height: 1; }}
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.says = name

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row; the field that has the keys stands out."""
        is_at = self.parent is not None and self.parent.has_pseudo_class("focus-within")
        mark = Span(self.glyphs.cursor if is_at else " ", "key")
        return [(mark, Span(fit(f" {self.says}", width - 2, self.measure), "strong" if is_at else "dim"))]


class Remark(Lines):
    """The remark on a field; nothing, and no row, where there is none."""

    DEFAULT_CSS = f"""
    Remark {{ height: auto; padding: 0 0 0 {LABEL}; display: none; }}
    Remark.-says {{ display: block; }}
    """

    def __init__(self) -> None:
        super().__init__()
        self.spans: tuple[Span, ...] = ()

    def say(self, *spans: Span) -> None:
        """Say something else."""
        self.spans = tuple(span for span in spans if span.text)
        self.set_class(bool(self.spans), "-says")
        self.refresh(layout=True)
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as it takes."""
        return len(self._told(width))

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows: what is wrong, then its cure."""
        return self._told(width)

    def _told(self, width: int) -> list[Line]:
        room = max(1, width - 1)
        return [(Span(row, span.role),) for span in self.spans for row in wrap(span.text, room, self.measure)]


class Completing(Suggester):
    """Completes what is typed by a function."""

    def __init__(self, complete: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text, or nothing."""
        return self.complete(value)


class Paragraph(TextArea):
    """Some lines; what is pasted becomes harmless."""

    async def on_paste(self, event: events.Paste) -> None:
        """Take a paste."""
        event.stop()
        event.prevent_default()
        self.replace(clean(event.text.replace("\r\n", "\n").replace("\r", "\n")), *self.selection)


class Field(Vertical):
    """A field of a form."""

    DEFAULT_CSS = """
    Field { height: auto; }
    Field > Horizontal { height: auto; }
    Field Input { width: 1fr; padding: 0; }
    Field TextArea { width: 1fr; height: 4; border: none; padding: 0; background: $background; color: $foreground; }
    Field TextArea:focus { border: none; background-tint: transparent; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "entered", "next, or pick", priority=True)]

    remark = query_one(Remark)

    @dataclass(eq=False, repr=False)
    class Typed(Message):
        """Something else is typed in it."""

        field: Field

    @dataclass(eq=False, repr=False)
    class Entered(Message):
        """Enter was pressed in it."""

        field: Field

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The keys went elsewhere."""

        field: Field

    def __init__(
        self,
        key: str,
        says: str,
        *,
        hint: str = "",
        complete: Callable[[str], str | None] | None = None,
        has_lines: bool = False,
        label: int = LABEL,
    ) -> None:
        """`key` is what the file calls it; `hint` stands in it while it is empty."""
        super().__init__(id=f"field-{key}")
        self.key = key
        self.says = says
        self.hint = hint
        self.complete = complete
        self.has_lines = has_lines
        self.label = label

    def compose(self) -> ComposeResult:
        """Name and entry side by side, the remark below."""
        with Horizontal():
            name = Name(self.says)
            name.styles.width = self.label
            yield name
            if self.has_lines:
                yield Paragraph(compact=True, highlight_cursor_line=False, placeholder=self.hint)
            else:
                suggester = Completing(self.complete) if self.complete else None
                yield OneLineInput(compact=True, select_on_focus=False, placeholder=self.hint, suggester=suggester)
        remark = Remark()
        remark.styles.padding = (0, 0, 0, self.label)
        yield remark

    @property
    def text(self) -> str:
        """The typed text."""
        return self.query_one(Paragraph).text if self.has_lines else self.query_one(OneLineInput).value

    @text.setter
    def text(self, text: str) -> None:
        entry = self.query_one(OneLineInput)
        entry.value = text
        entry.cursor_position = len(text)

    def suggest(self, hint: str) -> None:
        """Have another text stand in it while it is empty."""
        self.query_one(OneLineInput).placeholder = hint

    def enter(self) -> None:
        """Give it the keys."""
        self.query_one(Paragraph if self.has_lines else OneLineInput).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Between lines, enter begins another."""
        return not (action == "entered" and self.has_lines)

    def action_entered(self) -> None:
        """Tell the form."""
        self.post_message(self.Entered(self))

    @on(events.DescendantFocus)
    def _mark(self) -> None:
        self.query_one(Name).redraw()

    @on(events.DescendantBlur)
    def _unmark(self) -> None:
        self.query_one(Name).redraw()
        self.post_message(self.Left(self))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _tell(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Typed(self))
