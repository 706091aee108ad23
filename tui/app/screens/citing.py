"""What one does with an event's articles on any screen that has one: open them, copy their citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual import getters, work

from tui.app.reader import ReadersApp
from tui.app.widgets.keybar import KeyBar
from tui.core.choices import Choice, choice
from tui.core.citing import Cited, cited
from tui.core.model import Event, Timeline
from tui.core.text import clean_line, pad
from tui.core.words import in_words
from tui.store.browser import NoBrowser, open_address

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

    def _cited(self) -> tuple[Cited, ...]:
        event = self.event_at_hand()
        return cited(event, self.timeline_at_hand()) if event else ()

    @work(group="articles")
    async def action_open(self) -> None:
        """Open the event's article; of several, the one that is picked."""
        from tui.app.screens.picker import Picker

        articles = self._cited()
        if not articles:
            self.say("this event cites no source")
        elif len(articles) == 1:
            self._open(articles[0])
        else:
            picker = Picker("open an article", self._choices(articles), numbered=True)
            picked = await self.app.answer_to(picker)
            if picked:
                self._open(articles[int(picked.values[0])])

    def action_open_number(self, number: int) -> None:
        """Open the article of that number, at the first passage that the event cites of it."""
        found = next((one for one in self._cited() if one.number == number), None)
        if found is None:
            self.say(f"this event has no article {number}")
        else:
            self._open(found)

    @work(group="articles")
    async def action_copy(self) -> None:
        """Copy what the second key names."""
        from tui.app.screens.chord import Chord

        event = self.event_at_hand()
        if event is None:
            return
        words = {"c": "citations", "u": "address", "i": "id", "s": "source#passage"}
        key = await self.app.answer_to(Chord("copy", words))
        if key is None:
            return
        text = self._text_to_copy(key, event)
        if not text:
            self.say("this event cites no source")
            return
        self.app.copy_to_clipboard(text)
        self.say(f"copied: {clean_line(text)}")

    def _text_to_copy(self, key: str, event: Event) -> str:
        articles = self._cited()
        if key == "i":
            return event.id
        if key == "u":
            return next((one.address for one in articles if one.address), "")
        if key == "s":
            return "\n".join(_reference(one) for one in articles)
        return "\n".join(dict.fromkeys(self._citation(one) for one in articles))

    def _citation(self, one: Cited) -> str:
        """Publisher, title, date and address, as one line."""
        source = one.source
        if source is None:
            return one.citation.source
        timeline, language = self.timeline_at_hand(), self.app.reader.language
        day = in_words(source.published, language) if source.published else "undated"
        parts = (source.publisher, timeline.say(source.titles, language), day, one.address)
        return clean_line(", ".join(part for part in parts if part))

    def _choices(self, articles: tuple[Cited, ...]) -> list[Choice]:
        names = [clean_line(_speaker(one)) for one in articles]
        widest = min(24, max(map(cell_len, names)))
        return [
            choice(
                str(at),
                f"{one.number}  {pad(name, widest, cell_len)}  {_begins(one)}",
                (one.citation.source, name),
                note=_host(one.address),
            )._replace(in_full=one.address or "no http or https address")
            for at, (one, name) in enumerate(zip(articles, names, strict=True))
        ]

    def _open(self, one: Cited) -> None:
        if one.address is None:
            self.say(f"{clean_line(one.citation.source)} has no http or https address")
            return
        try:
            open_address(one.address)
        except NoBrowser as reason:
            self.say(f"{reason}: {one.address}")
        else:
            self.say(f"opening {one.address}")

    def say(self, sentence: str) -> None:
        self.query_one(KeyBar).say(clean_line(sentence))


def _speaker(one: Cited) -> str:
    """Who publishes it."""
    return (one.source.publisher if one.source else None) or one.citation.source


def _begins(one: Cited) -> str:
    """The first words of the passage."""
    return clean_line(one.citation.passage.start) if one.citation.passage else ""


def _host(address: str | None) -> str:
    """Where an address leads, in short."""
    return address.split("/")[2].removeprefix("www.") if address else "no address"


def _reference(one: Cited) -> str:
    """`source#passage`, as the file writes it."""
    passage = one.citation.passage
    return f"{one.citation.source}#{passage.name}" if passage and passage.name else one.citation.source
