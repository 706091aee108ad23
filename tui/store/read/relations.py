"""Events that are about one another: which may stand anywhere in the file, so they are looked up at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.core.timeline.model import Event
from tui.store.read.sources import Evidence
from tui.store.yaml.composer import Node


class Relations(Evidence):
    """Reads what events are about, and says which of it is no event of the file."""

    def __init__(self, text: str, gone: str = "") -> None:
        super().__init__(text, gone)
        self._abouts: list[tuple[int, Node]] = []
        """Which events, by their place in the file, are about others, and the ids of these as they stand there."""
        self._unfinished: set[str] = set()
        """Ids of events that lack what an event needs."""

    def related(self, events: list[Event], ids: Mapping[str, int]) -> None:
        """Leave out, and say, what an event is about and is no other event; `ids` are all that there are."""
        for place, node in self._abouts:
            event = events[place]
            for item in self.many(node):
                name = self.line(item)
                if name == event.id:
                    self.error(item, "about-itself", f'event "{name}" is about itself', "the id of another event")
                elif name in event.about and not self._is_event(name, ids):
                    hint = self._event_hint(name, events, ids)
                    self.error(item, "unknown-event", f'no event is called "{name}"', hint)
            events[place] = event._replace(about=tuple(one for one in event.about if one in ids and one != event.id))

    def _is_event(self, name: str, ids: Mapping[str, int]) -> bool:
        """Whether an event has that id, or had it and went with a fault that was said already."""
        return name in ids or name in self._unfinished or self.is_gone(name)

    def _event_hint(self, text: str, events: Iterable[Event], ids: Mapping[str, int]) -> str | None:
        """The id that was perhaps meant: one that looks alike, or whose title does; or the key for a text."""
        if "," in text and all(part.strip() in ids for part in text.split(",")):
            return f"a list stands in brackets: [{text}]"
        near = self.suggested(text, lambda: _names(events))
        return near or ('a text about the event stands under "text"' if " " in text else None)


def _names(events: Iterable[Event]) -> dict[str, str]:
    """The ids of events, by themselves and by their titles."""
    titles = {title: event.id for event in events for title in event.titles.values()}
    return {**titles, **{event.id: event.id for event in events}}
