"""The language server: it follows the texts of an editor and passes questions on. It computes nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from tui import __version__
from tui.core.problems.problem import Place
from tui.core.text.messages import reason_of
from tui.lsp import rename, wire
from tui.lsp.documents import Document, Documents, Sight, uri_of
from tui.lsp.open_text import UTF_16, OpenText
from tui.store.system.atomic_write import NotSaved


class _Protocol(LanguageServerProtocol):
    """The protocol, without the copies of texts that pygls keeps: ours know the lines that jalon knows."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: Any) -> Iterator[Any]:
        """A text is open; nothing is kept."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: Any) -> Iterator[Any]:
        """A text is another; nothing is kept."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: Any) -> Iterator[Any]:
        """A text is no longer open."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class JalonServer(LanguageServer):
    """The server of one editor."""

    def __init__(self, language: str, today: Callable[[], int]) -> None:
        """`language` is the reader's; `today` gives a day number."""
        super().__init__("jalon", __version__, protocol_cls=_Protocol)
        self.language = language
        self.documents = Documents(self._publish, today)

    @property
    def encoding(self) -> str:
        """The encoding in whose units the editor counts."""
        agreed = self.server_capabilities.position_encoding or UTF_16
        return str(getattr(agreed, "value", agreed))

    async def fresh(self, uri: str) -> Sight | None:
        """A document and what is known of its text now; None for one that is not open."""
        document = self.documents.get(uri)
        return None if document is None else await self.documents.fresh(document)

    def location(self, sight: Sight, place: Place) -> types.Location:
        """A place in what is known, in the file where it is."""
        path, own = sight.known.at(place)
        if path == sight.document.path:
            return types.Location(sight.document.uri, wire.range_of(own, sight.document.text))
        document = self.documents.at(path)
        text = document.text if document else OpenText(sight.known.own_data(path).decode(), self.encoding)
        return types.Location(document.uri if document else uri_of(path), wire.range_of(own, text))

    def can_resolve_actions(self) -> bool:
        """True when the editor asks for the changes of an action only when it is chosen."""
        known = self.client_capabilities.text_document
        support = known.code_action.resolve_support if known and known.code_action else None
        return support is not None and "edit" in support.properties

    def takes_snippets(self) -> bool:
        """True when the editor goes from place to place in what it puts in."""
        known = self.client_capabilities.text_document
        item = known.completion.completion_item if known and known.completion else None
        return bool(item and item.snippet_support)

    def _publish(self, document: Document) -> None:
        if document.known is None:
            return
        sight = Sight(document, document.known, document.known.before(document.path) or 0)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, wire.diagnostics(sight), document.version)
        )


def follow_texts(server: JalonServer) -> None:
    """Follow the texts that are open."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        server.documents.open(Document(item.uri, OpenText(item.text, server.encoding), item.version))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = server.documents.get(params.text_document.uri)
        if document is None:
            return
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                first, last = change.range.start, change.range.end
                document.text.change(change.text, (first.line, first.character), (last.line, last.character))
            else:
                document.text.change(change.text)
        server.documents.changed(document, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        document = server.documents.get(params.text_document.uri)
        if document is None or not document.renamed:
            return
        sight = await server.documents.fresh(document)
        names, document.renamed = document.renamed, []
        try:
            await server.documents.apart(lambda: rename.follow(sight.known, names))
        except NotSaved as failed:
            message = types.ShowMessageParams(types.MessageType.Warning, reason_of(failed))
            server.window_show_message(message)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        if server.documents.close(params.text_document.uri):
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(types.SHUTDOWN)
    async def ended(_params: None) -> None:
        server.documents.end()


