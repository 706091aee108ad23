"""What a terminal sends becomes messages whatever it is: bytes in, keys and pastes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste, Resize

from tui.app.base.terminal_input import TerminalInput


def typed(*pieces: bytes) -> list[str]:
    """What the pieces come to: characters or names of keys, and what is pasted in brackets."""
    terminal = TerminalInput()
    messages = [message for piece in pieces for message in terminal.take(piece)]
    keys = [one.character or one.key if isinstance(one, Key) else one for one in messages]
    return [f"[{one.text}]" if isinstance(one, Paste) else str(one) for one in keys]


@pytest.mark.parametrize(
    ("pieces", "keys"),
    [
        ([b"\xc3\xa9"], ["é"]),
        ([b"\xc3", b"\xa9"], ["é"]),  # cut in two
        ([b"\xe9t\xe9."], ["␦", "t", "␦", "."]),  # a terminal in Latin-1
        ([b"\x80"], ["␦"]),
        ([b"\xff\xfe"], ["␦", "␦"]),
        ([b"\xed\xa0\xbd"], ["␦", "␦", "␦"]),  # half a pair of surrogates
        ([b"\xe2\x82", b"x"], ["␦", "x"]),
        ([b"\x1b[200~caf\xe9\x1b[201~x"], ["[caf␦]", "x"]),
    ],
)
def test_what_is_no_utf8_is_shown_as_a_substitute(pieces: list[bytes], keys: list[str]) -> None:
    assert typed(*pieces) == keys


@pytest.mark.parametrize("freed", [b"\x1b", b"\x03", b"\x1b[27u", b"\x1b[27;1u", b"\x1b[99;5u"])
def test_a_paste_that_lost_its_end_is_ended_by_escape_or_ctrl_c(freed: bytes) -> None:
    assert typed(b"\x1b[200~half a line", b"x", freed, b"j") == ["[half a linex]", "j"]
    assert typed(b"\x1b[20", b"0~half", freed, b"j") == ["[half]", "j"]


def test_nothing_in_a_paste_is_a_key() -> None:
    assert typed(b"\x1b[200~a", b"\x1bQ\x1b[A", b"\x1b[201~j") == ["[a␛Q␛[A]", "j"]
    assert typed(b"\x1b[200~a\x1b", b"", b"Q\x1b[201~") == ["[a␛Q]"]


def test_the_marks_of_a_paste_may_come_in_pieces() -> None:
    for at in range(2, 6):
        assert typed(b"\x1b[200~"[:at], b"\x1b[200~"[at:] + b"a\nb" + b"\x1b[201~"[:at], b"\x1b[201~"[at:] + b"j") == [
            "[a\nb]",
            "j",
        ]
    assert typed(b"\x1b[200~a\x1b", b"[201~j\x03") == ["[a]", "j", "\x03"]


@pytest.mark.parametrize("odd", [b"\x1b[9999999u", b"\x1b[97;1;99999999999u", b"\x1b[9999999999999999u"])
def test_a_key_that_is_none_is_left_out(odd: bytes) -> None:
    assert typed(b"a", odd, b"b") == ["a", "b"]


def test_a_size_that_no_terminal_has_is_not_believed() -> None:
    terminal = TerminalInput()
    assert [terminal.take(b"\x1b[48;%b;9;9t" % size) for size in (b"0;0", b"9999;9999", b"0;80")] == [[], [], []]
    (resize,) = terminal.take(b"\x1b[48;24;80;480;800t")
    assert isinstance(resize, Resize)
    assert resize.size == (80, 24)


def test_a_click_on_a_terminal_without_pixels_divides_by_nothing() -> None:
    terminal = TerminalInput()
    terminal.take(b"\x1b[48;24;80;0;0t")
    assert terminal.take(b"\x1b[<0;5;5M") == []
    assert [one.key for one in terminal.take(b"j") if isinstance(one, Key)] == ["j"]


@given(st.lists(st.binary() | st.sampled_from([b"\x1b[", b"\x1b[200~", b"\x1b[201~", b"9;9u", b"\x1b[48;0;0;0;0t"])))
def test_no_bytes_raise(pieces: list[bytes]) -> None:
    terminal = TerminalInput()
    for piece in pieces:
        terminal.take(piece)
