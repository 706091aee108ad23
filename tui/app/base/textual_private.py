"""The names that Textual keeps to itself and jalon needs all the same: why each, and what takes its place one day.

No other module of the app uses such a name; `tests/app/base/test_textual_private.py` says which one a new Textual
has changed.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual._context import visible_screen_stack
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from tui.app.base.terminal_output import SteadyOutput


def screen_drawn_below() -> Screen[Any] | None:
    """The screen just behind the one that is being drawn; None when that is drawn alone.

    `_context.visible_screen_stack` is how Textual itself finds it; a public way from a modal screen to the one below
    takes its place. The screens behind that one are Textual's to draw: `leave_drawing_below` says that it need not.
    """
    try:
        return visible_screen_stack.get()[-1]
    except LookupError:
        return None


def leave_drawing_below() -> None:
    """Leave to us the drawing of the screen behind a question: without this Textual draws it again."""
    visible_screen_stack.get().pop()


def laid_out_size(screen: Screen[Any]) -> Size:
    """The size in which a screen is laid out, which is not yet the terminal's while that changes.

    `Screen._compositor` is the only one that knows; a size of the layout on the screen takes its place.
    """
    return screen._compositor.size


def drawn_rows(screen: Screen[Any]) -> list[Strip]:
    """The rows of a whole screen, with all that lies behind it where it lets that through.

    `Screen._compositor.render_strips`: Textual's screenshots are made of the same; a public `render_strips` of the
    screen takes its place.
    """
    return screen._compositor.render_strips(laid_out_size(screen))


def raised(app: App[Any]) -> BaseException | None:
    """The fault by which an app has ended; None when there was none.

    `App._exception`: Textual prints it with all that a reader's file holds, and gives only an exit code. An argument
    of `App.run` that has it raised takes its place.
    """
    return app._exception


def end_by(app: App[Any], fault: Exception) -> None:
    """Have an app end by a fault of another thread.

    `App._handle_exception`: a fault of a worker reaches it, one of a thread does not; a public way takes its place.
    """
    app.call_later(app._handle_exception, fault)


@contextmanager
def heeded_threads(app: App[Any]) -> Iterator[None]:
    """Faults of any thread are faults of the app, and no traceback is written over its screen."""

    def end(ended: threading.ExceptHookArgs) -> None:
        if isinstance(ended.exc_value, Exception):
            end_by(app, ended.exc_value)

    before, threading.excepthook = threading.excepthook, end
    try:
        yield
    finally:
        threading.excepthook = before


def key_parser() -> XTermParser:
    """The parser that makes messages of the bytes of a terminal, from its beginning.

    `_xterm_parser.XTermParser`: Textual's driver feeds it with what it decodes strictly; a driver that takes an error
    handler takes its place.
    """
    return XTermParser()


class TerminalDriver(LinuxDriver):
    """Drives a terminal; it is suspended as a shell has it, and a fault where keys are read is one of the app.

    `_run_input_thread` of Textual's prints a traceback, and the app ends with 0; a thread whose faults reach
    `App._handle_exception` takes its place. `_sigtstp_application` stops this process alone, for ever where no shell
    waits for it; one that stops its job takes its place. `_key_thread` says whether the terminal is held. `_file` is
    what its thread writes to, which ends by any fault, and the app waits for it; a thread that goes on takes its place.
    """

    _is_suspended = False

    def __init__(self, app: App[Any], **options: Any) -> None:
        """`options` are those of Textual's."""
        super().__init__(app, **options)
        self._file: Any = SteadyOutput(self._file, lambda fault: end_by(app, fault))

    def suspend_application_mode(self) -> None:
        """Let go of the terminal, if it is held: the app may have ended."""
        if self._holds_terminal():
            self._is_suspended = True
            super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal again, if it was let go of: what goes on may have been stopped otherwise, or have ended."""
        if self._is_suspended:
            self._is_suspended = False  # SIGCONT may come once more while it is taken
            super().resume_application_mode()
            self._is_suspended = not self._holds_terminal()  # in the background it is not had

    def _holds_terminal(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def _sigtstp_application(self, *_: object) -> None:
        """Stop all of the job, such as a script that waits for us; what no shell could let go on does not stop."""
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._sigcont_application()

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as fault:
            end_by(self._app, fault)


class EndsInSilence(App[None]):
    """An app that a bug ends without a word on the screen: `raised` gives it to whoever runs the app.

    `App._fatal_error` and `App._close_messages_no_wait` are what Textual does with a bug; a public hook that is called
    with it takes their place.
    """

    def panic(self, *renderables: object) -> None:
        """A fault that has words of its own has none on the screen either."""
        self._fatal_error()

    def ends_by_fault(self) -> None:
        """Called when a bug ends the app, before the screen is left."""

    def _fatal_error(self) -> None:
        self.ends_by_fault()
        self._close_messages_no_wait()
