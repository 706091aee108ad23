"""Saved views: those of the file, those of one's own, and what is asked now kept as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from tui.app.base.notebook import NotKept
from tui.app.dialogs.base import QuestionScreen
from tui.app.dialogs.picker import Picker, PickerTitle
from tui.core.entry.picker_choices import Choice, choice
from tui.core.query.lexer import QueryError
from tui.core.query.parser import parse_query
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.timeline.model import GROUPS
from tui.store.write.event_lines import saved_view_yaml

if TYPE_CHECKING:
    from tui.app.base.hosts import QueryHost
    from tui.app.base.reader import ReadersApp
    from tui.core.timeline.model import SavedView

FILE, OWN, KEEP, COPY, FORGET = "file:", "own:", "keep", "copy", "forget:"
"""What the values of the choices begin with."""


class TextPrompt(QuestionScreen[str | None]):
    """One line for a few words; enter takes them, escape changes nothing."""

    DEFAULT_CSS = """
    TextPrompt { align: center bottom; }
    TextPrompt > Vertical { width: 100%; height: 2; background: $background; }
    TextPrompt Input { height: 1; border: none; padding: 0 1; background: $background; color: $foreground; }
    TextPrompt Input:focus { border: none; background-tint: transparent; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take", priority=True),
        Binding("escape,ctrl+c,ctrl+g", "leave", "leave", priority=True),
    ]
    AUTO_FOCUS = "Input"

    line = query_one(Input)

    def __init__(self, asks: str) -> None:
        super().__init__()
        self.asks = asks

    def compose(self) -> ComposeResult:
        """What is asked for, and the line."""
        with Vertical():
            yield PickerTitle(self.asks, "enter · esc")
            yield Input(compact=True, select_on_focus=False)

    def action_take(self) -> None:
        """Take what is typed; a blank line says nothing."""
        words = " ".join(self.line.value.split())
        if words:
            self.answer(words)
        else:
            self.app.bell()

    def action_leave(self) -> None:
        """Change nothing."""
        self.answer(None)


async def choose(screen: QueryHost, app: ReadersApp) -> None:
    """Choose a view, keep what is asked as one, show it as the file would have it, or forget one."""
    offered = _choices(screen, app)
    if not offered:
        screen.say("no view is saved yet; with a filter on, this keeps it as one")
        return
    picked = await app.answer_to(Picker("view", offered))
    value = picked.values[0] if picked else ""
    if value == KEEP:
        await _keep(screen, app)
    elif value == COPY:
        _copy(screen, app)
    elif value.startswith(FORGET):
        _forget(value.removeprefix(FORGET), screen, app)
    elif value:
        views = screen.index.timeline.views if value.startswith(FILE) else app.desk.notebook.views
        _look(next(one for one in views if one.name == value.partition(":")[2]), screen)


def _choices(screen: QueryHost, app: ReadersApp) -> list[Choice]:
    own = app.desk.notebook.views
    choices = [_choice(FILE, view, "") for view in screen.index.timeline.views]
    choices += [_choice(OWN, view, "your own  ") for view in own]
    if screen.asked.terms:
        query = clean_line(str(screen.asked))
        choices.append(choice(KEEP, "keep what is asked, as a view of your own", (), note=query))
        choices.append(choice(COPY, "copy what is asked, as a view for the file", (), note=query))
    forgetting = (choice(FORGET + view.name, f"forget {clean_line(view.name)}", (), note="your own") for view in own)
    return [*choices, *forgetting]


def _choice(kind: str, view: SavedView, whose: str) -> Choice:
    return choice(kind + view.name, clean_line(view.name), (), note=whose + clean_line(view.query))


def _look(view: SavedView, screen: QueryHost) -> None:
    try:
        query = parse_query(view.query, screen.names)
    except QueryError as error:
        screen.say(f"the view {view.name} cannot be read: {error.message}")
        return
    if view.group in GROUPS:
        screen.group_by(view.group)
    screen.ask(query)


async def _keep(screen: QueryHost, app: ReadersApp) -> None:
    query = str(screen.asked)
    name = await app.answer_to(TextPrompt(f"a name for {clean_line(query)}"))
    if name is None:
        return
    taken = (*screen.index.timeline.views, *app.desk.notebook.views)
    if any(fold(view.name) == fold(name) for view in taken):
        screen.say(f"there is a view called {name} already")
        return
    try:
        app.desk.keep(lambda keeper: keeper.keep_view(name, query))
    except NotKept as reason:
        screen.say(str(reason))
    else:
        screen.say(f"kept as {name}: {screen.key_of('views')} has it, and jalon print --saved")


def _copy(screen: QueryHost, app: ReadersApp) -> None:
    text = saved_view_yaml(str(screen.asked))
    app.copy_to_clipboard(text)
    screen.say(f"copied, for the file: {' '.join(text.split())}")


def _forget(name: str, screen: QueryHost, app: ReadersApp) -> None:
    try:
        app.desk.keep(lambda keeper: keeper.forget_view(name))
    except NotKept as reason:
        screen.say(str(reason))
    else:
        screen.say(f"forgotten: {name}")
