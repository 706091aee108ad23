"""The names of Textual that are its own: each is there still, and does what jalon takes it for."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from textual import _context
from textual.app import App, ComposeResult
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widgets import Label

import tui.app
from tui.app.base import textual_private


class Behind(ModalScreen[None]):
    """Notes, each time it is drawn, which screen stands behind."""

    CSS = "Behind { background: transparent; }"

    seen: tuple[Screen[Any] | None, ...] = ()

    def render_lines(self, crop: Any) -> list[Strip]:
        self.seen += (textual_private.screen_drawn_below(),)
        return super().render_lines(crop)


class Plain(App[None]):
    def compose(self) -> ComposeResult:
        yield Label("plain")


async def test_a_screen_finds_the_one_that_stands_behind_it() -> None:
    app = Plain()
    async with app.run_test(size=(20, 5)) as pilot:
        below, above = app.screen, Behind()
        await app.push_screen(above)
        await pilot.pause()
        assert below in above.seen
        stack = _context.visible_screen_stack.set([below])
        textual_private.leave_drawing_below()
        assert _context.visible_screen_stack.get() == []
        _context.visible_screen_stack.reset(stack)
    assert textual_private.screen_drawn_below() is None


async def test_a_screen_is_drawn_row_by_row_in_the_size_in_which_it_is_laid_out() -> None:
    app = Plain()
    async with app.run_test(size=(20, 5)):
        assert textual_private.laid_out_size(app.screen) == Size(20, 5)
        rows = textual_private.drawn_rows(app.screen)
        assert [strip.text.rstrip() for strip in rows] == ["plain", "", "", "", ""]


class Faulty(textual_private.EndsInSilence):
    has_ended = False

    def on_mount(self) -> None:
        raise KeyError("a bug")

    def ends_by_fault(self) -> None:
        self.has_ended = True


async def test_a_bug_ends_an_app_in_silence_and_can_be_raised(capsys: pytest.CaptureFixture[str]) -> None:
    app = Faulty()
    with pytest.raises(KeyError, match="a bug"):
        async with app.run_test():
            pass
    assert app.has_ended
    assert isinstance(textual_private.raised(app), KeyError)
    assert capsys.readouterr() == ("", "")
    for name in ("_fatal_error", "_close_messages_no_wait"):
        assert list(inspect.signature(getattr(App, name)).parameters) == ["self"]


async def test_a_fault_with_words_of_its_own_has_none_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    class Telling(Exception):
        def __rich__(self) -> str:
            return "a secret"

    class FaultyToo(textual_private.EndsInSilence):
        def on_mount(self) -> None:
            raise Telling

    app = FaultyToo()
    with pytest.raises(Telling):
        async with app.run_test():
            pass
    assert capsys.readouterr() == ("", "")


def test_a_driver_reads_keys_in_a_thread_and_a_parser_makes_them() -> None:
    driver = textual_private.TerminalDriver
    for name in ("_run_input_thread", "run_input_thread", "resume_application_mode"):
        assert list(inspect.signature(getattr(LinuxDriver, name)).parameters) == ["self"]
        assert list(inspect.signature(getattr(driver, name)).parameters) == ["self"]
    source = inspect.getsource(LinuxDriver)
    assert "signal.signal(signal.SIGTSTP, self._sigtstp_application)" in source
    assert "signal.signal(signal.SIGCONT, self._sigcont_application)" in source
    assert "if self._must_signal_resume" in source
    assert "self._key_thread = Thread(target=self._run_input_thread" in source
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]
    assert [str(message) for message in textual_private.key_parser().feed("j")] == [str(Key("j", "j"))]


OWN_TO_TEXTUAL = (
    "_context", "_compositor", "_screen_stack", "_screen_stacks", "_exception", "_fatal_error", "_close_messages",
    "_on_paste", "_nodes", "_bindings", "_keymap", "_binding_chain", "_size", "_parent",
    "_xterm_parser", "_run_input_thread", "_key_thread", "_handle_exception",
    "_sigtstp_application", "_sigcont_application", "_auto_restart", "_must_signal_resume",
)  # fmt: skip


def test_no_other_module_of_the_app_uses_them() -> None:
    here = Path(textual_private.__file__ or "")
    for module in Path(tui.app.__file__ or "").parent.rglob("*.py"):
        words = module.read_text(encoding="utf-8").replace(".", " ").replace("(", " ").split()
        used = [name for name in OWN_TO_TEXTUAL if name in words]
        assert module == here or not used, f"{module.name}: {used}"
