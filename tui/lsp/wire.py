"""The types of the protocol: places, problems, changes and cards as they go over the wire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from tui.core.problems.problem import ERROR, HINT, WARNING, Edit, Place, Problem
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import Worded, _
from tui.lsp.actions import Action
from tui.lsp.open_text import OpenText, Spot

SEVERITIES = {
    ERROR: types.DiagnosticSeverity.Error,
    WARNING: types.DiagnosticSeverity.Warning,
    HINT: types.DiagnosticSeverity.Hint,
}
NAME = "jalon"


def position(spot: Spot) -> types.Position:
    """A spot in the editor's units."""
    return types.Position(*spot)


def range_of(place: Place, text: OpenText) -> types.Range:
    """A place of the file."""
    first, last = text.stretch(place)
    return types.Range(position(first), position(last))


def diagnostics(problems: Iterable[Problem], text: OpenText, uri: str) -> list[types.Diagnostic]:
    """Problems, each with the place of the other that its message names by line."""
    return [_diagnostic(one, text, uri) for one in problems]


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
    """The line that a message names, which is that of the first of two."""
    line = problem.message.places.get("line") if isinstance(problem.message, Worded) else None
    if not isinstance(line, int) or line == problem.place.line:
        return []
    row = text.line(line - 1)
    begin = len(row) - len(row.lstrip())
    place = Place(line, begin + 1, line, len(row) + 1)
    return [types.DiagnosticRelatedInformation(types.Location(uri, range_of(place, text)), clean_line(row.strip()))]


def text_edits(edits: Iterable[Edit], text: OpenText) -> list[types.TextEdit]:
    """Changes, with the line ends of the text."""
    first = text.lines[0]
    end = first[len(first.rstrip("\r\n")) :] or "\n"
    return [types.TextEdit(range_of(one.place, text), _with_ends(one.text, end)) for one in edits]


def _with_ends(text: str, end: str) -> str:
    return text if end == "\n" or "\r" in text else text.replace("\n", end)


def workspace_edit(edits: Iterable[Edit], text: OpenText, uri: str, version: int | None) -> types.WorkspaceEdit:
    """Changes to one file, as it was at a version."""
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, text_edits(edits, text))])


def code_action(action: Action, text: OpenText, uri: str, version: int | None) -> types.CodeAction:
    """An action to choose; one whose changes are yet to be found out says what of."""
    return types.CodeAction(
        title=action.title,
        kind=action.kind,
        diagnostics=[_diagnostic(action.problem, text, uri)] if action.problem else None,
        is_preferred=True if action.is_likeliest else None,
        edit=workspace_edit(action.edits, text, uri, version) if action.edits else None,
        data=None if action.edits else {"uri": uri, "code": action.code},
    )


def markdown(text: str) -> types.MarkupContent:
    """A card; what a file holds was escaped when it was made."""
    return types.MarkupContent(types.MarkupKind.Markdown, clean(text))


def locations(places: Iterable[tuple[str, Place, OpenText]]) -> Sequence[types.Location]:
    """Places in files."""
    return [types.Location(uri, range_of(place, text)) for uri, place, text in places]
