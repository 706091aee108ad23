"""Saved views: those of the file, those of one's own, and what is asked now kept as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from tui.app.base.notebook import NotKept
from tui.app.base.one_line_input import OneLineInput
from tui.app.dialogs.base import QuestionScreen
from tui.app.dialogs.picker import Picker, PickerTitle
from tui.app.widgets.key_bar import key_of, say
from tui.core.entry.picker_choices import Choice, choice
from tui.core.query.lexer import QueryError
from tui.core.query.parser import parse_query
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.text.messages import _
from tui.core.timeline.model import GROUPS
from tui.store.write.event_lines import saved_view_yaml

if TYPE_CHECKING:
    from tui.app.base.query_session import QuerySession
    from tui.app.base.reader import ReadersApp
    from tui.core.timeline.model import SavedView

FILE, OWN, KEEP, COPY, FORGET = "file:", "own:", "keep", "copy", "forget:"
"""The beginnings of the choices' values."""


class TextPrompt(QuestionScreen[str | None]):
    """One line for a few words; enter takes them, escape changes nothing."""

    DEFAULT_CSS = """
    TextPrompt { align: center bottom; }
    TextPrompt > Vertical { width: 100%; height: 2; background: $background; }
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
        """The name of what is asked for, and the line."""
        with Vertical():
            yield PickerTitle(self.asks, _("enter · esc"))
            yield OneLineInput(compact=True, select_on_focus=False)

    def action_take(self) -> None:
        """Take what is typed; a blank line says nothing."""
        words = " ".join(self.line.value.split())
        if words:
            self.answer(words)
        else:
            self.app.bell()


async def choose(session: QuerySession, app: ReadersApp) -> SavedView | None:
    """Choose a view, keep what is asked as one, show it as the file would have it, or forget one; the view chosen."""
    offered = _choices(session, app)
    if not offered:
        say(app.screen, _("no view is saved yet; with a filter on, this keeps it as one"))
        return None
    picked = await app.answer_to(Picker(_("view"), offered))
    value = picked.values[0] if picked else ""
    if value == KEEP:
        await _keep(session, app)
    elif value == COPY:
        _copy(session, app)
    elif value.startswith(FORGET):
        _forget(value.removeprefix(FORGET), app)
    elif value:
        views = session.engine.head.views if value.startswith(FILE) else app.notebook_session.notebook.views
        chosen = next(one for one in views if one.name == value.partition(":")[2])
        _look(chosen, session, app)
        return chosen
    return None


def _choices(session: QuerySession, app: ReadersApp) -> list[Choice]:
    own = app.notebook_session.notebook.views
    choices = [_choice(FILE, view, "") for view in session.engine.head.views]
    choices += [_choice(OWN, view, _("your own") + "  ") for view in own]
    if session.asked.terms:
        query = clean_line(str(session.asked))
        choices.append(choice(KEEP, _("keep what is asked, as a view of your own"), (), note=query))
        choices.append(choice(COPY, _("copy what is asked, as a view for the file"), (), note=query))
    return [*choices, *map(_forgetting, own)]


def _forgetting(view: SavedView) -> Choice:
    return choice(FORGET + view.name, _("forget {view}", view=clean_line(view.name)), (), note=_("your own"))


def _choice(kind: str, view: SavedView, whose: str) -> Choice:
    return choice(kind + view.name, clean_line(view.name), (), note=whose + clean_line(view.query))


def _look(view: SavedView, session: QuerySession, app: ReadersApp) -> None:
    try:
        query = parse_query(view.query, session.names)
    except QueryError as error:
        say(app.screen, _("the view {view} cannot be read: {reason}", view=view.name, reason=error.message))
        return
    if view.group in GROUPS:
        session.group_by(view.group)
    session.ask(query)


async def _keep(session: QuerySession, app: ReadersApp) -> None:
    query = str(session.asked)
    name = await app.answer_to(TextPrompt(_("a name for {query}", query=clean_line(query))))
    if name is None:
        return
    taken = (*session.engine.head.views, *app.notebook_session.notebook.views)
    if any(fold(view.name) == fold(name) for view in taken):
        say(app.screen, _("there is a view called {name} already", name=name))
        return
    try:
        app.notebook_session.keep(lambda keeper: keeper.keep_view(name, query))
    except NotKept as reason:
        say(app.screen, str(reason))
    else:
        key = key_of(app.screen, "views")
        say(app.screen, _("kept as {name}: {key} has it, and jalon print --saved", name=name, key=key))


def _copy(session: QuerySession, app: ReadersApp) -> None:
    text = saved_view_yaml(str(session.asked))
    app.copy_to_clipboard(text)
    say(app.screen, _("copied, for the file: {text}", text=" ".join(text.split())))


def _forget(name: str, app: ReadersApp) -> None:
    try:
        app.notebook_session.keep(lambda keeper: keeper.forget_view(name))
    except NotKept as reason:
        say(app.screen, str(reason))
    else:
        say(app.screen, _("forgotten: {name}", name=name))
