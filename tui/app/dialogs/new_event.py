"""The form for a new event: checked as it is typed, and kept until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.getters import query_one

from tui.app.dialogs.base import QuestionScreen
from tui.app.dialogs.chord import Chord
from tui.app.dialogs.picker import Picked, Picker, PickerTitle
from tui.app.widgets.form_field import Field, Remark, label_cells
from tui.core.entry.draft import (
    DraftContext,
    EventDraft,
    FieldFault,
    date_in_both,
    event_from_draft,
    missing,
    parts,
    typed_date,
    usual_status,
)
from tui.core.entry.form_choices import FACETS, SEVERAL, completion, offered
from tui.core.entry.picker_choices import begins, is_called
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.text.names import field_name
from tui.drawing.spans.spans import Span

if TYPE_CHECKING:
    from tui.core.index.protocol import Answers


class Outcome(NamedTuple):
    """The outcome of saving: the id of the event that is there now, or why it is not."""

    id: str = ""
    refusal: str = ""


HINTS = {
    "date": "2025-12-31, 2025-08~, 2025-10/2026-03-31",
    "status": "reported",  # and after a date in the future, planned
}


class NewEvent(QuestionScreen[str | None]):
    """A field a row; ctrl+s saves, escape asks before it throws away; answers with the id of the new event."""

    DEFAULT_CSS = """
    NewEvent { background: $background; }
    NewEvent VerticalScroll { height: 1fr; scrollbar-size-vertical: 0; }
    NewEvent > Remark { dock: bottom; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save", priority=True),
        Binding("escape,ctrl+c,ctrl+g", "leave", "leave", priority=True),
        Binding("tab", "app.focus_next", "next", priority=True),
        Binding("shift+tab", "app.focus_previous", "previous", priority=True),
        Binding("down", "step(1)", "next"),
        Binding("up", "step(-1)", "previous"),
    ]
    AUTO_FOCUS = "OneLineInput"

    told = query_one("NewEvent > Remark", Remark)

    def __init__(
        self,
        ground: Callable[[], DraftContext],
        everything: Callable[[], Answers],
        save: Callable[[EventDraft], Awaitable[Outcome]],
    ) -> None:
        """`ground` and `everything` give the file as it is when they are called: it may change under the form."""
        super().__init__()
        self.ground = ground
        self.everything = everything
        self.save = save

    def compose(self) -> ComposeResult:
        """The title, a field a row, and a row for what is said of the whole."""
        yield PickerTitle(_("new event"), _("^s saves · tab next · enter picks · esc"))
        with VerticalScroll(can_focus=False):
            own, *twins = self.ground().timeline.languages()
            hints = {**HINTS, "sources": _("an id, source#passage, or a pasted address")}
            named = (
                ("date", field_name("date")),
                ("title", field_name(f"title_{own}" if twins else "title")),
                *((f"title_{twin}", field_name(f"title_{twin}")) for twin in twins),
                *((key, field_name(key)) for key in ("kind", "status", "actors", "countries", "place", "tags")),
                ("sources", _("sources")),
            )
            label = label_cells(says for _key, says in named)
            for key, says in named:
                complete = partial(self._complete, key)
                yield Field(key, says, hint=hints.get(key, ""), complete=complete, label=label)
            yield Field("text", field_name(f"text_{own}" if twins else "text"), has_lines=True, label=label)
            for twin in twins:
                yield Field(f"text_{twin}", field_name(f"text_{twin}"), has_lines=True, label=label)
        yield Remark()

    def _complete(self, key: str, typed: str) -> str | None:
        return completion(key, typed, self.everything())

    # What is typed

    @property
    def draft(self) -> EventDraft:
        """The typed texts, by field."""
        return {field.key: (field.text,) for field in self.query(Field) if field.text.strip()}

    @on(Field.Typed)
    def _explain_typed(self, typed: Field.Typed) -> None:
        self.told.say()
        self._explain(typed.field, is_begun=self._complete(typed.field.key, typed.field.text) is not None)

    @on(Field.Left)
    def _explain_left(self, left: Field.Left) -> None:
        self._explain(left.field)

    def _explain(self, field: Field, *, is_begun: bool = False) -> None:
        """Say below a field what is wrong with it, if it is not just begun, else what it means."""
        new = event_from_draft({field.key: (field.text,)} if field.text.strip() else {}, self.ground())
        fault = next((one for one in new.faults if one.field == field.key), None)
        if fault is not None:
            field.remark.say(*([] if is_begun else _told(fault)))
        elif field.key == "date" and field.text.strip():
            field.remark.say(Span(date_in_both(field.text, self.app.reader.language), "dim"))
            usual = usual_status(typed_date(field.text), self.ground().today)
            self.query_one("#field-status", Field).suggest(usual)
        else:
            field.remark.say(Span(self._new_sources(field), "dim"))

    def _new_sources(self, field: Field) -> str:
        """The source that a typed address becomes."""
        if field.key != "sources" or "://" not in field.text:
            return ""
        whole = {"date": ("2000",), "title": ("-",), "sources": (field.text,)}
        new = event_from_draft(whole, self.ground())
        told = []
        for source in new.sources:
            published = _("published {day}", day=source.published.text) if source.published else ""
            known = filter(None, (source.id, source.publisher, published))
            told.append(_("a new source, {source}", source=clean_line(", ".join(known))))
        cited = [clean_line(one.source) for one in (new.event.citations if new.event else ())]
        return " · ".join(told) or _("there already: {sources}", sources=", ".join(cited))

    # Between fields

    @on(Field.Entered)
    def _enter(self, entered: Field.Entered) -> None:
        """Pick a value where none is typed, or only the beginning of one; else take what is typed."""
        field = entered.field
        if field.key in FACETS and not self._is_whole(field.key, self._last(field)):
            self._pick(field)
        else:
            self.app.action_focus_next()

    @staticmethod
    def _last(field: Field) -> str:
        """The last of the values that are typed in a field; empty where another is due."""
        typed = parts(field.key, field.text) if field.key in SEVERAL else [field.text.strip()]
        is_over = field.key in SEVERAL and (
            field.text.rstrip()[-1:] == "," or (field.key == "sources" and field.text[-1:].isspace())
        )
        return "" if is_over or not typed else typed[-1]

    def _is_whole(self, key: str, last: str) -> bool:
        """True for a value that means something by itself: one of the file, or one that is new and begins no other."""
        if not last:
            return False
        choices = offered(key, self.everything(), self.app.reader.language)
        if any(is_called(one, last) for one in choices):
            return True
        is_wrong = any(one.field == key for one in event_from_draft({key: (last,)}, self.ground()).faults)
        return not is_wrong and not any(begins(one, last) for one in choices)

    def action_step(self, steps: int) -> None:
        """To the field above or below."""
        (self.app.action_focus_next if steps > 0 else self.app.action_focus_previous)()

    @work(group="picking")
    async def _pick(self, field: Field) -> None:
        """Pick values of a field; what is typed in it and is no value of the file stays, unless it begins one."""
        choices = offered(field.key, self.everything(), self.app.reader.language)
        several = field.key in SEVERAL
        typed = [one.rstrip(",") for one in parts(field.key, field.text)] if several else [field.text]
        known = {one.value for one in choices}
        last = self._last(field)
        begun = typed.pop() if last and last not in known else ""
        chosen = tuple(part for part in typed if several and part in known)
        picker = Picker(
            field.says, choices, several=several, excluding=False, chosen=Picked(chosen), typed=begun
        )  # fmt: skip
        picked = await self.app.answer_to(picker)
        if picked is not None:
            kept = [part for part in typed if several and (part not in known or not picker.marked)]
            field.text = ", ".join(dict.fromkeys((*kept, *picked.values)))

    # Saving and leaving

    @work(group="saving", exclusive=True)
    async def action_save(self) -> None:
        """Save, if there is nothing wrong; else say what is, and go there."""
        draft, ground = self.draft, self.ground()
        needs = {"date": _("an event has a date"), "title": _("an event has a title")}
        lacking = [FieldFault(key, needs[key]) for key in missing(draft, ground)]
        faults = {one.field: one for one in (*event_from_draft(draft, ground).faults, *lacking)}
        wrong = [field for field in self.query(Field) if field.key in faults]
        for field in wrong:
            field.remark.say(*_told(faults[field.key]))
        if wrong:
            wrong[0].enter()
            return
        self.told.say(Span(_("saving …"), "dim"))
        outcome = await self.save(draft)
        if outcome.id:
            self.answer(outcome.id)
        else:
            self.told.say(Span(clean_line(outcome.refusal), "alarm"))

    @work(group="picking")
    async def action_leave(self) -> None:
        """Leave; what is typed is not thrown away unasked."""
        if self.draft:
            keys = {"s": _("save it"), "d": _("throw it away")}
            taken = await self.app.answer_to(Chord(_("what is typed is not saved"), keys))
            if taken == "s":
                self.action_save()
            if taken != "d":
                return
        self.answer(None)


def _told(fault: FieldFault) -> list[Span]:
    return [Span(clean_line(fault.message), "alarm"), Span(clean_line(fault.hint or ""), "dim")]
