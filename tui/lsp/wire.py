"""The types of the protocol: places, problems, changes and cards as they go over the wire."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lsprotocol import types

from tui.core.problems.problem import ERROR, HINT, WARNING, Edit, Place, Problem
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import Worded, _
from tui.lsp.actions import Action
from tui.lsp.completion import DATE, FIELD, KEYWORD, REFERENCE, SNIPPET, VALUE, Item
from tui.lsp.documents import Sight, uri_of
from tui.lsp.mentions import ACTOR, EVENT, SOURCE, VIEW
from tui.lsp.open_text import OpenText, Spot
from tui.lsp.outline import Symbol

SEVERITIES = {
    ERROR: types.DiagnosticSeverity.Error,
    WARNING: types.DiagnosticSeverity.Warning,
    HINT: types.DiagnosticSeverity.Hint,
}
NAME = "jalon"
_LINE = re.compile(r"(\d+)(?: \((.+)\))?")
"""A line as a message names it, in a folder with its file."""


def position(spot: Spot) -> types.Position:
    """A spot in the editor's units."""
    return types.Position(*spot)


def range_of(place: Place, text: OpenText) -> types.Range:
    """A place of the file."""
    first, last = text.stretch(place)
    return types.Range(position(first), position(last))


def diagnostics(sight: Sight) -> list[types.Diagnostic]:
    """The problems of a document, each with the place of the other that its message names by line."""
    text, uri = sight.document.text, sight.document.uri
    here = (one.further(-sight.before) for one in sight.known.problems if sight.has(one.place))
    return [_diagnostic(one, text, uri) for one in here]


def _diagnostic(problem: Problem, text: OpenText, uri: str) -> types.Diagnostic:
    told = problem.in_language()
    message = _("{clause}; {next}", clause=told.message, next=told.hint) if told.hint else told.message
    return types.Diagnostic(
        range=range_of(problem.place, text),
        message=clean_line(message),
        severity=SEVERITIES[problem.severity],
        code=problem.code,
        source=NAME,
        related_information=_related(problem, text, uri) or None,
    )


def _related(problem: Problem, text: OpenText, uri: str) -> list[types.DiagnosticRelatedInformation]:
    """The line that a message names, which is that of the first of two; it may be in another file."""
    named = problem.message.places.get("line") if isinstance(problem.message, Worded) else None
    found = _LINE.fullmatch(str(named))
    if found is None:
        return []
    line, path = int(found[1]), found[2]
    if path and uri != uri_of(path):
        spot = types.Position(line - 1, 0)
        return [types.DiagnosticRelatedInformation(types.Location(uri_of(path), types.Range(spot, spot)), found[0])]
    row = text.line(line - 1)
    place = Place(line, len(row) - len(row.lstrip()) + 1, line, len(row) + 1)
    where = types.Location(uri, range_of(place, text))
    return [types.DiagnosticRelatedInformation(where, clean_line(row.strip()) or found[0])]


def text_edits(edits: Iterable[Edit], text: OpenText) -> list[types.TextEdit]:
    """Changes, with the line ends of the text."""
    first = text.lines[0]
    end = first[len(first.rstrip("\r\n")) :] or "\n"
    return [types.TextEdit(range_of(one.place, text), _with_ends(one.text, end)) for one in edits]


def _with_ends(text: str, end: str) -> str:
    return text if end == "\n" or "\r" in text else text.replace("\n", end)


def file_edit(edits: Iterable[Edit], text: OpenText, uri: str, version: int | None) -> types.TextDocumentEdit:
    """Changes to one file, as it was at a version; None for one that is not open."""
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    return types.TextDocumentEdit(identifier, text_edits(edits, text))


def workspace_edit(edits: Iterable[Edit], sight: Sight) -> types.WorkspaceEdit:
    """Changes to one document, whose places are in what is known."""
    document = sight.document
    local = [one._replace(place=sight.local(one.place)) for one in edits]
    return types.WorkspaceEdit(document_changes=[file_edit(local, document.text, document.uri, document.version)])


def code_action(action: Action, sight: Sight) -> types.CodeAction:
    """An action to choose; one whose changes are yet to be found out says what of."""
    text, uri = sight.document.text, sight.document.uri
    problem = action.problem and action.problem.further(-sight.before)
    return types.CodeAction(
        title=action.title,
        kind=action.kind,
        diagnostics=[_diagnostic(problem, text, uri)] if problem else None,
        is_preferred=True if action.is_likeliest else None,
        edit=workspace_edit(action.edits, sight) if action.edits else None,
        data=None if action.edits else {"uri": uri, "code": action.code},
    )


def markdown(text: str) -> types.MarkupContent:
    """A card; what a file holds was escaped when it was made."""
    return types.MarkupContent(types.MarkupKind.Markdown, clean(text))


_ITEMS = {
    REFERENCE: types.CompletionItemKind.Reference,
    KEYWORD: types.CompletionItemKind.Keyword,
    FIELD: types.CompletionItemKind.Field,
    VALUE: types.CompletionItemKind.Value,
    DATE: types.CompletionItemKind.Constant,
    SNIPPET: types.CompletionItemKind.Snippet,
}


def completion_items(
    items: Sequence[Item], text: OpenText, row: int, columns: tuple[int, int], *, with_snippets: bool
) -> list[types.CompletionItem]:
    """The items that could stand between two columns of a row, in the order in which it is offered."""
    place = types.Range(*(position(text.units(row, column)) for column in columns))
    before = text.line(row)[: columns[0]]
    indent = "\n" + " " * len(before)
    found = []
    for number, one in enumerate(items):
        if one.kind == SNIPPET and not with_snippets:
            continue
        found.append(
            types.CompletionItem(
                label=one.label,
                kind=_ITEMS[one.kind],
                detail=clean_line(one.detail) or None,
                documentation=markdown(one.explanation) if one.explanation else None,
                filter_text=f"{one.label} {one.detail} {one.found_by}".strip() if one.kind != DATE else one.found_by,
                sort_text=f"{number:06}",
                text_edit=types.TextEdit(place, (one.text or one.label).replace("\n", indent)),
                insert_text_format=(
                    types.InsertTextFormat.Snippet if one.kind == SNIPPET else types.InsertTextFormat.PlainText
                ),
            )
        )
    return found


_SYMBOLS = {
    EVENT: types.SymbolKind.Event,
    ACTOR: types.SymbolKind.Class,
    SOURCE: types.SymbolKind.File,
    VIEW: types.SymbolKind.Function,
    "section": types.SymbolKind.Module,
    "year": types.SymbolKind.Namespace,
}


def symbol_kind(symbol: Symbol) -> types.SymbolKind:
    """The kind by which an editor draws it."""
    return _SYMBOLS[symbol.kind]


def document_symbol(symbol: Symbol, sight: Sight) -> types.DocumentSymbol:
    """Something in the outline, with what is in it."""
    text = sight.document.text
    return types.DocumentSymbol(
        name=symbol.name or "?",
        detail=symbol.detail or None,
        kind=symbol_kind(symbol),
        range=range_of(sight.local(symbol.place), text),
        selection_range=range_of(sight.local(symbol.head), text),
        children=[document_symbol(one, sight) for one in symbol.inside] or None,
    )
