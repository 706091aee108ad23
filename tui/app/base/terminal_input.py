"""Messages made of the bytes that a terminal sends: no byte ends the app, and none makes it deaf."""

from __future__ import annotations

import codecs
import os
import re
import select
import sys
from contextlib import suppress

from textual.events import Resize
from textual.message import Message

from tui.app.base import textual_private
from tui.core.text.clean import clean

ESCAPE, PASTE_BEGINS, PASTE_ENDS = "\x1b", "\x1b[200~", "\x1b[201~"
"""The key and what begins every sequence; what a terminal puts around what is pasted (bracketed paste of xterm)."""
MARK = re.compile(r"(\x1b\[20[01]~)")
CUT = re.compile(r"\x1b(?:\[(?:2(?:0[01]?)?)?)?\Z")
"""The beginning of a mark at the end of a text."""
MOST_CELLS = 500_000
"""Of a terminal that says its size by what it sends: 1,000 by 500; none is larger, and to draw one takes for ever."""
TICK = 0.1
"""Seconds after which what time alone completes is looked for."""

SUBSTITUTE = "jalon.substitute"
"""The error handler that puts the symbol of a substitute (U+2426) where bytes are no UTF-8."""
codecs.register_error(SUBSTITUTE, lambda error: ("\u2426", getattr(error, "end", 0)))

LETS_GO = re.compile(r"\x1b|\x03|\x1b\[27(?:;1)?u|\x1b\[99;5u")
"""Escape or ctrl+c, pressed alone, as terminals send it: ends a paste whose end was lost on the way."""


class TerminalInput:
    """Takes bytes as they come, in pieces of any size."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")(SUBSTITUTE).decode
        self._parser = textual_private.key_parser()
        self._held = ""
        """The end of what came last, where it may be that of a mark that is cut."""
        self._is_pasting = False

    def take(self, data: bytes) -> list[Message]:
        """The messages that these bytes complete; without bytes those that time completes, such as a lone escape."""
        text = self._decode(data)
        if self._is_pasting and LETS_GO.fullmatch(text):
            text = PASTE_ENDS
        text = self._held + text
        cut = CUT.search(text) if data else None
        self._held = cut[0] if cut else ""
        text = self._without_keys_in_pastes(text.removesuffix(self._held))
        if self._held == ESCAPE and not self._is_pasting:  # a key as well, which waits for nothing
            text, self._held = text + ESCAPE, ""
        messages: list[Message] = []
        try:
            messages.extend(self._parser.feed(text) if text else self._parser.tick())
        except (ValueError, ArithmeticError):  # a number that no terminal sends: what it stands in is left out
            self._parser, self._is_pasting = textual_private.key_parser(), False
        return [one for one in messages if not isinstance(one, Resize) or 0 < one.size.area <= MOST_CELLS]

    def _without_keys_in_pastes(self, text: str) -> str:
        """The text, in its pastes no escape: Textual would take what follows one for keys, and do what they say."""
        pieces = MARK.split(text)
        for at, piece in enumerate(pieces):
            if piece in (PASTE_BEGINS, PASTE_ENDS):
                self._is_pasting = piece == PASTE_BEGINS
            elif self._is_pasting:
                pieces[at] = piece.replace(ESCAPE, clean(ESCAPE))
        return "".join(pieces)


class TolerantDriver(textual_private.TerminalDriver):
    """Drives a terminal that may send anything, and may go away."""

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the app leaves the terminal or the terminal is gone."""
        typed = TerminalInput()
        while not self.exit_event.is_set():
            data = b""
            if select.select([self.fileno], [], [], TICK)[0]:
                with suppress(OSError):  # how Linux says that the other side is closed
                    data = os.read(self.fileno, 4096)
                if not data:
                    return  # the app looks for its terminal now and then
            for message in typed.take(data):
                self.process_message(message)


def terminal_is_there() -> bool:
    """True when the terminal that the keys come from is still connected."""
    poll = select.poll()
    poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, select.POLLIN)
    return not any(what & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, what in poll.poll(0))
