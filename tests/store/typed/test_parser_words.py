"""Each complaint of the parser is told in our words: the table is held against what libyaml says today."""

from __future__ import annotations

import pytest

from tui.store.typed.parser_words import said
from tui.store.yaml.blanking import parse_fault

TOLD = {
    'a: "b': (0, 3, "unclosed-quote", 'the quote " is opened here and never closed'),
    r'a: "b \q"': (0, 6, "bad-escape", "a backslash in double quotes begins an escape, and this is none"),
    r'a: "b \xzz"': (0, 6, "bad-escape", "a backslash in double quotes begins an escape, and this is none"),
    "a: [b\nc: d": (0, 3, "unclosed-bracket", 'the bracket "[" is opened here and never closed'),
    "a:\n\tb: c": (1, 0, "tab", "a tab indents this line"),
    "a: @b": (0, 3, "unquoted-start", 'a text that begins with "@" needs quotes'),
    "a: b : c": (0, 5, "unquoted-colon", '" : " needs quotes, or ">-" before the text'),
    "a: 1\nbcd\ne: 2": (1, 0, "syntax", "this is neither a key with a colon nor indented under the text above"),
    'a: ["b" "c"]': (0, 8, "syntax", 'a "," or the closing bracket is expected before this'),
    "a: &": (0, 3, "unquoted-start", 'a text that begins with "&" needs quotes'),
    "%a": (0, 0, "unquoted-start", 'a line that begins with "%" is no YAML here'),
    "a:\n  - b\n c: d": (2, 1, "bad-indentation", "this line is indented as nothing above it allows"),
    "[a]\nb": (1, 0, "syntax", "this line is neither a comment nor a key with a colon"),
    'a: "b" c': (0, 7, "syntax", "this cannot stand here"),
}


@pytest.mark.parametrize("text", TOLD)
def test_a_complaint_is_told_at_its_place(text: str) -> None:
    fault = parse_fault(text)
    assert fault is not None
    mistake = said(text.split("\n"), fault)
    assert (mistake.line, mistake.column, mistake.code, mistake.message) == TOLD[text]
