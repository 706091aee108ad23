"""jalon notes: what the reader wrote about the events of a timeline."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from tui.cli.base import streams
from tui.cli.base.input_text import text_of
from tui.cli.base.options import LanguageOfTexts, first_word, takes_in_vain
from tui.cli.base.request import Refusal, event_of_id, is_file, name_as_read, reading_of, tell_shipped, tell_trouble
from tui.core.text.messages import _, forms, numbered, reason_of, translated
from tui.drawing.event.notes import begins

if TYPE_CHECKING:
    from tui.core.notebook import Note, Notebook
    from tui.core.timeline.model import Timeline
    from tui.store.personal.notebook import NotebookStore

ACTS = "list|show|add|edit|rm|move|export|restore"
BROUGHT_BACK = forms(
    "brought back {number} of what the copy has: {what}", "brought back {number} of what the copy has: {what}"
)
Answer = TypeVar("Answer")

ON_FILE = click.option("--file", "path", metavar="FILE", help="The timeline; else the one that jalon opens here.")
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="What to print: text to read, a document, or data.",
)
LANGUAGE = click.option("--lang", metavar="CODE", type=LanguageOfTexts(), help="Language of dates and titles.")


class OnFile(click.Command):
    """A command on notes; the timeline may be its first word, as in every other command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take a first word that is a FILE for the value of --file."""
        at = first_word(args, self.params)
        if not {"--file", "--"} & set(args) and any(is_file(word) for word in args[at : at + 1]):
            args = [*args[:at], "--file", *args[at:]]
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words of the usage, with FILE before those of the command."""
        options, *others = super().collect_usage_pieces(ctx)
        return [options, _("[FILE]"), *others]


everywhere = takes_in_vain("--color", "--today")


class OpenNotebook(NamedTuple):
    """A timeline, and the notebook that the reader has of it."""

    timeline: Timeline
    keeper: NotebookStore

    @property
    def notebook(self) -> Notebook:
        """The contents of the notebook; a fault of it is said."""
        notebook = self.keeper.look()
        self.tell_trouble()
        return notebook

    def tell_trouble(self) -> None:
        """Say what is wrong with the notebook, and how its good copy is brought back."""
        tell_trouble(self.keeper)

    def in_order(self) -> tuple[Note, ...]:
        """The notes in the order of their events; those without one last."""
        order = {event.id: place for place, event in enumerate(self.timeline.events)}
        return tuple(sorted(self.notebook.notes, key=lambda note: order.get(note.event, len(order))))

    def titles(self, lang: str | None) -> dict[str, str]:
        """The title of each event, with its date in words, by its id; of one that is private, its id alone."""
        from tui.core.dates.words import in_words
        from tui.core.evidence import privacy
        from tui.store.system import environment

        language = environment.language(lang)
        told = {
            event.id: f"{self.timeline.say(event.titles, language)}, {in_words(event.date, language)}"
            for event in privacy.public(self.timeline).events
        }
        return {event.id: told.get(event.id, event.id) for event in self.timeline.events}

    def event(self, event_id: str) -> str:
        """The id, if an event has it; refused with the nearest one otherwise."""
        return event_of_id(self.timeline, event_id).id

    def note(self, note_id: str) -> Note:
        """The note of that id; refused when there is none on this timeline."""
        notebook = self.notebook
        note = notebook.note(note_id)
        if note is not None:
            return note
        elsewhere = self.keeper.timeline_of(note_id)
        if elsewhere is not None:
            raise Refusal(
                _('note "{id}" is on another timeline, {timeline}', id=note_id, timeline=elsewhere),
                _("--file names its file"),
            )
        from tui.core.text.nearest import did_you_mean

        known = [one.id for one in notebook.notes]
        raise Refusal(
            _('no note is called "{id}"', id=note_id),
            did_you_mean(note_id, known) or _("jalon notes list has them all"),
        )


def desk(path: str | None, *, is_told: bool = True) -> OpenNotebook:
    """The timeline at a path, else the one that is opened when none is named, with its notebook."""
    from tui.store.personal.notebook import NotebookStore
    from tui.store.personal.story import Story
    from tui.store.system import environment

    words = () if path is None else (path,)
    path = environment.default_timeline() if path is None else path
    if not is_file(path):
        raise Refusal(_('"{word}" is not a file', word=path))
    tell_shipped(path, words)
    reading = reading_of(path)
    keeper = NotebookStore(Story.of(reading.timeline, path, reading.text))
    if not keeper.timeline:
        for news in keeper.take_news():
            raise Refusal(news)
        raise Refusal(_("a timeline from standard input needs an id, by which its notes are known"))
    if not is_told:
        keeper.take_news()
    return OpenNotebook(reading.timeline, keeper)


@click.group("notes", subcommand_metavar=f"{ACTS} …", invoke_without_command=True)
@everywhere
@click.pass_context
def command(context: click.Context) -> None:
    """Write notes about events. They are yours, and stay out of the file.

    jalon keeps them in your data folder (jalon where names it), for each timeline by its id, else by its path. It
    never shows notes of one timeline in another. If an event is no longer in the file, its notes stay, and are listed
    apart. TEXT is Markdown; with - as TEXT jalon reads standard input.
    """
    if context.invoked_subcommand is None:
        raise Refusal(_("what is to be done with the notes?"), f"jalon notes {ACTS}")  # no words: a command


@command.command("list", cls=OnFile)
@click.argument("event", required=False)
@ON_FILE
@FORMAT
@LANGUAGE
@everywhere
def list_notes(event: str | None, path: str | None, form: str, lang: str | None) -> int:
    """List the notes, or those on EVENT, one on each line, in the order of the events."""
    at = desk(path)
    notes = at.notebook.notes_on(name_as_read(event)) if event else at.in_order()
    if event and not notes:
        at.event(event)
    _write(form, notes, at, lang, whole=False)
    return streams.OK


@command.command("show", cls=OnFile)
@click.argument("note")
@ON_FILE
@FORMAT
@LANGUAGE
@everywhere
def show_note(note: str, path: str | None, form: str, lang: str | None) -> int:
    """Show one NOTE whole."""
    at = desk(path)
    found = at.note(note)
    if form == "json":
        streams.write_json(found._asdict())
    else:
        _write(form, (found,), at, lang, whole=True)
    return streams.OK


@command.command("add", cls=OnFile)
@click.argument("event")
@click.argument("text", required=False)
@ON_FILE
@everywhere
def add_note(event: str, text: str | None, path: str | None) -> int:
    """Write a note on EVENT, and print its id.

    Without TEXT jalon opens your editor.
    """
    at = desk(path)
    event = at.event(event)
    with text_of(text, path) as said:
        note = _kept(at, lambda: at.keeper.add_note(event, said))
    sys.stdout.write(f"{note.id}\n")
    return streams.OK


@command.command("edit", cls=OnFile)
@click.argument("note")
@click.argument("text", required=False)
@click.option("--event", metavar="EVENT", help="Put the note on another event.")
@ON_FILE
@everywhere
def edit_note(note: str, text: str | None, event: str | None, path: str | None) -> int:
    """Give NOTE another text, or with --event another event.

    Without either jalon opens your editor.
    """
    at = desk(path)
    found = at.note(note)
    if event is not None:
        to = at.event(event)
        _kept(at, lambda: at.keeper.move_note(found, to))
    if text is not None or event is None:
        with text_of(text, path, found.text) as said:
            written = _kept(at, lambda: at.keeper.edit_note(found, said))
        if written.id != found.id:
            streams.inform(_("the note was changed meanwhile: yours is kept as another, {id}", id=written.id))
    return streams.OK


@command.command("rm", cls=OnFile)
@click.argument("note")
@ON_FILE
@everywhere
def remove_note(note: str, path: str | None) -> int:
    """Remove NOTE."""
    at = desk(path)
    found = at.note(note)
    try:
        gone = _kept(at, lambda: at.keeper.remove_note(found.id))
    except LookupError:
        raise Refusal(_('no note is called "{id}" any more', id=note)) from None
    streams.inform(f"removed: {begins(gone.text)}")
    return streams.OK


@command.command("move", cls=OnFile)
@click.argument("earlier", required=False)
@ON_FILE
@everywhere
def move_notes(earlier: str | None, path: str | None) -> int:
    """Move notes here from an EARLIER id or path of the timeline.

    Stars, read marks and views go with them. Without EARLIER jalon moves from every earlier id and path that it knows.
    It never moves what belongs to another file.
    """
    at = desk(path, is_told=False)
    left = at.keeper.left()
    if earlier is None and not left:
        raise Refusal(
            _("nothing of this timeline is left elsewhere"), _("jalon notes move EARLIER names an id or a path")
        )
    for key in left if earlier is None else (earlier,):
        _refuse_foreign(at, key)
        taken = _kept(at, partial(at.keeper.take, key))
        streams.inform(_("from {key}: {what}", key=key, what=translated(taken)))
    return streams.OK


def _refuse_foreign(at: OpenNotebook, key: str) -> None:
    """Refuse what belongs to a file that is there, or to nobody."""
    from tui.store.personal.story import in_words

    owner, held = at.keeper.standing(key)
    if owner:
        message = _("the notes under {key} are those of {file}", key=key, file=translated(in_words(owner)))
        raise Refusal(message, _("what a file that is there has stays with it"))
    if not held:
        raise Refusal(_('nothing that could be moved is kept under "{key}"', key=key))


@command.command("export", cls=OnFile)
@ON_FILE
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json", "text"]), default="markdown", help="What to write."
)
@LANGUAGE
@everywhere
def export_notes(path: str | None, form: str, lang: str | None) -> int:
    """Write all notes whole, as a document or as data."""
    at = desk(path)
    _write(form, at.in_order(), at, lang, whole=True)
    return streams.OK


@command.command("restore", cls=OnFile)
@ON_FILE
@everywhere
def restore(path: str | None) -> int:
    """Bring back what a damaged notebook held.

    It works for a notebook that has vanished too. jalon takes the last good copy, which holds the notes of all
    timelines.
    """
    at = desk(path)
    at.keeper.look()
    at.tell_trouble()
    good = at.keeper.offered()
    if good is None:
        raise Refusal(_("there is no good copy to bring anything back from"))
    what = str(good)
    count = _kept(at, lambda: at.keeper.file.take_up(good))
    streams.inform(numbered(*BROUGHT_BACK, count, what=what))
    return streams.OK


def _kept(at: OpenNotebook, keep: Callable[[], Answer]) -> Answer:
    """Do something to the notebook; refused when it cannot be kept."""
    from tui.store.system.atomic_write import NotSaved

    try:
        return keep()
    except NotSaved as failed:
        raise Refusal(reason_of(failed)) from failed
    finally:
        at.tell_trouble()


def _write(form: str, notes: tuple[Note, ...], at: OpenNotebook, lang: str | None, *, whole: bool) -> None:
    """Write notes in one of the formats, whole or how they begin."""
    from tui.printing import notes as printed

    if form == "json":
        streams.write_json([note._asdict() for note in notes])
    elif form == "markdown":
        sys.stdout.writelines(printed.document(notes, at.titles(lang), whole=whole))
    else:
        sys.stdout.writelines((printed.told if whole else printed.listed)(notes, at.titles(lang)))
