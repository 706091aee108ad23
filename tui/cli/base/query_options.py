"""The question on the command line: a query, a saved view, and options that are short for terms."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from tui.cli.base import streams
from tui.cli.base.options import AS_OF, LANGUAGES, PAGE_OPTIONS, Once, display_options
from tui.cli.base.private import visible_selection, with_private
from tui.cli.base.request import DisplayOptions, Refusal, tell_trouble
from tui.core.query.tree import AS_OF as AS_OF_FIELD
from tui.core.query.tree import DATES, Query, Term
from tui.core.text.messages import _, translated

if TYPE_CHECKING:
    from tui.core.evidence.privacy import Withheld
    from tui.core.index.protocol import Answers
    from tui.core.notebook import Notebook
    from tui.core.query.lexer import QueryError
    from tui.core.query.names import Names
    from tui.core.query.predicates import ReaderMarks
    from tui.core.timeline.model import SavedView, Timeline
    from tui.store.read.timeline import Reading


def query_option(said: str) -> Callable[[Any], Any]:
    """The option of a query, with what it asks for in this command."""
    return click.option("-q", "--query", "text", cls=Once, metavar="QUERY", help=said)


def command_on_events(
    name: str,
    words: str,
    *own: Callable[[Any], Any],
    forms: tuple[str, ...],
    said: str,
    is_told_by_day: bool = True,
    shown: tuple[Callable[[Any], Any], ...] = PAGE_OPTIONS,
) -> Callable[[Callable[..., int]], click.Command]:
    """Makes a command that tells of events: its words and own options, then those that all such commands have."""
    form = click.option("--format", "form", type=click.Choice(forms), default=forms[0], help=said)
    told = (AS_OF, with_private) if is_told_by_day else (with_private,)

    def make(function: Callable[..., int]) -> click.Command:
        function = display_options(shown)(function)
        for option in reversed((click.argument("words", nargs=-1, metavar=words), *own, form, *told)):
            function = option(function)
        return click.command(name)(function)

    return make


def query_by_day(
    timeline: Timeline,
    look: DisplayOptions,
    text: str | None,
    as_of: str | None,
    *,
    or_view: bool = False,
    with_private: bool,
) -> Query:
    """A query in words, told as published by a day when one is asked for."""
    options = {} if as_of is None else {AS_OF_FIELD: (as_of,)}
    return build_query(timeline, look, text, None, options, or_view=or_view, with_private=with_private)


def answer(reading: Reading, query: Query, look: DisplayOptions, *, with_private: bool) -> tuple[Answers, Withheld]:
    """The part of a query's answer that may be told, and how much is kept back."""
    own = reader_marks(query, reading)
    return visible_selection(reading.timeline, query, look.today, with_private=with_private, own=own)


def tell_names_beside(answers: Answers) -> None:
    """Say where a name that is asked for is part of others, which are not asked for."""
    if answers.query.terms:
        from tui.core.query.names import names_beside

        for sentence in names_beside(answers.query, answers.engine.names):
            streams.inform(sentence)


def tell_nothing_matches(answers: Answers) -> None:
    """Say that nothing is selected, and what would help."""
    from tui.drawing.spans.empty import nothing_matches

    streams.inform(" ".join(nothing_matches(answers)))


def build_query(
    timeline: Timeline,
    look: DisplayOptions,
    text: str | None,
    saved: str | None,
    options: Mapping[str, tuple[str, ...]],
    reading: Reading | None = None,
    *,
    or_view: bool = False,
    with_private: bool,
) -> Query:
    """All that is asked for, as one query: the saved view's, the one in words, a term an option.

    With the reading of the timeline, views of the reader's own are known too. With `or_view`, where nothing is asked
    for it is what the default view of the file asks for.
    Without `with_private` neither hints nor dates tell of what is private.
    Refused when a name means nothing in this timeline; a faulty query is shown with its reason.
    """
    tell_missing_language(timeline, look)
    or_view = or_view and timeline.view is not None
    if text is None and saved is None and not or_view and not any(options.values()):
        return Query()
    from tui.core.query.names import Names

    names = Names(timeline, None if with_private else lambda: _tellable(timeline))
    query = Query()
    if saved is not None:
        view = _view(timeline, saved, reading)
        query = _parsed(view.query, names, look, _("view {name}", name=view.name))
    if text is not None:
        query = Query((*query.terms, *_parsed(text, names, look, _("query")).terms))
    terms = (_term(field, values, names) for field, values in options.items() if values)
    whole = Query((*query.terms, *terms)).simplified()
    days = [term for term in whole.terms if isinstance(term, Term) and term.field == AS_OF_FIELD]
    if len(days) > 1:
        raise Refusal(_("everything is told by one day, not two: {days}", days=" ".join(map(str, days))))
    if or_view and saved is None:
        from tui.core.query.default_view import or_default

        return or_default(whole, names)
    return whole


def _tellable(timeline: Timeline) -> Timeline:
    """The part of a timeline from which hints are taken; asked for by a faulty query only."""
    from tui.core.evidence.privacy import tellable

    return tellable(timeline)


def tell_missing_language(timeline: Timeline, look: DisplayOptions) -> None:
    """Say that nothing here is in a language that was asked for, and that jalon does not speak either."""
    asked = look.asked_language
    if asked and asked not in LANGUAGES:
        languages = dict.fromkeys((*timeline.languages(), *timeline.titles))
        if asked not in languages:
            there = ", ".join(languages)
            streams.inform(_('nothing here is in the language "{asked}": there is {names}', asked=asked, names=there))


def reader_marks(query: Query, reading: Reading) -> ReaderMarks:
    """The reader's marks on a timeline, if a query asks for them."""
    from tui.core.query.predicates import ReaderMarks, asks_for_reader_marks

    return _notebook(reading).own if asks_for_reader_marks(query) else ReaderMarks()


def _notebook(reading: Reading) -> Notebook:
    """The reader's notebook of a timeline; what is wrong with it is said."""
    from tui.store.personal.notebook import NotebookStore
    from tui.store.personal.story import Story

    keeper = NotebookStore(Story.of(reading.timeline, reading.name, reading.text))
    notebook = keeper.look()
    tell_trouble(keeper)
    return notebook


def _view(timeline: Timeline, name: str, reading: Reading | None) -> SavedView:
    """The view of that name, the file's or else the reader's own."""
    from tui.core.text.fold import fold
    from tui.core.text.nearest import did_you_mean

    known = timeline.views
    found = [view for view in known if fold(view.name) == fold(name)]
    if not found and reading:
        known = (*known, *_notebook(reading).views)
        found = [view for view in known if fold(view.name) == fold(name)]
    if found:
        return found[0]
    views = [view.name for view in known]
    listed = _("there are {names}", names=", ".join(views)) if views else _('the file has no "views:"')
    raise Refusal(_('no view is called "{name}"', name=name), did_you_mean(name, views) or listed)


def _parsed(text: str, names: Names, look: DisplayOptions, name: str) -> Query:
    from tui.core.query.lexer import QueryError
    from tui.core.query.parser import parse_query

    try:
        return parse_query(text, names)
    except QueryError as error:
        _show(error, text, look, name)
        raise click.exceptions.Exit(streams.MISUSED) from error


def _show(error: QueryError, text: str, look: DisplayOptions, name: str) -> None:
    """Say what is wrong with a query as check says it of a file."""
    from tui.core.query.lexer import problem
    from tui.drawing.spans.excerpts import listed

    sys.stdout.flush()
    for line in listed([problem(error, text)], name, text, look.width, look.pen()):
        sys.stderr.write("".join(span.text for span in line).rstrip() + "\n")


def _term(field: str, texts: tuple[str, ...], names: Names) -> Term:
    """The term that an option stands for; its values add up."""
    from tui.core.query.lexer import QueryError, values_of

    values: list[str] = []
    for text in texts:
        try:
            values += values_of(field, text, names)
        except QueryError as error:
            reason = translated(error.message)
            if field == AS_OF_FIELD:
                reason = _("{name}: {value}", name='"' + text + '"', value=reason)
            elif field in DATES:
                reason = _('{field}: "{text}" is not a date: {reason}', field=field, text=text, reason=reason)
            raise Refusal(reason, error.hint) from error
    return Term(field, tuple(dict.fromkeys(values)))


def write_table(columns: Iterable[str], rows: Iterable[Iterable[object]], look: DisplayOptions) -> None:
    """A table as CSV; its columns are named in the language that was asked for with `--lang`, else by their keys."""
    names = columns
    if look.asked_language and look.asked_language != "en":
        from tui.core.export.column_names import in_language

        names = in_language(columns)
    streams.write_csv(names, rows, has_bom=look.asks_bom)
