"""The notebook: all that is starred or noted of a timeline, in order of time, and what the file has no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.app import commands
from tui.app.base.notebook import NotKept
from tui.app.base.query_session import QuerySession
from tui.app.scopes.event import EventScope
from tui.app.views.timeline import TimelineScreen
from tui.app.views.view_screen import ViewScreen
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.lines import Lines
from tui.app.widgets.note_list import NoteList
from tui.core.dates.words import in_words
from tui.core.entry.picker_choices import Choice, choice
from tui.core.index.protocol import Answers
from tui.core.query.tree import Query, Text
from tui.core.text.cells import fit
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.timeline.model import Event
from tui.drawing.lists.notebook import NotebookItem, notebook_counts, notebook_items
from tui.drawing.spans.spans import Line, Span

if TYPE_CHECKING:
    from tui.store.personal.notebook import NotebookStore

MOST_OFFERED = 1_000
"""Events that are offered before anything is typed, the first ones."""


class Title(Lines):
    """The contents of the notebook, in figures, and the text that is sought in it."""

    DEFAULT_CSS = """
    Title { height: 1; }
    """

    figures = ""
    sought = ""

    def say(self, figures: str, sought: str) -> None:
        """Say other figures."""
        self.figures, self.sought = figures, sought
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        title = " " + _("notebook")
        only = "  " + _("only: {text}", text=self.sought) if self.sought else ""
        room = max(0, width - self.measure(title) - 1 - self.measure(only))
        rest = fit(f"   {self.figures}", room, self.measure, self.glyphs.cut)
        return [(Span(title, "strong"), Span(rest, "dim"), Span(only, "match"))]


class LeafScope(EventScope):
    """A list of leaves about events, some of which the file has no more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(
            commands.NOTES, *("move", "page", "first", "last", "write", "star", "mark_read", "remove", "move_to")
        )
    ]

    def __init__(self, session: QuerySession, leaf_list: NoteList) -> None:
        super().__init__(session, leaf_list)
        self.leaf_list = leaf_list

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action needs a leaf and there is none."""
        leaf = self.leaf_list.leaf
        if action == "mark_read":
            is_there = leaf is not None and leaf.event is not None
        else:
            is_there = leaf is not None or action not in ("write", "star", "remove", "move_to")
        return is_there and super().check_action(action, parameters)

    def event_id(self) -> str:
        """The id of the event of the leaf, also of one that the file has no more."""
        return self.leaf_list.leaf.event_id if self.leaf_list.leaf else ""

    # ---- Moving

    def action_move(self, steps: int) -> None:
        """By leaves."""
        self.leaf_list.move(steps)
        self.refresh_bindings()

    def action_page(self, pages: int) -> None:
        """By about what is in sight."""
        self.action_move(pages * max(1, self.leaf_list.size.height // 3))

    def action_first(self) -> None:
        """To the first leaf."""
        self.action_move(-len(self.leaf_list.leaves))

    def action_last(self) -> None:
        """To the last leaf."""
        self.action_move(len(self.leaf_list.leaves))

    # ---- Writing

    @work(group="noting")
    async def action_write(self) -> None:
        """Edit the note under the cursor; on an event, write one."""
        leaf = self.leaf_list.leaf
        if leaf is not None:
            drafts = self.app.notebook_session.unfinished()
            draft = next((one for one in drafts if _is_of(one.event, one.note, leaf)), None)
            await self.write_note(leaf.event_id, leaf.note, draft.text if draft else None)

    @work(group="noting")
    async def action_remove(self) -> None:
        """Remove the note under the cursor, or of an event the star and the read mark, when asked again."""
        from tui.app.dialogs.chord import Chord

        leaf = self.leaf_list.leaf
        if leaf is None:
            return
        what = (
            _("remove this note ({note})?", note=leaf.note.id) if leaf.note else _("remove the star and the read mark?")
        )
        if await self.app.answer_to(Chord(clean_line(what), {"y": _("yes")})) is not None:
            self._do(lambda keeper: _removed(keeper, leaf))

    @work(group="noting")
    async def action_move_to(self) -> None:
        """Have the note, or all that is about the event, be about another event."""
        from tui.app.dialogs.picker import Picker

        leaf = self.leaf_list.leaf
        if leaf is None:
            return
        engine = self.session.shown.engine
        first = engine.select().window(None, MOST_OFFERED)
        keys = {one.key for one in first}

        def others(typed: str) -> list[Choice]:
            """The events beyond the first that hold what is typed."""
            found = engine.select(Query((Text(typed),))).window(None, MOST_OFFERED) if typed.strip() else []
            return [self._choice(one.event) for one in found if one.key not in keys]

        title = _("the event that this note is about") if leaf.note else _("the event that all of it is about")
        choices = [self._choice(one.event) for one in first]
        picked = await self.app.answer_to(Picker(title, choices, also=others))
        if picked:
            to = picked.values[0]
            self._do(lambda keeper: keeper.move_note(leaf.note, to) if leaf.note else keeper.move(leaf.event_id, to))

    def _choice(self, event: Event) -> Choice:
        language = self.app.reader.language
        title = clean_line(self.timeline.say(event.titles, language))
        return choice(event.id, title, (event.id, *event.titles.values()), note=in_words(event.date, language))

    def _do(self, do: Callable[[NotebookStore], object]) -> None:
        try:
            self.app.notebook_session.keep(do)
        except NotKept as reason:
            self.say(str(reason))


class NotebookScreen(ViewScreen):
    """The leaves, over the timeline that they are about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.NOTES, "go", "search", "search_no_more", *commands.OF_SCREENS)
    ]
    COMMANDS_HERE = commands.NOTES
    AUTO_FOCUS = "NoteList"
    DEFAULT_CSS = """
    NotebookScreen { background: $background; }
    """

    title_row = query_one(Title)
    leaf_list = query_one(NoteList)

    def __init__(self, spine: TimelineScreen) -> None:
        super().__init__(spine.session, spine)
        self.spine = spine
        self.sought = ""

    def compose(self) -> ComposeResult:
        """The figures, the leaves, the keys."""
        leaf_list = NoteList(self.session.engine.head)
        yield Title()
        with LeafScope(self.session, leaf_list):
            yield leaf_list
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin at the event at hand, if it is here."""
        self.take_own()
        self.leaf_list.go_to_event(self.spine.spine_view.event)

    def take_own(self) -> None:
        """Show what stands in the notebook now."""
        notebook, everything = self.app.notebook_session.notebook, self.session.engine.select()
        found = notebook_items(notebook, everything, self.sought)
        figures = notebook_counts(notebook, everything, self.app.reader.glyphs.separator)
        self.title_row.say(figures, clean_line(self.sought))
        star, note = self.spine.key_of("star"), self.spine.key_of("note")
        empty = _(
            "nothing is starred or noted yet: on the timeline {star} stars an event, {note} writes a note on it",
            star=star,
            note=note,
        )
        timeline = self.session.engine.head
        self.leaf_list.show(found, notebook, timeline, _("nothing here holds that") if self.sought else empty)
        self.refresh_bindings()

    def renew(self, shown: Answers) -> None:
        """Show what is about what the file holds now."""
        self.take_own()

    def tell_anew(self) -> None:
        """Tell the same in the language that is now the reader's."""
        self.take_own()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action needs something that is not there, or not yet."""
        has_event = any(one.event is not None for one in self.query(NoteList))
        is_there = {"search_no_more": bool(self.sought), "go": has_event}.get(action, True)
        return is_there and super().check_action(action, parameters)

    @on(NoteList.EventChosen)
    def action_go(self) -> None:
        """To the event on the timeline; a filter that hides it is said."""
        event = self.leaf_list.event
        if event is None:
            return
        if self.session.shown.event(event.id) is None:
            key = self.spine.key_of("clear")
            self.say(_("{key} on the timeline clears the filter, which hides this event", key=key))
            return
        self.spine.spine_view.go_to_event(event)
        self.leave_to(self.session.asked)

    @work(group="noting")
    async def action_search(self) -> None:
        """Only what holds a text."""
        from tui.app.dialogs.saved_views import TextPrompt

        sought = await self.app.answer_to(TextPrompt(_("find in the notebook")))
        if sought is not None:
            self.sought = sought
            self.take_own()

    def action_search_no_more(self) -> None:
        """All again."""
        self.sought = ""
        self.take_own()


def _is_of(event: str, note: str, leaf: NotebookItem) -> bool:
    return (event, note) == (leaf.event_id, leaf.note.id if leaf.note else "")


def _removed(keeper: NotebookStore, leaf: NotebookItem) -> None:
    if leaf.note is None:
        keeper.unmark(leaf.event_id)
        return
    try:
        keeper.remove_note(leaf.note.id)
    except LookupError:  # another jalon was quicker
        return
