"""Articles: opening one at its passage, or the archive's copy of it, and copying what may leave jalon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.app.scopes.scope import Scope
from tui.core.citation.links import fragment_in
from tui.core.citation.resolve import ResolvedCitation
from tui.core.dates.words import in_words
from tui.core.text.cells import pad
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, clauses, translatable
from tui.store.system.beside import NotBeside, path_beside
from tui.store.system.browser import NoBrowser, open_address, open_document

if TYPE_CHECKING:
    from tui.core.entry.picker_choices import Choice

IS_PRIVATE = translatable("not copied: this is private (jalon --with-private copies it)")


class CitationScope(Scope):
    """A scope around a widget that shows what is cited."""

    async def pick_article(
        self, articles: tuple[ResolvedCitation, ...], title: str, *, copies: bool = False
    ) -> ResolvedCitation | None:
        """The one there is, else the one that is picked, for itself or for the archive's copy of it."""
        from tui.app.dialogs.picker import Picker

        if len(articles) == 1:
            return articles[0]
        picker = Picker(title, _choices(articles, copies=copies), numbered=True)
        picked = await self.app.answer_to(picker)
        return articles[int(picked.values[0])] if picked else None

    def open_article(self, one: ResolvedCitation) -> None:
        """Open an article at its passage; when its page is gone, the archive's copy."""
        name = clean_line(one.citation.source)
        if one.source is not None and one.source.gone is not None:
            day = in_words(one.source.gone, self.app.reader.language)
            if one.archive or one.copy_in_file:
                self.open_copy(one, _("the page of {source} is gone ({day})", source=name, day=day))
            else:
                self.say(_("the page of {source} is gone ({day}), and no copy of it is known", source=name, day=day))
        elif one.address is None and one.copy_in_file:
            self.open_copy(one)
        elif one.address is None:
            self.say(_("{source} has no http or https address", source=name))
        else:
            self._open(one.address, _("opening {address}", address=one.address))

    def open_copy(self, one: ResolvedCitation, *why: str) -> None:
        """Open the copy in a file, else the archive's; of a file that nothing shows the path is said, and copied."""
        if self._open_document(one, *why):
            return
        if one.archive:
            said = _("opening the archive's copy: {address}", address=one.archive)
            self._open(one.archive, clauses(*why, said))
        elif one.copy_in_file:
            path = self.app.reader.beside(one.copy_in_file)
            copied = self.may_copy(one.is_private)
            if copied:
                self.app.copy_to_clipboard(path)
            said = (
                _("the copy is a file (its path is copied): {path}", path=clean_line(path))
                if copied
                else _("the copy is a file: {path}", path=clean_line(path))
            )
            self.say(clauses(*why, said))
        else:
            self.say(_("the archive of {source} is no address to open", source=clean_line(one.citation.source)))

    def _open_document(self, one: ResolvedCitation, *why: str) -> bool:
        """Open the copy of an article that is a document beside the file, at the passage; False when it cannot be."""
        if one.document is None:
            return False
        try:
            path = path_beside(self.app.reader.name_of_file, one.document)
            open_document(path, fragment_in(one.document, one.citation.passage))
        except (NotBeside, NoBrowser):
            return False
        self.say(clauses(*why, _("opening the copy: {path}", path=clean_line(one.document))))
        return True

    def _open(self, address: str, says: str) -> None:
        try:
            (self.app.opens or open_address)(address)
        except NoBrowser as reason:
            self.say(_("{reason}: {address}", reason=str(reason), address=address))
        else:
            self.say(says)

    def may_copy(self, is_private: bool) -> bool:
        """True when what is private or not may leave jalon."""
        return self.app.reader.with_private or not is_private

    def copy_text(self, text: str, withheld: str = "") -> None:
        """Copy a text and say so, and what is held back of it."""
        self.app.copy_to_clipboard(text)
        shown = clean_line(text)
        self.say(
            _("copied (withheld as private: {withheld}): {text}", withheld=withheld, text=shown)
            if withheld
            else _("copied: {text}", text=shown)
        )


def _choices(articles: tuple[ResolvedCitation, ...], *, copies: bool) -> list[Choice]:
    from tui.core.entry.picker_choices import choice

    names = [clean_line(_speaker(one)) for one in articles]
    widest = min(24, max(map(cell_len, names)))
    return [
        choice(
            str(at),
            f"{one.number}  {pad(name, widest, cell_len)}  {_begins(one)}",
            (one.citation.source, name),
            note=_remark(one, copies=copies),
        )._replace(in_full=_leads_to(one, copies=copies))
        for at, (one, name) in enumerate(zip(articles, names, strict=True))
    ]


def _speaker(one: ResolvedCitation) -> str:
    return (one.source.publisher_or_site if one.source else None) or one.citation.source


def _begins(one: ResolvedCitation) -> str:
    return clean_line(one.citation.passage.start) if one.citation.passage else ""


def _host(address: str | None) -> str:
    return address.split("/")[2].removeprefix("www.") if address else _("no address")


def _remark(one: ResolvedCitation, *, copies: bool) -> str:
    """The place of an article, in short, and what is to be known before it is opened."""
    address = one.archive if copies else one.target
    where = one.copy_in_file if one.copy_in_file and (copies or not address) else _host(address)
    remarks = (_("gone") if one.is_gone else "", _("private") if one.is_private else "")
    return clean_line(", ".join(filter(None, (*remarks, where))))


def _leads_to(one: ResolvedCitation, *, copies: bool) -> str:
    """All of what is opened."""
    if one.copy_in_file and (copies or not one.target):
        return clean_line(one.copy_in_file)
    return (one.archive if copies else one.target) or _("no http or https address")
