"""The last row: the keys that matter here, read from the bindings in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.binding import ActiveBinding
from textual.geometry import Size
from textual.screen import Screen

from tui.app.commands import Command, defined, key_name
from tui.app.widgets.lines import Lines
from tui.core.text.cells import wrap
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.drawing.spans.glyphs import ASCII
from tui.drawing.spans.spans import Line, Span


class KeyBar(Lines):
    """The keys that one can press; what does not fit is left to the help, whose key is always shown."""

    DEFAULT_CSS = """
    KeyBar { height: auto; dock: bottom; }
    """

    MOST_ROWS = 5
    """Of a message, which the next key takes away."""

    ALWAYS = ("help", "back")
    """Commands that stand at the right and never give way."""

    def __init__(self, known: tuple[Command, ...] = ()) -> None:
        """In the order of those commands, else in that in which all are defined."""
        super().__init__()
        self.order = tuple(command.id for command in known) or defined()
        self.message = ""
        self.instead: dict[str, str] = {}
        """Words for commands, by their ids, in place of their own."""

    def say(self, sentence: str) -> None:
        """Say something in place of the keys, until the next key is pressed; nothing shows the keys again."""
        if sentence != self.message:
            self.message = sentence
            self.refresh(layout=True)
            self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row, or as many as a message takes."""
        return max(1, len(self._told(width)))

    def _told(self, width: int) -> list[Line]:
        rows = wrap(self.message, max(1, width - 2), self.measure) if self.message else []
        return [(Span(f" {row}", "strong"),) for row in rows[: self.MOST_ROWS]]

    def on_mount(self) -> None:
        """The keys change with the keymap and with the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.redraw())

    def lines(self, width: int, height: int) -> list[Line]:
        """The keys, or what is said instead."""
        return self._told(width) or [self._keys(width)]

    def _keys(self, width: int) -> Line:
        items = self._items()
        right = [item for item in items if item[2] in self.ALWAYS]
        left = [item for item in items if item[2] not in self.ALWAYS]
        room = width - sum(self._cells(item) for item in right) - 1
        spans: list[Span] = []
        taken = 0
        for item in left:
            if taken + self._cells(item) > room:
                break
            spans += self._spans(item)
            taken += self._cells(item)
        spans.append(Span(" " * max(0, room - taken), "dim"))
        for item in right:
            spans += self._spans(item)
        return tuple(spans)

    async def on_click(self, _click: events.Click) -> None:
        """A click asks for all keys."""
        await self.run_action("app.help")

    def _items(self) -> list[tuple[str, str, str]]:
        """(keys, word, id of the first command), commands of one word joined."""
        items: dict[str, tuple[list[str], str]] = {}
        seen: set[str] = set()
        for active in self._in_order():
            binding = active.binding
            if not binding.id or not binding.show or binding.id in seen or not active.enabled:
                continue
            seen.add(binding.id)
            word = _(self.instead.get(binding.id, binding.description))
            keys, _command = items.setdefault(word, ([], binding.id))
            keys.append(key_name(binding.key, ascii=self.glyphs is ASCII))
        return [(" ".join(keys), word, command) for word, (keys, command) in items.items()]

    def _in_order(self) -> list[ActiveBinding]:
        """The bindings in force, as they are defined: a keymap changes keys, not their places."""
        places = {one: at for at, one in enumerate(self.order)}
        active = [one for one in self.screen.active_bindings.values() if one.binding.id]
        return sorted(active, key=lambda one: places.get(one.binding.id or "", len(places)))

    def _cells(self, item: tuple[str, str, str]) -> int:
        return self.measure(item[0]) + self.measure(item[1]) + 3

    def _spans(self, item: tuple[str, str, str]) -> list[Span]:
        return [Span(f" {item[0]}", "key"), Span(f" {item[1]} ", "dim")]


def say(screen: Screen[Any], sentence: str) -> None:
    """Say something in the place of the keys of a screen, until the next key."""
    for bar in screen.query(KeyBar):
        bar.say(clean_line(sentence))


def keys_of(screen: Screen[Any]) -> Callable[[str], str]:
    """Gives the key that a reader presses on a screen, as it is now, for a command.

    The command is told by its id, as `panel`, or as the facet that it picks.
    """
    active_bindings = screen.active_bindings

    def key_for(command: str) -> str:
        wanted = {"panel": "facets"}.get(command, command)
        for key, active in active_bindings.items():
            if active.binding.id in (wanted, f"pick-{wanted}"):
                return key_name(key)
        return ""

    return key_for


def key_of(screen: Screen[Any], command: str) -> str:
    """The key for one command."""
    return keys_of(screen)(command)
