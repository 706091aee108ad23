"""What an editor does: it opens a text, changes it, and keeps what it is told."""

from __future__ import annotations

import asyncio
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient

PATIENCE = 20.0
"""Seconds after which an answer is given up."""


def capabilities(encoding: str) -> types.ClientCapabilities:
    """What the editor can do: it counts in an encoding, and asks for changes when an action is chosen."""
    resolve = types.ClientCodeActionResolveOptions(properties=["edit"])
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(encoding)]),
        text_document=types.TextDocumentClientCapabilities(
            code_action=types.CodeActionClientCapabilities(data_support=True, resolve_support=resolve),
            rename=types.RenameClientCapabilities(prepare_support=True),
            completion=types.CompletionClientCapabilities(
                completion_item=types.ClientCompletionItemOptions(snippet_support=True)
            ),
        ),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
        ),
    )


class Editor(LanguageClient):
    """A client with the texts that it has open."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: dict[str, int] = {}
        self.told: dict[str, types.PublishDiagnosticsParams] = {}
        self.news = asyncio.Event()
        self.encoding = "utf-16"
        """What was agreed on."""

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]  # nor there
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = params
            self.news.set()

    def opened(self, uri: str, text: str) -> None:
        """Open a text."""
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def typed(self, uri: str, text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Put a text in the place of a stretch."""
        self.versions[uri] += 1
        change = types.TextDocumentContentChangePartial(
            range=types.Range(types.Position(*first), types.Position(*last)), text=text
        )
        identifier = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    def replaced(self, uri: str, text: str) -> None:
        """Put a text in the place of all."""
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        change = types.TextDocumentContentChangeWholeDocument(text=text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    async def problems(self, uri: str) -> list[types.Diagnostic]:
        """The problems of the text as it is now."""
        async with asyncio.timeout(PATIENCE):
            while (told := self.told.get(uri)) is None or told.version != self.versions[uri]:
                self.news.clear()
                await self.news.wait()
        return list(told.diagnostics)

    async def actions(self, uri: str, line: int, *kinds: str) -> list[types.CodeAction]:
        """What is offered on a line, from 0."""
        place = types.Range(types.Position(line, 0), types.Position(line, 0))
        context = types.CodeActionContext(diagnostics=[], only=list(kinds) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        found = await self.text_document_code_action_async(params)
        return [one for one in found or [] if isinstance(one, types.CodeAction)]


def applied(text: str, edit: types.WorkspaceEdit | None, uri: str, encoding: str = "utf-16") -> str:
    """A text with the changes that a server asks for."""
    assert edit is not None
    changes: list[Any] = []
    for one in edit.document_changes or []:
        if isinstance(one, types.TextDocumentEdit) and one.text_document.uri == uri:
            changes += one.edits
    return with_edits(text, changes, encoding)


def with_edits(text: str, edits: list[types.TextEdit], encoding: str = "utf-16") -> str:
    """A text with changes, applied from its end on, as the protocol has it."""
    for one in sorted(edits, key=lambda it: (it.range.start.line, it.range.start.character), reverse=True):
        begin, end = (_offset(text, place, encoding) for place in (one.range.start, one.range.end))
        text = text[:begin] + one.new_text + text[end:]
    return text


def _offset(text: str, place: types.Position, encoding: str) -> int:
    """The character at a place, by a way of its own."""
    start = 0
    for _row in range(place.line):
        ends = [at for at in (text.find("\n", start), text.find("\r", start)) if at >= 0]
        if not ends:
            return len(text)
        start = min(ends) + (2 if text[min(ends) : min(ends) + 2] == "\r\n" else 1)
    code = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    at, units = start, 0
    while units < place.character and at < len(text) and text[at] not in "\r\n":
        units += len(text[at].encode(code)) // size
        at += 1
    return at
