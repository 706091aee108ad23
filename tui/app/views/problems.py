"""All that is wrong with the file, by place: a row each, and the one under the cursor with its line and its cure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.getters import query_one

from tui.app import commands
from tui.app.base.reload_policy import counted, first_problem
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.keyed_screen import KeyedScreen
from tui.app.widgets.lines import CursorLines, Lines
from tui.core.index.protocol import Answers
from tui.core.problems.problem import HINT, SEVERITIES, Problem
from tui.core.text.cells import fit, pad
from tui.core.text.clean import clean_line
from tui.drawing.spans.excerpts import ROLES, on_screen
from tui.drawing.spans.spans import Line, Span
from tui.store.read import check

if TYPE_CHECKING:
    from tui.app.base.file_session import FileSession
    from tui.store.read.timeline import Reading

SEVERITY = max(map(len, SEVERITIES))
"""Cells of the widest severity."""
WIDE = 90
"""Cells from which on a row has room for its code."""


class ProblemsTitle(Lines):
    """The file, and how many of each severity there are."""

    DEFAULT_CSS = """
    ProblemsTitle { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()
        self.is_lost = False

    def show(self, problems: tuple[Problem, ...], is_lost: bool) -> None:
        """Count others; `is_lost` when the file cannot be read any more."""
        self.problems, self.is_lost = problems, is_lost
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        counts = counted(self.problems) or "no problems"
        counts += ", as it was read last" if self.is_lost else ""
        name = fit(f" {self.app.reader.name_of_file}", max(1, width - len(counts) - 3), self.measure, self.glyphs.cut)
        return [(Span(name, "strong"), Span(f"  {counts}", "dim"))]


class ProblemList(CursorLines):
    """A row a problem, with a cursor."""

    DEFAULT_CSS = """
    ProblemList { height: auto; max-height: 60%; }
    """

    can_focus = True
    WHEEL = 3

    def __init__(self) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()
        self.without = ""
        """The words for when there is none."""
        self._place_cells = 0

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Show others, with the cursor on the same problem if it is still there, else where it was."""
        before = self.problem
        self.problems = problems
        self._place_cells = max((len(_place(one)) for one in problems), default=0)
        if before is None:
            first = first_problem(problems)
            self.at = problems.index(first) if first else 0
        alike = [at for at, one in enumerate(problems) if before is not None and one[1:] == before[1:]]
        at = min(alike, key=lambda one: abs(one - self.at), default=self.at)
        self.at = max(0, min(at, len(problems) - 1))
        self.refresh(layout=True)
        self.redraw()

    @property
    def problem(self) -> Problem | None:
        """The one under the cursor."""
        return self.problems[self.at] if self.at < len(self.problems) else None

    def move(self, steps: int) -> None:
        """Move the cursor by so many."""
        self.at = max(0, min(self.at + steps, len(self.problems) - 1))
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row a problem; without any, what says so."""
        return len(self.problems) or 2

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows around the cursor."""
        if not self.problems:
            return [(), (Span(f" {self.without}", "dim"),)]
        return [self._line(row, width) for row in self.in_sight(len(self.problems), height)]

    def _line(self, row: int, width: int) -> Line:
        problem, here = self.problems[row], row == self.at
        code = f"  {problem.code} " if width >= WIDE else " "
        room = width - self._place_cells - SEVERITY - self.measure(code) - 5
        message = clean_line(problem.message)
        role = "strong" if here else "dim" if problem.severity == HINT else "text"
        return (
            Span(self.glyphs.cursor if here else " ", "key"),
            Span(f"{_place(problem):>{self._place_cells}}  ", "dim"),
            Span(f"{problem.severity:<{SEVERITY}}  ", ROLES[problem.severity]),
            Span(pad(message, max(1, room), self.measure, "left", self.glyphs.cut), role),
            Span(code, "dim"),
        )

    def holds(self, row: int) -> bool:
        """True when a row is that of a problem."""
        return row < len(self.problems)


class ProblemDetail(Lines):
    """One problem as a check prints it: its line, carets under its place, its cure."""

    DEFAULT_CSS = """
    ProblemDetail { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.problem: Problem | None = None
        self.text: list[str] = []

    def show(self, problem: Problem | None, text: list[str]) -> None:
        """Show another, or none; `text` are the lines of the file."""
        self.problem, self.text = problem, text
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """An edge, and below it the problem."""
        if self.problem is None:
            return []
        edge: Line = (Span(self.glyphs.edge * width, "dim"),)
        told = on_screen(self.problem, self.text, max(1, width - 2), self.app.reader.pen)
        return [edge, *((Span(" "), *line) for line in told)]


class ProblemsScreen(KeyedScreen[None]):
    """The problems of the file as it was saved last; they follow every save."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.PROBLEMS)]
    COMMANDS_HERE = commands.PROBLEMS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-some")]  # noqa: RUF012 - Textual's type
    is_checked = False
    """True when what is shown is all that a check says, and not only what reading did."""
    AUTO_FOCUS = "ProblemList"

    title_row = query_one(ProblemsTitle)
    problem_list = query_one(ProblemList)
    detail = query_one(ProblemDetail)

    def __init__(self, file: FileSession, edit_at: Callable[[int, int], object]) -> None:
        """`edit_at` opens the file in the reader's editor, at a line and a column."""
        super().__init__()
        self.file = file
        self.edit_at = edit_at
        self.text: list[str] = []

    def compose(self) -> ComposeResult:
        """The counts, the problems, the one under the cursor, the keys."""
        yield ProblemsTitle()
        yield ProblemList()
        yield ProblemDetail()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the file as it was saved last."""
        self._show()

    def renew(self, shown: Answers) -> None:
        """Show what is wrong with the file now."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        """Show the problems of reading the file at once, and all that a check says as soon as it is found."""
        saved = self.file.saved
        self.text = saved.text.split("\n")
        if not self.is_checked:
            self._show_these(saved.problems)
        self._check(saved)

    def _show_these(self, problems: tuple[Problem, ...]) -> None:
        self.problem_list.without = self.file.lost or f"nothing is wrong with {self.app.reader.name_of_file}"
        self.title_row.show(problems, bool(self.file.lost))
        self.problem_list.show(problems)
        self.action_move(0)
        self.refresh_bindings()

    @work(thread=True, group="checking", exclusive=True)
    def _check(self, saved: Reading) -> None:
        """Find what could be more honest: of a large file that takes longer than a frame."""
        found = check.problems(saved, self.app.reader.today)
        self.app.call_from_thread(self._take_checked, saved, found)

    def _take_checked(self, saved: Reading, problems: tuple[Problem, ...]) -> None:
        if saved is self.file.saved and not self.is_left:
            self.is_checked = True
            self._show_these(problems)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action needs a problem and there is none."""
        is_there = bool(self.problem_list.problems) or action not in ("edit", "move", "page")
        return is_there and super().check_action(action, parameters)

    @on(ProblemList.Pointed)
    def _follow_pointer(self, pointed: ProblemList.Pointed) -> None:
        self.action_move(0)
        if pointed.clicks == 2:
            self.action_edit()

    def action_move(self, steps: int) -> None:
        """Move by problems."""
        self.problem_list.move(steps)
        self.detail.show(self.problem_list.problem, self.text)

    def action_page(self, pages: int) -> None:
        """Move by what is in sight."""
        self.action_move(pages * max(1, self.problem_list.size.height - 1))

    def action_first(self) -> None:
        """To the first problem."""
        self.action_move(-len(self.problem_list.problems))

    def action_last(self) -> None:
        """To the last problem."""
        self.action_move(len(self.problem_list.problems))

    def action_edit(self) -> None:
        """Open the editor where the problem is."""
        problem = self.problem_list.problem
        if problem is not None:
            self.edit_at(problem.place.line, problem.place.column)


def _place(problem: Problem) -> str:
    return f"{problem.place.line}:{problem.place.column}"
