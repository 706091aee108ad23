"""Articles: opening one at its passage, or the archive's copy of it, and copying what may leave jalon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.app.scopes.scope import Scope
from tui.core.citation.resolve import ResolvedCitation
from tui.core.dates.words import in_words
from tui.core.text.cells import pad
from tui.core.text.clean import clean_line
from tui.store.system.browser import NoBrowser, open_address

if TYPE_CHECKING:
    from tui.core.entry.picker_choices import Choice

IS_PRIVATE = "not copied: this is private (jalon --with-private copies it)"


class CitationScope(Scope):
    """A scope around a widget that shows what is cited."""

    async def pick_article(self, articles: tuple[ResolvedCitation, ...], title: str) -> ResolvedCitation | None:
        """The one there is, else the one that is picked."""
        from tui.app.dialogs.picker import Picker

        if len(articles) == 1:
            return articles[0]
        picker = Picker(title, _choices(articles, copies="archive" in title), numbered=True)
        picked = await self.app.answer_to(picker)
        return articles[int(picked.values[0])] if picked else None

    def open_article(self, one: ResolvedCitation) -> None:
        """Open an article at its passage; when its page is gone, the archive's copy."""
        name = clean_line(one.citation.source)
        if one.source is not None and one.source.gone is not None:
            gone = f"the page of {name} is gone ({in_words(one.source.gone, self.app.reader.language)})"
            if one.archive or one.copy_in_file:
                self.open_copy(one, f"{gone}; ")
            else:
                self.say(f"{gone}, and no copy of it is known")
        elif one.address is None:
            self.say(f"{name} has no http or https address")
        else:
            self._open(one.address, "opening ")

    def open_copy(self, one: ResolvedCitation, why: str = "") -> None:
        """Open the archive's copy; one in a file is never opened, but its path is said, and copied."""
        if one.archive:
            self._open(one.archive, f"{why}opening the archive's copy: ")
        elif one.copy_in_file:
            path = self.app.reader.beside(one.copy_in_file)
            copied = self.may_copy(one.is_private)
            if copied:
                self.app.copy_to_clipboard(path)
            self.say(f"{why}the copy is a file{' (its path is copied)' if copied else ''}: {clean_line(path)}")
        else:
            self.say(f"the archive of {clean_line(one.citation.source)} is no address to open")

    def _open(self, address: str, says: str) -> None:
        try:
            open_address(address)
        except NoBrowser as reason:
            self.say(f"{reason}: {address}")
        else:
            self.say(f"{says}{address}")

    def may_copy(self, is_private: bool) -> bool:
        """True when what is private or not may leave jalon."""
        return self.app.reader.with_private or not is_private

    def copy_text(self, text: str, but: str = "") -> None:
        """Copy a text and say so, and what is held back of it."""
        self.app.copy_to_clipboard(text)
        self.say(f"copied{but}: {clean_line(text)}")


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
    return address.split("/")[2].removeprefix("www.") if address else "no address"


def _remark(one: ResolvedCitation, *, copies: bool) -> str:
    """The place of an article, in short, and what is to be known before it is opened."""
    address = one.archive if copies else one.target
    where = one.copy_in_file if copies and one.copy_in_file else _host(address)
    remarks = ("gone" if one.is_gone else "", "private" if one.is_private else "")
    return clean_line(", ".join(filter(None, (*remarks, where))))


def _leads_to(one: ResolvedCitation, *, copies: bool) -> str:
    """All of what is opened."""
    if copies and one.copy_in_file:
        return clean_line(one.copy_in_file)
    return (one.archive if copies else one.target) or "no http or https address"
