"""The picker: a list that narrows as one types, for facet values, for commands, for an event's articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.getters import query_one
from textual.widgets import Input

from tui.app.base.one_line_input import OneLineInput
from tui.app.dialogs.base import QuestionScreen
from tui.app.widgets.lines import CursorLines, Lines
from tui.core.entry.picker_choices import Choice, narrowed
from tui.core.text.cells import fit, wrap
from tui.core.text.messages import _, translatable
from tui.drawing.spans.spans import Line, Span


class Picked(NamedTuple):
    """The picked values: those to have one of, and those to have none of."""

    values: tuple[str, ...]
    excluded: tuple[str, ...] = ()


class ChoiceList(CursorLines):
    """The choices that are left, with a cursor."""

    NOTHING = translatable("nothing is called that")
    """Said when no choice is left."""

    DEFAULT_CSS = """
    ChoiceList { height: auto; max-height: 1fr; }
    """

    def __init__(self, choices: list[Choice] | None = None, marks: dict[str, bool] | None = None) -> None:
        super().__init__()
        self.choices = choices or []
        self.tallest = 0
        self.marks = marks or {}
        """Values marked: True to have, False to exclude."""

    def show(self, choices: list[Choice], at: int) -> None:
        """Show these, with the cursor on that one."""
        self.choices = choices
        self.at = max(0, min(at, len(choices) - 1))
        self.redraw()

    def move(self, steps: int) -> None:
        """Move the cursor."""
        self.show(self.choices, self.at + steps)

    @property
    def highlighted(self) -> Choice | None:
        """The choice under the cursor."""
        return self.choices[self.at] if self.choices else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row a choice, of all that there were to begin with, so that the list stands still as it narrows."""
        self.tallest = max(self.tallest, len(self.choices))
        return max(1, self.tallest)

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows around the cursor."""
        if not self.choices:
            return [(Span(f"   {_(self.NOTHING)}" if self.NOTHING else "", "dim"),)]
        return [self._line(row, width) for row in self.in_sight(len(self.choices), height)]

    def _line(self, row: int, width: int) -> Line:
        one = self.choices[row]
        here = row == self.at
        mark = self.marks.get(one.value)
        unmarked = self.glyphs.own if one.is_own else " "
        sign = unmarked if mark is None else self.glyphs.check if mark else "-"
        count = "" if one.gives is None else f"{one.gives:>6}"
        room = width - 6 - self.measure(count)
        label = fit(one.label, room, self.measure, self.glyphs.cut)
        note = fit(one.note, max(0, room - self.measure(label) - 2), self.measure, self.glyphs.cut)
        gap = " " * max(1, room - self.measure(label) - self.measure(note))
        role = "dim" if one.gives == 0 else "text"
        return (
            Span(self.glyphs.cursor if here else " ", "key"),
            Span(f" {sign} ", "dim" if mark is None else "kept" if mark else "alarm"),
            Span(label, "strong" if here else role),
            Span(gap, "text"),
            Span(note + " ", "dim"),
            Span(count + " ", "dim"),
        )

    def holds(self, row: int) -> bool:
        """True when a row is that of a choice."""
        return row < len(self.choices)


class InFull(Lines):
    """The text for which the row under the cursor has no room."""

    DEFAULT_CSS = """
    InFull { height: 2; }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text

    def say(self, text: str) -> None:
        """Say something else."""
        self.text = text
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Two rows."""
        return [(Span(f" {row}", "dim"),) for row in wrap(self.text, max(1, width - 2), self.measure)[:height]]


class PickerTitle(Lines):
    """The name of what is being picked, and the keys for it."""

    DEFAULT_CSS = """
    PickerTitle { height: 1; }
    """

    def __init__(self, title: str, advice: str) -> None:
        super().__init__()
        self.title = title
        self.advice = advice

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row, ruled to the right edge."""
        room = max(width // 2, width - self.measure(self.advice) - 6)
        says = f"{self.glyphs.rule * 2} {fit(self.title, room, self.measure, self.glyphs.cut)} "
        advice = fit(f" {self.advice} ", max(0, width - self.measure(says)), self.measure, self.glyphs.cut)
        rest = width - self.measure(says) - self.measure(advice)
        return [
            (Span(says, "strong"), Span(self.glyphs.rule * max(0, rest), "dim"), Span(advice, "dim")),
        ]


class Picker(QuestionScreen[Picked | None]):
    """Type to narrow, enter to take; tab marks several; a leading - or ! excludes; escape changes nothing."""

    DEFAULT_CSS = """
    Picker { align: center bottom; }
    Picker > Vertical { width: 100%; height: auto; max-height: 60%; background: $background; }
    Picker InFull { display: none; }
    Picker.-in-full InFull { display: block; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n,ctrl+j", "move(1)", "next", priority=True),
        Binding("up,ctrl+p,ctrl+k", "move(-1)", "previous", priority=True),
        Binding("pagedown", "move(10)", "ten on", priority=True),
        Binding("pageup", "move(-10)", "ten back", priority=True),
        Binding("tab", "mark", "mark", priority=True),
        Binding("enter", "apply", "take", priority=True),
        Binding("escape,ctrl+c,ctrl+g", "leave", "leave", priority=True),
    ]
    AUTO_FOCUS = "Input"

    choice_list = query_one(ChoiceList)
    line = query_one(Input)

    def __init__(
        self,
        title: str,
        choices: list[Choice],
        *,
        several: bool = False,
        excluding: bool = True,
        numbered: bool = False,
        chosen: Picked = Picked(()),  # noqa: B008 - an immutable value
        also: Callable[[str], list[Choice]] = lambda _typed: [],
        typed: str = "",
    ) -> None:
        super().__init__(classes="-in-full" if any(one.in_full for one in choices) else None)
        self.picks = title
        self.choices = choices
        self.several = several
        self.excluding = several and excluding
        """True when a leading - or ! takes values to have none of."""
        self.numbered = numbered
        """True when the labels begin with numbers, which a digit picks."""
        self.chosen = chosen
        self.also = also
        self.typed = typed
        self.marked = False

    def compose(self) -> ComposeResult:
        """Title, the line that is typed, the choices."""
        advice = _("enter takes · esc")
        if self.excluding:
            advice = _("tab marks · - excludes · enter takes · esc")
        elif self.several:
            advice = _("tab marks · enter takes · esc")
        elif self.numbered:
            advice = _("1-9 · enter takes · esc")
        with Vertical():
            yield PickerTitle(self.picks, advice)
            yield OneLineInput(self.typed, placeholder=_("type to narrow"), compact=True, select_on_focus=False)
            left = self._left(self.typed)
            yield ChoiceList(left, self._marks())
            yield InFull(left[0].in_full if left else "")

    def _marks(self) -> dict[str, bool]:
        """The chosen values: True to have, False to exclude."""
        have, exclude = self.chosen
        return dict.fromkeys(have, True) | dict.fromkeys(exclude, False)

    def _left(self, typed: str) -> list[Choice]:
        """The choices that the typed text leaves; other meanings of it come first."""
        return [*self.also(typed), *narrowed(self.choices, self._sought(typed))]

    @on(Input.Changed)
    def narrow_to(self, change: Input.Changed) -> None:
        """Every letter narrows; a lone digit picks by number."""
        numbered = [one for one in self.choices if one.label.startswith(f"{change.value} ")]
        if self.numbered and change.value.isdigit() and numbered:
            self.answer(Picked((numbered[0].value,)))
        else:
            self.narrow(change.value)

    def narrow(self, typed: str) -> None:
        """Show what is left by what is typed."""
        self._offer(self._left(typed), 0)

    def action_move(self, steps: int) -> None:
        """Move the cursor."""
        self._offer(self.choice_list.choices, self.choice_list.at + steps)

    def _offer(self, choices: list[Choice], at: int) -> None:
        self.choice_list.show(choices, at)
        one = self.choice_list.highlighted
        self.query_one(InFull).say(one.in_full if one else "")

    def action_mark(self) -> None:
        """Mark the choice to have it, or with a leading - to exclude it; again to unmark it."""
        one = self.choice_list.highlighted
        if not self.several or one is None:
            return
        marks = self.choice_list.marks
        if marks.pop(one.value, None) is not (not self._excludes):
            marks[one.value] = not self._excludes
        self.marked = True
        self.action_move(1)

    @on(ChoiceList.Pointed)
    def _apply_clicked(self, pointed: ChoiceList.Pointed) -> None:
        if pointed.clicks:
            self.action_apply()

    def action_apply(self) -> None:
        """Take what is marked, else the highlighted one."""
        if self.marked:
            marks = self.choice_list.marks
            self.answer(
                Picked(
                    tuple(value for value, have in marks.items() if have),
                    tuple(value for value, have in marks.items() if not have),
                )
            )
            return
        one = self.choice_list.highlighted
        if one is None:
            self.app.bell()
        elif self._excludes:
            excluded = dict.fromkeys((*self.chosen.excluded, one.value))
            self.answer(Picked(tuple(v for v in self.chosen.values if v != one.value), tuple(excluded)))
        else:
            self.answer(Picked((one.value,), tuple(v for v in self.chosen.excluded if v != one.value)))

    @property
    def _excludes(self) -> bool:
        return self.excluding and self.line.value.lstrip()[:1] in ("-", "!")

    def _sought(self, typed: str) -> str:
        return typed.lstrip()[1:] if self.excluding and typed.lstrip()[:1] in ("-", "!") else typed
