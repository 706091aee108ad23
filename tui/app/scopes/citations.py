"""What one does with an event's articles on any screen that has one: open them, copy their citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual import getters, work

from tui.app.base.reader import ReadersApp
from tui.app.widgets.key_bar import KeyBar
from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.citation.sentence import sentence
from tui.core.dates.words import in_words
from tui.core.entry.picker_choices import Choice, choice
from tui.core.evidence import privacy
from tui.core.evidence.privacy import Withheld
from tui.core.text.cells import pad
from tui.core.text.clean import clean_line
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event, Timeline
from tui.store.system.browser import NoBrowser, open_address

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object


class Citing(_Base):
    """A screen that has an event at hand."""

    app = getters.app(ReadersApp)

    def event_at_hand(self) -> Event | None:
        """The event that the reader looks at."""
        raise NotImplementedError

    def timeline_at_hand(self) -> Timeline:
        """The timeline it is from."""
        raise NotImplementedError

    def citation_at_hand(self) -> ResolvedCitation | None:
        """The citation that the reader looks at, where a screen has one."""
        return None

    def _cited(self) -> tuple[ResolvedCitation, ...]:
        event = self.event_at_hand()
        return citations_of_event(event, self.timeline_at_hand()) if event else ()

    # Opening

    @work(group="articles")
    async def action_open(self) -> None:
        """Open the event's article; of several, the one that is picked."""
        articles = self._cited()
        if not articles:
            self.say("this event cites no source")
            return
        picked = await self._one_of(articles, "open an article")
        if picked:
            self.open_article(picked)

    @work(group="articles")
    async def action_open_archive(self) -> None:
        """Open the archive's copy of an article: that of the citation at hand, else the one that is picked."""
        at_hand = self.citation_at_hand()
        articles = (at_hand,) if at_hand else self._cited()
        archived = tuple(one for one in articles if one.archive or one.copy_in_file)
        if not archived:
            self.say("no copy of this article is known" if at_hand else "no copy of an article of this event is known")
            return
        picked = await self._one_of(archived, "open an archive's copy")
        if picked:
            self._open_copy(picked)

    def action_open_number(self, number: int) -> None:
        """Open the article of that number, at the first passage that the event cites of it."""
        found = next((one for one in self._cited() if one.number == number), None)
        if found is None:
            self.say(f"this event has no article {number}")
        else:
            self.open_article(found)

    async def _one_of(self, articles: tuple[ResolvedCitation, ...], title: str) -> ResolvedCitation | None:
        """The one there is, else the one that is picked."""
        from tui.app.dialogs.picker import Picker

        if len(articles) == 1:
            return articles[0]
        picker = Picker(title, self._choices(articles, copies="archive" in title), numbered=True)
        picked = await self.app.answer_to(picker)
        return articles[int(picked.values[0])] if picked else None

    def open_article(self, one: ResolvedCitation) -> None:
        """Open an article at its passage; when its page is gone, the archive's copy."""
        name = clean_line(one.citation.source)
        if one.source is not None and one.source.gone is not None:
            gone = f"the page of {name} is gone ({in_words(one.source.gone, self.app.reader.language)})"
            if one.archive or one.copy_in_file:
                self._open_copy(one, f"{gone}; ")
            else:
                self.say(f"{gone}, and no copy of it is known")
        elif one.address is None:
            self.say(f"{name} has no http or https address")
        else:
            self._open(one.address, "opening ")

    def _open_copy(self, one: ResolvedCitation, why: str = "") -> None:
        """Open the archive's copy; one in a file is never opened, but its path is said, and copied."""
        if one.archive:
            self._open(one.archive, f"{why}opening the archive's copy: ")
        elif one.copy_in_file:
            path = self.app.reader.beside(one.copy_in_file)
            copied = self._may_copy(one)
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

    def _choices(self, articles: tuple[ResolvedCitation, ...], *, copies: bool) -> list[Choice]:
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

    # Copying

    @work(group="articles")
    async def action_copy(self) -> None:
        """Copy what the second key names."""
        from tui.app.dialogs.chord import Chord

        event = self.event_at_hand()
        if event is None:
            return
        words = {"c": "citations", "u": "address", "i": "id", "s": "source#passage"}
        key = await self.app.answer_to(Chord("copy", words))
        if key is None:
            return
        self._copy(key, event)

    def _copy(self, key: str, event: Event) -> None:
        """Copy of an event what may be copied, and say what is not."""
        timeline = self.timeline_at_hand()
        withheld = Withheld() if self.app.reader.with_private else privacy.withheld(timeline, (event,))
        part = event if not withheld else privacy.public_part(event, privacy.private_sources(timeline))
        at_hand = self.citation_at_hand()
        if part is None or (key in "us" and at_hand and not self._may_copy(at_hand)):
            self.say("not copied: this is private (jalon --with-private copies it)")
            return
        text = self._text_to_copy(key, part)
        if not text:
            self.say("this event cites no source")
            return
        self.app.copy_to_clipboard(text)
        but = f" (withheld as private: {withheld})" if withheld and key != "i" else ""
        self.say(f"copied{but}: {clean_line(text)}")

    def _may_copy(self, one: ResolvedCitation) -> bool:
        return self.app.reader.with_private or not one.is_private

    def _text_to_copy(self, key: str, event: Event) -> str:
        """The citations of the event; of the citation at hand, else of the event, the address or the references."""
        timeline = self.timeline_at_hand()
        articles = citations_of_event(event, timeline)
        if key == "i":
            return event.id
        if key == "c":
            voice = TimelineInLanguage(timeline, self.app.reader.language)
            return "\n".join(dict.fromkeys(sentence(one, voice) for one in articles))
        at_hand = self.citation_at_hand()
        articles = (at_hand,) if at_hand else articles
        if key == "u":
            return next((one.target for one in articles if one.target), "")
        return "\n".join(one.citation.reference for one in articles)

    def say(self, sentence: str) -> None:
        """Say something on the key bar, until the next key."""
        self.query_one(KeyBar).say(clean_line(sentence))


def _speaker(one: ResolvedCitation) -> str:
    """Who publishes it."""
    return (one.source.publisher if one.source else None) or one.citation.source


def _begins(one: ResolvedCitation) -> str:
    """The first words of the passage."""
    return clean_line(one.citation.passage.start) if one.citation.passage else ""


def _host(address: str | None) -> str:
    """Where an address leads, in short."""
    return address.split("/")[2].removeprefix("www.") if address else "no address"


def _remark(one: ResolvedCitation, *, copies: bool) -> str:
    """Where an article is, in short, and what is to be known before it is opened."""
    address = one.archive if copies else one.target
    where = one.copy_in_file if copies and one.copy_in_file else _host(address)
    remarks = ("gone" if one.is_gone else "", "private" if one.is_private else "")
    return clean_line(", ".join(filter(None, (*remarks, where))))


def _leads_to(one: ResolvedCitation, *, copies: bool) -> str:
    """All of what is opened."""
    if copies and one.copy_in_file:
        return clean_line(one.copy_in_file)
    return (one.archive if copies else one.target) or "no http or https address"
